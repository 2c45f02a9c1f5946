"""Scenarios: what may be assumed, who commissions and cancels, and what the model records."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from registan.health import scenario_run
from registan.health.acts.scenarios import (
    cancel_scenario,
    commission_scenario,
    digest_of,
    note_share,
    record_result,
)
from registan.health.jobs_scenarios import compute_forgotten_scenarios, is_forgotten
from registan.health.model import MODEL
from registan.health.models import Scenario
from registan.health.populations import populations
from registan.jobs import local_pool
from registan.kernel.epi.assumptions import Assumptions, Place, Trigger, faults, from_dict
from registan.ledger.models import Entry
from registan.web.refusal import Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

NAMES = {"ru": "Грипп", "zh": "流感", "en": "Influenza"}
SOON = Trigger(2.0, 2, 0.4, 40, 14, 7, 7)
SMALL = Assumptions(
    places=(Place("KZ", 60_000, "census, 2024", 20, 30), Place("CN", 90_000, "census, 2024", 40, 0)),
    age_shares=(0.25, 0.65, 0.1), contacts=((8, 5, 0.5), (3, 8, 1), (1, 4, 2)), r0=2.5,
    transmission=None, latent_days=3, infectious_days=5, hospital=(0.002, 0.01, 0.06), stay_days=10,
    abroad=0.01, routes="people", links=(), reported=0.4, report_delay=2, local=SOON, travel=SOON,
    days=120, runs=100, seed=7,
)  # fmt: skip


def commissioned(cast: Cast, told: Assumptions = SMALL, **how: Any) -> Scenario:
    return commission_scenario(cast.kz_filer, told, names=NAMES, **how)


def test_the_record_has_all_that_is_needed_to_compute_it_again(cast: Cast) -> None:
    found = commissioned(cast)
    record = Entry.objects.get(kind="health.scenario.commissioned").record
    assert from_dict(record["assumptions"]) == SMALL
    assert (record["seed"], record["digest"]) == (7, SMALL.digest)
    assert found.standing == "waiting"


@pytest.mark.parametrize("runs", [1, 99, 10_001, 10**6])
def test_a_million_runs_get_a_sentence_and_no_hang(cast: Cast, runs: int) -> None:
    with pytest.raises(Refused) as refused:
        commissioned(cast, replace(SMALL, runs=runs))
    assert refused.value.field == "runs"
    for lang in ("ru", "zh", "en"):
        assert str(runs) in refused.value.sentence(lang)
    assert not Scenario.objects.exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"r0": 31.0}, "r0"), ({"r0": float("nan")}, "r0"), ({"r0": None}, "r0"),
        ({"transmission": 0.1}, "r0"), ({"age_shares": (0.2, 0.2, 0.2)}, "age_shares"),
        ({"contacts": ((0, 0, 0),) * 3}, "contacts"), ({"days": 731}, "days"), ({"seed": -1}, "seed"),
        ({"places": SMALL.places[:1]}, "places"), ({"places": SMALL.places[:1] * 2}, "places"),
        ({"places": (replace(SMALL.places[0], source=" "), SMALL.places[1])}, "source_KZ"),
        ({"places": (replace(SMALL.places[0], first=50_000), SMALL.places[1])}, "first_KZ"),
        ({"places": (replace(SMALL.places[0], first=0), SMALL.places[1])}, "first_KZ"),
        ({"routes": "by sea"}, "routes"), ({"links": (("KZ", "KZ", 2.0),)}, "links"),
        ({"links": (("KZ", "UZ", 2.0),)}, "links"), ({"local": replace(SOON, factor=1.5)}, "local_factor"),
    ],
)  # fmt: skip
def test_what_cannot_be_computed_is_refused_at_its_field(
    cast: Cast, change: dict[str, Any], field: str
) -> None:
    told = replace(SMALL, **change)
    assert field in {fault.field for fault in faults(told)}
    with pytest.raises(Refused) as refused:
        commissioned(cast, told)
    assert refused.value.field == field
    assert refused.value.sentence("zh")


def test_a_reader_cannot_commission(cast: Cast) -> None:
    with pytest.raises(Refused, match="power_missing"):
        commission_scenario(cast.mandate("mn-reader"), SMALL, names=NAMES)


def test_the_model_computes_it_and_anyone_gets_the_same(cast: Cast, settings: Any) -> None:
    settings.EXECUTOR_PROCESSES = 1
    found = commissioned(cast)
    try:
        assert is_forgotten()
        assert compute_forgotten_scenarios.call() == 1
        settings.EXECUTOR_PROCESSES, scenario_run.RUNS_A_PART = 2, 37
        again = scenario_run.computed(SMALL)
    finally:
        scenario_run.RUNS_A_PART = 100
        local_pool.let_go()
    found.refresh_from_db()
    assert found.standing == "done"
    assert found.result_digest == digest_of(found.result) == digest_of(again)
    record = Entry.objects.get(kind="health.scenario.computed").record
    assert record["result"] == found.result_digest
    assert not is_forgotten()
    assert not scenario_run.compute(found.pk)
    _is_a_sound_result(found.result)


def _is_a_sound_result(result: dict[str, Any]) -> None:
    assert result["runs"] == 100
    assert set(result["states"]) == {"KZ", "CN"}
    for account in (result["together"], *result["states"].values()):
        for outcome in ("infections", "peak_beds", "restriction"):
            told = account[outcome]
            assert told["low"] <= told["median"] <= told["high"]
    # China is warned by Kazakhstan: it begins earlier.
    days = result["states"]["CN"]["first_day"]
    assert days["joint"] < days["unilateral"]
    assert result["together"]["infections"]["median"] > 0


def test_only_the_model_records_and_only_once(cast: Cast) -> None:
    found = commissioned(cast)
    with pytest.raises(Refused, match="scenario_by_model"):
        record_result(cast.secretariat, found, {"runs": 1, "together": {}})
    record_result(MODEL, found, {"runs": 1, "together": {}})
    with pytest.raises(Refused, match="scenario_over"):
        record_result(MODEL, found, {"runs": 2, "together": {}})


def test_whoever_commissioned_it_cancels_it_and_so_does_the_secretariat(cast: Cast) -> None:
    one, two = commissioned(cast), commissioned(cast)
    with pytest.raises(Refused, match="scenario_of_another"):
        cancel_scenario(cast.cn_filer, one)
    cancel_scenario(cast.kz_filer, one)
    cancel_scenario(cast.secretariat, two)
    assert not scenario_run.compute(one.pk)
    with pytest.raises(Refused, match="scenario_over"):
        cancel_scenario(cast.kz_filer, one)


def test_cancelling_ends_the_computing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The official cancels as soon as the first share is told."""
    found = commissioned(cast, replace(SMALL, runs=10_000, days=730))
    told = []

    def tell(pk: int, share: float, now: datetime) -> None:
        note_share(pk, share, now)
        told.append(share)
        if share:
            cancel_scenario(cast.kz_filer, found)

    monkeypatch.setattr(scenario_run, "note_share", tell)
    monkeypatch.setattr(scenario_run, "EVERY_S", 0.01)
    try:
        assert not scenario_run.compute(found.pk)
    finally:
        local_pool.let_go()
    found.refresh_from_db()
    assert found.standing == "cancelled"
    assert told[-1] < 1


