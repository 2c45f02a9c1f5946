"""Fault 21: a number beyond what it may be is refused with the declared error by every parser that reads one.

C2SP has sizes and indices below 2^63, which we take; JSON holds integers up to 2^53-1 alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registan.kernel.log.canonical import canonical, read_json
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.envelope import ENTRY_LABEL
from registan.kernel.log.errors import Malformed
from registan.kernel.log.policy import REFUSED, parse_policy
from registan.kernel.log.proof_file import parse_proof_file
from registan.kernel.log.streams import parse_lines
from registan.kernel.log.tests import test_policy
from registan.kernel.log.tiles import Tile, parse_path
from registan.kernel.log.witness import parse_request
from tests.faults.counts import tell
from tests.test_any_bytes import CASES, NOTE, PROOF, REQUEST

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST, SAFE = 2**63 - 1, 2**53 - 1
INDEX = next(line for line in PROOF.split(b"\n") if line.startswith(b"index "))
OLD = REQUEST.partition(b"\n")[0]
SIZE = NOTE.text.split(b"\n")[1]
STREAM_LINE = canonical({"entry": (ENTRY_LABEL + bytes(32)).hex(), "index": 7})


def checkpoint(number: bytes) -> int:
    return parse_checkpoint(NOTE.text.replace(b"\n" + SIZE + b"\n", b"\n" + number + b"\n")).size


def proof_index(number: bytes) -> int:
    return parse_proof_file(PROOF.replace(INDEX, b"index " + number)).index


def proof_size(number: bytes) -> int:
    there = b"\n" + SIZE + b"\n"
    assert there in PROOF
    return parse_proof_file(PROOF.replace(there, b"\n" + number + b"\n")).checkpoint.size


def witness_old(number: bytes) -> int:
    return parse_request(REQUEST.replace(OLD, b"old " + number, 1)).old


def tile_number(number: bytes) -> int:
    plain = number.isdigit() and str(int(number)).encode() == number
    path = Tile(0, int(number)).path if plain else ""
    return parse_path(path or f"tile/0/{number.decode()}").n


def policy_refusal(number: bytes) -> int:
    line = f"{REFUSED} ".encode() + number + f" {test_policy.LOG.key}\n".encode()
    return parse_policy(test_policy.POLICY.encode() + line).refused[test_policy.LOG.key]


def stream_index(number: bytes) -> int:
    (line,) = parse_lines(STREAM_LINE.replace(b":7", b":" + number) + b"\n")
    return line.index


READERS: dict[str, tuple[Callable[[bytes], int], int]] = {
    "size of a checkpoint": (checkpoint, LARGEST),
    "index of a proof file": (proof_index, LARGEST),
    "size in a proof file": (proof_size, LARGEST),
    "old size of a witness request": (witness_old, LARGEST),
    "number of a tile": (tile_number, LARGEST),
    "index in a policy": (policy_refusal, LARGEST),
    "index in a stream": (stream_index, SAFE),
}


@pytest.mark.parametrize("name", READERS)
def test_numbers_are_taken_up_to_the_limit_and_refused_beyond(name: str) -> None:
    read, limit = READERS[name]

    @settings(max_examples=CASES, deadline=None, database=None, derandomize=CASES == 200,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(
        st.integers(0, limit) | st.sampled_from([limit, SAFE, 2**31, 2**32]),
        st.integers(limit + 1, 2**70) | st.integers(2**70, 10**400)
        | st.sampled_from([limit + 1, 2**63, 2**64, 2**64 + 7]),
    )  # fmt: skip
    def check(good: int, beyond: int) -> None:
        assert read(b"%d" % good) == good
        with pytest.raises(Malformed):
            read(b"%d" % beyond)

    check()
    tell("21", f"numbers beyond the limit, refused: {name}", cases=CASES)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("spelt", [b"-1", b"+7", b"07", b"7.0", b"7e0", b"true", b"7_0", b'"7"'])
def test_another_spelling_is_no_number(name: str, spelt: bytes) -> None:
    read, _ = READERS[name]
    with pytest.raises(Malformed):
        read(spelt)


@given(st.integers(SAFE + 1, 10**300))
def test_json_gives_no_integer_that_is_not_exact(beyond: int) -> None:
    """RFC 8785 has doubles alone; a reader that wants an integer gets none, and refuses."""
    for number in (beyond, -beyond):
        assert type(read_json(b"%d" % number)) is float
