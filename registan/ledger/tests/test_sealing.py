"""The sealed envelope: canonical bytes, salted commitment, facts in a part of their own."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.log.commitment import commitment
from registan.kernel.log.envelope import complete
from registan.kernel.log.payload import Unopenable, decrypt
from registan.ledger.sealing import Closed, Sealed, seal, unpack, utc_text

FACTS: dict[str, Any] = {
    "kind": "plans.report.filed", "actor": "KZ", "office": "urn:registan:mandate:7", "body": "",
    "subject": "urn:registan:plan:one:measure:1.1", "audience": "members", "auth": "session",
    "at": datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=8))),
    "record": {"text": "Учения / 演练 / exercise", "measure": "1.1"},
}  # fmt: skip


def sealed(**changes: Any) -> Sealed:
    return seal(**{**FACTS, **changes})


PREVIOUS = bytes(range(32))


def completed(one: Sealed) -> bytes:
    return complete(one.draft, 7, PREVIOUS)


def parts_of(one: Sealed) -> dict[str, dict[str, Any]]:
    return unpack(decrypt(one.payload, one.key)).parts


def test_the_envelope_is_rfc_8785_json_of_the_named_facts_and_its_place() -> None:
    bytes_of = completed(sealed())
    envelope = json.loads(bytes_of)
    assert rfc8785.dumps(envelope) == bytes_of
    assert set(envelope) == {
        "v", "kind", "actor", "office", "body", "subject", "time", "audience", "stream", "n",
        "prev", "parts", "auth",
    }  # fmt: skip
    assert (envelope["n"], envelope["prev"]) == (7, PREVIOUS.hex())
    assert envelope["time"] == "2026-03-01T01:30:00.123Z"
    assert envelope["stream"] == envelope["audience"] == "members"


@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=5, max_size=5),
    n=st.integers(0, 2**53 - 1),
    prev=st.binary(min_size=32, max_size=32),
)
def test_the_place_goes_where_canonical_order_wants_it_whatever_the_texts(
    texts: list[str], n: int, prev: bytes
) -> None:
    kind, actor, office, subject, audience = texts
    one = sealed(kind=kind, actor=actor, office=office, subject=subject, audience=audience)
    bytes_of = complete(one.draft, n, prev)
    envelope = json.loads(bytes_of)
    assert rfc8785.dumps(envelope) == bytes_of
    assert (envelope["n"], envelope["prev"]) == (n, prev.hex())
    assert [envelope["kind"], envelope["office"], envelope["subject"]] == [kind, office, subject]


def test_the_facts_are_committed_to_with_a_salt_of_their_own() -> None:
    one = sealed()
    part = parts_of(one)["record"]
    assert part["payload"] == FACTS["record"]
    again = commitment(rfc8785.dumps(part["payload"]), bytes.fromhex(part["salt"]))
    assert json.loads(completed(one))["parts"] == {"record": again.hex()}
    assert bytes.fromhex(part["salt"]) != one.salt
    assert "Учения".encode() not in completed(one)


def test_what_lies_at_rest_can_be_read_with_its_own_key_alone() -> None:
    one, other = sealed(), sealed()
    assert "Учения".encode() not in one.payload
    with pytest.raises(Unopenable):
        decrypt(one.payload, other.key)
    flipped = bytearray(one.payload)
    flipped[20] ^= 1
    with pytest.raises(Unopenable):
        decrypt(bytes(flipped), one.key)


def test_the_same_act_twice_shares_neither_salt_nor_key() -> None:
    first, second = sealed(), sealed()
    assert first.salt != second.salt
    assert first.key != second.key
    assert len(first.salt) == len(first.key) == 32


def test_a_commitment_opens_with_its_salt_and_nothing_else() -> None:
    payload, salt = b"{}", bytes(range(32))
    inner = sha256(payload).digest()
    assert commitment(payload, salt) == sha256(b"registan/commit/v1\n" + salt + inner).digest()
    assert commitment(payload, bytes(32)) != commitment(payload, salt)


def test_a_salt_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="31 bytes"):
        commitment(b"", bytes(31))


def test_times_are_utc_to_the_millisecond() -> None:
    assert utc_text(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00.000Z"


def test_a_closed_fact_is_a_part_of_its_own_with_its_own_salt() -> None:
    one = sealed(record={"measure": "1.1", "above": Closed("members", "a hidden plan")})
    parts = parts_of(one)
    assert parts["record"]["payload"] == {"measure": "1.1"}
    assert (parts["above"]["payload"], parts["above"]["audience"]) == ("a hidden plan", "members")
    assert parts["above"]["salt"] != parts["record"]["salt"]
    committed = json.loads(completed(one))["parts"]
    salt = bytes.fromhex(parts["above"]["salt"])
    assert committed["above"] == commitment(rfc8785.dumps("a hidden plan"), salt).hex()


def test_what_is_packed_is_canonical_json() -> None:
    one = sealed(record={"b": 1, "a": Closed("body:RATS_EC", ["x"]), "é": "é"})
    packed = decrypt(one.payload, one.key).partition(b"\n")[2]
    assert rfc8785.dumps(json.loads(packed)) == packed
