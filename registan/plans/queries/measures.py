"""One measure: who answers, steps, obligations, what can be done about it by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.parties.queries import Names, in_order, members, place_of
from registan.plans.models import Joining, Measure, MeasureText, Report, RoundLine
from registan.plans.models.measures import AssigneeKind
from registan.plans.queries.plans import version_for
from registan.plans.queries.rounds import round_grid
from registan.plans.queries.words import parties_in
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from datetime import date

    from registan.ledger.audience import Viewer
    from registan.parties.models import Mandate, State
    from registan.plans.models import Amendment, Indicator, Plan, ReportVersion, Round


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
    foreign: str  # the language of the text, in words, where it is not the reader's
    corrected: bool  # a later version stands beside the one that the frozen account has


def measure_text(measure: Measure, lang: str) -> MeasureText:
    """The measure's words in the version to show; in the first it has, where that one came without."""
    shown = version_for(measure.plan, lang)
    held = {row.lang: row for row in measure.texts.all()}
    return held.get(shown) or next(held[lang] for lang in measure.plan.languages if lang in held)


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


def said_in(round_: Round, measure: Measure, viewer: Viewer) -> list[Said]:
    """What each party that owes a report has said, in protocol order; filed words only.

    Of a closed round the words that count in its account, whatever was corrected since.
    """
    grid = round_grid(round_, viewer)
    lang = current_lang()
    parties = parties_in(round_)
    rows = Report.objects.visible_to(viewer).filter(round=round_, measure=measure)
    reports = {row.party_key: row for row in rows.select_related("filed", "state", "body")}
    frozen = frozen_versions(round_, measure)
    found = []
    for party in parties.in_order(key for pk, key in grid if pk == measure.pk):
        report = reports.get(party)
        filed = report.filed if report else None
        counts = filed if round_.is_open else frozen.get(party)
        text, text_lang = words_of(counts.texts if counts and filed else {}, lang)
        stage = report.outward_stage if report and filed else ""
        foreign = say(f"language.{text_lang}") if text and text_lang != lang else ""
        found.append(
            Said(party, parties.names.short(party), grid[measure.pk, party], text, text_lang, stage,
                 report is not None, foreign, filed is not None and filed != counts)
        )  # fmt: skip
    return found


def frozen_versions(round_: Round, measure: Measure) -> dict[str, ReportVersion]:
    """party -> the version that counts in the account of a closed round."""
    lines = RoundLine.objects.filter(round=round_, measure=measure, version__isnull=False)
    return {
        party.key: row.version
        for row in lines.select_related("version", "state", "body")
        if row.version and (party := row.state or row.body)
    }


def words_of(texts: dict[str, str], lang: str) -> tuple[str, str]:
    """The text in the language, else in the first one that has it, with its language."""
    for code in (lang, "ru", "zh", "en"):
        if texts.get(code):
            return texts[code], code
    return "", lang


def indicators_of(measure: Measure) -> list[Indicator]:
    """What is counted for the measure."""
    return list(measure.indicators.all())


def amendments_of(measure: Measure, viewer: Viewer) -> list[Amendment]:
    """What befell the measure since adoption, latest first."""
    rows = list(measure.amendments.select_related("successor__plan").order_by("-n"))
    for row in rows:
        if row.successor and not row.successor.is_seen_by(viewer):
            row.successor = None
    return rows


def taken_over_by(measure: Measure, viewer: Viewer) -> list[Measure]:
    """Measures that were merged into this one or superseded by it, as far as the viewer sees them."""
    rows = Measure.objects.visible_to(viewer).filter(successor=measure)
    return list(rows.select_related("plan"))


def other_measures(
    plan: Plan, measure: Measure, viewer: Viewer, *, of_all_plans: bool = False
) -> list[tuple[str, str]]:
    """(plan key/number, words) of measures that can take this one over, those of its plan first."""
    lang = current_lang()
    rows = Measure.objects.visible_to(viewer).filter(fate__in=["in_force", "postponed"])
    rows = rows.exclude(pk=measure.pk).select_related("plan").prefetch_related("texts")
    if not of_all_plans:
        rows = rows.filter(plan=plan)
    near = sorted(rows, key=lambda row: (row.plan_id != plan.pk, row.plan_id, row.position))
    found = []
    for row in near:
        words = in_lang({text.lang: text.text for text in row.texts.all()}, lang)
        place = "" if row.plan_id == plan.pk else f"{in_lang(row.plan.titles, lang)}: "
        found.append((f"{row.plan.key}/{row.number}", f"{place}{row.number} {words}"[:140]))
    return found
