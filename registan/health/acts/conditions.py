"""What the organisation counts, and by which definition of a case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registan.health.models import Condition, Definition, Period
from registan.ledger.act import Refused, act
from registan.ledger.audience import MEMBERS, is_well_formed
from registan.parties.permissions import require
from registan.parties.queries import organisation
from registan.parties.setup_mandate import SetUp
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from registan.parties.models import Mandate

CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)


@act("health.condition.defined")
def define_condition(
    by: SetUp | Mandate, *, code: str, names: Mapping[str, str], period: str, now: datetime,
    audience: str = MEMBERS, illustrative: bool = False,
) -> Condition:  # fmt: skip
    """Enter a disease or syndrome that States count together, by weeks or by days.

    Its audience is that of all its counts. How often it is counted does not change afterwards.
    """
    if not isinstance(by, SetUp):
        require(by, "conditions.define", now)
    if not CODE.fullmatch(code):
        raise Refused("condition_code_malformed", field="code")
    if Condition.objects.filter(code=code).exists():
        raise Refused("condition_there", field="code", status=409, condition=code)
    if period not in Period.values:
        raise Refused("period_unknown", field="period")
    if not is_well_formed(audience):
        raise Refused("audience_unknown", field="audience")
    told = in_all_languages(names, "names")
    return Condition.objects.create(
        code=code, names=told, period=period, illustrative=illustrative, audience=audience,
        position=Condition.objects.count(), made_at=now,
    )  # fmt: skip


@act("health.definition.stated")
def state_definition(
    by: Mandate, condition: Condition, *, texts: Mapping[str, str], since: date, now: datetime
) -> Definition:
    """State by which definition cases are counted from a day on.

    By the body that keeps the house: the agreed definition. By a State: its own, for its own counts
    alone. Series show the change; what was counted before keeps the definition it was counted by.
    """
    require(by, "counts.submit" if by.state else "conditions.define", now)
    told = {lang: text.strip() for lang, text in texts.items() if text.strip()}
    if not told:
        raise Refused("definition_missing", field="text")
    refuse_hidden_characters(*told.values(), field="text")
    held = Definition.objects.filter(condition=condition, state=by.state)
    last = held.order_by("-n").first()
    if last and last.since >= since:
        raise Refused("definition_not_later", field="since", status=409, since=last.since)
    return Definition.objects.create(
        condition=condition, state=by.state, n=last.n + 1 if last else 1, texts=told, since=since,
        made_at=now,
    )  # fmt: skip


def in_all_languages(names: Mapping[str, str], field: str) -> dict[str, str]:
    """A name in each language of the organisation."""
    found = organisation()
    told = {lang: name.strip() for lang, name in names.items() if name.strip()}
    if not told or (found and set(found.languages) - set(told)):
        raise Refused("name_missing", field=field)
    refuse_hidden_characters(*told.values(), field=field)
    return told
