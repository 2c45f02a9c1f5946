"""Compiled code on disk follows the sources, also those of the functions that are called."""

from __future__ import annotations

import importlib
import shutil
import sys
from pathlib import Path

import pytest

from registan.kernel import compiled as real

CALLEE = "from kern.compiled import compiled\n\n@compiled\ndef f(x):\n    return x + {}\n"
CALLER = (
    "from kern.callee import f\nfrom kern.compiled import compiled\n\n"
    "@compiled\ndef g(x):\n    return 2.0 * f(x)\n"
)


def answer(x: float) -> float:
    """g of the package as it stands on disk, in modules loaded anew."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "kern"]:
        del sys.modules[name]
    importlib.invalidate_caches()
    return float(importlib.import_module("kern.caller").g(x))


def test_a_changed_callee_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kern = tmp_path / "kern"
    kern.mkdir()
    (kern / "__init__.py").touch()
    shutil.copy(Path(real.__file__), kern / "compiled.py")
    (kern / "callee.py").write_text(CALLEE.format("1.0"))
    (kern / "caller.py").write_text(CALLER)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert answer(1.0) == 4.0
    (kern / "callee.py").write_text(CALLEE.format("10.0"))
    assert answer(1.0) == 22.0


def test_the_digest_takes_in_every_source_but_the_tests(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "one.py").write_text("a = 1")
    stamp = real.stamp.__wrapped__
    first = stamp(tmp_path)
    (tmp_path / "tests" / "test_one.py").write_text("b = 2")
    assert stamp(tmp_path) == first
    (tmp_path / "one.py").write_text("a = 2")
    assert stamp(tmp_path) != first
