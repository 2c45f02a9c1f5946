"""The term of a measure as it now stands, in words that the reader of tables reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.formats import date_format

from registan.plans.models.measures import Standing
from registan.web.languages import CODES
from registan.web.texts import say

if TYPE_CHECKING:
    from datetime import date

    from registan.plans.models import Measure, MeasureText

ONCE = frozenset({"once", "unknown"})


def present_term(
    raw: str, lang: str, *, fate: str, starts_on: date | None, ends_on: date | None, recurrence: str
) -> str:
    """The words of the plan while they hold; of a postponed measure, the term it was given since."""
    if fate != Standing.POSTPONED or ends_on is None:
        return raw
    with translation.override(CODES[lang]):
        start, end = (
            date_format(day, "DATE_FORMAT") if day else "" for day in (starts_on, ends_on)
        )
    if not start:
        return say("plans.term.until", lang, end=end)
    span = say("plans.term.span", lang, start=start, end=end)
    if recurrence in ONCE:
        return span
    return say("plans.term.again", lang, how=say(f"recurrence.{recurrence}", lang), span=span)


def term_of(measure: Measure, text: MeasureText) -> str:
    """The present term of a measure in the language of one of its texts."""
    return present_term(
        text.term_raw, text.lang, fate=measure.fate, starts_on=measure.starts_on,
        ends_on=measure.ends_on, recurrence=measure.recurrence,
    )  # fmt: skip
