"""The worker: takes jobs in order, runs them one at a time, and shows every few seconds that it lives.

Two threads, each with its own connection: the loop runs jobs; the pulse writes the heartbeat, gives
back the jobs of silent workers and fires schedules, also while a long job is running.
"""

from __future__ import annotations

import argparse
import logging
import os
import secrets
import signal
import socket
import threading
from datetime import timedelta
from traceback import format_exc
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import translation
from django_tasks import TaskContext
from django_tasks.utils import normalize_json

from registan.jobs import queue, reaper, schedules
from registan.jobs.lanes import HEAVY
from registan.jobs.looks import Eyes
from registan.jobs.pace import Pace, add_options, pace_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

    from django_tasks import TaskResult

    from registan.jobs.queue import Job

log = logging.getLogger("registan.jobs")
DATABASE_AWAY = (OperationalError, InterfaceError)


def run(
    stop: threading.Event,
    *,
    pace: Pace | None = None,
    worker_id: str = "",
    until_empty: bool = False,
) -> int:
    """Work until `stop` is set (or until nothing is ready). Returns how many jobs were run.

    A job that has begun is finished before the worker stops.
    """
    pace = pace or Pace()
    lane = "" if pace.lane == "all" else f"-{pace.lane}"
    worker_id = worker_id or f"{socket.gethostname()[:40]}{lane}-{secrets.token_hex(6)}"
    done = threading.Event()
    _when_there(lambda: reaper.beat(worker_id), stop, pace)
    pulse = threading.Thread(target=_pulse, args=(done, worker_id, pace), name="pulse", daemon=True)
    pulse.start()
    try:
        return _loop(stop, pulse, pace, worker_id, until_empty=until_empty)
    finally:
        done.set()
        pulse.join(timeout=pace.beat)
        try:
            reaper.leave(worker_id, most=pace.attempts)
        except DATABASE_AWAY as error:
            log.warning("worker %s could not sign off: %s", worker_id, error)


def _loop(
    stop: threading.Event, pulse: threading.Thread, pace: Pace, worker_id: str, *, until_empty: bool
) -> int:
    ran, eyes = 0, Eyes()
    while not stop.is_set():
        if not pulse.is_alive():
            raise RuntimeError("the heartbeat has ended; its error is in the log")
        close_old_connections()
        try:
            job = next_job(worker_id, eyes, pace.lane)
        except DATABASE_AWAY as error:
            log.warning("the database is away: %s", error)
            connection.close()
            stop.wait(pace.when_away)
            _when_there(lambda: reaper.release(worker_id, most=pace.attempts), stop, pace)
            continue
        if job is not None:
            run_job(job, stop, pace)
            ran += 1
        elif until_empty:
            break
        else:
            stop.wait(pace.poll)
    return ran


def next_job(worker_id: str, eyes: Eyes, lane: str = "all") -> Job | None:
    """The next job of a lane; where none is ready, what this worker's own look makes one of.

    What a look finds is light: the worker of the heavy lane does not look.
    """
    job = queue.take(worker_id, lane)
    if job is None and lane != HEAVY and _look(eyes):
        return queue.take(worker_id, lane)
    return job


def _look(eyes: Eyes) -> bool:
    queued = False
    for row in list(eyes.looks):
        try:
            queued |= eyes.queue_if_new(row)
        except DATABASE_AWAY:
            raise
        except Exception:  # it would fail twice a second; its schedule sees to what it looked for
            log.exception("look %s is given up by this worker", row.name)
            eyes.looks.remove(row)
    return queued


def run_job(job: Job, stop: threading.Event, pace: Pace) -> None:
    """Run one claimed job and set down what came of it."""
    try:
        with translation.override(settings.LANGUAGE_CODE):
            returned = _call(job)
    except Exception as error:  # noqa: BLE001  # a broken job must not end the worker
        trace, raised = format_exc(), error
        log.warning("job %s (%s) fell short: %s", job.pk, job.task_path, raised)

        def set_down() -> None:
            if queue.fall_short(job, raised, trace, most=pace.attempts):
                log.error("job %s (%s) failed\n%s", job.pk, job.task_path, trace)
    else:

        def set_down() -> None:
            if not queue.succeed(job, returned):
                log.warning("job %s was given to another worker meanwhile", job.pk)

    _when_there(set_down, stop, pace)


def _call(job: Job) -> Any:
    task = job.task
    result = cast("TaskResult[Any]", job.task_result)
    context = [TaskContext(task_result=result)] if task.takes_context else []
    return normalize_json(task.call(*context, *result.args, **result.kwargs))


def _pulse(done: threading.Event, worker_id: str, pace: Pace) -> None:
    watch = reaper.Reaper(timedelta(seconds=pace.patience), most=pace.attempts)
    while not done.is_set():
        try:
            close_old_connections()
            reaper.beat(worker_id)
            for result_id in watch.look():
                log.warning("job %s was given back: its worker is silent", result_id)
            _fire_schedules()
        except DATABASE_AWAY as error:
            log.warning("no heartbeat: %s", error)
            connection.close()
        done.wait(pace.beat)
    connection.close()


def _fire_schedules() -> None:
    # By the clock of the database: those of the machines may differ, and one due time counts once.
    now = reaper.clock()
    for row in schedules.all_schedules():
        try:
            schedules.fire(row, now)
        except DATABASE_AWAY:
            raise
        except Exception:  # a broken schedule must hold up neither the others nor the heartbeat
            log.exception("schedule %s could not be fired", row.name)


def _when_there(write: Callable[[], None], stop: threading.Event, pace: Pace) -> None:
    """Write as soon as the database answers; when told to stop, try only once more."""
    while True:
        last = stop.is_set()
        try:
            write()
        except DATABASE_AWAY as error:
            log.warning("the database is away: %s", error)
            connection.close()
            if last:
                return
            stop.wait(pace.when_away)
        else:
            return


def work(options: argparse.Namespace) -> int:
    """Run a worker until a signal ends it; a second signal ends it in the middle of a job.

    Returns how many jobs were run.
    """
    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
    if options.nice:
        os.nice(options.nice)  # what computes for it is its child, and steps back with it
    return run(stop, pace=pace_of(options), until_empty=options.once)


def main(argv: Sequence[str] | None = None) -> int:
    """The worker as a program of its own, with Django set up. Returns how many jobs were run."""
    parser = argparse.ArgumentParser(prog="registan work")
    add_options(parser)
    return work(parser.parse_args(argv))
