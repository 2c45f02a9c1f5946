"""docs/reference lists every act, refusal and address; no act or refusal is without its sentences."""

from __future__ import annotations

import re

import registan.config.urls  # noqa: F401  the acts are registered by being read
from registan.ledger.act import KINDS
from registan.web.texts import catalogue
from scripts.reference import acts_page, http_page, refusals, refusals_page
from tests.house.source import ROOT

PAGES = ROOT / "docs" / "reference"
OURS = [kind for kind in KINDS.values() if kind.module.startswith("registan.")]


def test_every_act_has_a_sentence_in_three_languages() -> None:
    assert len(OURS) > 25
    assert [kind.name for kind in OURS if f"act.{kind.name}" not in catalogue()] == []


def test_acts_are_named_app_noun_participle_and_live_in_acts() -> None:
    shape = re.compile(r"[a-z_]+\.[a-z_]+\.[a-z_]+")
    assert [kind.name for kind in OURS if not shape.fullmatch(kind.name)] == []
    assert [kind.name for kind in OURS if ".acts" not in kind.module] == []


def test_every_sentence_of_an_act_belongs_to_one() -> None:
    kinds = {f"act.{kind.name}" for kind in OURS}
    told = {key for key in catalogue() if key.startswith("act.")}
    assert told == kinds


def test_every_refusal_has_a_sentence_in_three_languages() -> None:
    assert [code for code in refusals() if f"refusal.{code}" not in catalogue()] == []


def test_every_sentence_of_a_refusal_belongs_to_one() -> None:
    told = {key.removeprefix("refusal.") for key in catalogue() if key.startswith("refusal.")}
    assert told == set(refusals())


def test_the_pages_of_acts_refusals_and_addresses_are_up_to_date() -> None:
    """If not: .venv/bin/python -m scripts.reference"""
    assert (PAGES / "acts.md").read_text(encoding="utf-8") == acts_page()
    assert (PAGES / "refusals.md").read_text(encoding="utf-8") == refusals_page()
    assert (PAGES / "http.md").read_text(encoding="utf-8") == http_page()
