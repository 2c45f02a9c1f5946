"""Every sentence exists in Russian, Chinese and English, says the same facts, and is used by its name."""

from __future__ import annotations

import ast
import re

import registan.cli.main  # noqa: F401  its sentences are registered by being read
from registan.web.texts import _PLACEHOLDER, LANGS, catalogue
from tests.house.source import called, modules, templates

PLURALS = {"ru": 3, "zh": 1, "en": 2}
# Written in Latin letters in every language: names of formats, programs, commands, units, codes.
LATIN = re.compile(
    r"(?<![A-Za-z])(?:registan(?: [a-z-]+)+|make run(?: [A-Z]+=)?|python manage\.py \w+(?: order)?"
    r"|apt-get install [\w-]+"
    r"|XLSX|DOCX|CSV|HTML|PDF|RTF|JSON|Word|Excel|LibreOffice|PostgreSQL|SQLite|Dask|UTF-\d+|[KM]iB|DD|MM"
    r"|\.?tlog-proof|iCalendar|STARTTLS|SMTP|URL|Ctrl-C|YYYY-MM-DD|[Rr]egistan|REGISTAN_\w+|DEBUG|INFO|WARNING|ERROR"
    r"|SHA-256|EARS|surveillance"
    r"|DHIS2|SDMX-CSV|fbfJHSPpUQD|NR|CSV UTF-8|COVID-19|condition|cases|deaths|hospitalised|KAZ|KZ|CN|measles"
    r"|ISO 3166-2|ihr\.toml"
    r"|U\+\w+|ru|zh|en|action-plan-2026-2030|joint_exercises"
    r"|retired|host|port|var|table|jsonl|file|mail|smtp|none|local|order_)(?![A-Za-z])"
    r"|/api/\S+|(?:postgresql|tcp)://\S*|--[\w-]+"
)
HAN, CYRILLIC = re.compile("[\u4e00-\u9fff]"), re.compile("[А-Яа-яЁё]")


def words(key: str, lang: str) -> str:
    """A sentence without its placeholders; plural forms stay."""
    text = catalogue()[key][LANGS.index(lang)]
    return _PLACEHOLDER.sub(lambda found: found[2].replace("|", " "), text)


def test_every_sentence_is_whole_in_three_languages() -> None:
    lacking = [
        key
        for key, triple in catalogue().items()
        if len(triple) != 3 or not all(map(str.strip, triple))
    ]
    assert lacking == []


def test_the_three_languages_say_the_same_facts() -> None:
    differing = [
        key
        for key, triple in catalogue().items()
        if len({frozenset(found[1] for found in _PLACEHOLDER.finditer(text)) for text in triple})
        > 1
    ]
    assert differing == []


def test_no_brace_is_left_that_no_fact_fills() -> None:
    assert [key for key, triple in catalogue().items()
            if any("{" in _PLACEHOLDER.sub("", text) for text in triple)] == []  # fmt: skip


def test_numbers_take_as_many_forms_as_the_language_has() -> None:
    wrong = [
        (key, lang)
        for key, triple in catalogue().items()
        for lang, text in zip(LANGS, triple, strict=True)
        for found in _PLACEHOLDER.finditer(text)
        if found[2] and found[2].count("|") != PLURALS[lang]
    ]
    assert wrong == []


def test_each_language_is_written_in_its_own_script() -> None:
    foreign = [
        (key, lang)
        for key in catalogue()
        for lang, other in (("ru", HAN), ("zh", CYRILLIC), ("en", HAN), ("en", CYRILLIC))
        if other.search(words(key, lang))
    ]
    assert foreign == []


def test_no_latin_words_are_left_where_a_translation_was_meant() -> None:
    left = {
        (key, lang): found
        for key in catalogue()
        for lang in ("ru", "zh")
        if (found := re.findall(r"[A-Za-z]{2,}", LATIN.sub(" ", words(key, lang))))
    }
    assert left == {}


def test_no_sentence_is_the_same_in_two_languages() -> None:
    same = [
        key
        for key, triple in catalogue().items()
        if len(set(triple)) < 3 and any(re.search(r"\w\w", words(key, lang)) for lang in LANGS)
    ]
    assert same == []


def test_chinese_is_punctuated_as_chinese() -> None:
    halves = [
        key for key in catalogue() if re.search(r"[\u4e00-\u9fff][,;:!?](?!\w)", words(key, "zh"))
    ]
    assert halves == []


def test_every_sentence_asked_for_by_name_is_there() -> None:
    asked = {
        (where, str(node.args[0].value))
        for where, tree in modules().items()
        for node in ast.walk(tree)
        if called(node) == "say"
        and isinstance(node, ast.Call)
        and isinstance(node.args[0], ast.Constant)
    }
    asked |= {
        (where, key)
        for where, text in templates().items()
        for key in re.findall(r"\{%-?\s*t\s+[\"']([^\"']+)[\"']", text)
    }
    assert len(asked) > 300
    missing = {(where, key) for where, key in asked if key not in catalogue()}
    # {% t "part."|add:code %} asks for a family
    assert {
        (where, key)
        for where, key in missing
        if not (key.endswith(".") and any(each.startswith(key) for each in catalogue()))
    } == set()


def test_every_family_of_sentences_asked_for_is_there() -> None:
    """say(f"power.{code}"): at least one sentence begins so."""
    families = {
        str(node.args[0].values[0].value)
        for tree in modules().values()
        for node in ast.walk(tree)
        if called(node) == "say" and isinstance(node, ast.Call)
        and isinstance(node.args[0], ast.JoinedStr) and isinstance(node.args[0].values[0], ast.Constant)
    }  # fmt: skip
    assert families
    assert [each for each in families if not any(key.startswith(each) for key in catalogue())] == []


def test_templates_hold_no_words_of_their_own() -> None:
    """What a reader sees comes from the catalogue; names of formats and of the product are the same."""
    found = {}
    for where, text in templates().items():
        bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", " ", text, flags=re.DOTALL)
        bare = re.sub(r"<!--.*?-->|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", " ", bare, flags=re.DOTALL)
        if left := re.findall(r"[^\W\d_]{2,}", LATIN.sub(" ", bare)):
            found[where] = left
    assert found == {}
