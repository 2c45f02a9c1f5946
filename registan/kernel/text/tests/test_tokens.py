from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.text import passage as passages
from registan.kernel.text import tokens as reading
from registan.kernel.text.passage import passage
from registan.kernel.text.tokens import Term, spans, terms, tokens

ALPHABET = st.sampled_from("аеёйк ЁКЯabzİß019.,-'’疫情防控\u00ad\u0306\u200bﬁ１*\"()!。\n")
TEXTS = st.text(ALPHABET, max_size=60)


def marked(text: str, query: str, width: int = 240) -> list[str]:
    return [
        piece for piece, is_marked in passage(text, terms(query), width=width).pieces if is_marked
    ]


@pytest.mark.parametrize("module", [reading, passages])
def test_the_examples_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("эпидемия эпидемии эпидемиями ЭПИДЕМИЙ", ["эпидем"] * 4),
        ("ёлка и елка", ["елк", "елк"]),
        ("Е\u0308лка", ["елк"]),
        ("сотруд\u00adничество", ["сотрудничеств"]),
        ("санитарно-эпидемиологического", ["санитарн", "эпидемиологическ"]),
        ("санитарно\u2011эпидемиологического", ["санитарн", "эпидемиологическ"]),
        ("COVID-19疫情", ["covid", "19", "疫情", "情"]),
        ("3.1.4. Reports of States", ["3.1.4", "report", "state"]),
        ("１２，５", ["12.5"]),
        ("the of и в", []),
        ("... ***", []),
    ],
)
def test_words_are_kept_as_stems_pairs_and_numbers(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("эпид", "эпидемий"),
        ("эпидемия", "эпидемиологического"),
        ("вак", "вакцина"),
        ("3.1", "3.1.4"),
        ("疫", "疫情"),
        ("疫", "防疫"),
        ("防控", "传染病防控"),
        ("report", "reporting"),
    ],
)
def test_the_last_word_of_a_query_may_be_unfinished(query: str, text: str) -> None:
    (term,) = terms(query)
    assert any(term.matches(token) for token in tokens(text))


def test_only_the_last_word_may_be_unfinished() -> None:
    assert terms("вак план") == [Term("вак"), Term("план", "план")]
    assert not any(terms("3.1")[0].matches(token) for token in tokens("3.10 3.2"))


def test_a_query_has_a_limit() -> None:
    assert len(terms(" ".join(f"w{n}" for n in range(3000)))) == 16
    assert terms("мир мир мир") == [Term("мир"), Term("мир", "мир")]
    assert len(tokens("я" * 10_000)[0]) <= 64


@given(TEXTS)
def test_every_word_of_a_text_is_found_by_itself(text: str) -> None:
    for found in spans(text):
        word = text[found.start : found.end]
        assert 0 <= found.start < found.end <= len(text)
        asked = terms(word)
        assert asked
        assert all(any(term.matches(token) for token in tokens(text)) for term in asked)


@given(TEXTS, TEXTS, st.integers(10, 80))
def test_a_passage_is_a_piece_of_the_text(text: str, query: str, width: int) -> None:
    found = passage(text, terms(query), width=width)
    assert "".join(piece for piece, _ in found.pieces) in text
    assert found.hits <= len(terms(query))


def test_the_passage_shows_where_the_words_stand_close_together() -> None:
    text = "Эпидемия. " + "Другое дело. " * 40 + "Мониторинг эпидемий в столицах. " + "Иное. " * 40
    found = passage(text, terms("мониторинг эпидемий"), width=80)
    shown = "".join(piece for piece, _ in found.pieces)
    assert "Мониторинг эпидемий в столицах" in shown
    assert found.hits == 2
    assert found.cut_before
    assert found.cut_after
    assert len(shown) < 120


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("Обмен сведениями об эпидемиях", "эпидемия", ["эпидемиях"]),
        ("加强传染病防控工作", "传染病防控", ["传染病防控"]),
        ("加强疫情防控", "疫", ["疫"]),
        ("Ёлка и ёж", "елка", ["Ёлка"]),
    ],
)
def test_words_are_marked_as_they_stand_in_the_text(
    text: str, query: str, words: list[str]
) -> None:
    assert marked(text, query) == words
