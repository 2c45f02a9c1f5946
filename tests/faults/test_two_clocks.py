"""Fault 6: nodes whose clocks differ. Order is the log's, due times count once, doubtful times are marked."""

from __future__ import annotations

import random
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django_tasks import task

from registan.cli.ledger import run_fsck
from registan.cli.main import main
from registan.cli.speech import sentence
from registan.jobs import schedules
from registan.jobs.models import Firing
from registan.jobs.schedules import Schedule
from registan.kernel.log.policy import Policy
from registan.ledger.fsck import fsck
from registan.ledger.guard import writing
from registan.ledger.keeper import Keeper
from registan.ledger.log_keys import all_public_keys, generations
from registan.ledger.models import Checkpoint, Entry, Leaf
from registan.ledger.signer import Signer
from registan.ledger.times import doubt_of, doubts
from registan.ledger.witnesses import Witnesses, witnesses_of
from registan.plans.acts.rounds import move_due_date
from tests.faults.counts import tell
from tests.ledger.keeping import keep_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FEW_MINUTES = timedelta(minutes=4)
# An hour back, a year ahead, the last second of a leap day, and what a bad quartz or a wrong zone makes.
DRIFTS = (-HOUR, 365 * DAY, 366 * DAY, timedelta(seconds=1), -timedelta(seconds=1), FEW_MINUTES,
          -FEW_MINUTES, timedelta(minutes=6), -timedelta(minutes=6), 8 * HOUR)  # fmt: skip
CASES = 50
LEAP = datetime(2028, 2, 29, 23, 59, 50, tzinfo=UTC)


@task()
def nothing() -> None:
    return None


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    origin = settings.LEDGER_ORIGIN
    signer = Signer(origin, generations(tmp_path / "keys", origin), tmp_path / "last")
    return Keeper(signer, Witnesses(witnesses_of(Policy(quorum="none"))), interval=0)


def expected(drift: timedelta) -> str:
    """What the mark says of a node that is off by so much."""
    return "ahead" if drift > FEW_MINUTES else "behind" if drift < -FEW_MINUTES else ""


def test_two_nodes_with_differing_clocks(cast: Cast, keeper: Keeper) -> None:
    """One node, whose keeper signs, is right; the other is off by another amount in each case."""
    rng, now, wanted = random.Random(6), LEAP, []
    keeper.open()
    keeper.turn(now)
    for case in range(CASES):
        drift = DRIFTS[case % len(DRIFTS)] * (1 if case < len(DRIFTS) else rng.choice([1, 2]))
        acting = [timedelta(0)] * 2 + [drift] * 2
        rng.shuffle(acting)
        for off in acting:
            now += timedelta(seconds=rng.choice([0, 1, 5]))
            due = cast.round.due_on + DAY
            move_due_date(cast.secretariat, cast.round, due_on=due, now=now + off)
            wanted.append((now + off, expected(off)))
        now += timedelta(seconds=1)
        keeper.turn(now)
    placed = Leaf.objects.filter(entry__kind="plans.round.moved", entry__at__gte=LEAP - 3 * HOUR)
    entries = [leaf.entry for leaf in placed.select_related("entry__leaf").order_by("index")]
    assert [entry.at for entry in entries] == [at for at, _ in wanted]
    assert [entry.pk for entry in entries] == sorted(entry.pk for entry in entries)
    found = {doubt.index: doubt.code for doubt in doubts()}
    assert [found.get(entry.number or 0, "") for entry in entries] == [mark for _, mark in wanted]
    assert [doubt.code if (doubt := doubt_of(entry)) else "" for entry in entries] == [
        mark for _, mark in wanted
    ]
    assert list(fsck([one.key for one in keeper.signer.keys[0].signers])) == []
    marked = sum(mark != "" for _, mark in wanted)
    tell("6", "two nodes with differing clocks", cases=CASES, acts=len(wanted), marked=marked)


