"""The parts of an import tray: columns, facts, names, rows, comparison, what was not read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from registan.kernel.plan.columns import Column as Role
from registan.parties.queries import Names, bodies_by_level, standing
from registan.plans.acts.imports import settle_tray
from registan.plans.bringing import Desk, open_desk
from registan.plans.forms_imports import FactsForm, party_options
from registan.plans.names import Party
from registan.plans.queries.imports import find_tray, read_tray
from registan.plans.queries.plans import plan_tree
from registan.plans.settling import AS_PRINTED, NUMBERINGS
from registan.plans.views.import_tables import (
    SHOWN_OF_CELL,
    compare_tables,
    left_table,
    rows_table,
)
from registan.plans.views.import_words import issue_words, place_words
from registan.web.asked import whole_number
from registan.web.languages import HTML_LANG
from registan.web.refusal import Refused
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.safestring import SafeString

    from registan.kernel.plan.reading import PlanRow
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest
    from registan.plans.forms_imports import Choices, Grouped
    from registan.plans.models import ImportTray
    from registan.plans.settling import TrayRow

ROWS_A_PAGE, NAMES_A_PAGE = 200, 50
ROLES = (
    Role.NUMBER, Role.SECTION, Role.TEXT, Role.RESULT, Role.TERM, Role.TERM_FROM, Role.TERM_TO,
    Role.RESPONSIBLE, Role.LEAD, Role.SUPPORT, Role.NOTE,
)  # fmt: skip


def parts_of(desk: Desk) -> list[str]:
    """The parts that this tray has, in the order in which they are settled."""
    parts = ["columns"] if desk.settled.has_questions or _answered(desk.tray) else []
    parts.append("facts")
    if desk.names:
        parts.append("names")
    if desk.comparison:
        parts.append("compare")
    return [*parts, "rows", "left"]


def part_asked(request: PageRequest, desk: Desk) -> str:
    """The part in the address, else the first that is open, else the rows."""
    parts = parts_of(desk)
    asked = request.GET.get("part", "")
    if asked in parts:
        return asked
    return next((part for part in parts if _open_count(desk, part)), "rows")


def _open_count(desk: Desk, part: str) -> int:
    if part == "columns":
        return int(desk.settled.has_questions)
    if part == "facts":
        return int(desk.facts_open)
    if part == "names":
        return len(desk.open_names)
    return len(desk.issues) if part == "rows" else 0


def _answered(tray: ImportTray) -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = tray.settlement.get("columns", {})
    return found


def show_part(
    request: PageRequest, desk: Desk, part: str, *, error: str = "", status: int = 200,
    **typed: Any,
) -> HttpResponse:  # fmt: skip
    """The page of a tray with one of its parts; `typed` is what a refused form held."""
    makers = {"columns": _columns, "facts": _facts, "names": _names, "rows": _rows,
              "compare": _compare, "left": _left}  # fmt: skip
    meant = desk.tray.settlement.get("purpose", "")
    context = {
        "desk": desk, "tray": desk.tray, "part": part, "error": error,
        "tabs": [(each, say(f"import.part.{each}"), _open_count(desk, each)) for each in parts_of(desk)],
        "counts": _counts(desk),
        "open": _open_list(desk),
        "not_as_meant": bool(desk.tray.plan) and meant not in {"", str(desk.purpose)},
        "not_as_meant_text": f"import.not_as_meant.{desk.purpose}",
        "nothing_text": f"import.nothing.{desk.purpose}",
        **makers[part](request, desk, typed),
    }  # fmt: skip
    return render(request, f"plans/import/{part}.html", context, status=status)


def _counts(desk: Desk) -> str:
    """What was read, in a sentence."""
    chapters = len({row.section for row in desk.reading.rows if row.section})
    language = say(f"language.{desk.settled.lang}")
    key = "import.counts" if chapters else "import.counts.flat"
    return say(key, n=len(desk.reading.rows), m=chapters, language=language)


def _open_list(desk: Desk) -> list[tuple[str, str]]:
    """(part, sentence) of what is still to be settled."""
    return [
        (part, say(f"import.open.{part}", n=count))
        for part in parts_of(desk)
        if (count := _open_count(desk, part))
    ]


def settle_part(request: PageRequest, by: Mandate, desk: Desk, part: str) -> HttpResponse:
    """Keep what was posted for one part; a refusal shows the page again with all that was typed."""
    settlers = {"columns": _settle_columns, "facts": _settle_facts, "names": _settle_names,
                "rows": _settle_rows}  # fmt: skip
    if part not in settlers:
        return HttpResponseRedirect(address(desk.tray, part))
    return settlers[part](request, by, desk)


def address(tray: ImportTray, part: str = "", **query: object) -> str:
    """Address of a tray, of one of its parts."""
    asked = "&".join(f"{name}={value}" for name, value in {"part": part, **query}.items() if value)
    return reverse("import_tray", args=[tray.token]) + (f"?{asked}" if asked else "")


def keep(
    request: PageRequest, by: Mandate, desk: Desk, changes: Mapping[str, Any]
) -> Refused | None:
    """Settle the tray as the page asked; what the rules forbid comes back."""
    revision = request.POST.get("revision", "")
    try:
        settle_tray(by, desk.tray, changes=changes, now=timezone.now(),
                    revision=whole_number(revision))  # fmt: skip
    except Refused as refusal:
        return refusal
    return None


def _kept_or_again(
    request: PageRequest, by: Mandate, desk: Desk, part: str, changes: Mapping[str, Any],
    done: str, **typed: Any,
) -> HttpResponse:  # fmt: skip
    refusal = keep(request, by, desk, changes)
    if refusal is None:
        messages.success(request, done)
        following = "" if part == "columns" else part
        query = {name: request.GET.get(name, "") for name in ("show", "page")}
        return HttpResponseRedirect(address(desk.tray, following, **query))
    fresh = open_desk(find_tray(desk.tray.token, request.viewer))
    return show_part(request, fresh, part, error=refusal.sentence(), status=refusal.status, **typed)


# Columns


def _columns(request: PageRequest, desk: Desk, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Each table without headings: its first rows and a role to choose for each column."""
    answers = {**_answered(desk.tray), **typed.get("answers", {})}
    tables = []
    for question in _questions(desk):
        key = f"{question.place.sheet}!{question.place.row}"
        chosen = list(answers.get(key, question.guess))
        width = max((len(row) for row in question.first_rows), default=0)
        columns = [
            (say("import.columns.nth", n=place + 1), _role_options(chosen[place : place + 1]))
            for place in range(width)
        ]
        rows = [[cell[:SHOWN_OF_CELL] for cell in row] for row in question.first_rows]
        tables.append((key, place_words(question.place), columns, rows))
    return {"tables": tables}


