"""Numba's compiler with the house's settings: kept on disk, strict about floating point, typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from numba import njit

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., object]")


def compiled(function: F) -> F:
    """Compile `function` at its first call. The same numbers on every machine: no fast-math."""
    return cast("F", njit(cache=True, fastmath=False)(function))
