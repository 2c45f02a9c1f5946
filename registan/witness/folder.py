"""The folder of a witness or mirror: its name, its two keys, the logs it trusts, what it holds."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from registan.kernel.log.keys import KeyType, Signer, VerifierKey, check_name, signer
from registan.kernel.log.policy import Policy, parse_policy
from registan.witness.seeds import make_seed, read_seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS = {"ed25519": KeyType.COSIGNATURE, "ml-dsa-44": KeyType.ML_DSA_44}
POLICY = "policy"
NAME = "name"
TEMPLATE = """\
# The logs that this witness trusts: one line for each key of each log (C2SP tlog-policy).
# log <verifier key>
"""
QUORUM = "quorum none\n"


class InUse(RuntimeError):
    """Another process works in this folder."""


class NoWitness(RuntimeError):
    """This folder was not made by `registan witness init`."""


@dataclass(frozen=True)
class Folder:
    """Where everything of one witness lies."""

    path: Path

    @property
    def name(self) -> str:
        """The name it cosigns under. Raises NoWitness."""
        try:
            return (self.path / NAME).read_text(encoding="utf-8").strip()
        except (FileNotFoundError, NotADirectoryError):
            raise NoWitness(str(self.path)) from None

    def signers(self) -> tuple[Signer, ...]:
        """Its two keys, Ed25519 first. Raises KeyFileProblem."""
        name = self.name
        return tuple(signer(name, type_, read_seed(self.path / at)) for at, type_ in KEYS.items())

    def policy(self) -> Policy:
        """The policy file as it stands. Raises Malformed."""
        return parse_policy((self.path / POLICY).read_bytes())

    def logs(self) -> dict[str, list[VerifierKey]]:
        """The keys of each origin that vouch for what it signs from now on."""
        policy = self.policy()
        found: dict[str, list[VerifierKey]] = {}
        for key in policy.logs:
            if key not in policy.refused:
                found.setdefault(key.name, []).append(key)
        return found

    def of_log(self, origin: str) -> Path:
        """Where it keeps what it knows of one log."""
        return self.path / "logs" / place(origin)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One process at a time: two would roll each other back. Raises InUse."""
        with (self.path / "lock").open("w", encoding="ascii") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InUse(str(self.path)) from None
            yield


def place(origin: str) -> str:
    """The address of a log at a witness (tlog-witness "monitoring prefix")."""
    return sha256(origin.encode()).hexdigest()


def make_folder(path: Path, name: str, policy: bytes | None, logs: list[str]) -> Folder:
    """A new witness: keys, name, and the logs to trust (a policy file, or their keys).

    Raises FileExistsError where keys are there already, Malformed for a name or a policy.
    """
    check_name(name)
    told = policy or (TEMPLATE + "".join(f"log {key}\n" for key in logs) + QUORUM).encode()
    parse_policy(told)
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    for at in KEYS:
        make_seed(path / at)
    (path / POLICY).write_bytes(told)
    (path / NAME).write_text(name + "\n", encoding="utf-8")
    return Folder(path)


def policy_lines(name: str, keys: list[VerifierKey], url: str) -> str:
    """The lines of a log's policy for this witness: either of its keys counts, as the group `<name>/any`.

    >>> from registan.kernel.log.keys import signer
    >>> key = signer("w.example", KeyType.COSIGNATURE, bytes(32)).key
    >>> policy_lines("w", [key], "http://127.0.0.1").splitlines()[1]
    'group w/any any w'
    """
    kinds = {type_: kind for kind, type_ in KEYS.items()}
    named = {name if not at else f"{name}/{kinds[key.type]}": key for at, key in enumerate(keys)}
    lines = [f"witness {one} {key} {url}\n" for one, key in named.items()]
    return "".join(lines) + f"group {name}/any any {' '.join(named)}\n"
