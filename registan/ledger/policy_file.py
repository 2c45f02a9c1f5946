"""The trust policy of this installation, kept true when keys of the log change hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.log.policy import REFUSED, parse_policy
from registan.witness.files import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from registan.kernel.log.keys import VerifierKey


def enter_keys(path: Path, keys: Iterable[VerifierKey]) -> None:
    """List new keys of the log below its others; an installation without a policy file stays without.

    Raises Malformed for a file that is no policy: nothing is written then.
    """
    _enter(path, lambda known: [f"log {key}" for key in keys if key not in known])


def enter_refusals(path: Path, refused: Mapping[VerifierKey, int]) -> None:
    """State from which entry on a replaced key vouches for nothing. Raises Malformed likewise."""
    _enter(
        path,
        lambda known: [
            f"{REFUSED} {index} {key}" for key, index in refused.items() if key in known
        ],
    )


def _enter(path: Path, lines_for: Callable[[list[VerifierKey]], list[str]]) -> None:
    """Add lines below the last line of a log, those that are missing."""
    if not path.is_file():
        return
    data = path.read_bytes()
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    fresh = [line for line in lines_for(parse_policy(data).logs) if line not in lines]
    last = max((at for at, line in enumerate(lines) if line.split()[:1] == ["log"]), default=-1)
    lines[last + 1 : last + 1] = fresh
    made = "\n".join(lines).encode("utf-8", "surrogateescape")
    parse_policy(made)
    if fresh:
        replace_file(path, made)
