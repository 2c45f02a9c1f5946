"""How tests of the import pages upload, and post what a page shows."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from registan.plans.models import ImportTray, Plan

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from openpyxl import Workbook

CLEAN = """План действий на 2026-2028 годы;;;
№;Мероприятие;Срок;Исполнители
1.1;Провести учения;до 1 декабря 2026 года;Республика Казахстан
1.2;Обменяться опытом;ежегодно;государства-члены
2.1;Создать сеть лабораторий;2027-2028 годы;Секретариат
"""
DOUBTFUL = """План мероприятий на 2026 год;;;
№;Мероприятие;Срок;Исполнители
1;Провести учения;до 1 декабря 2026 года;Комитет по делам лесов
2;Обменяться опытом;в двухмесячный срок;Комитет по делам лесов
2;Создать сеть;2026 год;Секретариат
4;Подготовить обзор;2026 год;Иванов И.И.
"""


def saved(book: Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def page(answer: Answer) -> str:
    return answer.content.decode()


def upload(
    client: Client, content: bytes | str, name: str = "plan.csv", *, lang: str = "ru", **more: str
) -> Answer:
    data = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, data)
    return client.post(f"/{lang}/plans/import/", {"file": file, "purpose": "new", **more})


def tray_of(answer: Answer) -> ImportTray:
    assert answer.status_code == 302, page(answer)
    return ImportTray.objects.get(token=answer.headers["Location"].rstrip("/").rpartition("/")[2])


def post(client: Client, tray: ImportTray, part: str, **data: object) -> Answer:
    tray.refresh_from_db()
    return client.post(
        f"/ru/plans/import/{tray.token}/?part={part}", {"revision": tray.revision, **data}
    )


def row_address(tray: ImportTray, row_id: str) -> str:
    with translation.override("ru"):
        return reverse("import_row", args=[tray.token, row_id])


def post_row(client: Client, tray: ImportTray, row: int, **data: object) -> Answer:
    tray.refresh_from_db()
    return client.post(row_address(tray, f"!{row}"), {"revision": tray.revision, **data})


def as_shown(client: Client, tray: ImportTray, row: int) -> dict[str, object]:
    """What the form of a row would post if nobody typed anything."""
    answer = client.get(row_address(tray, f"!{row}"))
    context = answer.context
    fields = {name: context["form"][name].value() or "" for name in context["form"].fields}
    for line in context["lines"]:
        fields |= {line.add_prefix(name): line[name].value() or "" for name in line.fields}
    return {**fields, "lines": len(context["lines"]), "do": "save"}


def facts(tray: ImportTray, **changes: str) -> dict[str, str]:
    base = {"lang": "ru", "title": "План действий", "kind": "action_plan", "key": "plan-one",
            "starts_on": "2026-01-01", "ends_on": "2028-12-31", "audience": "members"}  # fmt: skip
    return {**base, **changes}


def bring_in(
    client: Client, content: bytes | str = CLEAN, name: str = "plan.csv", key: str = "plan-one"
) -> Plan:
    tray = tray_of(upload(client, content, name))
    post(client, tray, "facts", **facts(tray, key=key))
    answer = client.post(f"/ru/plans/import/{tray.token}/confirm/", {})
    assert answer.status_code == 302, page(answer)
    return Plan.objects.get(key=key)
