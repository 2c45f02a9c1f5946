"""`registan profile load DIR`: check a profile and enter it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    parser = subparsers.add_parser("profile", help="the organisation as data")
    inner = parser.add_subparsers(required=True, metavar="VERB")
    load = inner.add_parser("load", help="check a folder and load it")
    load.add_argument("folder", type=Path)
    load.set_defaults(run=load_folder)


def load_folder(args: argparse.Namespace) -> int:
    """Load the profile in `args.folder`; every problem is named with file, line and cure."""
    import django

    django.setup()
    from registan.cli.main import reader_lang
    from registan.kernel.profile.read import ProfileRefused, read_profile
    from registan.parties.acts import load_profile
    from registan.parties.setup_mandate import SETUP
    from registan.web.texts import say

    folder: Path = args.folder
    if not folder.is_dir():
        raise FileNotFoundError(2, "No such folder", str(folder))
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    try:
        profile = read_profile(files)
    except ProfileRefused as refused:
        for problem in refused.problems:
            facts = {"file": problem.file, "line": problem.line, **problem.facts}
            print(say(f"profile.problem.{problem.code}", reader_lang(), **facts), file=sys.stderr)
        return 1
    loaded = load_profile(SETUP, profile)
    lines = sum(map(len, profile.tables.values()))
    print(f"Profile {loaded.key} loaded: {len(profile.tables)} tables, {lines} rows.")
    return 0
