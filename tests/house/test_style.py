"""The one style sheet: tokens only, no ornaments, and what each page may weigh."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import django_htmx

from tests.house.source import PACKAGE

STATIC = PACKAGE / "web" / "static" / "web"
CSS = re.sub(
    r"/\*.*?\*/", "", (STATIC / "registan.css").read_text(encoding="utf-8"), flags=re.DOTALL
)
DECLARED = re.compile(r"(?:^|[;{\s])([\w-]+)\s*:\s*([^;{}]+)(?=[;}])")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(")
KIB = 1024


def declarations() -> list[tuple[str, str]]:
    return [(name, value.strip()) for name, value in DECLARED.findall(CSS)]


def test_every_block_is_closed() -> None:
    assert CSS.count("{") == CSS.count("}")
    assert len(declarations()) > 100


def test_every_token_that_is_used_is_defined() -> None:
    defined = {name for name, _ in declarations() if name.startswith("--")}
    assert set(re.findall(r"var\((--[\w-]+)", CSS)) - defined == set()


def test_colours_are_named_by_tokens_alone() -> None:
    found = [(name, value) for name, value in declarations()
             if not name.startswith("--") and COLOUR.search(value)]  # fmt: skip
    assert found == []


def test_there_are_no_ornaments() -> None:
    assert [value for name, value in declarations() if name in {"text-shadow", "filter"}] == []
    assert "gradient(" not in CSS
    radii = [value for name, value in declarations() if "radius" in name]
    assert [
        value for value in radii if any(float(px) > 2 for px in re.findall(r"([\d.]+)px", value))
    ] == []
    shadows = [value for name, value in declarations() if name == "box-shadow"]
    # The focus ring is the one thing drawn so: without blur.
    assert [
        value for value in shadows if value != "none" and not re.search(r"^\S+ \S+ 0 ", value)
    ] == []


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert re.findall(r"url\([\"']?(?:https?:)?//", CSS) == []
    assert "@import" not in CSS


def test_style_script_and_fonts_keep_to_their_budgets() -> None:
    htmx = next(iter(Path(django_htmx.__file__).parent.rglob("htmx-2.min.js")))
    assert len(gzip.compress(CSS.encode())) <= 12 * KIB
    assert len(gzip.compress(htmx.read_bytes())) <= 20 * KIB
    assert sum(font.stat().st_size for font in STATIC.glob("*.woff2")) <= 60 * KIB
