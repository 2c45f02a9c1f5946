"""Pages of plans: the list, one plan, the table of measures by party, the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe

from registan.kernel.draw.stacked import Part, stacked_bar
from registan.ledger.kept import kept
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import party_choices
from registan.parties.request import may
from registan.plans.acts.additions import is_in_force
from registan.plans.export.papers import write_docx, write_pdf
from registan.plans.export.sheets import write_csv, write_xlsx
from registan.plans.queries.calendar import due_lines
from registan.plans.queries.overview import (
    ORDER,
    SOON,
    RoundCounts,
    attention,
    plan_round,
    round_counts,
)
from registan.plans.queries.papers import measures_paper
from registan.plans.queries.plans import (
    Filters,
    find_chapter,
    find_plan,
    measure_lines,
    plan_tree,
    version_for,
)
from registan.plans.queries.rounds import rounds_of
from registan.plans.views.grid import grid_page
from registan.plans.views.looks import LOOKS
from registan.web.asked import whole_number
from registan.web.languages import HTML_LANG
from registan.web.refusal import NotThere
from registan.web.rows import Column, Heading, Link, Mark, table
from registan.web.texts import current_lang, in_lang, say

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from registan.ledger.audience import Viewer
    from registan.parties.request import PageRequest
    from registan.plans.models import Chapter, Plan, Round
    from registan.plans.queries.plans import MeasureLine

PAPERS = {
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "docx": (
        write_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pdf": (write_pdf, "application/pdf"),
}
DONE = ("yes", "no")


def plans(request: PageRequest) -> HttpResponse:
    context = {
        "lines": plan_tree(request.viewer),
        "may_import": may(request, "plans.import"),
    }
    return render(request, "plans/plans.html", context)


def plan(request: PageRequest, key: str, position: int | None = None) -> HttpResponse:
    """A plan, or one chapter of it: how far it is, what needs attention, its measures."""
    found = find_plan(key, request.viewer)
    asked = filters_from(request, position)
    round_ = plan_round(found, request.viewer, request.GET.get("round", ""))
    counts = counts_of(round_, request.viewer)
    chapters = list(found.chapters.all())
    viewer, lang = request.viewer, current_lang()
    shown, body = kept(
        ("measures of a plan", found.pk, round_ and round_.pk, asked, lang, viewer),
        lambda: _measures(found, measure_lines(found, viewer, lang, asked), chapters, counts),
    )
    today = timezone.localdate()
    context = {
        "plan": found,
        "chapter": find_chapter(found, position) if position is not None else None,
        "chapters": chapters,
        "children": [row.plan for row in plan_tree(request.viewer) if row.plan.parent_id == found.pk],
        "obligations": found.obligations.all(),
        "round": round_,
        "rounds": rounds_of(found, request.viewer),
        "counts": counts,
        "figure": progress_figure(counts.by_progress),
        "words": progress_words(counts.by_progress),
        "attention": attention(found, round_, request.viewer, today),
        "soon": (today, today + SOON), "past": today - timedelta(days=1),
        "findings": [(code, say(f"plans.filter.done.{code}")) for code in DONE],
        "filters": asked,
        "parties": party_choices(),
        "shown": shown,
        "query": _export_query(request, position),
        "forms": tuple(PAPERS),
        "other_language": _other_language(found),
        "table": body,
        "history": history(found.urn, request.viewer, limit=10),
        "may_run": may(request, "rounds.run"),
        "may_amend": may(request, "plans.amend"),
        "may_import": may(request, "plans.import"),
        "may_add": is_in_force(found, today) and may(request, "measures.add"),
        "may_decide": is_in_force(found, today) and may(request, "plans.amend"),
    }  # fmt: skip
    return render(request, "plans/plan.html", context)


def plan_table(request: PageRequest, key: str) -> HttpResponse:
    """Measures by State in one round: 150 x 10 cells, worked out once between two acts."""
    may_be_kept(request)
    asked, number = filters_from(request, None), request.GET.get("round", "")
    viewer, lang = request.viewer, current_lang()
    page = kept(
        ("plan table", key, number, asked, lang, viewer),
        lambda: grid_page(key, number, asked, viewer, lang),
    )
    return render(request, "plans/plan_table.html", {"page": page})


def plan_export(request: PageRequest, key: str, form: str) -> HttpResponse:
    """The measures as shown, with the columns of the house: import of an export changes nothing."""
    if form not in PAPERS:
        raise NotThere
    found = find_plan(key, request.viewer)
    write, content_type = PAPERS[form]
    paper = measures_paper(found, request.viewer, current_lang(), filters_from(request, None))
    response = HttpResponse(write(paper), content_type=content_type)
    name = f"{found.key}-{current_lang()}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def calendar(request: PageRequest, key: str = "") -> HttpResponse:
    """What falls due, month by month, in one plan or in all."""
    found = find_plan(key, request.viewer) if key else None
    today = timezone.localdate()
    since = asked_day(request.GET.get("from", "")) or today.replace(day=1)
    until = asked_day(request.GET.get("to", ""))
    party = request.GET.get("party", "")
    lines = due_lines(
        request.viewer, current_lang(), plan=found, since=since, until=until, party=party
    )
    context = {
        "plan": found,
        "lines": lines,
        "since": since,
        "until": until,
        "party": party,
        "parties": party_choices(),
        "today": today,
        "public": bool(found and found.audience == "public"),
        "lang_path": f"/{current_lang()}/",
    }
    return render(request, "plans/calendar.html", context)


def plan_history(request: PageRequest, key: str) -> HttpResponse:
    """Every act on the plan and on what belongs to it."""
    found = find_plan(key, request.viewer)
    context = {"plan": found, "history": history(found.urn, request.viewer, limit=500)}
    return render(request, "plans/plan_history.html", context)


def filters_from(request: PageRequest, position: int | None) -> Filters:
    """The filters that stand in the address; what cannot be understood asks nothing."""
    asked = request.GET
    chapter = asked.get("chapter", "")
    return Filters(
        chapter=position
        if position is not None
        else whole_number(chapter, -1)
        if chapter
        else None,
        party=asked.get("party", "")[:60],
        fate=asked.get("fate", "")[:12],
        due_from=asked_day(asked.get("due_from", "")),
        due_to=asked_day(asked.get("due_to", "")),
        words=asked.get("words", "")[:200].replace("\x00", "").strip(),
        done=asked.get("done", "") if asked.get("done") in DONE else "",
    )


def _export_query(request: PageRequest, position: int | None) -> str:
    """The filters of this page, as the address of its papers carries them."""
    asked = request.GET.copy()
    if position is not None:
        asked["chapter"] = str(position)
    return asked.urlencode()


def asked_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def counts_of(round_: Round | None, viewer: Viewer) -> RoundCounts:
    if round_ is None:
        return RoundCounts()
    return kept(("counts", round_.pk, viewer), lambda: round_counts(round_, viewer))


def progress_figure(counted: Counter[str]) -> SafeString:
    """The bar of a round: each part with its word."""
    parts = [Part(say(f"progress.{code}"), counted[code], LOOKS[code]) for code in ORDER]
    return mark_safe(stacked_bar(parts, title=say("plans.round.bar")))  # noqa: S308  escaped there


def progress_words(counted: Counter[str]) -> list[tuple[str, int, str]]:
    """(word, count, look) for the key beside the bar."""
    return [
        (say(f"progress.{code}"), counted[code], LOOKS[code]) for code in ORDER if counted[code]
    ]


def _measures(
    plan: Plan, lines: list[MeasureLine], chapters: Sequence[Chapter], counts: RoundCounts
) -> tuple[int, SafeString]:
    return len(lines), measures_table(plan, lines, chapters, counts)


def measures_table(
    plan: Plan, lines: list[MeasureLine], chapters: Sequence[Chapter], counts: RoundCounts
) -> SafeString:
    """Measures under their chapters, as the plan prints them, with what was reported."""
    titles = {row.pk: row for row in chapters}
    rows: list[object] = []
    last: int | None = None
    for line in lines:
        if line.chapter is not None and line.chapter != last:
            chapter = titles[line.chapter]
            href = reverse("chapter", args=[plan.key, chapter.position])
            rows.append(Heading(in_lang(chapter.titles), href))
        last = line.chapter
        href = reverse("measure", args=[plan.key, line.number])
        fate = (Mark(say(f"fate.{line.fate}"), "late"),) if line.fate != "in_force" else ()
        rows.append(
            [line.number, (Link(line.text, href), *fate), line.term, line.responsible_raw,
             _told(counts.by_measure.get(line.pk))]
        )  # fmt: skip
    heads = [
        Column(say("plans.column.number"), "head"),
        Column(say("plans.column.measure"), "wide"),
        say("plans.column.term"),
        say("plans.column.responsible"),
        say("plans.column.reported"),
    ]
    lang = HTML_LANG[version_for(plan, current_lang())]
    return table(heads, rows, label=say("plans.measures"), classes="measures", lang=lang)  # type: ignore[arg-type]


def _told(counted: Counter[str] | None) -> str:
    """“done 4 of 10” in the reader's language; empty where nothing is owed."""
    if not counted:
        return ""
    whole = sum(counted.values())
    if counted[""] == whole:
        return say("plans.none_of", m=whole)
    return say("plans.done_of", n=counted["done"], m=whole)


def _other_language(plan: Plan) -> str:
    """Language of the words shown, where it is not the reader's own."""
    shown = version_for(plan, current_lang())
    return "" if shown == current_lang() else say(f"language.{shown}")


def with_query(address: str, **facts: object) -> str:
    """An address with a query."""
    return f"{address}?{urlencode(facts)}" if facts else address
