"""What every test run shares: jobs run at once, and a job that fails fails the test."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.core.signals import setting_changed

pytest_plugins = ["tests.cast"]
AT_ONCE = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        "QUEUES": ["default"],
    }
}
QUEUED = settings.TASKS
# Pages answer without collected static files.
PLAIN_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def pytest_configure() -> None:
    settings.TASKS = AT_ONCE
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN_FILES}


@pytest.fixture(scope="session", autouse=True)
def failed_jobs_fail_the_test() -> None:
    """The backend that runs jobs at once keeps their exceptions to itself; tests must see them."""
    from django_tasks.signals import task_finished

    setting_changed.send(sender=None, setting="TASKS", value=AT_ONCE, enter=True)
    task_finished.connect(_fail, weak=False)


def _fail(sender: type[Any], task_result: Any, **_: Any) -> None:
    if sender.__name__ == "ImmediateBackend" and task_result.errors:
        raise AssertionError(task_result.errors[-1].traceback)


@pytest.fixture
def queued_jobs(settings: Any) -> None:
    """Jobs wait in the database, as in production."""
    settings.TASKS = QUEUED
