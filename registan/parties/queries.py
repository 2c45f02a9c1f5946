"""Who is what, and when; who may act; names by language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from registan.ledger.audience import NOBODY, Viewer
from registan.ledger.kept import kept
from registan.parties.models import (
    Body,
    BudgetShare,
    Chair,
    Circle,
    Guest,
    Mandate,
    Membership,
    Official,
    Organisation,
    Participation,
    Shredding,
    Sitting,
    State,
)
from registan.parties.powers import offices_of
from registan.parties.setup_mandate import SETUP
from registan.web.organisation import Face
from registan.web.refusal import NotThere
from registan.web.shell import LANGUAGE_NAMES
from registan.web.texts import LANGS, current_lang, has_text, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime


def organisation() -> Organisation | None:
    """The organisation whose profile is loaded."""
    return Organisation.objects.first()


def organisation_face() -> Face:
    """Name and languages of the organisation for every page."""
    found = kept("face of the organisation", organisation)
    if not found:
        return Face()
    return Face(found.short_names, tuple(lang for lang in LANGS if lang in found.languages))


def secretariat_key() -> str:
    """Key of the Body that keeps the register and runs the rounds (profile rule `secretariat`)."""
    found = organisation()
    return str(found.rules["secretariat"]) if found else ""


def in_force(on: date) -> Q:
    """Condition for half-open intervals that cover the day `on`."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))


def standing(on: date, sequence: int | None = None, lang: str | None = None) -> list[Membership]:
    """Every State's standing on a day, by rank and then in protocol order.

    `sequence` is a place among the events of one meeting of that day: a standing that begins on the
    day counts only from its own sequence on, and the one it replaces counts until then. None means
    the end of the day.
    """
    near = Membership.objects.filter(Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on)))
    rows = list(near.select_related("state", "type"))
    begins = {row.state_id: row.sequence for row in rows if row.since == on}
    held = [row for row in rows if _counts(row, on, sequence, begins.get(row.state_id))]
    return sorted(held, key=lambda row: (row.type.rank, place_of(row.state, lang)))


def _counts(row: Membership, on: date, sequence: int | None, successor: int | None) -> bool:
    not_yet = sequence is not None and successor is not None and successor > sequence
    if row.since == on:
        return not not_yet
    return row.until != on or not_yet


def members(on: date, sequence: int | None = None, lang: str | None = None) -> list[State]:
    """Members on a day, in the order of the language version."""
    held = standing(on, sequence, lang)
    return [row.state for row in held if row.type.circle == Circle.MEMBERS]


def changes_of(on: date) -> list[Membership]:
    """Standings that begin on a day, in the order of events of its meeting."""
    begun = Membership.objects.filter(since=on).select_related("state", "type")
    return sorted(begun, key=lambda row: (row.sequence, place_of(row.state)))


def not_invited(on: date) -> set[int]:
    """States (by pk) that are not invited on a day, whatever their standing."""
    held = Participation.objects.filter(in_force(on), invited=False)
    return set(held.values_list("state_id", flat=True))


def shares_on(on: date) -> dict[int, BudgetShare]:
    """Budget shares known for a day, by State (pk)."""
    held = BudgetShare.objects.filter(
        Q(since__isnull=True) | Q(since__lte=on), Q(until__isnull=True) | Q(until__gt=on)
    )
    return {row.state_id: row for row in held}


def place_of(state: State, lang: str | None = None) -> int:
    """The State's place in lists of the language version."""
    return int(state.orders.get(lang or current_lang(), 9999))


def in_order(states: list[State], lang: str | None = None) -> list[State]:
    """States in protocol order: the order of the language version, never by name."""
    return sorted(states, key=lambda state: place_of(state, lang))


def party_name(key: str, lang: str | None = None) -> str:
    """Short name of the State or Body with this key; the key itself where there is none."""
    return Names.load().short(key, lang)


@dataclass(frozen=True)
class Names:
    """Short and official names of all States and Bodies."""

    short_names: dict[str, dict[str, str]]
    official_names: dict[str, dict[str, str]]

    @classmethod
    def load(cls) -> Names:
        """As the profile has them; read once between two acts."""
        return kept("names", cls._read)

    @classmethod
    def _read(cls) -> Names:
        rows = [
            *State.objects.values_list("key", "short_names", "names"),
            *Body.objects.values_list("key", "short_names", "names"),
        ]
        return cls({key: short for key, short, _ in rows}, {key: full for key, _, full in rows})

    def short(self, key: str, lang: str | None = None) -> str:
        return in_lang(self.short_names.get(key, {}), lang) or self.official(key, lang)

    def official(self, key: str, lang: str | None = None) -> str:
        return in_lang(self.official_names.get(key, {}), lang) or key


