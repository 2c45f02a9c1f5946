"""`registan settings`: every knob with its value, its default and why one would turn it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from registan.cli.speech import sentence

if TYPE_CHECKING:
    import argparse

# A database's address holds its password.
SECRET = frozenset({"REGISTAN_SECRET_KEY", "REGISTAN_SMTP_PASSWORD", "REGISTAN_DATABASE_URL"})


def add(subparsers: Any) -> None:
    """Register the command."""
    subparsers.add_parser("settings", help=sentence("help.settings")).set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print the knobs; what is secret is not shown."""
    from registan.config import settings  # noqa: F401  reading it registers the knobs
    from registan.config.environment import KNOBS

    for knob in sorted(KNOBS.values(), key=lambda each: each.name):
        print(f"{knob.name} = {_shown(knob.name, knob.default)}")
        why = sentence(f"setting.{knob.name}")
        default = knob.default or sentence("settings.none")
        print(f"    {sentence('settings.line', why=why, default=default)}")
    return 0


def _shown(name: str, default: str) -> str:
    value = os.environ.get(name, default)
    if not value:
        return sentence("settings.none")
    return sentence("settings.hidden") if name in SECRET else value
