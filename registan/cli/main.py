"""`registan ...`: a command parses, calls one act or query, and prints what it did.

Each module of this folder that has `add` is a command: `add(subparsers)` describes it and sets
`run`, a function from the parsed arguments to the exit status. Django is set up by the commands that
need it, so that `registan plans read` works without a database and writes nothing.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import registan.cli
from registan import __version__
from registan.cli.parser import Parser
from registan.cli.speech import choose_lang, fail, reader_lang, sentence
from registan.config.environment import BadSetting
from registan.kernel.plan.reading import Unreadable
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from collections.abc import Sequence

STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: refused, with one sentence on stderr; 2: wrong usage."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registan.config.settings")
    given_words = list(sys.argv[1:] if arguments is None else arguments)
    choose_lang(given_words)
    given = build_parser().parse_args(given_words)
    try:
        done: int = given.run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # The reader of our output has gone; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Refused as refusal:
        return fail(refusal.sentence(reader_lang()))
    except Unreadable as error:
        return fail(say(f"unreadable.{error.code}", reader_lang(), **error.facts))
    except BadSetting as error:
        return fail(str(error))
    except OSError as error:
        return fail(_os_sentence(error))
    return done


def build_parser() -> Parser:
    """All commands, found in this folder."""
    parser = Parser(prog="registan", description=sentence("help.registan"))
    parser.add_argument(
        "--lang", dest="message_lang", choices=LANGS, help=sentence("help.message_lang")
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Registan {__version__}",
        help=sentence("help.version"),
    )
    subparsers = parser.add_subparsers(
        required=True, metavar="COMMAND", title=sentence("usage.commands")
    )
    for found in iter_modules(registan.cli.__path__):
        if not found.ispkg and not found.name.startswith("__"):
            add = getattr(import_module(f"registan.cli.{found.name}"), "add", None)
            if add is not None:
                add(subparsers)
    return parser


def _os_sentence(error: OSError) -> str:
    """What the system refused, where, and what to do about it."""
    if not error.filename:
        raise error
    for kind, key in (
        (FileNotFoundError, "no_such_file"),
        (IsADirectoryError, "is_a_folder"),
        (NotADirectoryError, "is_no_folder"),
        (PermissionError, "no_access"),
    ):
        if isinstance(error, kind):
            return sentence(key, path=error.filename)
    return sentence("system_refused", path=error.filename, reason=error.strerror)
