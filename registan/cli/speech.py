"""What a command says: in the language of the terminal, without needing Django's settings."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from registan.cli.texts import TEXTS
from registan.cli.texts_health import TEXTS_HEALTH
from registan.cli.texts_ledger import TEXTS_LEDGER
from registan.cli.texts_reading import TEXTS_READING
from registan.cli.texts_settings import TEXTS_SETTINGS
from registan.cli.texts_sign import TEXTS_SIGN
from registan.cli.texts_stream import TEXTS_STREAM
from registan.cli.texts_verify import TEXTS_VERIFY
from registan.cli.texts_witness import TEXTS_WITNESS
from registan.plans.texts_unreadable import TEXTS_UNREADABLE
from registan.web.texts import LANGS, register, say

if TYPE_CHECKING:
    from collections.abc import Sequence

for texts in (
    TEXTS, TEXTS_HEALTH, TEXTS_LEDGER, TEXTS_READING, TEXTS_STREAM, TEXTS_SETTINGS, TEXTS_UNREADABLE,
    TEXTS_VERIFY, TEXTS_SIGN, TEXTS_WITNESS,
):  # fmt: skip
    register(texts)
_wanted: list[str] = []


def choose_lang(arguments: Sequence[str]) -> None:
    """Take `--lang CODE` before the command, if it is there, as the language of messages."""
    _wanted.clear()
    for index, argument in enumerate(arguments):
        if not argument.startswith("-"):
            return
        name, equals, value = argument.partition("=")
        if name == "--lang":
            given = value if equals else next(iter(arguments[index + 1 :]), "")
            _wanted.extend(lang for lang in LANGS if lang == given)
            return


def reader_lang() -> str:
    """Language of messages: `--lang`, else the locale's, else English."""
    if _wanted:
        return _wanted[0]
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := os.environ.get(variable):
            return locale[:2] if locale[:2] in LANGS else "en"
    return "en"


def sentence(key: str, /, **facts: object) -> str:
    """The sentence `cli.<key>` in the reader's language."""
    return say(f"cli.{key}", reader_lang(), **facts)


def tell(key: str, /, **facts: object) -> None:
    """Print the sentence `cli.<key>`."""
    print(sentence(key, **facts), flush=True)


def fail(words: str) -> int:
    """Say why on stderr; the exit status of a command that did not do its work."""
    print(words, file=sys.stderr, flush=True)
    return 1
