"""The pages on which a plan table is imported: upload, parts of a tray, rows, in three languages."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from openpyxl import Workbook

from registan.plans.models import ImportTray
from registan.plans.tests.importing import (
    CLEAN,
    DOUBTFUL,
    as_shown,
    bring_in,
    facts,
    page,
    post,
    post_row,
    row_address,
    saved,
    tray_of,
    upload,
)
from registan.web.texts import LANGS
from tests.cast import against_the_rules, enrol, signed_in

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.fixture
def client_() -> Client:
    return signed_in(enrol("desk", ("read", "plans.import"), "SECRETARIAT"))


# Who comes in


def test_only_a_mandate_with_the_power_finds_the_pages(client_: Client) -> None:
    tray = tray_of(upload(client_, CLEAN))
    pages = ["", f"{tray.token}/", f"{tray.token}/confirm/", f"{tray.token}/put-away/",
             f"{tray.token}/rows/!3/"]  # fmt: skip
    reader = signed_in(enrol("reader", ("read", "plans.amend"), "SECRETARIAT"))
    for address in pages:
        for other in (reader, Client()):
            assert other.get(f"/en/plans/import/{address}").status_code == 404
    for address in pages[:2]:
        assert client_.get(f"/en/plans/import/{address}").status_code == 200


def test_a_tray_of_another_party_is_not_there(client_: Client) -> None:
    tray = tray_of(upload(client_, CLEAN))
    other = signed_in(against_the_rules(enrol("kz-desk", ("read",), "KZ"), "plans.import"))
    assert other.get(f"/ru/plans/import/{tray.token}/").status_code == 404
    assert other.post(f"/ru/plans/import/{tray.token}/put-away/").status_code == 404
    assert tray.file_name not in page(other.get("/ru/plans/import/"))


# Upload


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "plan.csv", "The file is empty."),
        (b"%PDF-1.7 ...", "plan.pdf", "This is a PDF"),
        (b"PK\x03\x04 cut off", "plan.docx", "The file is cut off or damaged."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "plan.png", "Files of this kind are not read."),
        (b"{\\rtf1 text}", "plan.doc", "This is an old Word file or RTF."),
        (b"just, a, line", "plan.csv", "Neither a table of a plan nor measures"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field_with_the_cure(
    content: bytes, name: str, said: str, client_: Client
) -> None:
    answer = upload(client_, content, name, lang="en")
    assert answer.status_code == 422
    assert said in page(answer)
    assert not ImportTray.objects.exists()


def test_it_refuses_a_file_that_is_too_large_in_the_readers_language(
    client_: Client, settings: object
) -> None:
    settings.UPLOAD_LIMIT = 2**20  # type: ignore[attr-defined]
    answer = upload(client_, b"x" * (2**20 + 1), lang="zh")
    assert answer.status_code == 422
    assert "文件大于1 MiB" in page(answer)


def test_a_language_version_needs_a_plan_and_a_new_plan_none(client_: Client) -> None:
    plan = bring_in(client_)
    answer = upload(client_, CLEAN, purpose="version", lang="en")
    assert "Choose the plan that the table belongs to." in page(answer)
    answer = upload(client_, CLEAN, purpose="new", plan=plan.key, lang="en")
    assert "For a new plan, no plan is chosen." in page(answer)
    assert 'value="plan-one" selected' in page(client_.get("/en/plans/import/?plan=plan-one"))


# The tray


@pytest.mark.parametrize("lang", LANGS)
def test_each_part_of_a_tray_answers_in_each_language(lang: str, client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    for part in ("", "facts", "names", "rows", "left"):
        answer = client_.get(f"/{lang}/plans/import/{tray.token}/?part={part}")
        assert answer.status_code == 200
    found = page(client_.get(f"/{lang}/plans/import/{tray.token}/?part=rows&show=open"))
    assert {"ru": "4 меры", "zh": "4项措施", "en": "4 measures"}[lang] in found
    said = {"ru": "Исполнителем назван человек", "zh": "责任方为人名", "en": "A person is named"}
    assert said[lang] in found


def test_the_facts_are_proposed_from_the_title_and_kept_as_typed(client_: Client) -> None:
    tray = tray_of(upload(client_, CLEAN))
    found = page(client_.get(f"/ru/plans/import/{tray.token}/?part=facts"))
    assert 'value="action-plan-2026-2028"' in found
    assert 'value="2026-01-01"' in found
    answer = post(client_, tray, "facts", **facts(tray, key="Bad Key", title="Свой заголовок"))
    assert answer.status_code == 422
    assert "Свой заголовок" in page(answer)
    assert "Только строчные латинские буквы" in page(answer)
    assert post(client_, tray, "facts", **facts(tray, title="Свой заголовок")).status_code == 302
    assert "Свой заголовок" in page(client_.get(f"/ru/plans/import/{tray.token}/?part=facts"))


def test_it_refuses_a_period_that_ends_before_it_begins(client_: Client) -> None:
    tray = tray_of(upload(client_, CLEAN))
    answer = post(client_, tray, "facts", **facts(tray, ends_on="2020-01-01"))
    assert "заканчивается раньше, чем начинается" in page(answer)


def test_the_period_typed_gives_the_year_to_months_without_one(client_: Client) -> None:
    text = "№;Мероприятие;Срок;Исполнители\n1;Провести учения;сентябрь;Секретариат\n"
    tray = tray_of(upload(client_, text))
    assert "Год не назван" in page(
        client_.get(f"/ru/plans/import/{tray.token}/?part=rows&show=open")
    )
    changes = facts(tray, starts_on="2027-01-01", ends_on="2027-12-31")
    post(client_, tray, "facts", **changes)
    found = page(client_.get(f"/ru/plans/import/{tray.token}/?part=rows"))
    assert "30 сентября 2027" in found


def test_a_table_without_headings_asks_which_column_is_what(client_: Client) -> None:
    book = Workbook()
    book.active.append(["Провести учения", "Секретариат", "до 1 декабря 2026 года", "1"])
    book.active.append(["Обменяться опытом", "государства-члены", "ежегодно", "2"])
    book.active.append(["Создать сеть лабораторий", "Секретариат", "2027 год", "3"])
    tray = tray_of(upload(client_, saved(book), "plan.xlsx"))
    found = page(client_.get(f"/ru/plans/import/{tray.token}/"))
    assert "Что в каком столбце" in found
    key = re.search(r'name="(column:[^"]+)"', found)[1]  # type: ignore[index]
    answer = post(client_, tray, "columns", **{key: ["", "responsible", "term", "number"]})
    assert "Укажите, в каком столбце стоит сама мера." in page(answer)
    answer = post(client_, tray, "columns", **{key: ["text", "responsible", "term", "number"]})
    assert answer.status_code == 302
    found = page(client_.get(f"/ru/plans/import/{tray.token}/?part=rows"))
    assert "Что в каком столбце" not in found
    assert "1 декабря 2026" in found
    again = page(client_.get(f"/ru/plans/import/{tray.token}/?part=columns"))
    assert '<option value="responsible" selected>' in again


def test_an_unknown_name_is_decided_once_for_all_rows(client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    found = page(client_.get(f"/ru/plans/import/{tray.token}/?part=names"))
    assert "Комитет по делам лесов" in found
    post(client_, tray, "names", name="Комитет по делам лесов", party="body:SECRETARIAT")
    tray.refresh_from_db()
    assert tray.settlement["names"] == {"Комитет по делам лесов": "body:SECRETARIAT"}
    post(client_, tray, "names", name="Комитет по делам лесов", party="")
    tray.refresh_from_db()
    assert tray.settlement["names"] == {}
    post(client_, tray, "names", name="Комитет по делам лесов", party="", rest="agency")
    assert "Осталось решить" in page(client_.get(f"/ru/plans/import/{tray.token}/"))
    tray.refresh_from_db()
    assert tray.settlement["names"] == {"Комитет по делам лесов": "agency"}


def test_numbers_that_are_doubled_are_numbered_by_choice(client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    found = page(client_.get(f"/ru/plans/import/{tray.token}/?part=rows&show=number_doubled"))
    assert found.count("Номер 2 стоит у нескольких мер.") >= 2
    post(client_, tray, "rows", do="numbering", numbering="in_order")
    found = page(client_.get(f"/ru/plans/import/{tray.token}/?part=rows&show=open"))
    assert "стоит у нескольких мер" not in found


def test_rows_of_one_page_are_accepted_as_read_but_never_blocking_ones(client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    tray.refresh_from_db()
    post(client_, tray, "rows", do="numbering", numbering="in_order")
    tray.refresh_from_db()
    address = f"/ru/plans/import/{tray.token}/?part=rows&show=open"
    client_.post(address, {"revision": tray.revision, "do": "accept"})
    tray.refresh_from_db()
    assert tray.settlement["rows"] == {"!4": {"accepted": True}}
    assert "Исполнителем назван человек" in page(client_.get(address))


def test_what_became_no_measure_is_listed_with_the_reason(client_: Client) -> None:
    text = ("План на 2026 год;;;;\n№;Мероприятие;Срок;Исполнители;Примечание\n1;2;3;4;5\n"
            "1;Провести учения;2026 год;Секретариат;из бюджета\nИтого;;;;\n")  # fmt: skip
    tray = tray_of(upload(client_, text))
    found = page(client_.get(f"/ru/plans/import/{tray.token}/?part=left"))
    assert "строка итогов" in found
    assert "столбец, которому в плане нет места; назван его заголовок" in found


# One row


def test_a_row_is_corrected_beside_what_is_printed(client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    found = page(client_.get(row_address(tray, "!4")))
    assert "в двухмесячный срок" in found
    typed = {
        **as_shown(client_, tray, 4),
        "number": "2.1",
        "ends_on": "2026-03-01",
        "recurrence": "once",
    }
    assert post_row(client_, tray, 4, **typed).status_code == 302
    tray.refresh_from_db()
    change = tray.settlement["rows"]["!4"]
    assert change == {
        "accepted": True,
        "number": "2.1",
        "ends_on": "2026-03-01",
        "recurrence": "once",
    }
    # A name that is not decided yet stays to be decided.
    assert "Комитет по делам лесов" in page(
        client_.get(f"/ru/plans/import/{tray.token}/?part=names")
    )
    post_row(client_, tray, 4, do="as_in_file")
    tray.refresh_from_db()
    assert tray.settlement["rows"] == {}


def test_a_persons_name_is_refused_and_the_post_asked_for(client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    typed = as_shown(client_, tray, 6)
    answer = post_row(client_, tray, 6, **typed)
    assert answer.status_code == 422
    assert "Впишите должность или орган." in page(answer)
    named = {**typed, "line0-party": "agency", "line0-name": "Петров П.П.", "line0-part": "lead",
             "responsible_raw": "Начальник управления"}  # fmt: skip
    answer = post_row(client_, tray, 6, **named)
    assert "«Петров П.П.» — имя человека." in page(answer)
    by_post = {**named, "line0-name": "Начальник управления лесов"}
    answer = post_row(client_, tray, 6, **{**by_post, "responsible_raw": "Иванов И.И."})
    assert "«Иванов И.И.» — имя человека." in page(answer)
    assert post_row(client_, tray, 6, **by_post).status_code == 302
    tray.refresh_from_db()
    assert "Иванов" not in str(tray.settlement)
    open_rows = page(client_.get(f"/ru/plans/import/{tray.token}/?part=rows&show=open"))
    assert "Исполнителем назван человек" not in open_rows


def test_another_change_of_a_row_does_not_let_a_persons_name_pass(client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    typed = {**as_shown(client_, tray, 6), "number": "40"}
    assert post_row(client_, tray, 6, **typed).status_code == 422
    assert post_row(client_, tray, 6, do="accept").status_code == 422


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("number", "", "Нет номера."),
        ("number", "1/2", "Номер «1/2» не подходит"),
        ("text", "до\u202eлго", "U+202E"),
        ("starts_on", "2027-01-01", "Срок заканчивается раньше, чем начинается."),
        ("line0-party", "", "Выберите, кто это"),
        ("line1-party", "agency", "Впишите название ведомства или группы."),
    ],
)
def test_it_refuses_a_row_that_cannot_stand_and_keeps_what_was_typed(
    field: str, value: str, said: str, client_: Client
) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    typed = {**as_shown(client_, tray, 3), "result": "протокол учений", "line0-part": "lead",
             "line0-party": "agency", field: value}  # fmt: skip
    answer = post_row(client_, tray, 3, **typed)
    assert answer.status_code == 422
    assert said in page(answer)
    assert "протокол учений" in page(answer)
    tray.refresh_from_db()
    assert "rows" not in tray.settlement


def test_a_row_is_left_out_and_put_back(client_: Client) -> None:
    tray = tray_of(upload(client_, CLEAN))
    post_row(client_, tray, 3, do="out")
    assert "исключена" in page(client_.get(f"/ru/plans/import/{tray.token}/?part=rows&show=out"))
    answer = post_row(client_, tray, 3, do="back")
    assert answer.headers["Location"] == row_address(tray, "!3")
    assert "Таких строк нет." in page(
        client_.get(f"/ru/plans/import/{tray.token}/?part=rows&show=out")
    )


def test_notes_beside_a_name_stay_when_another_party_is_added(client_: Client) -> None:
    text = (
        "№;Мероприятие;Срок;Исполнители\n1;Провести учения;2026 год;Секретариат (по согласованию)\n"
    )
    tray = tray_of(upload(client_, text))
    typed = {**as_shown(client_, tray, 2), "line1-party": "all_members"}
    post_row(client_, tray, 2, **typed)
    tray.refresh_from_db()
    said = tray.settlement["rows"]["!2"]["responsible"]
    assert [(line["party"], line["notes"]) for line in said] == [
        ("body:SECRETARIAT", ["by_agreement"]),
        ("all_members", []),
    ]


def test_two_editors_do_not_overwrite_each_other(client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    typed = {**as_shown(client_, tray, 3), "text": "Провести большие учения"}
    tray.refresh_from_db()
    stale = tray.revision
    post_row(client_, tray, 3, **{**as_shown(client_, tray, 3), "text": "Провести малые учения"})
    answer = client_.post(row_address(tray, "!3"), {"revision": stale, **typed})
    assert answer.status_code == 409
    found = page(answer)
    assert "таблицу изменил другой сотрудник" in found
    assert "Провести большие учения" in found
    assert "Провести малые учения" in found
    tray.refresh_from_db()
    assert post_row(client_, tray, 3, **typed).status_code == 302
    tray.refresh_from_db()
    assert tray.settlement["rows"]["!3"]["text"] == "Провести большие учения"


def test_facts_typed_survive_another_editor(client_: Client) -> None:
    tray = tray_of(upload(client_, CLEAN))
    stale = tray.revision
    post(client_, tray, "facts", **facts(tray))
    answer = client_.post(
        f"/ru/plans/import/{tray.token}/?part=facts",
        {"revision": stale, **facts(tray, title="Другое название")},
    )
    assert answer.status_code == 409
    assert "Другое название" in page(answer)


def test_a_table_is_put_away_after_a_page_that_asks(client_: Client) -> None:
    tray = tray_of(upload(client_, CLEAN))
    address = f"/ru/plans/import/{tray.token}/put-away/"
    assert "будут удалены" in page(client_.get(address))
    assert ImportTray.objects.exists()
    assert client_.post(address, {}).status_code == 302
    assert not ImportTray.objects.exists()


def test_a_long_table_is_shown_in_pages_of_two_hundred(client_: Client) -> None:
    rows = "".join(f"{n};Мера номер {n};2026 год;Секретариат\n" for n in range(1, 451))
    tray = tray_of(upload(client_, "№;Мероприятие;Срок;Исполнители\n" + rows))
    first = page(client_.get(f"/ru/plans/import/{tray.token}/?part=rows"))
    last = page(client_.get(f"/ru/plans/import/{tray.token}/?part=rows&page=3"))
    assert "Мера номер 200<" in first
    assert "Мера номер 201<" not in first
    assert "Мера номер 450<" in last
    assert last.count("Мера номер") == 50
