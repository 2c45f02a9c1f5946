"""After a commit the index follows by itself: a worker sees that there are acts it has not seen."""

from __future__ import annotations

import threading

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from registan.jobs import worker
from registan.jobs.looks import Eyes
from registan.jobs.pace import Pace
from registan.ledger.audience import NOBODY
from registan.ledger.sequencer import integrate_all
from registan.search import index
from registan.search.queries import Wanted, find
from tests.cast import enrol, make_organisation

pytestmark = pytest.mark.django_db(transaction=True)


def jobs() -> int:
    return DBTaskResult.objects.filter(task_path="registan.search.jobs.catch_up").count()


def test_the_index_follows_a_committed_act() -> None:
    make_organisation()
    assert find(Wanted(words="казахстан"), NOBODY).documents[0].urn == "urn:registan:state:KZ"


@pytest.mark.usefixtures("queued_jobs")
def test_an_act_queues_no_job_and_a_worker_finds_it() -> None:
    make_organisation()
    assert jobs() == 0
    assert index.is_behind()
    assert find(Wanted(words="казахстан"), NOBODY).count == 0

    eyes = Eyes()
    job = worker.next_job("w1", eyes)
    assert job is not None
    worker.run_job(job, threading.Event(), Pace())
    assert find(Wanted(words="казахстан"), NOBODY).documents[0].urn == "urn:registan:state:KZ"
    assert worker.next_job("w1", eyes) is None

    integrate_all()
    index.catch_up()
    assert not index.is_behind()
    assert worker.next_job("w2", Eyes()) is None


@pytest.mark.usefixtures("queued_jobs")
def test_one_job_waits_however_many_acts_were_done_and_workers_look() -> None:
    make_organisation()
    one, other = Eyes(), Eyes()
    assert (one.queue_what_is_new(), other.queue_what_is_new()) == (1, 0)
    enrol("kz-reader", ("read",), "KZ")
    assert (one.queue_what_is_new(), other.queue_what_is_new()) == (0, 0)
    assert jobs() == 1


@pytest.mark.usefixtures("queued_jobs")
def test_an_act_that_comes_while_the_job_runs_is_seen_by_another() -> None:
    make_organisation()
    eyes = Eyes()
    assert worker.next_job("w1", eyes) is not None
    assert eyes.queue_what_is_new() == 0
    enrol("kz-reader", ("read",), "KZ")
    assert eyes.queue_what_is_new() == 1


@pytest.mark.usefixtures("queued_jobs")
def test_what_a_job_leaves_unseen_is_not_asked_for_twice_a_second() -> None:
    """Acts may wait for their place for days, and a job may fail: its schedule comes back to it."""
    make_organisation()
    eyes = Eyes()
    assert eyes.queue_what_is_new() == 1
    DBTaskResult.objects.all().delete()
    assert index.is_behind()
    assert eyes.queue_what_is_new() == 0
    assert Eyes().queue_what_is_new() == 1


def test_an_act_that_was_taken_back_is_not_looked_for() -> None:
    make_organisation()
    index.catch_up()
    integrate_all()
    index.catch_up()
    with transaction.atomic():
        enrol("kz-reader", ("read",), "KZ")
        assert index.is_behind()
        transaction.set_rollback(True)
    assert not index.is_behind()
