"""A real worker with a schedule of its own, for the tests that kill one."""

from __future__ import annotations

import os
from datetime import timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "registan.config.settings"
django.setup()

from django_tasks import task  # noqa: E402  # Django must be set up first

from registan.jobs import worker  # noqa: E402
from registan.jobs.schedules import schedule  # noqa: E402


@schedule("jobs.tests_tick", every=timedelta(seconds=1))
@task()
def tick() -> str:
    return "tick"


if __name__ == "__main__":
    worker.main()
