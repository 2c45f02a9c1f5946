"""Opening an act: the envelope, its salt and the parts a reader holds, checked against the log entry.

It travels in the `extra` line of a proof file as RFC 8785 JSON:
`{"envelope": text, "parts": {name: {"payload": …, "salt": hex}}, "salt": hex}`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from registan.kernel.log.canonical import canonical, read_json
from registan.kernel.log.commitment import SALT_LENGTH, commitment
from registan.kernel.log.envelope import entry
from registan.kernel.log.errors import Malformed


@dataclass(frozen=True)
class Opening:
    """The envelope's bytes as committed to, the salt (32 bytes), and each part as payload and salt."""

    envelope: bytes
    salt: bytes
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __bytes__(self) -> bytes:
        return canonical(
            {"envelope": self.envelope.decode(), "parts": self.parts, "salt": self.salt.hex()}
        )

    def entry(self) -> bytes:
        """The log entry that this opens: 48 bytes to look for in the tree."""
        return entry(commitment(self.envelope, self.salt))

    def facts(self) -> dict[str, Any]:
        """What the envelope says. Raises Malformed("opening") when it is no JSON object."""
        facts = read_json(self.envelope)
        if not isinstance(facts, dict):
            raise Malformed("opening", "the envelope is no object")
        return facts

    def parts_that_hold(self) -> dict[str, Any]:
        """The payload of each part that is the one the envelope commits to."""
        committed = self.facts().get("parts")
        if not isinstance(committed, dict):
            return {}
        return {
            name: part["payload"]
            for name, part in self.parts.items()
            if commitment(canonical(part["payload"]), bytes.fromhex(part["salt"])).hex()
            == committed.get(name)
        }


def parse_opening(data: bytes) -> Opening:
    """Read the bytes of an `extra` line. Raises Malformed with code "opening" or those of JSON.

    >>> made = Opening(b"{}", bytes(32))
    >>> parse_opening(bytes(made)) == made
    True
    """
    told = read_json(data)
    if not isinstance(told, dict) or set(told) != {"envelope", "parts", "salt"}:
        raise Malformed("opening", "not envelope, parts and salt")
    envelope, parts = told["envelope"], told["parts"]
    if not isinstance(envelope, str) or not isinstance(parts, dict):
        raise Malformed("opening", "envelope is text, parts are an object")
    for part in parts.values():
        if not isinstance(part, dict) or set(part) != {"payload", "salt"}:
            raise Malformed("opening", "a part is payload and salt")
        _salt(part["salt"])
    return Opening(envelope.encode(), _salt(told["salt"]), parts)


def _salt(text: object) -> bytes:
    try:
        salt = bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        salt = b""
    if len(salt) != SALT_LENGTH:
        raise Malformed("opening", f"a salt is {SALT_LENGTH} bytes in hex")
    return salt