def party_choices(on: date | None = None) -> list[tuple[str, str]]:
    """Members in protocol order and then Bodies, as (key, short name): for filters and forms."""
    day, lang = on or timezone.localdate(), current_lang()

    def choices() -> list[tuple[str, str]]:
        names = Names.load()
        keys = [state.key for state in members(day, lang=lang)]
        keys += list(Body.objects.order_by("position").values_list("key", flat=True))
        return [(key, names.short(key, lang)) for key in keys]

    return list(kept(("party choices", day, lang), choices))


def body_choices() -> list[tuple[str, str]]:
    """Bodies as (key, short name), in the order of the profile."""
    names = Names.load()
    keys = Body.objects.order_by("position").values_list("key", flat=True)
    return [(key, names.short(key)) for key in keys]


def presidency_body() -> str:
    """Key of the Body whose chair is the presidency of the organisation."""
    found = organisation()
    return str(found.rules["presidency"]) if found else ""


def chair_of(body: str, on: date) -> Chair | None:
    """Who chairs a Body on a day, where the profile says so."""
    held = Chair.objects.filter(in_force(on), body__key=body).select_related("state", "body")
    return held.order_by("-since").first()


def chairs_on(on: date) -> dict[int, Chair]:
    """Who chairs which Body (pk) on a day, where the profile says so."""
    return {row.body_id: row for row in Chair.objects.filter(in_force(on)).select_related("state")}


def sittings_of(body: Body) -> list[Sitting]:
    """The meetings of a Body, latest first, with their guests."""
    rows = body.sittings.prefetch_related("guests__state").order_by("-number")
    return list(rows)


def guest_at(state: State) -> list[Guest]:
    """The meetings at which a State was a guest, latest first."""
    held = Guest.objects.filter(state=state).select_related("sitting__body")
    return list(held.order_by("-sitting__since", "sitting__body__position"))


def next_sitting(body: str, today: date) -> Sitting | None:
    """The first sitting of a Body that is not over; one without a date comes after all with one."""
    open_ones = Sitting.objects.filter(body__key=body).filter(
        Q(until__gte=today) | Q(since__isnull=True)
    )
    return open_ones.order_by("number").first()


def bodies_by_level() -> list[Body]:
    """All Bodies, each after the one it stands under."""
    rows = list(Body.objects.select_related("parent").order_by("position"))
    below: dict[int | None, list[Body]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)

    def walk(parent: int | None, depth: int) -> list[Body]:
        found = []
        for row in below.get(parent, []):
            row.depth = depth  # type: ignore[attr-defined]
            found += [row, *walk(row.pk, depth + 1)]
        return found

    return walk(None, 0)


def find_state(key: str) -> State:
    """The State with this key. Raises NotThere."""
    found = State.objects.filter(key=key).first()
    if found is None:
        raise NotThere
    return found


def find_body(key: str) -> Body:
    """The Body with this key. Raises NotThere."""
    found = Body.objects.filter(key=key).select_related("parent").first()
    if found is None:
        raise NotThere
    return found


def offices_open_to(by: Mandate) -> list[str]:
    """Offices that the State or Body of `by` may give."""
    return offices_of(
        is_state=by.state is not None, keeps_the_house=by.body_key == secretariat_key()
    )


def language_choices() -> list[tuple[str, str]]:
    """Languages of the organisation, each by its own name."""
    found = organisation()
    return [(code, LANGUAGE_NAMES[code]) for code in LANGS if not found or code in found.languages]


def all_mandate_urns(by: Mandate) -> list[str]:
    """All mandates ever granted for the State or Body of `by`."""
    return [row.urn for row in Mandate.objects.filter(state=by.state, body=by.body)]


def shreddings() -> list[Shredding]:
    """All that were proposed, latest first."""
    return list(Shredding.objects.select_related("proposed_by__official"))


