"""Which State, Body or group a name in a plan table stands for, by the profile's table of names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.parties.models import Alias, Body, State
from registan.plans.models.measures import AssigneeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTES = str.maketrans(dict.fromkeys("«»„“”\"'‘’`", ""))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_BLANKS = re.compile(r"\s+")
_HAN_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff（）、]) | (?=[\u4e00-\u9fff（）、])")
# Groups that the house understands; the profile's aliases of kind `group` lead to these keys.
GROUP_KINDS = {
    "ALL": AssigneeKind.ALL_MEMBERS,
    "ALL_MEMBERS": AssigneeKind.ALL_MEMBERS,
    "INT": AssigneeKind.INTERESTED_MEMBERS,
    "INTERESTED_MEMBERS": AssigneeKind.INTERESTED_MEMBERS,
}


def folded(name: str) -> str:
    """A name as compared: NFKC, no quotation marks, one kind of dash, one blank, no case, е for ё."""
    text = unicodedata.normalize("NFKC", name).translate(_QUOTES).translate(_DASHES)
    text = _BLANKS.sub(" ", text).strip().casefold().replace("ё", "е")
    return _HAN_BLANKS.sub("", text)


@dataclass(frozen=True)
class Party:
    """What a name stands for: an AssigneeKind, and the key of the State or Body."""

    kind: str
    key: str = ""

    @property
    def code(self) -> str:
        """As kept in a settlement and sent by a form: `state:KZ`, `agency`, `all_members`."""
        return f"{self.kind}:{self.key}" if self.key else self.kind

    @classmethod
    def from_code(cls, code: str) -> Party | None:
        """The party a code stands for; None for a code that is none."""
        kind, _, key = code.partition(":")
        if kind not in AssigneeKind.values:
            return None
        needs_key = kind in {AssigneeKind.STATE, AssigneeKind.BODY}
        return cls(kind, key) if bool(key) == needs_key else None


@dataclass(frozen=True)
class NameTable:
    """All names the profile knows, folded, and what each stands for."""

    parties: dict[str, Party]

    @classmethod
    def load(cls) -> NameTable:
        """Names, short names and aliases of the States and Bodies of the loaded profile."""
        parties: dict[str, Party] = {}
        states = State.objects.values_list("key", "names", "short_names")
        bodies = Body.objects.values_list("key", "names", "short_names")
        for kind, rows in ((AssigneeKind.STATE.value, states), (AssigneeKind.BODY.value, bodies)):
            for key, names, short_names in rows:
                for name in (*names.values(), *short_names.values()):
                    parties.setdefault(folded(name), Party(kind, key))
        for kind, key, name in Alias.objects.values_list("kind", "key", "name"):
            party = Party(GROUP_KINDS[key]) if key in GROUP_KINDS else Party(kind, key)
            if party.kind in AssigneeKind.values:
                parties.setdefault(folded(name), party)
        parties.pop("", None)
        return cls(parties)

    def find(self, name: str) -> Party | None:
        """What `name` stands for; None where the profile does not know it."""
        return self.parties.get(folded(name))

    def printed(self) -> Iterable[tuple[str, str]]:
        """(folded name, code) of every known name, for a reader that splits cells."""
        return ((name, party.code) for name, party in self.parties.items())
