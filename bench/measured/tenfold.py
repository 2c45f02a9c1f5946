"""What a page costs when ten times as much is kept: twenty closed rounds in place of two, and their acts."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.signals import request_finished, request_started
from django.db import close_old_connections, models, transaction

from bench.clock import cpu_ms
from bench.figure import Figure
from bench.installation import PLAN
from registan.ledger import kept
from registan.ledger.guard import writing
from registan.ledger.models import Entry
from registan.plans.models import Finding, Report, ReportVersion, Round, RoundLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.installation import Installation

READER = "coordinator.kz"
TIMES = 10
PAGES = (
    ("150 measures x 10 States", f"/en/plans/{PLAN}/table/"),
    ("plan", f"/en/plans/{PLAN}/"),
    ("measure", f"/en/plans/{PLAN}/measures/1.1/"),
    ("home", "/en/"),
)
Row = TypeVar("Row", bound=models.Model)


def figures(at: Installation) -> Iterator[Figure]:
    cookie = at.cookie(READER)
    before = _costs(at, cookie)
    with _one_connection(), transaction.atomic():
        with writing():
            reports = _multiply()
        after = _costs(at, cookie)
        transaction.set_rollback(True)
    kept.forget()
    for name, _ in PAGES:
        yield Figure(f"{name}, first time after an act, CPU", before[name], "ms")
        ratio = after[name] / before[name]
        yield Figure(f"{name}, with {reports} reports kept, times as much", ratio, "x", 1.25)


@contextmanager
def _one_connection() -> Iterator[None]:
    """A request would drop a connection that is in the middle of a transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def _costs(at: Installation, cookie: str) -> dict[str, float]:
    return {
        name: cpu_ms(lambda path=path: at.get(path, cookie), times=8, before=kept.forget)  # type: ignore[misc]
        for name, path in PAGES
    }


def _multiply() -> int:
    """Copies of the second round of the plan, and of all entries, behind the open round."""
    second = Round.objects.get(plan__key=PLAN, number=2)
    copies = 2 * (TIMES - 1)
    Round.objects.filter(plan__key=PLAN, number=3).update(number=3 + copies)
    for number in range(3, 3 + copies):
        _copy_round(second, number)
    entries = list(Entry.objects.all())
    for _ in range(TIMES - 1):
        _copies(entries, idempotency_key=None)
    return Report.objects.filter(round__plan__key=PLAN).count()


def _copy_round(held: Round, number: int) -> None:
    (round_,) = _copies([held], number=number)
    reports = list(Report.objects.filter(round=held).order_by("pk"))
    versions = list(ReportVersion.objects.filter(report__round=held).order_by("pk"))
    lines = list(RoundLine.objects.filter(round=held))
    new_reports = _copies(reports, round=round_, latest=None, filed=None)
    by_report = {old.pk: new for old, new in zip(reports, new_reports, strict=True)}
    new_versions = [_fresh(row, report=by_report[row.report_id], filing=None) for row in versions]
    ReportVersion.objects.bulk_create(new_versions)
    by_version = {old.pk: new for old, new in zip(versions, new_versions, strict=True)}
    for old in reports:
        by_report[old.pk].latest = by_version.get(old.latest_id or 0)
        by_report[old.pk].filed = by_version.get(old.filed_id or 0)
    Report.objects.bulk_update(new_reports, ["latest", "filed"])
    RoundLine.objects.bulk_create(
        [_fresh(row, round=round_, version=by_version.get(row.version_id or 0)) for row in lines]
    )
    _copies(list(Finding.objects.filter(round=held)), round=round_)


def _copies(rows: Iterable[Row], **changes: Any) -> list[Row]:
    made = [_fresh(row, **changes) for row in rows]
    return type(made[0])._default_manager.bulk_create(made) if made else []


def _fresh(row: Row, **changes: Any) -> Row:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    values.pop(row._meta.pk.attname)
    for name in changes:
        values.pop(f"{name}_id", None)
    return type(row)(**{**values, **changes})
