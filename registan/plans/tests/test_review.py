"""The consolidated account: who is told in which order, in which words, and what is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.ledger.guard import writing
from registan.parties.queries import members
from registan.plans.acts.findings import record_finding, record_opinion
from registan.plans.acts.reports import correct_report
from registan.plans.acts.rounds import close_round
from registan.plans.content import ReportContent
from registan.plans.models import Plan
from registan.plans.review.account import LINES_KEPT_TOGETHER, needs_splitting
from registan.plans.tests.papers import CHINESE, account_of, file_some, lines_on
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from tests.cast import Cast


def test_states_stand_in_the_order_of_each_language(cast: Cast) -> None:
    places = set()
    for lang in LANGS:
        told = [line.party for line in lines_on(account_of(cast, lang), "1.1")]
        in_order = members(timezone.localdate(), lang=lang)
        assert told == [state.short_names[lang] for state in in_order]
        places.add([state.key for state in in_order].index("CN"))
    assert len(places) > 1


def test_silence_not_taking_part_and_not_begun_are_three_things(cast: Cast) -> None:
    file_some(cast)
    told = {line.party: line.standing for line in lines_on(account_of(cast), "1.1")}
    assert told["Казахстан"] == "выполнено (многосторонний)"
    assert told["Китай"] == "не участвует"
    assert told["Индия"] == "не начато"
    assert told["Россия"] == "сведения не поступили"


def test_a_text_in_another_language_only_stands_in_it_and_says_so(cast: Cast) -> None:
    file_some(cast)
    (russian,) = [line for line in lines_on(account_of(cast, "ru"), "1.2") if line.passages]
    assert (russian.passages[0].text, russian.passages[0].lang) == (CHINESE, "zh")
    assert russian.passages[0].note == "текст есть только на языке: китайский"
    (chinese,) = [line for line in lines_on(account_of(cast, "zh"), "1.2") if line.passages]
    assert (chinese.passages[0].lang, chinese.passages[0].note) == ("zh", "")


def test_the_summary_counts_what_the_table_shows(cast: Cast) -> None:
    file_some(cast)
    account = account_of(cast)
    lines = [line for number in ("1.1", "1.2", "1.3", "2.1") for line in lines_on(account, number)]
    silent = sum(line.standing == "сведения не поступили" for line in lines)
    first = account.summary[0]
    assert f"Из {len(lines)} ожидаемых отчётов представлено 5" in first
    assert f"сведения не поступили по {silent}." in first
    assert account.summary[1] == (
        "В представленных отчётах указано: не начато — 1; выполняется — 1; выполнено — 2; "
        "не участвует — 1."
    )
    *chapters, whole = account.overview.rows
    assert [row[0] for row in chapters] == ["Здоровье", "Безопасность"]
    for column in range(1, len(whole)):
        numbers = [0 if row[column] == "—" else int(row[column]) for row in chapters]
        assert sum(numbers) == (0 if whole[column] == "—" else int(whole[column]))
    assert int(whole[2]) == len(lines)


def test_the_annex_names_who_is_awaited_on_each_measure(cast: Cast) -> None:
    file_some(cast)
    missing = {each.number: each.parties for each in account_of(cast).missing}
    assert set(missing) == {"1.1", "1.2", "2.1"}
    assert missing["1.2"] == "Казахстан"
    assert "Китай" not in missing["1.1"]
    chinese = {each.number: each.parties for each in account_of(cast, "zh").missing}
    assert "、" in chinese["1.1"]


def test_an_open_round_says_on_each_page_that_it_is_not_closed(cast: Cast) -> None:
    opened = account_of(cast)
    assert opened.notices == ("Раунд не закрыт: сведения предварительные.",)
    assert "раунд не закрыт" in opened.as_of
    with writing():
        Plan.objects.update(illustrative=True)
    close_round(cast.secretariat, type(cast.round).objects.get())
    assert account_of(cast, "en").notices == (
        "Illustrative example. Plans, reports, counts and acts are invented and are no documents "
        "of the organisation.",
    )


def test_a_closed_account_stays_what_it_was(cast: Cast) -> None:
    file_some(cast)
    close_round(cast.secretariat, cast.round)
    before = {lang: account_of(cast, lang) for lang in LANGS}
    measure, closed = cast.measure("1.1"), cast.plan.rounds.get()
    correct_report(cast.kz_filer, closed, measure, now=timezone.now(),
                   content=ReportContent("cannot", "", {"ru": "Отменено."}))  # fmt: skip
    record_finding(cast.secretariat, closed, measure, progress="done", now=timezone.now(),
                   reasons={"ru": "Подтверждено."})  # fmt: skip
    record_opinion(cast.kz_filer, closed, measure, texts={"ru": "Иное."}, now=timezone.now())
    for lang in LANGS:
        assert account_of(cast, lang) == before[lang]


def test_findings_and_opinions_stand_below_the_reports(cast: Cast) -> None:
    file_some(cast)
    measure = cast.measure("1.1")
    record_finding(cast.secretariat, cast.round, measure, progress="done_in_part",
                   reasons={"ru": "Двое сообщили."}, now=timezone.now())  # fmt: skip
    record_opinion(
        cast.in_filer, cast.round, measure, texts={"en": "We see it so."}, now=timezone.now()
    )
    *_, finding, opinion = lines_on(account_of(cast), "1.1")
    assert (finding.party, finding.standing) == ("Вывод Секретариата", "выполнено частично")
    assert (opinion.party, opinion.passages[0].text) == ("Индия", "We see it so.")
    assert finding.remark
    assert opinion.remark


def test_english_says_that_it_is_no_official_text(cast: Cast) -> None:
    assert account_of(cast, "en").languages_note.startswith(
        "Unofficial English text. Official languages: Russian and Chinese."
    )
    assert "Неофициальный" not in account_of(cast, "ru").languages_note


def test_a_plan_without_a_version_in_the_language_is_told_in_another(cast: Cast) -> None:
    with writing():
        Plan.objects.update(languages=["ru", "en"])
    account = account_of(cast, "zh")
    assert account.plan_lang == "ru"
    assert "计划仅有其他语文的文本，现以该语文列出：俄文" in account.languages_note


@pytest.mark.parametrize("letter", ["а", "字"])
def test_only_a_text_longer_than_a_page_lets_its_row_be_split(letter: str) -> None:
    per_line = 115 if letter == "а" else 57
    assert not needs_splitting(letter * per_line * (LINES_KEPT_TOGETHER - 1))
    assert needs_splitting(letter * per_line * (LINES_KEPT_TOGETHER + 1))
