"""docs/reference/settings.md lists every knob, with its default, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import registan.config.settings  # noqa: F401  reading it registers the knobs
from registan.cli.texts_settings import TEXTS_SETTINGS
from registan.config.environment import KNOBS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(REGISTAN_\w+)` \| (.*?) \|", re.MULTILINE)


def test_every_knob_is_documented_and_no_other() -> None:
    documented = [name for name, _ in ROW.findall(PAGE)]
    assert len(documented) == len(set(documented))
    assert set(documented) == set(KNOBS)


def test_the_documented_default_is_the_default() -> None:
    for name, said in ROW.findall(PAGE):
        default = KNOBS[name].default.replace(f"{ROOT}/", "")
        assert said == (f"`{default}`" if default else "not set"), name


def test_every_knob_is_explained_in_three_languages() -> None:
    explained = {key.removeprefix("cli.setting."): words for key, words in TEXTS_SETTINGS.items()}
    assert set(explained) == set(KNOBS)
    assert {name: words[2] for name, words in explained.items()} == {
        name: knob.why for name, knob in KNOBS.items()
    }


def test_no_variable_is_read_elsewhere() -> None:
    """A knob that settings.py does not know cannot be documented."""
    named = re.compile(r"environ[^\n]*[\"'](REGISTAN_\w+)")
    # REGISTAN_SHARED_DATA is for tests alone.
    found = {
        (path.name, name)
        for path in (ROOT / "registan").rglob("*.py")
        if "tests" not in path.parts
        for name in named.findall(path.read_text(encoding="utf-8"))
        if name not in KNOBS
    }
    assert found == set()