def _questions(desk: Desk) -> Sequence[Any]:
    """The reader's questions about columns, those answered already among them."""
    if not _answered(desk.tray):
        return desk.reading.questions
    return read_tray(desk.tray, answered=False).questions


def _role_options(chosen: Sequence[str]) -> SafeString:
    options = [("", say("import.column.")), *((str(r), say(f"import.column.{r}")) for r in ROLES)]
    return _options(options, chosen[0] if chosen else "")


def _options(choices: Choices, chosen: str) -> SafeString:
    return mark_safe("".join(  # noqa: S308  every piece is escaped here
        f'<option value="{escape(code)}"{" selected" if code == chosen else ""}>{escape(words)}</option>'
        for code, words in choices
    ))  # fmt: skip


def _settle_columns(request: PageRequest, by: Mandate, desk: Desk) -> HttpResponse:
    known = {str(role) for role in ROLES}
    answers = {
        key: [role if role in known else "" for role in request.POST.getlist(f"column:{key}")]
        for question in _questions(desk)
        if (key := f"{question.place.sheet}!{question.place.row}")
    }
    if not all(Role.TEXT in roles for roles in answers.values()):
        error = say("import.columns.no_text")
        return show_part(request, desk, "columns", error=error, status=422, answers=answers)
    return _kept_or_again(
        request, by, desk, "columns", {"columns": answers}, say("import.kept"), answers=answers
    )


