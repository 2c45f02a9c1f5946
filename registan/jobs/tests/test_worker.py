"""Real worker processes on a real database file (or PostgreSQL): what happens when one is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, connections
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from registan.jobs.models import Attempts, Firing, Letter, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORK = "work"
# Patience as long as a busy machine may keep a living worker from its heartbeat.
PACE = ("--poll", "0.02", "--beat", "0.1", "--patience", "3")


@pytest.fixture(scope="module")
def database(django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database that other processes can open; here it is the alias `work`.

    A test's own transaction would lock the workers out, hence no `django_db` mark in this file.
    """
    with django_db_blocker.unblock(), ExitStack() as afterwards:
        described = dict(connections["default"].settings_dict)
        if connection.vendor == "sqlite":
            described["NAME"] = str(tmp_path_factory.mktemp("work") / "work.sqlite3")
            address = f"sqlite:///{described['NAME']}"
        else:
            described["NAME"] = f"registan_work_{os.getpid()}"
            address = f"{os.environ['REGISTAN_DATABASE_URL'].rsplit('/', 1)[0]}/{described['NAME']}"
            of_server(f"CREATE DATABASE {described['NAME']}")
            afterwards.callback(of_server, f"DROP DATABASE {described['NAME']} WITH (FORCE)")
        connections.databases[WORK] = described
        with connections[WORK].schema_editor() as schema:
            for model in (DBTaskResult, Attempts, Worker, Firing, Letter):
                schema.create_model(model)
        yield address
        connections[WORK].close()
        del connections[WORK], connections.databases[WORK]


def of_server(sql: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)


@pytest.fixture(scope="module")
def workers(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Any]]:
    """Two workers, by process id."""
    script = Path(__file__).with_name("subprocess_worker.py")
    environment = {
        **os.environ, "REGISTAN_DATABASE_URL": database,
        "REGISTAN_VAR": str(tmp_path_factory.mktemp("var")), "REGISTAN_LOG_LEVEL": "CRITICAL",
        "PYTHONPATH": str(script.parents[3]),
    }  # fmt: skip
    started = [
        subprocess.Popen([sys.executable, str(script), *PACE], env=environment)  # noqa: S603  # our own script
        for _ in range(2)
    ]
    wait_until(lambda: Worker.objects.using(WORK).count() == 2)
    yield {process.pid: process for process in started}
    for process in started:
        process.kill()
        process.wait()


def wait_until(is_so: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.01)


def queue(name: str, *arguments: object) -> DBTaskResult[Any, Any]:
    return DBTaskResult.objects.using(WORK).create(
        task_path=f"registan.jobs.tests.tasks.{name}", backend_name="default",
        args_kwargs={"args": arguments, "kwargs": {}}, run_after=timezone.now(),
    )  # fmt: skip


def with_status(path_end: str, status: str) -> int:
    jobs = DBTaskResult.objects.using(WORK).filter(task_path__endswith=path_end)
    return jobs.filter(status=status).count()


def test_two_workers_never_run_one_job_twice(workers: dict[int, Any], tmp_path: Path) -> None:
    took_part: set[int] = set()
    # On a busy machine one worker may do a hundred jobs before the other is given a processor.
    for queued in range(100, 1001, 100):
        for number in range(queued - 100, queued):
            queue("run_alone", str(tmp_path), number)
        wait_until(
            lambda: not with_status("run_alone", "READY") + with_status("run_alone", "RUNNING")
        )
        assert with_status("run_alone", "SUCCESSFUL") == queued
        done = [path.name.split(".done-by-") for path in tmp_path.iterdir()]
        assert sorted(int(number) for number, _ in done) == list(range(queued))
        took_part = {int(process) for _, process in done}
        if took_part == set(workers):
            break
    assert took_part == set(workers), "both took part"


def test_a_schedule_fires_once_however_many_workers_run(workers: dict[int, Any]) -> None:
    fired = Firing.objects.using(WORK).filter(schedule="jobs.tests_tick").exclude(result_id="")
    wait_until(lambda: fired.count() >= 2)
    rows = list(fired.values_list("due", "result_id"))
    ticks = DBTaskResult.objects.using(WORK).filter(task_path__endswith=".tick")
    queued = {str(pk) for pk in ticks.values_list("pk", flat=True)}
    assert {result for _, result in rows} <= queued
    assert len(queued) - len(rows) <= 1, "one may have been queued between the two looks"
    assert len({due for due, _ in rows}) == len(rows)


def test_the_job_of_a_killed_worker_is_done_by_the_other(
    workers: dict[int, Any], tmp_path: Path
) -> None:
    job = queue("linger_at_first", str(tmp_path))
    wait_until(lambda: any(tmp_path.iterdir()))
    victim = int(next(tmp_path.iterdir()).name.removeprefix("taken-by-"))
    os.kill(victim, signal.SIGKILL)
    workers[victim].wait()
    killed_at = time.monotonic()
    wait_until(lambda: with_status("linger_at_first", TaskResultStatus.SUCCESSFUL) == 1)
    assert time.monotonic() - killed_at < 8, "3 s of patience, two beats of 0.1 s, and the job"
    job.refresh_from_db()
    assert len(set(job.worker_ids)) == 2
    assert job.return_value == "done"
    assert Attempts.objects.using(WORK).get(pk=job.pk).count == 2


def test_a_worker_told_to_stop_ends_at_once_and_signs_off(workers: dict[int, Any]) -> None:
    (survivor,) = (process for process in workers.values() if process.poll() is None)
    survivor.send_signal(signal.SIGTERM)
    assert survivor.wait(timeout=5) == 0
    silent = Worker.objects.using(WORK).count()
    assert silent == 1, "only the killed one is still listed"
