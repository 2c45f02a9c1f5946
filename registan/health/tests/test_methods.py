"""Methods in their versions: proposed by whoever may, adopted by an instrument, superseded by the next."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from registan.health.acts.methods import adopt_method, record_test, withdraw_method
from registan.health.detector import DETECTOR
from registan.health.methods import ALGORITHMS, EARS, FARRINGTON, digest_of, usual, weeks_needed
from registan.health.models import BackTest, MethodVersion
from registan.health.tests.finding import in_force, instrument, propose
from registan.health.tests.sending import measles
from registan.ledger.models import Entry
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from registan.health.models import MethodVersion as Version
    from tests.cast import Cast

OTHER = {"parameters": usual(EARS) | {"alpha": 0.01}}
CHANGED = ["measles", "KZ", "2026-W30", False, True]


def tried(version: Version, against: Version | None, changed: Any = (CHANGED,)) -> BackTest:
    day = timezone.localdate()
    facts = {
        "first_week": day, "last_week": day, "series": 3, "tested": 9, "tested_before": 9,
        "signals": 1, "signals_before": 0, "changed": list(changed), "inputs": "a", "digest": "b",
    }  # fmt: skip
    return record_test(DETECTOR, version, against=against, found=facts)


def test_a_state_proposes_and_nothing_is_in_force_by_it(cast: Cast) -> None:
    version = propose(cast.kz_filer)
    assert (version.n, version.standing, version.party) == (1, "proposed", "KZ")
    entry = Entry.objects.get(kind="health.method.proposed")
    assert entry.record["parameters"]["full"]["noPeriods"] == 10
    assert entry.record["method_digest"] == digest_of(version.content)


@pytest.mark.parametrize("algorithm", list(ALGORITHMS))
def test_what_the_form_proposes_can_be_proposed(cast: Cast, algorithm: str) -> None:
    version = propose(cast.secretariat, algorithm)
    assert version.parameters == usual(algorithm)
    assert 10 < weeks_needed(version.content) < 600


@pytest.mark.parametrize(
    ("algorithm", "change", "code"),
    [
        ("guess", {"parameters": {}}, "method_unknown"),
        (EARS, {"mode": "loose"}, "method_unknown"),
        (EARS, {"parameters": usual(EARS) | {"alpha": float("nan")}}, "method_parameter"),
        (EARS, {"parameters": usual(EARS) | {"baseline": 7.5}}, "method_parameter"),
        (EARS, {"parameters": usual(EARS) | {"extra": 1}}, "method_parameter"),
        (
            FARRINGTON,
            {"parameters": usual(FARRINGTON) | {"populationOffset": True}},
            "method_parameter",
        ),
        (FARRINGTON, {"parameters": usual(FARRINGTON) | {"limit54": [5]}}, "method_parameter"),
        (FARRINGTON, {"parameters": usual(FARRINGTON) | {"noPeriods": 20, "w": 8}}, None),
        (EARS, {"reason": {"en": "  "}}, "method_reason_missing"),
    ],
)
def test_what_is_no_method_is_refused(
    cast: Cast, algorithm: str, change: dict[str, Any], code: str | None
) -> None:
    facts = {**change}
    if code is None:
        assert propose(cast.secretariat, algorithm, **facts).n == 1
        return
    with pytest.raises(Refused) as refused:
        propose(cast.secretariat, algorithm, **facts)
    assert refused.value.code == code


def test_one_and_the_same_method_is_proposed_once(cast: Cast) -> None:
    propose(cast.kz_filer)
    with pytest.raises(Refused, match="method_there"):
        propose(cast.cn_filer)


def test_a_number_has_one_form(cast: Cast) -> None:
    one = propose(cast.kz_filer, EARS, parameters=usual(EARS) | {"minSigma": 1})
    with pytest.raises(Refused, match="method_there"):
        propose(cast.kz_filer, EARS, parameters=usual(EARS) | {"minSigma": 1.0})
    assert one.parameters["minSigma"] == 1


def test_the_first_version_is_adopted_with_its_instrument_and_is_public(cast: Cast) -> None:
    version = in_force(cast)
    record = Entry.objects.get(kind="health.method.adopted").record
    assert (record["body"], record["instrument"]) == ("CHS", "4/2026")
    for lang in LANGS:
        shown = Client().get(f"/{lang}/health/methods/1/").content.decode()
        assert "4/2026" in shown
        assert "<math" in shown
        assert "pastWeeksNotIncluded" in shown
    assert version.is_in_force
    assert "<math" in Client().get("/en/health/methods/").content.decode()


def test_a_proposal_is_for_members_alone(cast: Cast) -> None:
    propose(cast.kz_filer)
    assert Client().get("/en/health/methods/1/").status_code == 404
    assert cast.client("cn-filer").get("/en/health/methods/1/").status_code == 200


def test_the_next_version_needs_a_test_against_the_one_in_force(cast: Cast) -> None:
    first = in_force(cast)
    second = propose(cast.cn_filer, EARS, **OTHER)
    with pytest.raises(Refused, match="method_not_tested"):
        adopt_method(cast.secretariat, second, instrument=instrument(), since=timezone.localdate())
    tried(second, None)
    with pytest.raises(Refused, match="method_not_tested"):
        adopt_method(cast.secretariat, second, instrument=instrument(), since=timezone.localdate())
    tried(second, first)
    adopt_method(cast.secretariat, second, instrument=instrument(), since=timezone.localdate())
    first.refresh_from_db()
    assert (first.standing, first.until) == ("superseded", timezone.localdate())
    assert [row.n for row in MethodVersion.objects.filter(standing="in_force")] == [2]


def test_days_that_cannot_be_are_refused(cast: Cast) -> None:
    version, today = propose(cast.kz_filer), timezone.localdate()
    for since, code in ((today + timedelta(days=1), "method_ahead"),
                        (today - timedelta(days=30), "method_before_adoption")):  # fmt: skip
        with pytest.raises(Refused, match=code):
            adopt_method(cast.secretariat, version, instrument=instrument(), since=since)
    in_force(cast, algorithm=EARS)
    tried(version, MethodVersion.objects.get(standing="in_force"))
    with pytest.raises(Refused, match="method_not_later"):
        adopt_method(
            cast.secretariat, version, instrument=instrument(), since=today - timedelta(days=2)
        )


def test_a_state_cannot_adopt_and_nobody_else_tests_or_withdraws(cast: Cast) -> None:
    version = propose(cast.kz_filer)
    with pytest.raises(Refused, match="power_missing"):
        adopt_method(cast.kz_filer, version, instrument=instrument(), since=timezone.localdate())
    with pytest.raises(Refused, match="by_the_detector"):
        record_test(cast.secretariat, version, against=None, found={})
    with pytest.raises(Refused, match="another_state"):
        withdraw_method(cast.cn_filer, version)
    withdraw_method(cast.kz_filer, version)
    with pytest.raises(Refused, match="method_not_open"):
        withdraw_method(cast.kz_filer, version)
    with pytest.raises(Refused, match="method_not_open"):
        adopt_method(cast.secretariat, version, instrument=instrument(), since=timezone.localdate())


def test_changed_weeks_are_read_by_their_own_state_and_the_secretariat(cast: Cast) -> None:
    measles(cast)
    version = propose(cast.cn_filer)
    tried(version, None)
    seen = {
        who: "2026-W30" in cast.client(who).get("/en/health/methods/1/").content.decode()
        for who in ("kz-filer", "cn-filer", "secretariat")
    }
    assert seen == {"kz-filer": True, "cn-filer": False, "secretariat": True}


@pytest.mark.parametrize("lang", LANGS)
def test_a_method_is_proposed_on_its_page(cast: Cast, lang: str) -> None:
    client = cast.client("kz-filer")
    address = f"/{lang}/health/methods/new/?algorithm=ears"
    typed = {"mode": "strict", "-method": "C2", "-baseline": "7", "-minSigma": "0.5",
             "-alpha": "0.002", "reason_ru": "Для коротких рядов"}  # fmt: skip
    shown = client.post(address, typed).content.decode()
    assert say("method.propose", lang) in shown
    assert not MethodVersion.objects.exists()
    done = client.post(address, {**typed, "confirmed": "1"}, follow=True)
    assert done.status_code == 200
    assert MethodVersion.objects.get().parameters["alpha"] == 0.002


def test_a_whole_method_is_proposed_and_adopted_on_pages(cast: Cast) -> None:
    typed = {"mode": "strict", "reason_en": "As the experts asked"}
    for group, known in ALGORITHMS["by_history"].items():
        for name, each in known.items():
            if each.kind == "pair":
                typed[f"{group}-{name}"] = ", ".join(map(str, each.usual))
            elif each.usual is not False:
                typed[f"{group}-{name}"] = str(each.usual)
    answer = cast.client("secretariat").post(
        "/en/health/methods/new/", {**typed, "confirmed": "1"}, follow=True
    )
    assert MethodVersion.objects.get().parameters == usual("by_history"), answer.content.decode()
    day = str(timezone.localdate())
    facts = {"body": "CHS", "number": "4/2026", "day": day, "since": day, "confirmed": "1"}
    client = cast.client("secretariat")
    assert client.get("/en/health/methods/1/adopt/").status_code == 200
    done = client.post("/en/health/methods/1/adopt/", facts, follow=True).content.decode()
    assert "4/2026" in done
    assert MethodVersion.objects.get().is_in_force


def test_today_is_the_day_at_the_seat(cast: Cast) -> None:
    """Late in the evening in UTC it is tomorrow at the seat, and that day may be given."""
    proposed = propose(cast.secretariat)
    now = (timezone.now() + timedelta(days=1)).replace(hour=17, minute=0)
    since = timezone.localdate(now)
    assert since > now.date()
    adopted = adopt_method(
        cast.secretariat, proposed, instrument=instrument(), since=since, now=now
    )
    assert adopted.since == since
