"""Fault 12: what is damaged is found by the worker's own reading within one cycle, and stops the ledger."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from registan.jobs.schedules import all_schedules
from registan.kernel.log.policy import Policy
from registan.ledger.alarm import Alarm, alarm
from registan.ledger.fsck import EVER, fsck, span, whole
from registan.ledger.guard import writing
from registan.ledger.jobs import read_again
from registan.ledger.keeper import Keeper
from registan.ledger.log_keys import all_public_keys
from registan.ledger.models import Checkpoint, Entry, Leaf, LogState, Reading
from registan.ledger.reading import is_due, last_whole, read_on
from registan.ledger.sequencer import integrate_all
from registan.ledger.signer import Halted
from registan.ledger.witnesses import Witnesses, witnesses_of
from registan.web.refusal import Refused
from tests.faults.counts import tell, times
from tests.faults.test_bits import PLACES, WITNESS, Log, flip, log, undone
from tests.ledger.keeping import keep_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from registan.kernel.log.keys import VerifierKey
    from tests.cast import Cast

__all__ = ["log"]  # a fixture
pytestmark = pytest.mark.django_db
THEIRS = [by.key for by in WITNESS]
MINUTE = timedelta(minutes=1)


def keys_of(log: Log) -> list[VerifierKey]:
    return [one.key for one in log.signer().keys[0].signers]


def read_a_cycle(keys: list[VerifierKey], *, least: int) -> Alarm | None:
    """One minute after another until the cycle ends or the alarm is raised."""
    now, before = timezone.now(), Reading.objects.filter(pk=1).values_list("whole_at").first()
    for minute in range(100):
        read_on(now + minute * MINUTE, keys, THEIRS, least=least)
        if (stands := alarm()) is not None:
            return stands
        if Reading.objects.values_list("whole_at").get() != before:
            return None
    raise AssertionError("the cycle does not end")


def test_a_whole_ledger_is_read_in_shares_and_said_to_be_whole(log: Log) -> None:
    read, now = [], timezone.now()
    while last_whole() is None:
        read.append(read_on(now, keys_of(log), THEIRS, least=4))
    assert sum(read) == log.size
    assert len(read) > 2
    assert alarm() is None
    found = last_whole()
    assert found is not None
    assert (found.whole_at, found.whole_size, found.place) == (now, log.size, 0)


def test_one_bit_is_found_within_a_cycle_and_stops_everything(log: Log, cast: Cast) -> None:
    rng, found, rounds = random.Random(21), 0, times(len(PLACES), 400)
    keys = keys_of(log)
    for number in range(rounds):
        place = PLACES[number % len(PLACES)]
        with undone():
            # The cycle is somewhere in its midst when it happens.
            for _ in range(rng.randrange(4)):
                read_on(timezone.now(), keys, THEIRS, least=5)
            try:
                with transaction.atomic():
                    index = flip(place, rng)
            except IntegrityError:
                found += 1  # the database itself refuses it
                continue
            stands = read_a_cycle(keys, least=5) or read_a_cycle(keys, least=5)
            assert stands is not None, place
            if index is not None and not place.waiting:
                assert stands.facts["index"] in {index, index + 1}, (place, stands)
            _everything_stops(log, cast, stands)
            found += 1
    assert found == rounds
    tell("12", "one bit flipped, found by the worker's reading within a cycle", bits=rounds,
         found=found)  # fmt: skip


def _everything_stops(log: Log, cast: Cast, stands: Alarm) -> None:
    """Acts are refused in plain words; the keeper neither signs nor begins anew."""
    signed = Checkpoint.objects.count()
    with pytest.raises(Refused) as refused:
        cast.act_again()
    assert refused.value.code == "ledger_halted"
    assert stands.sentence("en") in refused.value.sentence("en")
    keeper = Keeper(log.signer(), Witnesses(witnesses_of(Policy(quorum="none"))), interval=0)
    with pytest.raises(Halted, match=stands.code):
        keeper.turn(timezone.now())
    assert Checkpoint.objects.count() == signed


def test_a_new_start_clears_the_alarm_only_when_all_is_whole(log: Log) -> None:
    keeper = Keeper(log.signer(), Witnesses(witnesses_of(Policy(quorum="none"))), interval=0)
    entry = Entry.objects.get(leaf__index=2)
    with writing():
        Entry.objects.filter(pk=entry.pk).update(sealed=bytes(entry.sealed)[:-1] + b"?")
    assert read_a_cycle(keys_of(log), least=1000) == Alarm("damaged", {"index": 2})
    with pytest.raises(Halted) as halted:
        keeper.open()
    assert (halted.value.code, halted.value.facts) == ("damaged", {"index": 2})
    with writing():
        Entry.objects.filter(pk=entry.pk).update(sealed=bytes(entry.sealed))
    keeper.open()
    assert alarm() is None
    keeper.turn(timezone.now())


@pytest.mark.parametrize("cut", [1, 3, 7])
def test_shares_find_what_one_reading_finds(cut: int, log: Log) -> None:
    keys = keys_of(log)
    with writing():
        Leaf.objects.filter(index=3).update(n=10**6)
        Entry.objects.filter(leaf__index=6).update(actor="XX")
        Checkpoint.objects.update(root=bytes(32))
    parts = list(whole())
    for start in range(0, log.size, cut):
        end = start + cut if start + cut < log.size else EVER
        parts += span(start, end, keys, THEIRS)
    told = {(fault.code, fault.index) for fault in parts}
    assert {("column_differs", 6), ("stream_hole", 3)} <= told
    # Read in one go, what follows an act that is out of its place may be named as well.
    follows = {("act_differs", 4), ("stream_hole", 4), ("stream_hole", 5)}
    assert {(fault.code, fault.index) for fault in fsck(keys, THEIRS)} - told <= follows


def test_acts_that_come_during_a_cycle_are_no_fault(log: Log, cast: Cast) -> None:
    keys, now = keys_of(log), timezone.now()
    for _ in range(8):
        read_on(now, keys, THEIRS, least=6)
        cast.act_again(2)
        integrate_all()
        log.signer().sign(now)
    assert alarm() is None
    assert last_whole() is not None


def test_a_cycle_begins_again_after_its_minutes_and_not_before(
    log: Log, settings: Settings
) -> None:
    now = timezone.now()
    assert is_due(now)
    read_on(now, keys_of(log), THEIRS)
    assert last_whole() is not None
    assert not is_due(now + 14 * MINUTE)
    assert is_due(now + 15 * MINUTE)
    assert is_due(now - MINUTE), "the clock was put back"
    settings.LEDGER_CYCLE_MINUTES = 0
    assert not is_due(now + 15 * MINUTE)


def test_the_worker_does_it_by_its_schedule(cast: Cast, tmp_path: Path, settings: Settings) -> None:
    kept = keep_in(tmp_path, settings)
    kept.sign()
    kept.cosign(2)
    (row,) = [one for one in all_schedules() if one.name == "ledger.read_again"]
    assert row.only_if is not None
    assert row.only_if()
    done = read_again.call()
    assert done == LogState.objects.get().size
    assert not row.only_if()
    page = cast.client("secretariat").get("/en/ledger/").content.decode()
    assert f"all {done} entries found whole" in page
    # A machine without any key of the log cannot tell, and says nothing.
    with writing():
        Reading.objects.all().delete()
    settings.LEDGER_KEYS = tmp_path / "none"
    assert all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN) == []
    assert read_again.call() == 0
    assert (alarm(), last_whole()) == (None, None)
