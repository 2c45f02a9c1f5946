"""The one list of all pages, for axe-core, for the shots, for whoever walks through the house.

A page is named as in urls.py. Its address is found as a person finds it: on the page named in `via`
stands a link to it. Each is seen by the public or by the official whose page it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils import translation

from visitors import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitors import Visitors

SEAT = "secretariat.secretariat"
FILER, OWING, GROUPED = "coordinator.kz", "coordinator.in", "coordinator.uz"
ADMINISTRATOR = "administrator.in"
# Parents whose links were followed in vain before a page is given up.
PATIENCE = 400


@dataclass(frozen=True)
class Listed:
    """A page of the list: its name, who reads it, on which page its link stands."""

    name: str
    who: str = PUBLIC
    via: str = ""

    @property
    def key(self) -> str:
        return f"{self.name}@{self.who or 'public'}"


PAGES = (
    Listed("square"),
    Listed("square", SEAT),
    Listed("plans"),
    Listed("plans", SEAT),
    Listed("plan", via="plans"),
    Listed("plan", SEAT, via="plans"),
    Listed("chapter", via="plan"),
    Listed("plan_table", FILER, via="plan"),
    Listed("plan_calendar", via="plan"),
    Listed("plan_history", via="plan"),
    Listed("measure", via="plan"),
    Listed("measure", SEAT, via="plan"),
    Listed("measure", FILER, via="plan"),
    Listed("round", FILER, via="plan"),
    Listed("round", SEAT, via="plan"),
    Listed("report", SEAT, via="round"),
    Listed("report", FILER, via="report_edit"),
    Listed("calendar"),
    Listed("calendar", FILER),
    Listed("history"),
    Listed("states"),
    Listed("state", via="states"),
    Listed("state", ADMINISTRATOR, via="states"),
    Listed("bodies"),
    Listed("body", via="bodies"),
    Listed("sign_in"),
    # What a State does
    Listed("own_account", FILER),
    Listed("letter_settings", FILER),
    Listed("owed", FILER),
    Listed("owed", OWING),
    Listed("report_edit", OWING, via="owed"),
    Listed("report_edit", FILER, via="owed"),
    Listed("sheet", OWING, via="owed"),
    Listed("take_back", FILER, via="report"),
    Listed("join_measure", GROUPED, via="measure"),
    Listed("leave_measure", GROUPED, via="measure"),
    Listed("opinion", FILER, via="measure"),
    Listed("mandates", ADMINISTRATOR),
    Listed("enrol", ADMINISTRATOR, via="mandates"),
    Listed("withdraw_mandate", ADMINISTRATOR, via="mandates"),
    # What the secretariat does
    Listed("imports", SEAT),
    Listed("import_tray", SEAT, via="imports"),
    Listed("import_row", SEAT, via="import_tray"),
    Listed("import_away", SEAT, via="import_tray"),
    Listed("import_confirm", SEAT, via="import_tray"),
    Listed("new_round", SEAT, via="plan"),
    Listed("remind", SEAT, via="round"),
    Listed("due_date", SEAT, via="round"),
    Listed("close_round", SEAT, via="round"),
    Listed("accept_report", SEAT, via="report"),
    Listed("return_report", SEAT, via="report"),
    Listed("finding", SEAT, via="measure"),
    Listed("postpone_measure", SEAT, via="measure"),
    Listed("merge_measure", SEAT, via="measure"),
    Listed("supersede_measure", SEAT, via="measure"),
    Listed("indicator", SEAT, via="measure"),
    Listed("obligations", SEAT, via="measure"),
    Listed("jobs", SEAT),
    Listed("letters", SEAT),
    Listed("account_logout", FILER),
    Listed("account_change_password", FILER),
)

# Addresses below a language that are no pages, and why.
NO_PAGES = {
    "sign_in_as": "answers a button",
    "choose_mandate": "answers a button",
    "job_again": "answers a button",
    "letter_again": "answers a button",
    "evidence": "a file",
    "plan_export": "a file",
    "review": "a file",
    "sheet_file": "a file",
    "report_confirm": "stands after a form: walked in test_without_javascript",
    "sheet_preview": "stands after an upload: walked in test_reporting",
}


def named_addresses() -> set[str]:
    """Names of all addresses that stand below a language."""
    with translation.override("en"):
        return set(_names(get_resolver().url_patterns, ""))


def _names(patterns: list[URLPattern | URLResolver], above: str) -> Iterator[str]:
    for each in patterns:
        here = above + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _names(each.url_patterns, here)
        elif here.startswith("en/") and each.name:
            yield each.name


class Atlas:
    """Finds the address of each listed page, in English; kept once found."""

    def __init__(self, visitors: Visitors) -> None:
        self._visitors = visitors
        self._found: dict[Listed, str] = {}

    def address(self, page: Listed, lang: str = "en") -> str:
        """Where the page is, in one of the languages."""
        if page not in self._found:
            self._found[page] = next(self._candidates(page.name, page.who), "")
        assert self._found[page], f"no link to {page.key} on any page of {page.via}"
        return f"/{lang}{self._found[page].removeprefix('/en')}"

    def _candidates(self, name: str, who: str) -> Iterator[str]:
        via = next(each.via for each in PAGES if each.name == name)
        exact = next((each.via for each in PAGES if each.name == name and each.who == who), via)
        if not exact:
            with translation.override("en"):
                yield reverse(name)
            return
        seen: set[str] = set()
        for tried, parent in enumerate(self._candidates(exact, who)):
            for link in self._visitors[who].links(parent):
                if link not in seen and name_of(link) == name:
                    seen.add(link)
                    yield link
            if tried > PATIENCE:
                return


def name_of(link: str) -> str:
    """The name in urls.py of an English address, "" for what is none."""
    path = link.partition("?")[0]
    if not path.startswith("/en/"):
        return ""
    with translation.override("en"):
        try:
            return resolve(path).url_name or ""
        except Resolver404:
            return ""
