"""`registan work`: run what waits after the commit, until stopped."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from registan.jobs.pace import add_options

if TYPE_CHECKING:
    import argparse


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser("work", help="run queued jobs, schedules and letters")
    add_options(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Work until a signal (or, with --once, until nothing is ready)."""
    import django

    django.setup()
    from django.db import connection

    from registan.cli.main import reader_lang
    from registan.jobs import worker
    from registan.jobs.models import Worker
    from registan.web.texts import say

    lang = reader_lang()
    if Worker._meta.db_table not in connection.introspection.table_names():
        print(say("jobs.work.no_tables", lang), file=sys.stderr)
        return 1
    print(say("jobs.work.begun", lang), flush=True)
    ran = worker.work(given)
    print(say("jobs.work.ended", lang, n=ran), flush=True)
    return 0
