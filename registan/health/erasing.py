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
    Definition,
    Experience,
    MethodVersion,
    Notice,
    Opinion,
    Question,
    QuestionAnswer,
    Scenario,
    ScenarioStanding,
    Sent,
    Series,
    Signal,
    Submission,
    Timeliness,
    TimelinessMark,
)
from registan.kernel.counts.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.ledger.models import Entry


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
    QuestionAnswer.objects.filter(pk__in=rows.get("health.QuestionAnswer", [])).update(texts={})
    for model, emptied in (
        (Assessment, {"known": {}, "answers": {}}), (Notice, {"texts": {}}), (Opinion, {"reasons": {}}),
        (Timeliness, {"reasons": {}}), (BottleneckChange, {"reasons": {}}),
        (Bottleneck, {"texts": {}, "steps": {}, "offices": {}}),
    ):  # fmt: skip
        model.objects.filter(pk__in=rows.get(model._meta.label, [])).update(**emptied)
    versions = Timeliness.objects.filter(pk__in=rows.get(Timeliness._meta.label, []))
    TimelinessMark.objects.filter(version__in=versions).delete()
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
