"""Keys, checkpoints, notes and cosignatures: worked values and what must be refused."""

from __future__ import annotations

import pytest

from registan.kernel.log.checkpoints import Checkpoint, parse_checkpoint
from registan.kernel.log.cosignatures import cosign, cosigned_at, ed25519_message, ml_dsa_message
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.keys import KeyType, VerifierKey, parse_key, signer
from registan.kernel.log.notes import (
    MAX_LINES,
    Note,
    SignatureLine,
    parse_note,
    sign,
    verify_note,
)
from registan.kernel.log.strict import unbase64

LOG = signer("ledger.example/council", KeyType.ED25519, bytes([1] * 32))
WITNESS = signer("witness.kz.example", KeyType.COSIGNATURE, bytes([2] * 32))
QUANTUM = signer("witness.kz.example", KeyType.ML_DSA_44, bytes([3] * 32))
CHECKPOINT = Checkpoint("ledger.example/council", 70_000, bytes([9] * 32))
TEXT = CHECKPOINT.text()
TIME = 1_893_456_000


def line(by: object, text: bytes = TEXT) -> SignatureLine:
    assert by in (LOG, WITNESS, QUANTUM)
    if by is LOG:
        return sign(text, LOG)
    cosigner = WITNESS if by is WITNESS else QUANTUM
    return SignatureLine(cosigner.key.name, cosigner.key.id, cosign(text, cosigner, TIME))


def test_the_worked_key_has_the_worked_id() -> None:
    text = "ledger.example.org/council+1c0460f6+ATUtXI0iaRZxqOAnvJzE+31MxQ/1kO4jo3Cqv3/dMlQv"
    key = parse_key(text)
    assert (key.id.hex(), str(key)) == ("1c0460f6", text)
    assert key.public.hex().startswith("352d5c8d")


@pytest.mark.parametrize("text", [
    "", "name", "name+00000000", "na me+1c0460f6+AQ==", "a+b+1c0460f6+AQ==",
    str(LOG.key).replace("ledger", "leger"), str(LOG.key) + "A", str(LOG.key)[:-1],
    str(VerifierKey("x", KeyType.COSIGNATURE, bytes(31))), "x+00000000+", "\ud800+00000000+AA==",
])  # fmt: skip
def test_it_refuses_what_is_no_key(text: str) -> None:
    with pytest.raises(Malformed):
        parse_key(text)


def test_a_note_of_log_and_both_kinds_of_witness_is_written_read_and_verified() -> None:
    note = Note(TEXT, (line(LOG), line(WITNESS), line(QUANTUM)))
    read = parse_note(bytes(note))
    assert read == note
    verified = verify_note(read, [LOG.key, WITNESS.key, QUANTUM.key])
    assert [(one.key, one.time) for one in verified] == [
        (LOG.key, None),
        (WITNESS.key, TIME),
        (QUANTUM.key, TIME),
    ]


def test_a_second_line_of_a_known_key_must_hold_too() -> None:
    bad = SignatureLine(LOG.key.name, LOG.key.id, bytes(64))
    with pytest.raises(Unverified, match="signature"):
        verify_note(Note(TEXT, (line(LOG), bad)), [LOG.key])


def test_a_note_of_strangers_is_unverified() -> None:
    with pytest.raises(Unverified, match="no_known_key"):
        verify_note(Note(TEXT, (line(WITNESS),)), [LOG.key])


@pytest.mark.parametrize("by", [WITNESS, QUANTUM])
def test_a_cosignature_binds_time_size_and_root(by: object) -> None:
    cosigner = WITNESS if by is WITNESS else QUANTUM
    field = cosign(TEXT, cosigner, TIME)
    assert cosigned_at(cosigner.key, TEXT, field) == TIME
    later = (TIME + 1).to_bytes(8, "big") + field[8:]
    grown = Checkpoint(CHECKPOINT.origin, 70_001, CHECKPOINT.root).text()
    for text, changed in ((TEXT, later), (grown, field), (TEXT, b"\xff" + field[1:]), (TEXT, b"")):
        with pytest.raises(Unverified):
            cosigned_at(cosigner.key, text, changed)


def test_extension_lines_are_covered_by_ed25519_alone() -> None:
    extended = Checkpoint(CHECKPOINT.origin, 70_000, CHECKPOINT.root, ("a remark",)).text()
    assert cosigned_at(QUANTUM.key, extended, cosign(TEXT, QUANTUM, TIME)) == TIME
    with pytest.raises(Unverified):
        cosigned_at(WITNESS.key, extended, cosign(TEXT, WITNESS, TIME))


def test_the_signed_bytes_are_those_of_the_specification() -> None:
    assert ed25519_message(b"x\n", TIME) == b"cosignature/v1\ntime 1893456000\nx\n"
    message = ml_dsa_message(CHECKPOINT, "witness.kz.example", TIME)
    assert message[:13] == b"subtree/v1\n\0\x12"
    assert message[31:39].hex() == "0000000070dbd880"
    assert message[-48:-32].hex() == "0000000000000000" + "0000000000011170"


def test_a_cosigner_signs_checkpoints_only_and_a_log_key_does_not_cosign() -> None:
    with pytest.raises(Malformed):
        cosign(b"no checkpoint\n", WITNESS, TIME)
    with pytest.raises(ValueError, match="does not cosign"):
        cosign(TEXT, LOG, TIME)
    with pytest.raises(ValueError, match="does not sign notes"):
        sign(TEXT, WITNESS)
    with pytest.raises(ValueError, match=r"2\^63"):
        cosign(TEXT, WITNESS, 2**63)
    with pytest.raises(Malformed, match="origin"):
        cosign(Checkpoint("o" * 256, 1, bytes(32)).text(), QUANTUM, TIME)


@pytest.mark.parametrize("size", ["070", "7_0", "٧٠", " 70", "+7", "", "9223372036854775808"])
def test_a_size_is_a_plain_decimal(size: str) -> None:
    with pytest.raises(Malformed, match="size"):
        parse_checkpoint(TEXT.replace(b"70000", size.encode()))


def test_one_value_has_one_spelling_in_base64() -> None:
    assert unbase64("AA==", "x") == b"\0"
    for text in ("AB==", "AA=", "AA", "A A==", "AA==\n", "_-==", "ÀÀ=="):
        with pytest.raises(Malformed):
            unbase64(text, "x")


def test_a_note_has_at_most_a_hundred_lines() -> None:
    lines = tuple(SignatureLine(f"w{n}", b"1234", b"x") for n in range(MAX_LINES))
    assert len(parse_note(bytes(Note(TEXT, lines))).lines) == MAX_LINES
    with pytest.raises(Malformed, match="signature_line"):
        parse_note(bytes(Note(TEXT, (*lines, lines[0]))))
