"""The sheet: downloaded, filled offline, uploaded, looked at, filed by one act."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from registan.ledger.models import Entry
from registan.plans.acts.measures import define_indicator
from registan.plans.acts.reports import accept_report, file_report
from registan.plans.acts.rounds import close_round
from registan.plans.acts.sheets import file_sheet
from registan.plans.export.papers import write_docx
from registan.plans.export.sheets import write_csv, write_xlsx
from registan.plans.export.table import PaperTable
from registan.plans.models import Draft, Report, ReportVersion, SheetTray
from registan.plans.tests.reporting import (
    ROUND,
    Sheet,
    confirm_sheet,
    content,
    page,
    save,
    upload_sheet,
)
from registan.web.refusal import Refused
from tests.cast import enrol, signed_in

if TYPE_CHECKING:
    from tests.cast import Cast

SIGNS = ("=1+1", "+7 701", "-5 %", "@all", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a")


def test_the_sheet_holds_what_my_state_owes_in_my_language(cast: Cast) -> None:
    sheet = Sheet(cast.client("cn-filer"), "zh")
    numbers = [sheet.main.cell(row, 1).value for row in range(5, sheet.main.max_row + 1)]
    assert numbers == ["1.1", "1.2"]
    assert sheet.cell("1.2", "measure").value == "举行实验室演练"
    assert sheet.main["A2"].value.startswith("中国：第1轮报告。")
    assert sheet.main.title == "报告"


def test_choices_have_lists_and_what_is_given_is_locked(cast: Cast) -> None:
    sheet = Sheet(cast.client("kz-filer"))
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.main.data_validations.dataValidation}
    progress = sheet.cell("1.1", "progress").column_letter
    assert lists[f"{progress}5:{progress}6"] == (
        '"не начато,выполняется,выполнено,выполнено частично,выполнить невозможно,не участвует"'
    )
    assert all(len(formula) <= 257 for formula in lists.values())  # Excel's limit of a list
    assert sheet.main.protection.sheet
    assert sheet.cell("1.1", "measure").protection.locked
    assert not sheet.cell("1.1", "text").protection.locked
    assert sheet.book["registan"].sheet_state == "veryHidden"


@pytest.mark.parametrize("lang", ["ru", "zh", "en"])
def test_the_lists_fit_into_what_a_spreadsheet_allows_in_each_language(
    cast: Cast, lang: str
) -> None:
    sheet = Sheet(cast.client("kz-filer"), lang)
    for rule in sheet.main.data_validations.dataValidation:
        if rule.type == "list":
            assert len(rule.formula1) <= 257
            assert rule.formula1.count(",") in {2, 5}  # no comma inside a word


def test_a_filled_sheet_is_previewed_filed_by_one_act_and_changes_nothing_twice(
    cast: Cast,
) -> None:
    kz = cast.client("kz-filer")
    sheet = Sheet(kz)
    sheet.fill("1.1", progress="выполняется", text="Сведения передаются.")
    sheet.fill("1.2", progress="выполнено", result_type="многосторонний", text="Учения прошли.",
               done_from=date(2026, 5, 1), done_to=date(2026, 5, 3), link_1="https://example.org/",
               link_title_1="Протокол")  # fmt: skip
    preview = upload_sheet(kz, sheet.saved())
    told = page(preview)
    for words in ("Вы действуете от имени: Республика Казахстан", "Сведения передаются.",
                  "1.2 Провести учения лабораторий", "Полномочия kz-filer",
                  "Учения прошли.", "многосторонний", "Представить: 2 отчёта"):  # fmt: skip
        assert words in told
    assert not Report.objects.exists()
    before = Entry.objects.count()
    assert "Представлено 2 отчёта." in page(confirm_sheet(kz, preview))
    assert Entry.objects.count() == before + 1
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.actor) == ("plans.sheet.filed", "KZ")
    assert entry.record["sheet"] == SheetTray.objects.get().sha256
    assert [row["measure"] for row in entry.record["reports"]] == ["1.1", "1.2"]
    version = ReportVersion.objects.get(report__measure__number="1.2")
    assert (version.done_from, version.done_to) == (date(2026, 5, 1), date(2026, 5, 3))
    assert version.evidence.get().link == "https://example.org/"
    again = upload_sheet(kz, sheet.saved())
    assert "Ничего не меняется" in page(again)
    assert Entry.objects.count() == before + 1
    assert ReportVersion.objects.count() == 2


def test_a_drafter_keeps_the_rows_for_somebody_who_may_file(cast: Cast) -> None:
    editor = signed_in(enrol("kz-editor", ("read", "reports.draft"), "KZ"))
    sheet = Sheet(editor).fill("1.1", progress="выполняется", text="Пишем.")
    preview = upload_sheet(editor, sheet.saved())
    assert "Представить:" not in page(preview)
    confirm_sheet(editor, preview, "file")  # not offered, and refused
    assert not Report.objects.exists()
    assert "Сохранено черновиков: 1." in page(
        confirm_sheet(editor, upload_sheet(editor, sheet.saved()), "keep")
    )
    assert Draft.objects.get().typed == {"progress": "under_way", "text_ru": "Пишем."}
    assert "Пишем." in page(cast.client("kz-filer").get(f"/ru{ROUND}reports/1.1/"))


def test_mistakes_are_named_by_sheet_and_cell_and_nothing_is_half_done(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    sheet = Sheet(kz).fill("1.1", progress="почти", text="=HYPERLINK(A1)", done_from="вчера",
                           link_1="ftp//x")  # fmt: skip
    sheet.fill("1.2", progress="выполнено", text="a\u202eb")
    told = page(upload_sheet(kz, sheet.saved()))
    for words in (
        "Отчёты!F5: «почти» нет в списке. Выберите одно из: не начато, выполняется",
        "Отчёты!H5: в клетке формула. Впишите значение.",
        "Отчёты!K5: «вчера» — не дата.",
        "Отчёты!H6: невидимые управляющие знаки (U+202E)",
        "Пока ничего не записано.",
    ):
        assert words in told
    assert not Draft.objects.exists()
    assert not Report.objects.exists()


def test_what_the_act_would_refuse_is_named_at_its_cell_too(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    told = page(upload_sheet(kz, Sheet(kz).fill("1.2", progress="выполнено", text="Да.").saved()))
    assert "Отчёты!G6: Укажите вид результата" in told
    told = page(upload_sheet(kz, Sheet(kz).fill("1.2", progress="выполняется").saved()))
    assert "Отчёты!H6: Напишите, что сделано" in told


def test_choices_are_understood_in_any_of_the_three_languages(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    sheet = Sheet(kz).fill("1.1", progress="Does not take part").fill("1.2", progress="未启动")
    assert "Представлено 2 отчёта." in page(confirm_sheet(kz, upload_sheet(kz, sheet.saved())))
    said = Report.objects.order_by("measure__position").values_list("filed__progress", flat=True)
    assert list(said) == ["not_participating", "not_started"]


def test_figures_are_filled_in_and_a_figure_that_is_none_is_named(cast: Cast) -> None:
    define_indicator(cast.secretariat, cast.measure("1.2"), indicator="exercises",
                     names={"ru": "=Учения", "zh": "演练", "en": "Exercises"}, unit={"ru": "шт."},
                     target=Decimal(4))  # fmt: skip
    kz = cast.client("kz-filer")
    sheet = Sheet(kz)
    figures = sheet.book["Показатели"]
    assert figures["C5"].value == "=Учения"
    assert figures["C5"].data_type == "s"
    sheet.fill("1.2", progress="выполняется", text="Идут.")
    sheet.cell("1.2", "value", figures).value = "много"
    assert "Показатели!F5: «много» — не число." in page(upload_sheet(kz, sheet.saved()))
    sheet.cell("1.2", "value", figures).value = 2.5
    confirm_sheet(kz, upload_sheet(kz, sheet.saved()))
    assert ReportVersion.objects.get().quantities.get().value == Decimal("2.5")
    assert "2.5" in str(Sheet(kz).book["Показатели"]["F5"].value)


def test_words_in_other_languages_survive_a_sheet(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    save(kz, "1.1", progress="under_way", text_ru="Слова", text_zh="文字")
    sheet = Sheet(kz).fill("1.1", text="Новые слова")
    confirm_sheet(kz, upload_sheet(kz, sheet.saved()))
    assert ReportVersion.objects.get().texts == {"ru": "Новые слова", "zh": "文字"}


def test_what_was_changed_on_the_pages_meanwhile_is_not_overwritten(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    old = Sheet(kz).fill("1.1", progress="выполняется", text="Из таблицы")
    file_report(cast.kz_filer, cast.round, cast.measure("1.1"), content=content("Со страницы"))
    told = page(upload_sheet(kz, old.saved()))
    assert "Отчёты!F5: отчёт по мере 1.1 изменён после скачивания таблицы (редакция 1)" in told
    accept_report(cast.secretariat, Report.objects.get())
    assert "отчёт по мере 1.1 уже принят" in page(
        upload_sheet(kz, Sheet(kz).fill("1.1", text="Иначе").saved())
    )


def test_what_was_accepted_is_locked_in_the_sheet(cast: Cast) -> None:
    file_report(cast.kz_filer, cast.round, cast.measure("1.1"), content=content())
    accept_report(cast.secretariat, Report.objects.get())
    sheet = Sheet(cast.client("kz-filer"))
    assert sheet.cell("1.1", "text").protection.locked
    assert not sheet.cell("1.2", "text").protection.locked


def test_who_confirms_has_seen_what_is_recorded(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    preview = upload_sheet(
        kz, Sheet(kz).fill("1.1", progress="выполняется", text="Таблица").saved()
    )
    save(cast.client("kz-clearer"), "1.1", progress="under_way", text_ru="Черновик коллеги")
    answer = confirm_sheet(kz, preview)
    assert answer.status_code == 422
    assert "Пока вы смотрели, отчёты изменились." in page(answer)
    assert "Черновик коллеги" in page(answer)
    assert not Report.objects.exists()


def test_another_states_sheet_and_another_rounds_sheet_are_refused(cast: Cast) -> None:
    theirs = Sheet(cast.client("cn-filer")).fill("1.1", progress="не начато").saved()
    assert "Это таблица другого государства или органа." in page(
        upload_sheet(cast.client("kz-filer"), theirs)
    )
    kz = cast.client("kz-filer")
    sheet = Sheet(kz).fill("1.1", progress="не начато")
    sheet.book["registan"]["B3"].value = "7"
    assert "Таблица относится к другому плану или раунду." in page(upload_sheet(kz, sheet.saved()))
    tray = SheetTray.objects.filter(state__key="KZ").first()
    assert tray
    assert cast.client("cn-filer").get(f"/ru{ROUND}sheet/{tray.token}/").status_code == 404


def test_a_measure_that_was_not_asked_and_a_row_twice_are_named(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    sheet = Sheet(kz).fill("1.1", progress="не начато").fill("1.2", progress="не начато")
    sheet.main["A6"].value = "2.1"
    assert "по мере 2.1 отчёт от вас в этом раунде не ожидается" in page(
        upload_sheet(kz, sheet.saved())
    )
    sheet.main["A6"].value = "1.1"
    assert "Отчёты!A6: мера 1.1 стоит ещё в A5." in page(upload_sheet(kz, sheet.saved()))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"%PDF-1.4", b"a;b\n1;2\n"])
def test_a_file_that_is_no_sheet_is_refused_in_one_sentence(cast: Cast, data: bytes) -> None:
    answer = upload_sheet(cast.client("kz-filer"), data)
    assert answer.status_code == 422
    assert not SheetTray.objects.exists()


def test_a_workbook_that_is_not_ours_is_refused(cast: Cast) -> None:
    written = BytesIO()
    Workbook().save(written)
    assert upload_sheet(cast.client("kz-filer"), written.getvalue()).status_code == 422


def test_a_closed_round_takes_no_sheet(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    preview = upload_sheet(kz, Sheet(kz).fill("1.1", progress="не начато").saved())
    close_round(cast.secretariat, cast.round)
    told = page(confirm_sheet(kz, preview))
    assert "Раунд № 1 закрыт" in told
    assert not Report.objects.exists()


# Nothing that a spreadsheet would run


@pytest.mark.parametrize("sign", SIGNS)
def test_no_text_of_a_report_becomes_a_formula_in_the_sheet(cast: Cast, sign: str) -> None:
    kz = cast.client("kz-filer")
    save(kz, "1.1", progress="under_way", text_ru=sign, proposals_ru=sign)
    sheet = Sheet(kz)
    cell = sheet.cell("1.1", "text")
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.number_format == "@"
    assert "Ничего не меняется" in page(upload_sheet(kz, sheet.bytes))  # and comes back as it was


@pytest.mark.parametrize("sign", SIGNS)
def test_no_text_of_an_export_becomes_a_formula(sign: str) -> None:
    table = PaperTable(
        lang="ru", title=sign, subtitle=sign, notice="", heads=("№", "Мера"), widths=(1, 3),
        rows=((sign, f"{sign} слова"),), made_at=timezone.now(), page="{page} {pages}",
    )  # fmt: skip
    sheet = load_workbook(BytesIO(write_xlsx(table))).worksheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type in {"s", "n"}
            assert cell.data_type == "s" or cell.value is None
    for cell in write_csv(table).decode("utf-8-sig").replace('"', "").split(","):
        assert not cell.startswith(SIGNS)
    assert write_docx(table)


def test_filing_by_sheet_takes_one_who_may_clear(cast: Cast) -> None:
    signer = enrol("kz-signer", ("read", "reports.draft", "reports.file"), "KZ")
    client = signed_in(signer)
    preview = upload_sheet(client, Sheet(client).fill("1.1", progress="не начато").saved())
    assert "Представить:" not in page(preview)
    with pytest.raises(Refused, match="power_missing"):
        file_sheet(signer, cast.round, [], digest="0" * 64)
