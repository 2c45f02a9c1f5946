"""Exchange of experience: the register, one account with its versions, questions and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from registan.health.acts.experience import answer_question, ask_question, enter_experience
from registan.health.forms_experience import AnswerForm, ExperienceForm, QuestionForm
from registan.health.queries.conditions import conditions
from registan.health.queries.experience import (
    THEMES,
    experiences,
    find_experience,
    find_question,
    questions,
)
from registan.ledger.queries import history
from registan.parties.gate import may_be_kept
from registan.parties.queries import Names
from registan.parties.request import acting, may
from registan.plans.views.steps import day_in_words, in_two_steps, words_in_full
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from django.http import HttpResponse

    from registan.health.forms_experience import TextsForm
    from registan.health.models import Experience
    from registan.parties.request import PageRequest

POWER = "experience.share"


def register(request: PageRequest) -> HttpResponse:
    """What States did and what came of it; what is asked."""
    may_be_kept(request)
    theme = request.GET.get("theme", "")
    names, today = Names.load(), timezone.localdate()
    context = {
        "rows": [
            (each, names.short(each.state.key)) for each in experiences(request.viewer, theme=theme)
        ],
        "questions": [
            (each, names.short(each.question.state.key), [names.short(s.key) for s in each.awaited])
            for each in questions(request.viewer, today)
        ],
        "theme": theme, "themes": [(each, say(f"experience.theme.{each}")) for each in THEMES],
        "today": today, "may_share": may(request, POWER),
    }  # fmt: skip
    return render(request, "health/experience.html", context)


def entry(request: PageRequest, key: str) -> HttpResponse:
    """One account: the newest version, and those before it."""
    may_be_kept(request)
    versions = find_experience(key, request.viewer)
    newest = versions[0]
    context = {
        "entry": newest, "state": Names.load().short(newest.state.key), "earlier": versions[1:],
        "may_change": _is_own(request, newest),
        "history": history(newest.urn, request.viewer, limit=10),
    }  # fmt: skip
    return render(request, "health/experience_entry.html", context)


def new_entry(request: PageRequest, key: str = "") -> HttpResponse:
    """A new account, or a new version of one's own."""
    by = acting(request, POWER)
    old = find_experience(key, request.viewer)[0] if key else None
    if old and by.state != old.state:
        raise NotThere
    form = ExperienceForm(
        request.POST or None, conditions=conditions(request.viewer), initial=_typed(old)
    )
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(enter_experience, by, replaces=old, **_facts(form)),
        record=lambda: _record(form), deed=say("experience.new"), button=say("experience.enter"),
        done=say("experience.entered"),
        to=reverse("experience_entry", args=[key]) if old else reverse("experience"),
        page=lambda: _page(request, form, say("experience.new"), say("experience.new.lede")),
    )  # fmt: skip


def _is_own(request: PageRequest, row: Experience) -> bool:
    return may(request, POWER) and bool(request.mandate and request.mandate.state == row.state)


def _typed(old: Experience | None) -> dict[str, object] | None:
    """An earlier version as the form has it."""
    if old is None:
        return None
    texts = {"title": old.titles, "account": old.accounts, "result": old.results,
             "evidence": old.evidence}  # fmt: skip
    return {
        **{f"{name}_{lang}": text for name, told in texts.items() for lang, text in told.items()},
        "kind": "review" if old.is_review else "measure", "theme": old.theme, "since": old.since,
        "until": old.until, "outcome": old.outcome, "audience": old.audience,
        "condition": old.condition.code if old.condition else "",
    }  # fmt: skip


def _facts(form: ExperienceForm) -> dict[str, object]:
    return {
        **{name: form.cleaned_data[name] for name in
           ("theme", "since", "until", "outcome", "audience")},
        "is_review": form.cleaned_data["kind"] == "review", "condition": form.condition(),
        "titles": form.told("title"), "accounts": form.told("account"),
        "results": form.told("result"), "evidence": form.told("evidence"),
    }  # fmt: skip


def _record(form: ExperienceForm) -> list[tuple[str, str]]:
    given = form.cleaned_data
    condition = form.condition()
    about = in_lang(condition.names) if condition else say("experience.condition.none")
    days = [given["since"], given["until"]]
    return [
        (say("experience.kind"), say(f"experience.kind.{given['kind']}")),
        *words_in_full(form.told("title"), "experience.title"),
        (say("experience.theme"), say(f"experience.theme.{given['theme']}")),
        (say("health.condition"), about),
        *((say(f"experience.{name}"), day_in_words(day))
          for name, day in zip(("since", "until"), days, strict=True) if day),
        *words_in_full(form.told("account"), "experience.account"),
        (say("experience.outcome"), say(f"experience.outcome.{given['outcome']}")),
        *words_in_full(form.told("result"), "experience.result"),
        *words_in_full(form.told("evidence"), "experience.evidence"),
        (say("health.audience"), say(f"ledger.audience.{given['audience']}")),
    ]  # fmt: skip


def question(request: PageRequest, key: str) -> HttpResponse:
    """One question, its answers, and by whom answers are awaited."""
    may_be_kept(request)
    names, today = Names.load(), timezone.localdate()
    asked = find_question(key, request.viewer, today)
    own = request.mandate.state if request.mandate else None
    context = {
        "asked": asked.question, "state": names.short(asked.question.state.key),
        "answers": [(each, names.short(each.state.key)) for each in asked.answers],
        "awaited": [names.short(each.key) for each in asked.awaited],
        "is_open": asked.question.is_open(today),
        "may_answer": may(request, POWER) and own != asked.question.state,
        "history": history(asked.question.urn, request.viewer, limit=20),
    }  # fmt: skip
    return render(request, "health/question.html", context)


def new_question(request: PageRequest) -> HttpResponse:
    by = acting(request, POWER)
    form = QuestionForm(request.POST or None, conditions=conditions(request.viewer))
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(
            ask_question, by, texts=form.told("text"), due=form.cleaned_data["due"],
            condition=form.condition(), audience=form.cleaned_data["audience"],
        ),
        record=lambda: [
            *words_in_full(form.told("text"), "question.text"),
            (say("question.due"), day_in_words(form.cleaned_data["due"])),
            (say("health.audience"), say(f"ledger.audience.{form.cleaned_data['audience']}")),
        ],
        deed=say("question.new"), button=say("question.ask"), done=say("question.asked"),
        to=reverse("experience"),
        page=lambda: _page(request, form, say("question.new"), say("question.new.lede")),
    )  # fmt: skip


def new_answer(request: PageRequest, key: str) -> HttpResponse:
    by = acting(request, POWER)
    asked = find_question(key, request.viewer, timezone.localdate()).question
    form = AnswerForm(request.POST or None)
    return in_two_steps(
        request, by, form,
        run=lambda: form.run(answer_question, by, asked, texts=form.told("text")),
        record=lambda: [
            (say("question.text"), in_lang(asked.texts)),
            *words_in_full(form.told("text"), "question.answer"),
        ],
        deed=say("question.answer.deed"), button=say("question.answer.send"),
        done=say("question.answered"), to=reverse("question", args=[key]),
        page=lambda: _page(request, form, say("question.answer.deed"), in_lang(asked.texts)),
    )  # fmt: skip


def _page(request: PageRequest, form: TextsForm, heading: str, lede: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "lede": lede, "in_experience": True}
    return render(request, "health/form.html", context, status=422 if form.errors else 200)
