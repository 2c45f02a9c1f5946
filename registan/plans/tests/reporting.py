"""How tests of reports type, confirm and read: through the pages, as an official would."""

from __future__ import annotations

import html
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from registan.ledger.models import Entry
from registan.plans.content import ReportContent

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

ROUND = "/plans/joint-plan/rounds/1/"
UNDER_WAY = {"progress": "under_way", "text_ru": "Соглашение готовится."}
DONE = {"progress": "done", "result_type": "multilateral", "text_ru": "Учения проведены."}


def content(words: str = "Соглашение готовится.", **facts: object) -> ReportContent:
    return ReportContent(**{"progress": "under_way", "texts": {"ru": words}, **facts})  # type: ignore[arg-type]


def page(answer: Answer) -> str:
    """What a person reads: no tags, no entities, one blank between words."""
    text = re.sub(r"<(script|style).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def save(client: Client, measure: str, *, lang: str = "ru", **typed: object) -> Answer:
    """Press a button on the page of a report: `deed` names it, else the draft is saved."""
    address = f"/{lang}{ROUND}reports/{measure}/"
    shown = client.get(address)
    revision = shown.context["form"]["revision"].value() if shown.status_code == 200 else 0
    return client.post(address, {"revision": revision, "deed": "save", **typed})


def perform(
    client: Client, measure: str, deed: str, *, lang: str = "ru", **typed: object
) -> Answer:
    """Type, press the button of the deed, and confirm on the page "You are about to act for …"."""
    answer = save(client, measure, lang=lang, deed=deed, **typed)
    assert answer.status_code == 302, page(answer)
    confirmation = client.get(answer.headers["Location"])
    assert confirmation.status_code == 200, confirmation.headers
    return press(client, answer.headers["Location"], confirmation)


def press(client: Client, address: str, confirmation: Answer, button: str = "confirmed") -> Answer:
    """Press the one button of a confirming page and follow to the page with the seal."""
    source = confirmation.content.decode()
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', source)
    data: dict[str, object] = {}
    for name, value in hidden:
        data.setdefault(name, [])
        data[name].append(html.unescape(value))  # type: ignore[attr-defined]
    return client.post(address, {**data, button: "1"}, follow=True)


def in_two_steps(client: Client, address: str, **typed: object) -> Answer:
    """Type on a page, look at it in full, confirm."""
    looked = client.post(address, typed)
    assert looked.status_code == 200, page(looked)
    return press(client, address, looked)


def kinds() -> list[str]:
    """Kinds of all acts on reports and rounds so far, in order."""
    return list(Entry.objects.order_by("pk").values_list("kind", flat=True))


def last_record() -> dict[str, object]:
    """What the latest entry holds."""
    return Entry.objects.order_by("-pk")[0].record


class Sheet:
    """A downloaded sheet, filled by the name of a column's code and the number of a measure."""

    def __init__(self, client: Client, lang: str = "ru", plan: str = "joint-plan") -> None:
        self.bytes = client.get(f"/{lang}/plans/{plan}/rounds/1/sheet.xlsx").content
        self.book = load_workbook(BytesIO(self.bytes))
        self.main = self.book.worksheets[0]

    def cell(self, number: str, code: str, sheet: Any = None) -> Any:
        page_ = sheet or self.main
        codes = [cell.value for cell in page_[1]]
        rows = {page_.cell(row, 1).value: row for row in range(5, page_.max_row + 1)}
        return page_.cell(rows[number], codes.index(code) + 1)

    def fill(self, number: str, **values: object) -> Sheet:
        for code, value in values.items():
            self.cell(number, code).value = value
        return self

    def saved(self) -> bytes:
        written = BytesIO()
        self.book.save(written)
        return written.getvalue()


def upload_sheet(client: Client, data: bytes, lang: str = "ru", plan: str = "joint-plan") -> Answer:
    file = SimpleUploadedFile("filled.xlsx", data)
    return client.post(f"/{lang}/plans/{plan}/rounds/1/sheet/", {"file": file}, follow=True)


def confirm_sheet(client: Client, preview: Answer, deed: str = "file") -> Answer:
    address = preview.redirect_chain[-1][0]
    source = preview.content.decode()
    seen = source.partition('name="seen" value="')[2].partition('"')[0]
    act_key = source.partition('name="act_key" value="')[2].partition('"')[0]
    data = {"seen": seen, "act_key": act_key, "deed": deed}
    return client.post(address, data, follow=True)
