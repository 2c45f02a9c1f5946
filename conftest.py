"""What every test run shares: jobs run at once, and a job that fails fails the test."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.core.signals import setting_changed
from hypothesis import HealthCheck
from hypothesis import settings as of_hypothesis

pytest_plugins = ["tests.cast"]
AT_ONCE = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        "QUEUES": ["default", "heavy"],
    }
}
QUEUED = settings.TASKS
# Pages answer without collected static files.
PLAIN_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


# No case is measured by the clock: on a busy machine a good one would fail.
of_hypothesis.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])


def pytest_configure() -> None:
    of_hypothesis.load_profile("house")
    settings.TASKS = AT_ONCE
    _empty_tables_after_tests_that_commit()
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN_FILES}


@pytest.fixture(scope="session", autouse=True)
def failed_jobs_fail_the_test() -> None:
    """The backend that runs jobs at once keeps their exceptions to itself; tests must see them."""
    from django_tasks.signals import task_finished

    from registan.ledger.followers import follow

    setting_changed.send(sender=None, setting="TASKS", value=AT_ONCE, enter=True)
    task_finished.connect(_fail, weak=False)
    follow(_look_at_once)


def _empty_tables_after_tests_that_commit() -> None:
    """The write guard is on in every test; only Django's own emptying of the tables passes it."""
    from django.test import TransactionTestCase

    from registan.ledger.guard import writing

    flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def flush_past_the_guard(case: TransactionTestCase) -> None:
        with writing():
            flush(case)

    TransactionTestCase._fixture_teardown = flush_past_the_guard  # type: ignore[attr-defined]


def _fail(sender: type[Any], task_result: Any, **_: Any) -> None:
    if sender.__name__ == "ImmediateBackend" and task_result.errors:
        raise AssertionError(task_result.errors[-1].traceback)


def _look_at_once(_: Any) -> None:
    """What an idle worker would see within half a second is seen at once, where jobs run at once."""
    from registan.jobs.looks import Eyes

    if settings.TASKS == AT_ONCE:
        Eyes().queue_what_is_new()


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Acts are undone after each test, and their numbers come again."""
    from registan.ledger.kept import forget

    forget()


@pytest.fixture
def queued_jobs(settings: Any) -> None:
    """Jobs wait in the database, as in production."""
    settings.TASKS = QUEUED
