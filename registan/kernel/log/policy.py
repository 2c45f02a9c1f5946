"""Trust policies: which logs, which witnesses, and how many of them (C2SP tlog-policy).

One line is our own, `#refused-from INDEX KEY`: after a rotation the old key of a log vouches for no tree
that holds entry INDEX. To other programs it is a comment, and they go on to trust that key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.keys import KeyType, VerifierKey, parse_key
from registan.kernel.log.strict import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.kernel.log.notes import Verified

MAX_BYTES = 1024 * 1024
NONE = "none"
REFUSED = "#refused-from"
_REFUSED = REFUSED.encode()
# "Character set": tab, newline, 0x20-0x7E and all octets above 0x7F, which are opaque.
_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")
LOG_TYPES = frozenset({KeyType.ED25519, KeyType.ML_DSA_44})
WITNESS_TYPES = frozenset({KeyType.COSIGNATURE, KeyType.ML_DSA_44})


@dataclass(frozen=True)
class Group:
    """Witnesses a checkpoint when at least `k` of its members do."""

    k: int
    members: tuple[str, ...]


@dataclass
class Policy:
    """Logs and witnesses by their keys, groups by name, and the name that must be satisfied."""

    logs: list[VerifierKey] = field(default_factory=list)
    witnesses: dict[str, VerifierKey] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    quorum: str = ""
    urls: dict[VerifierKey, str] = field(default_factory=dict)
    refused: dict[VerifierKey, int] = field(default_factory=dict)

    def logs_at(self, origin: str, size: int) -> list[VerifierKey]:
        """The keys of the log `origin` that may vouch for a tree of `size` entries."""
        return [
            key for key in self.logs
            if key.name == origin and size <= self.refused.get(key, size)
        ]  # fmt: skip

    def keys(self) -> list[VerifierKey]:
        """Every key the policy knows: what a note is verified with."""
        return [*self.logs, *self.witnesses.values()]

    def require(self, origin: str, size: int, verified: Iterable[Verified]) -> None:
        """Raise Unverified unless a log of this origin signed a tree of `size` and the quorum cosigned.

        Codes: "log_signature", "quorum". Each witness counts once, however often it signed.
        """
        keys = {one.key for one in verified}
        if keys.isdisjoint(self.logs_at(origin, size)):
            raise Unverified("log_signature", f"no listed log signed as {origin}")
        if not self.is_met({name for name, key in self.witnesses.items() if key in keys}):
            raise Unverified("quorum", "too few witnesses cosigned")

    def is_met(self, names: Iterable[str]) -> bool:
        """Whether these witnesses satisfy the quorum."""
        met = {NONE, *names}
        # Groups name only what stands above them, so one pass in their order is enough.
        for name, group in self.groups.items():
            if sum(member in met for member in group.members) >= group.k:
                met.add(name)
        return self.quorum in met


def parse_policy(data: bytes) -> Policy:
    """Read a policy file of at most 1 MiB.

    Raises Malformed with code "policy", "name", "group", "quorum", "url" or those of keys.

    >>> parse_policy(b"# nobody has to cosign\\nquorum none\\n").quorum
    'none'
    """
    if len(data) > MAX_BYTES or _FORBIDDEN.search(data):
        raise Malformed("policy", "too long, or control characters")
    if not data.endswith(b"\n"):
        raise Malformed("policy", "no final newline")
    reading = _Reading()
    for line in data.split(b"\n"):
        # Of bytes, split() knows ASCII spaces only; the others among them are forbidden above.
        words = line.split()
        if not words or words[0].startswith(b"#"):
            if words and words[0] == _REFUSED:
                reading.refused(_decoded(words))
            continue
        # Octets above 0x7F are opaque: kept as they are, UTF-8 or not.
        reading.line(_decoded(words))
    if not reading.policy.quorum:
        raise Malformed("quorum", "no quorum line")
    return reading.policy


def _decoded(words: list[bytes]) -> list[str]:
    return [word.decode("utf-8", "surrogateescape") for word in words]


class _Reading:
    """A policy while its lines are read."""

    def __init__(self) -> None:
        self.policy = Policy()
        self._publics: set[tuple[str, bytes]] = set()
        self._members: set[str] = set()

    def line(self, words: list[str]) -> None:
        match words:
            case ["log", key, *url]:
                self.policy.logs.append(self._key("log", key, url))
            case ["witness", name, key, *url]:
                self._define(name)
                self.policy.witnesses[name] = self._key("witness", key, url)
            case ["group", name, k, *members]:
                self._group(name, k, members)
            case ["quorum", name]:
                self._quorum(name)
            case _:
                raise Malformed("policy", "a line that is none of log, witness, group, quorum")

    def refused(self, words: list[str]) -> None:
        """A line that could not be read would leave a stolen key in force: it is refused."""
        if len(words) != 3:
            raise Malformed("policy", f"{REFUSED} takes an index and a key")
        key = parse_key(words[2])
        if key not in self.policy.logs:
            raise Malformed("key", f"{REFUSED} names no log above")
        self.policy.refused[key] = decimal(words[1], "index")

    def _key(self, kind: str, text: str, url: list[str]) -> VerifierKey:
        key = parse_key(text)
        if key.type not in (LOG_TYPES if kind == "log" else WITNESS_TYPES):
            raise Malformed("key_type", f"not a type for a {kind}")
        # One public key under two names would let one signer count twice.
        if (kind, key.public) in self._publics:
            raise Malformed("key", "the same public key twice")
        self._publics.add((kind, key.public))
        if len(url) > 1:
            raise Malformed("url", "more than one")
        if url:
            self.policy.urls[key] = url[0]
        return key

    def _define(self, name: str) -> None:
        if name == NONE or self._is_known(name):
            raise Malformed("name", "defined twice, or none")

    def _is_known(self, name: str) -> bool:
        return name in self.policy.witnesses or name in self.policy.groups

    def _group(self, name: str, k: str, members: list[str]) -> None:
        self._define(name)
        for member in members:
            if not self._is_known(member):
                raise Malformed("group", "a member that is not defined above")
            # At most one group per member: then it contributes to the quorum in one way only.
            if member in self._members:
                raise Malformed("group", "a member of two groups")
            self._members.add(member)
        words = {"any": 1, "all": len(members)}
        count = words[k] if k in words else decimal(k, "group")
        if not 1 <= count <= len(members):
            raise Malformed("group", "a number of members that it does not have")
        self.policy.groups[name] = Group(count, tuple(members))

    def _quorum(self, name: str) -> None:
        if self.policy.quorum or not (name == NONE or self._is_known(name)):
            raise Malformed("quorum", "a second one, or not defined above")
        self.policy.quorum = name
