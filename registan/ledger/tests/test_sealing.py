"""The sealed envelope: canonical bytes, salted commitment, facts in a part of their own."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest
import rfc8785

from registan.kernel.log.commitment import commitment
from registan.ledger.sealing import Sealed, seal, utc_text

FACTS: dict[str, Any] = {
    "kind": "plans.report.filed", "actor": "KZ", "office": "urn:registan:mandate:7", "body": "",
    "subject": "urn:registan:plan:one:measure:1.1", "audience": "members", "auth": "session",
    "at": datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=8))),
    "record": {"text": "Учения / 演练 / exercise", "measure": "1.1"},
}  # fmt: skip


def sealed(**changes: Any) -> Sealed:
    return seal(**{**FACTS, **changes})


def test_the_envelope_is_rfc_8785_json_of_the_named_facts() -> None:
    one = sealed()
    envelope = json.loads(one.envelope)
    assert rfc8785.dumps(envelope) == one.envelope
    assert set(envelope) == {
        "v", "kind", "actor", "office", "body", "subject", "time", "audience", "stream", "parts",
        "auth",
    }  # fmt: skip
    assert envelope["time"] == "2026-03-01T01:30:00.123Z"
    assert envelope["stream"] == envelope["audience"] == "members"


def test_the_commitment_opens_with_its_salt_and_nothing_else() -> None:
    one = sealed()
    inner = sha256(one.envelope).digest()
    assert one.commitment == sha256(b"registan/commit/v1\n" + one.salt + inner).digest()
    assert one.commitment != sha256(one.salt + inner).digest()
    assert commitment(one.envelope, bytes(32)) != one.commitment


def test_the_facts_are_committed_to_with_a_salt_of_their_own() -> None:
    one = sealed()
    part = one.parts["record"]
    again = commitment(rfc8785.dumps(part["payload"]), bytes.fromhex(part["salt"]))
    assert json.loads(one.envelope)["parts"] == {"record": again.hex()}
    assert bytes.fromhex(part["salt"]) != one.salt
    assert "Учения".encode() not in one.envelope


def test_the_same_act_twice_gives_two_commitments() -> None:
    first, second = sealed(), sealed()
    assert len({first.salt, second.salt}) == len({first.commitment, second.commitment}) == 2
    assert len(first.salt) == 32


def test_a_salt_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="31 bytes"):
        commitment(b"", bytes(31))


def test_times_are_utc_to_the_millisecond() -> None:
    assert utc_text(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00.000Z"