def find_shredding(pk: int) -> Shredding:
    """The shredding with this key. Raises NotThere."""
    found = Shredding.objects.select_related("proposed_by__official").filter(pk=pk).first()
    if found is None:
        raise NotThere
    return found


def find_mandate(pk: int) -> Mandate | None:
    """A mandate, in force or not."""
    return Mandate.objects.select_related("state", "body").filter(pk=pk).first()


def own_officials(by: Mandate) -> list[Official]:
    """Officials who act or have acted for the State or Body of `by`."""
    held = Official.objects.filter(mandates__state=by.state, mandates__body=by.body)
    return list(held.distinct().order_by("username"))


def own_mandates(by: Mandate, now: datetime) -> list[Mandate]:
    """Mandates of the State or Body that `by` acts for which are in force or yet to begin."""
    held = Mandate.objects.filter(state=by.state, body=by.body, revoked_at=None)
    held = held.filter(Q(until__isnull=True) | Q(until__gt=now))
    return list(
        held.select_related("official", "state", "body").order_by("official__username", "pk")
    )


def cast() -> list[tuple[Official, str]]:
    """The officials of the worked example with the key of whom each acts for, in order of entry."""
    rows = Official.objects.filter(is_cast=True, is_active=True).order_by("pk")
    found = []
    for official in rows.prefetch_related("mandates__state", "mandates__body"):
        mandate = next(iter(official.mandates.all()), None)
        found.append((official, mandate.actor_key if mandate else ""))
    return found


def party_wordings() -> dict[str, Callable[[Any, str], str]]:
    """How recorded keys of States and Bodies read (for ledger.queries.register_wordings)."""
    names = Names.load()

    def short(key: str, lang: str) -> str:
        if key == SETUP.actor_key:
            return say("parties.operator", lang)
        # Machines of the upper floors have no mandate; they have a name.
        machine = f"machine.{key}"
        return say(machine, lang) if has_text(machine) else names.short(key, lang)

    return {
        "actor": short, "party": short, "state": short,
        "opened_to": lambda audience, lang: say(f"ledger.audience.{audience}", lang),
    }  # fmt: skip


def mandates_of(official: Official, moment: datetime) -> list[Mandate]:
    """The Official's mandates in force, oldest first."""
    held = Mandate.objects.active_at(moment).filter(official=official)
    return list(held.select_related("state", "body").order_by("since", "pk"))


def viewer_of(official: Official, mandates: list[Mandate], moment: datetime) -> Viewer:
    """What this Official is entitled to see under all of his mandates together."""
    states = frozenset(row.state.key for row in mandates if row.state)
    bodies = frozenset(row.body.key for row in mandates if row.body)
    if not mandates:
        return Viewer(official_id=official.pk)
    day = timezone.localdate(moment)
    circles = kept(("circles", states, day), lambda: circles_of(states, day))
    return Viewer(
        states=states,
        bodies=bodies,
        # A Body of the organisation reads what is addressed to its members.
        member=Circle.MEMBERS in circles or bool(bodies),
        partner=Circle.PARTNERS in circles,
        official_id=official.pk,
    )


def circles_of(states: frozenset[str], on: date) -> frozenset[str]:
    """Circles to which these States belong on a day. One that is not invited gets no papers."""
    silent = Participation.objects.filter(in_force(on), invited=False).values("state_id")
    held = Membership.objects.filter(in_force(on), state__key__in=states)
    return frozenset(held.exclude(state__in=silent).values_list("type__circle", flat=True))


def viewer_for_party(*, state: str = "", body: str = "") -> Viewer:
    """What somebody sees who acts for this State or Body alone: for the operator's own checks.

    Raises NotThere for a key that is none.
    """
    if body:
        return Viewer(bodies=frozenset({find_body(body).key}), member=True)
    states = frozenset({find_state(state).key})
    circles = circles_of(states, timezone.localdate())
    return Viewer(
        states=states, member=Circle.MEMBERS in circles, partner=Circle.PARTNERS in circles
    )


def secretariat_viewer() -> Viewer:
    """What the organisation's Secretariat sees: for papers that the operator writes on its machine."""
    return Viewer(bodies=frozenset({secretariat_key()}), member=True)


def viewer_for(official: Official | None) -> Viewer:
    """The viewer an account stands for at this moment; nobody for None."""
    if official is None:
        return NOBODY
    now = timezone.now()
    return viewer_of(official, mandates_of(official, now), now)
