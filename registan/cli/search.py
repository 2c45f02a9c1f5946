"""`registan search rebuild`: make the search index anew."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from registan.cli.database import away
from registan.cli.progress import Progress
from registan.cli.speech import fail, sentence, tell

if TYPE_CHECKING:
    import argparse


def add(subparsers: Any) -> None:
    """Register the command."""
    parser = subparsers.add_parser("search", help=sentence("help.search"))
    inner = parser.add_subparsers(required=True, metavar="VERB", title=sentence("usage.commands"))
    rebuild = inner.add_parser("rebuild", help=sentence("help.search.rebuild"))
    rebuild.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Rebuild the index and say how many things are in it."""
    import django

    django.setup()
    from django.db import connection

    from registan.search.index import rebuild
    from registan.search.models import Document

    if problem := away():
        return fail(problem)
    if Document._meta.db_table not in connection.introspection.table_names():
        return fail(sentence("database.not_set_up"))
    begun = time.monotonic()
    with Progress(sentence("search.rebuilding")) as progress:
        count = rebuild(lambda done: progress.reached(done, of=done))
    tell("search.rebuilt", n=count, seconds=f"{time.monotonic() - begun:.1f}")
    return 0
