"""The example in each docstring runs."""

from __future__ import annotations

import doctest
from importlib import import_module
from pkgutil import iter_modules

import pytest

import registan.kernel.log as package

MODULES = [found.name for found in iter_modules(package.__path__) if not found.ispkg]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str) -> None:
    result = doctest.testmod(import_module(f"{package.__name__}.{name}"))
    assert result.failed == 0
    assert result.attempted or name == "__init__"
