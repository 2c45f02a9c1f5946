"""Many reports at once: all drafts cleared inside, all cleared ones filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from registan.ledger.models import Entry
from registan.plans.acts.recording import Said
from registan.plans.acts.together import file_reports
from registan.plans.models import Report
from registan.plans.tests.reporting import ROUND, UNDER_WAY, content, page, press, save
from registan.web.refusal import Refused
from tests.cast import enrol, signed_in

if TYPE_CHECKING:
    from tests.cast import Cast

CLEAR, FILE = f"/ru{ROUND}together/clear/", f"/ru{ROUND}together/file/"


def test_all_drafts_are_cleared_by_one_act_and_all_cleared_ones_filed_by_another(
    cast: Cast,
) -> None:
    editor = signed_in(enrol("kz-editor", ("read", "reports.draft"), "KZ"))
    signer = signed_in(enrol("kz-signer", ("read", "reports.file"), "KZ"))
    clearer = cast.client("kz-clearer")
    for number in ("1.1", "1.2"):
        save(editor, number, **UNDER_WAY)
    assert "Согласовать все черновики: 2" in page(clearer.get("/ru/plans/owed/"))
    asked = clearer.get(CLEAR)
    told = page(asked)
    for words in ("Вы действуете от имени: Республика Казахстан", "1.1 Обмениваться сведениями",
                  "1.2 Провести учения", "Соглашение готовится."):  # fmt: skip
        assert words in told
    assert "Черновики согласованы внутри." in page(press(clearer, CLEAR, asked))
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.audience) == ("plans.reports.cleared", "states:|KZ|")
    assert set(Report.objects.values_list("stage", flat=True)) == {"cleared"}
    assert "Представить все согласованные: 2" in page(signer.get("/ru/plans/owed/"))
    asked = signer.get(FILE)
    assert "Согласованные отчёты представлены." in page(press(signer, FILE, asked))
    press(signer, FILE, asked)  # a double click
    assert Entry.objects.filter(kind="plans.reports.filed").count() == 1
    assert [row["measure"] for row in Entry.objects.latest("pk").record["reports"]] == [
        "1.1",
        "1.2",
    ]
    assert set(Report.objects.values_list("stage", flat=True)) == {"filed"}
    seen = page(cast.client("secretariat").get(f"/ru{ROUND}reports/1.2/KZ/"))
    assert "представлены согласованные отчёты, всего — 2" in seen
    assert "согласованы внутри" not in seen


def test_what_is_not_ready_is_named_and_the_rest_can_go(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    save(kz, "1.1", progress="done", text_ru="Да")
    save(kz, "1.2", **UNDER_WAY)
    asked = kz.get(CLEAR)
    assert "Ещё не готовы: 1 Мера 1.1 . Укажите вид результата" in page(asked)
    press(kz, CLEAR, asked)
    assert Report.objects.get().measure.number == "1.2"
    assert "Готовых отчётов нет" in page(kz.get(CLEAR))


def test_what_changed_after_it_was_shown_is_shown_again(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    save(kz, "1.2", **UNDER_WAY)
    asked = kz.get(CLEAR)
    save(cast.client("kz-clearer"), "1.2", progress="under_way", text_ru="Слова коллеги")
    answer = press(kz, CLEAR, asked)
    assert answer.status_code == 422
    assert "Слова коллеги" in page(answer)
    assert not Report.objects.exists()


def test_nothing_is_filed_together_that_was_not_cleared_or_is_not_owed(cast: Cast) -> None:
    with pytest.raises(Refused, match="not_cleared"):
        file_reports(cast.kz_filer, cast.round, [Said(cast.measure("1.2"), content())])
    with pytest.raises(Refused, match="measure_not_yours"):
        file_reports(cast.kz_filer, cast.round, [Said(cast.measure("2.1"), content())])
    with pytest.raises(Refused, match="nothing_together"):
        file_reports(cast.kz_filer, cast.round, [])
    assert cast.client("secretariat").get(FILE).status_code == 403
    assert cast.client("kz-clearer").get(FILE).status_code == 403
