"""One call of a function named by its path, for the processes that compute. Free of Django."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

OURS = "registan."


@dataclass(frozen=True)
class Part:
    """One call of the function. Parts may run in any order and at the same time."""

    args: Sequence[Any] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)


def function_at(path: str) -> Callable[..., Any]:
    """The function named `registan.package.module:function`. Raises ValueError for any other path."""
    module, colon, name = path.partition(":")
    if not (colon and name.isidentifier() and module.startswith(OURS)):
        raise ValueError(f"{path!r} names no function of ours: write registan.package.module:name")
    try:
        found = getattr(import_module(module), name)
    except (ModuleNotFoundError, AttributeError):
        raise ValueError(f"there is no {path!r}") from None
    if not callable(found):
        raise ValueError(f"{path!r} cannot be called")
    return found  # type: ignore[no-any-return]  # an attribute by name has no type


def call(path: str, part: Part, tell: Callable[[float], None] | None = None) -> Any:
    """Call the function; one with a parameter `progress` gets `tell`, which takes the share done."""
    function = function_at(path)
    kwargs = dict(part.kwargs)
    if "progress" not in kwargs and "progress" in inspect.signature(function).parameters:
        kwargs["progress"] = tell
    return function(*part.args, **kwargs)
