"""Faults 6, 21 and 22: clocks that go astray, numbers near their limits, a fork with an open connection."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import DataError, IntegrityError, connection, connections, transaction
from django.utils import timezone

from registan.kernel.log.growth import HASH, edge_of, root_of
from registan.kernel.log.policy import Policy
from registan.ledger.forks import lay_aside
from registan.ledger.fsck import fsck
from registan.ledger.guard import writing
from registan.ledger.keeper import Keeper
from registan.ledger.log_keys import generations
from registan.ledger.models import Checkpoint, Entry, Leaf, LogState, Pending, Stream, Tile
from registan.ledger.sequencer import integrate_all
from registan.ledger.signer import Signer, Verified
from registan.ledger.witnesses import Witnesses, witnesses_of
from registan.plans.acts.rounds import move_due_date
from tests.faults.counts import tell

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
DRIFTS = (-timedelta(hours=1), timedelta(days=365), timedelta(0), -timedelta(days=3), timedelta(1))


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    origin = settings.LEDGER_ORIGIN
    signer = Signer(origin, generations(tmp_path / "keys", origin), tmp_path / "last")
    return Keeper(signer, Witnesses(witnesses_of(Policy(quorum="none"))), interval=1)


def test_order_is_that_of_the_log_whatever_the_clocks_say(cast: Cast) -> None:
    now = timezone.now()
    for drift in DRIFTS * 10:
        due = cast.round.due_on + timedelta(days=1)
        move_due_date(cast.secretariat, cast.round, due_on=due, now=now + drift)
    integrate_all()
    rows = Leaf.objects.select_related("entry").order_by("index")
    entries = [leaf.entry for leaf in rows if leaf.entry.kind == "plans.round.moved"]
    assert len(entries) == 50
    assert [entry.at - now for entry in entries] == list(DRIFTS * 10)
    assert [entry.pk for entry in entries] == sorted(entry.pk for entry in entries)


def test_a_clock_put_back_does_not_keep_the_keeper_from_signing(cast: Cast, keeper: Keeper) -> None:
    now = timezone.now()
    keeper.open()
    keeper.turn(now)
    for moment in (now - timedelta(hours=1), now + timedelta(days=366), now):
        cast.act_again()
        keeper.turn(moment)
        latest = Checkpoint.objects.latest("size")
        assert latest.size > Entry.objects.filter(kind="plans.round.moved").count()
        assert latest.size == LogState.objects.get().size
        assert latest.made_at == moment


@pytest.mark.parametrize("near", [2**31, 2**53, 2**62])
def test_numbers_pass_their_round_limits(near: int, cast: Cast, keeper: Keeper) -> None:
    size = near - 3
    edge = {level: bytes([level]) * HASH * width for level, _, width in edge_of(size)}
    with writing():
        Tile.objects.bulk_create(
            Tile(level=level, number=number, hashes=edge[level])
            for level, number, _ in edge_of(size)
        )
        LogState.objects.update_or_create(
            pk=1, defaults={"size": size, "root": root_of(size, edge)}
        )
        Stream.objects.create(name="members", length=near - 2, head=bytes(32))
    waiting = Pending.objects.count()
    integrate_all()
    indices = list(Leaf.objects.order_by("index").values_list("index", flat=True))
    assert indices == list(range(size, size + waiting))
    assert indices[-1] > near
    assert Leaf.objects.filter(n__gte=near).exists() or waiting < 6
    keeper.signer.verified = Verified(size, root_of(size, edge), edge)
    state = LogState.objects.get()
    keeper.signer.read_back(state.size, bytes(state.root))
    assert keeper.signer.verified.size == size + waiting
    tell("21", f"numbers of the log pass 2^{near.bit_length() - 1}", entries=waiting)


def begin_after(table: str, value: int) -> None:
    """The next row of this table gets the number after `value` from the sequence of the database."""
    with writing(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, value])
            return
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, value])


@pytest.mark.parametrize("near", [2**31, 2**53, 2**62])
def test_sequences_of_the_database_pass_their_round_limits(
    near: int, cast: Cast, keeper: Keeper
) -> None:
    models = (Entry, Stream, Tile)
    for model in models:
        begin_after(model._meta.db_table, near - 3)
    keeper.open()
    cast.act_again(5)
    keeper.turn(timezone.now())
    cast.act_again(5)
    keeper.turn(timezone.now())
    numbers = list(
        Entry.objects.filter(pk__gte=near - 2).order_by("pk").values_list("pk", flat=True)
    )
    assert len(numbers) >= 10
    assert numbers == list(range(near - 2, near - 2 + len(numbers)))
    assert list(Leaf.objects.filter(entry__in=numbers).order_by("index").values_list(
        "entry", flat=True)) == numbers  # fmt: skip
    assert Tile.objects.latest("pk").pk > near - 3
    assert list(fsck([one.key for one in keeper.signer.keys[0].signers])) == []
    tell("21", f"sequences of the database pass 2^{near.bit_length() - 1}", rows=len(numbers))


def test_a_size_beyond_the_protocol_is_refused(cast: Cast) -> None:
    integrate_all()
    with pytest.raises((IntegrityError, OverflowError, DataError)), transaction.atomic(), writing():
        LogState.objects.update(size=2**63)


def test_keys_of_rows_are_64_bits_wide(cast: Cast) -> None:
    with writing():
        made = Entry.objects.create(
            pk=2**53 + 1, kind="x", at=timezone.now(), sealed=b"", audience="public"
        )
    assert Entry.objects.get(pk=made.pk).pk == 2**53 + 1


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a file of SQLite is opened here")
def test_a_child_does_not_use_the_connection_of_its_parent(tmp_path: Path) -> None:
    """Opened on a file of its own, since a database in memory is nobody else's."""
    own = connection.copy("own")
    own.settings_dict = {**own.settings_dict, "NAME": str(tmp_path / "own.sqlite3")}
    connections.settings["own"] = own.settings_dict
    connections["own"] = own
    try:
        own.connect()
        parents = own.connection
        reads, writes = os.pipe()
        if (pid := os.fork()) == 0:
            os.write(writes, b"aside" if own.connection is None else b"shared")
            os._exit(0)
        os.waitpid(pid, 0)
        assert os.read(reads, 9) == b"aside"
        assert own.connection is parents
        lay_aside()
        assert own.connection is None
    finally:
        own.close()
        del connections["own"], connections.settings["own"]
    tell("22", "a fork with an open connection", children=1)
