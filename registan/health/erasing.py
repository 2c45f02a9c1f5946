"""What health destroys of an act that is shredded: figures, names of files, words of definitions.

Series are then made anew from what is left: what an earlier submission said counts again.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from registan.health.differences import step_of
from registan.health.estimating import forget
from registan.health.models import (
    OVER,
    Assessment,
    BackTest,
    Bottleneck,
    BottleneckChange,
    Call,
    Definition,
    Exchange,
    Exercise,
    Experience,
    Material,
    MethodVersion,
    Notice,
    Opinion,
    Question,
    QuestionAnswer,
    Research,
    ResearchProposal,
    RosterEntry,
    Scenario,
    ScenarioStanding,
    Sent,
    Series,
    Signal,
    Stand,
    StockLot,
    Submission,
    Timeliness,
    TimelinessMark,
    Validation,
)
from registan.kernel.counts.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model

    from registan.ledger.models import Entry

# What is left of a row whose words and figures are destroyed.
EMPTIED: tuple[tuple[type[Model], dict[str, object]], ...] = (
    (Assessment, {"known": {}, "answers": {}}), (Notice, {"texts": {}}), (Opinion, {"reasons": {}}),
    (Research, {"titles": {}, "summaries": {}, "lead": "", "partners": [], "sites": [],
                "registration": "", "conditions_of_sharing": {}, "milestones": [], "results": {}}),
    (Validation, {"laboratory": "", "reference": {}, "examined": 0, "tp": 0, "fp": 0, "fn": 0,
                  "tn": 0, "unclear": 0}),
    (Material, {"titles": {}, "remarks": {}}), (Exchange, {"texts": {}}),
    (Call, {"titles": {}, "topics": {}, "terms": {}, "results": {}}),
    (ResearchProposal, {"texts": {}}), (Stand, {"texts": {}}),
    (Timeliness, {"reasons": {}}), (BottleneckChange, {"reasons": {}}),
    (Bottleneck, {"texts": {}, "steps": {}, "offices": {}}),
)  # fmt: skip


def erase(entries: Sequence[Entry]) -> None:
    """Destroy what the tables of health hold of these acts (an entry names the row it came to)."""
    rows: dict[str, list[str]] = {}
    for entry in entries:
        label, _, pk = entry.result.rpartition(":")
        rows.setdefault(label, []).append(pk)
    Definition.objects.filter(pk__in=rows.get("health.Definition", [])).update(texts={})
    scenarios = Scenario.objects.filter(pk__in=rows.get("health.Scenario", []))
    scenarios.update(names={}, assumptions={}, result={})
    scenarios.exclude(standing__in=OVER).update(standing=ScenarioStanding.CANCELLED)
    MethodVersion.objects.filter(pk__in=rows.get("health.MethodVersion", [])).update(reason={})
    BackTest.objects.filter(pk__in=rows.get("health.BackTest", [])).update(changed=[])
    Signal.objects.filter(pk__in=rows.get("health.Signal", [])).update(
        reason="", count=0, expected=0, upper=0, score=0, p=None, q=None, input_digest=""
    )
    Experience.objects.filter(pk__in=rows.get("health.Experience", [])).update(
        titles={}, accounts={}, results={}, evidence={}
    )
    Question.objects.filter(pk__in=rows.get("health.Question", [])).update(texts={})
    Exercise.objects.filter(pk__in=rows.get("health.Exercise", [])).update(names={})
    RosterEntry.objects.filter(pk__in=rows.get("health.RosterEntry", [])).update(
        names={}, offices={}, area=""
    )
    StockLot.objects.filter(pledge__pk__in=rows.get("health.StockPledge", [])).delete()
    QuestionAnswer.objects.filter(pk__in=rows.get("health.QuestionAnswer", [])).update(texts={})
    versions = Timeliness.objects.filter(pk__in=rows.get(Timeliness._meta.label, []))
    TimelinessMark.objects.filter(version__in=versions).delete()
    for model, emptied in EMPTIED:
        model._default_manager.filter(pk__in=rows.get(model._meta.label, [])).update(**emptied)
    gone = Submission.objects.filter(pk__in=rows.get("health.Submission", []))
    series = list(Series.objects.filter(sent__submission__in=gone).distinct())
    forget(series)
    Sent.objects.filter(submission__in=gone).delete()
    gone.update(file_name="", source="", summary=[])
    for each in series:
        _make_anew(each)


def _make_anew(series: Series) -> None:
    standing = Standing(step_of(series.condition))
    for row in series.sent.order_by("submission__made_at", "pk"):
        standing.lay(row.starts, row.values, row.kinds, row.definitions, row.submission_id)
    series.held = standing.dump() if standing.kinds else {}
    series.last_start = date.fromordinal(standing.starts[-1]) if standing.kinds else None
    series.save(update_fields=["held", "last_start"])
