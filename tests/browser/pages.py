"""The one list of all pages, for axe-core, for the shots, for whoever walks through the house.

A page is named as in urls.py. Its address is found as a person finds it: on the page named in `via`
stands a link to it. Each is seen by the public or by the official whose page it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils import translation

from tests.browser.visitors import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.visitors import Visitors

SEAT = "secretariat.secretariat"
FILER, OWING, GROUPED = "coordinator.cn", "coordinator.kz", "coordinator.uz"
DRAFTING = "coordinator.ir"
ADMINISTRATOR = "administrator.in"
# Parents whose links were followed in vain before a page is given up.
PATIENCE = 400


@dataclass(frozen=True)
class Listed:
    """A page of the list: its name, who reads it, on which page its link stands."""

    name: str
    who: str = PUBLIC
    via: str = ""
    # Of several addresses the first that holds this; and what is asked of the page.
    like: str = ""
    query: str = ""

    @property
    def key(self) -> str:
        return f"{self.name}{self.query}@{self.who or 'public'}"


PAGES = (
    Listed("square"),
    Listed("square", SEAT),
    Listed("search"),
    Listed("search", SEAT, query="?q=report"),
    Listed("plans"),
    Listed("plans", SEAT),
    Listed("plan", via="plans"),
    Listed("plan", SEAT, via="plans", like="/action-plan/"),
    Listed("plan", FILER, via="plans", like="/action-plan/", query="?progress=done"),
    Listed("chapter", via="plan"),
    Listed("add_measure", OWING, via="plan", like="/action-plan/"),
    Listed("plan_table", FILER, via="plan"),
    Listed("plan_calendar", via="plan"),
    Listed("plan_history", via="plan"),
    Listed("measure", via="plan"),
    # One with an indicator and its figure.
    Listed("measure", SEAT, via="plan", like="/7.6/", query="?round=2"),
    # One that takes its figure from the desk of health.
    Listed("measure", FILER, via="plan", like="/5.5/"),
    Listed("measure", SEAT, via="plan"),
    Listed("measure", FILER, via="plan"),
    Listed("round", FILER, via="plan"),
    Listed("round", SEAT, via="plan"),
    Listed("report", SEAT, via="round"),
    Listed("report", FILER, via="measure"),
    Listed("calendar"),
    Listed("calendar", FILER),
    Listed("health"),
    Listed("health", SEAT),
    Listed("health", FILER),
    Listed("condition", SEAT, via="health"),
    Listed("situation", via="health"),
    Listed("condition", FILER, via="health"),
    Listed("series", FILER, via="condition"),
    Listed("series", SEAT, via="condition"),
    Listed("submission", FILER, via="health"),
    Listed("send_counts", FILER, via="health"),
    Listed("new_condition", SEAT, via="health"),
    Listed("experience", FILER, via="health"),
    Listed("experience_entry", FILER, via="experience"),
    Listed("experience_version", OWING, via="experience_entry", like="/KZ-"),
    Listed("new_experience", FILER, via="experience"),
    Listed("question", FILER, via="experience"),
    Listed("new_question", FILER, via="experience"),
    Listed("new_answer", FILER, via="question"),
    Listed("new_definition", SEAT, via="condition"),
    Listed("scenarios", SEAT, via="health"),
    Listed("new_scenario", FILER, via="scenarios"),
    Listed("scenario", SEAT, via="scenarios"),
    Listed("methods", via="health"),
    Listed("method", via="methods"),
    Listed("new_method", SEAT, via="methods"),
    Listed("signals", FILER, via="health"),
    # Register of research
    Listed("research", FILER, via="health"),
    Listed("research_entry", OWING, via="research"),
    Listed("new_research", FILER, via="research"),
    Listed("research_deed", OWING, via="research_entry", like="/validate/"),
    Listed("research_calls", FILER, via="research"),
    Listed("research_call", FILER, via="research_calls"),
    # Emergencies
    Listed("events", FILER, via="health"),
    Listed("event", OWING, via="events"),
    Listed("event_deed", FILER, via="event"),
    Listed("new_event", FILER, via="events"),
    # Timeliness
    Listed("bottlenecks", FILER, via="events"),
    Listed("bottleneck", FILER, via="bottlenecks"),
    Listed("event_deed", OWING, via="event", like="/say/dates/"),
    Listed("assistance", FILER, via="health"),
    Listed("aid_round", FILER, via="assistance"),
    Listed("aid_round", SEAT, via="assistance"),
    Listed("aid_tracking", FILER, via="aid_round"),
    Listed("aid_account", FILER, via="assistance"),
    Listed("proposal", FILER, via="aid_round"),
    Listed("answer_cells", FILER, via="proposal"),
    Listed("aid_said", OWING, via="aid_round", like="/requests/"),
    Listed("new_said", FILER, via="aid_round", like="/requests/"),
    Listed("new_said", FILER, via="aid_round", like="/offers/"),
    Listed("new_item", SEAT, via="assistance"),
    # Reserves, the roster, exercises
    Listed("reserves", FILER, via="health"),
    Listed("new_stock", FILER, via="reserves"),
    Listed("roster", FILER, via="health"),
    Listed("roster_entry", OWING, via="roster", like="/KZ-"),
    Listed("exercises", SEAT, via="health"),
    Listed("history"),
    Listed("ledger"),
    Listed("ledger_explained", via="ledger"),
    Listed("act", via="history"),
    Listed("act", SEAT, via="history"),
    Listed("history", FILER, query="?party=CN&area=reports"),
    Listed("open_act", ADMINISTRATOR, via="act"),
    Listed("shredding", SEAT, via="ledger"),
    Listed("states"),
    Listed("state", via="states"),
    Listed("state", ADMINISTRATOR, via="states"),
    Listed("bodies"),
    Listed("body", via="bodies"),
    Listed("sign_in"),
    Listed("help"),
    Listed("help_office", via="help"),
    Listed("help_office", SEAT, via="help", like="/secretariat/"),
    Listed("help_office", FILER, via="help", like="/coordinator/"),
    # What a State does
    Listed("own_account", FILER),
    Listed("letter_settings", FILER),
    Listed("owed", FILER),
    Listed("owed", OWING),
    Listed("report_edit", OWING, via="owed"),
    Listed("report_edit", FILER, via="owed"),
    Listed("sheet", OWING, via="owed"),
    # A State of the example that has drafts in the open round.
    Listed("together", DRAFTING, via="owed"),
    Listed("report", OWING, via="measure"),
    Listed("take_back", OWING, via="report"),
    Listed("join_measure", GROUPED, via="measure"),
    Listed("leave_measure", GROUPED, via="measure"),
    Listed("opinion", FILER, via="measure"),
    Listed("mandates", ADMINISTRATOR),
    Listed("enrol", ADMINISTRATOR, via="mandates"),
    Listed("grant_mandate", ADMINISTRATOR, via="mandates"),
    Listed("withdraw_mandate", ADMINISTRATOR, via="mandates"),
    Listed("office_keys"),
    Listed("office_keys", ADMINISTRATOR),
    Listed("enrol_office_key", ADMINISTRATOR, via="office_keys"),
    Listed("own_password", FILER, via="own_account"),
    Listed("account_logout", FILER),
    # What the secretariat does
    Listed("imports", SEAT),
    Listed("import_tray", SEAT, via="imports"),
    *(
        Listed("import_tray", SEAT, via="imports", query=f"?part={part}")
        for part in ("facts", "names", "rows", "rows&show=all", "left")
    ),
    Listed("import_row", SEAT, via="import_tray"),
    Listed("import_away", SEAT, via="import_tray"),
    Listed("import_confirm", SEAT, via="import_tray"),
    Listed("new_round", SEAT, via="plan"),
    Listed("plan_obligations", SEAT, via="plan"),
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
)

# Addresses below a language that are no pages, and why.
NO_PAGES = {
    "send_stocks": "a form with a file, like send_counts: walked in health/tests/test_reserves",
    "stock_deed": "the form of new_stock: walked in health/tests/test_reserves",
    "stock_file": "a file",
    "new_roster_entry": "a form like new_stock: walked in health/tests/test_roster",
    "roster_deed": "a form like new_stock: walked in health/tests/test_roster",
    "roster_file": "a file",
    "new_exercise": "a form like new_stock: walked in health/tests/test_exercises",
    "exercise_deed": "a form like new_stock: walked in health/tests/test_exercises",
    "living": "a form like indicator: walked in health/tests/test_living",
    "new_lane": "a form like new_item: walked in health/tests/test_assistance",
    "new_aid_round": "a form like new_item: walked in health/tests/test_assistance",
    "close_aid_round": "one button: walked in health/tests/test_assistance",
    "aid_tracking_csv": "a file",
    "aid_account_csv": "a file",
    "new_movement": "a form like new_said: walked in health/tests/test_tracking",
    "new_proposal": "one button: walked in health/tests/test_settlement_pages",
    "cancel_proposal": "one button: walked in health/tests/test_settlement_pages",
    "proposal_file": "a file",
    "amend_said": "the form of new_said: walked in health/tests/test_assistance",
    "withdraw_said": "one button: walked in health/tests/test_assistance",
    "sign_in_as": "answers a button",
    "choose_mandate": "answers a button",
    "job_again": "answers a button",
    "letter_again": "answers a button",
    "account_login": "leads to sign_in",
    "account_inactive": "a refusal: the account is closed",
    "renew_feed": "answers a button",
    "evidence": "a file",
    "act_proof": "a file",
    "stream": "a file",
    "shredding_confirm": "stands after a proposal of another: walked in test_opening_and_shredding",
    "office_statement": "a file",
    "decide_office_key": "stands after a key was named: walked in test_office_keys",
    "plan_export": "a file",
    "history_file": "a file",
    "indicators_file": "a file",
    "review": "a file",
    "sheet_file": "a file",
    "report_confirm": "stands after a form: walked in test_without_javascript",
    "research_file": "a file",
    "correct_validation": "the form of research_deed: walked in health/tests/test_research",
    "new_material": "a form like new_research: walked in health/tests/test_joint_calls",
    "withdraw_material": "one button: walked in health/tests/test_joint_calls",
    "ask_exchange": "a form like new_material: walked in health/tests/test_joint_calls",
    "exchange_deed": "stands while it is the State's turn: walked in health/tests/test_joint_calls",
    "new_call": "a form like new_research: walked in health/tests/test_joint_calls",
    "propose_research": "stands while a call takes proposals: walked in health/tests/test_joint_calls",
    "assess_proposal": "a form like new_answer: walked in health/tests/test_joint_calls",
    "decide_call": "stands after the days of a call: walked in health/tests/test_joint_calls",
    "series_file": "a file",
    "event_file": "a file",
    "bottlenecks_file": "a file",
    "scenario_file": "a file",
    "scenario_brief": "a file",
    "cancel_scenario": "stands while it is computed: walked in health/tests/test_scenarios",
    "series_estimates": "a file",
    "series_expected": "a file",
    "counts_template": "a file",
    "counts_preview": "stands after an upload: walked in health/tests/test_count_pages",
    "signal_file": "a file",
    "signal": "stands once counts were screened: walked in test_alerts",
    "answer_signal": "stands once counts were screened: walked in test_alerts",
    "withdraw_method": "stands while one's own proposal is open: walked in test_methods",
    "adopt_method": "stands while a proposal is open: walked in test_methods",
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
            places = (each for each in self._places(page, page.who) if page.like in each)
            self._found[page] = next(places, "")
        assert self._found[page], f"no link to {page.key} on any page of {page.via}"
        return f"/{lang}{self._found[page].removeprefix('/en')}"

    def _candidates(self, name: str, who: str) -> Iterator[str]:
        """Addresses of all pages of this name that `who` comes upon, the listed ones first."""
        listed = [each for each in PAGES if each.name == name]
        for page in [each for each in listed if each.who == who] or listed[:1]:
            yield from self._places(page, who)

    def _places(self, page: Listed, who: str) -> Iterator[str]:
        if not page.via:
            with translation.override("en"):
                yield reverse(page.name) + page.query
            return
        seen: set[str] = set()
        for tried, parent in enumerate(self._candidates(page.via, who)):
            for link in self._visitors[who].links(parent):
                path = link.partition("?")[0]
                if path not in seen and name_of(path) == page.name:
                    seen.add(path)
                    yield path + page.query
            if tried > PATIENCE:
                return


def name_of(path: str) -> str:
    """The name in urls.py of an English address, "" for what is none."""
    if not path.startswith("/en/"):
        return ""
    with translation.override("en"):
        try:
            return resolve(path).url_name or ""
        except Resolver404:
            return ""
