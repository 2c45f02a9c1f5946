"""`registan mirror DIR URL`: hold a copy of a log, check all of it, cosign it, serve it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.port import port_problem
from registan.cli.speech import fail, sentence, tell
from registan.cli.witness import add_address, explained

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from registan.witness.folder import Folder
    from registan.witness.mirror import Mirror

SECONDS = 2.0


def add(subparsers: Any) -> None:
    """Register the command."""
    parser = subparsers.add_parser("mirror", help=sentence("help.mirror"))
    parser.add_argument("folder", metavar="DIR", type=Path, help=sentence("help.witness.folder"))
    parser.add_argument("url", metavar="URL", help=sentence("help.mirror.url"))
    parser.add_argument("--once", action="store_true", help=sentence("help.mirror.once"))
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, help=sentence("help.mirror.seconds")
    )
    add_address(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Follow the log until a signal; with --once, look at it once."""
    if not given.once and (problem := port_problem(given.host, given.port)):
        return fail(problem)
    return explained(lambda: _run(given))


def _run(given: argparse.Namespace) -> int:
    from registan.witness.folder import Folder

    folder = Folder(given.folder)
    with folder.alone():
        if not given.url.startswith(("http://", "https://")):
            return fail(sentence("mirror.no_address", url=given.url, begins="https://"))
        if len(folder.logs()) != 1:
            return fail(sentence("mirror.not_one_log", path=given.folder / "policy"))
        mirror = mirror_of(folder, given.url)
        if given.once:
            return _once(mirror)
        serve_mirror(mirror, given.host, given.port, given.seconds, at=announce)
    return 0


def mirror_of(folder: Folder, url: str) -> Mirror:
    """The mirror of a folder, following the log at an address. Raises ValueError for either."""
    from registan.witness.fetching import Source
    from registan.witness.mirror import Mirror

    return Mirror(folder, Source(url))


def announce(name: str, address: str) -> None:
    """Say where it listens."""
    tell("mirror.at", name=name, address=address)


def _once(mirror: Mirror) -> int:
    from registan.witness.following import look
    from registan.witness.mirror import TwoHistories

    try:
        if not look(mirror, _say):
            return 1
    except TwoHistories as found:
        return fail(sentence("mirror.two_histories", path=found.path))
    held = mirror.seen(mirror.origin)
    tell("mirror.whole", size=held.size if held else 0, origin=mirror.origin)
    return 0


def serve_mirror(
    mirror: Mirror, host: str, port: int, seconds: float,
    at: Callable[[str, str], None] | None = None,
) -> None:  # fmt: skip
    """Follow, cosign and serve until a signal; with `at`, say where, and what was taken."""
    from registan.witness.following import follow
    from registan.witness.service import Service

    say = _say if at else _say_troubles
    looking = threading.Thread(
        target=follow, args=(mirror, seconds, threading.Event(), say), daemon=True
    )
    with Service(host, port, mirror) as service:
        if at:
            at(mirror.folder.name, f"http://{host}:{port}/")
        looking.start()
        service.serve_forever()


def _say(word: str, **facts: object) -> None:
    if word == "holds":
        tell("mirror.holds", **facts)
    else:
        fail(sentence(f"mirror.{word}", **facts))


def _say_troubles(word: str, **facts: object) -> None:
    if word != "holds":
        _say(word, **facts)
