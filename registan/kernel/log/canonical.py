"""Canonical JSON (RFC 8785), and a reader that refuses what has two meanings (I-JSON, RFC 7493)."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import rfc8785

from registan.kernel.log.errors import Malformed

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 128
SAFE = 2**53 - 1
# Possessive, and content with a string that never ends: no input makes it look twice.
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_OPENING = b"[{"
_NO_BRACKETS = bytes(value for value in range(256) if value not in b"[]{}")
# For what `_is_plain`, the standard library writes as RFC 8785 does, three times as fast.
_WRITE = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":")
).encode
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def canonical(value: Any) -> bytes:
    """The one spelling of a value: names sorted by UTF-16 unit, numbers as ECMAScript writes them.

    Raises Malformed("json") for what JSON cannot carry: NaN, infinities, integers beyond 2^53-1,
    lone surrogates, names that are no text, nesting without end.

    >>> canonical({"b": 1.0, "a": [True, None]})
    b'{"a":[true,null],"b":1}'
    """
    try:
        return spell(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as broken:
        raise Malformed("json", str(broken)) from None
    except RecursionError:
        raise Malformed("depth", "nested without end") from None


def spell(value: Any) -> bytes:
    """The same for a value of our own making: raises as `rfc8785.dumps` does, a ValueError.

    >>> spell({"b": "я", "a": [1, None]}) == '{"a":[1,null],"b":"я"}'.encode()
    True
    """
    if _is_plain(value):
        try:
            return _WRITE(value).encode()
        except UnicodeEncodeError:
            pass  # half of a character, which is refused below
    return rfc8785.dumps(value)


def _is_plain(value: Any) -> bool:
    """Texts, safe integers, yes, no and nothing, under names in ASCII, which sort alike in any unit."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is dict:
        return all(
            type(name) is str and name.isascii() and _is_plain(held) for name, held in value.items()
        )
    if kind is list or kind is tuple:
        return all(map(_is_plain, value))
    return kind is int and -SAFE <= value <= SAFE


def read_json(data: bytes) -> Any:
    """The value that JSON bytes stand for, when all readers must agree on it.

    Numbers beyond 2^53-1 become floats, as RFC 8785 section 3.2.2.3 reads them. Raises Malformed
    with code "json", "size" (over 8 MiB), "depth" (over 128), "duplicate_name", "number" or
    "surrogate".

    >>> read_json(b'{"a": 1}')
    {'a': 1}
    """
    if len(data) > MAX_BYTES:
        raise Malformed("size", f"more than {MAX_BYTES} bytes")
    # Before the parser, which goes down by recursion.
    if _is_too_deep(data):
        raise Malformed("depth", f"deeper than {MAX_DEPTH}")
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=_constant,
        )
    except Malformed:
        raise
    except ValueError as broken:
        raise Malformed("json", str(broken)) from None
    if _SURROGATE.search(text):
        _refuse_surrogates(value)
    return value


def canonicalise(data: bytes) -> bytes:
    """JSON bytes in their canonical spelling (RFC 8785 section 3). Raises Malformed.

    To verify, hash the bytes that were received instead; never write them anew.

    >>> canonicalise(b'{"b": 1e2, "a": 2}')
    b'{"a":2,"b":100}'
    """
    return canonical(read_json(data))


def _is_too_deep(data: bytes) -> bool:
    # Brackets only count outside strings; a broken string is left to the parser.
    depth = 0
    for bracket in _STRING.sub(b"", data).translate(None, _NO_BRACKETS):
        depth += 1 if bracket in _OPENING else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    # json.loads alone would silently keep the last of two equal names.
    if len(found) != len(pairs):
        raise Malformed("duplicate_name", "a name stands twice in one object")
    return found


def _integer(digits: str) -> int | float:
    if len(digits) < 16:
        return int(digits)
    # Beyond 16 digits no integer is safe; float() reads long ones without building them.
    if len(digits) > 17 or abs(int(digits)) > SAFE:
        return _float(digits)
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise Malformed("number", "beyond IEEE 754 double precision")
    return value


def _constant(name: str) -> float:
    raise Malformed("number", f"{name} is not JSON")


def _refuse_surrogates(value: Any) -> None:
    texts = [value]
    while texts:
        one = texts.pop()
        if isinstance(one, str):
            if any("\ud800" <= letter <= "\udfff" for letter in one):
                raise Malformed("surrogate", "half of a character")
        elif isinstance(one, dict):
            texts += (*one.keys(), *one.values())
        elif isinstance(one, list):
            texts += one
