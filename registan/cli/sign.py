"""`registan sign …`: the key of an office, and its signature under an act that binds the State.

Needs no database, no Django and no network: it runs on the ministry's own machine.
"""

from __future__ import annotations

import getpass
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from registan.cli.speech import fail, sentence, tell
from registan.kernel.log.errors import Malformed
from registan.witness.files import replace_file
from registan.witness.seeds import NOT_FOR_OTHERS, OWNER_ONLY, write_secret

if TYPE_CHECKING:
    import argparse

    from registan.kernel.log.keys import Signer

SIGNED = ".signed"
SHORTEST = 12


class Stopped(Exception):
    """What is asked for cannot be done; carries the sentence."""


def add(subparsers: Any) -> None:
    """Register the command and what it can do."""
    parser = subparsers.add_parser("sign", help=sentence("help.sign"))
    deeds = parser.add_subparsers(required=True, metavar="DEED", title=sentence("usage.commands"))
    init = deeds.add_parser("init", help=sentence("help.sign.init"))
    _key(init)
    init.add_argument("--name", required=True, help=sentence("help.sign.name"))
    init.set_defaults(run=lambda given: _explained(_init, given))
    show = deeds.add_parser("show", help=sentence("help.sign.show"))
    _key(show)
    show.set_defaults(run=lambda given: _explained(_show, given))
    change = deeds.add_parser("passphrase", help=sentence("help.sign.change"))
    _key(change)
    change.set_defaults(run=lambda given: _explained(_change, given))
    sign = deeds.add_parser("file", help=sentence("help.sign.file"))
    sign.add_argument("file", metavar="FILE", type=Path, help=sentence("help.sign.what"))
    sign.add_argument("--key", metavar="KEYFILE", dest="keyfile", type=Path, required=True,
                      help=sentence("help.sign.keyfile"))  # fmt: skip
    sign.set_defaults(run=lambda given: _explained(_sign, given))
    for deed in (init, change, sign):
        deed.add_argument("--passphrase-file", type=Path, help=sentence("help.sign.passphrase"))


def _key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("keyfile", metavar="KEYFILE", type=Path, help=sentence("help.sign.keyfile"))


def _explained(deed: Any, given: argparse.Namespace) -> int:
    try:
        deed(given)
    except Stopped as stopped:
        return fail(str(stopped))
    except FileNotFoundError as error:
        return fail(sentence("sign.not_there", path=error.filename))
    return 0


def _init(given: argparse.Namespace) -> None:
    """A new key, never over another."""
    from registan.kernel.log.key_file import NONCE_LENGTH, SALT_LENGTH, lock, public_key
    from registan.kernel.log.keys import SEED_LENGTH, check_name

    try:
        check_name(given.name)
    except Malformed:
        raise Stopped(sentence("sign.bad_name", name=given.name)) from None
    if given.keyfile.exists():
        raise Stopped(sentence("sign.there_already", path=given.keyfile))
    data = lock(
        given.name, secrets.token_bytes(SEED_LENGTH), _new_passphrase(given.passphrase_file),
        salt=secrets.token_bytes(SALT_LENGTH), nonce=secrets.token_bytes(NONCE_LENGTH),
    )  # fmt: skip
    write_secret(given.keyfile, data)
    tell("sign.made", path=given.keyfile)
    print(public_key(data))


def _show(given: argparse.Namespace) -> None:
    from registan.kernel.log.key_file import public_key

    try:
        print(public_key(_read_key(given.keyfile)))
    except Malformed:
        raise Stopped(sentence("sign.no_key", path=given.keyfile)) from None


def _change(given: argparse.Namespace) -> None:
    """The same key under another passphrase; the file is replaced whole."""
    from registan.kernel.log.key_file import NONCE_LENGTH, SALT_LENGTH, public_key, relock

    data = _read_key(given.keyfile)
    _unlocked(given.keyfile, data, old := _passphrase(given.passphrase_file))
    made = relock(
        data, old, _new_passphrase(None),
        salt=secrets.token_bytes(SALT_LENGTH), nonce=secrets.token_bytes(NONCE_LENGTH),
    )  # fmt: skip
    replace_file(given.keyfile, made)
    given.keyfile.chmod(OWNER_ONLY)
    tell("sign.changed", key=public_key(made))


def _sign(given: argparse.Namespace) -> None:
    """Show the statement in full, ask for the passphrase, and write the signed note beside it."""
    from registan.kernel.log.notes import Note, sign
    from registan.kernel.log.statement import head_of

    text = given.file.read_bytes().replace(b"\r\n", b"\n")
    try:
        head_of(text)
        print(_shown(text))
    except (Malformed, UnicodeDecodeError):
        raise Stopped(sentence("sign.no_statement", path=given.file)) from None
    by = _unlocked(given.keyfile, _read_key(given.keyfile), _passphrase(given.passphrase_file))
    made = given.file.with_name(given.file.name + SIGNED)
    replace_file(made, bytes(Note(text, (sign(text, by),))))
    tell("sign.signed", path=made, name=by.key.name, id=by.key.id.hex())


def _shown(text: bytes) -> str:
    """The statement as it is signed; what a terminal could take for a command is not in it."""
    words = text.decode()
    if any(not (one.isprintable() or one == "\n") for one in words) or not words.endswith("\n"):
        raise Malformed("statement", "characters that no statement has")
    return words


def _read_key(path: Path) -> bytes:
    if path.stat().st_mode & NOT_FOR_OTHERS:
        raise Stopped(sentence("sign.open_to_others", path=path))
    return path.read_bytes()


def _unlocked(path: Path, data: bytes, passphrase: bytes) -> Signer:
    from registan.kernel.log.key_file import WrongPassphrase, unlock

    try:
        return unlock(data, passphrase)
    except WrongPassphrase:
        raise Stopped(sentence("sign.wrong_passphrase", path=path)) from None
    except Malformed:
        raise Stopped(sentence("sign.no_key", path=path)) from None


def _passphrase(path: Path | None, ask: str = "sign.ask") -> bytes:
    """From the file that was named, from the terminal, or from standard input."""
    if path is not None:
        return path.read_bytes().rstrip(b"\r\n")
    if sys.stdin.isatty():
        return getpass.getpass(sentence(ask) + " ").encode()
    return os.fsencode(sys.stdin.readline().rstrip("\r\n"))


def _new_passphrase(path: Path | None) -> bytes:
    """One that is to be used from now on: long enough, and typed twice at a terminal."""
    first = _passphrase(path, "sign.ask_new")
    if path is None and sys.stdin.isatty() and _passphrase(None, "sign.ask_again") != first:
        raise Stopped(sentence("sign.not_twice"))
    if len(first.decode("utf-8", "replace")) < SHORTEST:
        raise Stopped(sentence("sign.too_short", shortest=SHORTEST))
    return first
