"""`registan example load`: the worked example, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registan.cli.database import database_problem
from registan.cli.progress import Progress
from registan.cli.speech import fail, sentence, tell

if TYPE_CHECKING:
    import argparse


def add(subparsers: Any) -> None:
    """Register the command."""
    parser = subparsers.add_parser("example", help=sentence("help.example"))
    inner = parser.add_subparsers(required=True, metavar="VERB", title=sentence("usage.commands"))
    inner.add_parser("load", help=sentence("help.example.load")).set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Load the example of the profile, unless it is there."""
    import django

    django.setup()
    if problem := database_problem():
        return fail(problem)
    load()
    return 0


def load() -> None:
    """Load the example of the profile in REGISTAN_PROFILE; say so where it is there already."""
    from django.conf import settings
    from django.db import transaction
    from django.utils import timezone

    from registan.cli.worked_example import is_loaded, load_example
    from registan.cli.worked_example.office_key import KEY
    from registan.ledger.sequencer import integrate_all
    from registan.search.index import rebuild

    if is_loaded():
        tell("example.there")
        return
    folder = settings.PROFILE / "example"
    if not folder.is_dir():
        raise FileNotFoundError(2, "no example", str(folder))
    keys = settings.VAR / "example"
    with Progress(sentence("example.loading")) as progress, transaction.atomic():
        plan = load_example(
            folder, keys, timezone.localdate(), lambda done, of: progress.reached(done, of=of)
        )
    # Here, not by the worker: following so many acts would hold up the first who sign in.
    integrate_all()
    rebuild()
    tell("example.key", path=keys / KEY)
    tell("example.loaded", measures=plan.measures.count(), rounds=plan.rounds.count())
