"""Plans for machines: the same words, counts and audiences as on the pages; refusals as RFC 9457."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from registan.plans.acts.rounds import close_round
from registan.plans.tests.papers import CHINESE, file_some

if TYPE_CHECKING:
    from tests.cast import Cast

PLAN = "/api/plans/joint-plan"


def answered(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    assert answer.headers["Content-Type"] == "application/json"
    return answer.json()


def refused(client: Client, address: str, status: int, code: str) -> dict[str, Any]:
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"] == f"urn:registan:refusal:{code}"
    assert body["title"]
    assert body["detail"]
    return body


def test_measures_stand_in_the_order_of_the_plan_in_the_language_asked_for(cast: Cast) -> None:
    client = cast.client("kz-filer")
    rows = answered(client, f"{PLAN}/measures?lang=zh")
    assert [row["number"] for row in rows] == ["1.1", "1.2", "1.3", "2.1"]
    assert (rows[1]["text"], rows[1]["lang"], rows[1]["chapter"]) == ("举行实验室演练", "zh", 1)
    assert rows[1]["recurrence"] == "annually"
    assert (
        answered(client, f"{PLAN}/measures?lang=en")[1]["text"]
        == "Hold an exercise of laboratories"
    )


def test_a_round_is_told_as_on_its_page_and_stays_so_when_closed(cast: Cast) -> None:
    file_some(cast)
    client = cast.client("kz-filer")
    (row,) = answered(client, f"{PLAN}/rounds")
    assert (row["number"], row["closed_at"]) == (1, None)
    before = answered(client, f"{PLAN}/rounds/1/reports?lang=ru")
    told = {(each["measure"], each["party"]): each for each in before}
    assert told["1.1", "KZ"]["standing"] == "done"
    assert told["1.1", "CN"]["standing"] == "not_participating"
    assert told["1.1", "IN"]["standing"] == "not_started"
    assert told["1.1", "RU"]["standing"] == "no_information"
    assert (told["1.2", "CN"]["text"], told["1.2", "CN"]["lang"]) == (CHINESE, "zh")
    close_round(cast.secretariat, cast.round)
    assert answered(client, f"{PLAN}/rounds")[0]["closed_at"]
    assert answered(client, f"{PLAN}/rounds/1/reports?lang=ru") == before


@pytest.mark.parametrize(
    "address", ["/measures", "/rounds", "/rounds/1/reports", "/rounds/9/reports"]
)
def test_what_is_not_for_the_reader_is_not_there(cast: Cast, address: str) -> None:
    for client in (Client(), cast.client("mn-reader")):
        hidden = refused(client, f"{PLAN}{address}?lang=en", 404, "not_there")
        absent = refused(client, f"/api/plans/none{address}?lang=en", 404, "not_there")
        assert hidden == absent
        assert answered(client, "/api/plans") == []


def test_mistakes_are_told_as_problems_in_the_language_of_the_reader(cast: Cast) -> None:
    client = cast.client("kz-filer")
    assert "fr" in refused(client, f"{PLAN}/measures?lang=fr", 400, "language_unknown")["detail"]
    told = refused(client, f"{PLAN}/rounds/first/reports?lang=zh", 422, "parameters_invalid")
    assert "number" in told["detail"]
    assert told["title"] == "请求未执行"
    refused(client, "/api/nothing/here?lang=ru", 404, "not_there")


def test_every_address_is_described_with_its_answers(cast: Cast) -> None:
    described = answered(cast.client("kz-filer"), "/api/openapi.json")
    paths = {
        path.removeprefix("/api"): each.get("get", each.get("post"))
        for path, each in described["paths"].items()
    }
    for path in ("/plans", "/plans/{key}/measures", "/plans/{key}/rounds",
                 "/plans/{key}/rounds/{number}/reports", "/health/conditions",
                 "/health/conditions/{code}/counts", "/health/conditions/{code}/silences",
                 "/health/counts"):  # fmt: skip
        assert paths[path]["description"]
        assert {"200", "400"} <= set(paths[path]["responses"])
