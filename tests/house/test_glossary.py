"""One word per concept: what the glossary rules out stands in no sentence (docs/explanation)."""

from __future__ import annotations

import re

import pytest

import registan.cli.main  # noqa: F401  its sentences are registered by being read
from registan.web.texts import catalogue

# lang -> what is not said, and the word instead
NEVER: dict[str, dict[str, str]] = {
    "en": {
        r"countr(y|ies)|nations?": "State",
        r"organs?": "Body",
        r"users?\b|username": "Official, account",
        r"permissions?|roles?": "mandate, power",
        r"operations?\b|services?": "act",
        r"log lines?|hash(es)?|nodes?\b": "entry, checkpoint, witness",
        r"sessions?\b|events?(?! whose date)": "meeting",
        r"clauses?\b|translations?\b": "paragraph, version",
        r"projects?\b|tasks?\b": "plan, measure",
        r"tickets?\b": "request",
        r"data ?points?|anomal\w+": "count, signal",
    },
    "ru": {r"пользовател\w*": "должностное лицо", r"стран[аыеуой]+": "государство",
           r"сесси[яиюей]+": "заседание", r"логин\w*": "имя учётной записи"},
    "zh": {r"用户": "官员", r"民族国家": "国家"},
}  # fmt: skip
INDEX = {"ru": 0, "zh": 1, "en": 2}


@pytest.mark.parametrize("lang", NEVER)
def test_no_sentence_says_what_the_glossary_rules_out(lang: str) -> None:
    found = {
        key: (hit[0], instead)
        for key, triple in catalogue().items()
        for never, instead in NEVER[lang].items()
        if (hit := re.search(rf"\b(?:{never})\b" if lang != "zh" else never,
                             re.sub(r"\{\w+", "{", triple[INDEX[lang]]), re.IGNORECASE))
        and not key.startswith("cli.")
    }  # fmt: skip
    assert found == {}
