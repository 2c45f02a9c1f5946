"""`registan plans read FILE` and `registan plans report PLAN`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.progress import Progress
from registan.cli.speech import fail, sentence, tell
from registan.cli.terminal import Heading, table
from registan.cli.unsettled import unsettled
from registan.web.texts import LANGS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from registan.kernel.plan.reading import PlanReading, PlanRow

MOST_MIB = 100
SHARES = {"number": 0, "text": 6, "result": 3, "term": 0, "responsible": 3}


def add(subparsers: Any) -> None:
    """Register the commands."""
    parser = subparsers.add_parser("plans", help=sentence("help.plans"))
    inner = parser.add_subparsers(required=True, metavar="VERB", title=sentence("usage.commands"))
    read = inner.add_parser("read", help=sentence("help.plans.read"))
    read.add_argument("file", type=Path, metavar="FILE", help=sentence("help.file"))
    read.add_argument("--lang", choices=LANGS, default="", help=sentence("help.plans.lang"))
    read.add_argument(
        "--format", choices=("table", "jsonl"), default="table", help=sentence("help.plans.format")
    )
    read.set_defaults(run=run_read)
    report = inner.add_parser("report", help=sentence("help.plans.report"))
    report.add_argument("plan", metavar="PLAN", help=sentence("help.plans.plan"))
    report.add_argument("--round", type=int, required=True, help=sentence("help.plans.round"))
    report.add_argument(
        "--lang", choices=LANGS, required=True, help=sentence("help.plans.report_lang")
    )
    report.add_argument(
        "--format", choices=("docx", "pdf"), required=True,
        help=sentence("help.plans.report_format"),
    )  # fmt: skip
    report.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=sentence("help.plans.out")
    )
    report.set_defaults(run=run_report)


def run_read(given: argparse.Namespace) -> int:
    """Read a plan table without a database; rows on stdout, what a person should look at on stderr."""
    from registan.kernel.plan.lines import to_record
    from registan.kernel.plan.read import read_plan

    file: Path = given.file
    if (mib := file.stat().st_size >> 20) > MOST_MIB:
        return fail(sentence("plans.too_large", mib=mib, most=MOST_MIB))
    with Progress(sentence("plans.reading", file=file.name)):
        reading = read_plan(file.read_bytes(), file.name, lang=given.lang)
    if given.format == "jsonl":
        for row in reading.rows:
            print(json.dumps(to_record(row), ensure_ascii=False))
    else:
        for line in _table(reading):
            print(line)
    sys.stdout.flush()
    _say_what_is_left(reading)
    return 0


def _say_what_is_left(reading: PlanReading) -> None:
    left = list(unsettled(reading))
    for words in left:
        print(words, file=sys.stderr)
    print(sentence("plans.read", n=len(reading.rows), language=reading.lang), file=sys.stderr)
    if left:
        print(sentence("plans.looked_at", n=len(left)), file=sys.stderr)


def _table(reading: PlanReading) -> Iterator[str]:
    has = {
        "number": any(row.number for row in reading.rows),
        "result": any(row.result for row in reading.rows),
    }
    shown = [name for name in SHARES if has.get(name, True)]
    rows: list[Sequence[str] | Heading] = []
    section = ""
    for row in reading.rows:
        if row.section != section:
            rows.append(Heading(row.section))
            section = row.section
        cells = _cells(row)
        rows.append([cells[name] for name in shown])
    heads = [sentence(f"column.{name}") for name in shown]
    return table(heads, rows, [SHARES[name] for name in shown])


def _cells(row: PlanRow) -> dict[str, str]:
    term = row.term
    days = " – ".join(day.isoformat() if day else "…" for day in (term.start, term.end))
    parts = [days] if term.start or term.end else []
    if term.recurrence != "once":
        parts.append(sentence(f"recurrence.{term.recurrence}"))
    return {
        "number": row.number,
        "text": row.text,
        "result": row.result,
        "term": " ".join(parts),
        "responsible": "; ".join(actor.name for actor in row.responsible.actors),
    }


def run_report(given: argparse.Namespace) -> int:
    """Write the consolidated report of a round, as the organisation's Secretariat sees it."""
    import django

    django.setup()
    from django.utils import timezone

    from registan.cli.database import database_problem
    from registan.parties.queries import secretariat_viewer
    from registan.plans.queries.plans import find_plan
    from registan.plans.queries.review import gather
    from registan.plans.queries.rounds import find_round
    from registan.plans.review.pdf import write_pdf
    from registan.plans.review.word import write_docx
    from registan.web.refusal import NotThere

    if problem := database_problem():
        return fail(problem)
    viewer = secretariat_viewer()
    try:
        round_ = find_round(find_plan(given.plan, viewer), given.round, viewer)
    except NotThere:
        return fail(sentence("plans.no_round", plan=given.plan, round=given.round))
    with Progress(sentence("plans.writing", file=given.out.name)):
        account = gather(round_, viewer, given.lang, timezone.now())
        data = (write_pdf if given.format == "pdf" else write_docx)(account)
        given.out.write_bytes(data)
    measures = sum(len(chapter.measures) for chapter in account.chapters)
    tell("plans.written", file=given.out, measures=measures, kib=len(data) // 1024 + 1)
    return 0
