"""Teams and laboratories: who enters them, what is looked for, when a confirmation is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from registan.health.acts import roster as acts
from registan.health.erasing import erase
from registan.health.models import Activation, RosterEntry
from registan.health.queries.roster import Sought, roster
from registan.health.tests.helping import item
from registan.health.tests.pledging import BUREAU, entered, later, pledge, told
from registan.ledger.guard import writing
from registan.ledger.models import Entry
from registan.parties.models import State
from registan.parties.queries import viewer_for_party
from registan.search.index import rebuild, refresh
from registan.search.queries import Wanted, find
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from tests.cast import Cast

PAGE = "/en/health/roster/"
LAB = {"kind": "laboratory", "biosafety": 3, "methods": ["pcr", "sequencing"], "languages": ["kk"],
       "ready_hours": 72}  # fmt: skip


def text(answer: Any) -> str:
    return str(answer.content.decode())


def keys(**sought: Any) -> list[str]:
    viewer = viewer_for_party(state="IN")
    return [row.entry.key for row in roster(viewer, timezone.localdate(), Sought(**sought))]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "army"}, "roster_kind_unknown"),
        ({"names": {"en": " "}}, "words_missing"),
        ({"offices": {}}, "words_missing"),
        ({"offices": {"en": "Duty office, +7 701 123 45 67"}}, "contact_in_text"),
        ({"offices": {"en": "ivan@example.org"}}, "contact_in_text"),
        ({"methods": []}, "not_on_the_list"),
        ({"methods": ["alchemy"]}, "not_on_the_list"),
        ({"languages": ["tlh"]}, "not_on_the_list"),
        ({"cold": ["warm"]}, "not_on_the_list"),
        ({"kind": "laboratory"}, "biosafety_missing"),
        ({"kind": "laboratory", "biosafety": 5}, "biosafety_missing"),
        ({"area": "CN-BJ"}, "area_unknown"),
        ({"confirmed_on": later(1)}, "day_to_come"),
        ({"ready_hours": 2161}, "number_out_of_range"),
        ({"self_days": -1}, "number_out_of_range"),
    ],
)
def test_what_cannot_stand_on_the_roster_is_refused(
    cast: Cast, change: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused, match=code):
        entered(cast.kz_filer, **change)


def test_an_entry_keeps_lists_in_the_order_of_the_profile_and_a_team_has_no_level(
    cast: Cast,
) -> None:
    made = entered(cast.kz_filer, biosafety=3, methods=["vaccination", "pcr"])
    assert (made.methods, made.biosafety) == (["pcr", "vaccination"], None)


def test_it_is_found_by_kind_method_language_and_readiness(cast: Cast) -> None:
    entered(cast.kz_filer)
    entered(cast.kz_filer, **LAB)
    assert keys() == ["KZ-1", "KZ-2"]
    assert keys(kind="laboratory") == ["KZ-2"]
    assert keys(method="field-epidemiology") == ["KZ-1"]
    assert keys(language="kk") == ["KZ-2"]
    assert keys(hours=48) == ["KZ-1"]
    assert keys(kind="laboratory", hours=48) == []
    shown = text(cast.client("in-filer").get(f"{PAGE}?method=sequencing"))
    assert f"{PAGE}KZ-2/" in shown
    assert f"{PAGE}KZ-1/" not in shown


def test_a_confirmation_older_than_the_interval_is_awaited_until_it_is_given(cast: Cast) -> None:
    made = entered(cast.kz_filer, confirmed_on=later(-181))
    entered(cast.cn_filer, confirmed_on=later(-180))
    shown = text(cast.client("in-filer").get(PAGE))
    assert shown.count(say("roster.awaited", "en")) == 1
    assert say("roster.sums", "en", teams=2, laboratories=0, awaited=1) in shown
    again = acts.confirm_roster(cast.kz_filer, made)
    assert (again.version, again.confirmed_on) == (2, timezone.localdate())
    assert again.names == BUREAU
    assert say("roster.awaited", "en") not in text(cast.client("in-filer").get(PAGE))


def test_its_own_state_alone_changes_it_and_what_was_told_stays(cast: Cast) -> None:
    made = entered(cast.kz_filer)
    with pytest.raises(Refused, match="another_state"):
        acts.renew_roster(cast.in_filer, made, told())
    with pytest.raises(Refused, match="power_missing"):
        entered(cast.secretariat)
    with pytest.raises(Refused, match="power_missing"):
        entered(cast.mn_reader)
    again = acts.renew_roster(cast.kz_filer, made, told(capacity=80))
    with pytest.raises(Refused, match="changed_meanwhile"):
        acts.renew_roster(cast.kz_filer, made, told())
    acts.withdraw_roster(cast.kz_filer, again)
    with pytest.raises(Refused, match="withdrawn_already"):
        acts.confirm_roster(cast.kz_filer, again)
    assert keys() == []
    records = [row.record for row in Entry.objects.filter(subject=made.urn).order_by("pk")]
    assert [(row["capacity"], row["withdrawn"]) for row in records] == [
        (40, False), (80, False), (80, True)
    ]  # fmt: skip


def test_work_is_begun_once_shown_and_ended(cast: Cast) -> None:
    made = entered(cast.kz_filer)
    india = State.objects.get(key="IN")
    begun = acts.activate(cast.kz_filer, made, state=india, began_on=later(-2))
    with pytest.raises(Refused, match="roster_at_work"):
        acts.activate(cast.kz_filer, made, state=india, began_on=later(0))
    with pytest.raises(Refused, match="roster_at_work"):
        acts.withdraw_roster(cast.kz_filer, made)
    assert say("roster.at_work", "en", state="India") in text(cast.client("cn-filer").get(PAGE))
    with pytest.raises(Refused, match="another_state"):
        acts.stand_down(cast.in_filer, begun, ended_on=later(0))
    with pytest.raises(Refused, match="window_backwards"):
        acts.stand_down(cast.kz_filer, begun, ended_on=later(-3))
    acts.stand_down(cast.kz_filer, begun, ended_on=later(0))
    assert say("roster.at_work", "en", state="India") not in text(cast.client("cn-filer").get(PAGE))
    assert Activation.objects.get().ended_on == later(0)


def test_only_members_are_helped_and_nobody_else_reads_the_roster(cast: Cast) -> None:
    made = entered(cast.kz_filer)
    with pytest.raises(Refused, match="reserves_of_members"):
        acts.activate(cast.kz_filer, made, state=State.objects.get(key="MN"), began_on=later(0))
    for outside in (cast.client("mn-reader"), Client()):
        assert BUREAU["en"] not in text(outside.get(PAGE))
        assert outside.get(f"{PAGE}KZ-1/").status_code == 404
        assert "KZ-1" not in text(outside.get(f"{PAGE}roster.csv"))
    assert cast.client("in-filer").get(f"{PAGE}KZ-1/confirm/").status_code == 404


@pytest.mark.parametrize("lang", LANGS)
def test_a_state_keeps_an_entry_on_its_pages(cast: Cast, lang: str) -> None:
    client, base = cast.client("kz-filer"), f"/{lang}/health/roster/"
    typed = {"kind": "laboratory", "name_ru": "Лаборатория", "office_ru": "Дежурная служба",
             "biosafety": "2", "methods": ["pcr"], "languages": ["ru"], "capacity": "500",
             "ready_hours": "48", "self_days": "0", "cold": ["2-8"],
             "confirmed_on": later(0).isoformat()}  # fmt: skip
    assert say("roster.confirm", lang) in text(client.post(f"{base}new/", typed))
    done = client.post(f"{base}new/", {**typed, "confirmed": "1"}, follow=True)
    assert say("roster.done", lang) in text(done)
    changed = {**typed, "capacity": "600", "confirmed": "1"}
    client.post(f"{base}KZ-1/renew/", changed)
    client.post(f"{base}KZ-1/confirm/", {"confirmed": "1"})
    assert RosterEntry.objects.get(is_newest=True).version == 3
    sent = {"state": "IN", "began_on": later(0).isoformat(), "confirmed": "1"}
    client.post(f"{base}KZ-1/activate/", sent)
    assert say("roster.deed.stand-down", lang) in text(client.get(f"{base}KZ-1/"))
    over = {"work": "1", "ended_on": later(0).isoformat(), "confirmed": "1"}
    client.post(f"{base}KZ-1/stand-down/", over)
    client.post(f"{base}KZ-1/withdraw/", {"confirmed": "1"})
    assert say("roster.withdrawn", lang) in text(client.get(f"{base}KZ-1/"))
    assert say("roster.none", lang) in text(client.get(base))


def test_the_page_of_an_entry_keeps_the_switch_of_languages(cast: Cast) -> None:
    entered(cast.kz_filer)
    shown = text(cast.client("in-filer").get(f"{PAGE}KZ-1/"))
    assert all(f'href="/{lang}/health/roster/KZ-1/"' in shown for lang in ("ru", "zh"))


def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(cast: Cast) -> None:
    typed = {"kind": "laboratory", "name_en": "Laboratory", "office_en": "Write to a@b.org",
             "biosafety": "2", "methods": ["pcr"], "languages": ["ru"], "capacity": "500",
             "ready_hours": "48", "self_days": "0", "confirmed_on": later(0).isoformat(),
             "confirmed": "1"}  # fmt: skip
    answer = cast.client("kz-filer").post(f"{PAGE}new/", typed)
    assert answer.status_code == 422
    assert "office_en" in answer.context["form"].errors
    assert 'value="Write to a@b.org"' in text(answer)


def test_the_roster_is_a_file_as_it_was_looked_for(cast: Cast) -> None:
    entered(cast.kz_filer)
    entered(cast.kz_filer, **LAB)
    client = cast.client("in-filer")
    (row,) = client.get(f"{PAGE}roster.json?kind=laboratory").json()
    assert (row["entry"], row["methods"], row["biosafety"]) == ("KZ-2", ["pcr", "sequencing"], 3)
    lines = client.get(f"{PAGE}roster.csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "pcr sequencing" in lines[2]
    assert client.get(f"{PAGE}roster.xml").status_code == 404


def test_what_is_shredded_leaves_no_words_and_no_lots(cast: Cast) -> None:
    made = entered(cast.kz_filer, area="KZ-75")
    item(cast)
    held = pledge(cast.kz_filer)
    kinds = ("health.roster.entered", "health.stock.pledged")
    with writing():
        erase(list(Entry.objects.filter(kind__in=kinds)))
    made.refresh_from_db()
    assert (made.names, made.offices, made.area) == ({}, {}, "")
    assert not held.lots.exists()


def test_it_is_found_in_three_languages_by_what_it_can_do(cast: Cast) -> None:
    made = entered(cast.kz_filer, **LAB)
    rebuild()
    viewer = viewer_for_party(state="IN")
    for words in ("секвенирование генома", "基因组测序", "genome sequencing", "流行病学研究所"):
        found = find(Wanted(words=words), viewer).documents
        assert [each.kind for each in found] == ["roster"], words
    assert not find(Wanted(words="sequencing"), viewer_for_party(state="MN")).documents
    acts.withdraw_roster(cast.kz_filer, made)
    refresh({made.urn})
    assert not find(Wanted(words="genome sequencing"), viewer).documents
