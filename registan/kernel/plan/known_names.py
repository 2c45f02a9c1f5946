"""Names known before a table is read: those of the profile, and those its own columns give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.plan.actor_words import fold_name

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class KnownNames:
    """Folded name -> key. `openings`: what stands before the first comma of names that hold one."""

    keys: Mapping[str, str]
    openings: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Mapping[str, str]) -> KnownNames:
        """From printed names (any language) to keys."""
        return cls._folded({fold: key for name, key in names.items() if (fold := fold_name(name))})

    @classmethod
    def _folded(cls, keys: Mapping[str, str]) -> KnownNames:
        return cls(keys, frozenset(name.split(",", 1)[0] for name in keys if "," in name))

    def and_more(self, names: Mapping[str, str]) -> KnownNames:
        """These names and others; where both know a name, the key of these stands."""
        return self._folded({**KnownNames.of(names).keys, **self.keys})

    def __contains__(self, name: str) -> bool:
        return fold_name(name) in self.keys


NO_NAMES = KnownNames({})
