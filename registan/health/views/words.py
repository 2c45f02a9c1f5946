"""Figures, kinds and differences in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.formats import number_format

from registan.kernel.counts.kinds import CORRECTION, NOT_REPORTED, NOTHING, ZERO
from registan.kernel.counts.periods import period_name
from registan.parties.queries import Names
from registan.web.rows import Cell, Column, Mark, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from registan.health.differences import Difference
    from registan.health.intake import Draft, Key
    from registan.health.models import Series
    from registan.health.queries.series import Reading
    from registan.health.queries.submissions import SentLine

MOST_ROWS, MOST_GAPS = 300, 20


def figure_words(kind: str, value: int) -> str:
    """A figure, or the word for why there is none."""
    if kind in {NOT_REPORTED, NOTHING}:
        return say("counts.kind.not_reported" if kind == NOT_REPORTED else "counts.kind.nothing")
    if kind == CORRECTION:
        return say("counts.kind.correction", n=number_format(value, use_l10n=True))
    return "0" if kind == ZERO else str(number_format(value, force_grouping=True))


def shown(reading: Reading, start: int) -> tuple[str, str]:
    """What stands in a cell of a reading, and how it looks."""
    kind, value = reading.standing.at(start)
    if start in reading.hidden:
        if start in reading.withheld:
            return say("counts.withheld"), "rest"
        return say("counts.fewer", n=reading.below), "rest"
    words = figure_words(kind, value)
    look = {NOTHING: "late", NOT_REPORTED: "rest", CORRECTION: "rest", ZERO: "part"}.get(
        kind, "going"
    )
    if reading.revisions(start):
        return say("counts.revised_mark", figure=words), look
    return words, look


def place_words(series: Series, names: Names) -> str:
    """State, area and band of a series."""
    parts = [names.short(series.state.key), series.area, _band(series.sex, series.age)]
    return say("web.comma").join(part for part in parts if part)


def _band(sex: str, age: str) -> str:
    return " ".join(part for part in (say(f"counts.sex.{sex}") if sex else "", age) if part)


def _place(key: Key, draft: Draft, names: Names) -> str:
    parts = [names.short(draft.states[key.state].key), key.area, _band(key.sex, key.age)]
    return say("web.comma").join(part for part in parts if part)


def difference_table(difference: Difference, draft: Draft) -> SafeString:
    """What a file changes, figure by figure, revisions first; for its own State alone."""
    names = Names.load()
    changed = [each for rows in difference.changed.values() for each in rows]
    changed.sort(key=lambda each: (not each.is_revision, each.key, each.figure.start))
    rows: list[list[Cell]] = []
    for each in changed[:MOST_ROWS]:
        condition = draft.conditions[each.key.condition]
        word = "counts.revised" if each.is_revision else "counts.new"
        rows.append([
            period_name(condition.period, each.figure.start), in_lang(condition.names),
            say(f"measure.{each.key.measure}"), _place(each.key, draft, names),
            figure_words(each.kind_before, each.before),
            figure_words(each.figure.kind, each.figure.value),
            Mark(say(word), "going" if each.is_revision else "done"),
        ])  # fmt: skip
    heads: list[str | Column] = [
        Column(say("counts.period"), "head"), say("health.condition"), say("health.measure"),
        say("health.place"), Column(say("plans.sheet.before"), "num"),
        Column(say("plans.sheet.after"), "num"), say("counts.what"),
    ]  # fmt: skip
    return table(heads, rows, label=say("health.differences"), classes="periods")


def gaps_in_words(difference: Difference, draft: Draft) -> list[str]:
    """Periods between what is there and what is sent of which nothing is said: no mistake, but told."""
    names, found = Names.load(), []
    for key, starts in difference.gaps.items():
        condition = draft.conditions[key.condition]
        told = [period_name(condition.period, start) for start in starts[:MOST_GAPS]]
        place = _place(key, draft, names)
        found.append(say("counts.gap", what=in_lang(condition.names), place=place, n=len(starts),
                         periods=say("web.list").join(told)))  # fmt: skip
    return found[:MOST_GAPS]


def summary_rows(summary: Sequence[dict[str, Any]]) -> SafeString:
    """What a submission is made of, by condition and measure."""
    heads: list[str | Column] = [
        Column(say("health.condition"), "head"), say("health.measure"),
        *(Column(say(f"counts.of.{name}"), "num")
          for name in ("values", "revised", "zero", "not_reported")),
        say("counts.of.first"), say("counts.of.last"),
    ]  # fmt: skip
    rows = [
        [row["condition"], say(f"measure.{row['measure']}"), str(row["values"]),
         str(row["revised"]), str(row["zero"]), str(row["not_reported"]), row["first"], row["last"]]
        for row in summary
    ]  # fmt: skip
    return table(heads, rows, label=say("health.summary"))


def sent_table(lines: Sequence[SentLine]) -> SafeString:
    """The figures of a submission as the reader may see them."""
    names = Names.load()
    rows = [
        [period_name(each.series.condition.period, each.start), in_lang(each.series.condition.names),
         say(f"measure.{each.series.measure}"), place_words(each.series, names),
         say("counts.hidden") if each.is_hidden else figure_words(each.kind, each.figure or 0)]
        for each in lines
    ]  # fmt: skip
    heads: list[str | Column] = [
        Column(say("counts.period"), "head"), say("health.condition"), say("health.measure"),
        say("health.place"), Column(say("counts.figure"), "num"),
    ]  # fmt: skip
    return table(heads, rows, label=say("health.figures"), classes="periods")
