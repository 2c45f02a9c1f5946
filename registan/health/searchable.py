"""What can be found of health: experience, questions, the roster, bottlenecks, research, calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from registan.health.models import Bottleneck, Call, Experience, Question, Research, RosterEntry
from registan.health.queries.readiness import readiness
from registan.search.things import Thing, register_searchable
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from collections.abc import Iterator

EXPERIENCE, QUESTION = "urn:registan:experience:", "urn:registan:question:"
ROSTER = "urn:registan:roster:"
EVENT = "urn:registan:event:"
RESEARCH, CALL = "urn:registan:research:", "urn:registan:call:"


def register_health() -> None:
    """Make all of it findable."""
    register_searchable("experience", experiences)
    register_searchable("question", questions, touched=question_of)
    register_searchable("roster", roster)
    register_searchable("bottleneck", bottlenecks)
    register_searchable("research", research)
    register_searchable("call", calls)


def experiences(urn: str) -> Iterator[Thing]:
    """The newest version of each account by title, what was done, what came of it and its evidence."""
    found = Experience.objects.filter(_of(urn, EXPERIENCE), is_newest=True)
    for row in found.select_related("state"):
        yield Thing(
            row.urn, "experience_entry", {"key": row.key}, row.titles,
            _together(row.accounts, row.results, row.evidence), ((row.audience,),), parties=(row.state.key,),
        )  # fmt: skip


def questions(urn: str) -> Iterator[Thing]:
    """Questions with their answers."""
    found = Question.objects.filter(_of(urn, QUESTION))
    for row in found.select_related("state").prefetch_related("answers"):
        yield Thing(
            row.urn, "question", {"key": row.key}, row.texts,
            _together(*(each.texts for each in row.answers.all())), ((row.audience,),),
            parties=(row.state.key,),
        )  # fmt: skip


def roster(urn: str) -> Iterator[Thing]:
    """Teams and laboratories on the roster by name, office, methods, languages and kind."""
    found = RosterEntry.objects.filter(_of(urn, ROSTER), is_newest=True, withdrawn_at=None)
    known = readiness()
    for row in found.select_related("state"):
        coded = {
            lang: "\n".join((
                *known.method_names(row.methods, lang), *known.language_names(row.languages, lang),
                say(f"roster.kind.{row.kind}", lang),
            ))
            for lang in LANGS
        }  # fmt: skip
        yield Thing(
            row.urn, "roster_entry", {"key": row.key}, row.names, _together(row.offices, coded),
            ((row.audience,),), parties=(row.state.key,),
        )  # fmt: skip


def bottlenecks(urn: str) -> Iterator[Thing]:
    """Bottlenecks and enablers by what they were, with what is to be done and by which office."""
    found = Bottleneck.objects.filter(_of_event(urn)).select_related(
        "event__state", "state", "body"
    )
    for row in found:
        parties = {row.event.state.key, row.owner} - {""}
        yield Thing(
            row.urn, "bottleneck", {"key": row.key}, row.texts,
            _together(row.steps, row.offices, row.event.names), ((row.audience,),),
            parties=tuple(sorted(parties)),
        )  # fmt: skip


def _of_event(urn: str) -> Q:
    """Bottlenecks at or below an address: all for "", all of an event, or the one named."""
    if not urn:
        return Q()
    key, _, rest = urn.removeprefix(EVENT).partition(":")
    if not urn.startswith(EVENT):
        return Q(pk__in=[])
    if not rest:
        return Q(event__key=key)
    kind, _, n = rest.partition(":")
    n = n.partition(":")[0]
    return Q(event__key=key, n=int(n)) if kind == "bottleneck" and n.isdigit() else Q(pk__in=[])


def research(urn: str) -> Iterator[Thing]:
    """The newest version of each: title, summary, conditions of sharing, result, institutions, number."""
    found = Research.objects.filter(_of(urn, RESEARCH), is_newest=True)
    for row in found.select_related("state"):
        named = "\n".join((row.lead, *(name for _, name in row.partners), row.registration))
        yield Thing(
            row.urn, "research_entry", {"key": row.key}, row.titles,
            _together(row.summaries, row.conditions_of_sharing, row.results,
                      dict.fromkeys(row.titles, named)),
            ((row.audience,),), parties=tuple(sorted(row.states)),
        )  # fmt: skip


def calls(urn: str) -> Iterator[Thing]:
    """Joint calls: title, topic, terms, result."""
    n = urn.removeprefix(CALL)
    wanted = Q(n=int(n)) if urn.startswith(CALL) and n.isdigit() else Q(pk__in=[])
    for row in Call.objects.filter(wanted if urn else Q()).select_related("state", "body"):
        yield Thing(
            row.urn, "research_call", {"call": row.n}, row.titles,
            _together(row.topics, row.terms, row.results), ((row.audience,),), parties=(row.opener,),
        )  # fmt: skip


def question_of(subject: str) -> Iterator[str]:
    """An answer changes what is found of its question."""
    if subject.startswith(QUESTION) and ":" in subject.removeprefix(QUESTION):
        yield QUESTION + subject.removeprefix(QUESTION).partition(":")[0]


def _of(urn: str, prefix: str) -> Q:
    """The rows at an address: all for "", none for that of another kind or of what stands below."""
    if not urn:
        return Q()
    state, _, n = urn.removeprefix(prefix).rpartition("-")
    if not urn.startswith(prefix) or ":" in state or not n.isdigit():
        return Q(pk__in=[])
    return Q(state__key=state, n=int(n))


def _together(*texts: dict[str, str]) -> dict[str, str]:
    """Texts by language, one after the other."""
    langs = {lang for each in texts for lang in each}
    return {lang: "\n".join(each[lang] for each in texts if each.get(lang)) for lang in langs}
