"""`registan health recompute`: is a signal what the record says? From the tables, or from a file alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.speech import fail, sentence, tell

if TYPE_CHECKING:
    import argparse

    from registan.health.recomputing import Again


def add_recompute(inner: Any) -> None:
    """Register the command below `registan health`."""
    parser = inner.add_parser("recompute", help=sentence("help.health.recompute"))
    parser.add_argument("signal", nargs="?", type=int, metavar="SIGNAL",
                        help=sentence("help.health.signal"))  # fmt: skip
    parser.add_argument("--file", type=Path, metavar="FILE",
                        help=sentence("help.health.recompute.file"))  # fmt: skip
    parser.set_defaults(run=run_recompute)


def run_recompute(given: argparse.Namespace) -> int:
    """0: equal to the last digit; 1: something differs, or it cannot be computed."""
    if (given.signal is None) == (given.file is None):
        return fail(sentence("health.recompute.one_of"))
    found = _from_tables(given.signal) if given.file is None else _from_file(given.file)
    return found if isinstance(found, int) else _say(found)


def _from_file(file: Path) -> Again | int:
    """No database and no settings: the file has all that is needed."""
    from registan.health.recomputing import NoSignal, again_from_file

    try:
        return again_from_file(json.loads(file.read_bytes()))
    except (NoSignal, ValueError):
        return fail(sentence("health.recompute.no_signal", file=file.name))


def _from_tables(pk: int) -> Again | int:
    import django

    django.setup()
    from registan.cli.database import database_problem

    if problem := database_problem():
        return fail(problem)
    from registan.health.queries import recomputing as held
    from registan.health.recomputing import again_from_inputs

    signal = held.signal_numbered(pk)
    if signal is None:
        return fail(sentence("health.recompute.none", n=pk))
    recorded = {"input_digest": signal.input_digest, **held.numbers_of(signal)}
    return again_from_inputs(recorded, held.input_then(signal), held.inputs_then(signal))


def _say(found: Again) -> int:
    for name, value in found.found.items():
        print(f"{name:>12}  {value}")
    if not found.differences:
        tell("health.recompute.equal", n=len(found.found))
        return 0
    for each in found.differences:
        tell("health.recompute.differs", name=each.name, recorded=each.recorded or "—",
             found=each.found or "—")  # fmt: skip
    return fail(sentence("health.recompute.different", n=len(found.differences)))
