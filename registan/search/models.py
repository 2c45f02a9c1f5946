"""Tables of the search index. Derived data: `registan search rebuild` makes all of it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class Lexemes(models.TextField[str, str]):
    """The words of a thing: `tsvector` on PostgreSQL. On SQLite they are in the table `search_words`."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"


class Readership(models.Model):
    """A set of audiences that things have in common; things name it by its number.

    So a search asks once which numbers the reader belongs to, and the index leaves out the rest.
    """

    groups = models.CharField(max_length=2000, unique=True, help_text="things.Readers as JSON")

    def __str__(self) -> str:
        return self.groups


class Document(models.Model):
    """One thing in the index, with all its language versions."""

    kind = models.CharField(max_length=30)
    urn = models.CharField(max_length=200)
    page = models.CharField(max_length=60)
    at = models.JSONField()
    heading = models.JSONField()
    texts = models.JSONField()
    words = Lexemes(default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["urn", "kind"], name="document_of_thing")
        ]
        indexes: ClassVar = [
            models.Index(fields=["urn"], name="document_below", opclasses=["varchar_pattern_ops"])
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.urn}"


class Progress(models.Model):
    """How far the index has followed the acts: so many places of the log it has seen."""

    size = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.size)
