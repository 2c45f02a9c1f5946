from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Event
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django_tasks_db.models import DBTaskResult

from registan.jobs import queue, reaper, worker
from registan.jobs.kinds import letter_kind
from registan.jobs.models import Letter, Preference, Worker
from registan.jobs.outbox import Addressee, post
from registan.jobs.pace import Pace
from registan.jobs.tests import tasks
from registan.ledger.guard import writing
from registan.parties.acts.officials import enrol_official
from registan.parties.models import Body, Official, Organisation
from registan.parties.setup_mandate import SETUP
from registan.web.texts import register

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued_jobs")]
NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
KIND = "tests.square_letter"
PAGES = ("/ru/jobs/", "/zh/jobs/", "/en/jobs/", "/ru/letters/", "/zh/letters/", "/en/letters/")

letter_kind(KIND)
register(
    {
        f"letter.{KIND}.{part}": ("Письмо", "信函", "A letter")
        for part in ("name", "subject", "body")
    }
)


@pytest.fixture
def enrol(organisation: Organisation) -> Callable[[str, tuple[str, ...]], Client]:
    """Opens an account with these powers at the secretariat and signs it in."""
    body = Body.objects.get(key=organisation.rules["secretariat"])

    def signed_in(username: str, powers: tuple[str, ...]) -> Client:
        mandate = enrol_official(
            SETUP, username=username, display_name=username, powers=powers, body=body,
            email=f"{username}@new.example", now=NOW - timedelta(days=400),
        )  # fmt: skip
        client = Client()
        client.force_login(mandate.official)
        return client

    return signed_in


@pytest.fixture
def keeper(enrol: Callable[[str, tuple[str, ...]], Client]) -> Client:
    return enrol("keeper", ("read", "jobs.watch"))


@pytest.fixture
def reader(enrol: Callable[[str, tuple[str, ...]], Client]) -> Client:
    return enrol("reader", ("read", "rounds.run"))


def failed_job() -> DBTaskResult[Any, Any]:
    tasks.break_down.enqueue()
    job = queue.take("w1")
    assert job is not None
    worker.run_job(job, Event(), Pace(attempts=1))
    return job


def a_letter() -> Letter:
    (letter,) = post(KIND, [Addressee("reader", "reader@old.example", "zh")], link="/x/", now=NOW)
    return letter


@pytest.mark.parametrize("page", PAGES)
def test_only_who_may_watch_the_jobs_finds_the_pages(
    page: str, keeper: Client, reader: Client
) -> None:
    assert keeper.get(page).status_code == 200
    for other in (reader, Client()):
        assert other.get(page).status_code == 404


def test_only_who_may_watch_the_jobs_runs_or_sends_again(reader: Client) -> None:
    job, letter = failed_job(), a_letter()
    for other in (reader, Client()):
        assert other.post(f"/en/jobs/{job.pk}/again/").status_code == 404
        assert other.post(f"/en/letters/{letter.uid}/again/").status_code == 404
    assert DBTaskResult.objects.get(pk=job.pk).status == "FAILED"
    assert Letter.objects.count() == 1


def test_the_page_shows_what_waits_runs_and_failed(keeper: Client) -> None:
    failed_job()
    tasks.linger_at_first.enqueue("x")
    reaper.beat("w1")
    queue.take("w1")
    tasks.add.enqueue(1, 2)
    page = keeper.get("/en/jobs/").content.decode()
    assert "Waiting: 1. Running: 1. Failed: 1." in page
    assert "ValueError: the bridge is closed" in page
    assert "An error occurred while the job was running." in page
    assert "At work: registan.jobs.tests.tasks.linger_at_first" in page
    assert "Prepare the daily digests" in page


def test_a_silent_worker_is_called_so(keeper: Client) -> None:
    reaper.beat("w1")
    row = Worker.objects.get()
    Worker.objects.update(seen_at=row.seen_at - timedelta(minutes=1))
    assert "Не отвечает" in keeper.get("/ru/jobs/").content.decode()


def test_a_failed_job_waits_again_and_a_second_click_does_no_harm(keeper: Client) -> None:
    job = failed_job()
    assert keeper.post(f"/en/jobs/{job.pk}/again/").status_code == 302
    assert DBTaskResult.objects.get(pk=job.pk).status == "READY"
    assert keeper.post(f"/en/jobs/{job.pk}/again/").status_code == 409
    assert keeper.post(f"/en/jobs/{uuid4()}/again/").status_code == 404


def test_a_letter_is_sent_again_to_the_address_of_the_account(
    keeper: Client, reader: Client
) -> None:
    letter = a_letter()
    assert keeper.post(f"/en/letters/{letter.uid}/again/").status_code == 302
    assert Letter.objects.exclude(pk=letter.pk).get().address == "reader@new.example"
    page = keeper.get("/en/letters/").content.decode()
    assert "reader@old.example" in page
    assert "reader@new.example" in page
    assert 'lang="zh-Hans">信函' in page


def test_a_letter_to_a_closed_account_is_not_sent_again(keeper: Client, reader: Client) -> None:
    letter = a_letter()
    with writing():
        Official.objects.filter(username="reader").update(is_active=False)
    assert keeper.post(f"/en/letters/{letter.uid}/again/").status_code == 422
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(
    ("query", "shown"),
    [("?username=reader", 1), ("?username=li", 0), ("?status=sent", 0), ("?status=x&page=-1", 1)],
)
def test_the_log_is_filtered_in_the_address(keeper: Client, query: str, shown: int) -> None:
    a_letter()
    page = keeper.get(f"/en/letters/{query}").content.decode()
    assert page.count("reader@old.example") == shown


def test_the_log_has_pages(keeper: Client) -> None:
    for _ in range(51):
        a_letter()
    assert keeper.get("/en/letters/").content.decode().count("reader@old.example") == 50
    assert keeper.get("/en/letters/?page=2").content.decode().count("reader@old.example") == 1


def test_every_official_chooses_his_letters(reader: Client) -> None:
    page = reader.get("/zh/letters/settings/").content.decode()
    assert "汇入每日汇总" in page
    answer = reader.post("/zh/letters/settings/", {f"kind:{KIND}": "not_at_all"})
    assert answer.status_code == 302
    assert Preference.objects.get().username == "reader"
    a_letter()
    assert mail.outbox == []
    assert Letter.objects.get().status == "declined"


def test_a_choice_that_is_none_is_refused_at_its_kind(reader: Client) -> None:
    answer = reader.post("/en/letters/settings/", {f"kind:{KIND}": "sometimes"})
    assert answer.status_code == 422
    assert "Choose one of the ways" in answer.content.decode()
    assert not Preference.objects.exists()


def test_who_is_not_signed_in_is_asked_to_sign_in() -> None:
    answer = Client().get("/en/letters/settings/")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("?next=/en/letters/settings/")
