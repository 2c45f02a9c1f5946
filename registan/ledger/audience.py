"""Who may see a record: one word kept on every record, and who is asking.

Canonical form: `public`, `members`, `partners` (members and partners), `states:|KZ|UZ|`, `body:RATS_EC`.
Named States and a Body beside them: `states:|+SECRETARIAT|KZ|UZ|` (no key begins with a plus).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from collections.abc import Iterable

PUBLIC = "public"
MEMBERS = "members"
PARTNERS = "partners"
LONGEST = 400


def states(keys: Iterable[str], *, bodies: Iterable[str] = ()) -> str:
    """Audience of the named States, and of Bodies beside them, in one canonical order."""
    return "states:|" + "|".join(sorted({*keys, *(f"+{key}" for key in bodies)})) + "|"


def body(key: str) -> str:
    """Audience of those who act for one Body."""
    return f"body:{key}"


def is_well_formed(audience: str) -> bool:
    """Whether `audience` is one of the canonical forms."""
    if audience in {PUBLIC, MEMBERS, PARTNERS}:
        return True
    if audience.startswith("states:|"):
        return len(audience) > len("states:||") and audience.endswith("|")
    return audience.startswith("body:") and len(audience) > len("body:")


def covers(wider: str, narrower: str) -> bool:
    """Whether everybody who sees `narrower` is sure to see `wider` as well."""
    circles = (PUBLIC, PARTNERS, MEMBERS)
    if wider in circles and narrower in circles:
        return circles.index(wider) <= circles.index(narrower)
    return wider in {PUBLIC, narrower}


@dataclass(frozen=True)
class Viewer:
    """Who is reading: the States and Bodies he acts for, and whether those are members or partners."""

    states: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    member: bool = False
    partner: bool = False
    official_id: int | None = field(default=None, compare=False)

    @property
    def signed_in(self) -> bool:
        return self.official_id is not None

    def sees(self, audience: str) -> bool:
        """Whether a record with this audience is for this reader (same rule as `addressed_to`)."""
        if audience == PUBLIC:
            return True
        if audience == MEMBERS:
            return self.member
        if audience == PARTNERS:
            return self.member or self.partner
        if audience.startswith("states:"):
            named = [*self.states, *(f"+{key}" for key in self.bodies)]
            return any(f"|{key}|" in audience for key in named)
        return audience.removeprefix("body:") in self.bodies and audience.startswith("body:")


NOBODY = Viewer()


def addressed_to(viewer: Viewer, column: str = "audience") -> Q:
    """The condition under which a record is visible to `viewer`; `column` may follow relations."""
    words = [PUBLIC]
    if viewer.member:
        words.append(MEMBERS)
    if viewer.member or viewer.partner:
        words.append(PARTNERS)
    words += [body(key) for key in sorted(viewer.bodies)]
    condition = Q(**{f"{column}__in": words})
    for key in [*sorted(viewer.states), *(f"+{key}" for key in sorted(viewer.bodies))]:
        condition |= Q(**{f"{column}__startswith": "states:|", f"{column}__contains": f"|{key}|"})
    return condition
