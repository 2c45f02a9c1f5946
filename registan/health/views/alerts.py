"""Pages of signals: the ranked list, one signal, its State's answer, the file for another State."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format

from registan.health.acts.alerts import confirm_signal, dismiss_signal, explain_signal
from registan.health.forms_alerts import AnswerForm
from registan.health.queries.alerts import Shown, find_signal, last_look, signals
from registan.health.queries.conditions import conditions
from registan.health.queries.methods import method_in_force
from registan.health.queries.recomputing import file_of
from registan.health.queries.silence import silences
from registan.health.views.expected import expected_context
from registan.health.views.methods import title_of
from registan.kernel.counts.periods import week_name
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.views.steps import in_two_steps
from registan.web.refusal import NotThere
from registan.web.rows import Cell, Column, Link, Mark, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.utils.safestring import SafeString

    from registan.health.models import Screening
    from registan.ledger.audience import Viewer
    from registan.parties.request import PageRequest

ACTS = {"confirm": confirm_signal, "explain": explain_signal, "dismiss": dismiss_signal}
LOOKS = {"open": "late", "confirmed": "going", "explained": "done", "dismissed": "rest"}


def all_signals(request: PageRequest) -> HttpResponse:
    """What is above expectation, the strongest first; beside it, who has not sent."""
    may_be_kept(request)
    now = method_in_force(request.viewer)
    found = signals(request.viewer)
    context = {
        "method": now, "method_title": title_of(now) if now else "", "found": found,
        "table": signal_table(found) if found else None, "look": look_in_words(last_look(now)),
        "silences": silent_in_words(request, timezone.localdate()),
    }  # fmt: skip
    return render(request, "health/signals.html", context)


def signal(request: PageRequest, pk: int) -> HttpResponse:
    """One signal in words and numbers, what its State says of it, and how to compute it again."""
    may_be_kept(request)
    found = find_signal(pk, request.viewer)
    row = found.signal
    own = row.state_key in request.viewer.states and may(request, "signals.answer")
    context = {
        "row": found, "signal": row, "sentence": sentence_of(found), "title": heading_of(found),
        "method_title": title_of(row.method), "facts": _facts(found),
        "standing": say(f"signal.standing.{row.standing}"),
        "deeds": [(deed, say(f"signal.{deed}")) for deed in ACTS if own and _is_open_to(found, deed)],
        "expected": _expected(found, request.viewer),
        "history": history(row.urn, request.viewer, limit=20),
    }  # fmt: skip
    return render(request, "health/signal.html", context)


def _expected(found: Shown, viewer: Viewer) -> dict[str, Any] | None:
    """The year around a signal, as it stands now."""
    names = in_lang(found.signal.series.condition.names)
    title = say("health.series.title", what=names, place=Names.load().short(found.signal.state_key))
    return expected_context(found.reading, viewer, title) if found.reading else None


def answer(request: PageRequest, pk: int, deed: str) -> HttpResponse:
    """Confirm, explain or dismiss, for one's own State."""
    by = acting(request, "signals.answer")
    found = find_signal(pk, request.viewer)
    if deed not in ACTS or found.signal.state_key != by.actor_key:
        raise NotThere
    form = AnswerForm(request.POST or None, deed=deed)
    lede = f"{sentence_of(found)} {say(f'signal.{deed}.text')}"
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(ACTS[deed], by, found.signal, reason=form.cleaned_data["reason"]),
        record=lambda: [
            (say("signal.one"), heading_of(found)), (say("signal.standing"), say(f"signal.{deed}")),
            (say("signal.reason"), form.cleaned_data["reason"]),
            (say("signal.readers"), say(f"signal.readers.{deed}")),
        ],
        deed=say(f"signal.{deed}"), button=say(f"signal.{deed}"), done=say(f"signal.{deed}.done"),
        to=reverse("signal", args=[pk]),
        page=lambda: render(
            request, "health/form.html",
            {"form": form, "heading": say(f"signal.{deed}"), "lede": lede},
            status=422 if form.errors else 200,
        ),
    )  # fmt: skip


