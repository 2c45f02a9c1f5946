"""The second verifier (verifier/, JavaScript) agrees with the kernel on what holds and what does not."""

from __future__ import annotations

import json
import shutil
import subprocess
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from registan.kernel.log.canonical import canonical
from registan.kernel.log.checkpoints import Checkpoint
from registan.kernel.log.commitment import commitment
from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.keys import KeyType, Signer, signer
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.notes import Note, SignatureLine, sign
from registan.kernel.log.opening import Opening
from registan.kernel.log.proof_file import ProofFile, parse_proof_file
from registan.kernel.log.proofs import inclusion_proof
from registan.kernel.log.statement import authorisation, statement
from registan.kernel.log.tiles import WIDTH, Tile, join_bundle, tile_data, tiles_of

if TYPE_CHECKING:
    from collections.abc import Callable

NODE = shutil.which("node") or shutil.which("nodejs")
VERIFIER = Path(__file__).resolve().parents[1] / "verifier" / "verify.mjs"
SHARED = VERIFIER.parents[2] / "shared" / "data" / "ledger" / "tlog-proof-a.json"
pytestmark = pytest.mark.skipif(
    NODE is None, reason="NOT RUN: the second verifier needs Node (Debian: nodejs)"
)

LOG = signer("ledger.example/council", KeyType.ED25519, bytes([1] * 32))
OTHER = signer("ledger.example/council", KeyType.ED25519, bytes([9] * 32))
KZ = signer("witness.kz.example", KeyType.COSIGNATURE, bytes([2] * 32))
KZ_LATER = signer("witness.kz.example", KeyType.ML_DSA_44, bytes([3] * 32))
UZ = signer("свидетель.пример", KeyType.COSIGNATURE, bytes([4] * 32))
POLICY = f"""# two States
log {LOG.key} https://ledger.example/
witness kz {KZ.key}
witness kz-later {KZ_LATER.key}
witness uz {UZ.key}
group KZ any kz kz-later
group both all KZ uz
quorum both
"""
SIZE = 1_100
ENTRIES = [b"registan/act/v1\n" + number.to_bytes(32, "big") for number in range(SIZE)]
STORED = Levels(ENTRIES)
CHECKPOINT = Checkpoint(LOG.key.name, SIZE, root(SIZE, STORED))


def note(*by: Signer, of: Checkpoint = CHECKPOINT) -> Note:
    text = of.text()
    return Note(text, tuple(
        sign(text, one) if one.key.type is KeyType.ED25519
        else SignatureLine(one.key.name, one.key.id, cosign(text, one, 1_893_456_000))
        for one in by
    ))  # fmt: skip


