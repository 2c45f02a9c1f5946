"""docs/reference/commands.md has a section for every command and names every option."""

from __future__ import annotations

import argparse
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from registan import __version__
from registan.cli.main import build_parser

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
SECTIONS = {
    section.split("\n", 1)[0].strip("` "): section
    for section in re.split(r"^## ", PAGE, flags=re.M)
}


def commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    inner = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    if not inner:
        yield parser
    for action in inner:
        for each in action.choices.values():
            yield from commands(each)


def test_every_command_is_documented_and_no_other() -> None:
    documented = {name for name in SECTIONS if name.startswith("registan ")}
    assert documented == {command.prog for command in commands(build_parser())}


def test_every_option_is_documented_with_its_command() -> None:
    missing = [
        f"{command.prog} {option}"
        for command in commands(build_parser())
        for action in command._actions
        for option in action.option_strings or [str(action.metavar)]
        if option not in {"-h", "--help"} and f"`{option}" not in SECTIONS[command.prog]
    ]
    assert missing == []


def test_every_option_has_a_word_of_help() -> None:
    silent = [
        f"{command.prog} {action.dest}"
        for command in commands(build_parser())
        for action in command._actions
        if not action.help
    ]
    assert silent == []


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__
