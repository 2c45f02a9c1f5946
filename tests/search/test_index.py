"""The index follows the acts, on either database, and shows each reader only what is his."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from registan.ledger.audience import NOBODY, Viewer
from registan.ledger.guard import writing
from registan.parties.queries import viewer_for
from registan.plans.acts.findings import record_finding, record_opinion
from registan.plans.acts.measures import postpone_measure
from registan.plans.acts.reports import (
    accept_report,
    clear_report,
    correct_report,
    file_report,
    take_back,
)
from registan.plans.models import Report
from registan.plans.tests.reporting import content
from registan.search import index
from registan.search.models import Document, Progress
from registan.search.queries import MOST, PAGE, Wanted, find
from registan.search.things import Thing, register_searchable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registan.parties.models import Mandate
    from tests.cast import Cast

HARMLESS = (
    'AND "* NEAR(', "疫", "....", "'", "\\", "a:b OR c", "NOT", "^x", "{head}: y", "x'); DROP TABLE",
    "=r1", "=kreport", "а" * 10_000, "w " * 5000, "\x00", "% _", "&|!<->", "\u202e", "🦠", "(" * 300,
)  # fmt: skip


@pytest.fixture
def followed(cast: Cast) -> Cast:
    index.catch_up()
    return cast


def as_seen(by: Mandate) -> Viewer:
    return viewer_for(by.official)


def found(words: str, viewer: Viewer = NOBODY, **filters: str) -> list[str]:
    """Kinds and last parts of what is found, best first."""
    rows = find(Wanted(words=words, **filters), viewer).documents  # type: ignore[arg-type]
    return [f"{row.kind} {row.urn.rpartition(':')[2]}" for row in rows]


@pytest.mark.parametrize(
    "words", ["вспышка", "вспышкой", "疫情", "疫情信息", "outbreak", "news", "1.1"]
)
def test_a_measure_is_found_in_any_form_and_language(followed: Cast, words: str) -> None:
    assert found(words, as_seen(followed.kz_filer)) == ["measure 1.1"]


def test_one_hit_carries_all_language_versions(followed: Cast) -> None:
    (row,) = find(Wanted(words="вспышки"), as_seen(followed.kz_filer)).documents
    assert set(row.heading) == {"ru", "zh", "en"}
    assert "疫情" in row.heading["zh"]


def test_what_is_for_members_is_not_found_nor_counted_by_others(followed: Cast) -> None:
    for stranger in (NOBODY, as_seen(followed.mn_reader)):
        seen = find(Wanted(words="вспышки"), stranger)
        assert (seen.count, seen.documents) == (0, ())
    assert find(Wanted(words="вспышки"), as_seen(followed.cn_filer)).count == 1


def test_states_and_bodies_are_found_by_everybody(followed: Cast) -> None:
    assert found("казахстана")[0] == "state KZ"
    assert found("哈萨克斯坦")[0] == "state KZ"
    assert "body SECRETARIAT" in found("secretariat")


def test_a_report_is_found_by_its_readers_once_it_is_filed(followed: Cast) -> None:
    cast, words = followed, content("Лаборатории Кокшетау готовы.")
    own, others = as_seen(cast.kz_filer), (as_seen(cast.cn_filer), as_seen(cast.secretariat))
    clear_report(cast.kz_clearer, cast.round, cast.measure("1.2"), content=words)
    index.catch_up()
    assert found("Кокшетау", own) == ["report cleared"]
    assert [found("Кокшетау", other) for other in others] == [[], []]

    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=words)
    index.catch_up()
    for viewer in (own, *others):
        assert found("Кокшетау", viewer) == ["report KZ"]
    assert found("Кокшетау", as_seen(cast.mn_reader)) == found("Кокшетау") == []


def test_a_report_addressed_to_some_is_hidden_from_the_others(followed: Cast) -> None:
    cast = followed
    version = file_report(
        cast.kz_filer, cast.round, cast.measure("1.2"), content=content("Закрытый Степногорск.")
    )
    with writing():
        Report.objects.filter(pk=version.report_id).update(audience="states:|IN|")
    index.catch_up()
    assert found("Степногорск", as_seen(cast.in_filer)) == ["report KZ"]
    assert found("Степногорск", as_seen(cast.kz_filer)) == ["report KZ"]
    for other in (as_seen(cast.cn_filer), as_seen(cast.secretariat), NOBODY):
        assert find(Wanted(words="Степногорск"), other).count == 0


def test_a_correction_takes_the_place_of_what_was_said_before(followed: Cast) -> None:
    cast = followed
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content("Первое слово."))
    index.catch_up()
    accept_report(cast.secretariat, Report.objects.get(state__key="KZ", measure__number="1.2"))
    correct_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content("Второе слово."))
    index.catch_up()
    assert found("первое", as_seen(cast.cn_filer)) == []
    assert found("второе", as_seen(cast.cn_filer)) == ["report KZ"]


def test_what_is_taken_back_is_found_no_more(followed: Cast) -> None:
    cast = followed
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content("Поспешное слово."))
    index.catch_up()
    take_back(cast.kz_filer, Report.objects.get(state__key="KZ", measure__number="1.2"))
    index.catch_up()
    assert found("поспешное", as_seen(cast.cn_filer)) == []


def test_findings_opinions_and_reasons_are_found(followed: Cast) -> None:
    cast = followed
    record_finding(
        cast.secretariat, cast.round, cast.measure("1.1"), progress="under_way",
        reasons={"ru": "Получены сведения пяти государств."},
    )  # fmt: skip
    record_opinion(
        cast.in_filer,
        cast.round,
        cast.measure("1.1"),
        texts={"en": "India prefers bilateral lines."},
    )
    index.catch_up()
    assert found("сведения пяти", as_seen(cast.kz_filer))[0] == "finding 1"
    assert found("bilateral lines", as_seen(cast.kz_filer)) == ["opinion IN"]
    assert found("bilateral lines") == []


def test_the_filters_narrow_the_search_down(followed: Cast) -> None:
    member = as_seen(followed.kz_filer)
    assert found("учения лабораторий", member, party="KZ") == ["measure 1.2"]
    assert found("учения лабораторий", member, party="IN") == []
    assert found("здоровье", member, kind="chapter") == ["chapter 1"]
    assert found("здоровье", member, kind="report") == []
    assert found("вспышки", member, plan="joint-plan") == ["measure 1.1"]
    assert found("вспышки", member, plan='x" OR "y') == []


def test_words_that_stand_nowhere_together_give_what_has_some(followed: Cast) -> None:
    seen = find(Wanted(words="вспышки лабораторий"), as_seen(followed.kz_filer))
    assert seen.is_any
    assert {row.urn.rpartition(":")[2] for row in seen.documents} == {"1.1", "1.2"}


@pytest.mark.parametrize("words", HARMLESS)
def test_no_query_does_any_harm(followed: Cast, words: str) -> None:
    member = as_seen(followed.kz_filer)
    assert find(Wanted(words=words), member).count < 20
    assert find(Wanted(words="вспышки", kind=words, plan=words, party=words), member).count == 0


def test_a_rebuilt_index_is_the_followed_one(followed: Cast) -> None:
    cast = followed
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    postpone_measure(
        cast.secretariat, cast.measure("1.1"), starts_on=None, ends_on=cast.plan.ends_on,
        reasons={"ru": "Позже"},
    )  # fmt: skip
    index.catch_up()

    def kept() -> list[tuple[object, ...]]:
        fields = ("kind", "urn", "page", "at", "heading", "texts")
        return sorted(Document.objects.values_list(*fields), key=str)

    followed_index = kept()
    assert index.rebuild() == len(followed_index)
    assert kept() == followed_index
    assert Progress.objects.count() == 1


def test_following_twice_comes_to_the_same(followed: Cast) -> None:
    before = Document.objects.count()
    index.catch_up()
    Progress.objects.update(size=0)
    index.catch_up()
    assert Document.objects.count() == before
    assert found("вспышки", as_seen(followed.kz_filer)) == ["measure 1.1"]


def many_things(urn: str) -> Iterator[Thing]:
    """Things that all hold one word; a single one of them has it in its heading."""
    for n in range(0 if urn else MOST + 20):
        heading = "Общее дело" if n == 3 else f"Дело {n}"
        yield Thing(
            f"urn:tests:{n}", "square", {}, {"ru": heading}, {"ru": "общее"}, (("public",),)
        )  # fmt: skip


@pytest.mark.django_db
def test_a_word_that_is_everywhere_brings_headings_first_page_by_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("registan.search.things._providers", {})
    register_searchable("tests", many_things)
    assert index.rebuild() == MOST + 20
    first = find(Wanted(words="общее"), NOBODY)
    assert first.is_more_than_counted
    assert first.documents[0].urn == "urn:tests:3"
    assert len(first.documents) == PAGE
    second = find(Wanted(words="общее", page=2), NOBODY)
    assert not {row.pk for row in first.documents} & {row.pk for row in second.documents}
    last = find(Wanted(words="общее", page=MOST // PAGE), NOBODY)
    assert last.documents
    assert not last.has_next
