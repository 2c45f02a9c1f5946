"""`registan ...`: a command parses, calls one act or query, and prints what it did."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import registan.cli
from registan.config.environment import BadSetting
from registan.kernel.plan.reading import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_COMMANDS = {"main", "progress", "texts", "tests"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: refused or failed, with one sentence on stderr; 2: wrong usage."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registan.config.settings")
    parser = argparse.ArgumentParser(
        prog="registan", description="The software of an organisation."
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for found in iter_modules(registan.cli.__path__):
        if found.name not in NOT_COMMANDS:
            import_module(f"registan.cli.{found.name}").add(subparsers)
    given = parser.parse_args(arguments)
    try:
        done: int = given.run(given)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
    except (BadSetting, FileNotFoundError, PermissionError, IsADirectoryError) as error:
        return fail(_sentence(error))
    except Unreadable as error:
        return fail(unreadable_sentence(error))
    except Exception as error:  # noqa: BLE001  refusals are told in a sentence, all else is a bug
        return fail(_refusal(error))
    return done


def fail(sentence: str) -> int:
    """Say why on stderr; the exit status of a command that did not do its work."""
    print(sentence, file=sys.stderr)
    return 1


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.strerror}: {error.filename}"
    return str(error)


def _refusal(error: Exception) -> str:
    from registan.web.refusal import Refused

    if not isinstance(error, Refused):
        raise error
    return error.sentence(reader_lang())


def reader_lang() -> str:
    """Language of messages on the terminal: from LANG, English where it is none of ours."""
    wanted = (os.environ.get("LANG") or "")[:2]
    return wanted if wanted in {"ru", "zh", "en"} else "en"


def unreadable_sentence(error: Unreadable) -> str:
    """Why a file cannot be read, and the cure."""
    from registan.plans.texts_import import UNREADABLE
    from registan.web.texts import LANGS

    return UNREADABLE[error.code][LANGS.index(reader_lang())].format(**error.facts)
