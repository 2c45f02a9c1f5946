"""What an act of a stream says of its place and of the stream's head is read strictly."""

from __future__ import annotations

from typing import Any

import pytest

from registan.kernel.log.canonical import canonical
from registan.kernel.log.commitment import commitment
from registan.kernel.log.errors import Malformed
from registan.kernel.log.opening import Opening
from registan.kernel.log.streams import HEADED, Line, check_stream

SALT = bytes(32)


def line(record: dict[str, Any], n: Any = 0) -> Line:
    """The first act of a stream, which states a head; whoever makes it makes its commitments good."""
    parts = {"record": commitment(canonical(record), SALT).hex()}
    envelope = canonical(
        {"kind": HEADED, "n": n, "prev": "00" * 32, "stream": "public", "parts": parts}
    )
    opening = Opening(envelope, SALT, {"record": {"payload": record, "salt": SALT.hex()}})
    return Line(0, opening.entry(), opening)


def test_a_head_that_is_one_is_taken() -> None:
    found = check_stream([line({"length": 0, "head": "00" * 32})])
    assert found.faults == []
    assert found.heads == {0: bytes(32)}


@pytest.mark.parametrize("length", [[], None, {}, True, -4, 1e308, 1.5, "0", "٧"])
def test_a_length_that_is_none_is_a_fault_of_the_head(length: Any) -> None:
    (fault,) = check_stream([line({"length": length, "head": "00"})]).faults
    assert (fault.code, fault.n, fault.index) == ("head", 0, 0)


@pytest.mark.parametrize("head", [[], None, 7, "zz", "0"])
def test_a_head_that_is_no_commitment_is_a_fault(head: Any) -> None:
    (fault,) = check_stream([line({"length": 0, "head": head})]).faults
    assert fault.code == "head"


@pytest.mark.parametrize("n", [-1, True, None, 1.5, "0", 2**70 * 1.0])
def test_a_place_that_is_no_number_is_refused(n: Any) -> None:
    with pytest.raises(Malformed, match="stream"):
        check_stream([line({"length": 0, "head": ""}, n)])