def test_a_server_a_year_ahead_is_told_by_its_witnesses(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    """Acts and checkpoints of one wrong clock agree with each other; the witnesses do not."""
    kept = keep_in(tmp_path, settings)
    ahead = timezone.now() + 365 * DAY
    due = cast.round.due_on + DAY
    move_due_date(cast.secretariat, cast.round, due_on=due, now=ahead)
    kept.sign()
    with writing():
        Checkpoint.objects.update(made_at=ahead)
    entry = Entry.objects.with_log().filter(kind="plans.round.moved").latest("pk")
    assert doubt_of(entry) is None
    kept.cosign(2)
    assert (doubt := doubt_of(entry)) is not None
    assert (doubt.code, doubt.at) == ("ahead", entry.at)
    assert [one.index for one in doubts()] == [entry.number]


@pytest.mark.parametrize(("lang", "word"), [
    ("ru", "Время под сомнением"), ("zh", "时间存疑"), ("en", "Time in doubt")])  # fmt: skip
def test_the_page_of_the_act_and_whoever_verifies_say_it(
    lang: str, word: str, cast: Cast, tmp_path: Path, settings: Settings,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    kept = keep_in(tmp_path, settings)
    due = cast.round.due_on + DAY
    move_due_date(cast.secretariat, cast.round, due_on=due, now=timezone.now() + 2 * HOUR)
    cast.act_again()
    kept.sign()
    kept.cosign(2)
    wrong, right = Entry.objects.with_log().filter(kind="plans.round.moved").order_by("pk")
    reader, shown = cast.client("secretariat"), {}
    for entry in (wrong, right):
        at = f"/{lang}/ledger/acts/{entry.number}/"
        file = SimpleUploadedFile("act.tlog-proof", reader.get(f"{at}proof").content)
        shown[entry] = reader.get(at).content.decode(), Client().post(
            f"/{lang}/ledger/", {"proof": file}
        ).content.decode()  # fmt: skip
        (tmp_path / f"{entry.number}").write_bytes(reader.get(f"{at}proof").content)
    assert [word in page for page in shown[wrong]] == [True, True]
    assert [word in page for page in shown[right]] == [False, False]
    told = settings.LEDGER_POLICY.read_text()
    keys = all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)
    (tmp_path / "policy").write_text("".join(f"log {key}\n" for key in keys) + told)
    for entry in (wrong, right):
        words = [str(tmp_path / f"{entry.number}"), "--policy", str(tmp_path / "policy")]
        assert main(["--lang", "en", "ledger", "verify", *words]) == 0
        said = "Remark: the time of the act is later" in capsys.readouterr().out
        assert said == (entry == wrong)


def test_no_due_time_is_seen_to_twice_or_missed_by_workers_whose_clocks_differ() -> None:
    """Of two workers one is off; each day's due time is seen to once, and none of the year ahead holds."""
    for case in range(CASES):
        drift = DRIFTS[case % len(DRIFTS)]
        row = Schedule(f"tests.clock_{case}", nothing, DAY, None, frozenset(), None)
        begun = LEAP + timedelta(seconds=case)
        schedules.fire(row, begun)
        schedules.fire(row, begun + drift)
        for day in range(1, 4):
            right, off = begun + day * DAY, begun + day * DAY + drift
            fired = [schedules.fire(row, moment) for moment in (right, off, right, off)]
            assert fired[2:] == [False, False], (drift, fired)
            seen_to = Firing.objects.filter(schedule=row.name, due=row.latest(right))
            assert seen_to.exclude(result_id="").count() == 1, (drift, day)
    tell("6", "two workers with differing clocks, each due time once", cases=CASES, days=3)


def test_fsck_says_it_as_a_remark_and_no_fault(
    cast: Cast, tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = keep_in(tmp_path, settings)
    due = cast.round.due_on + DAY
    move_due_date(cast.secretariat, cast.round, due_on=due, now=timezone.now() + HOUR)
    size = kept.sign()
    assert run_fsck(Namespace()) == 0
    (doubt,) = doubts()
    told = capsys.readouterr().out
    assert sentence("ledger.fsck.whole", size=size) in told
    assert sentence(
        "ledger.remark.ahead", index=doubt.index, at=doubt.at.isoformat(),
        checkpoint=doubt.checkpoint.isoformat(),
    ) in told  # fmt: skip
