"""Materials that go from State to State, and joint calls: proposed, assessed, decided."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from registan.health.acts.calls import assess_proposal, decide_call, make_proposal
from registan.health.acts.materials import (
    agree_exchange,
    ask_exchange,
    decline_exchange,
    receive_exchange,
    send_exchange,
    withdraw_material,
)
from registan.health.models import Call, Exchange, Material, ResearchProposal, Stand
from registan.health.queries.calls import find_call, proposals
from registan.health.queries.research import find_exchange, materials
from registan.health.tests.researching import call, days, enter, material, put_forward
from registan.ledger.audience import PUBLIC
from registan.ledger.models import Entry
from registan.parties.queries import in_order, members, viewer_for_party
from registan.search.index import rebuild
from registan.search.queries import Wanted, find
from registan.web.refusal import NotThere, Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from registan.parties.models import Mandate
    from tests.cast import Cast

WHY = {"en": "For a reference panel."}


def later(n: int) -> datetime:
    return timezone.now() + timedelta(days=n)


def test_a_material_goes_from_state_to_state_step_by_step(cast: Cast) -> None:
    offered = material(cast.kz_filer)
    exchange = ask_exchange(cast.cn_filer, offered, quantity=5, texts=WHY)
    assert (exchange.giver.key, exchange.taker.key) == ("KZ", "CN")
    agree_exchange(cast.kz_filer, exchange, texts={})
    send_exchange(cast.kz_filer, exchange, quantity=5, texts={})
    receive_exchange(cast.cn_filer, exchange, quantity=4, texts={"en": "One vial was broken."})
    page = cast.client("cn-filer").get("/en/health/research/").content.decode()
    assert "5 sent" in page
    assert "4 received" in page
    kinds = Entry.objects.filter(subject=exchange.urn).order_by("pk").values_list("kind", flat=True)
    steps = [kind.rpartition(".")[2] for kind in kinds]
    assert steps == ["asked", "agreed", "sent", "received"]
    assert Entry.objects.get(kind="health.exchange.received").record["received"] == 4


def test_what_is_asked_for_goes_the_other_way(cast: Cast) -> None:
    wanted = material(cast.kz_filer, is_offer=False)
    exchange = ask_exchange(cast.cn_filer, wanted, quantity=2, texts=WHY)
    assert (exchange.giver.key, exchange.taker.key) == ("CN", "KZ")
    agree_exchange(cast.kz_filer, exchange, texts={})
    with pytest.raises(Refused, match="another_state"):
        send_exchange(cast.kz_filer, exchange, quantity=2, texts={})
    send_exchange(cast.cn_filer, exchange, quantity=2, texts={})
    with pytest.raises(Refused, match="another_state"):
        receive_exchange(cast.cn_filer, exchange, quantity=2, texts={})
    receive_exchange(cast.kz_filer, exchange, quantity=0, texts={})
    assert Exchange.objects.get().standing == "received"


def test_an_exchange_is_seen_by_its_two_states_alone(cast: Cast) -> None:
    offered = material(cast.kz_filer)
    ask_exchange(cast.cn_filer, offered, quantity=5, texts={"en": "For a secret panel."})
    for key, sees in (("KZ", 1), ("CN", 1), ("IN", 0)):
        (listed,) = materials(viewer_for_party(state=key))
        assert len(listed.ways) == sees
    with pytest.raises(NotThere):
        find_exchange("KZ-1", 1, viewer_for_party(state="IN"))
    place = "/en/health/research/materials/KZ-1/1/agree/"
    assert cast.client("in-filer").get(place).status_code == 404
    assert cast.client("cn-filer").get(place).status_code == 404  # not its turn
    assert cast.client("kz-filer").get(place).status_code == 200


def test_an_exchange_out_of_turn_is_refused(cast: Cast) -> None:
    offered = material(cast.kz_filer)
    for by, quantity, code in (
        (cast.kz_filer, 1, "own_material"), (cast.cn_filer, 0, "quantity_impossible"),
        (cast.cn_filer, 21, "more_than_listed"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=code):
            ask_exchange(by, offered, quantity=quantity, texts=WHY)
    exchange = ask_exchange(cast.cn_filer, offered, quantity=1, texts=WHY)
    with pytest.raises(Refused, match="exchange_at_another_step"):
        send_exchange(cast.kz_filer, exchange, quantity=1, texts={})
    decline_exchange(cast.kz_filer, exchange, texts={"en": "Reserved."})
    with pytest.raises(Refused, match="exchange_at_another_step"):
        agree_exchange(cast.kz_filer, exchange, texts={})
    withdraw_material(cast.kz_filer, offered)
    with pytest.raises(Refused, match="material_withdrawn"):
        ask_exchange(cast.in_filer, offered, quantity=1, texts=WHY)
    assert materials(viewer_for_party(state="IN")) == []
    assert len(materials(viewer_for_party(state="CN"))) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"biosafety": 5}, "biosafety_unknown"),
        ({"quantity": 0}, "quantity_impossible"),
        ({"quantity": 10**7}, "quantity_impossible"),
        ({"terms": "handshake"}, "choice_unknown"),
        ({"titles": {}}, "words_missing"),
    ],
)
def test_what_is_no_material_is_refused(cast: Cast, change: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=code):
        material(cast.kz_filer, **change)
    assert not Material.objects.exists()


def test_materials_are_typed_on_pages(cast: Cast) -> None:
    client = cast.client("kz-filer")
    typed = {
        "is_offer": "no", "kind": "serum", "title_ru": "Стандартная сыворотка", "condition": "",
        "biosafety": "1", "quantity": "3", "portion": "vial", "terms": "nagoya_mat",
        "audience": "members", "confirmed": "1", "act_key": "m",
    }  # fmt: skip
    assert client.post("/ru/health/research/materials/new/", typed).status_code == 302
    answered = cast.client("cn-filer").post(
        "/zh/health/research/materials/KZ-1/ask/",
        {"quantity": "2", "text_zh": "可以提供。", "confirmed": "1", "act_key": "a"},
    )
    assert answered.status_code == 302
    page = client.get("/ru/health/research/").content.decode()
    assert "/ru/health/research/materials/KZ-1/1/agree/" in page
    client.post("/ru/health/research/materials/KZ-1/1/agree/", {"confirmed": "1", "act_key": "b"})
    assert Exchange.objects.get().standing == "agreed"
    client.post("/ru/health/research/materials/KZ-1/withdraw/", {"confirmed": "1", "act_key": "c"})
    assert not Material.objects.get().is_open


@pytest.fixture
def proposed(cast: Cast) -> ResearchProposal:
    """A call of the secretariat, with research of Kazakhstan proposed."""
    return put_forward(cast.kz_filer, call(cast.secretariat), enter(cast.kz_filer))


def stand(by: Mandate, proposal: ResearchProposal, verdict: str, **more: Any) -> Stand:
    return assess_proposal(by, proposal, verdict=verdict, texts={"en": "Two sites."}, **more)


def test_an_objection_is_closed_and_looks_like_silence(
    cast: Cast, proposed: ResearchProposal
) -> None:
    stand(cast.cn_filer, proposed, "no")
    stand(cast.in_filer, proposed, "conditions")
    today = timezone.localdate()
    (seen,) = proposals(proposed.call, viewer_for_party(state="IN"), today)
    assert [each.state.key for each in seen.stands] == ["IN"]
    others = [s for s in members(today) if s.key not in {"KZ", "IN"}]
    assert [state.key for state in seen.without] == [state.key for state in in_order(others)]
    (opener,) = proposals(proposed.call, viewer_for_party(body="SECRETARIAT"), today)
    assert {each.state.key: each.verdict for each in opener.stands} == {
        "CN": "no",
        "IN": "conditions",
    }
    for username, sees in (("kz-filer", False), ("cn-filer", True), ("secretariat", True)):
        page = cast.client(username).get("/en/health/research/calls/1/").content.decode()
        assert (say("verdict.no", "en") in page) is sees, username
    closed = Entry.objects.get(subject__endswith=":stand:CN-1")
    assert closed.audience == "states:|+SECRETARIAT|CN|"


def test_a_state_may_open_its_objection_and_close_its_support(
    cast: Cast, proposed: ResearchProposal
) -> None:
    assert stand(cast.cn_filer, proposed, "no", is_open=True).audience == proposed.audience
    closed = stand(cast.in_filer, proposed, "support", is_open=False)
    assert closed.audience == "states:|+SECRETARIAT|IN|"
    again = stand(cast.cn_filer, proposed, "support")
    (seen,) = proposals(proposed.call, viewer_for_party(state="KZ"), timezone.localdate())
    assert [(each.state.key, each.verdict, each.n) for each in seen.stands] == [
        ("CN", "support", 2)
    ]
    assert again.is_newest


def test_who_may_not_assess_is_refused(cast: Cast, proposed: ResearchProposal) -> None:
    with pytest.raises(Refused, match="own_proposal"):
        stand(cast.kz_filer, proposed, "support")
    with pytest.raises(Refused, match="choice_unknown"):
        stand(cast.cn_filer, proposed, "perhaps")
    with pytest.raises(Refused, match="words_missing"):
        assess_proposal(cast.cn_filer, proposed, verdict="no", texts={})
    with pytest.raises(Refused, match="power_missing"):
        stand(cast.secretariat, proposed, "support")
    assert not Stand.objects.exists()


def test_a_call_is_decided_by_who_opened_it_and_not_before_its_days(
    cast: Cast, proposed: ResearchProposal
) -> None:
    found = proposed.call
    said = {"taken": [1], "results": {"en": "A joint trial begins."}}
    with pytest.raises(Refused, match="call_of_others"):
        decide_call(cast.cn_filer, found, **said)
    for day in (0, 31, 60):
        with pytest.raises(Refused, match="call_still_open"):
            decide_call(cast.secretariat, found, now=later(day), **said)
    with pytest.raises(Refused, match="choice_unknown"):
        decide_call(cast.secretariat, found, now=later(61), **{**said, "taken": [2]})
    decided = decide_call(cast.secretariat, found, now=later(61), **said)
    assert decided.taken == [1]
    with pytest.raises(Refused, match="call_decided"):
        decide_call(cast.secretariat, found, now=later(62), **said)
    with pytest.raises(Refused, match="call_decided"):
        stand(cast.cn_filer, ResearchProposal.objects.get(), "support")
    page = cast.client("in-filer").get("/en/health/research/calls/1/").content.decode()
    assert "A joint trial begins." in page
    assert say("call.taken.mark", "en") in page


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kinds": []}, "choice_missing"),
        ({"languages": []}, "choice_missing"),
        ({"languages": ["fr"]}, "choice_unknown"),
        ({"closes_on": days(-3), "opens_on": days(-9)}, "due_passed"),
        ({"assess_by": days(3)}, "call_dates_backwards"),
        ({"topics": {}}, "words_missing"),
    ],
)
def test_what_is_no_call_is_refused(cast: Cast, change: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=code):
        call(cast.secretariat, **change)
    assert not Call.objects.exists()


def test_what_a_call_does_not_take_is_refused(cast: Cast) -> None:
    found = call(cast.in_filer)
    test = enter(cast.kz_filer)
    drug = enter(cast.kz_filer, kind="drug", phase="phase_1")
    secret = enter(cast.kz_filer, audience="states:|KZ|")
    unshared = enter(cast.kz_filer, sharing=())
    for research, code in (
        (drug, "not_called_for"), (secret, "research_hidden_from_call"),
        (unshared, "sharing_below_the_call"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=code):
            put_forward(cast.kz_filer, found, research)
    with pytest.raises(Refused, match="not_in_a_language_of_the_call"):
        put_forward(cast.kz_filer, found, test, texts={"zh": "联合试验"})
    with pytest.raises(Refused, match="another_state"):
        put_forward(cast.cn_filer, found, test)
    with pytest.raises(Refused, match="call_takes_no_proposals"):
        make_proposal(cast.kz_filer, found, test, texts=WHY, now=later(31))
    put_forward(cast.kz_filer, found, test)
    with pytest.raises(Refused, match="proposed_before"):
        put_forward(cast.kz_filer, found, test)


def test_a_call_goes_through_its_pages(cast: Cast) -> None:
    enter(cast.kz_filer)
    opening = {
        "title_en": "Tests for the field", "topic_en": "Without a cold chain.", "kinds": ["test"],
        "languages": ["en"], "sharing": ["data"], "condition": "", "opens_on": days(0).isoformat(),
        "closes_on": days(9).isoformat(), "assess_by": days(19).isoformat(),
        "audience": "members", "confirmed": "1", "act_key": "o",
    }  # fmt: skip
    assert (
        cast.client("in-filer").post("/en/health/research/calls/new/", opening).status_code == 302
    )
    client = cast.client("kz-filer")
    given = {"research": "KZ-1", "text_en": "Joint field trial.", "confirmed": "1", "act_key": "p"}
    assert client.post("/en/health/research/calls/1/propose/", given).status_code == 302
    place = "/zh/health/research/calls/1/proposals/1/"
    typed = {
        "verdict": "no",
        "text_zh": "样本不足。",
        "open": "usual",
        "confirmed": "1",
        "act_key": "s",
    }
    assert cast.client("cn-filer").post(place, typed).status_code == 302
    assert (
        "样本不足。" in cast.client("in-filer").get("/en/health/research/calls/1/").content.decode()
    )
    assert "样本不足。" not in client.get("/en/health/research/calls/1/").content.decode()
    assert "Tests for the field" in client.get("/en/health/research/calls/").content.decode()
    switch = client.get("/en/health/research/calls/1/").content.decode()
    assert 'href="/ru/health/research/calls/1/"' in switch  # the shell's own languages
    deciding = "/en/health/research/calls/1/decide/"
    assert client.get(deciding).status_code == 404
    early = cast.client("in-filer").post(
        deciding, {"taken": ["1"], "result_en": "Yes.", "confirmed": "1", "act_key": "d"}
    )
    assert early.status_code == 422
    assert say("refusal.call_still_open", "en") in early.content.decode()
    assert find_call(1, viewer_for_party(state="KZ")).decided_at is None


def test_calls_are_found_by_their_words_and_strangers_find_none(cast: Cast) -> None:
    call(cast.secretariat, topics={"ru": "Экспресс-диагностика в поле.", "zh": "现场快速诊断"})
    call(cast.secretariat, topics={"ru": "Экспресс-диагностика для всех."}, audience=PUBLIC)
    rebuild()
    for words, many in (("экспресс-диагностика", 2), ("快速诊断", 1)):
        documents = find(Wanted(words=words), viewer_for_party(state="IN")).documents
        assert [each.kind for each in documents] == ["call"] * many
    stranger = find(Wanted(words="экспресс-диагностика"), viewer_for_party(state="TM")).documents
    assert len(stranger) == 1
