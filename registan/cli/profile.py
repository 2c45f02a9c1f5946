"""`registan profile load DIR`: check a profile and enter it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.database import away
from registan.cli.progress import Progress
from registan.cli.speech import fail, reader_lang, sentence, tell

if TYPE_CHECKING:
    import argparse


def add(subparsers: Any) -> None:
    """Register the command."""
    parser = subparsers.add_parser("profile", help=sentence("help.profile"))
    inner = parser.add_subparsers(required=True, metavar="VERB", title=sentence("usage.commands"))
    load = inner.add_parser("load", help=sentence("help.profile.load"))
    load.add_argument("folder", type=Path, metavar="DIR", help=sentence("help.profile.folder"))
    load.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Load the profile in `given.folder`."""
    import django

    django.setup()
    if problem := away():
        return fail(problem)
    return load_profile_folder(given.folder)


def load_profile_folder(folder: Path) -> int:
    """Check and load a profile; every problem is named with file, line and cure on stderr."""
    from django.db import DatabaseError

    from registan.kernel.profile.problems import ProfileRefused
    from registan.kernel.profile.read import read_profile
    from registan.parties.acts import load_profile
    from registan.parties.setup_mandate import SETUP
    from registan.web.refusal import Refused
    from registan.web.texts import say

    files = {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and path.suffix in {".csv", ".toml"}
    }
    try:
        profile = read_profile(files)
    except ProfileRefused as refused:
        for problem in refused.problems:
            facts = {"file": problem.file, "line": problem.line, **problem.facts}
            print(say(f"profile.problem.{problem.code}", reader_lang(), **facts), file=sys.stderr)
        return fail(sentence("profile.refused", n=len(refused.problems)))
    try:
        with Progress(sentence("profile.loading", folder=folder)):
            loaded = load_profile(SETUP, profile)
    except Refused as refused:
        if refused.code != "profile_unchanged":
            raise
        print(refused.sentence(reader_lang()))
        return 0
    except DatabaseError:
        return fail(sentence("database.not_set_up"))
    rows = sum(map(len, profile.tables.values()))
    tell("profile.loaded", profile=loaded.key, tables=len(profile.tables), rows=rows)
    return 0
