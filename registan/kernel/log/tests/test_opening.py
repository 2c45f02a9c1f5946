"""An opening leads to its entry, shows the parts that hold, and refuses anything else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.log.canonical import canonical
from registan.kernel.log.commitment import commitment
from registan.kernel.log.envelope import entry
from registan.kernel.log.errors import Malformed
from registan.kernel.log.opening import Opening, parse_opening

SALT = bytes(range(32))
RECORD = {"text": "Учения проведены"}
ENVELOPE = canonical(
    {"kind": "a.b", "parts": {"record": commitment(canonical(RECORD), SALT).hex()}}
)
MADE = Opening(ENVELOPE, SALT, {"record": {"payload": RECORD, "salt": SALT.hex()}})


def test_it_leads_to_the_entry_and_survives_being_written() -> None:
    read = parse_opening(bytes(MADE))
    assert read == MADE
    assert read.entry() == entry(commitment(ENVELOPE, SALT))
    assert read.facts()["kind"] == "a.b"
    assert read.parts_that_hold() == {"record": RECORD}


def test_a_part_that_was_changed_does_not_hold() -> None:
    forged = {"record": {"payload": {"text": "Другое"}, "salt": SALT.hex()}}
    assert Opening(ENVELOPE, SALT, forged).parts_that_hold() == {}
    other = {"annex": MADE.parts["record"]}
    assert Opening(ENVELOPE, SALT, other).parts_that_hold() == {}


@pytest.mark.parametrize(
    "told",
    [
        [], {}, {"envelope": "", "parts": {}, "salt": "00"}, {"envelope": 1, "parts": {}, "salt": "00" * 32},
        {"envelope": "", "parts": [], "salt": "00" * 32},
        {"envelope": "", "parts": {"a": {"payload": 1, "salt": 7}}, "salt": "00" * 32},
        {"envelope": "", "parts": {"a": {"payload": 1}}, "salt": "00" * 32},
        {"envelope": "", "parts": {}, "salt": "00" * 32, "more": 1},
    ],
)  # fmt: skip
def test_anything_else_is_refused(told: Any) -> None:
    with pytest.raises(Malformed):
        parse_opening(json.dumps(told).encode())


@given(st.binary(max_size=300))
def test_any_bytes_meet_the_declared_refusal(data: bytes) -> None:
    with pytest.raises(Malformed):
        parse_opening(data)
