"""The search page as a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from registan.plans.acts.reports import file_report
from registan.plans.tests.reporting import content, page
from registan.search import index

if TYPE_CHECKING:
    from tests.cast import Cast

WORDS = {"ru": "Что можно попробовать", "zh": "您可以尝试", "en": "What to try"}


@pytest.fixture
def reader(cast: Cast) -> Client:
    index.catch_up()
    return cast.client("kz-filer")


def test_a_hit_leads_to_its_page_and_shows_every_version_with_marks(reader: Client) -> None:
    answer = reader.get("/en/search/", {"q": "вспышках"})
    source = answer.content.decode()
    assert "1 result." in page(answer)
    assert (
        'href="/en/plans/joint-plan/measures/1.1/" lang="en">1.1. Share news of outbreaks</a>'
        in source
    )
    assert "о <mark>вспышках</mark>" in source
    assert '<dd lang="zh-Hans">1.1. 交流疫情信息</dd>' in source
    assert reader.get("/en/plans/joint-plan/measures/1.1/").status_code == 200


def test_every_hit_leads_somewhere(reader: Client, cast: Cast) -> None:
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    index.catch_up()
    for words in ("план", "здоровье", "учения", "соглашение", "казахстан", "секретариат"):
        for hit in reader.get("/ru/search/", {"q": words}).context["hits"]:
            assert reader.get(hit.href).status_code == 200, hit.href


def test_what_is_found_is_escaped(reader: Client, cast: Cast) -> None:
    words = "<b>Жирное</b> & <script>alert(1)</script>"
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content(words))
    index.catch_up()
    source = reader.get("/ru/search/", {"q": "жирное"}).content.decode()
    assert "&lt;b&gt;<mark>Жирное</mark>&lt;/b&gt; &amp; &lt;script&gt;" in source
    source = reader.get("/ru/search/", {"q": '"><script>x</script>'}).content.decode()
    assert "<script>x" not in source


@pytest.mark.parametrize("lang", ["ru", "zh", "en"])
def test_an_empty_result_says_what_to_try(lang: str, reader: Client) -> None:
    shown = reader.get(f"/{lang}/search/", {"q": "ihtiosaur", "kind": "report"})
    assert WORDS[lang] in page(shown)
    assert 'href="?q=ihtiosaur"' in shown.content.decode()
    assert "sign-in" in Client().get(f"/{lang}/search/", {"q": "ihtiosaur"}).content.decode()


@pytest.mark.parametrize("words", ["?!", "the of", "«»"])
def test_a_query_without_words_is_told_so(reader: Client, words: str) -> None:
    shown = reader.get("/en/search/", {"q": words})
    assert shown.status_code == 200
    assert "There is no word in this" in page(shown)


def test_a_query_that_is_too_long_is_cut_and_told_so(reader: Client) -> None:
    shown = reader.get("/ru/search/", {"q": "вспышка " * 1250})
    assert shown.status_code == 200
    assert "Запрос длиннее 300 знаков" in page(shown)


@pytest.mark.parametrize(
    "query", ["", "?page=0", "?q=план&page=x", "?q=план&page=99999999999999999999", "?kind=%00&q=план",
              "?q=%00", "?party=ZZ&q=план"],
)  # fmt: skip
def test_no_address_breaks_the_page(reader: Client, query: str) -> None:
    # A zero byte names nothing; anything else is a question like another.
    assert reader.get(f"/zh/search/{query}").status_code == (404 if "%00" in query else 200)


def test_strangers_find_no_trace_of_what_is_not_theirs(reader: Client, cast: Cast) -> None:
    shown = Client().get("/en/search/", {"q": "вспышках"})
    assert "Nothing was found" in page(shown)
    assert "Joint plan" not in page(shown)


def test_the_page_asks_little_of_the_database(
    reader: Client, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(18):  # type: ignore[operator]
        reader.get("/ru/search/", {"q": "вспышка"})
