"""What a user installs is free to pass on under Apache-2.0: no GPL among the packages it needs."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements.txt"
FREE = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|ISC|PSF|PSFL|Python Software Foundation|MPL|Mozilla|Unlicense|HPND|ZPL|CC0)\b",
    re.IGNORECASE,
)
COPYLEFT = re.compile(r"\b(A|L)?GPL|General Public", re.IGNORECASE)
# Under the LGPL, which lets a program that only imports it keep its own licence; it is replaceable.
LESSER = {"psycopg", "psycopg-binary"}


def names() -> list[str]:
    """Packages of requirements.txt that are installed here; others are for other systems."""
    text = REQUIREMENTS.read_text(encoding="utf-8")
    pinned = re.findall(
        r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==[^;\\\n]*(;[^\\\n]*)?", text, re.MULTILINE
    )
    return [name for name, condition in pinned if not condition or _is_installed(name)]


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except ModuleNotFoundError:
        return False
    return True


def licence(package: Distribution) -> str:
    """All that the package says of its licence."""
    told = package.metadata
    classifiers = [row for row in told.get_all("Classifier") or [] if row.startswith("License ::")]
    named = [row for name in ("License-Expression", "License") for row in told.get_all(name) or []]
    return "; ".join([row.split("\n", 1)[0] for row in named] + classifiers)


def test_the_requirements_are_read() -> None:
    assert {"django", "granian", "psycopg"} <= set(names())


@pytest.mark.parametrize("name", names())
def test_a_package_that_users_install_has_a_free_licence(name: str) -> None:
    said = licence(distribution(name))
    if name in LESSER:
        assert "LGPL" in said or "Lesser" in said
    else:
        assert not COPYLEFT.search(said), said
        assert FREE.search(said), f"{name} names no licence that we know: {said!r}"
