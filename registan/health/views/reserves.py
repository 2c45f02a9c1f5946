"""Reserves: stocks by item, what expires; a stock by form or by table, renewed and withdrawn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts.reserves import (
    POWER,
    pledge_sheet,
    pledge_stock,
    renew_stock,
    withdraw_stock,
)
from registan.health.forms_reserves import MOST_PROBLEMS, SheetForm, StockForm
from registan.health.queries.conditions import conditions
from registan.health.queries.exercises import exercise_asked, exercises, open_exercises
from registan.health.queries.reserves import find_stock, radar, reserves, stock_items
from registan.health.stocks import (
    COVER_COLUMNS,
    LOT_COLUMNS,
    cover_rows,
    csv_text,
    lot_rows,
    problem_sentence,
    settle_stocks,
    stock_table,
)
from registan.health.views.assistance_words import typed_record
from registan.health.views.reserves_words import (
    in_sums,
    lots_typed,
    radar_rows,
    radar_table,
    sheet_record,
    stock_rows,
    stock_table_of,
)
from registan.kernel.plan.reading import Unreadable
from registan.kernel.reserve.sheet import read_stocks
from registan.parties.gate import may_be_kept
from registan.parties.request import acting, may
from registan.plans.views.steps import confirm, in_two_steps, seal
from registan.web.forms import ActForm
from registan.web.refusal import NotThere, Refused
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from registan.health.acts.reserves import Stock
    from registan.health.models import Exercise, StockPledge
    from registan.parties.models import Mandate
    from registan.parties.request import PageRequest

FILES = {"lots": (LOT_COLUMNS, lot_rows), "cover": (COVER_COLUMNS, cover_rows)}


def page(request: PageRequest) -> HttpResponse:
    """What States have, for how long it lasts, what expires: in earnest, or of one exercise."""
    may_be_kept(request)
    exercise = exercise_asked(request.GET.get("exercise", ""), request.viewer)
    found = reserves(request.viewer, timezone.localdate(), exercise)
    lots = radar(found)
    context = {
        "exercise": exercise, "exercises": exercises(request.viewer), "found": found,
        "sums": in_sums(found, lots), "common": stock_rows(found),
        "table": stock_table_of(found, request.viewer if may(request, POWER) else None),
        "strips": radar_rows(found), "radar": radar_table(lots) if lots else "",
        "query": f"?exercise={exercise.number}" if exercise else "",
        "is_illustrative": any(each.pledge.illustrative for row in found for each in row.states),
        "may_pledge": may(request, POWER),
    }  # fmt: skip
    return render(request, "health/reserves.html", context)


def new_stock(request: PageRequest) -> HttpResponse:
    by = acting(request, POWER)
    form = _stock_form(request, None)
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(pledge_stock, by, form.stock(), exercise=form.exercise()),
        record=lambda: typed_record(form), deed=say("reserves.new"), button=say("reserves.confirm"),
        done=say("reserves.done"), to=reverse("reserves"),
        page=lambda: _form(request, form, "reserves.new", say("reserves.new.lede")),
    )  # fmt: skip


def deed(request: PageRequest, key: str, deed: str) -> HttpResponse:
    """Renew or withdraw one's own stock."""
    by = acting(request, POWER)
    found = find_stock(key, request.viewer)
    if deed not in {"renew", "withdraw"} or by.state != found.state:
        raise NotThere
    exercise, to = found.exercise, reverse("reserves")
    form: Any = _stock_form(request, found) if deed == "renew" else ActForm(request.POST or None)
    named = in_lang(found.item.names)
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(renew_stock, by, found, form.stock())
        if deed == "renew"
        else form.run(withdraw_stock, by, found),
        record=lambda: [
            (say("exercise.of"), in_lang(exercise.names) if exercise else say("exercise.real")),
            (say("reserves.item"), named), *typed_record(form)],
        deed=say(f"reserves.{deed}"), button=say("reserves.confirm"), done=say("reserves.done"),
        to=f"{to}?exercise={exercise.number}" if exercise else to,
        page=lambda: _form(request, form, f"reserves.{deed}", named, exercise),
    )  # fmt: skip


