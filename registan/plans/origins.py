"""What a measure may come from: an upper floor registers how a thing of its own is found by its URN.

    register_origin("urn:registan:bottleneck:", bottleneck_at)

Plans know nothing of that floor: they keep the URN, and link to the page that it names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Place:
    """A page with the name of what it shows, by language; `kind` is a key of texts ("Bottleneck")."""

    kind: str
    page: str
    at: Mapping[str, str | int]
    names: Mapping[str, str]

    @property
    def href(self) -> str:
        return reverse(self.page, kwargs=dict(self.at))


@dataclass(frozen=True)
class Origin:
    """A thing of one State from which a measure of that State can be made."""

    urn: str
    state: str
    audience: str
    places: tuple[Place, ...]
    texts: Mapping[str, str] = field(default_factory=dict)  # proposed for the measure
    offices: Mapping[str, str] = field(default_factory=dict)
    ends_on: date | None = None


_finders: dict[str, Callable[[str], Origin | None]] = {}


def register_origin(prefix: str, find: Callable[[str], Origin | None]) -> None:
    """Have URNs with this prefix found by `find`, which gives None for what makes no measure."""
    if _finders.setdefault(prefix, find) is not find:
        raise ValueError(f"origins {prefix!r} are defined twice")


def origin_at(urn: str) -> Origin | None:
    """The thing with this URN, if a measure can come from it."""
    find = next((each for prefix, each in _finders.items() if urn.startswith(prefix)), None)
    return find(urn) if find else None


def origin_seen(urn: str, viewer: Viewer) -> Origin | None:
    """The same, for a reader who may see it."""
    found = origin_at(urn) if urn else None
    return found if found and viewer.sees(found.audience) else None
