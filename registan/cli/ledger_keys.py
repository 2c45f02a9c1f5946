"""`registan ledger rotate-keys`: new keys for the log, first beside the old ones and then in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registan.cli.speech import fail, sentence, tell

if TYPE_CHECKING:
    import argparse


def add_keys_deed(deeds: Any) -> None:
    """Register it below `registan ledger`."""
    parser = deeds.add_parser("rotate-keys", help=sentence("help.ledger.rotate_keys"))
    parser.add_argument("--finish", action="store_true", help=sentence("help.rotate.finish"))
    parser.set_defaults(run=run_rotation)


def run_rotation(given: argparse.Namespace) -> int:
    """Begin: both generations sign. `--finish`: the old one signs no more."""
    import django

    django.setup()
    from django.conf import settings
    from django.utils import timezone

    from registan.cli.database import database_problem
    from registan.ledger.rotation import NotCarried, NothingToFinish, begin, finish

    if problem := database_problem():
        return fail(problem)
    folder, origin = settings.LEDGER_KEYS, settings.LEDGER_ORIGIN
    if not given.finish:
        made = begin(folder, origin, timezone.now())
        tell("ledger.rotate.begun", n=made.generation)
        for key in made.keys:
            print(f"log {key}")
        tell("ledger.rotate.next")
        return 0
    try:
        retired = finish(folder, origin)
    except NothingToFinish:
        return fail(sentence("ledger.rotate.nothing"))
    except NotCarried:
        return fail(sentence("ledger.rotate.not_carried"))
    tell("ledger.rotate.finished", numbers=", ".join(map(str, retired)))
    return 0
