"""Rows of a plan table in words: where they stand, their terms, who is responsible, what is open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from registan.web.texts import current_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.kernel.plan.reading import Place
    from registan.parties.queries import Names
    from registan.plans.draft import AssignmentDraft
    from registan.plans.settling import Issue, TrayRow


def issue_words(issue: Issue) -> str:
    """The sentence of an issue in the reader's language."""
    return say(f"issue.{issue.code}", **issue.facts)


def place_words(place: Place) -> str:
    """Where something stands in the file, as a person counts it."""
    if place.sheet.startswith("#"):
        return say("import.place.table", table=place.sheet[1:], row=place.row)
    if place.sheet:
        return say("import.place.sheet", sheet=place.sheet, row=place.row)
    return say("import.place", row=place.row)


def day_words(day: str | date | None) -> str:
    """A day in the reader's form; empty where there is none."""
    found = date.fromisoformat(day) if isinstance(day, str) and day else day
    return date_format(found, "DATE_FORMAT") if found else ""


def term_words(row: TrayRow) -> str:
    """The term as it was read or typed, in words."""
    word = say(f"recurrence.{row.recurrence}")
    start, end = day_words(row.starts_on), day_words(row.ends_on)
    if not (start or end):
        return word
    kind = "between" if start and end else "since" if start else "until"
    return say("import.term", days=say(f"import.term.{kind}", start=start, end=end), word=word)


def issues_words(issues: Sequence[Issue]) -> str:
    """Several issues as one run of sentences."""
    return ("" if current_lang() == "zh" else " ").join(map(issue_words, issues))


def responsible_words(assignments: Sequence[AssignmentDraft], names: Names, lang: str) -> str:
    """Who was read as responsible, each with its part."""
    return say("import.separator").join(_one_responsible(each, names, lang) for each in assignments)


def _one_responsible(each: AssignmentDraft, names: Names, lang: str) -> str:
    name = names.short(each.party) if each.party else each.names.get(lang, "")
    name = name or say(f"assignee.{each.kind}")
    beside = [say(f"part.{each.part}")] if each.part != "participant" else []
    beside += [say(f"actor_note.{note}") for note in each.notes]
    notes = say("import.beside.separator").join(beside)
    return say("import.beside", name=name, notes=notes) if beside else name
