"""Faults 7, 9 and 11: the same act many times at once, a database that restarts, many sequencers."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import close_old_connections, connection

from registan.ledger.keeper import AnotherKeeper, only_one
from registan.ledger.sequencer import integrate
from registan.web.refusal import Refused
from tests.faults.deeds import count_up, keeper
from tests.faults.ground import kill

if TYPE_CHECKING:
    from tests.faults.ground import Ground


def the_same_twice(ground: Ground, keys: int, repeats: int = 20) -> dict[str, int]:
    """Each key by `repeats` callers at once: one act, the same answer for all."""
    ground.run(lambda: _repeat(ground, keys, repeats))
    ground.check()
    return {"keys": keys, "callers": repeats}


def _repeat(ground: Ground, keys: int, repeats: int) -> None:
    answers: list[str] = []

    def call(key: str) -> None:
        try:
            answers.append(str(ground.act(key).pk))
        except Exception as error:  # noqa: BLE001  any other answer fails the trial below
            answers.append(repr(error))
        finally:
            connection.close()

    for at in range(keys):
        answers.clear()
        threads = [threading.Thread(target=call, args=(f"same-{at}",)) for _ in range(repeats)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if len(set(answers)) != 1 or len(answers) != repeats:
            raise RuntimeError(f"answers differ: {set(answers)}")


def sequencers(ground: Ground, acts: int) -> dict[str, int]:
    """Four sequencers, four writers, one keeper; a second keeper is turned away."""
    with_numbers = [ground.child(_integrate_for_ever) for _ in range(4)]
    with_numbers.append(ground.child(_keep_alone))
    time.sleep(0.3)
    try:
        ground.run(_is_turned_away)
        share = [ground.keys(acts // 4)[-(acts // 4) :] for _ in range(4)]
        writers = [ground.child(partial(ground.act_all, mine)) for mine in share]
        while writers:
            if ground.wait(writers.pop()):
                raise RuntimeError("a writer failed")
    finally:
        kill(with_numbers)
    ground.check()
    return {"acts": acts, "sequencers": 4, "keepers turned away": 1}


def _integrate_for_ever() -> None:
    while True:
        integrate(50)


def _keep_alone() -> None:
    from django.utils import timezone

    with only_one(settings.VAR / "ledger.lock"):
        mine = keeper()
        mine.open()
        while True:
            mine.turn(timezone.now())
            time.sleep(0.02)


def _is_turned_away() -> None:
    try:
        with only_one(settings.VAR / "ledger.lock"):
            raise RuntimeError("two keepers at once")
    except AnotherKeeper:
        return


def restarts(ground: Ground, times: int, pause: float) -> dict[str, int]:
    """Writers and a keeper while the database is restarted at once, `times` times."""
    until = time.monotonic() + times * pause + 2
    keys = [ground.keys(5000)[-5000:] for _ in range(4)]
    writers = [ground.child(partial(_write, ground, mine, until)) for mine in keys]
    held = ground.child(_keep_through)
    for _ in range(times):
        time.sleep(pause * ground.rng.uniform(0.4, 1.0))
        ground.listen()
        pg_restart()
    while time.monotonic() < until:
        ground.listen()
        time.sleep(0.1)
    states = [ground.wait(pid) for pid in writers]
    kill([held])
    if any(states):
        raise RuntimeError(f"writers ended with {states}")
    ground.check()
    return {"restarts": times, "acknowledged": len(ground.history.acknowledged)}


def _write(ground: Ground, keys: list[str], until: float) -> None:
    """Act until the time is up; refused cleanly while the database is away, repeated with its key."""
    for key in keys:
        while True:
            if time.monotonic() > until:
                return
            try:
                ground.say("call", key)
                count_up(key)
                ground.say("done", key)
                break
            except Refused as refusal:
                if refusal.code not in {"database_away", "storage_failed"}:
                    raise
                time.sleep(0.05)
            close_old_connections()


def _keep_through() -> None:
    """The keeper as it runs, which waits while the database is away."""
    from registan.ledger.keeper import keep

    keep(threading.Event())


def pg_restart() -> None:
    """`pg_ctl restart -m immediate`, in the words of whoever started the cluster."""
    subprocess.run(["sh", "-c", os.environ["REGISTAN_FAULT_RESTART"]], check=True)
