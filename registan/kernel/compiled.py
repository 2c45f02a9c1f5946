"""Numba's compiler with the house's settings: kept on disk, strict about floating point, typed."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from numba import njit

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., object]")


@cache
def stamp(folder: Path) -> str:
    """Digest of all sources in a folder of the kernel, tests apart."""
    found = sha256()
    for path in sorted(folder.rglob("*.py")):
        if "tests" not in path.parts[len(folder.parts) :]:
            found.update(path.read_bytes())
    return found.hexdigest()


def compiled(function: F) -> F:
    """Compile `function` at its first call. The same numbers on every machine: no fast-math.

    Numba asks only whether the file of `function` itself has changed. What it calls is compiled into it:
    after an upgrade that changes one file, the others would go on with the old code. So what is on disk
    is valid for one state of all sources beside it.
    """
    made = njit(cache=True, fastmath=False)(function)
    sources = stamp(Path(function.__code__.co_filename).parent)
    # No public way; the version of Numba is locked.
    cast("Any", made)._cache._cache_file._source_stamp = sources
    return cast("F", made)
