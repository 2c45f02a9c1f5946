"""Every parser refuses with its declared error only, whatever the bytes.

200 cases each here; REGISTAN_CASES sets another number (10,000 in the long run).
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registan.kernel.counts.read import read_counts
from registan.kernel.counts.tests import made
from registan.kernel.log.canonical import canonicalise, read_json
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.key_file import lock, public_key
from registan.kernel.log.keys import KeyType, parse_key, signer
from registan.kernel.log.notes import Note, parse_lines, parse_note, sign, verify_note
from registan.kernel.log.opening import Opening, parse_opening
from registan.kernel.log.policy import parse_policy
from registan.kernel.log.proof_file import parse_proof_file, verify_proof_file
from registan.kernel.log.split_view import SplitView, parse_split_view, verify_split_view
from registan.kernel.log.statement import (
    FACTS,
    authorisation,
    head_of,
    parse_authorisation,
    parse_signed,
    statement,
)
from registan.kernel.log.tests import test_policy, test_witness
from registan.kernel.log.tiles import join_bundle, parse_path, split_bundle, split_tile
from registan.kernel.log.witness import decide, parse_request
from registan.kernel.plan.reading import Unreadable
from tests.bytes_read import READERS
from tests.faults.counts import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = int(os.environ.get("REGISTAN_CASES", "200"))
STATUSES = {200, 400, 403, 404, 409, 422}
PROOF = bytes(test_policy.proof(test_policy.LOG, test_policy.KZ, test_policy.KZ_LATER))
POLICY = test_policy.POLICY.encode()
REQUEST = test_witness.request(7, 40)
NOTE = parse_note(PROOF.partition(b"\n\n")[2])
SPLIT = bytes(SplitView(NOTE, NOTE, (bytes(32), bytes(32))))
PART = {"payload": {"ru": "текст"}, "salt": "00" * 32}
KEYS = parse_policy(POLICY).keys()
OFFICE = signer("o.example", KeyType.ED25519, bytes(32))
STATED = statement(
    "l.example", dict.fromkeys(FACTS, "x"), {"a": "b"}, key="k", until="2026-11-29T08:00:00Z"
)
SIGNED = bytes(Note(STATED, (sign(STATED, OFFICE),)))
LOCKED = lock(
    "o.example", bytes(32), b"", salt=bytes(16), nonce=bytes(12), cost={"n": 2, "r": 1, "p": 1}
)


def parse_and_open(data: bytes) -> object:
    with contextlib.suppress(Unverified):
        verify_note(parse_note(data), KEYS)
    return None


def parse_and_verify(data: bytes) -> object:
    with contextlib.suppress(Unverified):
        verify_proof_file(parse_proof_file(data), b"11", parse_policy(POLICY))
    return None


def ask_a_witness(data: bytes) -> object:
    assert test_witness.answer(data, 7).status in STATUSES
    return decide(data, {}, lambda _: None)


def parse_and_prove(data: bytes) -> object:
    with contextlib.suppress(Unverified):
        verify_split_view(parse_split_view(data), KEYS)
    return None


def open_act(data: bytes) -> object:
    opening = parse_opening(data)
    return opening.entry(), opening.facts(), opening.parts_that_hold()


def read_statement(data: bytes) -> object:
    note = parse_signed(data)
    with contextlib.suppress(Unverified):
        authorisation(note, OFFICE.key)
    return head_of(note.text)


def as_text(parser: Callable[[str], object]) -> Callable[[bytes], object]:
    def parse(data: bytes) -> object:
        return parser(data.decode("utf-8", "surrogateescape"))

    return parse


# Each with something that it accepts: cases are changes of it as well as any bytes.
PARSERS: dict[str, tuple[Callable[[bytes], Any], bytes]] = {
    "checkpoint": (parse_checkpoint, test_policy.TEXT),
    "note": (parse_note, PROOF.partition(b"\n\n")[2]),
    "opened note": (parse_and_open, PROOF.partition(b"\n\n")[2]),
    "signature lines": (as_text(parse_lines), PROOF.rpartition(b"\n\n")[2]),
    "key": (as_text(parse_key), str(test_policy.KZ.key).encode()),
    "tile path": (as_text(parse_path), b"tile/0/x001/x234/067.p/5"),
    "tile": (lambda data: split_tile(data, 2), bytes(64)),
    "bundle": (lambda data: split_bundle(data, 3), join_bundle([b"one", b"", b"three"])),
    "witness request": (parse_request, REQUEST),
    "witness": (ask_a_witness, REQUEST),
    "proof file": (parse_proof_file, PROOF),
    "verified proof file": (parse_and_verify, PROOF),
    "policy": (parse_policy, POLICY),
    "statement": (read_statement, SIGNED),
    "auth": (
        as_text(parse_authorisation),
        b"office-key/v1 o.example 00000000 2026-11-29T08:00:00Z k " + b"A" * 86 + b"==",
    ),
    "key file": (public_key, LOCKED),
    "opening": (parse_opening, bytes(Opening(b"{}", bytes(32), {"text": PART}))),
    "opened act": (open_act, bytes(Opening(b'{"parts":{"text":"00"}}', bytes(32), {"text": PART}))),
    "two histories": (parse_split_view, SPLIT),
    "proven two histories": (parse_and_prove, SPLIT),
    "counts, tidy": (read_counts, made.TIDY),
    "counts, wide": (read_counts, made.WIDE),
    "counts, DHIS2": (read_counts, made.DHIS2),
    "counts, SDMX": (read_counts, made.SDMX),
    "counts, WHO": (read_counts, made.WHO),
    "counts, JHU": (read_counts, made.JHU),
    "counts, XLSX": (read_counts, made.xlsx()),
    "json": (read_json, b'{"a":[1,2.5e3,"\\ud83d\\ude00",null,true,{"b":"\\n"}]}'),
    "canonical json": (canonicalise, b'{"a":[1,2.5e3,"\\ud83d\\ude00",null,true,{"b":"\\n"}]}'),
}
BITS = st.sampled_from([b"", b"\n", b"\n\n", b" ", b"+", b"=", b"0", b"\x00", b"\xff", b"[", b'"'])


WRITTEN_BACK = ("checkpoint", "note", "witness request", "proof file", "two histories")


@pytest.fixture(scope="module")
def passed() -> Iterator[list[str]]:
    """The trials that came to their end; told of only when none is missing."""
    names: list[str] = []
    yield names
    if {*PARSERS, *(f"{name}, back" for name in WRITTEN_BACK)} <= set(names):
        tell("23", "any bytes to every parser", parsers=len(PARSERS), **{"cases each": CASES})
    if set(READERS) <= set(names):
        told = "any bytes to every reader behind the parsers"
        tell("23", told, readers=len(READERS), **{"cases each": CASES})


@st.composite
def changed(draw: st.DrawFn, good: bytes) -> bytes:
    """Something good after up to four cuts and insertions."""
    data = good
    for _ in range(draw(st.integers(1, 4))):
        first = draw(st.integers(0, len(data)))
        last = draw(st.integers(first, min(len(data), first + 8)))
        data = data[:first] + draw(BITS | st.binary(max_size=4)) + data[last:]
    return data


@pytest.mark.parametrize("name", [*PARSERS, *READERS])
def test_a_parser_refuses_with_its_declared_error_only(name: str, passed: list[str]) -> None:
    parser, good = (PARSERS | READERS)[name]
    parser(good)

    @settings(max_examples=CASES, deadline=None, database=None, derandomize=CASES == 200,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.binary(max_size=400) | changed(good))
    def check(data: bytes) -> None:
        with contextlib.suppress(Malformed, Unreadable):
            parser(data)

    check()
    passed.append(name)


@pytest.mark.parametrize("name", WRITTEN_BACK)
def test_what_a_parser_takes_it_writes_back_the_same(name: str, passed: list[str]) -> None:
    parser, good = PARSERS[name]
    read = parser(good)
    assert (read.text() if name == "checkpoint" else bytes(read)) == good

    @settings(max_examples=CASES, deadline=None, database=None, derandomize=CASES == 200,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(changed(good))
    def check(data: bytes) -> None:
        with contextlib.suppress(Malformed):
            read = parser(data)
            assert (read.text() if name == "checkpoint" else bytes(read)) == data

    check()
    passed.append(f"{name}, back")