def signal_file(request: PageRequest, pk: int) -> HttpResponse:
    """Record and input of a signal, for `registan health recompute --file`: whole, or not at all."""
    found = find_signal(pk, request.viewer)
    if not found.is_whole:
        raise NotThere
    text = json.dumps(file_of(found.signal), ensure_ascii=False, indent=1, sort_keys=True)
    response = HttpResponse(text + "\n", content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="signal-{pk}.json"'
    return response


def signal_table(found: Sequence[Shown]) -> SafeString:
    """Week, condition, State, how far above; no number that would tell a hidden one."""
    names = Names.load()
    rows: list[list[Cell]] = []
    for each in found:
        row = each.signal
        rows.append([
            Link(row.week_name, reverse("signal", args=[row.pk])),
            in_lang(row.series.condition.names), names.short(row.state_key),
            _count(each), _number(row.expected) if each.is_whole else say("signal.not_shown"),
            _number(row.upper) if each.is_whole else "",
            _number(row.score) if each.is_whole else "",
            Mark(say(f"signal.standing.{row.standing}"), LOOKS[row.standing]),
        ])  # fmt: skip
    heads: list[str | Column] = [
        Column(say("signal.week"), "head"), say("health.condition"), say("plans.party"),
        *(Column(say(f"signal.{name}"), "num") for name in ("count", "expected", "upper", "score")),
        say("signal.standing"),
    ]  # fmt: skip
    return table(heads, rows, label=say("signals"))


def heading_of(each: Shown) -> str:
    row = each.signal
    names = Names.load()
    return say("signal.title", what=in_lang(row.series.condition.names),
               state=names.short(row.state_key), week=row.week_name)  # fmt: skip


def sentence_of(each: Shown) -> str:
    """What is above expectation, in words."""
    facts = {"what": in_lang(each.signal.series.condition.names), "week": each.signal.week_name,
             "state": Names.load().short(each.signal.state_key)}  # fmt: skip
    if not each.is_whole or each.count is None:
        return say("signal.sentence.words", **facts)
    return say(
        "signal.sentence", **facts, count=number_format(each.count, use_l10n=True),
        expected=_number(each.signal.expected), upper=_number(each.signal.upper),
    )  # fmt: skip


def look_in_words(look: Screening | None) -> str:
    """How many series were looked at, and how many false alarms chance alone would give."""
    if look is None:
        return say("signals.never")
    return say("signals.look", week=week_name(look.week.toordinal()), tested=look.tested,
               series=look.series, expected=_number(look.false_alarms))  # fmt: skip


def silent_in_words(request: PageRequest, today: date) -> list[tuple[str, str]]:
    """(condition, States of which counts are awaited, in protocol order)."""
    names = Names.load()
    found = []
    for each in conditions(request.viewer):
        told = [names.short(row.state.key) for row in silences(each, today)]
        words = say("web.list").join(told) if told else say("health.silent.none")
        found.append((in_lang(each.names), words))
    return found


def _is_open_to(each: Shown, deed: str) -> bool:
    return each.signal.is_open or (deed == "confirm" and not each.signal.is_alert)


def _facts(each: Shown) -> list[tuple[str, str]]:
    row = each.signal
    told = [(say("signal.count"), _count(each))]
    if each.is_revised and each.now is not None:
        told.append((say("signal.now"), number_format(each.now, use_l10n=True)))
    if not each.is_whole:
        return told
    return [
        *told,
        *((say(f"signal.{name}"), _number(getattr(row, name)))
          for name in ("expected", "upper", "score", "p", "q")),
    ]  # fmt: skip


def _count(each: Shown) -> str:
    return say("counts.hidden") if each.count is None else number_format(each.count, use_l10n=True)


def _raised(exponent: int) -> str:
    return str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _number(value: float | None) -> str:
    """Three significant digits, in the reader's form."""
    if value is None:
        return "—"
    if value and abs(value) < 0.001:
        digits, _, exponent = f"{value:.1e}".partition("e")
        return f"{number_format(float(digits), use_l10n=True)} × 10{_raised(int(exponent))}"
    text = f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"
    return (
        number_format(float(text), use_l10n=True)
        if "." in text
        else number_format(int(float(text)))
    )
