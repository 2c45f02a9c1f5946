"""Commands speak the reader's language."""

from __future__ import annotations

import pytest

from registan.cli.main import main
from registan.cli.speech import choose_lang, reader_lang
from registan.cli.terminal import columns, wrap
from registan.cli.texts import TEXTS
from registan.cli.texts_reading import TEXTS_READING
from registan.kernel.plan.responsible import RESPONSIBLE_FLAGS
from registan.kernel.plan.term import TERM_FLAGS

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("locale", "lang"), [("ru_RU.UTF-8", "ru"), ("zh_CN.UTF-8", "zh"), ("de_DE", "en"), ("C", "en")]
)
def test_the_language_is_the_terminals(
    locale: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in LOCALES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", locale)
    choose_lang([])
    assert reader_lang() == lang


def test_lang_before_the_command_is_the_language_of_messages_and_after_it_of_the_file() -> None:
    choose_lang(["--lang=zh", "plans", "read", "x", "--lang", "ru"])
    assert reader_lang() == "zh"
    choose_lang(["--lang", "ru", "plans"])
    assert reader_lang() == "ru"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plans", "read"], "缺少：FILE。 帮助：registan plans read --help"),
        (["plans", "read", "x", "--format", "doc"], "--format：没有'doc'"),
        (["serve", "--port", "x"], "--port：'x'不是数字。"),
        (["serve", "--colour"], "没有这样的参数：--colour。"),
        (["serve", "--port"], "--port 之后需要填写值。"),
    ],
)
def test_a_wrong_call_is_refused_in_the_readers_language(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--lang", "zh", *words])
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for words, said in ((["--help"], "Как писать: registan"), (["--version"], "Registan 0.1.0")):
        with pytest.raises(SystemExit) as stopped:
            main(["--lang", "ru", *words])
        assert stopped.value.code == 0
        assert said in capsys.readouterr().out


def test_every_code_of_the_reader_has_a_sentence() -> None:
    codes = {code for code, _ in (*TERM_FLAGS, *RESPONSIBLE_FLAGS)} - {
        "elided_prefix",
        "elided_ending",
    }
    assert {code for code in codes if f"cli.reading.flag.{code}" not in TEXTS_READING} == set()


def test_every_sentence_is_there_in_three_languages() -> None:
    for key, triple in (TEXTS | TEXTS_READING).items():
        assert len(triple) == 3, key
        assert all(text.strip() for text in triple), key


def test_lines_are_wrapped_between_words_and_anywhere_in_chinese() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("支持省重大科技专项", 8) == ["支持省重", "大科技专", "项"]
    assert wrap("Donaudampfschifffahrt", 10) == ["Donaudampf", "schifffahr", "t"]
    assert columns("支持AI") == 6
