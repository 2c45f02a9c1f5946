"""Canonical JSON: what has two meanings is refused, and nothing brings the reader down."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.log.canonical import (
    MAX_BYTES,
    MAX_DEPTH,
    SAFE,
    canonical,
    canonicalise,
    read_json,
    spell,
)
from registan.kernel.log.errors import Malformed

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_is_read_back_and_written_the_same(value: Any) -> None:
    data = canonical(value)
    assert read_json(data) == value
    assert canonicalise(data) == data
    assert canonicalise(json.dumps(value, indent=3).encode()) == data


@given(VALUES)
def test_the_quick_way_spells_as_the_reference_does(value: Any) -> None:
    assert spell(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    "value",
    [
        "".join(map(chr, range(0x300))), {"\x7f": "\u2028\ufeff", "\x00": ()}, {"a": SAFE, "b": -SAFE},
        {"z": {"\ufb33": 1, "\U00010000": 2}}, [1e21, 1.0, -0.0], {"A": 1, "a": 2, "": 3, "aa": 4},
    ],
)  # fmt: skip
def test_the_quick_way_at_its_edges(value: Any) -> None:
    assert spell(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    "value", ["\ud800", {"\udc00": 1}, {"a": ["\ud83d"]}, SAFE + 1, [-SAFE - 1], {1: 1}, {"a": {1}}]
)
def test_the_quick_way_refuses_what_the_reference_refuses(value: Any) -> None:
    refusals = (rfc8785.CanonicalizationError, UnicodeEncodeError)
    with pytest.raises(refusals) as theirs:
        rfc8785.dumps(value)
    with pytest.raises(type(theirs.value)):
        spell(value)


def test_names_are_sorted_by_utf16_unit() -> None:
    # U+10000 is two units that begin with D800, and so comes before U+FB33.
    assert list(read_json(canonical({"\ufb33": 1, "\U00010000": 2}))) == ["\U00010000", "\ufb33"]


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        (b"1e2", b"100"),
        (b"-0", b"0"),
        (b"-0.0", b"0"),
        (b"1E-7", b"1e-7"),
        (b"9007199254740993", b"9007199254740992"),
        (b"-12345678901234567890", b"-12345678901234567000"),
        (b"1" + b"0" * 308, b"1e+308"),
        (b"5e-324", b"5e-324"),
    ],
)
def test_numbers_are_those_of_ecmascript(given_: bytes, wanted: bytes) -> None:
    assert canonicalise(given_) == wanted


@pytest.mark.parametrize(("data", "code"), [
    (b'{"a":1,"a":2}', "duplicate_name"), (b'[{"a":{"b":1,"b":1}}]', "duplicate_name"),
    (b'{"a":1,"\\u0061":2}', "duplicate_name"), (b"[" * 100_000, "depth"),
    (b"[" * 100_000 + b"]" * 100_000, "depth"), (b'{"a":' * 100_000, "depth"),
    (b"1" + b"0" * 400, "number"), (b"1e400", "number"), (b"-1e400", "number"), (b"NaN", "number"),
    (b"Infinity", "number"), (b'"\\ud800"', "surrogate"), (b'{"\\uDFFF":1}', "surrogate"),
    (b'["\\ud83d\\ud83d\\ude00"]', "surrogate"), (b" " * (16 * 1024 * 1024), "size"),
    (b"\xff", "json"), (b"\xef\xbb\xbf{}", "json"), (b"", "json"), (b"{} {}", "json"),
    (b'"\x01"', "json"), (b"01", "json"), (b"1" * 5000, "number"), (b"]" * 1000, "json"),
    ('"\u2028'.encode(), "json"), (b"{'a':1}", "json"), (b"\xed\xa0\x80", "json"),
])  # fmt: skip
def test_it_refuses_with_the_reason(data: bytes, code: str) -> None:
    with pytest.raises(Malformed) as refused:
        canonicalise(data)
    assert refused.value.code == code


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert read_json(b'"\\ud83d\\ude00"') == "😀"


def test_the_greatest_depth_is_read_and_brackets_in_strings_do_not_count() -> None:
    assert canonicalise(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH) == b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    text = b'["' + b"[{" * 1000 + b'\\"]"]'
    assert canonicalise(text) == text


@pytest.mark.parametrize("unit", [b'"', b'\\"', b'"\\"', b"\\", b'"[', b'{"a":', b"-", b"1e"])
def test_no_repetition_takes_long(unit: bytes) -> None:
    # Quadratic time would take minutes here.
    with pytest.raises(Malformed):
        read_json(b'"' + unit * (MAX_BYTES // 16 // len(unit)))


@pytest.mark.parametrize("value", [
    math.nan, math.inf, 2**53, "\ud800", {"\udfff": 1}, {1: 1}, b"bytes", {"a": {1, 2}},
])  # fmt: skip
def test_it_does_not_write_what_json_cannot_carry(value: Any) -> None:
    with pytest.raises(Malformed):
        canonical(value)


def test_a_value_nested_in_itself_is_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(Malformed, match="depth"):
        canonical(loop)
