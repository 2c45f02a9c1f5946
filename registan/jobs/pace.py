"""How a worker behaves, and the options that say so. Free of Django, for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.jobs.lanes import LANES

if TYPE_CHECKING:
    import argparse


@dataclass(frozen=True)
class Pace:
    """How often the worker looks and beats, and when it gives up.

    A killed worker's job is taken over after at most patience + two beats + poll seconds.
    """

    poll: float = 0.5
    beat: float = 5.0
    patience: float = 30.0
    attempts: int = 3
    when_away: float = 2.0
    lane: str = "all"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Options of `registan work`."""
    usual = Pace()
    parser.add_argument("--poll", type=float, default=usual.poll, help="seconds between two looks")
    parser.add_argument("--beat", type=float, default=usual.beat, help="seconds between heartbeats")
    parser.add_argument(
        "--patience", type=float, default=usual.patience,
        help="seconds of silence after which a worker's job is given to another",
    )  # fmt: skip
    parser.add_argument(
        "--attempts", type=int, default=usual.attempts, help="attempts after which a job has failed"
    )
    parser.add_argument(
        "--lane", choices=list(LANES), default=usual.lane, help="which jobs it takes"
    )
    parser.add_argument("--nice", type=int, default=0, help="how far it steps back for the others")
    parser.add_argument("--once", action="store_true", help="stop when nothing is ready")


def pace_of(options: argparse.Namespace) -> Pace:
    """The pace that the options ask for."""
    return Pace(options.poll, options.beat, options.patience, options.attempts, lane=options.lane)
