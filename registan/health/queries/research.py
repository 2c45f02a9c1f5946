"""The register of research, its validations and materials, as a reader may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.health.models import (
    PHASES,
    Choosing,
    Exchange,
    ExchangeStanding,
    Material,
    Phase,
    Portion,
    Product,
    Research,
    ResearchEnd,
    Sharing,
    Specimen,
    Substance,
    Terms,
    Validation,
)
from registan.kernel.epi.accuracy import exact_share, pooled_share
from registan.parties.queries import place_of
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.epi.accuracy import Pooled, Share
    from registan.ledger.audience import Viewer
    from registan.parties.models import State

MOST = 500
KINDS: list[str] = list(Product.values)
ALL_PHASES: list[str] = [*PHASES["drug"], *(p for p in PHASES["test"] if p not in PHASES["drug"])]
SHARINGS: list[str] = list(Sharing.values)
ENDS: list[str] = list(ResearchEnd.values)
SPECIMENS: list[str] = list(Specimen.values)
CHOOSINGS: list[str] = list(Choosing.values)
SUBSTANCES: list[str] = list(Substance.values)
PORTIONS: list[str] = list(Portion.values)
TERMS: list[str] = list(Terms.values)


@dataclass(frozen=True)
class Filters:
    """What a reader asks for; "" is everything."""

    kind: str = ""
    phase: str = ""
    condition: str = ""
    state: str = ""


@dataclass(frozen=True)
class Validated:
    """One State's validation with its two shares; None where nobody stood on that side."""

    row: Validation
    sensitivity: Share | None
    specificity: Share | None


@dataclass(frozen=True)
class Together:
    """Validations of several States taken together, where asked."""

    sensitivity: Pooled | None
    specificity: Pooled | None


@dataclass(frozen=True)
class Way:
    """An exchange with what the reader's State may do next in it: words of `EXCHANGE_DEEDS`."""

    row: Exchange
    deeds: list[str]


@dataclass(frozen=True)
class Listed:
    """A material with the exchanges that this reader sees."""

    row: Material
    ways: list[Way]


def researches(viewer: Viewer, filters: Filters = Filters()) -> list[Research]:
    """The newest version of each, by State in protocol order and number; at most 500.

    A State is found by its leading institution, a partner or a site.
    """
    found = Research.objects.visible_to(viewer).filter(is_newest=True)
    for name in ("kind", "phase"):
        if wanted := getattr(filters, name):
            found = found.filter(**{name: wanted})
    if filters.condition:
        found = found.filter(condition__code=filters.condition)
    rows = [
        row
        for row in found.select_related("state", "condition")
        if not filters.state or filters.state in row.states
    ]
    return sorted(rows, key=lambda row: (place_of(row.state), row.n))[:MOST]


def find_research(key: str, viewer: Viewer) -> list[Research]:
    """All versions that the reader may see, the newest first. Raises NotThere."""
    found = Research.objects.visible_to(viewer).filter(of_key(key)).order_by("-version")
    rows = list(found.select_related("state", "condition"))
    if not rows:
        raise NotThere
    return rows


def of_key(key: str) -> Q:
    """The row that a key like `KZ-1` names. Raises NotThere for what is none."""
    state, _, n = key.rpartition("-")
    if not (n.isascii() and n.isdigit() and len(n) < 5):
        raise NotThere
    return Q(state__key=state, n=int(n))


def own_research(state: State | None, kinds: Sequence[str], viewer: Viewer) -> list[Research]:
    """What a State has under way of these kinds: what it may propose under a call."""
    found = Research.objects.visible_to(viewer).filter(
        state=state, is_newest=True, closed_on=None, kind__in=kinds
    )
    return list(found.select_related("state").order_by("n"))


def validations(research: Research, viewer: Viewer) -> list[Validated]:
    """What States found of a test system, side by side in protocol order."""
    found = Validation.objects.visible_to(viewer).filter(
        research__state=research.state, research__n=research.n, is_newest=True
    )
    rows = sorted(
        found.select_related("state", "condition", "research__state"),
        key=lambda row: (place_of(row.state), row.n),
    )
    return [
        Validated(row, exact_share(row.tp, row.tp + row.fn), exact_share(row.tn, row.tn + row.fp))
        for row in rows
    ]


def together(rows: Sequence[Validated]) -> Together:
    """All of them by random effects; only where a reader asks for it."""
    return Together(
        pooled_share([(each.row.tp, each.row.tp + each.row.fn) for each in rows]),
        pooled_share([(each.row.tn, each.row.tn + each.row.fp) for each in rows]),
    )


def find_validation(research: Research, n: int, viewer: Viewer) -> Validation:
    """One validation of a test system. Raises NotThere."""
    for each in validations(research, viewer):
        if each.row.n == n:
            return each.row
    raise NotThere


def materials(viewer: Viewer) -> list[Listed]:
    """What is offered and asked for, States in protocol order; with each the reader's own exchanges."""
    found = Material.objects.visible_to(viewer).select_related("state", "condition")
    ways: dict[int, list[Way]] = {}
    seen = Exchange.objects.visible_to(viewer).select_related("material__state", "state")
    for each in seen:
        ways.setdefault(each.material_id, []).append(Way(each, deeds_of(each, viewer)))
    rows = sorted(found[:MOST], key=lambda row: (place_of(row.state), row.n))
    return [Listed(row, ways.get(row.pk, [])) for row in rows if row.is_open or row.pk in ways]


def deeds_of(exchange: Exchange, viewer: Viewer) -> list[str]:
    """What the reader's State may do next in an exchange."""
    turn = {
        ExchangeStanding.ASKED: (exchange.material.state.key, ["agree", "decline"]),
        ExchangeStanding.AGREED: (exchange.giver.key, ["send"]),
        ExchangeStanding.SENT: (exchange.taker.key, ["receive"]),
    }.get(ExchangeStanding(exchange.standing))
    return turn[1] if turn and turn[0] in viewer.states else []


def find_material(key: str, viewer: Viewer) -> Material:
    """One material. Raises NotThere."""
    found = Material.objects.visible_to(viewer).filter(of_key(key)).select_related("state")
    if (row := found.first()) is None:
        raise NotThere
    return row


def find_exchange(key: str, n: int, viewer: Viewer) -> Exchange:
    """One exchange, for the two States alone. Raises NotThere."""
    material = find_material(key, viewer)
    found = Exchange.objects.visible_to(viewer).filter(material=material, n=n)
    row = found.select_related("material__state", "state").first() if n < 10_000 else None
    if row is None:
        raise NotThere
    return row


def all_phases() -> list[str]:
    """Phases of all kinds, each once."""
    return [phase for phase in ALL_PHASES if phase in Phase.values]
