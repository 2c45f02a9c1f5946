"""A report on its way: drafted, cleared inside the State, filed, returned, accepted, corrected."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from registan.ledger.models import Entry
from registan.ledger.sequencer import integrate_all
from registan.parties.acts import withdraw_mandate
from registan.plans.acts.reports import accept_report, correct_report, file_report, return_report
from registan.plans.acts.rounds import close_round
from registan.plans.models import Draft, Report, ReportVersion
from registan.plans.tests.reporting import (
    DONE,
    ROUND,
    UNDER_WAY,
    content,
    in_two_steps,
    kinds,
    last_record,
    page,
    perform,
    press,
    save,
)
from registan.web.refusal import Refused
from tests.cast import enrol, signed_in

if TYPE_CHECKING:
    from tests.cast import Cast


def report_page(measure: str = "1.2", party: str = "KZ", lang: str = "ru") -> str:
    return f"/{lang}{ROUND}reports/{measure}/{party}/"


# Drafts


def test_a_draft_is_kept_exactly_as_typed_even_where_it_could_not_be_filed(cast: Cast) -> None:
    client = cast.client("kz-filer")
    before = Entry.objects.count()
    answer = save(client, "1.2", done_from="когда-нибудь", text_ru="  Пишем…\n\n  дальше ")
    assert answer.status_code == 302
    shown = client.get(answer.headers["Location"])
    assert "Черновик сохранён." in page(shown)
    assert Draft.objects.get().typed == {
        "done_from": "когда-нибудь",
        "text_ru": "  Пишем…\n\n  дальше ",
    }
    assert 'value="когда-нибудь"' in shown.content.decode()
    assert Entry.objects.count() == before  # a draft is no deed


def test_a_draft_is_seen_by_its_own_state_alone(cast: Cast) -> None:
    save(cast.client("kz-filer"), "1.2", **UNDER_WAY)
    assert "Соглашение готовится." in page(cast.client("kz-clearer").get(f"/ru{ROUND}reports/1.2/"))
    for other in ("cn-filer", "secretariat", "mn-reader"):
        assert cast.client(other).get(report_page()).status_code == 404
        assert "Соглашение готовится." not in page(
            cast.client(other).get("/ru/plans/joint-plan/measures/1.2/")
        )


def test_the_second_of_two_editors_sees_both_texts_and_loses_nothing(cast: Cast) -> None:
    first, second = cast.client("kz-filer"), cast.client("kz-clearer")
    address = f"/ru{ROUND}reports/1.2/"
    assert first.get(address).context["form"]["revision"].value() == 0
    first.post(address, {"revision": 0, "text_ru": "Слова первого", "deed": "save"})
    refused = second.post(address, {"revision": 0, "text_ru": "Слова второго", "deed": "save"})
    assert refused.status_code == 409
    told = page(refused)
    assert "Слова первого" in told
    assert "Слова второго" in told
    assert "kz-filer" in told  # whose words they are
    assert Draft.objects.get().typed["text_ru"] == "Слова первого"
    revision = refused.context["form"]["revision"].value()
    joined = second.post(
        address, {"revision": revision, "text_ru": "Слова обоих", "deed": "save"}, follow=True
    )
    assert joined.status_code == 200
    assert Draft.objects.get().typed["text_ru"] == "Слова обоих"


def test_saving_the_same_words_twice_troubles_nobody(cast: Cast) -> None:
    client = cast.client("kz-filer")
    address = f"/ru{ROUND}reports/1.2/"
    for _ in range(2):
        answer = client.post(address, {"revision": 0, "text_ru": "Слова", "deed": "save"})
        assert answer.status_code == 302
    assert Draft.objects.get().revision == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text_ru": "Слова"}, "Выберите состояние выполнения из списка."),
        ({"progress": "under_way"}, "Напишите, что сделано, хотя бы на одном языке."),
        ({"progress": "done", "text_ru": "Да"}, "Укажите вид результата"),
        ({**UNDER_WAY, "done_from": "2026-05-02", "done_to": "2026-05-01"}, "заканчивается раньше"),
        ({**UNDER_WAY, "text_en": "a\u202eb"}, "U+202E"),
        ({**UNDER_WAY, "link_1": "javascript:alert(1)"}, "URL"),
    ],
)
def test_what_cannot_stand_as_a_report_is_said_at_its_field_and_kept(
    cast: Cast, typed: dict[str, str], sentence: str
) -> None:
    answer = save(cast.client("kz-filer"), "1.2", deed="file", **typed)
    assert answer.status_code == 422
    assert sentence in page(answer)
    assert Draft.objects.get().typed == typed
    assert not Report.objects.exists()


def test_one_goes_on_from_a_page_with_mistakes_without_meeting_oneself(cast: Cast) -> None:
    client = cast.client("kz-filer")
    wrong = save(client, "1.2", deed="file", progress="done", text_ru="Учения проведены.")
    assert wrong.status_code == 422
    again = {**DONE, "revision": wrong.context["form"]["revision"].value(), "deed": "file"}
    answer = client.post(f"/ru{ROUND}reports/1.2/", again)
    assert answer.headers["Location"].endswith("/confirm/file/")


# Clearing and filing


def test_before_filing_the_whole_record_and_the_mandate_are_shown(
    cast: Cast,
) -> None:
    client = cast.client("kz-filer")
    answer = save(
        client, "1.2", deed="file", **DONE, text_zh="演练已完成。", difficulties_ru="Нет связи",
        proposals_en="Repeat it", done_from="2026-05-01", done_to="2026-05-03",
        link_1="https://example.org/x", link_title_1="Протокол",
    )  # fmt: skip
    before = Entry.objects.count()
    confirmation = client.get(answer.headers["Location"])
    told = page(confirmation)
    for words in ("Вы действуете от имени: Республика Казахстан", "Учения проведены.",
                  "演练已完成。", "Нет связи", "Repeat it", "выполнено", "многосторонний",
                  "https://example.org/x", "Полномочия kz-filer"):  # fmt: skip
        assert words in told
    assert Entry.objects.count() == before
    sealed = press(client, answer.headers["Location"], confirmation)
    assert "Отчёт по мере 1.2 представлен." in page(sealed)
    integrate_all()  # in a test no transaction is committed, so the act still waits for its number
    entry = Entry.objects.with_log().latest("pk")
    assert f"№ {entry.number}" in page(client.get(sealed.redirect_chain[-1][0]))
    assert entry.kind == "plans.report.filed"
    assert entry.actor == "KZ"
    assert entry.office == cast.kz_filer.urn
    record = entry.record
    assert record["texts"] == {"ru": "Учения проведены.", "zh": "演练已完成。"}
    assert record["difficulties"] == {"ru": "Нет связи"}
    assert record["done"] == ["2026-05-01", "2026-05-03"]
    assert record["evidence"] == [
        {"title": "Протокол", "link": "https://example.org/x", "sha256": ""}
    ]


def test_a_double_click_files_one_report(cast: Cast) -> None:
    client = cast.client("kz-filer")
    address = save(client, "1.2", deed="file", **UNDER_WAY).headers["Location"]
    confirmation = client.get(address)
    press(client, address, confirmation)
    again = press(client, address, confirmation)
    assert again.status_code == 200
    assert ReportVersion.objects.count() == 1
    assert kinds().count("plans.report.filed") == 1


def test_who_clears_does_not_file_and_who_only_files_files_what_was_cleared(cast: Cast) -> None:
    filer = signed_in(enrol("kz-signer", ("read", "reports.draft", "reports.file"), "KZ"))
    clearer = cast.client("kz-clearer")
    save(filer, "1.2", **UNDER_WAY)
    confirm = f"/ru{ROUND}reports/1.2/confirm/file/"
    refused = press(filer, confirm, filer.get(confirm))
    assert "не согласован внутри" in page(refused)
    assert not Report.objects.exists()
    told = page(perform(clearer, "1.2", "clear", **UNDER_WAY))
    assert "Отчёт по мере 1.2 согласован." in told
    assert Entry.objects.latest("pk").audience == "states:|KZ|"
    assert clearer.get(confirm).status_code == 403
    assert cast.client("secretariat").get(report_page()).status_code == 404
    # Written on after clearing: a draft again.
    save(filer, "1.2", progress="under_way", text_ru="Другие слова")
    assert Report.objects.get().stage == "draft"
    assert "не согласован внутри" in page(press(filer, confirm, filer.get(confirm)))
    perform(clearer, "1.2", "clear", progress="under_way", text_ru="Другие слова")
    assert "представлен" in page(press(filer, confirm, filer.get(confirm)))
    assert Report.objects.get().filed.texts == {"ru": "Другие слова"}  # type: ignore[union-attr]


def test_no_other_words_than_those_cleared_are_filed(cast: Cast) -> None:
    signer = enrol("kz-signer", ("read", "reports.file"), "KZ")
    perform(cast.client("kz-clearer"), "1.2", "clear", **UNDER_WAY)
    with pytest.raises(Refused, match="not_cleared"):
        file_report(signer, cast.round, cast.measure("1.2"), content=content("Иное"))
    file_report(signer, cast.round, cast.measure("1.2"), content=content())


def test_a_report_on_a_measure_that_is_not_yours_is_refused(cast: Cast) -> None:
    answer = cast.client("in-filer").get(f"/en{ROUND}reports/1.2/")
    assert answer.status_code == 403
    assert "No report on measure 1.2 is awaited from your State or Body" in page(answer)
    with pytest.raises(Refused, match="measure_not_yours"):
        file_report(cast.in_filer, cast.round, cast.measure("1.2"), content=content())


def test_the_secretariat_cannot_report_for_a_state(cast: Cast) -> None:
    answer = cast.client("secretariat").get(f"/ru{ROUND}reports/1.2/")
    assert answer.status_code == 403
    with pytest.raises(Refused, match="power_missing"):
        file_report(cast.secretariat, cast.round, cast.measure("1.2"), content=content())


def test_a_mandate_that_ends_while_one_types_files_nothing_and_loses_nothing(cast: Cast) -> None:
    client = cast.client("kz-filer")
    address = save(client, "1.2", deed="file", **UNDER_WAY).headers["Location"]
    confirmation = client.get(address)
    withdraw_mandate(cast.kz_administrator, cast.kz_filer)
    answer = press(client, address, confirmation)
    assert answer.status_code == 403
    assert not Report.objects.exists()
    assert Draft.objects.get().typed == UNDER_WAY


# Returned, filed again, accepted


def test_a_report_returned_with_a_question_is_filed_again_and_accepted(cast: Cast) -> None:
    kz, desk = cast.client("kz-filer"), cast.client("secretariat")
    perform(kz, "1.2", "file", **UNDER_WAY)
    assert "Ждут рассмотрения: 1" in page(desk.get(f"/ru{ROUND}"))
    sent = in_two_steps(desk, f"{report_page()}return/", question_ru="Когда подписание?")
    assert "Отчёт возвращён." in page(sent)
    assert last_record()["question"] == {"ru": "Когда подписание?"}
    assert "возвращён с вопросом" in page(kz.get("/ru/plans/owed/?stage=open"))
    assert "Когда подписание?" in page(kz.get(f"/ru{ROUND}reports/1.2/"))
    # The question stays before the State until it is answered, through clearing as well.
    perform(cast.client("kz-clearer"), "1.2", "clear", progress="under_way", text_ru="В марте.")
    assert "Когда подписание?" in page(kz.get(f"/ru{ROUND}reports/1.2/"))
    assert "возвращён с вопросом" in page(desk.get(report_page()))  # clearing is not seen outside
    perform(kz, "1.2", "file", progress="under_way", text_ru="В марте.")
    confirmation = desk.get(f"{report_page()}accept/")
    assert "В марте." in page(confirmation)
    accepted = page(press(desk, f"{report_page()}accept/", confirmation))
    assert "Отчёт принят." in accepted
    assert "Когда подписание?" in accepted  # asked and answered, and on record
    assert kinds()[-5:] == [
        "plans.report.filed", "plans.report.returned", "plans.report.cleared",
        "plans.report.filed", "plans.report.accepted",
    ]  # fmt: skip
    assert list(ReportVersion.objects.values_list("n", "stage")) == [
        (1, "filed"), (2, "cleared"), (3, "filed"),
    ]  # fmt: skip


def test_returning_needs_a_question_and_only_what_is_filed_is_returned(cast: Cast) -> None:
    perform(cast.client("kz-filer"), "1.2", "file", **UNDER_WAY)
    desk = cast.client("secretariat")
    looked = desk.post(f"{report_page()}return/", {"question_ru": " "})
    answer = press(desk, f"{report_page()}return/", looked)
    assert answer.status_code == 422
    assert "Напишите вопрос" in page(answer)
    report = Report.objects.get()
    accept_report(cast.secretariat, report)
    with pytest.raises(Refused, match="report_not_filed"):
        return_report(cast.secretariat, report, question={"ru": "?"})


def test_going_back_from_the_confirming_page_keeps_what_was_typed(cast: Cast) -> None:
    perform(cast.client("kz-filer"), "1.2", "file", **UNDER_WAY)
    desk, address = cast.client("secretariat"), f"{report_page()}return/"
    looked = desk.post(address, {"question_ru": "Когда подписание?"})
    back = press(desk, address, looked, button="edit")
    assert back.context["form"]["question_ru"].value() == "Когда подписание?"
    assert Report.objects.get().stage == "filed"


def test_a_state_takes_back_what_was_not_accepted_yet(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    perform(kz, "1.2", "file", **UNDER_WAY)
    address = f"/ru{ROUND}reports/1.2/take-back/"
    assert "Отчёт отозван." in page(press(kz, address, kz.get(address)))
    assert cast.client("secretariat").get(report_page()).status_code == 404
    told = page(cast.client("secretariat").get("/ru/plans/joint-plan/measures/1.2/"))
    assert "Соглашение готовится." not in told
    assert "сведения не поступили" in told
    perform(kz, "1.2", "file", **UNDER_WAY)
    accept_report(cast.secretariat, Report.objects.get())
    assert kz.post(address, {"confirmed": "1"}).status_code == 422


# Corrections


def test_an_accepted_report_is_changed_by_a_correction_beside_it(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    perform(kz, "1.2", "file", **UNDER_WAY)
    accept_report(cast.secretariat, Report.objects.get())
    with pytest.raises(Refused, match="report_accepted_already"):
        file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    told = page(perform(kz, "1.2", "correct", **DONE))
    assert "Исправление отчёта по мере 1.2 представлено." in told
    assert "Редакция 2" in told
    assert "Соглашение готовится." in told  # the first version stays
    assert Report.objects.get().stage == "filed"  # to be read again


def test_a_correction_of_a_closed_round_stands_beside_the_account(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    perform(kz, "1.2", "file", **UNDER_WAY)
    close_round(cast.secretariat, cast.round)
    with pytest.raises(Refused, match="round_closed"):
        file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    told = page(perform(kz, "1.2", "correct", **DONE))
    assert "Редакция 1 вошла в итог раунда" in told
    measure = page(cast.client("cn-filer").get("/ru/plans/joint-plan/measures/1.2/"))
    assert "Соглашение готовится. (позже исправлено)" in measure
    assert "Учения проведены." not in measure


def test_who_may_not_clear_corrects_only_in_words_that_were_cleared(cast: Cast) -> None:
    signer = enrol("kz-signer", ("read", "reports.draft", "reports.file"), "KZ")
    kz, clerk = cast.client("kz-filer"), cast.client("kz-clearer")
    perform(kz, "1.2", "file", **UNDER_WAY)
    accept_report(cast.secretariat, Report.objects.get())
    measure, cleared = cast.measure("1.2"), content("Учения проведены.")
    with pytest.raises(Refused, match="not_cleared"):
        correct_report(signer, cast.round, measure, content=cleared)
    told = page(perform(clerk, "1.2", "clear", progress="under_way", text_ru="Учения проведены."))
    assert "принят" in told
    report = Report.objects.select_related("latest").get()
    assert (report.stage, report.outward_stage, report.holds_cleared_words) == (
        "accepted", "accepted", True,
    )  # fmt: skip
    edit = page(signed_in(signer).get(f"/ru{ROUND}reports/1.2/"))
    assert "исправление согласовано внутри" in edit
    outside = cast.client("secretariat").get(f"/ru{ROUND}reports/1.2/KZ/")
    assert "Учения проведены." not in page(outside)
    with pytest.raises(Refused, match="not_cleared"):
        correct_report(signer, cast.round, measure, content=content("Иное"))
    correct_report(signer, cast.round, measure, content=cleared)
    assert Report.objects.select_related("filed").get().filed.texts == {"ru": "Учения проведены."}  # type: ignore[union-attr]


def test_a_cleared_correction_that_is_written_on_is_a_draft_again(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    perform(kz, "1.2", "file", **UNDER_WAY)
    close_round(cast.secretariat, cast.round)
    perform(kz, "1.2", "clear", **DONE)
    assert Report.objects.select_related("latest").get().holds_cleared_words
    save(kz, "1.2", progress="under_way", text_ru="Ещё раз.")
    report = Report.objects.select_related("latest").get()
    assert (report.stage, report.latest) == ("filed", report.filed)
    signer = enrol("kz-signer", ("read", "reports.file"), "KZ")
    with pytest.raises(Refused, match="not_cleared"):
        correct_report(signer, cast.round, cast.measure("1.2"), content=content("Ещё раз."))


def test_a_late_report_does_not_turn_the_account_of_a_closed_round(cast: Cast) -> None:
    close_round(cast.secretariat, cast.round)
    round_ = cast.round
    correct_report(cast.kz_filer, round_, cast.measure("1.2"), content=content())
    told = page(cast.client("cn-filer").get(report_page()))
    assert "в итоге значится «сведения не поступили»" in told
    round_page = page(cast.client("cn-filer").get(f"/ru{ROUND}"))
    assert "представлено 0 из" in round_page
    assert "Казахстан 2 0 2 0 0" in round_page


# Evidence


def test_a_file_of_evidence_keeps_its_hash_and_is_only_ever_downloaded(cast: Cast) -> None:
    kz, data = cast.client("kz-filer"), b"<script>alert(1)</script>"
    file = SimpleUploadedFile("протокол.html", data, content_type="text/html")
    save(kz, "1.2", **UNDER_WAY, file=file, file_title="Протокол")
    told = page(perform(kz, "1.2", "file", **UNDER_WAY))
    assert f"SHA-256 {sha256(data).hexdigest()}" in told
    assert Entry.objects.latest("pk").record["evidence"] == [
        {"title": "Протокол", "link": "", "sha256": sha256(data).hexdigest()}
    ]
    version = ReportVersion.objects.get()
    answer = cast.client("cn-filer").get(f"/ru/plans/evidence/{version.evidence.get().pk}/")
    assert answer.content == data
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_evidence_for_the_secretariat_alone_is_hidden_from_other_states(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    file = SimpleUploadedFile("a.txt", b"names of sources")
    save(kz, "1.2", **UNDER_WAY, file=file, file_title="Список", file_readers="secretariat")
    perform(
        kz, "1.2", "file", **UNDER_WAY, link_1="https://example.org/inner", link_title_1="Записка",
        link_readers_1="secretariat", link_2="https://example.org/open", link_title_2="Новость",
    )  # fmt: skip
    version = ReportVersion.objects.get()
    at = f"/ru/plans/evidence/{version.evidence.get(title='Список').pk}/"
    for who, sees in (("kz-clearer", True), ("secretariat", True), ("cn-filer", False)):
        told = page(cast.client(who).get(report_page()))
        assert "Новость" in told
        assert ("Записка" in told, "Список" in told) == (sees, sees)
        assert cast.client(who).get(at).status_code == (200 if sees else 404)
    record = str(Entry.objects.latest("pk").record)
    assert "example.org/open" in record
    assert "Записка" not in record
    assert "inner" not in record


def test_an_empty_file_is_refused_and_the_words_are_kept(cast: Cast) -> None:
    answer = save(cast.client("kz-filer"), "1.2", **UNDER_WAY, file=SimpleUploadedFile("a", b""))
    assert answer.status_code == 422
    assert "Файл пуст" in page(answer)
    assert Draft.objects.get().typed == UNDER_WAY


def test_a_file_that_is_too_large_is_refused_and_the_words_are_kept(cast: Cast) -> None:
    big = SimpleUploadedFile("a.bin", b"x" * (20 * 2**20 + 1))
    answer = save(cast.client("kz-filer"), "1.2", **UNDER_WAY, file=big)
    assert answer.status_code == 422
    assert "Файл больше 20 МиБ" in page(answer)
    assert Draft.objects.get().typed == UNDER_WAY
