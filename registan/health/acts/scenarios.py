"""Commissioning a scenario, cancelling it, and recording what came of it."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.health.model import Model
from registan.health.models import Scenario, ScenarioStanding
from registan.health.scenario_faults import refusals
from registan.kernel.epi.assumptions import MODEL
from registan.ledger.act import Refused, act, working_paper
from registan.parties.permissions import require
from registan.parties.queries import organisation
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from registan.kernel.epi.assumptions import Assumptions
    from registan.parties.models import Mandate

LONGEST_NAME = 120


@act("health.scenario.commissioned")
def commission_scenario(
    by: Mandate, told: Assumptions, *, names: Mapping[str, str], now: datetime,
    illustrative: bool = False,
) -> Scenario:  # fmt: skip
    """Put a question to the model: joint against unilateral action under these assumptions.

    Recorded with all assumptions, the seed and the version of the model, so that anyone can compute it
    again. It is computed in the background.
    """
    require(by, "scenarios.commission", now)
    for refusal in refusals(told):
        raise refusal
    return Scenario.objects.create(
        names=_names(names), assumptions=told.to_dict(), digest=told.digest, model=MODEL,
        party=by.actor_key, illustrative=illustrative, made_at=now,
    )  # fmt: skip


@act("health.scenario.cancelled")
def cancel_scenario(by: Mandate, scenario: Scenario, *, now: datetime) -> Scenario:
    """Give up a scenario that is not computed yet: by whoever commissioned it, or by the Secretariat."""
    require(by, "scenarios.commission", now)
    if by.actor_key != scenario.party and not by.has("conditions.define"):
        raise Refused("scenario_of_another", status=403)
    return _end(_held(scenario), ScenarioStanding.CANCELLED, now)


@act("health.scenario.computed")
def record_result(
    by: Model, scenario: Scenario, result: Mapping[str, Any], *, now: datetime
) -> Scenario:
    """Record what the model made of a scenario, with the digest of the whole result."""
    _only_the_model(by)
    held = _held(scenario)
    held.result, held.result_digest, held.share = dict(result), digest_of(result), 1.0
    return _end(held, ScenarioStanding.DONE, now)


@act("health.scenario.given_up")
def give_up_scenario(by: Model, scenario: Scenario, *, reason: str, now: datetime) -> Scenario:
    """Record that a scenario was not computed, and why: it took longer than this machine allows."""
    _only_the_model(by)
    held = _held(scenario)
    held.reason = reason
    return _end(held, ScenarioStanding.GIVEN_UP, now)


@working_paper
def note_share(pk: int, share: float, now: datetime) -> None:
    """How far the computing is: shown to whoever waits, and no deed."""
    waiting = Scenario.objects.filter(pk=pk, begun_at=None)
    waiting.update(begun_at=now)
    open_ones = (ScenarioStanding.WAITING, ScenarioStanding.RUNNING)
    Scenario.objects.filter(pk=pk, standing__in=open_ones).update(
        share=share, standing=ScenarioStanding.RUNNING
    )


def digest_of(result: Mapping[str, Any]) -> str:
    """SHA-256 of a result, whatever the order of its parts."""
    return sha256(json.dumps(result, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _held(scenario: Scenario) -> Scenario:
    """The scenario as it stands, and nobody else changes it until the act is done."""
    return Scenario.objects.select_for_update().get(pk=scenario.pk)


def _end(scenario: Scenario, standing: str, now: datetime) -> Scenario:
    if scenario.is_over:
        raise Refused("scenario_over", status=409)
    scenario.standing, scenario.ended_at = standing, now
    scenario.save(
        update_fields=["standing", "ended_at", "reason", "result", "result_digest", "share"]
    )
    return scenario


def _only_the_model(by: object) -> None:
    if not isinstance(by, Model):
        raise Refused("scenario_by_model", status=403)


def _names(names: Mapping[str, str]) -> dict[str, str]:
    """A name in each language of the organisation."""
    found = organisation()
    told = {lang: name.strip()[:LONGEST_NAME] for lang, name in names.items() if name.strip()}
    if not told or (found and set(found.languages) - set(told)):
        raise Refused("name_missing", field="names")
    refuse_hidden_characters(*told.values(), field="names")
    return told
