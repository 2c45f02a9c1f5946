"""Whose pages these are: an upper floor tells the organisation's name and languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from registan.web.texts import LANGS, in_lang

HOUSE = "Registan"


@dataclass(frozen=True)
class Face:
    """What every page shows of the organisation. Before a profile is loaded: the software's own."""

    names: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = LANGS

    @property
    def name(self) -> str:
        """Short name in the reader's language."""
        return in_lang(self.names) or HOUSE


_providers: list[Callable[[], Face]] = []


def register_face(provider: Callable[[], Face]) -> None:
    """Have `provider` say whose pages these are."""
    if provider not in _providers:
        _providers.append(provider)


def face() -> Face:
    """Whose pages these are."""
    return _providers[0]() if _providers else Face()
