"""Every table: who may see its rows, what it keeps of natural persons, and that migrations are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from registan.ledger.guard import is_free
from registan.parties.models import Official

if TYPE_CHECKING:
    from collections.abc import Iterator

# Tables without `visible_to`, and why a reader cannot reach into them.
OPEN = "a fact of the profile, public by nature"
LOG = "the transparency log is public: it holds commitments, and nothing of what was done"
WITH_PARENT = "read only through its parent, which has visible_to"
NOT_VISIBLE_BY_ITSELF: dict[str, str] = {
    "ledger.Secret": "read only to open an entry that the reader sees",
    "ledger.Pending": "read by the sequencer alone",
    "ledger.Stream": "read by the sequencer alone",
    "ledger.Leaf": LOG,
    "ledger.Tile": LOG,
    "ledger.LogState": LOG,
    "ledger.Reading": "says only how far the ledger was read again, and when it was found whole",
    "ledger.Checkpoint": LOG,
    "ledger.Cosignature": LOG,
    "ledger.KeyRotation": LOG,
    "ledger.OfficeKey": "a public key, so that anyone checks what it signed",
    "parties.Organisation": OPEN,
    "parties.State": OPEN,
    "parties.StatusType": OPEN,
    "parties.Membership": OPEN,
    "parties.Participation": OPEN,
    "parties.Body": OPEN,
    "parties.Alias": OPEN,
    "parties.Chair": OPEN,
    "parties.Sitting": OPEN,
    "parties.Guest": OPEN,
    "parties.BudgetShare": OPEN,
    "parties.Official": "listed to nobody; found by its mandates or by signing in",
    "parties.Shredding": "the register of what was shredded is public, always",
    "plans.Chapter": WITH_PARENT,
    "plans.Obligation": WITH_PARENT,
    "plans.MeasureText": WITH_PARENT,
    "plans.Milestone": WITH_PARENT,
    "plans.Assignment": WITH_PARENT,
    "plans.Joining": WITH_PARENT,
    "plans.Indicator": WITH_PARENT,
    "plans.Answer": WITH_PARENT,
    "plans.Addition": WITH_PARENT,
    "plans.Amendment": WITH_PARENT,
    "plans.RoundLine": WITH_PARENT,
    "plans.FrozenWords": WITH_PARENT,
    "plans.Quantity": WITH_PARENT,
    "health.BottleneckChange": WITH_PARENT,
    "plans.Binding": WITH_PARENT,
    "plans.CitedFigure": WITH_PARENT,
    "plans.RoundFigure": WITH_PARENT,
    "health.Definition": WITH_PARENT,
    "health.Sent": WITH_PARENT,
    "health.TimelinessMark": WITH_PARENT,
    "health.QuestionAnswer": WITH_PARENT,
    "health.StockLot": WITH_PARENT,
    "health.ExercisePart": WITH_PARENT,
    "health.CountTray": "a working paper, found by its token and the mandate of its own State alone",
    "plans.Draft": "a working paper, found by the mandate of its own State or Body alone",
    "plans.DraftFile": WITH_PARENT,
    "plans.SheetTray": "a working paper, found by its Official alone",
    "plans.ImportTray": "a working paper, found by its token and the mandate of its own party alone",
}
# Words that a column about a natural person would be called by.
PERSONAL = ("name", "email", "mail", "phone", "address", "birth", "passport", "gender", "person",
            "surname", "patronymic", "photo", "nationality", "iin", "inn")  # fmt: skip
# Columns with such a word that hold no natural person.
IMPERSONAL = {
    "names": "of a State, condition, Body, agency, indicator or status, by language",
    "short_names": "the same, short",
    "file_name": "of an upload",
    "name": "an alias of a State or Body",
}
LETTERS = {
    "jobs.Letter.username": "the account a letter went to: the log of what went to whom",
    "jobs.Letter.address": "the address it went to, kept so that it can be sent again",
    "jobs.Preference.username": "the account whose wish it is",
}


def ours() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        if model.__module__.startswith("registan."):
            yield model


def test_every_record_answers_who_may_see_it_or_says_why_not() -> None:
    silent = {
        model._meta.label
        for model in ours()
        if not hasattr(model._default_manager.all(), "visible_to")
        and not is_free(model._meta.db_table)
        and not (model._meta.auto_created)
    }
    assert silent == set(NOT_VISIBLE_BY_ITSELF), silent ^ set(NOT_VISIBLE_BY_ITSELF)


def test_every_record_with_an_audience_can_be_asked_for_by_viewer() -> None:
    silent = [
        model._meta.label
        for model in ours()
        if any(field.name == "audience" for field in model._meta.fields)
        and not hasattr(model._default_manager.all(), "visible_to")
    ]
    assert silent == []


def test_natural_persons_stand_in_one_table_only() -> None:
    found = {
        f"{model._meta.label}.{field.name}"
        for model in ours()
        if model is not Official
        for field in model._meta.fields
        if any(word in PERSONAL for word in [*field.name.split("_"), field.name])
        and field.name not in IMPERSONAL
    }
    assert found <= set(LETTERS) | {"parties.Official.display_name"}, found
    kept = {field.name for field in Official._meta.fields}
    assert kept == {
        "id", "password", "username", "display_name", "email", "language", "is_active", "feed_key",
        "is_cast",
    }  # fmt: skip


def test_every_number_that_counts_rows_is_wide_enough() -> None:
    """A 32-bit counter ended a certificate authority's day in 2019."""
    narrow = [
        model._meta.label
        for model in ours()
        if isinstance(model._meta.pk, models.AutoField)
        and not isinstance(model._meta.pk, models.BigAutoField)
    ]
    assert narrow == []


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
