"""`registan setup`: tables, static files, the profile, and in demo mode the worked example; each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registan.cli import example
from registan.cli.database import away
from registan.cli.profile import load_profile_folder
from registan.cli.progress import Progress
from registan.cli.speech import fail, sentence, tell
from registan.cli.stamp import keep_stamp, var_problem

if TYPE_CHECKING:
    import argparse


def add(subparsers: Any) -> None:
    """Register the command."""
    subparsers.add_parser("setup", help=sentence("help.setup")).set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Set up whatever is not set up yet; what is there stays as it is."""
    if problem := var_problem():
        return fail(problem)
    import django

    django.setup()
    if problem := away():
        return fail(problem)
    _prepare()
    if status := _load_profile():
        return status
    load_worked_example()
    keep_stamp()
    return 0


def _prepare() -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    with Progress(sentence("setup.preparing")):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
    tell("setup.done", database=connection.display_name, folder=settings.VAR)


def _load_profile() -> int:
    from django.conf import settings

    from registan.parties.queries import organisation

    if found := organisation():
        tell("setup.profile_there", profile=found.key)
        return 0
    return load_profile_folder(settings.PROFILE)


def load_worked_example() -> None:
    """In demo mode load the example of the profile, where it has one, unless it is there."""
    from django.conf import settings

    if settings.DEMO and (settings.PROFILE / "example").is_dir():
        example.load()
