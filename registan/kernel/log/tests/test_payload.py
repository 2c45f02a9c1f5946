"""A payload opens with its own key alone; whatever was changed or cut is refused with one error."""

from __future__ import annotations

import pytest

from registan.kernel.log.payload import Unopenable, decrypt, encrypt

KEY = bytes(range(32))
SEALED = encrypt(b'{"text":"..."}', KEY, bytes(12))


def test_it_opens_with_its_key() -> None:
    assert decrypt(SEALED, KEY) == b'{"text":"..."}'


@pytest.mark.parametrize("length", range(len(SEALED)))
def test_one_that_was_cut_does_not_open(length: int) -> None:
    with pytest.raises(Unopenable):
        decrypt(SEALED[:length], KEY)


@pytest.mark.parametrize("key", [b"", KEY[:31], KEY + b"x", KEY[:16], bytes(32)])
def test_another_key_or_a_cut_one_opens_nothing(key: bytes) -> None:
    with pytest.raises(Unopenable):
        decrypt(SEALED, key)
