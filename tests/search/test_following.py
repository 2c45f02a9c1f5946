"""After a commit the index follows by itself: at once where jobs run at once, else by its job."""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult

from registan.ledger.audience import NOBODY
from registan.ledger.sequencer import integrate_all
from registan.search import index
from registan.search.queries import Wanted, find
from tests.cast import enrol, make_organisation

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_index_follows_a_committed_act() -> None:
    make_organisation()
    assert find(Wanted(words="казахстан"), NOBODY).documents[0].urn == "urn:registan:state:KZ"


@pytest.mark.usefixtures("queued_jobs")
def test_one_job_waits_however_many_acts_were_done() -> None:
    make_organisation()
    enrol("kz-reader", ("read",), "KZ")
    assert DBTaskResult.objects.filter(task_path="registan.search.jobs.catch_up").count() == 1
    assert index.is_behind()
    assert find(Wanted(words="казахстан"), NOBODY).count == 0

    integrate_all()
    assert index.catch_up() == 2
    assert not index.is_behind()
    assert find(Wanted(words="казахстан"), NOBODY).documents[0].urn == "urn:registan:state:KZ"