def send(request: PageRequest) -> HttpResponse:
    """A table of stocks: what was read is shown in full, then one button records all of it."""
    by = acting(request, POWER)
    form = SheetForm(request.POST or None, request.FILES or None,
                     exercises=open_exercises(request.viewer))  # fmt: skip
    stocks: list[Stock] = []
    if request.method == "POST" and "edit" not in request.POST and form.is_valid():
        stocks = _read(form, by)
    if stocks and "confirmed" in request.POST:
        done = form.run(pledge_sheet, by, stocks, exercise=form.exercise())
        if done is not None:
            seal(request, by, form, say("reserves.sheet.done", n=len(done)))
            exercise = form.exercise()
            to = reverse("reserves") + (f"?exercise={exercise.number}" if exercise else "")
            return HttpResponseRedirect(to)
    if stocks:
        hidden = [
            ("table", stock_table(stocks)),
            ("exercise", form.cleaned_data.get("exercise", "")),
        ]
        return confirm(
            request, by, form, deed=say("reserves.send"), button=say("reserves.confirm"),
            back=reverse("send_stocks"), record=sheet_record(stocks, form.exercise(), request.viewer),
            hidden=hidden,
        )  # fmt: skip
    context = {"form": form, "own": by.actor_key}
    status = 422 if form.errors else 200
    return render(request, "health/send_stocks.html", context, status=status)


def stock_file(request: PageRequest, what: str, form: str) -> HttpResponse:
    """Lots or cover as CSV or JSON, with a column that says of which exercise. `?own=1`: a template."""
    if what not in FILES or form not in {"csv", "json"}:
        raise NotThere
    exercise = exercise_asked(request.GET.get("exercise", ""), request.viewer)
    found = reserves(request.viewer, timezone.localdate(), exercise)
    columns, rows_of = FILES[what]
    rows = rows_of(found)
    if request.GET.get("own"):
        rows = [row for row in rows if row["state"] in request.viewer.states]
    if form == "csv":
        response = HttpResponse(b"\xef\xbb\xbf" + csv_text(columns, rows).encode(),
                                content_type="text/csv; charset=utf-8")  # fmt: skip
    else:
        response = HttpResponse(json.dumps(rows, ensure_ascii=False, indent=1),
                                content_type="application/json")  # fmt: skip
    name = f"exercise-{exercise.number}-{what}" if exercise else f"reserves-{what}"
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _read(form: SheetForm, by: Mandate) -> list[Stock]:
    """The stocks of the table; none, with the reasons at the field, where anything is wrong."""
    uploaded, now = form.cleaned_data.get("file"), timezone.now()
    content = uploaded.read(settings.UPLOAD_LIMIT + 1) if uploaded else b""
    content = content or form.cleaned_data["table"].encode()
    if by.state is None:
        raise Refused("reserves_of_members", status=403)
    try:
        if len(content) > settings.UPLOAD_LIMIT:
            raise Refused("file_too_large", largest=settings.UPLOAD_LIMIT // 2**20)
        stocks, problems = settle_stocks(read_stocks(content), by.state, form.exercise(), now)
        if problems:
            form.add_error("file", say("refusal.stocks_have_problems", n=len(problems)))
            for each in problems[:MOST_PROBLEMS]:
                form.add_error("file", problem_sentence(each))
            return []
    except Unreadable as error:
        form.add_error("file", say(f"unreadable.{error.code}", **error.facts))
        return []
    except Refused as refusal:
        form.add_error("file", refusal.sentence())
        return []
    return stocks


def _stock_form(request: PageRequest, found: StockPledge | None) -> StockForm:
    initial: dict[str, Any] = {"as_of": timezone.localdate()}
    if found:
        initial |= {
            "item": found.item.code, "lots": lots_typed(found), "reserve_days": found.reserve_days,
            "daily": found.daily.normalize(), "per_case": found.per_case,
            "condition": found.condition.code if found.condition else "",
        }  # fmt: skip
    form = StockForm(
        request.POST or None, items=stock_items(request.viewer), initial=initial,
        conditions=conditions(request.viewer),
        exercises=[] if found else open_exercises(request.viewer),
    )  # fmt: skip
    return form


def _form(
    request: PageRequest, form: ActForm, heading: str, lede: str, exercise: Exercise | None = None
) -> HttpResponse:
    context = {
        "form": form, "heading": say(heading), "lede": lede, "in_reserves": True,
        "exercise": exercise,
    }  # fmt: skip
    return render(request, "health/form.html", context, status=422 if form.errors else 200)
