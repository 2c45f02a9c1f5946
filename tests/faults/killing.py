"""Faults 1 and 2: kill -9 at any instant, and at each statement of an act, a batch and a signature."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from django.db import OperationalError, connection

from registan.web.refusal import Refused
from tests.faults.deeds import keeper
from tests.faults.ground import kill

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.ground import Ground

LOOK_EVERY = 20


def at_random(ground: Ground, rounds: int) -> dict[str, int]:
    """Two writers and a keeper, killed at a random instant, `rounds` times."""
    for number in range(rounds):
        keys = [ground.keys(40), ground.keys(40)]
        pids = [ground.child(partial(ground.act_all, mine)) for mine in keys]
        pids.append(ground.child(_keep))
        ground.rng.shuffle(pids)
        time.sleep(ground.rng.uniform(0.02, 0.2))
        kill(pids)
        if number % LOOK_EVERY == LOOK_EVERY - 1:
            ground.check()
    ground.check()
    lost = len(ground.history.unanswered)
    return {"rounds": rounds, "acknowledged": len(ground.history.acknowledged), "unanswered": lost}


def _keep() -> None:
    from django.utils import timezone

    mine = keeper()
    mine.open()
    while True:
        mine.turn(timezone.now())


class Stepped:
    """Counts the statements and commits of a connection, and does something at the n-th."""

    def __init__(self, at: int, before: bool, deed: Callable[[], object]) -> None:
        self.at, self.before, self.deed, self.seen = at, before, deed, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        return self.step(lambda: execute(sql, params, many, context))

    def step(self, call: Callable[[], Any]) -> Any:
        self.seen += 1
        if self.seen == self.at and self.before:
            self.deed()
        answer = call()
        if self.seen == self.at and not self.before:
            self.deed()
        return answer

    def install(self) -> None:
        connection.ensure_connection()
        connection.execute_wrappers.insert(0, self)
        # A commit is no statement to Django, but the most dangerous moment of all.
        wrapper: Any = connection
        commit = wrapper._commit
        wrapper._commit = lambda: self.step(commit)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _raise() -> None:
    raise OperationalError("made to fail")


WAYS: dict[str, tuple[bool, Callable[[], object]]] = {
    "killed before": (True, _die),
    "killed after": (False, _die),
    "failed": (True, _raise),
}


def at_each_statement(ground: Ground, ways: list[str]) -> dict[str, int]:
    """n = 1, 2, … until an act, a batch and a signature pass unharmed."""
    deeds: dict[str, Callable[[str], object]] = {
        "act": ground.act, "batch": _batch, "signature": _sign,
    }  # fmt: skip
    steps = dict.fromkeys(deeds, 0)
    for name, deed in deeds.items():
        for way in ways:
            for n in count(1):
                key = f"{name}-{way.replace(' ', '-')}-{n}"
                if name != "act":
                    ground.run(partial(_ready_for, name, ground, key))
                if ground.wait(ground.child(partial(_stepped, n, way, deed, key))) == 0:
                    steps[name] += n - 1
                    break
                ground.look(n)
            ground.check()
    return steps


def _ready_for(name: str, ground: Ground, key: str) -> None:
    """Something waits for a number, or for a signature."""
    ground.act(f"before-{key}")
    if name == "signature":
        _batch(key)


def _stepped(n: int, way: str, deed: Callable[[str], object], key: str) -> None:
    """The deed with a fault at step n, then again; ends well only where it has fewer steps."""
    before, fault = WAYS[way]
    stepped = Stepped(n, before, fault)
    stepped.install()
    try:
        deed(key)
    except (OperationalError, Refused):
        deed(key)
    if stepped.seen >= n:
        raise SystemExit(1)


def _batch(_: str) -> None:
    from registan.ledger.sequencer import integrate_all

    integrate_all()


def _sign(_: str) -> None:
    from django.utils import timezone

    keeper().signer.sign(timezone.now())
