"""Import of a table of 5,000 rows: read, settled, and brought in by one act."""

from __future__ import annotations

import time
from io import BytesIO
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from openpyxl import Workbook

from bench.figure import Figure
from registan.kernel.plan.known_names import KnownNames
from registan.kernel.plan.read import read_plan
from registan.parties.models import Mandate
from registan.plans.acts.plans import bring_in_plan
from registan.plans.draft import PlanDraft
from registan.plans.names import NameTable
from registan.plans.settling import measure_drafts, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation
    from registan.plans.settling import Tray

ROWS = 5_000
HEADS = ("№", "Мероприятие", "Срок исполнения", "Ответственные исполнители")
PARTIES = ("Государства-члены", "Секретариат ШОС", "Республика Казахстан", "Российская Федерация")


def figures(at: Installation) -> Iterator[Figure]:
    content = _workbook()
    seat = Mandate.objects.get(official__username="secretariat.secretariat")
    read, bring = [], []
    for turn in range(3):
        began = time.process_time()
        tray = _settled(content)
        read.append(time.process_time() - began)
        began = time.process_time()
        with transaction.atomic():
            plan = bring_in_plan(seat, _draft(tray, turn), now=timezone.now())
            bring.append(time.process_time() - began)
            if plan.measures.count() != ROWS:
                raise RuntimeError("not all rows were brought in")
            transaction.set_rollback(True)
    yield Figure("import of 5,000 rows (XLSX): read and settled, CPU", min(read), "s", 2)
    yield Figure("import of 5,000 rows: brought in by one act, CPU", min(bring), "s")


def _workbook() -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADS)
    for number in range(1, ROWS + 1):
        text = f"Провести {number}-й семинар по обмену опытом профильных ведомств"
        term = f"{1 + number % 4} квартал {2026 + number % 4} года"
        sheet.append((str(number), text, term, PARTIES[number % len(PARTIES)]))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _settled(content: bytes) -> Tray:
    table = NameTable.load()
    known = KnownNames.of(dict(table.printed()))
    reading = read_plan(content, "plan.xlsx", lang="ru", known=known)
    return settle(reading, {}, table)


def _draft(tray: Tray, turn: int) -> PlanDraft:
    return PlanDraft(
        key=f"bench-{turn}", kind="work_plan", titles={"ru": "Рабочий план"}, languages=("ru",),
        measures=measure_drafts(tray),
    )  # fmt: skip
