"""The estimate of a series: in sentences, as figures, as a table, as CSV."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate, localtime

from registan.health.queries.estimates import estimated
from registan.health.queries.series import in_weeks
from registan.kernel.counts.kinds import REPORTED, ZERO
from registan.kernel.counts.periods import week_name
from registan.kernel.draw.fan import Spot, fan
from registan.kernel.epi.intervals import known_interval
from registan.web.rows import Cell, Column, table
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registan.health.models import Estimate
    from registan.health.queries.series import Reading
    from registan.ledger.audience import Viewer

# Weeks of figures before the forecast.
SHOWN = 40
# A 95 % band that reaches higher than so many times all else is cut in the figure.
MOST_OUTER = 2.0
# Weeks of R in the table; the file has all.
R_ROWS = 6
PARTS = ("nowcast", "r", "forecast", "score")


def estimate_context(
    reading: Reading, viewer: Viewer, *, title: str, is_past: bool
) -> dict[str, Any]:
    """For health/estimates.html."""
    told = estimated(reading, viewer, is_past=is_past)
    if told.estimate is None:
        return {"sentences": [say(f"estimate.no.{told.why}")]}
    row = told.estimate
    return {
        "sentences": list(sentences(row)), "fan": fan_of(row, reading, title), "r": _fan_of_r(row),
        "table": _table(row), "made": _made(row), "interval": interval_words(row), "has_file": True,
    }  # fmt: skip


def sentences(row: Estimate) -> Iterator[str]:
    """All that is estimated, or why it is not, one sentence each."""
    told = row.found
    if row.is_past(localdate()):
        yield say("estimate.past", week=_week(row, 0))
    for each in told.get("nowcast", []):
        week, share = _week(row, -each["back"]), round(100 * each["share"])
        if band := each["band"]:
            yield say("estimate.nowcast", week=week, share=share, **_words(band))
        else:
            yield say("estimate.nowcast.point", week=week, share=share, n=whole(each["point"]))
    if "r" in told:
        yield r_sentence(row)
    for ahead, band in enumerate(told.get("forecast", {}).get("bands", []), start=1):
        yield say("estimate.forecast", week=_ahead(row, ahead), **_words(band))
    if "score" in told:
        yield _score_sentence(told["score"], is_plain=told["why"].get("r") == "no_interval")
    for part in PARTS:
        # Long after the last figure nothing is outstanding.
        if part in told["why"] and not (part == "nowcast" and row.is_past(localdate())):
            yield say(f"estimate.why.{part}.{told['why'][part]}")


def r_sentence(row: Estimate) -> str:
    """R of the last week for which there is one."""
    last = row.found["r"][-1]
    low, middle, high = last["band"]
    what = "up" if low > 1 else "down" if high < 1 else "open"
    return say("estimate.r", week=_week(row, -last["back"]), n=_two(middle), low=_two(low),
               high=_two(high), what=say(f"estimate.r.{what}"))  # fmt: skip


def interval_words(row: Estimate) -> str:
    """The serial interval that R and forecast rest on: where it is from and how sure it is; "" for none."""
    told = known_interval(row.series.condition.code)
    if told is None:
        return ""
    return say("estimate.interval", mean=number_format(told.mean), sd=number_format(told.sd),
               source=told.source, of_mean=say(f"estimate.interval.{told.of_mean}"),
               of_sd=say(f"estimate.interval.{told.of_sd}"))  # fmt: skip


def _score_sentence(told: dict[str, Any], *, is_plain: bool) -> str:
    # Without a serial interval the forecast is the plain continuation itself.
    word = "better" if told["rwis"] < 1 else "plain" if is_plain else "worse"
    return say(f"estimate.score.{word}", n=told["n"], rwis=_two(told["rwis"]), held=told["held"],
               percent=round(100 * (1 - told["rwis"])))  # fmt: skip


def whole(value: float) -> str:
    return str(number_format(round(value), force_grouping=True))


def _two(value: float) -> str:
    return str(number_format(round(value, 2), decimal_pos=2))


def _words(band: Sequence[float]) -> dict[str, str]:
    return {"n": whole(band[2]), "low": whole(band[0]), "high": whole(band[4])}


def _week(row: Estimate, ahead: int) -> str:
    return week_name(row.week.toordinal() + 7 * ahead)


def _ahead(row: Estimate, ahead: int) -> str:
    """The week that many weeks after the last known figure."""
    return _week(row, ahead - row.found["forecast"]["silent"])


def fan_of(row: Estimate, reading: Reading, title: str) -> SafeString:
    """The last weeks as reported, and bands over what is outstanding or lies ahead.

    Nothing is hidden in it: the estimate is shown only where no figure is hidden from the reader.
    """
    weeks = in_weeks(reading.series, reading.standing, by_week=True)
    bands = {-each["back"]: each["band"] for each in row.found.get("nowcast", [])}
    if forecast := row.found.get("forecast"):
        for ahead, band in enumerate(forecast["bands"], start=1):
            bands[ahead - forecast["silent"]] = band
    if not bands:
        return SafeString("")
    spots = []
    for ahead in range(1 - SHOWN, max(bands) + 1):
        name, band = _week(row, ahead), bands.get(ahead)
        kind, figure = weeks.at(row.week.toordinal() + 7 * ahead)
        value = figure if kind in {REPORTED, ZERO} else None
        words = say("estimate.spot", week=name, **_words(band)) if band else name
        if value is not None and not band:
            words = f"{name}{say('web.colon')}{whole(value)}"
        spots.append(Spot(words, value, tuple(band) if band else None))
    first, last = _week(row, 1 - SHOWN), _week(row, max(bands))
    return mark_safe(  # noqa: S308  escaped there
        fan(spots, title=title, first=first, last=last, most_outer=MOST_OUTER)
    )


def _fan_of_r(row: Estimate) -> SafeString:
    told = row.found.get("r", [])
    spots = []
    for each in told:
        low, middle, high = each["band"]
        words = say("estimate.spot", week=_week(row, -each["back"]), n=_two(middle), low=_two(low),
                    high=_two(high))  # fmt: skip
        spots.append(Spot(words, None, (low, low, middle, high, high)))
    if len(spots) < 2:
        return SafeString("")
    return mark_safe(fan(  # noqa: S308  escaped there
        spots, title=say("estimate.r.key"), first=_week(row, -told[0]["back"]),
        last=_week(row, -told[-1]["back"]), line_at=1.0,
    ))  # fmt: skip


def _rows(row: Estimate, most: int | None = None) -> Iterator[tuple[str, str, list[float]]]:
    """(what, week, band) of all that is estimated; the bands of R have three numbers."""
    for each in row.found.get("nowcast", []):
        if each["band"]:
            yield "nowcast", _week(row, -each["back"]), each["band"]
    for ahead, band in enumerate(row.found.get("forecast", {}).get("bands", []), start=1):
        yield "forecast", _ahead(row, ahead), band
    for each in row.found.get("r", [])[::-1][:most]:
        yield "r", _week(row, -each["back"]), each["band"]


def _table(row: Estimate) -> SafeString:
    rows: list[list[Cell]] = []
    for what, week, band in _rows(row, most=R_ROWS):
        figure = _two if what == "r" else whole
        half = band[1:4:2] if len(band) == 5 else []
        rows.append([
            week, say(f"estimate.what.{what}"), figure(band[len(band) // 2]),
            say("estimate.range", low=figure(half[0]), high=figure(half[1])) if half else "",
            say("estimate.range", low=figure(band[0]), high=figure(band[-1])),
        ])  # fmt: skip
    heads: list[str | Column] = [
        Column(say("estimate.week"), "head"), say("estimate.what"),
        Column(say("estimate.middle"), "num"), Column(say("estimate.half"), "num"),
        Column(say("estimate.most"), "num"),
    ]  # fmt: skip
    return table(heads, rows, label=say("estimates"), classes="periods") if rows else SafeString("")


def _made(row: Estimate) -> str:
    return say("estimate.made", when=date_format(localtime(row.made_at), "DATETIME_FORMAT"),
               week=_week(row, 0), version=row.version, seed=row.seed,
               digest=row.input_digest[:16])  # fmt: skip


def estimates_csv(row: Estimate | None, name: str) -> HttpResponse:
    """The numbers for a spreadsheet; with what it takes to work them out again."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["what", "week", "q0.025", "q0.25", "q0.5", "q0.75", "q0.975", "version", "seed",
                     "input_sha256"])  # fmt: skip
    for what, week, band in _rows(row) if row else ():
        told = band if len(band) == 5 else [band[0], "", band[1], "", band[2]]
        writer.writerow([what, week, *told, row.version, row.seed, row.input_digest] if row else [])
    response = HttpResponse(
        b"\xef\xbb\xbf" + text.getvalue().encode(), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}-estimates.csv"'
    return response
