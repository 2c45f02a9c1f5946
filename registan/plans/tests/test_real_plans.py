"""Real plans all the way: brought in, reported on by three States, out as papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from registan.plans.acts.rounds import open_round
from registan.plans.models import Plan, Report
from registan.plans.queries.owing import owed
from registan.plans.tests.importing import tray_of, upload
from registan.plans.tests.reporting import Sheet, confirm_sheet, page, press, upload_sheet
from registan.plans.tests.test_import_acts import samples, settle_all
from tests.cast import enrol, signed_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast


def file_by_page(client: Client, lang: str, number: str, words: str) -> None:
    address = f"/{lang}/plans/plan-one/rounds/1/reports/{number}/"
    answer = client.post(address, {"revision": 0, "deed": "file", "progress": "under_way",
                                   f"text_{lang}": words})  # fmt: skip
    assert answer.status_code == 302, page(answer)
    at = answer.headers["Location"]
    assert words in page(press(client, at, client.get(at)))


@pytest.mark.skipif(not samples(), reason="no sample plans: set REGISTAN_SHARED_DATA")
@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
def test_three_states_report_on_a_real_plan_by_page_and_by_sheet(path: Path, cast: Cast) -> None:
    desk = signed_in(enrol("desk", ("read", "plans.import"), "SECRETARIAT"))
    tray = tray_of(upload(desk, path.read_bytes(), path.name))
    settle_all(desk, tray)
    desk.post(f"/ru/plans/import/{tray.token}/confirm/", {})
    plan = Plan.objects.get(key="plan-one")
    assert plan.starts_on
    assert plan.ends_on
    round_ = open_round(cast.secretariat, plan, starts_on=plan.starts_on, ends_on=plan.ends_on,
                        due_on=plan.ends_on)  # fmt: skip
    due = [row.number for row in owed(round_) if row.party == "KZ"]
    assert len(due) > 5
    file_by_page(cast.client("kz-filer"), "ru", due[0], "Соглашение готовится.")
    file_by_page(cast.client("cn-filer"), "zh", due[0], "正在商定协议。")
    india = cast.client("in-filer")
    sheet = Sheet(india, "en", "plan-one")
    for number in due:
        sheet.fill(number, progress="under way", text="Work goes on.")
    preview = upload_sheet(india, sheet.saved(), "en", plan="plan-one")
    assert f"File {len(due)} reports" in page(preview)
    assert f"{len(due)} reports filed." in page(confirm_sheet(india, preview))
    assert Report.objects.filter(round=round_).count() == len(due) + 2
    for lang in ("ru", "zh", "en"):
        told = page(cast.client("kz-filer").get(f"/{lang}/plans/plan-one/measures/{due[0]}/"))
        for words in ("Соглашение готовится.", "正在商定协议。", "Work goes on."):
            assert words in told
        for form, magic in (("docx", b"PK"), ("pdf", b"%PDF")):
            address = f"/{lang}/plans/plan-one/rounds/1/report.{lang}.{form}"
            assert cast.client("kz-filer").get(address).content.startswith(magic)
