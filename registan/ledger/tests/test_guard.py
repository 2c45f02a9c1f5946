"""The write guard: what changes a record outside an act is refused, in every way SQL knows."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from registan.ledger.guard import (
    FREE_PREFIX,
    FREE_TABLES,
    WriteOutsideAct,
    check_write,
    is_free,
    writing,
    written_tables,
)
from registan.ledger.models import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

ROW: dict[str, Any] = {
    "kind": "x", "actor": "x", "office": "x", "subject": "x", "sealed": b"",
    "audience": "public",
}  # fmt: skip


def entry() -> Entry:
    return Entry(at=timezone.now(), **ROW)


def by_sql(sql: str) -> Callable[[], object]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    return run


WAYS: dict[str, Callable[[], object]] = {
    "save": lambda: entry().save(),
    "create": lambda: Entry.objects.create(at=timezone.now(), **ROW),
    "bulk_create": lambda: Entry.objects.bulk_create([entry(), entry()]),
    "bulk_create, conflicts ignored": lambda: Entry.objects.bulk_create(
        [entry()], ignore_conflicts=True
    ),
    "update": lambda: Entry.objects.update(kind="y"),
    "bulk_update": lambda: Entry.objects.bulk_update([Entry(pk=1, kind="y")], ["kind"]),
    "update_or_create": lambda: Entry.objects.update_or_create(
        pk=1, defaults={"at": timezone.now(), **ROW}
    ),
    "delete, with what hangs on it": lambda: Entry(pk=1).delete(),
    "raw delete": lambda: Entry.objects.all()._raw_delete("default"),
    "insert": by_sql("INSERT INTO ledger_entry (kind) VALUES ('x')"),
    "insert in another case and place": by_sql("\n  insert into ledger_entry (kind) values ('x')"),
    "insert or ignore": by_sql("INSERT OR IGNORE INTO ledger_entry (kind) VALUES ('x')"),
    "replace": by_sql("REPLACE INTO ledger_entry (kind) VALUES ('x')"),
    "with": by_sql("WITH a AS (SELECT 'x' AS b) INSERT INTO ledger_entry (kind) SELECT b FROM a"),
    "with, the write inside": by_sql(
        "WITH a AS (DELETE FROM ledger_entry RETURNING *) SELECT * FROM a"
    ),
    "behind a comment": by_sql("/* SELECT */ DELETE FROM ledger_entry"),
    "behind another statement": by_sql("SELECT 1; DELETE FROM ledger_entry"),
    "with a schema": by_sql('UPDATE "main"."ledger_entry" SET kind = \'x\''),
    "explained": by_sql("EXPLAIN ANALYZE DELETE FROM ledger_entry"),
    "truncate": by_sql("TRUNCATE TABLE ledger_entry"),
    "truncate among others": by_sql('TRUNCATE "django_session", "ledger_entry"'),
    "merge": by_sql("MERGE INTO ledger_entry USING a ON true WHEN MATCHED THEN DELETE"),
    "copy": by_sql("COPY ledger_entry FROM STDIN"),
    "drop": by_sql("DROP TABLE ledger_entry"),
    "alter": by_sql("ALTER TABLE ledger_entry DROP COLUMN sealed"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
def test_it_refuses_a_write_outside_an_act(way: str) -> None:
    with pytest.raises(WriteOutsideAct, match=r"ledger_(entry|secret)"):
        WAYS[way]()


@pytest.mark.django_db
def test_it_lets_a_write_inside_an_act_through_and_closes_behind_it() -> None:
    with writing():
        Entry.objects.create(at=timezone.now(), **ROW)
    with pytest.raises(WriteOutsideAct), transaction.atomic():
        Entry.objects.update(kind="y")
    assert Entry.objects.get().kind == "x"


@pytest.mark.django_db
def test_reading_is_free() -> None:
    assert list(Entry.objects.filter(kind="DELETE FROM ledger_entry")) == []
    assert list(Entry.objects.select_for_update().values_list("kind")) == []
    by_sql("SELECT 'UPDATE ledger_entry SET'; ")()


def test_locking_rows_is_no_write() -> None:
    assert written_tables("SELECT a FROM b FOR UPDATE OF c") == []
    assert written_tables("WITH a AS (SELECT 1) SELECT * FROM a FOR NO KEY UPDATE") == []


def test_a_free_table_does_not_cover_for_another() -> None:
    sql = "WITH a AS (DELETE FROM plans_plan) INSERT INTO django_session SELECT * FROM a"
    assert written_tables(sql) == ["plans_plan", "django_session"]


@pytest.mark.django_db
def test_every_free_table_is_there_and_holds_no_record() -> None:
    tables = set(connection.introspection.table_names())
    assert set(FREE_TABLES) - tables <= {"registan_cache"}  # made at set-up, not by migrations
    free = {table for table in tables if is_free(table)}
    records = {table for table in tables if table.startswith(("plans_", "parties_", "ledger_"))}
    assert free.isdisjoint(records)
    assert free <= set(FREE_TABLES) | {table for table in tables if table.startswith(FREE_PREFIX)}
    assert all(len(reason.split()) > 2 for reason in FREE_TABLES.values())


@pytest.mark.django_db
def test_it_is_on_every_connection_of_every_thread() -> None:
    assert all(check_write in each.execute_wrappers for each in connections.all())
    found: list[bool] = []

    def look() -> None:
        connection.ensure_connection()
        found.append(check_write in connection.execute_wrappers)
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [True]
