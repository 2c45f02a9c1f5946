"""Vector files about forms: checkpoints, canonical JSON, commitments."""

from __future__ import annotations

import re
import struct
from base64 import b64decode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.kernel.log.canonical import canonical, canonicalise
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.commitment import commitment
from registan.kernel.log.envelope import entry
from registan.kernel.log.errors import Malformed
from registan.kernel.log.merkle import leaf_hash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.vectors import Check


def checkpoints(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """Texts that are checkpoints and texts that are not; what is read is written back the same."""
    for case in file["cases"]:
        data = case["text"].encode()
        try:
            good = parse_checkpoint(data).text() == data
        except Malformed:
            good = False
        yield case["desc"], good == case["ok"]


def canonical_json(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """Documents, numbers by their bits, and inputs that must be refused."""
    for number, case in enumerate(file["cases"]):
        made = canonicalise(b64decode(case["input_b64"]))
        yield f"document {number}", made == b64decode(case["canonical_b64"])
    for bits, text in file["numbers_ieee754_hex_and_text"]:
        (value,) = struct.unpack(">d", bytes.fromhex(bits))
        yield f"number {bits}", canonical(value).decode() == text
    for case in file["must_refuse_b64"]:
        data = b64decode(case)
        try:
            canonicalise(data)
        except Malformed:
            yield f"refuse {data[:30]!r}", True
        else:
            yield f"refuse {data[:30]!r}", False


def _payload(case: dict[str, Any]) -> bytes:
    if "payload_b64" in case:
        return b64decode(case["payload_b64"])
    # A large one is written as a rule: "100000 bytes of 0x61".
    rule = re.fullmatch(r"(\d+) bytes of 0x([0-9a-f]{2})", case["payload_rule"])
    if rule is None:
        raise ValueError(f"a payload rule of another form: {case['payload_rule']}")
    return bytes.fromhex(rule[2]) * int(rule[1])


def commitments(file: dict[str, Any], _path: Path) -> Iterator[Check]:
    """Salted commitments, the entries made of them, and their leaf hashes."""
    for case in file["cases"]:
        payload, salt = _payload(case), bytes.fromhex(case["salt_hex"])
        made = commitment(payload, salt)
        committed = entry(made)
        yield (
            f"commitment {case['commitment_hex'][:8]}",
            sha256(payload).hexdigest() == case["payload_sha256_hex"]
            and made.hex() == case["commitment_hex"]
            and committed.hex() == case["entry_hex"]
            and leaf_hash(committed).hex() == case["leaf_hash_hex"],
        )
