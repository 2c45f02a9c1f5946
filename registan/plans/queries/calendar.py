"""What falls due, and when: measures, their steps, and rounds of reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings
from django.db.models import Max, Q

from registan.kernel.calendar.feed import Day
from registan.ledger.models import Entry
from registan.parties.models import Official
from registan.plans.models import Measure, MeasureText, Milestone, Plan, Round
from registan.plans.models.measures import Standing
from registan.plans.queries.plans import concerns, version_for
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from datetime import date, datetime

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Due:
    """One dated line of the calendar."""

    on: date
    kind: str  # measure, step or round
    plan: str
    number: str
    words: str
    uid: str
    revision: int
    cancelled: bool = False

    @property
    def path(self) -> str:
        """Address of the thing below the language."""
        if self.kind == "round":
            return f"plans/{self.plan}/rounds/{self.number}/"
        return f"plans/{self.plan}/measures/{quote(self.number)}/"


def owner_of(feed_key: str) -> Official:
    """The Official whose private calendar address this is. Raises NotThere."""
    found = Official.objects.filter(feed_key=feed_key, is_active=True).first()
    if found is None:
        raise NotThere
    return found


def due_lines(
    viewer: Viewer, lang: str, *, plan: Plan | None = None, since: date | None = None,
    until: date | None = None, party: str = "",
) -> list[Due]:  # fmt: skip
    """All that falls due in the plans the viewer may see, by date; `party` narrows to what it owes."""
    plans = [plan] if plan else list(Plan.objects.visible_to(viewer))
    found: list[Due] = []
    for each in plans:
        found += _of_plan(each, viewer, lang, party)
    kept = [
        line
        for line in found
        if (since is None or line.on >= since) and (until is None or line.on <= until)
    ]
    return sorted(kept, key=_by_date)


def _of_plan(plan: Plan, viewer: Viewer, lang: str, party: str) -> list[Due]:
    shown = version_for(plan, lang)
    visible = Measure.objects.visible_to(viewer).filter(plan=plan)
    if party:
        visible = visible.filter(concerns(plan, party))
    gone = {Standing.MERGED, Standing.SUPERSEDED}
    rows = MeasureText.objects.filter(
        lang=shown, measure__in=visible, measure__ends_on__isnull=False
    ).values_list("measure_id", "measure__number", "measure__ends_on", "measure__revision",
                  "measure__fate", "text")  # fmt: skip
    lines = [
        Due(end, "measure", plan.key, number, text, f"measure-{pk}", revision, fate in gone)
        for pk, number, end, revision, fate, text in rows
        if end
    ]
    steps = Milestone.objects.filter(measure__in=visible, ends_on__isnull=False)
    lines += [
        Due(
            end,
            "step",
            plan.key,
            number,
            in_lang(texts, lang),
            f"step-{pk}-{position}",
            revision,
            fate in gone,
        )
        for pk, position, number, end, texts, revision, fate in steps.values_list(
            "measure_id",
            "position",
            "measure__number",
            "ends_on",
            "texts",
            "measure__revision",
            "measure__fate",
        )
        if end
    ]
    return lines + [
        _round(row, plan, lang) for row in Round.objects.visible_to(viewer).filter(plan=plan)
    ]


def _round(row: Round, plan: Plan, lang: str) -> Due:
    words = say("plans.calendar.round", lang, n=row.number, plan=in_lang(plan.titles, lang))
    return Due(
        row.due_on, "round", plan.key, str(row.number), words, f"round-{row.pk}", row.revision
    )


def feed_days(lines: list[Due], lang: str) -> list[Day]:
    """Lines of the calendar as days of a feed; a day is its last, since terms are deadlines."""
    host = settings.SITE_URL.split("//", 1)[-1].split("/", 1)[0]
    return [
        Day(
            uid=f"{line.uid}@{host}",
            start=line.on,
            end=line.on,
            summary=f"{line.number} {line.words}"[:160] if line.kind != "round" else line.words,
            url=f"{settings.SITE_URL}/{lang}/{line.path}",
            sequence=line.revision,
            cancelled=line.cancelled,
        )
        for line in lines
    ]


def own_lines(viewer: Viewer, lang: str) -> list[Due]:
    """What the States and Bodies of the viewer owe, each line once, by date."""
    found: dict[str, Due] = {}
    for party in sorted(viewer.states | viewer.bodies):
        found |= {line.uid: line for line in due_lines(viewer, lang, party=party)}
    return sorted(found.values(), key=_by_date)


def _by_date(line: Due) -> tuple[date, str, str, str]:
    return line.on, line.plan, line.kind, line.number


def last_change(viewer: Viewer) -> datetime | None:
    """Time of the latest act on plans that the viewer may see: DTSTAMP and ETag of a feed."""
    acts = Entry.objects.visible_to(viewer).filter(Q(kind__startswith="plans."))
    moment: datetime | None = acts.aggregate(latest=Max("at"))["latest"]
    return moment
