"""`python -m tests.faults.play NAME=COUNT=NUMBER=WORDS …`: plays faults on the database of the environment.

A process of its own, as its children are killed; what came of each is printed as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.faults.counts import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.ground import Ground

PAUSE = 3.0


def prepare() -> Ground:
    """The cast in a fresh database, and nothing open afterwards."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from tests.cast import make_cast, make_organisation
    from tests.faults import deeds
    from tests.faults.ground import Ground

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    make_organisation()
    make_cast()
    deeds.keeper()
    ground = Ground(Random(int(os.environ.get("REGISTAN_FAULT_SEED", "1"))))
    ground.prefix = deeds.prefix()
    connections.close_all()
    return ground


def plays(ground: Ground) -> dict[str, Callable[[int], dict[str, int]]]:
    """Each trial by its name; the number says how often or how many."""
    from tests.faults import disk, failing, killing, racing

    place = Path(os.environ["REGISTAN_VAR"])
    every, one = list(killing.WAYS), ["killed after"]
    return {
        "kill": lambda n: killing.at_random(ground, n),
        "steps": lambda n: killing.at_each_statement(ground, every if n > 1 else one),
        "writes": lambda n: failing.at_each_call(ground, n),
        "no_room": lambda n: disk.no_room(ground),
        "full_disk": lambda n: disk.full_disk(ground, place / "ballast"),
        "same": lambda n: racing.the_same_twice(ground, n),
        "sequencers": lambda n: racing.sequencers(ground, n),
        "restarts": lambda n: racing.restarts(ground, n, PAUSE),
    }


def main(words: list[str]) -> int:
    """Play what the words name, in their order; a trial that fails does not keep the next from its turn."""
    ground = prepare()
    by_name = plays(ground)
    told: dict[str, Any] = {}
    for word in words:
        name, count, number, said = word.split("=", 3)
        try:
            told[name] = by_name[name](int(count))
        except Exception as error:  # noqa: BLE001  told to whoever asked
            traceback.print_exc()
            told[name] = {"error": repr(error)}
        else:
            tell(number, said, **told[name])
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
