"""argparse that speaks the reader's language."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from registan.cli.speech import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

WRONG_USAGE = 2
# What argparse says of a wrong call -> our sentence, with the same facts.
_SAID: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<names>.+)", "usage.missing"),
    (r"one of the arguments (?P<names>.+) is required", "usage.one_of"),
    (r"argument (?P<names>.+): not allowed with argument .+", "usage.not_together"),
    (r"unrecognized arguments: (?P<names>.+)", "usage.unknown"),
    (
        r"argument (?P<names>.+): invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)",
        "usage.not_a_choice",
    ),
    (r"argument (?P<names>.+): invalid \w+ value: (?P<value>.+)", "usage.not_a_number"),
    (r"argument (?P<names>.+): expected .+", "usage.no_value"),
)


class Formatter(argparse.HelpFormatter):
    """Help with our word for "usage"."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:  # fmt: skip
        ours = f"{sentence('usage.usage')} " if prefix is None else prefix
        super().add_usage(usage, actions, groups, ours)


class Parser(argparse.ArgumentParser):
    """A parser whose help and whose refusals are in the reader's language."""

    def __init__(self, **how: Any) -> None:
        how.setdefault("formatter_class", Formatter)
        super().__init__(**{**how, "add_help": False, "allow_abbrev": False})
        self._positionals.title = sentence("usage.arguments")
        self._optionals.title = sentence("usage.options")
        self.add_argument("-h", "--help", action="help", help=sentence("help.help"))

    def error(self, message: str) -> NoReturn:
        """Say in one sentence what is wrong with the call; exit status 2."""
        print(
            f"{_in_our_words(message)} {sentence('usage.help', program=self.prog)}", file=sys.stderr
        )
        sys.exit(WRONG_USAGE)


def _in_our_words(message: str) -> str:
    for pattern, key in _SAID:
        if found := re.fullmatch(pattern, message):
            return sentence(key, **found.groupdict())
    return sentence("usage.wrong", why=message)