def test_populations_are_facts_with_a_source() -> None:
    known = populations()
    assert len(known) == 10
    assert all(re.search(r"World Bank.*\d{4}$", each.source) for each in known.values())


def test_the_builder_keeps_what_was_typed_and_says_what_is_wrong(cast: Cast) -> None:
    client = cast.client("kz-filer")
    typed = _typed(client) | {"runs": "1000000", "r0": "две", "latent_days": "4,5"}
    answer = client.post("/ru/health/scenarios/new/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="4,5"' in page
    assert 'value="1000000"' in page
    assert say("scenario.number_unreadable", "ru") in page
    page = client.post("/ru/health/scenarios/new/", typed | {"r0": "2"}).content.decode()
    assert say("refusal.scenario_runs", "ru", n=10**6, least=100, most=10_000) in page


def test_from_the_builder_to_the_result(cast: Cast) -> None:
    client = cast.client("kz-filer")
    typed = _typed(client) | {"runs": "100", "days": "60", "links": "KZ UZ 3"}
    shown = client.post("/en/health/scenarios/new/", typed).content.decode()
    assert "World Bank" in shown
    assert not Scenario.objects.exists()
    client.post("/en/health/scenarios/new/", {**typed, "confirmed": "1"})
    found = Scenario.objects.get()
    assert found.assumptions["links"] == [["KZ", "UZ", 3.0]]
    assert found.assumptions["age_shares"] == [0.24, 0.67, 0.09]
    address = f"/en/health/scenarios/{found.pk}/"
    page = client.get(address).content.decode()
    assert "waiting its turn" in page
    assert page.count('id="progress"') == 1
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith("<div")
    again = client.get(f"/en/health/scenarios/new/?from={found.pk}").content.decode()
    assert 'value="60"' in again
    client.post(f"{address}cancel/", {"confirmed": "1"})
    assert "cancelled" in client.get(address).content.decode()


def _typed(client: Any) -> dict[str, str]:
    """What the form begins with, as a browser would send it, with names."""
    form = client.get("/en/health/scenarios/new/").context["form"]
    values = {field.html_name: field.value() for field in form}
    typed = {name: str(value) for name, value in values.items() if value not in ("", None, False)}
    typed |= {name: "0" for name, value in values.items() if value == 0 and value is not False}
    return typed | {f"name_{lang}": name for lang, name in NAMES.items()}


def test_dask_computes_the_same_scenario_to_the_digit(settings: Any) -> None:
    if find_spec("distributed") is None:
        pytest.skip("NOT TESTED: distributed is not installed (pip install 'registan[dask]')")
    import distributed

    told = replace(SMALL, runs=300)  # three parts
    try:
        here = scenario_run.computed(told)
    finally:
        local_pool.let_go()
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options, protocol="tcp") as cluster:
        settings.EXECUTOR = cluster.scheduler_address
        there = scenario_run.computed(told)
    assert digest_of(there) == digest_of(here)
