"""Joint calls: opened by a State or a Body, answered by States, assessed by each member, decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils import timezone

from registan.health.acts.research import REGISTER
from registan.health.acts.telling import coded, state_of, told, well_formed
from registan.health.models import (
    Call,
    Product,
    Research,
    ResearchProposal,
    Sharing,
    Stand,
    Verdict,
)
from registan.ledger import audience as who
from registan.ledger.act import Refused, act
from registan.parties.permissions import require
from registan.parties.queries import language_choices, members

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from registan.health.models import Condition
    from registan.parties.models import Mandate

OPEN_CALLS = "research.call"


@dataclass(frozen=True)
class CallFacts:
    """What is called for, on what terms, in which languages and until when."""

    titles: Mapping[str, str]
    topics: Mapping[str, str]
    kinds: Sequence[str]
    opens_on: date
    closes_on: date
    assess_by: date
    languages: Sequence[str]
    sharing: Sequence[str] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    condition: Condition | None = None
    audience: str = who.MEMBERS
    illustrative: bool = False


@act("health.call.opened")
def open_call(by: Mandate, what: CallFacts, *, now: datetime) -> Call:
    """Call for joint research on a topic. The terms are known before anyone proposes."""
    require(by, OPEN_CALLS, now)
    kinds = coded(what.kinds, Product.values, "kinds")
    languages = coded(what.languages, [code for code, _ in language_choices()], "languages")
    if not kinds or not languages:
        raise Refused("choice_missing", field="kinds" if not kinds else "languages")
    if not what.opens_on <= what.closes_on <= what.assess_by:
        raise Refused("call_dates_backwards", field="closes_on")
    if what.closes_on < timezone.localdate(now):
        raise Refused("due_passed", field="closes_on")
    return Call.objects.create(
        n=Call.objects.count() + 1, state=by.state, body=by.body, titles=told(what.titles, "title"),
        topics=told(what.topics, "topic"), condition=what.condition, kinds=kinds,
        sharing=coded(what.sharing, Sharing.values, "sharing"),
        terms=told(what.terms, "terms", needed=False), languages=languages,
        opens_on=what.opens_on, closes_on=what.closes_on, assess_by=what.assess_by,
        audience=well_formed(what.audience), illustrative=what.illustrative, made_at=now,
    )  # fmt: skip


@act("health.call.proposed")
def make_proposal(
    by: Mandate, call: Call, research: Research, *, texts: Mapping[str, str], now: datetime
) -> ResearchProposal:
    """Propose research of one's own under a call, and say what the others are asked to take part in."""
    require(by, REGISTER, now, state=research.state)
    if not call.takes_proposals(timezone.localdate(now)):
        raise Refused("call_takes_no_proposals", status=409)
    if not research.is_open:
        raise Refused("research_closed", field="research")
    if research.kind not in call.kinds:
        raise Refused("not_called_for", field="research")
    if not set(call.sharing) <= set(research.sharing):
        raise Refused("sharing_below_the_call", field="research")
    if not who.covers(research.audience, call.audience):
        raise Refused("research_hidden_from_call", field="research")
    said = told(texts, "text")
    if not set(said) & set(call.languages):
        raise Refused("not_in_a_language_of_the_call", field=f"text_{call.languages[0]}")
    first = Research.objects.get(state=research.state, n=research.n, version=1)
    if call.proposals.filter(research=first).exists():
        raise Refused("proposed_before", field="research")
    return ResearchProposal.objects.create(
        call=call, n=call.proposals.count() + 1, state=state_of(by), research=first, texts=said,
        audience=call.audience, made_at=now,
    )  # fmt: skip


@act("health.call.assessed", binding=True)
def assess_proposal(
    by: Mandate, proposal: ResearchProposal, *, verdict: str, texts: Mapping[str, str], now: datetime,
    is_open: bool | None = None,
) -> Stand:  # fmt: skip
    """Say how the State stands to a proposal: it supports it, on conditions, or not.

    An objection is seen by the State itself and by who opened the call, unless the State opens it
    (`is_open`); support is seen by all who read the call, unless the State keeps it to the two.
    """
    require(by, REGISTER, now)
    state, call = state_of(by), proposal.call
    if state not in members(timezone.localdate(now)):
        raise Refused("assessed_by_members", status=403)
    if state.pk == proposal.state_id:
        raise Refused("own_proposal", status=403)
    if call.is_decided:
        raise Refused("call_decided", status=409)
    coded([verdict], Verdict.values, "verdict")
    said = told(texts, "text", needed=verdict != Verdict.SUPPORT)
    if is_open is None:
        is_open = verdict != Verdict.NO
    earlier = Stand.objects.filter(proposal=proposal, state=state)
    n = earlier.count() + 1
    earlier.filter(is_newest=True).update(is_newest=False)
    return Stand.objects.create(
        proposal=proposal, state=state, n=n, verdict=verdict, texts=said, made_at=now,
        audience=call.audience if is_open else _closed_circle(call, state.key),
    )  # fmt: skip


@act("health.call.decided")
def decide_call(
    by: Mandate, call: Call, *, taken: Sequence[int], results: Mapping[str, str], now: datetime
) -> Call:
    """Record what came of a call, by who opened it, after the day by which States were asked.

    Research taken up is joint for those States that support it; nobody is bound by the word of others.
    """
    require(by, OPEN_CALLS, now)
    if by.actor_key != call.opener:
        raise Refused("call_of_others", status=403)
    if call.is_decided:
        raise Refused("call_decided", status=409)
    if timezone.localdate(now) <= call.closes_on or (
        timezone.localdate(now) <= call.assess_by and _awaited(call, now)
    ):
        raise Refused("call_still_open", status=409)
    numbers = set(call.proposals.values_list("n", flat=True))
    if not set(taken) <= numbers:
        raise Refused("choice_unknown", field="taken")
    call.taken, call.results = sorted(set(taken)), told(results, "result")
    call.decided_at = now
    call.save(update_fields=["taken", "results", "decided_at"])
    return call


def _closed_circle(call: Call, key: str) -> str:
    """The State itself and who opened the call."""
    if call.state is not None:
        return who.states([key, call.state.key])
    return who.states([key], bodies=[call.opener])


def _awaited(call: Call, now: datetime) -> bool:
    """Whether a member has still to say how it stands to a proposal."""
    asked_of = {state.pk for state in members(timezone.localdate(now))}
    for proposal in call.proposals.all():
        said = set(proposal.stands.filter(is_newest=True).values_list("state_id", flat=True))
        if asked_of - said - {proposal.state_id}:
            return True
    return False
