"""What an office signs, and the file its key lies in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.key_file import WrongPassphrase, lock, public_key, unlock
from registan.kernel.log.keys import KeyType, signer
from registan.kernel.log.notes import Note, sign
from registan.kernel.log.statement import (
    FACTS,
    authorisation,
    head_of,
    parse_authorisation,
    parse_signed,
    statement,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFICE = signer("mfa.tj.example", KeyType.ED25519, bytes(range(32)))
OTHER = signer("mfa.uz.example", KeyType.ED25519, bytes(32))
ABOUT = dict.fromkeys(FACTS, "x") | {"body": ""}
CHEAP = {"n": 2, "r": 1, "p": 1}
UNTIL = "2026-11-29T08:00:00Z"


def signed(record: Mapping[str, object], key: str = "k-1") -> Note:
    text = statement("log.example", ABOUT, record, key=key, until=UNTIL)
    return Note(text, (sign(text, OFFICE),))


records = st.dictionaries(
    st.text(max_size=9).filter(lambda text: text.isascii()), st.text(max_size=30), max_size=4
)


@given(records)
def test_a_signature_travels_and_holds_for_that_record_alone(record: dict[str, object]) -> None:
    found = parse_signed(bytes(signed(record)).replace(b"\n", b"\r\n"))
    auth = parse_authorisation(str(authorisation(found, OFFICE.key)))
    assert auth is not None
    assert auth.accepts(OFFICE.key, "log.example", ABOUT, record)
    assert not auth.accepts(OFFICE.key, "log.example", ABOUT, record | {"zz": 1})
    assert not auth.accepts(OFFICE.key, "other.example", ABOUT, record)
    assert not auth.accepts(OTHER.key, "log.example", ABOUT, record)
    for name in FACTS:
        assert not auth.accepts(OFFICE.key, "log.example", ABOUT | {name: "y"}, record)


def test_words_that_a_note_does_not_bear_are_escaped() -> None:
    record = {"text": "a\x7fb\u2028c\n\n— mfa.uz.example AAAA\u202eevil"}
    note = parse_signed(bytes(signed(record)))
    assert head_of(note.text)["key"] == "k-1"
    assert json.loads(note.text.decode().partition("\n\n")[2]) == record


def test_a_number_is_signed_as_it_is_read_back_from_the_log() -> None:
    said = statement("l", ABOUT, {"share": 1.0, "n": 10**3}, key="k", until=UNTIL)
    assert said == statement("l", ABOUT, {"share": 1, "n": 1000}, key="k", until=UNTIL)
    with pytest.raises(Malformed, match="json"):
        statement("l", ABOUT, {"share": float("nan")}, key="k", until=UNTIL)


def test_a_signature_of_another_key_is_not_taken() -> None:
    with pytest.raises(Unverified, match="no_known_key"):
        authorisation(signed({}), OTHER.key)


@pytest.mark.parametrize("key", ["", "two words", "ключ", "k" * 129])
def test_a_key_that_would_break_the_head_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="visible ASCII"):
        statement("log.example", ABOUT, {}, key=key, until=UNTIL)


def test_a_fact_of_two_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="one printable line"):
        statement("l.example", ABOUT | {"subject": "a\nkey: b"}, {}, key="k", until=UNTIL)


@pytest.mark.parametrize(
    "text", ["office-key/v1", "office-key/v1 a b c d e", f"office-key/v1 n 00000000 {UNTIL} k AA=="]
)
def test_an_auth_that_is_half_one_is_malformed(text: str) -> None:
    with pytest.raises(Malformed):
        parse_authorisation(text)


def locked(passphrase: bytes = b"open") -> bytes:
    return lock(
        "mfa.tj.example", bytes(32), passphrase, salt=bytes(16), nonce=bytes(12), cost=CHEAP
    )


def test_a_key_file_opens_with_its_passphrase_alone() -> None:
    assert unlock(locked(), b"open").key == public_key(locked())
    with pytest.raises(WrongPassphrase):
        unlock(locked(), b"Open")


def test_another_name_over_a_key_does_not_open() -> None:
    told = json.loads(locked())
    told["key"] = str(signer("mfa.uz.example", KeyType.ED25519, bytes(32)).key)
    with pytest.raises(WrongPassphrase):
        unlock(json.dumps(told).encode(), b"open")


@pytest.mark.parametrize(
    ("name", "value"), [("n", 2**30), ("n", 3), ("n", True), ("r", 16), ("p", 2), ("n", 1)]
)
def test_a_key_file_cannot_ask_for_a_mountain_of_work(name: str, value: object) -> None:
    told = json.loads(locked())
    told["kdf"][name] = value
    with pytest.raises(Malformed, match="key_file"):
        unlock(json.dumps(told).encode(), b"open")
