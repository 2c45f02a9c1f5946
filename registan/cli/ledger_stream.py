"""`registan ledger stream-check`: is a reader's stream whole? From a file offline, or as it lies here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.speech import fail, sentence, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from registan.kernel.log.streams import Checked


def add_deed(deeds: Any) -> None:
    """Register it below `registan ledger`."""
    parser = deeds.add_parser("stream-check", help=sentence("help.ledger.stream_check"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help=sentence("help.stream.file")
    )
    what.add_argument("--state", metavar="KEY", help=sentence("help.stream.state"))
    what.add_argument("--body", metavar="KEY", help=sentence("help.stream.body"))
    parser.add_argument(
        "--against", metavar="FILE", type=Path, action="append", default=[],
        help=sentence("help.stream.against"),
    )  # fmt: skip
    parser.set_defaults(run=run_stream_check)


def run_stream_check(given: argparse.Namespace) -> int:
    """0 when each stream is whole; 1 and a line per fault where one is not."""
    from registan.kernel.log.errors import Malformed

    try:
        known = [_read(path) for path in given.against]
        found = [_read(given.file, known)] if given.file else list(_own(given, known))
    except Malformed as error:
        return fail(sentence("ledger.stream.malformed", code=error.code))
    for checked in found:
        _tell(checked)
    faults = sum(len(checked.faults) for checked in found)
    return fail(sentence("ledger.stream.faults", n=faults)) if faults else 0


def _read(path: Path, known: Any = ()) -> Checked:
    from registan.kernel.log.streams import check_stream, parse_lines

    return check_stream(parse_lines(path.read_bytes()), against=known)


def _own(given: argparse.Namespace, known: list[Checked]) -> Iterator[Checked]:
    """The streams of a State or Body as they lie in this database."""
    import django

    django.setup()
    from registan.kernel.log.streams import check_stream
    from registan.ledger.streams import stream_lines, streams_of
    from registan.parties.queries import viewer_for_party

    viewer = viewer_for_party(state=given.state or "", body=given.body or "")
    for stream in streams_of(viewer):
        yield check_stream(stream_lines(stream, viewer), against=known)


def _tell(checked: Checked) -> None:
    key = "ledger.stream.broken" if checked.faults else "ledger.stream.whole"
    tell(key, name=checked.name, n=checked.length, stated=checked.stated)
    if checked.shredded:
        tell("ledger.stream.shredded", n=checked.shredded)
    for fault in checked.faults:
        tell(f"ledger.stream.{fault.code}", n=fault.n)