def publish(folder: Path, *, size: int = SIZE) -> Path:
    checkpoint = Checkpoint(LOG.key.name, size, root(size, STORED))
    files = {tile.path: tile_data(tile, STORED) for tile in tiles_of(size)}
    for first in range(0, size, WIDTH):
        entries = ENTRIES[first : min(first + WIDTH, size)]
        files[Tile(None, first // WIDTH, len(entries)).path] = join_bundle(entries)
    files["checkpoint"] = bytes(note(LOG, KZ_LATER, of=checkpoint))
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def run(*words: str | Path) -> tuple[int, str]:
    assert NODE
    done = subprocess.run(
        [NODE, VERIFIER, *words], capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy"
    path.write_text(POLICY)
    return path


@pytest.mark.parametrize("size", [0, 1, 256, 257, SIZE])
def test_a_published_log_is_good(tmp_path: Path, size: int) -> None:
    status, said = run("log", publish(tmp_path, size=size), str(LOG.key))
    assert (status, said) == (
        0,
        f"good: {size} entries of {LOG.key.name} lead to the signed root\n",
    )


@pytest.mark.parametrize(("path", "at", "said"), [
    ("tile/entries/001", 2 * 50 + 40, "tile/0/001: hash 2 is not that of the entries (first entry 258)"),
    ("tile/0/004.p/76", 4 * 32, "tile/0/004.p/76: hash 4"),
    ("tile/1/000.p/4", 3 * 32 + 31, "tile/1/000.p/4: hash 3 is not that of the entries (first entry 768)"),
    ("checkpoint", 26, "the signature does not hold"),
])  # fmt: skip
def test_a_changed_byte_is_refused(tmp_path: Path, path: str, at: int, said: str) -> None:
    folder = publish(tmp_path)
    data = bytearray((folder / path).read_bytes())
    data[at] ^= 1
    (folder / path).write_bytes(data)
    status, answer = run("log", folder, str(LOG.key))
    assert status == 1
    assert said in answer


def test_a_missing_file_and_another_key_are_refused(tmp_path: Path) -> None:
    folder = publish(tmp_path)
    assert run("log", folder, str(OTHER.key))[0] == 1
    (folder / "tile/0/002").unlink()
    assert "tile/0/002: missing" in run("log", folder, str(LOG.key))[1]


def test_another_history_under_the_same_checkpoint_is_refused(tmp_path: Path) -> None:
    folder = publish(tmp_path)
    changed = Checkpoint(LOG.key.name, SIZE, bytes(32))
    (folder / "checkpoint").write_bytes(bytes(note(LOG, of=changed)))
    assert "do not lead to the signed root" in run("log", folder, str(LOG.key))[1]


@pytest.mark.parametrize(
    ("by", "status"),
    [
        ((LOG, KZ, UZ), 0),
        ((LOG, KZ, KZ_LATER, UZ), 0),
        ((LOG, KZ), 1),
        ((KZ, UZ), 1),
        ((LOG, UZ, UZ), 1),
        ((OTHER, KZ, UZ), 1),
    ],
)
def test_a_checkpoint_needs_its_log_and_a_quorum(
    tmp_path: Path, policy: Path, by: tuple[Signer, ...], status: int
) -> None:
    (tmp_path / "checkpoint").write_bytes(bytes(note(*by)))
    assert run("checkpoint", tmp_path / "checkpoint", policy)[0] == status


@pytest.mark.parametrize(
    ("index", "entry", "status"), [(700, 700, 0), (700, 701, 1), (701, 700, 1)]
)
def test_a_proof_file_shows_one_entry_at_one_index(
    tmp_path: Path, policy: Path, index: int, entry: int, status: int
) -> None:
    file = tmp_path / "one.tlog-proof"
    proof = tuple(inclusion_proof(700, SIZE, STORED))
    file.write_bytes(bytes(ProofFile(index, proof, note(LOG, KZ, UZ), CHECKPOINT, b"extra")))
    (tmp_path / "entry").write_bytes(ENTRIES[entry])
    assert run("proof", file, policy, tmp_path / "entry")[0] == status


OFFICE = signer("mfa.kz.example", KeyType.ED25519, bytes([6] * 32))
RECORD: dict[str, Any] = {
    "n": 7, "ok": True, "none": None, "list": [], "object": {}, "texts": ["да", "是", "a\u200eb"],
    "\U00010400": "beyond the basic plane", "\uffee": "below it", "quote": '"\\\n\t\x01\x7f',
    "deep": {"b": [1, {"a": -2}], "a": ""},
}  # fmt: skip


def opened(tmp_path: Path, *, auth: str = "session", **changed: object) -> tuple[Path, Opening]:
    """A proof file of one act under a tree of five, and its opening; `changed` facts come afterwards."""
    salt, place = bytes([8] * 32), "kz"
    part = {"payload": RECORD, "salt": (bytes([9]) * 32).hex()}
    facts = {
        "v": 1, "kind": "plans.opinion.recorded", "actor": "KZ", "office": "urn:registan:mandate:12",
        "body": "", "subject": f"urn:registan:{place}", "time": "2026-03-01T09:00:00.000Z",
        "audience": "members", "stream": "members", "n": 0, "prev": "0" * 64, "auth": auth,
        "parts": {"record": commitment(canonical(RECORD), bytes([9]) * 32).hex()},
    }  # fmt: skip
    if auth == "office":
        told = statement(LOG.key.name, facts, RECORD, key="k1", until="2026-03-04T09:00:00Z")
        facts["auth"] = str(authorisation(Note(told, (sign(told, OFFICE),)), OFFICE.key))
    made = Opening(canonical(facts | changed), salt, {"record": part})
    tree = Levels([*ENTRIES[:4], made.entry()])
    checkpoint = Checkpoint(LOG.key.name, 5, root(5, tree))
    proof = tuple(inclusion_proof(4, 5, tree))
    file = ProofFile(4, proof, note(LOG, KZ, UZ, of=checkpoint), checkpoint, bytes(made))
    path = tmp_path / "act.tlog-proof"
    path.write_bytes(bytes(file))
    return path, made


def test_an_act_is_opened_and_its_content_said(tmp_path: Path, policy: Path) -> None:
    path, _ = opened(tmp_path)
    status, said = run("act", path, policy)
    assert status == 0, said
    assert "kind: plans.opinion.recorded" in said
    assert "part record: genuine" in said
    assert "no office's key" in said


def test_an_office_s_signature_is_checked_by_its_key(tmp_path: Path, policy: Path) -> None:
    path, _ = opened(tmp_path, auth="office")
    status, said = run("act", path, policy, str(OFFICE.key))
    assert status == 0, said
    assert "its signature holds" in said
    assert "NOT CHECKED" in run("act", path, policy)[1]
    path, _ = opened(tmp_path, auth="office", subject="urn:registan:another")
    status, said = run("act", path, policy, str(OFFICE.key))
    assert status == 1
    assert "does not fit the content" in said


def change_salt(told: dict[str, Any]) -> None:
    told["salt"] = "00" * 32


def change_payload(told: dict[str, Any]) -> None:
    told["parts"]["record"]["payload"]["n"] = 8


def change_envelope(told: dict[str, Any]) -> None:
    told["envelope"] = told["envelope"].replace('"KZ"', '"UZ"')


def add_part(told: dict[str, Any]) -> None:
    told["parts"]["another"] = told["parts"]["record"]


@pytest.mark.parametrize("change", [change_salt, change_payload, change_envelope, add_part])
def test_another_content_is_refused(
    tmp_path: Path, policy: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    path, made = opened(tmp_path)
    file = parse_proof_file(path.read_bytes())
    told = json.loads(bytes(made))
    change(told)
    path.write_bytes(bytes(replace(file, extra=canonical(told))))
    status, said = run("act", path, policy)
    assert (status, said[:7]) == (1, "REFUSED")


def test_json_that_says_a_name_twice_and_a_bare_proof_are_refused(
    tmp_path: Path, policy: Path
) -> None:
    path, made = opened(tmp_path)
    file = parse_proof_file(path.read_bytes())
    twice = bytes(made).replace(b'{"envelope":', b'{"envelope":"{}","envelope":', 1)
    path.write_bytes(bytes(replace(file, extra=twice)))
    assert "not in the form of RFC 8785" in run("act", path, policy)[1]
    path.write_bytes(bytes(replace(file, extra=None)))
    assert "does not open the act" in run("act", path, policy)[1]


def test_a_wrong_call_is_told_apart() -> None:
    assert run("proof")[0] == 2
    assert run("act", "file")[0] == 2


@pytest.mark.skipif(
    not SHARED.is_file(), reason="NOT RUN: the shared ledger vectors are not on this machine"
)
def test_the_shared_proof_files_are_judged_as_they_should(tmp_path: Path) -> None:
    vectors = json.loads(SHARED.read_bytes())
    (tmp_path / "policy").write_text(vectors["policy"])
    for case in vectors["cases"][::2]:  # starting Node takes longest: every other one
        (tmp_path / "proof").write_text(case["proof"])
        (tmp_path / "entry").write_bytes(b64decode(case["entry_b64"]))
        status, _ = run("proof", tmp_path / "proof", tmp_path / "policy", tmp_path / "entry")
        assert (case["desc"], status == 0) == (case["desc"], case["ok"])
