"""The words: an FTS5 table on SQLite, a GIN index on PostgreSQL.

SQLite 3.40 (Debian 12) has no `contentless_delete`, so the FTS5 table keeps its tokens. Its tokenizer
splits at blanks alone: our tokens are made already (kernel/text/tokens.py). A later change of
search_document may drop and make all of this anew: it is derived data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ON_SQLITE = (
    """CREATE VIRTUAL TABLE search_words USING fts5(
        head, body, facets, prefix='1 3', tokenize="ascii tokenchars '=.-_'")""",
    """CREATE TRIGGER search_document_gone AFTER DELETE ON search_document BEGIN
        DELETE FROM search_words WHERE rowid = old.id; END""",
)
ON_POSTGRES = ("CREATE INDEX search_document_words ON search_document USING gin (words)",)


def make(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in ON_SQLITE if editor.connection.vendor == "sqlite" else ON_POSTGRES:
        editor.execute(statement)


def drop(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute("DROP TRIGGER search_document_gone")
        editor.execute("DROP TABLE search_words")
    else:
        editor.execute("DROP INDEX search_document_words")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index")]

    operations = [migrations.RunPython(make, drop)]
