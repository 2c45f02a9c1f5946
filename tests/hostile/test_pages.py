"""Hostile and clumsy input where an official would meet it: a sentence, and nothing half done."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from openpyxl import Workbook

from registan.ledger.models import Entry
from registan.parties.acts import withdraw_mandate
from registan.parties.models import Official
from registan.plans.models import Draft, DraftFile, Filing, Report, SheetTray
from registan.web.languages import CODES
from registan.web.refusal_pages import broken
from registan.web.texts import say
from tests.cast import PLAN, enrol

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

    from tests.cast import Cast

LANGS = ("ru", "zh", "en")
ROUND = f"plans/{PLAN}/rounds/1/"
EDIT = f"{ROUND}reports/1.2/"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
OVERRIDE = "\u202e"
LONG = "Проведено учение лабораторий. " * 340  # 10,200 characters


def page(answer: Answer) -> str:
    return answer.getvalue().decode()


def filled(**changes: str) -> dict[str, str]:
    base = {
        "progress": "under_way",
        "text_ru": "Учения начаты в срок",
        "revision": "0",
        "deed": "file",
    }
    return {**base, **changes}


@pytest.fixture
def kz(cast: Cast) -> Client:
    return cast.client("kz-filer")


@pytest.fixture(autouse=True)
def nothing_is_half_done(cast: Cast) -> Any:
    """Whatever is refused leaves neither a report nor an entry of one."""
    plans = Entry.objects.filter(kind__startswith="plans.")
    before = plans.count()
    yield
    assert (Report.objects.count(), Filing.objects.count(), plans.count()) == (0, 0, before)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "day", ["2026-02-31", "вчера", "32.13.2026", "0000-00-00", "2026-1-1-1", "9" * 50]
)
def test_a_date_that_is_no_date_is_said_at_its_field_and_the_text_is_kept(
    kz: Client, lang: str, day: str
) -> None:
    answer = kz.post(f"/{lang}/{EDIT}", filled(done_from=day))
    assert answer.status_code == 422
    assert answer.context["form"].errors["done_from"]
    assert "Учения начаты в срок" in page(answer)
    assert Draft.objects.get().typed["done_from"] == day


@pytest.mark.parametrize("lang", LANGS)
def test_bidi_controls_are_refused_by_name_and_place(kz: Client, lang: str) -> None:
    answer = kz.post(f"/{lang}/{EDIT}", filled(text_ru=f"Согласовано{OVERRIDE} оннавосалгоС"))
    assert answer.status_code == 422
    assert "U+202E" in page(answer)
    assert "1.2" in page(answer)


def test_html_is_text_wherever_it_is_shown(kz: Client) -> None:
    typed = filled(text_ru=SCRIPT, link_1="javascript:alert(1)", link_title_1=SCRIPT)
    for answer in (kz.post(f"/ru/{EDIT}", typed), kz.get(f"/ru/{EDIT}"), kz.get("/ru/plans/owed/")):
        assert SCRIPT not in page(answer)
        assert 'href="javascript:' not in page(answer)
    assert "&lt;script&gt;" in page(kz.get(f"/ru/{EDIT}"))


def test_ten_thousand_characters_are_kept_and_shown(kz: Client) -> None:
    answer = kz.post(f"/ru/{EDIT}", filled(text_ru=LONG, deed=""), follow=True)
    assert answer.status_code == 200
    assert LONG.strip() in page(answer)


@pytest.mark.parametrize("lang", LANGS)
def test_a_text_longer_than_any_report_is_refused_with_both_lengths(kz: Client, lang: str) -> None:
    answer = kz.post(f"/{lang}/{EDIT}", filled(text_ru="ы" * 20_001))
    assert answer.status_code == 422
    assert "20001" in page(answer).replace("\xa0", "").replace(" ", "")
    assert "ы" * 20_001 in page(answer)


@pytest.mark.parametrize("lang", LANGS)
def test_a_mandate_that_ends_while_one_types_loses_no_text(
    cast: Cast, kz: Client, lang: str
) -> None:
    second = enrol("kz-late", ("reports.draft", "reports.file"), "KZ")
    client = cast.client("kz-late")
    assert client.get(f"/{lang}/{EDIT}").status_code == 200
    withdraw_mandate(cast.kz_administrator, second)
    answer = client.post(f"/{lang}/{EDIT}", filled(text_ru="Три дня я писал этот отчёт"))
    assert answer.status_code == 403
    assert say("refusal.mandate_not_in_force", lang) in page(answer)
    assert "Три дня я писал этот отчёт" in page(answer)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("lang", LANGS)
def test_a_form_of_another_session_is_explained_and_its_text_shown(cast: Cast, lang: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.kz_filer.official)
    answer = strict.post(f"/{lang}/{EDIT}", filled(text_ru="Мой длинный текст отчёта"))
    assert answer.status_code == 403
    assert say("refusal.form_expired", lang) in page(answer)
    assert "Мой длинный текст отчёта" in page(answer)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("lang", LANGS)
def test_more_fields_than_any_form_has_is_a_sentence(kz: Client, lang: str) -> None:
    fields = "&".join(f"f{number}=x" for number in range(20_001))
    answer = kz.generic(
        "POST", f"/{lang}/{EDIT}", fields, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 400
    assert say("refusal.request_unreadable", lang) in page(answer)


@pytest.mark.parametrize("lang", LANGS)
def test_a_request_larger_than_any_upload_is_refused_before_it_is_read(
    kz: Client, lang: str
) -> None:
    answer = kz.generic("POST", f"/{lang}/{EDIT}", "x", CONTENT_LENGTH=str(30 * 2**30))
    assert answer.status_code == 413
    assert say("refusal.request_too_large", lang, largest=20) in page(answer)


@pytest.mark.parametrize("asked", ["²", "٣", "-1", "9" * 40, "1e9", "0x1", "", "\x00", "1;drop"])
def test_a_number_in_an_address_that_is_none_breaks_nothing(kz: Client, asked: str) -> None:
    for path, name in (
        ("history/", "before"), ("history/", "party"), (f"plans/{PLAN}/", "chapter"),
        (f"plans/{PLAN}/", "round"), (f"plans/{PLAN}/measures/1.2/", "round"),
        ("states/", "on"), ("plans/calendar/", "from"), (f"plans/{PLAN}/", "due_from"),
        ("plans/import/", "plan"), ("plans/owed/", "stage"),
    ):  # fmt: skip
        assert kz.get(f"/ru/{path}", {name: asked}).status_code in {200, 404}, (path, name)
    assert kz.post(f"/ru/{EDIT}", filled(revision=asked, deed="")).status_code in {302, 409, 422}


@pytest.mark.parametrize(
    "path",
    [
        "plans/%00/", f"plans/{PLAN}/rounds/99999999999999999999/", "states/%E2%80%AE/",
        "states/%00/", f"plans/{PLAN}/measures/%00/", "plans/evidence/99999999999999999999999/",
    ],
)  # fmt: skip
def test_an_address_that_names_nothing_is_not_there(kz: Client, path: str) -> None:
    answer = kz.get(f"/ru/{path}")
    assert answer.status_code == 404
    assert say("refusal.not_there", "ru") in page(answer)


def packed(name: str, content: bytes) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return data.getvalue()


def workbook(rows: int = 1) -> bytes:
    book, data = Workbook(), BytesIO()
    for row in range(rows):
        book.active.append([row, "x"])
    book.save(data)
    return data.getvalue()


UPLOADS = {
    "empty": b"",
    "truncated": workbook()[:900],
    "not a workbook": b"%PDF-1.7 not a workbook",
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
    "some other workbook": workbook(),
    "five thousand rows": workbook(5_000),
    "password-protected": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + b"\0" * 512
    + "EncryptedPackage".encode("utf-16-le"),
    "zip bomb": packed("xl/workbook.xml", b"\0" * (200 * 2**20)),
    "with macros": packed("xl/vbaProject.bin", b"macro"),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", UPLOADS)
def test_a_sheet_that_is_none_is_said_at_the_field(kz: Client, kind: str, lang: str) -> None:
    file = SimpleUploadedFile("sheet.xlsx", UPLOADS[kind])
    answer = kz.post(f"/{lang}/{ROUND}sheet/", {"file": file})
    assert answer.status_code == 422
    (sentence,) = answer.context["form"].errors["file"]
    assert len(sentence) > 8
    assert not SheetTray.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd", "a\r\nX-Evil: 1.txt", f"отчёт{OVERRIDE}fdp.exe", "x" * 300 + ".txt",
        "<b>.html",
    ],
)  # fmt: skip
def test_a_file_of_evidence_keeps_no_dangerous_name(kz: Client, name: str) -> None:
    file = SimpleUploadedFile("x", b"<script>alert(1)</script>")
    file._name = name  # type: ignore[attr-defined]
    kz.post(f"/ru/{EDIT}", {**filled(deed=""), "file": file})
    assert len(DraftFile.objects.get().file_name) <= 200
    answer = kz.get(f"/ru/{EDIT}")
    assert answer.status_code == 200
    assert OVERRIDE not in page(answer)
    assert "<b>.html" not in page(answer)


@pytest.mark.parametrize("lang", LANGS)
def test_an_account_with_hidden_characters_in_its_name_is_not_opened(cast: Cast, lang: str) -> None:
    answer = cast.client("kz-administrator").post(
        f"/{lang}/mandates/new/",
        {"username": "kz-new", "display_name": f"Советник{OVERRIDE}", "office": "reader",
         "powers": ["read"], "language": "ru", "password": "correct-horse-9-battery"},
    )  # fmt: skip
    assert answer.status_code == 422
    assert not Official.objects.filter(username="kz-new").exists()


@pytest.mark.parametrize("lang", LANGS)
def test_a_mistake_of_ours_is_owned_in_the_language_of_the_address(
    cast: Cast, rf: Any, lang: str
) -> None:
    with translation.override(CODES[lang]):
        answer = broken(rf.get("/"))
    assert answer.status_code == 500
    assert say("refusal.broken", lang) in answer.content.decode()


def test_a_power_that_is_missing_is_told_in_words(cast: Cast) -> None:
    answer = cast.client("mn-reader").get(f"/en/{EDIT}")
    assert answer.status_code in {403, 404}
    assert "reports.draft" not in page(answer)
