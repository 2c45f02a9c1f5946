"""Kinds of letters, and how each Official wishes to get them.

An app names its kinds in `letters.py`; each has the texts `letter.<kind>.name`, `.subject`, `.body`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.module_loading import autodiscover_modules

from registan.jobs.models import Preference, Wish
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Kind:
    """A kind of letter. `usual` holds until the reader chooses; an obligatory kind always comes."""

    name: str
    usual: Wish
    is_obligatory: bool


_registry: dict[str, Kind] = {}


def letter_kind(name: str, *, digest: bool = False, obligatory: bool = False) -> Kind:
    """Register a kind; `digest` gathers its letters into one a day unless the reader chooses otherwise."""
    kind = Kind(name, Wish.DAILY if digest else Wish.AT_ONCE, obligatory)
    if _registry.setdefault(name, kind) != kind:
        raise ValueError(f"letter kind {name!r} is defined twice")
    return kind


def kind_named(name: str) -> Kind:
    """The kind of this name. Raises KeyError for an unknown one."""
    if name not in _registry:
        autodiscover_modules("letters")
    return _registry[name]


def all_kinds() -> list[Kind]:
    """Every kind of every app, by name."""
    autodiscover_modules("letters")
    return [_registry[name] for name in sorted(_registry)]


def wishes_of(usernames: Iterable[str], kind: Kind) -> dict[str, Wish]:
    """How each of the Officials wishes to get letters of `kind`."""
    names = list(usernames)
    found = Preference.objects.filter(username__in=names, kind=kind.name)
    chosen = {row.username: Wish(row.wish) for row in found}
    return {name: _allowed(chosen.get(name, kind.usual), kind) for name in names}


def choices_of(username: str) -> list[tuple[Kind, Wish]]:
    """Every kind with this Official's wish, for the settings page."""
    chosen = dict(Preference.objects.filter(username=username).values_list("kind", "wish"))
    return [(kind, _allowed(Wish(chosen.get(kind.name, kind.usual)), kind)) for kind in all_kinds()]


def choose(username: str, kind_name: str, wish: str) -> None:
    """Remember how an Official wishes to get letters of a kind."""
    kind = next((row for row in all_kinds() if row.name == kind_name), None)
    if kind is None or wish not in Wish.values:
        raise Refused("letter_choice_unknown", field=kind_name)
    if kind.is_obligatory and wish == Wish.NOT_AT_ALL:
        raise Refused("letter_obligatory", field=kind_name)
    Preference.objects.update_or_create(username=username, kind=kind.name, defaults={"wish": wish})


def _allowed(wish: Wish, kind: Kind) -> Wish:
    return kind.usual if kind.is_obligatory and wish == Wish.NOT_AT_ALL else wish


def ways(kind: Kind) -> list[Wish]:
    """The ways in which letters of `kind` may come."""
    return [wish for wish in Wish if _allowed(wish, kind) == wish]
