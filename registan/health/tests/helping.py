"""Short words for tests of assistance: a catalogue, ways, a round, a request and an offer."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health import settlement_run
from registan.health.acts.assistance import make_offer, make_request, open_aid_round
from registan.health.acts.catalogue import enter_item, state_lane
from registan.health.acts.settlement import CellAnswer, answer_matches, ask_proposal
from registan.kernel.match.solve import solve
from registan.kernel.match.written import from_dict
from registan.parties.models import State

if TYPE_CHECKING:
    from registan.health.models import (
        AidRound,
        Item,
        Lane,
        MatchAnswer,
        Offer,
        Proposal,
        Request,
    )
    from registan.parties.models import Mandate
    from tests.cast import Cast

MASKS = {"ru": "Респираторы", "zh": "防护口罩", "en": "Respirators"}
ROUND = {"ru": "Зимний раунд", "zh": "冬季轮次", "en": "Winter round"}


def monday() -> date:
    today = timezone.localdate()
    return today - timedelta(days=today.weekday())


def item(cast: Cast, code: str = "masks", **changes: Any) -> Item:
    facts = {"names": MASKS, "kind": "supply", "unit": "box", "volume": Decimal("0.05"), **changes}
    return enter_item(cast.secretariat, code=code, **facts)


def lane(cast: Cast, donor: str = "KZ", state: str = "IN", **changes: Any) -> Lane:
    ends = {"donor": State.objects.get(key=donor), "state": State.objects.get(key=state)}
    return state_lane(cast.secretariat, **{**ends, "lead": 1, "cold": ["ambient"], **changes})


def aid(cast: Cast, **changes: Any) -> AidRound:
    facts = {"names": ROUND, "starts_on": monday(), "weeks": 6, "currency": "USD", **changes}
    return open_aid_round(cast.secretariat, **facts)


def ask(by: Mandate, of: AidRound, **changes: Any) -> Request:
    facts = {"item": "masks", "quantity": 100, "first_week": 0, "last_week": 4, "severity": 2,
             "stock_days": 10, **changes}  # fmt: skip
    return make_request(by, of, **facts)


def offer(by: Mandate, of: AidRound, **changes: Any) -> Offer:
    facts = {"item": "masks", "stock": 200, "daily": Decimal(2), "reserve_days": 30,
             "released_on": of.starts_on, **changes}  # fmt: skip
    return make_offer(by, of, **facts)


def round_in_progress(cast: Cast) -> AidRound:
    """India and Kazakhstan ask for respirators, China and Kazakhstan offer some."""
    item(cast)
    for donor, state in (("CN", "IN"), ("CN", "KZ"), ("KZ", "IN")):
        lane(cast, donor, state)
    made = aid(cast)
    ask(cast.kz_filer, made)
    ask(cast.in_filer, made, severity=4)
    offer(cast.cn_filer, made)
    return made


def proposed(cast: Cast, of: AidRound) -> Proposal:
    """A proposal asked for by the Secretariat, computed here and now, and recorded."""
    asked = ask_proposal(cast.secretariat, of)
    settlement_run.record(asked, solve(from_dict(asked.input), seed=asked.seed))
    asked.refresh_from_db()
    return asked


def say_to(by: Mandate, of: Proposal, **answers: Any) -> MatchAnswer:
    """say_to(kz, proposal, m1="accepted", m2=(60, "covered"), m3=("refused", "price"))."""
    return answer_matches(
        by, of, [_cell_answer(int(key[1:]), said) for key, said in answers.items()]
    )


def _cell_answer(match: int, said: Any) -> CellAnswer:
    if isinstance(said, str):
        return CellAnswer(match, said)
    first, reason = said
    if isinstance(first, int):
        return CellAnswer(match, "changed", first, reason)
    return CellAnswer(match, first, reason=reason)
