"""An event as a paper (DOCX, PDF: the tables of the house) and as JSON, as far as its reader sees it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import orjson
from django.utils import translation

from registan.health.views.event_words import (
    answer_rows,
    clock_in_words,
    suggestion_in_words,
)
from registan.ledger.sealing import utc_text
from registan.parties.queries import Names, organisation
from registan.plans.export.table import PaperTable, Section
from registan.web.languages import CODES
from registan.web.templatetags.registan import day, moment
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from registan.health.queries.events import Said, Thread
    from registan.health.queries.timeliness import Timed
    from registan.kernel.emergency.clocks import Clock
    from registan.kernel.timeliness.spans import Span
    from registan.plans.export.table import Row

WIDTHS = (4.0, 11.0)


def event_paper(found: Thread, lang: str, made_at: datetime) -> PaperTable:
    """Facts, clocks, assessments, every notice with its receipts; a label and its words in each row."""
    with translation.override(CODES[lang]):
        names, known = Names.load(), organisation()
        event = found.event
        marks = [say("exercise.banner")] if event.exercise else []
        marks += [say("events.illustrative")] if event.illustrative else []
        return PaperTable(
            lang=lang, title=f"{in_lang(event.names)} ({names.short(event.state.key)})",
            subtitle=f"{event.key} · {say(f'events.status.{event.status}')} · {moment(made_at)}",
            notice=" · ".join(marks), heads=(say("events.paper.what"), say("events.paper.words")),
            widths=WIDTHS, rows=tuple(_rows(found, names)), made_at=made_at,
            page=say("plans.page_of", page="{page}", pages="{pages}"),
            organisation=in_lang(known.names) if known else "", mark="", language_line="",
        )  # fmt: skip


def _rows(found: Thread, names: Names) -> Iterator[Section | Row]:
    event = found.event
    yield (say("events.place"), say("web.comma").join(filter(None, (
        names.short(event.state.key), event.area))))  # fmt: skip
    if event.began_on:
        yield (say("events.began_on"), day(event.began_on))
    yield (say("events.aware_at"), moment(event.aware_at))
    if event.addressees:
        yield (say("events.addressees"), say("web.list").join(map(names.short, event.addressees)))
    for each in found.clocks:
        yield (say("events.clocks"), clock_in_words(each))
    for said in found.notices:
        yield from _notice_rows(said, names)
    for assessment in found.assessments:
        yield Section(say("events.assessment_n", n=assessment.n))
        yield (say("events.known"), in_lang(assessment.known))
        for question, answer, reason in answer_rows(assessment):
            yield (question, say("web.colon").join(filter(None, (answer, in_lang(reason)))))
        yield (say("events.suggestion"), suggestion_in_words(assessment))


def _notice_rows(said: Said, names: Names) -> Iterator[Section | Row]:
    notice = said.notice
    kind = say(f"events.kind.{notice.kind}")
    yield Section(say("events.notice_by", kind=kind, n=notice.n, state=names.short(notice.sender)))
    yield (moment(notice.made_at), in_lang(notice.texts))
    if notice.ihr_copy:
        yield (say("events.ihr_copy"), say(f"events.ihr_copy.{notice.ihr_copy}"))
    if said.clock:
        yield (say("events.clocks"), clock_in_words(said.clock))
    for each in said.deliveries:
        yield (
            names.short(each.state.key),
            f"{say('events.read')} — {moment(each.read_at)}" if each.read_at
            else say("events.awaited" if each.delivered_at else "events.no_reader"),
        )  # fmt: skip


def event_json(found: Thread, made_at: datetime, told_of: Timed | None = None) -> bytes:
    """The same for machines: keys of States, UTC, all languages. Form: docs/reference/emergencies.md."""
    event = found.event
    told: dict[str, Any] = {
        **event.facts, "illustrative": event.illustrative, "status": event.status,
        "names": event.names, "hazard": event.hazard,
        "condition": event.condition.code if event.condition else "", "area": event.area,
        "began_on": str(event.began_on or ""), "aware_at": utc_text(event.aware_at),
        "rules": event.rules, "addressees": event.addressees, "made_at": utc_text(made_at),
        "clocks": [_clock(each) for each in found.clocks],
        "assessments": [
            {"n": each.n, "made_at": utc_text(each.made_at), "known": each.known,
             "answers": each.answers, "suggestion": each.suggestion, "because": each.because}
            for each in found.assessments
        ],
        "notices": [_notice(each) for each in found.notices],
        "timeliness": _timeliness(told_of) if told_of else None,
        "opinions": [
            {"party": each.of, "assessment": each.assessment.n, "verdict": each.verdict,
             "reasons": each.reasons, "asked_at": utc_text(each.asked_at),
             "given_at": _or_empty(each.given_at)}
            for each in found.opinions
        ],
    }  # fmt: skip
    return orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)


def _notice(said: Said) -> Mapping[str, Any]:
    notice = said.notice
    return {
        "n": notice.n, "kind": notice.kind, "party": notice.sender, "texts": notice.texts,
        "made_at": utc_text(notice.made_at), "ihr_copy": notice.ihr_copy,
        "question": notice.question.n if notice.question else 0,
        "clock": _clock(said.clock) if said.clock else None,
        "receipts": [
            {"party": each.state.key, "delivered_at": _or_empty(each.delivered_at),
             "read_at": _or_empty(each.read_at)}
            for each in said.deliveries
        ],
    }  # fmt: skip


def _timeliness(found: Timed) -> dict[str, Any]:
    """7-1-7: all versions as recorded, and what the rules make of the newest."""
    reading = found.reading
    return {
        "versions": [{**each.to_record(), "made_at": utc_text(each.made_at)} for each in found.versions],
        "intervals": [
            {"name": each.name, "limit": each.limit, "start": _span(each.start), "end": _span(each.end),
             "least": each.least, "most": each.most, "standing": each.standing}
            for each in (reading.intervals if reading else ())
        ],
        "notice": _clock(found.notice.notice) if found.notice and found.notice.notice else None,
    }  # fmt: skip


def _span(span: Span | None) -> list[str]:
    return [span.first.isoformat(), span.last.isoformat()] if span else []


def _clock(each: Clock) -> dict[str, Any]:
    told = asdict(each)
    return {
        **told, "started": utc_text(each.started), "ended": _or_empty(each.ended),
        "due": utc_text(each.due), "taken": int(each.taken.total_seconds()),
    }  # fmt: skip


def _or_empty(at: datetime | None) -> str:
    return utc_text(at) if at else ""
