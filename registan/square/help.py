"""Help for each office: what it does, in the order in which it does it, with the words on the buttons.

Sentences are `help.<office>.<step>` and `help.<office>.<step>.text`. What a button says is taken from
the button itself, so that help and product cannot part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from registan.web.refusal import NotThere
from registan.web.texts import say

if TYPE_CHECKING:
    from registan.parties.models import Mandate

# Fact in the sentences of help -> the text that stands on the page.
BUTTONS = {
    "accept": "plans.accept",
    "account": "parties.own_account",
    "awaited": "progress.",
    "bring_in": "plans.import",
    "cannot": "progress.cannot",
    "check": "plans.sheet.look",
    "clear": "plans.report.clear",
    "close": "plans.round.close",
    "confirm": "import.to_confirm",
    "correct": "plans.report.correct",
    "enrol": "parties.enrol",
    "file": "plans.report.file",
    "finding": "plans.finding.record",
    "history": "web.nav.history",
    "join": "plans.join",
    "mandates": "parties.mandates.manage",
    "not_participating": "progress.not_participating",
    "not_started": "progress.not_started",
    "open": "import.open",
    "opinion": "plans.opinion.record",
    "owed": "web.nav.owed",
    "password": "parties.password.change",
    "remind": "plans.remind",
    "return": "plans.return",
    "review": "plans.review",
    "round": "plans.round.new",
    "save": "plans.draft.save",
    "sheet": "plans.sheet",
    "states": "web.nav.states",
    "take_back": "plans.take_back",
    "version": "plans.add_version",
}
# A page that a step begins on -> its name as the reader knows it.
PLACES = {
    "calendar": "plans.calendar",
    "history": "web.nav.history",
    "imports": "plans.import",
    "mandates": "parties.mandates.manage",
    "owed": "web.nav.owed",
    "plans": "web.nav.plans",
    "search": "web.nav.search",
    "square": "square.title",
    "states": "web.nav.states",
}
# Office -> its steps; each with the page it begins on, where the step before
# did not, and the power one needs to be there.
STEPS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "secretariat": (
        ("bring_in", "imports", "plans.import"),
        ("version", "plans", ""),
        ("round", "", ""),
        ("remind", "", ""),
        ("read", "square", ""),
        ("finding", "plans", ""),
        ("close", "", ""),
        ("paper", "", ""),
    ),
    "coordinator": (
        ("owed", "owed", "reports.draft"),
        ("write", "", ""),
        ("sheet", "", ""),
        ("clear", "", ""),
        ("file", "", ""),
        ("returned", "square", ""),
        ("correct", "plans", ""),
        ("join", "", ""),
        ("opinion", "", ""),
    ),
    "editor": (
        ("owed", "owed", "reports.draft"),
        ("write", "", ""),
        ("standing", "", ""),
        ("evidence", "", ""),
        ("sheet", "", ""),
        ("together", "", ""),
    ),
    "administrator": (
        ("enrol", "mandates", "mandates.grant"),
        ("grant", "", ""),
        ("withdraw", "", ""),
        ("limits", "", ""),
    ),
    "reader": (
        ("find", "search", ""),
        ("plan", "plans", ""),
        ("paper", "", ""),
        ("calendar", "calendar", ""),
        ("states", "states", ""),
    ),
}
# What is the same for all, at the end of each page.
COMMON = (("refused", "", ""), ("history", "history", ""), ("languages", "", ""))


@dataclass(frozen=True)
class Step:
    """One thing an office does: its heading, what to do, and the page it begins on, if open."""

    heading: str
    text: str
    place: str
    href: str


@dataclass(frozen=True)
class Page:
    """The page of one office. `code` is its word in the address."""

    code: str
    name: str
    lede: str
    steps: tuple[Step, ...] = ()


def offices() -> list[Page]:
    """All pages of help, without their steps."""
    return [_page(code) for code in STEPS]


def page_of(code: str, mandate: Mandate | None) -> Page:
    """The page of one office. Raises NotThere for another word."""
    if code not in STEPS:
        raise NotThere
    mine = [_step(code, *step, mandate) for step in STEPS[code]]
    shared = [_step("all", *step, mandate) for step in COMMON]
    return _page(code, (*mine, *shared))


def _page(code: str, steps: tuple[Step, ...] = ()) -> Page:
    return Page(code, say(f"help.{code}"), say(f"help.{code}.lede"), steps)


def _step(office: str, step: str, page: str, power: str, mandate: Mandate | None) -> Step:
    facts = {fact: say(key) for fact, key in BUTTONS.items()}
    is_open = page and (not power or (mandate and mandate.has(power)))
    return Step(
        say(f"help.{office}.{step}"),
        say(f"help.{office}.{step}.text", **facts),
        say(PLACES[page]) if is_open else "",
        reverse(page) if is_open else "",
    )
