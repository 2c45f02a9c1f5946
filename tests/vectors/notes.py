"""Vector files about signatures: notes, witnesses, offline proofs, ML-DSA, and foreign logs."""

from __future__ import annotations

from base64 import b64decode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.cosignatures import cosign, cosigned_at, ml_dsa_message
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.keys import KeyType, VerifierKey, parse_key, signer
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.notes import Note, SignatureLine, parse_lines, parse_note, verify_note
from registan.kernel.log.policy import parse_policy
from registan.kernel.log.proof_file import parse_proof_file, verify_proof_file
from registan.kernel.log.tile_reader import TileReader
from registan.kernel.log.tiles import Tile, split_bundle
from registan.kernel.log.witness import Seen, decide, parse_request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from registan.kernel.log.notes import Verified
    from tests.vectors import Check


def _open(data: bytes, keys: list[VerifierKey]) -> tuple[Note, list[Verified]] | None:
    try:
        note = parse_note(data)
        return note, verify_note(note, keys)
    except (Malformed, Unverified):
        return None


def _is_key(case: dict[str, Any]) -> bool:
    """Whether the seed of a key in a file gives its public key, ID and text form."""
    made = signer(case["name"], KeyType(case["type"]), bytes.fromhex(case["seed_hex"])).key
    return parse_key(case["vkey"]) == made and str(made) == case["vkey"]


def signed_notes(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """Notes by a reader who trusts some keys. Ours is strict: it verifies each line of a known key."""
    for case in file["keys"]:
        yield f"key {case['label']}", _is_key(case)
    for case in file["cases"]:
        wanted = case.get("strict_ok", case["ok"])
        opened = _open(case["note"].encode(), [parse_key(text) for text in case["trusted"]])
        if opened is None or not wanted:
            yield case["desc"], (opened is not None) == wanted
            continue
        note, verified = opened
        names = [f"{one.key.name}+{one.key.id.hex()}" for one in verified]
        known = {(one.key.name, one.key.id) for one in verified}
        ignored = sum((line.name, line.key_id) not in known for line in note.lines)
        good = names == case["verified"] and ignored == case["ignored_lines"]
        yield case["desc"], good and note.text.decode() == case.get("text", note.text.decode())


def witness(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """Requests, the stored state, and the status that must result; a good one is cosigned."""
    log, own = parse_key(file["log_vkey"]), file["witness_key"]
    yield "witness key", _is_key(own)
    by = signer(own["name"], KeyType(own["type"]), bytes.fromhex(own["seed_hex"]))
    origin = sha256(log.name.encode()).hexdigest()
    yield "origin hash", origin == file["origin_hash_hex"]
    for case in file["cases"]:
        seen = Seen(case["stored_size"], b64decode(case["stored_root"]))
        data = case["request"].encode()
        answer = decide(data, {log.name: [log]}, {log.name: seen}.get)
        good = answer.status == case["status"]
        good = good and answer.body.decode() == case.get("body", answer.body.decode())
        good = good and answer.content_type == case.get("content_type", answer.content_type)
        if answer.request is not None:
            text = answer.request.note.text
            line = SignatureLine(by.key.name, by.key.id, cosign(text, by, 1893456000))
            good = good and len(verify_note(Note(text, (line,)), [by.key])) == 1
            good = good and bytes(parse_request(data)) == data
        yield case["desc"], good


def proof_files(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """Offline proofs under a policy."""
    policy = parse_policy(file["policy"].encode())
    for case in file["cases"]:
        try:
            found = parse_proof_file(case["proof"].encode())
            verify_proof_file(found, b64decode(case["entry_b64"]), policy)
            good = bytes(found) == case["proof"].encode()
        except (Malformed, Unverified):
            good = False
        yield case["desc"], good == case["ok"]


def ml_dsa(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """ML-DSA-44 cosignatures: signed bytes, verdicts, and a signature of our own."""
    keys = []
    for case in file["keys"]:
        by = signer(case["name"], KeyType.ML_DSA_44, bytes.fromhex(case["seed_hex"]))
        public = b64decode(case["public_b64"])
        good = by.key.public == public and by.key.id.hex() == case["key_id_hex"]
        yield f"key {case['name']}", good and parse_key(str(by.key)) == by.key
        keys.append(by)
    for case in file["cases"]:
        by, text = keys[case["key"]], case["checkpoint_text"].encode()
        (line,) = parse_lines(case["line"] if case["line"].endswith("\n") else case["line"] + "\n")
        time = int.from_bytes(line.signature[:8], "big")
        same = True
        if "message_hex" in case:
            message = ml_dsa_message(parse_checkpoint(text), by.key.name, time)
            same = message.hex() == case["message_hex"]
        own = cosigned_at(by.key, text, cosign(text, by, time)) == time
        yield case["desc"], same and own and _holds(by.key, text, line) == case["ok"]


def _holds(key: VerifierKey, text: bytes, line: SignatureLine) -> bool:
    try:
        cosigned_at(key, text, line.signature)
    except Unverified:
        return False
    return (line.name, line.key_id) == (key.name, key.id)


def foreign(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """What others made: a log with its tiles and bundles, cosigned checkpoints, an example note."""
    log = file["tessera_log"]
    files = {name: b64decode(data) for name, data in log["files_b64"].items()}
    key = parse_key(log["vkey"])
    roots: dict[int, bytes] = {}
    for size, note in log["checkpoints_by_size"].items():
        opened = _open(note.encode(), [key])
        checkpoint = parse_checkpoint(opened[0].text) if opened else None
        good = checkpoint is not None and checkpoint.size == int(size)
        roots[int(size)] = checkpoint.root if checkpoint else b""
        yield (
            f"checkpoint {size}",
            good and checkpoint is not None and checkpoint.origin == key.name,
        )
    for size in filter(None, roots):
        bundle = files[Tile(None, 0, size).path]
        from_entries = root(size, Levels(split_bundle(bundle, size)))
        from_tiles = root(size, TileReader(size, files.get))
        yield f"tile and bundle {size}", from_entries == from_tiles == roots[size]
    for case in file["sunlight_cosigned"]:
        opened = _open(case["note"].encode(), [parse_key(case["vkey"])])
        good = opened is not None and opened[1][0].time is not None
        origin = parse_checkpoint(opened[0].text).origin if opened else ""
        yield case["vkey"], good and sha256(origin.encode()).hexdigest() == case["origin_hash"]
    example = file["c2sp_signed_note"]
    yield "example note", _open(example["note"].encode(), [parse_key(example["vkey"])]) is not None
