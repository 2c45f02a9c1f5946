"""What can be found, and who tells of it: an app registers its kinds of things.

    register_searchable("instrument", instruments)

`instruments(urn)` gives every Thing of that kind at or below `urn` (all of them for ""). The text
`search.kind.instrument` names the kind. That is all: the index follows the acts by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# One inner group: any audience in it admits; every group has to. ((plan,), (report, own State)).
Readers = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Thing:
    """One thing with all its language versions, as far as search needs it.

    urn: whose acts change it, and those below it; page and at: the name of its address and its
    parts; heading and texts: by language; parties: keys of the States and Bodies it is of; readers:
    who may find it, with the audiences of all that it stands in.
    """

    urn: str
    page: str
    at: Mapping[str, str | int]
    heading: Mapping[str, str]
    texts: Mapping[str, str]
    readers: Readers
    plan: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Provider:
    """A registered kind. `touched`: which URNs an act on a subject changes, besides the subject."""

    kind: str
    things: Callable[[str], Iterable[Thing]] = field(repr=False)
    touched: Callable[[str], Iterable[str]] | None = field(default=None, repr=False)


_providers: dict[str, Provider] = {}


def register_searchable(
    kind: str, things: Callable[[str], Iterable[Thing]],
    *, touched: Callable[[str], Iterable[str]] | None = None,
) -> None:  # fmt: skip
    """Make things of this kind findable."""
    provider = Provider(kind, things, touched)
    if _providers.setdefault(kind, provider) != provider:
        raise ValueError(f"searchable kind {kind!r} is defined twice")


def providers() -> list[Provider]:
    """All registered kinds in the order in which they were registered."""
    return list(_providers.values())


def kinds() -> list[str]:
    """Names of all registered kinds."""
    return list(_providers)
