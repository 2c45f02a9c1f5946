"""Loading a profile: the organisation as data, replaced as a whole by one act."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.ledger.act import act
from registan.parties.models import (
    Alias,
    Body,
    BudgetShare,
    Chair,
    Guest,
    Membership,
    Organisation,
    Participation,
    Sitting,
    State,
    StatusType,
)
from registan.parties.permissions import require
from registan.parties.setup_mandate import SetUp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from registan.kernel.profile.read import Line, Profile
    from registan.parties.models import Mandate


@act("parties.profile.loaded")
def load_profile(by: SetUp | Mandate, profile: Profile, *, now: datetime) -> Organisation:
    """Enter the profile of the organisation, or a corrected one in place of the one before.

    States and Bodies keep their identity by key; those that are no longer named stay for the record.
    """
    if not isinstance(by, SetUp):
        require(by, "profile.load", now)
    tables = profile.tables
    states = {line["key"]: _state(line) for line in tables["states"]}
    types = _status_types(tables["status_types"])
    bodies = _bodies(tables["bodies"])
    for model in (Guest, Sitting, Chair, Membership, Participation, BudgetShare, Alias):
        model._default_manager.all().delete()
    Membership.objects.bulk_create(
        _membership(line, states, types) for line in tables["memberships"]
    )
    Participation.objects.bulk_create(
        _participation(line, states) for line in tables["participation"]
    )
    Chair.objects.bulk_create(_chair(line, states, bodies) for line in tables["chairs"])
    BudgetShare.objects.bulk_create(_share(line, states) for line in tables["budget_shares"])
    Alias.objects.bulk_create(
        Alias(kind=line["kind"], key=line["key"], lang=line["lang"], name=line["alias"])
        for line in tables["aliases"]
    )
    _sittings(tables["meetings"], tables["guests"], states, bodies)
    settings = profile.settings
    organisation, _ = Organisation.objects.update_or_create(
        pk=1,
        defaults={
            "key": settings["key"],
            "names": settings["names"],
            "short_names": settings["short_names"],
            "languages": settings["languages"],
            "decision_rule": settings["decision_rule"],
            "rules": settings.get("rules", {}),
            "digest": _digest(profile),
            "loaded_at": now,
        },
    )
    return organisation


def _digest(profile: Profile) -> str:
    said = [repr(sorted(profile.settings.items()))]
    said += [
        f"{name} {sorted(line.values.items())!r}"
        for name, lines in profile.tables.items()
        for line in lines
    ]
    return sha256("\n".join(said).encode()).hexdigest()


def _sourced(line: Line) -> dict[str, Any]:
    return {"source": line["source"], "confidence": line["confidence"], "note": line["note"]}


def _state(line: Line) -> State:
    orders = {lang: line[f"order_{lang}"] for lang in ("ru", "zh", "en") if line[f"order_{lang}"]}
    state, _ = State.objects.update_or_create(
        key=line["key"],
        defaults={
            "iso3": line["iso3"],
            "names": line.names("name"),
            "short_names": line.names("short"),
            "orders": orders,
            **_sourced(line),
        },
    )
    return state


def _status_types(lines: tuple[Line, ...]) -> dict[str, StatusType]:
    types = {}
    for line in lines:
        types[line["key"]], _ = StatusType.objects.update_or_create(
            key=line["key"],
            defaults={
                "names": line.names("name"),
                "rank": line["rank"],
                "valid_from": line["valid_from"],
                "valid_to": line["valid_to"],
            },
        )
    for line in lines:
        if line["merged_into"]:
            types[line["key"]].merged_into = types[line["merged_into"]]
            types[line["key"]].save(update_fields=["merged_into"])
    return types


def _bodies(lines: tuple[Line, ...]) -> dict[str, Body]:
    bodies = {}
    for position, line in enumerate(lines, start=1):
        bodies[line["key"]], _ = Body.objects.update_or_create(
            key=line["key"],
            defaults={
                "kind": line["kind"],
                "level": line["level"],
                "names": line.names("name"),
                "short_names": line.names("short"),
                "composition": line["composition"],
                "rhythm": line["rhythm"],
                "chair_rule": line["chair_rule"],
                "since": line["from"],
                "until": line["to"],
                "position": position,
                **_sourced(line),
            },
        )
    for line in lines:
        bodies[line["key"]].parent = bodies.get(line["parent"])
        bodies[line["key"]].save(update_fields=["parent"])
    return bodies


def _membership(
    line: Line, states: Mapping[str, State], types: Mapping[str, StatusType]
) -> Membership:
    return Membership(
        state=states[line["state"]],
        type=types[line["type"]],
        since=line["from"],
        until=line["to"],
        decided_on=line["decided_on"],
        signed_on=line["signed_on"],
        basis=line["basis"],
        sequence=line["sequence"],
        **_sourced(line),
    )


def _participation(line: Line, states: Mapping[str, State]) -> Participation:
    return Participation(
        state=states[line["state"]],
        since=line["from"],
        until=line["to"],
        invited=line["invited"] == "yes",
        reason=line["reason"],
        **_sourced(line),
    )


def _chair(line: Line, states: Mapping[str, State], bodies: Mapping[str, Body]) -> Chair:
    return Chair(
        body=bodies[line["body"]],
        state=states[line["state"]],
        since=line["from"],
        until=line["to"],
        **_sourced(line),
    )


def _share(line: Line, states: Mapping[str, State]) -> BudgetShare:
    return BudgetShare(
        state=states[line["state"]],
        since=line["from"],
        until=line["to"],
        percent=line["percent"],
        complete=line["complete"] == "yes",
        **_sourced(line),
    )


def _sittings(
    meetings: tuple[Line, ...], guests: tuple[Line, ...], states: Mapping[str, State],
    bodies: Mapping[str, Body],
) -> None:  # fmt: skip
    sittings = {}
    for line in meetings:
        sittings[line["body"], line["number"]] = Sitting.objects.create(
            body=bodies[line["body"]],
            number=line["number"],
            since=line["from"],
            until=line["to"],
            places=line.names("place"),
            form=line["form"],
            **_sourced(line),
        )
    Guest.objects.bulk_create(
        Guest(
            sitting=sittings[line["body"], line["number"]],
            state=states[line["state"]],
            kind=line["kind"],
            **_sourced(line),
        )
        for line in guests
    )
