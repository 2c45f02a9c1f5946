"""The second verifier (verifier/, JavaScript) agrees with the kernel on what holds and what does not."""

from __future__ import annotations

import json
import shutil
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest

from registan.kernel.log.checkpoints import Checkpoint
from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.keys import KeyType, Signer, signer
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.notes import Note, SignatureLine, sign
from registan.kernel.log.proof_file import ProofFile
from registan.kernel.log.proofs import inclusion_proof
from registan.kernel.log.tiles import WIDTH, Tile, join_bundle, tile_data, tiles_of

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


def test_a_wrong_call_is_told_apart() -> None:
    assert run("proof")[0] == 2


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
