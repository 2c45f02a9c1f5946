"""`registan health submit FILE`: counts from the operator's machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.health_recompute import add_recompute
from registan.cli.progress import Progress
from registan.cli.speech import fail, reader_lang, sentence, tell

if TYPE_CHECKING:
    import argparse

    from registan.health.intake import Draft
    from registan.parties.models import Mandate
    from registan.parties.setup_mandate import SetUp

MOST_MIB = 100
MOST_SHOWN = 20


def add(subparsers: Any) -> None:
    """Register the commands."""
    parser = subparsers.add_parser("health", help=sentence("help.health"))
    inner = parser.add_subparsers(required=True, metavar="VERB", title=sentence("usage.commands"))
    submit = inner.add_parser("submit", help=sentence("help.health.submit"))
    submit.add_argument("file", type=Path, metavar="FILE", help=sentence("help.file"))
    submit.add_argument("--as", dest="office", default="", metavar="USERNAME",
                        help=sentence("help.health.as"))  # fmt: skip
    submit.add_argument("--condition", default="", metavar="CODE",
                        help=sentence("help.health.condition"))  # fmt: skip
    submit.add_argument("--name", action="append", default=[], metavar="THEIRS=OURS",
                        help=sentence("help.health.name"))  # fmt: skip
    submit.add_argument("--source", default="", metavar="TEXT", help=sentence("help.health.source"))
    submit.add_argument("--zeros", action="store_true", help=sentence("help.health.zeros"))
    submit.add_argument("--dry", action="store_true", help=sentence("help.health.dry"))
    submit.set_defaults(run=run_submit)
    add_recompute(inner)


def run_submit(given: argparse.Namespace) -> int:
    """Read a file, say what it changes, record it in one act; or say what is wrong and record nothing."""
    import django

    django.setup()
    from registan.cli.database import database_problem

    if problem := database_problem():
        return fail(problem)
    file: Path = given.file
    if (mib := file.stat().st_size >> 20) > MOST_MIB:
        return fail(sentence("plans.too_large", mib=mib, most=MOST_MIB))
    by = _acting(given.office)
    if by is None:
        return fail(sentence("health.nobody", username=given.office))
    content = file.read_bytes()
    with Progress(sentence("health.reading", file=file.name)):
        draft = _draft(given, content, by)
    if draft.problems:
        return _say_problems(draft)
    return _record(given, content, by, draft)


def _acting(username: str) -> SetUp | Mandate | None:
    from django.utils import timezone

    from registan.parties.models import Mandate
    from registan.parties.setup_mandate import SETUP

    if not username:
        return SETUP
    held = Mandate.objects.active_at(timezone.now()).filter(official__username=username)
    rows = held.select_related("state", "body", "official")
    return next((row for row in rows if row.has("counts.submit")), None)


def _draft(given: argparse.Namespace, content: bytes, by: SetUp | Mandate) -> Draft:
    from django.utils import timezone

    from registan.health.intake import Choices, condition_in_name, names_typed, settle
    from registan.health.models import Condition
    from registan.kernel.counts.read import read_counts
    from registan.parties.models import Mandate
    from registan.parties.queries import viewer_for_party

    state = by.state if isinstance(by, Mandate) else None
    reading = read_counts(content, given.file.name, silent_zeros=state is None and not given.zeros)
    codes = Condition.objects.values_list("code", flat=True)
    condition = given.condition or condition_in_name(given.file.name, codes)
    choices = Choices(condition, names_typed("\n".join(given.name)))
    viewer = viewer_for_party(state=state.key) if state else None
    return settle(reading, state, viewer, choices, timezone.localdate())


def _say_problems(draft: Draft) -> int:
    from registan.health.intake import problem_sentence

    for problem in draft.problems[:MOST_SHOWN]:
        print(problem_sentence(problem, reader_lang()), file=sys.stderr)
    return fail(sentence("health.problems", n=len(draft.problems)))


def _record(given: argparse.Namespace, content: bytes, by: SetUp | Mandate, draft: Draft) -> int:
    from hashlib import sha256

    from registan.health.acts.counts import submit_counts
    from registan.health.differences import compare

    difference = compare(draft)
    tell("health.found", n=difference.new, m=difference.revised, k=difference.unchanged,
         series=len(draft.series))  # fmt: skip
    if given.dry:
        return 0
    submission = submit_counts(
        by, draft, file_name=given.file.name, sha256=sha256(content).hexdigest(),
        source=given.source,
    )  # fmt: skip
    tell("health.submitted", digest=submission.digest[:16])
    return 0
