"""One measure: who answers, steps, obligations, what can be done about it by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.parties.queries import Names, in_order, members, place_of
from registan.plans.models import Joining, Measure, MeasureText, Report
from registan.plans.models.measures import AssigneeKind
from registan.plans.queries.plans import version_for
from registan.plans.queries.rounds import round_grid
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from datetime import date

    from registan.ledger.audience import Viewer
    from registan.parties.models import Mandate, State
    from registan.plans.models import Indicator, Plan, Round


@dataclass(frozen=True)
class Responsible:
    """One who answers for a measure, in words."""

    name: str
    part: str
    kind: str
    key: str


@dataclass(frozen=True)
class Said:
    """What one party has said of the measure in a round; `report` where it can be opened."""

    party: str
    name: str
    progress: str
    text: str
    text_lang: str
    stage: str
    has_report: bool


def measure_text(measure: Measure, lang: str) -> MeasureText:
    """The measure's words in the version to show."""
    shown = version_for(measure.plan, lang)
    return MeasureText.objects.get(measure=measure, lang=shown)


def languages_of(measure: Measure) -> list[MeasureText]:
    """All language versions of the measure, in the order of the plan's languages."""
    held = {row.lang: row for row in measure.texts.all()}
    return [held[lang] for lang in measure.plan.languages if lang in held]


def responsible_of(measure: Measure) -> list[Responsible]:
    """Who answers, in the order of the plan."""
    names = Names.load()
    found = []
    for row in measure.assignments.select_related("state", "body"):
        key = row.state.key if row.state else row.body.key if row.body else ""
        name = names.short(key) if key else in_lang(row.names) or say(f"assignee.{row.kind}")
        found.append(Responsible(name, row.part, row.kind, key))
    return found


def is_open_group(measure: Measure) -> bool:
    """Whether States may join and leave."""
    return measure.assignments.filter(kind=AssigneeKind.INTERESTED_MEMBERS).exists()


def taking_part(measure: Measure, on: date) -> list[State]:
    """Interested members that take part on a day, in protocol order."""
    return in_order([row.state for row in _joinings(measure) if _covers(row, on)])


def joinings_of(measure: Measure) -> list[Joining]:
    """Every joining, past ones among them, in protocol order."""
    return sorted(_joinings(measure), key=lambda row: (place_of(row.state), row.since))


def _joinings(measure: Measure) -> list[Joining]:
    return list(measure.joinings.select_related("state"))


def _covers(joining: Joining, on: date) -> bool:
    return joining.since <= on and (joining.until is None or joining.until > on)


def may_join(measure: Measure, by: Mandate | None, on: date) -> tuple[bool, bool]:
    """(may join, may leave) for the mandate's State today."""
    if not by or not by.state or not by.has("measures.join") or by.state not in members(on):
        return False, False
    if not is_open_group(measure):
        return False, False
    inside = measure.joinings.filter(state=by.state, until__isnull=True).exists()
    return not inside, inside


def said_in(round_: Round, measure: Measure, viewer: Viewer, parties: list[str]) -> list[Said]:
    """What each party that owes a report has said, in the given order; filed words only."""
    grid = round_grid(round_, viewer)
    lang = current_lang()
    names = Names.load()
    rows = Report.objects.visible_to(viewer).filter(round=round_, measure=measure)
    reports = {row.party_key: row for row in rows.select_related("filed", "state", "body")}
    found = []
    for party in parties:
        if (measure.pk, party) not in grid:
            continue
        report = reports.get(party)
        filed = report.filed if report else None
        text, text_lang = words_of(filed.texts if filed else {}, lang)
        found.append(
            Said(party, names.short(party), grid[measure.pk, party], text, text_lang,
                 report.stage if report else "", report is not None)
        )  # fmt: skip
    return found


def words_of(texts: dict[str, str], lang: str) -> tuple[str, str]:
    """The text in the language, else in the first one that has it, with its language."""
    for code in (lang, "ru", "zh", "en"):
        if texts.get(code):
            return texts[code], code
    return "", lang


def indicators_of(measure: Measure) -> list[Indicator]:
    """What is counted for the measure."""
    return list(measure.indicators.all())


def other_measures(plan: Plan, measure: Measure) -> list[tuple[str, str]]:
    """(number, text) of measures that can take this one over."""
    shown = version_for(plan, current_lang())
    rows = MeasureText.objects.filter(measure__plan=plan, lang=shown).exclude(measure=measure)
    return list(
        rows.filter(measure__fate__in=["in_force", "postponed"])
        .order_by("measure__position")
        .values_list("measure__number", "text")
    )
