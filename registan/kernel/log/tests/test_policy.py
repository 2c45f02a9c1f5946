"""Policies and offline proofs under them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from registan.kernel.log.checkpoints import Checkpoint
from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.keys import KeyType, Signer, signer
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.notes import Note, SignatureLine, sign
from registan.kernel.log.policy import parse_policy
from registan.kernel.log.proof_file import ProofFile, parse_proof_file, verify_proof_file
from registan.kernel.log.proofs import inclusion_proof

LOG = signer("ledger.example/council", KeyType.ED25519, bytes([1] * 32))
KZ = signer("witness.kz.example", KeyType.COSIGNATURE, bytes([2] * 32))
KZ_LATER = signer("witness.kz.example", KeyType.ML_DSA_44, bytes([3] * 32))
UZ = signer("witness.uz.example", KeyType.COSIGNATURE, bytes([4] * 32))
TJ = signer("свидетель.пример", KeyType.COSIGNATURE, bytes([5] * 32))
HEAD = f"""# Three States, of which two must have seen it.
log {LOG.key} https://ledger.example/

witness kz {KZ.key}\thttps://kz.example/
  witness kz-later {KZ_LATER.key}
witness uz {UZ.key}
witness tj {TJ.key}
"""
POLICY = f"{HEAD}group KZ any kz kz-later\ngroup two 2 KZ uz tj\nquorum two\n"
ENTRIES = [b"%d" % number for number in range(20)]
STORED = Levels(ENTRIES)
TEXT = Checkpoint(LOG.key.name, 20, root(20, STORED)).text()


def proof(*by: Signer, index: int = 11) -> ProofFile:
    lines = [
        sign(TEXT, one)
        if one is LOG
        else SignatureLine(one.key.name, one.key.id, cosign(TEXT, one, 1_893_456_000))
        for one in by
    ]
    file = ProofFile(
        index,
        tuple(inclusion_proof(index, 20, STORED)),
        Note(TEXT, tuple(lines)),
        Checkpoint(LOG.key.name, 20, root(20, STORED)),
    )
    return parse_proof_file(bytes(file))


def test_two_states_are_a_quorum_and_one_state_with_two_keys_is_not() -> None:
    policy = parse_policy(POLICY.encode())
    proven = verify_proof_file(proof(LOG, KZ_LATER, TJ), ENTRIES[11], policy)
    assert [one.key for one in proven.verified] == [LOG.key, KZ_LATER.key, TJ.key]
    assert proven.checkpoint.size == 20
    for too_few in (proof(LOG, KZ, KZ_LATER), proof(LOG, UZ, UZ), proof(LOG)):
        with pytest.raises(Unverified, match="quorum"):
            verify_proof_file(too_few, ENTRIES[11], policy)


def test_witnesses_do_not_replace_the_log() -> None:
    with pytest.raises(Unverified, match="log_signature"):
        verify_proof_file(proof(KZ, UZ), ENTRIES[11], parse_policy(POLICY.encode()))


def test_another_entry_or_index_is_not_included() -> None:
    policy = parse_policy(POLICY.encode())
    good = proof(LOG, KZ, UZ)
    with pytest.raises(Unverified, match="inclusion"):
        verify_proof_file(good, ENTRIES[12], policy)
    with pytest.raises(Unverified, match="inclusion"):
        verify_proof_file(replace(good, index=12), ENTRIES[11], policy)


def test_extra_data_is_kept_and_means_nothing() -> None:
    file = replace(proof(LOG, KZ, UZ), extra=b"a remark")
    read = parse_proof_file(bytes(file))
    assert read == file
    assert verify_proof_file(read, ENTRIES[11], parse_policy(POLICY.encode())).checkpoint.size == 20


def test_a_policy_may_ask_for_no_witness() -> None:
    policy = parse_policy(f"log {LOG.key}\nquorum none\n".encode())
    assert verify_proof_file(proof(LOG), ENTRIES[11], policy).verified[0].key == LOG.key


def test_addresses_and_octets_that_are_no_text_are_kept() -> None:
    policy = parse_policy(POLICY.encode() + b"# \xff\xfe\n")
    assert policy.urls == {LOG.key: "https://ledger.example/", KZ.key: "https://kz.example/"}


@pytest.mark.parametrize("lines", [
    "", "quorum none", "quorum nobody\n", "quorum none\nquorum none\n", f"{HEAD}quorum\n",
    f"{HEAD}group g 3 kz uz\nquorum g\n", f"{HEAD}group g 0 kz\nquorum g\n",
    f"{HEAD}group g all\nquorum g\n", f"{HEAD}group g any g\nquorum g\n",
    f"{HEAD}group g any kz kz\nquorum g\n", f"{HEAD}group g any kz\ngroup h any kz\nquorum g\n",
    f"{HEAD}group g any none\nquorum g\n", f"{HEAD}group none any kz\nquorum none\n",
    f"{HEAD}group kz any uz\nquorum kz\n", f"{HEAD}witness again {UZ.key}\nquorum kz\n",
    f"{HEAD}witness uz {LOG.key}\nquorum kz\n", f"log {KZ.key}\nquorum none\n",
    f"log {LOG.key}\nlog {LOG.key}\nquorum none\n", f"log {LOG.key} a b\nquorum none\n",
    f"{HEAD}group g +1 kz\nquorum g\n", f"{HEAD}quorum kz\r\n", "log x\nquorum none\n",
    "quorum none\x7f\n", "Quorum none\n", f"quorum kz\n{HEAD}",
])  # fmt: skip
def test_it_refuses_a_policy_that_could_be_read_in_two_ways(lines: str) -> None:
    with pytest.raises(Malformed):
        parse_policy(lines.encode())


@pytest.mark.parametrize("change", [
    lambda data: data.replace(b"@v1", b"@v2"), lambda data: data.replace(b"index 11", b"index 011"),
    lambda data: data.replace(b"index 11\n", b"index 11\nextra QUJD\n"),
    lambda data: data.replace(b"index 11\n", b"extra A\nindex 11\n"),
    lambda data: data.replace(b"index 11\n", b""), lambda data: data.replace(b"\n\n", b"\n", 1),
    lambda data: data.replace(b"index 11\n", b"index 11\n" + (b"A" * 43 + b"=\n") * 64),
    lambda data: b"", lambda data: data + b"\n", lambda data: data.replace(b"\n", b"\r\n"),
    lambda data: data + bytes(1024 * 1024), lambda data: data.replace(b"index", "индекс".encode()),
])  # fmt: skip
def test_it_refuses_a_proof_file_of_another_form(change: object) -> None:
    assert callable(change)
    with pytest.raises(Malformed):
        parse_proof_file(change(bytes(proof(LOG, KZ, UZ))))
