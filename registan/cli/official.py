"""`registan official enrol`: the first administrators, by the operator on his own machine."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING, Any

from registan.cli.speech import fail, reader_lang, sentence, tell
from registan.parties.powers import OFFICES
from registan.web.texts import LANGS

if TYPE_CHECKING:
    import argparse

    from registan.parties.models import Body, State


def add(subparsers: Any) -> None:
    """Register the command."""
    parser = subparsers.add_parser("official", help=sentence("help.official"))
    inner = parser.add_subparsers(required=True, metavar="VERB", title=sentence("usage.commands"))
    enrol = inner.add_parser("enrol", help=sentence("help.official.enrol"))
    enrol.add_argument("username", metavar="USERNAME", help=sentence("help.official.username"))
    enrol.add_argument(
        "--name", required=True, metavar="OFFICE", help=sentence("help.official.name")
    )
    party = enrol.add_mutually_exclusive_group(required=True)
    party.add_argument("--state", metavar="KEY", help=sentence("help.official.state"))
    party.add_argument("--body", metavar="KEY", help=sentence("help.official.body"))
    enrol.add_argument(
        "--office", choices=OFFICES, default="administrator", metavar="POWERS",
        help=sentence("help.official.office", known=", ".join(OFFICES)),
    )  # fmt: skip
    enrol.add_argument(
        "--language", choices=LANGS, default="", help=sentence("help.official.language")
    )
    enrol.add_argument("--email", default="", help=sentence("help.official.email"))
    enrol.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Enrol one official; the password is asked for, or read from standard input."""
    import django

    django.setup()
    from registan.cli.database import database_problem
    from registan.parties.acts import enrol_official
    from registan.parties.setup_mandate import SETUP

    if problem := database_problem():
        return fail(problem)
    party = _party(given)
    if party is None:
        return 1
    password = _password()
    if problem := _password_problem(password):
        return fail(sentence("official.bad_password", reasons=problem))
    enrol_official(
        SETUP, username=given.username, display_name=given.name, powers=OFFICES[given.office],
        state=party if given.state else None, body=party if given.body else None,
        email=given.email, language=given.language, password=password,
    )  # fmt: skip
    tell("official.enrolled", username=given.username, party=party.key, office=given.office)
    return 0


def _party(given: argparse.Namespace) -> Any:
    """The State or Body named; None, with a sentence that lists what there is, where there is none."""
    from registan.parties.models import Body, State

    kind: type[State | Body] = State if given.state else Body
    named = given.state or given.body
    found = kind._default_manager.filter(key__iexact=named).first()
    if found is None:
        known = ", ".join(kind._default_manager.order_by("key").values_list("key", flat=True))
        fail(sentence("official.no_party", party=named, known=known))
    return found


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass(sentence("official.password") + " ")
    return sys.stdin.readline().rstrip("\n")


def _password_problem(password: str) -> str:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.utils import translation

    from registan.web.languages import CODES

    with translation.override(CODES[reader_lang()]):
        try:
            validate_password(password)
        except ValidationError as error:
            return " ".join(error.messages)
    return ""
