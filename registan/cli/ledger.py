"""`registan ledger …`: the keeper of the ledger, and what an operator or a stranger checks it with."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Any

from registan.cli.ledger_check import add_deeds
from registan.cli.ledger_keys import add_keys_deed
from registan.cli.ledger_stream import add_deed
from registan.cli.progress import Progress
from registan.cli.speech import fail, sentence, tell

if TYPE_CHECKING:
    import argparse
    from types import FrameType

REMARKS = 20


def add(subparsers: Any) -> None:
    """Register the command and what it can do."""
    parser = subparsers.add_parser("ledger", help=sentence("help.ledger"))
    deeds = parser.add_subparsers(required=True, metavar="DEED", title=sentence("usage.commands"))
    deeds.add_parser("keep", help=sentence("help.ledger.keep")).set_defaults(run=run_keeper)
    deeds.add_parser("fsck", help=sentence("help.ledger.fsck")).set_defaults(run=run_fsck)
    add_deeds(deeds)
    add_deed(deeds)
    add_keys_deed(deeds)


def run_keeper(_: argparse.Namespace) -> int:
    """Keep the ledger until a signal; 1 where another keeper is at work."""
    import django

    django.setup()
    from registan.cli.database import away

    if problem := away():
        return fail(problem)
    return keep()


def run_fsck(_: argparse.Namespace) -> int:
    """Read the whole ledger again; 1 and one line per fault where it is not whole."""
    import django

    django.setup()
    from registan.cli.database import away

    if problem := away():
        return fail(problem)
    from django.conf import settings

    from registan.ledger.fsck import fsck
    from registan.ledger.keeper import policy
    from registan.ledger.log_keys import all_public_keys
    from registan.ledger.models import LogState

    state = LogState.objects.filter(pk=1).first()
    found = 0
    with Progress(sentence("ledger.fsck.reading")):
        keys = all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)
        for fault in fsck(keys, policy().witnesses.values()):
            found += 1
            where = "—" if fault.index is None else fault.index
            tell(
                "ledger.fault",
                index=where,
                what=sentence(f"ledger.fault.{fault.code}"),
                detail=fault.detail,
            )
    _remark_on_times()
    size = state.size if state else 0
    if found:
        return fail(sentence("ledger.fsck.faults", n=found, size=size))
    tell("ledger.fsck.whole", size=size)
    return 0


def _remark_on_times() -> None:
    """Acts whose time is in doubt: said, and no fault."""
    from registan.ledger.times import doubts

    more = 0
    for number, doubt in enumerate(doubts()):
        if number < REMARKS:
            tell(
                f"ledger.remark.{doubt.code}",
                index=doubt.index, at=doubt.at.isoformat(), checkpoint=doubt.checkpoint.isoformat(),
            )  # fmt: skip
        else:
            more += 1
    if more:
        tell("ledger.remark.more", n=more)


def keep() -> int:
    """The keeper as a process of its own, with Django set up."""
    from registan.ledger.keeper import AnotherKeeper
    from registan.ledger.keeper import keep as keep_ledger
    from registan.witness.seeds import KeyFileProblem

    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
    try:
        keep_ledger(stop)
    except AnotherKeeper:
        return fail(sentence("ledger.another_keeper"))
    except KeyFileProblem as problem:
        cure = f"chmod 600 {problem.path}"
        return fail(sentence(f"ledger.key.{problem.code}", path=problem.path, command=cure))
    return 0