# Facts


def _facts(request: PageRequest, desk: Desk, typed: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "form": typed.get("form") or _facts_form(request, desk, None),
        "lede": f"import.facts.lede.{desk.purpose}",
    }


def _facts_form(request: PageRequest, desk: Desk, posted: Any) -> FactsForm:
    names = Names.load()
    return FactsForm(
        posted, purpose=desk.purpose, read_lang=desk.settled.lang, initial=desk.head,
        parents=[(row.plan.key, in_lang(row.plan.titles)) for row in plan_tree(request.viewer)],
        bodies=[(row.key, names.short(row.key)) for row in bodies_by_level()],
    )  # fmt: skip


def _settle_facts(request: PageRequest, by: Mandate, desk: Desk) -> HttpResponse:
    form = _facts_form(request, desk, request.POST)
    if form.is_valid():
        done = say("import.facts.saved")
        return _kept_or_again(request, by, desk, "facts", {"head": form.typed()}, done, form=form)
    return show_part(request, desk, "facts", status=422, form=form)


# Names


def parties(names: Names) -> Grouped:
    """What a name may stand for: by its name, a group, the States in protocol order, the Bodies."""
    states = [row.state.key for row in standing(timezone.localdate())]
    return party_options(states, [row.key for row in bodies_by_level()], names)


def _names(request: PageRequest, desk: Desk, typed: Mapping[str, Any]) -> dict[str, Any]:
    posted = typed.get("decided", {})
    ordered = sorted(desk.names, key=lambda name: name.decided is not None)
    shown, pages = _page(request, ordered, NAMES_A_PAGE)
    groups = parties(Names.load())
    lines = [
        (each, _grouped_options(groups, posted.get(each.name, each.decided.code if each.decided else "")))
        for each in shown
    ]  # fmt: skip
    return {
        "lines": lines, "pages": pages, "rest": _grouped_options(groups, typed.get("rest", "")),
        "words_lang": HTML_LANG[desk.settled.lang],
    }  # fmt: skip


def _grouped_options(groups: Grouped, chosen: str) -> SafeString:
    parts = [format_html('<option value="">{}</option>', say("import.names.undecided"))]
    for label, choices in groups:
        parts.append(
            format_html('<optgroup label="{}">{}</optgroup>', label, _options(choices, chosen))
        )
    return mark_safe("".join(parts))  # noqa: S308  escaped by format_html


def _settle_names(request: PageRequest, by: Mandate, desk: Desk) -> HttpResponse:
    known = {each.name for each in desk.names}
    chosen = dict(zip(request.POST.getlist("name"), request.POST.getlist("party"), strict=False))
    rest = request.POST.get("rest", "")
    decided = {
        name: code if Party.from_code(code) else None
        for name, given in chosen.items()
        if name in known and (code := given or rest) is not None
    }
    return _kept_or_again(
        request,
        by,
        desk,
        "names",
        {"names": decided},
        say("import.kept"),
        decided=chosen,
        rest=rest,
    )


# Rows


