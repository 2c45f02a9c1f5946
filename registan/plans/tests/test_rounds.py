"""Rounds: who owes, reminders, the frozen account, joining by date; findings and opinions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.jobs.models import Letter
from registan.ledger.models import Entry
from registan.parties.queries import members, viewer_for
from registan.plans.acts.findings import record_finding, record_opinion
from registan.plans.acts.measures import join_measure, leave_measure
from registan.plans.acts.plans import bring_in_plan
from registan.plans.acts.reports import accept_report, file_report, return_report
from registan.plans.acts.rounds import close_round, open_round, send_reminders
from registan.plans.draft import AssignmentDraft, MeasureDraft, PlanDraft, VersionText
from registan.plans.models import Joining, Report, Round, RoundLine
from registan.plans.queries.owing import owed
from registan.plans.queries.review import gather
from registan.plans.tests.reporting import ROUND, Sheet, content, in_two_steps, page, press
from registan.web.refusal import Refused
from tests.cast import against_the_rules, enrol

if TYPE_CHECKING:
    from registan.plans.review.account import Account
    from tests.cast import Cast

MEASURE = "/plans/joint-plan/measures/"


def owing(round_: Round, number: str) -> set[str]:
    return {row.party for row in owed(round_) if row.number == number}


# Opening, moving, reminding, closing


def test_a_round_is_opened_on_a_page_that_first_shows_what_it_asks(cast: Cast) -> None:
    close_round(cast.secretariat, cast.round)
    desk, address = cast.client("secretariat"), "/ru/plans/joint-plan/rounds/new/"
    proposed = desk.get(address).context["form"].initial
    assert proposed["starts_on"] == cast.round.ends_on + timedelta(days=1)
    looked = desk.post(
        address, {"starts_on": "2027-01-01", "ends_on": "2027-12-31", "due_on": "2028-02-01"}
    )
    assert "Вы действуете от имени: " in page(looked)
    assert "1 февраля 2028" in page(looked)
    assert Round.objects.count() == 1
    assert "Раунд отчётов открыт." in page(press(desk, address, looked))
    made = Round.objects.get(number=2)
    assert (made.ends_on, made.due_on) == (date(2027, 12, 31), date(2028, 2, 1))


def test_a_plan_has_one_open_round_and_a_period_that_does_not_run_backwards(cast: Cast) -> None:
    facts = {"starts_on": date(2027, 1, 1), "ends_on": date(2027, 6, 30)}
    with pytest.raises(Refused, match="round_open_already"):
        open_round(cast.secretariat, cast.plan, **facts, due_on=date(2027, 8, 1))
    close_round(cast.secretariat, cast.round)
    with pytest.raises(Refused, match="due_before_period"):
        open_round(cast.secretariat, cast.plan, **facts, due_on=date(2026, 8, 1))
    with pytest.raises(Refused, match="period_ends_before_it_begins"):
        open_round(
            cast.secretariat, cast.plan, starts_on=date(2027, 1, 1), ends_on=date(2026, 1, 1),
            due_on=date(2027, 8, 1),
        )  # fmt: skip


def test_a_state_cannot_run_a_round(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    for part in ("close/", "remind/", "due/"):
        assert kz.get(f"/ru{ROUND}{part}").status_code == 403
    with pytest.raises(Refused, match="power_missing"):
        close_round(cast.kz_filer, cast.round)


def test_reminders_are_shown_first_and_go_only_to_those_who_owe(cast: Cast) -> None:
    file_report(cast.rats, cast.round, cast.measure("2.1"), content=content())  # all RATS owes
    desk, address = cast.client("secretariat"), f"/ru{ROUND}remind/"
    shown = page(desk.get(address))
    assert "Ожидаются отчёты: 2" in shown  # the letter as it will read
    assert "Казахстан: ожидается 2 — kz-clearer, kz-filer" in shown
    assert "РАТС" not in shown.partition("Кому напомнить")[2]
    assert "никого" not in shown
    assert not Letter.objects.exists()
    desk.post(address, {"parties": ["KZ"], "act_key": "once"})
    desk.post(address, {"parties": ["KZ"], "act_key": "once"})  # a double click
    assert sorted(Letter.objects.values_list("username", flat=True)) == ["kz-clearer", "kz-filer"]
    entry = Entry.objects.latest("pk")
    assert entry.record["parties"] == ["KZ"]
    assert entry.audience == "body:SECRETARIAT"  # a reminder shames nobody


def test_nobody_is_reminded_who_was_not_chosen_or_owes_nothing(cast: Cast) -> None:
    desk = cast.client("secretariat")
    answer = desk.post(f"/ru{ROUND}remind/", {"act_key": "x"})
    assert answer.status_code == 422
    assert "Напоминать некому" in page(answer)
    with pytest.raises(Refused, match="nobody_to_remind"):
        send_reminders(cast.secretariat, cast.round, parties=["MN"])


def test_a_state_for_which_nobody_reports_is_named_and_gets_no_letter(cast: Cast) -> None:
    shown = page(cast.client("secretariat").get(f"/ru{ROUND}remind/"))
    unread = shown.partition("Некому писать")[2].partition("Так будет выглядеть")[0]
    assert "Россия" in unread
    assert "Казахстан" not in unread
    with pytest.raises(Refused, match="nobody_reads"):
        send_reminders(cast.secretariat, cast.round, parties=["RU"])


def test_who_has_a_question_to_answer_is_reminded_too(cast: Cast) -> None:
    for number in ("1.1", "1.2"):
        file_report(cast.kz_filer, cast.round, cast.measure(number), content=content())
    with pytest.raises(Refused, match="nobody_to_remind"):
        send_reminders(cast.secretariat, cast.round, parties=["KZ"])
    report = Report.objects.get(measure__number="1.1")
    return_report(cast.secretariat, report, question={"ru": "Когда?"})
    Letter.objects.all().delete()
    send_reminders(cast.secretariat, cast.round, parties=["KZ"])
    assert "Ожидаются отчёты: 1" in Letter.objects.get(username="kz-filer").subject


def test_closing_freezes_who_owed_what_was_filed_and_how_far_it_was(cast: Cast) -> None:
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    desk, address = cast.client("secretariat"), f"/ru{ROUND}close/"
    asked = desk.get(address)
    assert "Итог раунда фиксируется." in page(asked)
    assert "закрыт" in page(press(desk, address, asked))
    lines = {(row.measure.number, row.state.key if row.state else row.body.key): row  # type: ignore[union-attr]
             for row in RoundLine.objects.select_related("measure", "state", "body")}  # fmt: skip
    assert lines["1.2", "KZ"].version.texts == {"ru": "Соглашение готовится."}  # type: ignore[union-attr]
    assert lines["1.2", "KZ"].stage == "filed"
    assert lines["1.2", "CN"].version is None
    assert {party for number, party in lines if number == "1.1"} == {
        state.key for state in members(timezone.localdate())
    }
    assert desk.post(address, {"confirmed": "1"}).status_code == 422


# Joining and leaving by date


def test_a_state_joins_from_a_day_and_owes_from_the_period_that_holds_it(cast: Cast) -> None:
    cn, address = cast.client("cn-filer"), f"/zh{MEASURE}1.3/join/"
    assert owing(cast.round, "1.3") == {"IN"}
    later = timezone.localdate() + timedelta(days=400)
    looked = cn.post(address, {"on": later.isoformat()})
    assert "您即将代表中华人民共和国行事" in page(looked)
    told = page(press(cn, address, looked))
    assert "贵国已参加措施1.3" in told
    assert f"{later.year}年{later.month}月{later.day}日" in told
    assert Joining.objects.get(state__key="CN").since == later
    assert owing(cast.round, "1.3") == {"IN"}  # this round is over before that day
    close_round(cast.secretariat, cast.round)
    after = open_round(
        cast.secretariat, cast.plan, starts_on=later, ends_on=later + timedelta(days=90),
        due_on=later + timedelta(days=120),
    )  # fmt: skip
    assert owing(after, "1.3") == {"IN", "CN"}


def test_joining_or_leaving_later_changes_no_old_account(cast: Cast) -> None:
    file_report(cast.in_filer, cast.round, cast.measure("1.3"), content=content())
    close_round(cast.secretariat, cast.round)
    round_ = Round.objects.get()
    before = page(cast.client("kz-filer").get(f"/ru{ROUND}")).partition("История")[0]
    table = page(cast.client("kz-filer").get("/ru/plans/joint-plan/table/?round=1"))
    join_measure(cast.cn_filer, cast.measure("1.3"), on=round_.starts_on)
    leave_measure(cast.in_filer, cast.measure("1.3"), on=timezone.localdate())
    assert owing(round_, "1.3") == {"IN"}
    assert page(cast.client("kz-filer").get(f"/ru{ROUND}")).partition("История")[0] == before
    assert page(cast.client("kz-filer").get("/ru/plans/joint-plan/table/?round=1")) == table


def test_a_state_takes_part_once_at_a_time_and_may_come_back(cast: Cast) -> None:
    measure, today = cast.measure("1.3"), timezone.localdate()
    with pytest.raises(Refused, match="joined_already"):
        join_measure(cast.in_filer, measure, on=today)
    with pytest.raises(Refused, match="left_before_joining"):
        leave_measure(cast.in_filer, measure, on=Joining.objects.get().since)
    leave_measure(cast.in_filer, measure, on=today + timedelta(days=10))
    with pytest.raises(Refused, match="joined_until_then"):
        join_measure(cast.in_filer, measure, on=today)
    join_measure(cast.in_filer, measure, on=today + timedelta(days=10))
    spans = Joining.objects.filter(state__key="IN").order_by("since")
    assert [row.until is None for row in spans] == [False, True]


def test_only_a_member_joins_and_only_an_open_group(cast: Cast) -> None:
    mongolia = enrol("mn-hopeful", ("read", "measures.join"), "MN")
    with pytest.raises(Refused, match="members_only"):
        join_measure(mongolia, cast.measure("1.3"))
    with pytest.raises(Refused, match="group_not_open"):
        join_measure(cast.kz_filer, cast.measure("1.1"))
    desk = against_the_rules(cast.secretariat, "measures.join")
    with pytest.raises(Refused, match="states_only"):
        join_measure(desk, cast.measure("1.3"))


def test_a_day_that_is_no_date_is_said_at_its_field(cast: Cast) -> None:
    answer = cast.client("cn-filer").post(f"/ru{MEASURE}1.3/join/", {"on": "завтра"})
    assert answer.status_code == 422
    assert not Joining.objects.filter(state__key="CN").exists()


# No information, does not take part, not done


def test_three_silences_are_three_different_things_on_every_page(cast: Cast) -> None:
    file_report(cast.kz_filer, cast.round, cast.measure("1.1"),
                content=content(progress="not_participating", texts={}))  # fmt: skip
    file_report(cast.cn_filer, cast.round, cast.measure("1.1"),
                content=content(progress="not_started", texts={}))  # fmt: skip
    reader = cast.client("in-filer")
    for lang, words in {
        "ru": ("Казахстан не участвует", "Китай не начато", "Индия сведения не поступили"),
        "en": ("Kazakhstan does not take part", "China not started", "India report awaited"),
    }.items():
        told = page(reader.get(f"/{lang}{MEASURE}1.1/"))
        for each in words:
            assert each in told
    rows = reader.get("/api/plans/joint-plan/rounds/1/reports?lang=en").json()
    said = {row["party"]: row["standing"] for row in rows if row["measure"] == "1.1"}
    assert (said["KZ"], said["CN"], said["IN"]) == (
        "not_participating", "not_started", "no_information",
    )  # fmt: skip
    silent = Sheet(reader, "en").cell("1.1", "progress").value
    assert silent is None
    assert Sheet(cast.client("kz-filer")).cell("1.1", "progress").value == "не участвует"
    cells = page(reader.get("/zh/plans/joint-plan/table/"))
    for mark in ("不参", "未启", "—"):
        assert mark in cells


# Findings and opinions


def account(cast: Cast) -> Account:
    """The consolidated account of the round as China reads it."""
    return gather(Round.objects.get(), viewer_for(cast.cn_filer.official), "ru", timezone.now())


def test_a_finding_has_a_reason_and_stands_in_the_account(cast: Cast) -> None:
    desk, address = cast.client("secretariat"), f"/ru{ROUND}findings/1.2/"
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    assert "Соглашение готовится." in page(desk.get(address))  # found on what was reported
    bare = in_two_steps(desk, address, progress="under_way")
    assert "Укажите причину хотя бы на одном языке." in page(bare)
    told = page(in_two_steps(desk, address, progress="under_way", reason_ru="Из двух один отчёт."))
    assert "Вывод по мере 1.2 записан." in told
    assert "выполняется. Из двух один отчёт." in told
    record = Entry.objects.latest("pk").record
    assert record["reasons"] == {"ru": "Из двух один отчёт."}
    assert cast.client("kz-filer").get(address).status_code == 403


def test_findings_and_opinions_after_the_closing_stand_beside_the_account(cast: Cast) -> None:
    measure, round_ = cast.measure("1.2"), cast.round
    record_finding(cast.secretariat, round_, measure, progress="under_way", reasons={"ru": "Было."})
    record_opinion(cast.kz_filer, round_, measure, texts={"ru": "Мнение до."})
    close_round(cast.secretariat, round_)
    before = account(cast)
    record_finding(cast.secretariat, round_, measure, progress="done", reasons={"ru": "Стало."})
    record_opinion(cast.kz_filer, round_, measure, texts={"ru": "Мнение после."})
    told = page(cast.client("cn-filer").get(f"/ru{MEASURE}1.2/"))
    assert "Стало." in told
    assert "Было." in told
    assert "после закрытия раунда; итог не меняется" in told
    assert account(cast) == before
    assert "Было." in str(before)
    assert "Мнение до." in str(before)


def test_a_state_enters_its_opinion_for_the_record_after_seeing_it_in_full(cast: Cast) -> None:
    kz, address = cast.client("kz-filer"), f"/ru{ROUND}opinions/1.1/"
    looked = kz.post(address, {"text_ru": "Срок мал.", "text_zh": "时限过短。"})
    for words in ("Вы действуете от имени: Республика Казахстан", "Срок мал.", "时限过短。"):
        assert words in page(looked)
    assert "Мнение по мере 1.1 занесено." in page(press(kz, address, looked))
    assert "Kazakhstan. Срок мал." not in page(cast.client("cn-filer").get(f"/zh{MEASURE}1.1/"))
    assert "时限过短。" in page(cast.client("cn-filer").get(f"/zh{MEASURE}1.1/"))
    assert Entry.objects.latest("pk").actor == "KZ"


def test_no_body_and_no_partner_has_an_opinion_for_the_record(cast: Cast) -> None:
    rats = against_the_rules(cast.rats, "opinions.record")
    with pytest.raises(Refused, match="states_only"):
        record_opinion(rats, cast.round, cast.measure("1.1"), texts={"ru": "Слово"})
    mongolia = enrol("mn-writer", ("read", "opinions.record"), "MN")
    with pytest.raises(Refused, match="members_only"):
        record_opinion(mongolia, cast.round, cast.measure("1.1"), texts={"ru": "Слово"})


@pytest.mark.parametrize(("last_word", "owes"), [("under_way", True), ("cannot", False)])
def test_a_measure_that_ended_owes_until_its_party_has_had_its_last_word(
    cast: Cast, last_word: str, owes: bool
) -> None:
    today = timezone.localdate()
    short = bring_in_plan(cast.secretariat, PlanDraft(
        key="short-plan", kind="work_plan", languages=("ru",), titles={"ru": "Короткий план"},
        measures=(MeasureDraft("1", None, {"ru": VersionText("Мера")}, recurrence="once",
                               ends_on=today - timedelta(days=50),
                               assignments=(AssignmentDraft("state", "KZ"),)),),
    ))  # fmt: skip
    first = open_round(cast.secretariat, short, starts_on=today - timedelta(days=90),
                       ends_on=today - timedelta(days=40), due_on=today)  # fmt: skip
    file_report(cast.kz_filer, first, short.measures.get(), content=content(progress=last_word))
    close_round(cast.secretariat, first)
    second = open_round(cast.secretariat, short, starts_on=today - timedelta(days=39),
                        ends_on=today, due_on=today)  # fmt: skip
    assert owing(second, "1") == ({"KZ"} if owes else set())


def test_counts_of_a_round_add_up(cast: Cast) -> None:
    for number in ("1.1", "1.2"):
        file_report(cast.kz_filer, cast.round, cast.measure(number), content=content())
    accept_report(cast.secretariat, Report.objects.get(measure__number="1.1"))
    told = page(cast.client("cn-filer").get(f"/ru{ROUND}"))
    assert "Казахстан 2 2 0 0 1" in told  # owed, filed, awaited, returned, accepted
    assert "Китай 2 0 2 0 0" in told


def test_measures_are_narrowed_by_the_finding_as_the_line_that_leads_there_counts(
    cast: Cast,
) -> None:
    record_finding(
        cast.secretariat, cast.round, cast.measure("1.1"), progress="done",
        reasons={"en": "All that was promised stands."},
    )  # fmt: skip
    desk, address = cast.client("secretariat"), "/en/plans/joint-plan/"
    done, rest = (desk.get(address, {"done": which}).context["shown"] for which in ("yes", "no"))
    assert (done, done + rest) == (1, desk.get(address).context["shown"])
    lead = desk.get(address).context
    begins, ends = lead["soon"]
    near = desk.get(address, {"due_from": begins, "due_to": ends, "done": "no"}).context["shown"]
    past = desk.get(address, {"due_to": lead["past"], "done": "no"}).context["shown"]
    assert (near, past) == (lead["attention"].due_soon, lead["attention"].overdue)


def test_after_one_report_the_next_is_a_click_away_for_writer_and_reader(cast: Cast) -> None:
    for number in ("1.1", "1.2"):
        file_report(cast.kz_filer, cast.round, cast.measure(number), content=content())
    first = f"{ROUND}reports/1.1/KZ/"
    shown = cast.client("secretariat").get(f"/ru{first}").content.decode()
    assert f'href="/ru{ROUND}reports/1.2/KZ/">Следующий: мера 1.2, Казахстан' in shown
    owned = cast.client("kz-filer").get(f"/ru{first}")
    assert owned.context["next_owed"] == ""
    report = Report.objects.get(measure=cast.measure("1.2"))
    return_report(cast.secretariat, report, question={"ru": "Где?"})
    owned = cast.client("kz-filer").get(f"/zh{first}")
    assert f'href="/zh{ROUND}reports/1.2/">下一份：措施1.2' in owned.content.decode()
