"""Counts on pages and through the API: upload, preview, one act, seal; the same for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from registan.health.models import CountTray, Series, Submission
from registan.health.tests.sending import last_week, measles, send, tidy, weeks
from registan.kernel.counts.tests import made
from registan.ledger.models import Entry
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from tests.cast import Cast


def page(answer: object) -> str:
    return answer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]


def upload(client: Client, data: bytes, lang: str = "en", **typed: str) -> str:
    file = SimpleUploadedFile("counts.csv", data)
    answer = client.post(f"/{lang}/health/send/", {"file": file, **typed})
    assert answer.status_code == 302, page(answer)
    return str(answer["Location"])


@pytest.mark.parametrize("lang", LANGS)
def test_a_file_is_uploaded_looked_at_and_recorded_by_one_button(cast: Cast, lang: str) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(10, 20))
    client = cast.client("kz-filer")
    place = upload(client, weeks(10, 25, 0), lang)
    assert Submission.objects.count() == 1
    shown = client.get(place)
    assert say("counts.revised", lang) in page(shown)
    assert say("counts.new", lang) in page(shown)
    done = client.post(place, {"seen": shown.context["seen"], "act_key": "k"}, follow=True)
    assert say("health.submission", lang) in page(done)
    assert Entry.objects.filter(kind="health.counts.submitted").count() == 2
    again = client.post(place, {"seen": shown.context["seen"], "act_key": "k"}, follow=True)
    assert again.status_code == 200
    assert Submission.objects.count() == 2


@pytest.mark.parametrize("lang", LANGS)
def test_a_wrong_line_is_named_and_the_upload_survives(cast: Cast, lang: str) -> None:
    measles(cast)
    client = cast.client("kz-filer")
    place = upload(client, weeks(10, -3), lang)
    shown = page(client.get(place))
    assert say("counts.problem.negative", lang, value=-3) in shown
    refused = client.post(place, {"act_key": "k"})
    assert refused.status_code == 422
    assert not Series.objects.exists()
    assert CountTray.objects.count() == 1


def test_a_confirmation_of_something_else_is_refused_and_shows_it_anew(cast: Cast) -> None:
    measles(cast)
    client = cast.client("kz-filer")
    place = upload(client, weeks(10, 25))
    seen = client.get(place).context["seen"]
    send(cast.kz_filer, weeks(10))
    answer = client.post(place, {"seen": seen, "act_key": "k"})
    assert answer.status_code == 422
    assert say("refusal.counts_moved_on", "en") in page(answer)


def test_left_out_weeks_are_told_before_confirming(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, tidy(f"KZ,,measles,{last_week(5)},,,,3"))
    client = cast.client("kz-filer")
    shown = page(client.get(upload(client, weeks(8))))
    assert say("health.gaps", "en") in shown
    assert last_week(3) in shown


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_of_persons_is_refused_with_the_reason_and_kept_nowhere(
    cast: Cast, lang: str
) -> None:
    file = SimpleUploadedFile("l.csv", b"patient_id,period,value\n1,2026-W05,1\n")
    answer = cast.client("kz-filer").post(f"/{lang}/health/send/", {"file": file})
    assert answer.status_code == 422
    assert say("unreadable.counts_line_list", lang, columns="patient_id") in page(answer)
    assert not CountTray.objects.exists()


def test_another_state_sees_neither_the_tray_nor_a_small_number(cast: Cast) -> None:
    measles(cast)
    place = upload(cast.client("kz-filer"), weeks(2, 4))
    other = cast.client("cn-filer")
    assert other.get(place).status_code == 404
    submission = send(cast.kz_filer, weeks(2, 4, 4321))
    for address in (
        "conditions/measles/", "conditions/measles/KZ/", "conditions/measles/KZ/series.csv",
        f"submissions/{submission.pk}/",
    ):  # fmt: skip
        shown = page(other.get(f"/en/health/{address}"))
        assert ">2<" not in shown, address
        assert ",2," not in shown, address
        assert "4321" in shown.replace(",", "").replace("\xa0", "")
    assert ">2</td>" in page(cast.client("kz-filer").get("/en/health/conditions/measles/"))


def test_the_template_has_what_is_awaited_and_goes_in_again(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, tidy(f"KZ,,measles,{last_week(4)},,,,5"))
    client = cast.client("kz-filer")
    text = client.get("/en/health/send/template.csv").getvalue().decode("utf-8-sig")
    lines = text.splitlines()
    assert len(lines) in {4, 5}
    filled = [line.replace(",cases,,,,", ",cases,,,7,") for line in lines]
    shown = client.get(upload(client, "\n".join(filled).encode()))
    assert shown.context["problems"] == []
    assert shown.context["new"] == len(lines) - 1
    assert client.get("/en/health/send/template.xlsx").getvalue().startswith(b"PK")


def test_a_partner_and_the_public_see_nothing_of_members_counts(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(50))
    for client in (Client(), cast.client("mn-reader")):
        for address in ("conditions/measles/", "conditions/measles/KZ/", "submissions/1/"):
            assert client.get(f"/en/health/{address}").status_code == 404
        assert client.get("/api/health/conditions").json() == []
        assert client.get("/api/health/conditions/measles/counts").status_code == 404


def test_machines_read_and_send_the_same(cast: Cast) -> None:
    measles(cast)
    client = cast.client("kz-filer")
    data = weeks(3, 0, "NR", 12)
    address = "/api/health/counts?name=a.csv"
    look = client.post(f"{address}&dry=true", data, content_type="text/csv").json()
    assert look == {"submission": 0, "new": 4, "revised": 0, "unchanged": 0, "digest": ""}
    done = client.post(address, data, content_type="text/csv").json()
    assert Submission.objects.get().digest == done["digest"]
    told = client.get("/api/health/conditions/measles/counts").json()
    assert [row["value"] for row in told] == ["3", "0", "NR", "12"]
    other = cast.client("cn-filer").get("/api/health/conditions/measles/counts?state=KZ").json()
    assert [row["value"] for row in other] == ["<5", "0", "NR", "12"]
    silent = client.get("/api/health/conditions/measles/silences").json()
    assert "KZ" not in {row["state"] for row in silent}


def test_a_refused_file_answers_machines_line_by_line(cast: Cast) -> None:
    measles(cast)
    client = cast.client("kz-filer")
    answer = client.post("/api/health/counts?lang=en", weeks(5, -1), content_type="text/csv")
    assert answer.status_code == 422
    assert answer.json()["code"] == "counts_have_problems"
    assert answer.json()["problems"][0].startswith("Line 3")
    assert client.post("/api/health/counts", b"\xff", content_type="text/csv").status_code == 422
    assert cast.client("mn-reader").post("/api/health/counts", weeks(1),
                                         content_type="text/csv").status_code == 403  # fmt: skip
    assert not Series.objects.exists()


def test_another_site_cannot_send_in_an_official_s_name(cast: Cast) -> None:
    measles(cast)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.kz_filer.official)
    assert strict.post("/api/health/counts", weeks(5), content_type="text/csv").status_code == 403
    assert not Series.objects.exists()


@pytest.mark.parametrize("data", [made.SDMX, made.WHO, made.JHU, made.DHIS2, made.xlsx()])
def test_every_form_goes_through_the_page(cast: Cast, data: bytes) -> None:
    measles(cast)
    client = cast.client("kz-filer")
    assert client.get(upload(client, data, condition="measles")).status_code == 200


def test_a_reading_can_be_asked_for_as_known_on_a_day(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(50))
    client = cast.client("cn-filer")
    address = "/en/health/conditions/measles/KZ/"
    assert client.get(f"{address}?as_of=2020-01-01").status_code == 200
    assert ">50</td>" in page(client.get(address))
    assert ">50</td>" not in page(client.get(f"{address}?as_of=2020-01-01"))
    assert client.get(f"{address}?as_of=nonsense&part=x&measure=tears").status_code == 200