def _rows(request: PageRequest, desk: Desk, typed: Mapping[str, Any]) -> dict[str, Any]:
    shown, pages = _page(request, _filtered(request, desk), ROWS_A_PAGE)
    counted = Counter(issue.code for found in desk.issues.values() for issue in found)
    out = sum(1 for row in desk.settled.rows if row.out)
    filters = [("all", say("import.rows.all"), len(desk.settled.rows)),
               ("open", say("import.rows.open"), len(desk.issues)),
               ("out", say("import.rows.out"), out)]  # fmt: skip
    numbering = desk.tray.settlement.get("numbering", AS_PRINTED)
    return {
        "show": _asked_filter(request), "filters": filters, "pages": pages,
        "kinds": [(code, _kind_words(code, desk), times) for code, times in counted.most_common()],
        "table": rows_table(desk, shown) if shown else "",
        "acceptable": len(_acceptable(desk, shown)),
        "numberings": [(each, say(f"import.numbering.{each}"), each == numbering) for each in NUMBERINGS],
    }  # fmt: skip


def _kind_words(code: str, desk: Desk) -> str:
    """The sentence of an issue, with the facts of the first row that has it."""
    for found in desk.issues.values():
        for issue in found:
            if issue.code == code:
                return issue_words(issue)
    raise KeyError(code)


def _asked_filter(request: PageRequest) -> str:
    return request.GET.get("show", "") or "all"


def _filtered(request: PageRequest, desk: Desk) -> list[tuple[PlanRow, TrayRow]]:
    asked = _asked_filter(request)
    pairs = zip(desk.reading.rows, desk.settled.rows, strict=True)
    if asked == "all":
        return list(pairs)
    if asked == "out":
        return [pair for pair in pairs if pair[1].out]
    found = [(pair, desk.issues.get(pair[1].row_id, ())) for pair in pairs]
    return [
        pair
        for pair, issues in found
        if issues and (asked == "open" or any(issue.code == asked for issue in issues))
    ]


def _acceptable(desk: Desk, shown: Sequence[tuple[PlanRow, TrayRow]]) -> list[str]:
    """Rows shown that are open and may be accepted as read."""
    return [
        row.row_id
        for _, row in shown
        if (found := desk.issues.get(row.row_id)) and not any(issue.blocking for issue in found)
    ]


def _settle_rows(request: PageRequest, by: Mandate, desk: Desk) -> HttpResponse:
    if request.POST.get("do") == "numbering":
        asked = request.POST.get("numbering", "")
        numbering = asked if asked in NUMBERINGS else AS_PRINTED
        return _kept_or_again(
            request, by, desk, "rows", {"numbering": numbering}, say("import.kept")
        )
    shown, _ = _page(request, _filtered(request, desk), ROWS_A_PAGE)
    accepted = _acceptable(desk, shown)
    changes = {"rows": {row_id: {"accepted": True} for row_id in accepted}}
    done = say("import.rows.accepted", n=len(accepted))
    return _kept_or_again(request, by, desk, "rows", changes, done)


# Comparison and what was not read


def _compare(request: PageRequest, desk: Desk, typed: Mapping[str, Any]) -> dict[str, Any]:
    beside = desk.comparison
    return {
        "beside": compare_tables(desk, request.viewer),
        "matched": say("import.compare.matched", n=beside.matched if beside else 0),
    }


def _left(request: PageRequest, desk: Desk, typed: Mapping[str, Any]) -> dict[str, Any]:
    """All that became no measure, with the reason; and what the reader tells about the file."""
    apart, pages = _page(request, desk.reading.not_read, ROWS_A_PAGE)
    return {
        "apart": left_table(apart, "apart"),
        "joined": left_table(desk.reading.joined, "joined"),
        "notes": [say(f"note.{code}") for code in desk.reading.notes],
        "pages": pages,
    }


def _page(
    request: PageRequest, found: Sequence[Any], size: int
) -> tuple[Sequence[Any], list[tuple[int, bool]]]:
    """The page asked for, and (number, is this one) of all pages where there are several."""
    count = max(1, -(-len(found) // size))
    asked = request.GET.get("page", "")
    here = max(1, min(whole_number(asked), count))
    pages = [(number, number == here) for number in range(1, count + 1)] if count > 1 else []
    return found[(here - 1) * size : here * size], pages
