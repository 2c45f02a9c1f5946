"""The door: permission, change and entry in one transaction; a repeated key returns the first result."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import rfc8785
from django.utils import timezone

from registan.kernel.log.commitment import commitment
from registan.kernel.log.envelope import NO_PREVIOUS, complete
from registan.ledger.act import act
from registan.ledger.models import Entry
from registan.parties.acts import enrol_official, withdraw_mandate
from registan.parties.models import Mandate, Official
from registan.plans.acts.measures import join_measure, leave_measure, postpone_measure
from registan.plans.acts.reports import file_report
from registan.plans.acts.rounds import close_round, move_due_date
from registan.plans.content import ReportContent
from registan.plans.models import Joining, Plan, Report, ReportVersion, Round
from registan.web.refusal import Refused
from tests.cast import enrol

if TYPE_CHECKING:
    from tests.cast import Cast

SAID = ReportContent(progress="under_way", texts={"ru": "Учения начаты"})


def later(days: int = 60) -> date:
    return timezone.localdate() + timedelta(days=days)


@act("tests.due_date.moved_and_lost")
def move_and_crash(by: Mandate, round_: Round, *, now: Any) -> Round:
    """An act with a mistake in it, after its change."""
    round_.due_on = later(90)
    round_.save(update_fields=["due_on"])
    raise ZeroDivisionError


@act("tests.due_date.moved_for_nobody")
def move_for_nobody(by: Mandate, round_: Round, *, now: Any) -> Round:
    """An act whose result names no audience."""
    round_.due_on = later(90)
    round_.save(update_fields=["due_on"])
    round_.audience = "whoever"
    return round_


def told(entry: Entry) -> dict[str, Any]:
    """The envelope of an act, as if it were the first of its stream."""
    found: dict[str, Any] = json.loads(complete(entry.payload.draft, 0, NO_PREVIOUS))
    return found


def test_an_act_changes_and_records_together(cast: Cast) -> None:
    before = Entry.objects.count()
    version = file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=SAID, key="one")
    entry = Entry.objects.latest("id")
    assert Entry.objects.count() == before + 1
    assert (entry.kind, entry.actor, entry.subject) == ("plans.report.filed", "KZ", version.urn)
    assert entry.audience == version.audience == cast.round.audience
    assert entry.idempotency_key == f"{cast.kz_filer.urn}:one"
    assert entry.result == f"plans.ReportVersion:{version.pk}"
    envelope = told(entry)
    parts = entry.payload.parts
    again = commitment(rfc8785.dumps(entry.record), bytes.fromhex(parts["record"]["salt"]))
    assert envelope["parts"] == {"record": again.hex()}
    assert envelope["kind"] == entry.kind
    assert envelope["office"] == cast.kz_filer.urn
    assert envelope["audience"] == entry.audience
    assert entry.record == json.loads(json.dumps(version.to_record()))


def test_what_the_rules_forbid_leaves_nothing(cast: Cast) -> None:
    before = Entry.objects.count()
    with pytest.raises(Refused) as refused:
        file_report(cast.kz_filer, cast.round, cast.measure("2.1"), content=SAID)
    assert refused.value.code == "measure_not_yours"
    with pytest.raises(Refused) as refused:
        move_due_date(cast.kz_filer, cast.round, due_on=later())
    assert refused.value.code == "power_missing"
    assert Entry.objects.count() == before
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("broken", "error"), [(move_and_crash, ZeroDivisionError), (move_for_nobody, ValueError)]
)
def test_a_crash_undoes_the_change(cast: Cast, broken: Any, error: type[Exception]) -> None:
    before, due = Entry.objects.count(), cast.round.due_on
    with pytest.raises(error):
        broken(cast.secretariat, cast.round)
    assert Round.objects.get().due_on == due
    assert Entry.objects.count() == before


def test_a_mandate_that_ended_opens_nothing(cast: Cast) -> None:
    enrol("kz-late", ("measures.join",), "KZ", until=timezone.now() + timedelta(seconds=1))
    held = cast.mandate("kz-late")
    tomorrow = timezone.now() + timedelta(days=1)
    with pytest.raises(Refused) as refused:
        join_measure(held, cast.measure("1.3"), now=tomorrow)
    assert refused.value.code == "mandate_not_in_force"
    withdrawn = enrol("kz-gone", ("measures.join",), "KZ")
    withdraw_mandate(cast.kz_administrator, withdrawn)
    with pytest.raises(Refused):
        join_measure(cast.mandate("kz-gone"), cast.measure("1.3"))
    assert not Joining.objects.filter(state__key="KZ").exists()


def test_a_repeated_key_returns_the_first_result(cast: Cast) -> None:
    first = file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=SAID, key="k")
    entries = Entry.objects.count()
    other = ReportContent(progress="not_started")
    again = file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=other, key="k")
    assert again == first
    assert again.texts == SAID.texts
    assert (ReportVersion.objects.count(), Entry.objects.count()) == (1, entries)


def test_a_repeated_key_returns_the_first_result_even_where_a_second_act_is_forbidden(
    cast: Cast,
) -> None:
    first = join_measure(cast.kz_filer, cast.measure("1.3"), key="k")
    assert join_measure(cast.kz_filer, cast.measure("1.3"), key="k") == first
    with pytest.raises(Refused) as refused:
        join_measure(cast.kz_filer, cast.measure("1.3"), key="another")
    assert refused.value.code == "joined_already"


def test_a_refused_attempt_does_not_use_up_its_key(cast: Cast) -> None:
    measure, empty = cast.measure("1.2"), ReportContent(progress="done")
    with pytest.raises(Refused):
        file_report(cast.kz_filer, cast.round, measure, content=empty, key="k")
    assert file_report(cast.kz_filer, cast.round, measure, content=SAID, key="k").n == 1
    assert file_report(cast.kz_filer, cast.round, measure, content=SAID, key="k").n == 1


def test_a_key_serves_one_kind_of_act(cast: Cast) -> None:
    join_measure(cast.kz_filer, cast.measure("1.3"), on=later(-2), key="k")
    with pytest.raises(Refused) as refused:
        leave_measure(cast.kz_filer, cast.measure("1.3"), key="k")
    assert refused.value.code == "key_used_otherwise"
    assert refused.value.status == 409
    assert Joining.objects.get(state__key="KZ").until is None


def test_the_key_of_another_official_never_returns_his_result(cast: Cast) -> None:
    theirs = file_report(cast.cn_filer, cast.round, cast.measure("1.2"), content=SAID, key="k")
    ours = file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=SAID, key="k")
    assert (ours.report.party_key, theirs.report.party_key) == ("KZ", "CN")
    colleague = enrol("kz-second", ("reports.clear", "reports.file"), "KZ")
    again = file_report(colleague, cast.round, cast.measure("1.2"), content=SAID, key="k")
    assert (again.pk, again.n) != (ours.pk, ours.n)


def test_a_key_that_no_column_holds_is_a_mistake_of_the_caller(cast: Cast) -> None:
    with pytest.raises(ValueError, match="longer than"):
        join_measure(cast.kz_filer, cast.measure("1.3"), key="k" * 200)


def test_the_moment_of_the_act_can_be_given_and_is_recorded(cast: Cast) -> None:
    at = timezone.now() - timedelta(days=1)
    postpone_measure(
        cast.secretariat, cast.measure("1.2"), starts_on=None, ends_on=later(900),
        reasons={"ru": "Так решено"}, now=at,
    )  # fmt: skip
    entry = Entry.objects.latest("id")
    assert entry.at == at
    assert told(entry)["time"].startswith(f"{at:%Y-%m-%dT%H:%M:%S}")


def test_granting_and_loading_are_acts_too(cast: Cast) -> None:
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"parties.profile.loaded", "parties.official.enrolled"} <= kinds
    before = Entry.objects.count()
    with pytest.raises(Refused):
        enrol_official(
            cast.kz_administrator, username="cn-spy", display_name="x", powers=("read",),
            state=cast.cn_filer.state,
        )  # fmt: skip
    assert not Official.objects.filter(username="cn-spy").exists()
    assert Entry.objects.count() == before


def test_the_followers_hear_of_an_act_only_after_its_commit(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        "registan.ledger.followers._followers", [lambda entry: heard.append(entry.kind)]
    )
    with django_capture_on_commit_callbacks() as waiting:
        move_due_date(cast.secretariat, cast.round, due_on=later())
        with pytest.raises(Refused):
            move_due_date(cast.secretariat, cast.round, due_on=date(2000, 1, 1))
        assert heard == []
    for tell in waiting:
        tell()
    assert heard == ["plans.round.moved"]


def test_closing_a_round_twice_at_once_is_one_deed(cast: Cast) -> None:
    first = close_round(cast.secretariat, cast.round, key="k")
    assert close_round(cast.secretariat, cast.round, key="k") == first
    assert Plan.objects.count() == 1
    assert Entry.objects.filter(kind="plans.round.closed").count() == 1
