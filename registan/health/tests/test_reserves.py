"""Stocks: who pledges what, for how long it lasts, what expires and who could take it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from registan.health.acts.reserves import Stock, pledge_sheet, renew_stock, withdraw_stock
from registan.health.models import Estimate, Series, StockPledge
from registan.health.queries.reserves import radar, reserves
from registan.health.tests.helping import aid, ask, item, lane, monday
from registan.health.tests.pledging import later, lot, pledge, stock
from registan.health.tests.sending import measles, send, weeks
from registan.ledger.guard import writing
from registan.ledger.models import Entry
from registan.parties.queries import place_of, viewer_for_party
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from registan.health.queries.reserves import ItemReserve
    from tests.cast import Cast

PAGE = "/en/health/reserves/"


def seen(state: str = "IN") -> list[ItemReserve]:
    return reserves(viewer_for_party(state=state), timezone.localdate())


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_cover_is_the_own_part_by_the_demand_and_the_common_reserve_by_each_demand(
    cast: Cast,
) -> None:
    item(cast)
    pledge(cast.kz_filer, lot(1000, 200, 100))
    pledge(cast.cn_filer, lot(300, 100), daily=Decimal(50))
    (masks,) = seen()
    assert masks.common == 300
    assert masks.common_cover == 4  # 300 by 20 + 50 a day
    told = {row.pledge.state.key: (row.own, row.cover, row.common_cover) for row in masks.states}
    assert told == {"KZ": (800, 40, 15), "CN": (200, 4, 6)}


def test_what_is_expired_counts_nowhere_and_is_told(cast: Cast) -> None:
    item(cast)
    pledge(cast.kz_filer, lot(50, 0, -3, "A"), lot(100, 40, 30, "B"))
    (masks,) = seen()
    assert (masks.states[0].stock, masks.common) == (100, 40)
    assert [(each.lot.lot, each.is_expired, each.unused) for each in radar([masks])] == [
        ("A", True, 50), ("B", False, 0)
    ]  # fmt: skip


def test_items_stand_in_the_order_of_the_catalogue_and_states_in_that_of_protocol(
    cast: Cast,
) -> None:
    for code in ("syringes", "masks", "gloves"):
        item(cast, code)
        for by in (cast.in_filer, cast.kz_filer, cast.cn_filer):
            pledge(by, item=code)
    found = seen()
    assert [row.item.code for row in found] == ["gloves", "masks", "syringes"]
    orders = [[each.pledge.state.key for each in row.states] for row in found]
    assert orders[0] == orders[1] == orders[2]
    places = [place_of(each.pledge.state) for each in found[0].states]
    assert places == sorted(places)


def test_a_lot_that_will_not_be_used_names_the_requests_that_could_take_it(cast: Cast) -> None:
    item(cast)
    lane(cast, "CN", "IN")
    made = aid(cast, starts_on=monday())
    ask(cast.in_filer, made, severity=4)
    ask(cast.kz_filer, made)  # no way there is stated
    late = ask(cast.in_filer, made, shelf_weeks=30)
    pledge(cast.cn_filer, lot(500, 0, 70, "A"), lot(500, 0, 300, "B"), daily=Decimal(2))
    first = radar(seen())[0]
    assert (first.lot.lot, first.weeks, first.unused) == ("A", 10, 360)
    assert [row.state.key for row in first.takers] == ["IN"]
    assert late.number not in {row.number for row in first.takers}
    page = text(cast.client("in-filer").get(PAGE))
    assert f"/en/health/assistance/{made.number}/requests/1/" in page


def test_a_barred_item_or_one_that_the_way_cannot_keep_cold_is_not_proposed(cast: Cast) -> None:
    item(cast, cold="2-8")
    lane(cast, "CN", "IN", cold=["ambient"])
    lane(cast, "CN", "KZ", cold=["2-8"])
    made = aid(cast)
    ask(cast.in_filer, made)
    ask(cast.kz_filer, made, barred=["masks"])
    pledge(cast.cn_filer, lot(500, 0, 60), daily=Decimal(0))
    assert radar(seen())[0].takers == ()


@pytest.mark.parametrize(
    ("lots", "change", "code"),
    [
        ((), {"item": "no-such-thing"}, "item_unknown"),
        ((), {"item": "doctors"}, "item_no_stock"),
        ((), {"as_of": later(1)}, "day_to_come"),
        ((), {"lots": ()}, "lots_missing"),
        ((), {"daily": Decimal(-1)}, "number_out_of_range"),
        ((), {"reserve_days": 731}, "number_out_of_range"),
        ((), {"reserve_days": 41}, "common_takes_reserve"),
        ((lot(1, name="Ivan"),), {}, "lot_malformed"),
        ((lot(0),), {}, "number_out_of_range"),
        ((lot(5, 6),), {}, "number_out_of_range"),
        ((lot(10**9 + 1),), {}, "number_out_of_range"),
        ((lot(10, 10, -1), lot(100)), {"daily": Decimal(0)}, "expired_pledged"),
        ((), {"condition": "plague"}, "condition_not_there"),
    ],
)
def test_what_cannot_be_a_stock_is_refused(
    cast: Cast, lots: tuple[Any, ...], change: dict[str, Any], code: str
) -> None:
    item(cast)
    item(cast, "doctors", kind="team", unit="team_week")
    with pytest.raises(Refused, match=code):
        pledge(cast.kz_filer, *lots, **change)
    assert not StockPledge.objects.exists()


def test_a_stock_is_told_anew_and_taken_back_by_its_own_state_and_all_stays_on_record(
    cast: Cast,
) -> None:
    item(cast)
    made = pledge(cast.kz_filer)
    with pytest.raises(Refused, match="stock_there"):
        pledge(cast.kz_filer)
    with pytest.raises(Refused, match="another_state"):
        renew_stock(cast.in_filer, made, stock())
    with pytest.raises(Refused, match="power_missing"):
        pledge(cast.secretariat)
    with pytest.raises(Refused, match="stock_before"):
        renew_stock(cast.kz_filer, made, stock(as_of=later(-1)))
    again = renew_stock(cast.kz_filer, made, stock(lot(700, 100)))
    assert (again.version, again.key) == (2, made.key)
    with pytest.raises(Refused, match="changed_meanwhile"):
        renew_stock(cast.kz_filer, made, stock())
    withdraw_stock(cast.kz_filer, again)
    assert seen() == []
    told = Entry.objects.filter(subject=made.urn).order_by("pk")
    assert [(row.record["quantity"], row.record["withdrawn"]) for row in told] == [
        (1000, False), (700, False), (700, True)
    ]  # fmt: skip


def test_a_stock_counted_long_ago_is_shown_as_awaited(cast: Cast) -> None:
    item(cast)
    pledge(cast.kz_filer, as_of=later(-91))
    pledge(cast.cn_filer, as_of=later(-90))
    assert {row.pledge.state.key: row.is_awaited for row in seen()[0].states} == {
        "KZ": True, "CN": False
    }  # fmt: skip
    assert text(cast.client("in-filer").get(PAGE)).count(say("reserves.awaited", "en")) == 1


def test_a_demand_by_forecast_takes_the_upper_bound_of_the_first_week(cast: Cast) -> None:
    item(cast)
    measles(cast)
    with pytest.raises(Refused, match="forecast_not_there"):
        pledge(cast.kz_filer, condition="measles", per_case=Decimal(3))
    with pytest.raises(Refused, match="per_case_missing"):
        pledge(cast.kz_filer, condition="measles")
    send(cast.kz_filer, weeks(3, 4, 5))
    with writing():
        Estimate.objects.update_or_create(series=Series.objects.get(), defaults={
            "version": 1, "input_digest": "0" * 64, "seed": 1, "week": monday(),
            "made_at": timezone.now(),
            "found": {"forecast": {"silent": 0, "bands": [[1, 2, 5, 9, 14.0], [1, 2, 6, 20, 70.0]]}},
        })  # fmt: skip
    made = pledge(cast.kz_filer, condition="measles", per_case=Decimal(3))
    assert (made.daily, made.forecast_week) == (Decimal(6), monday())  # 3 x 14 / 7


def test_members_see_the_reserves_and_nobody_else_does(cast: Cast) -> None:
    item(cast)
    made = pledge(cast.kz_filer, lot(4321, 0, 60, "LOT-77"))
    for reader in ("kz-filer", "in-filer", "rats", "secretariat"):
        assert "LOT-77" in text(cast.client(reader).get(PAGE))
    for outside in (cast.client("mn-reader"), Client()):
        shown = text(outside.get(PAGE))
        assert say("reserves.none", "en") in shown
        assert "LOT-77" not in text(outside.get(f"{PAGE}lots.csv"))
    assert cast.client("in-filer").get(f"{PAGE}{made.key}/renew/").status_code == 404


@pytest.mark.parametrize("lang", LANGS)
def test_a_state_enters_renews_and_withdraws_on_the_page(cast: Cast, lang: str) -> None:
    item(cast)
    client, base = cast.client("kz-filer"), f"/{lang}/health/reserves/"
    typed = {"item": "masks", "lots": f"1 200; 300; {later(90)}; A-7\n50", "daily": "20",
             "as_of": later(0).isoformat(), "reserve_days": "10"}  # fmt: skip
    assert say("reserves.confirm", lang) in text(client.post(f"{base}new/", typed))
    assert not StockPledge.objects.exists()
    done = client.post(f"{base}new/", {**typed, "confirmed": "1"}, follow=True)
    assert say("reserves.done", lang) in text(done)
    shown = text(client.get(f"{base}KZ-1/renew/"))
    assert f"1200; 300; {later(90)}; A-7\n50</textarea>" in shown
    client.post(f"{base}KZ-1/renew/", {**typed, "lots": "90", "confirmed": "1"})
    assert StockPledge.objects.get(is_newest=True).version == 2
    client.post(f"{base}KZ-1/withdraw/", {"confirmed": "1"})
    assert say("reserves.none", lang) in text(client.get(base))


def test_a_slip_in_the_lots_is_named_with_its_line_and_nothing_typed_is_lost(cast: Cast) -> None:
    item(cast)
    typed = {"item": "masks", "lots": "10\n5; 6", "as_of": later(0).isoformat(), "daily": "0",
             "reserve_days": "0", "confirmed": "1"}  # fmt: skip
    answer = cast.client("kz-filer").post(f"{PAGE}new/", typed)
    cure = say("stocks.problem.common_above", "en", quantity=5)
    assert answer.status_code == 422
    assert say("stocks.problem.line", "en", line=2, cure=cure) in text(answer)
    assert "10\n5; 6</textarea>" in text(answer)


SHEET = "item,lot,quantity,common,expires_on,daily,reserve_days,as_of"


def upload(cast: Cast, content: bytes, name: str = "stocks.csv", **typed: str) -> Any:
    file = SimpleUploadedFile(name, content)
    return cast.client("kz-filer").post(f"{PAGE}send/", {"file": file, **typed})


def confirm(cast: Cast, looked: Any) -> Any:
    hidden = dict(looked.context["hidden"])
    return cast.client("kz-filer").post(f"{PAGE}send/", {**hidden, "confirmed": "1"}, follow=True)


def test_a_table_is_looked_at_and_then_recorded_whole(cast: Cast) -> None:
    item(cast)
    item(cast, "gloves")
    pledge(cast.kz_filer)
    table = f"{SHEET}\nmasks,A,400,100,{later(80)},5,10,\nmasks,B,50,,,,,\ngloves,,7,,,,,\n"
    looked = upload(cast, table.encode())
    assert looked.status_code == 200
    assert StockPledge.objects.count() == 1
    done = confirm(cast, looked)
    assert say("reserves.sheet.done", "en", n=2) in text(done)
    held = {row.item.code: row for row in StockPledge.objects.filter(is_newest=True)}
    assert (held["masks"].version, held["masks"].daily, held["gloves"].version) == (
        2, Decimal(5), 1
    )  # fmt: skip
    assert [row.lot for row in held["masks"].lots.all()] == ["A", "B"]
    kinds = Entry.objects.filter(kind__startswith="health.stock.").order_by("pk")
    assert [row.kind.rpartition(".")[2] for row in kinds] == ["pledged", "renewed", "pledged"]
    again = confirm(cast, looked)  # the second of two clicks
    assert say("reserves.sheet.done", "en", n=2) in text(again)
    assert Entry.objects.filter(kind__startswith="health.stock.").count() == 3


def test_a_workbook_is_read_as_well(cast: Cast) -> None:
    item(cast)
    book, data = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(SHEET.split(","))
    sheet.append(["masks", "A-1", 400, 100, later(80), 5, 10, None])
    book.save(data)
    confirm(cast, upload(cast, data.getvalue(), "stocks.xlsx"))
    (row,) = StockPledge.objects.get().lots.all()
    assert (row.quantity, row.common, row.expires_on) == (400, 100, later(80))


def test_one_wrong_line_keeps_all_of_a_table_out_and_every_line_is_named(cast: Cast) -> None:
    item(cast)
    table = (f"state,exercise,{SHEET}\n,,masks,A,40,,,,,\nCN,,masks,B,40,,,,,\n,7,masks,C,4,,,,,\n"
             ",,pills,,9,,,,,\n,,masks,D,x,,,,,\n")  # fmt: skip
    answer = upload(cast, table.encode())
    assert answer.status_code == 422
    shown = text(answer)
    for line in (3, 4, 5, 6):
        assert say("stocks.problem.line", "en", line=line, cure="") in shown
    assert say("refusal.stocks_have_problems", "en", n=4) in shown
    assert not StockPledge.objects.exists()


def test_a_sheet_that_a_rule_forbids_half_way_records_nothing(cast: Cast) -> None:
    item(cast)
    sheet = [stock(), Stock("no-such-thing", later(0), (lot(1),))]
    with pytest.raises(Refused, match="item_unknown"):
        pledge_sheet(cast.kz_filer, sheet)
    assert not StockPledge.objects.exists()
    assert not Entry.objects.filter(kind="health.stock.pledged").exists()


def test_what_is_downloaded_can_be_sent_again_and_changes_no_lot(cast: Cast) -> None:
    item(cast)
    pledge(cast.kz_filer, lot(400, 100, 80, "A/1"), lot(5), as_of=later(-2), reserve_days=3)
    pledge(cast.cn_filer)
    file = cast.client("kz-filer").get(f"{PAGE}lots.csv?own=1").content
    before = [row.facts() for row in StockPledge.objects.get(state__key="KZ").lots.all()]
    confirm(cast, upload(cast, file))
    again = StockPledge.objects.get(state__key="KZ", is_newest=True)
    assert again.version == 2
    assert [row.facts() for row in again.lots.all()] == before
    assert (again.reserve_days, again.as_of) == (3, later(-2))


def test_files_tell_lots_and_cover_with_the_exercise_in_a_column(cast: Cast) -> None:
    item(cast)
    pledge(cast.kz_filer, lot(1000, 200, 100))
    rows = cast.client("in-filer").get(f"{PAGE}cover.json").json()
    assert rows[0]["own_days"] == 40
    assert rows[0]["exercise"] == ""
    lots = cast.client("in-filer").get(f"{PAGE}lots.json").json()
    assert (lots[0]["quantity"], lots[0]["days_left"], lots[0]["unused"]) == (1000, 100, 0)
    assert cast.client("in-filer").get(f"{PAGE}lots.exe").status_code == 404
    assert cast.client("in-filer").get(f"{PAGE}people.csv").status_code == 404


def test_days_of_expiry_are_told_from_today(cast: Cast) -> None:
    item(cast)
    pledge(cast.kz_filer, lot(10, 0, 20))
    viewer = viewer_for_party(state="KZ")
    tomorrow = timezone.localdate() + timedelta(days=19)
    assert radar(reserves(viewer, tomorrow))[0].days == 1
