"""`registan work`: run what waits after the commit, until stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registan.cli.speech import fail, reader_lang, sentence
from registan.jobs.pace import add_options

if TYPE_CHECKING:
    import argparse


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser("work", help=sentence("help.work"))
    add_options(parser)
    for option in parser._actions:
        if option.dest != "help":
            option.help = sentence(f"help.work.{option.dest}")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Work until a signal (or, with --once, until nothing is ready)."""
    import django

    django.setup()
    from django.db import connection

    from registan.cli.database import away
    from registan.jobs import worker
    from registan.jobs.models import Worker
    from registan.web.texts import say

    if problem := away():
        return fail(problem)
    if Worker._meta.db_table not in connection.introspection.table_names():
        return fail(sentence("database.not_set_up"))
    print(say("jobs.work.begun", reader_lang()), flush=True)
    ran = worker.work(given)
    print(say("jobs.work.ended", reader_lang(), n=ran), flush=True)
    return 0
