"""Loading a profile: the organisation as data, replaced as a whole by one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import ProtectedError
from django.utils.timezone import localdate

from registan.ledger.act import Refused, act
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
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from django.db.models import Model

    from registan.kernel.profile.read import Line, Profile
    from registan.parties.models import Mandate


@act("parties.profile.loaded")
def load_profile(by: SetUp | Mandate, profile: Profile, *, now: datetime) -> Organisation:
    """Enter the profile of the organisation, or a corrected one in place of the one before.

    States and Bodies keep their identity by key. One that is no longer named goes, unless records
    speak of it: then it stays for the record, a Body with its last day.
    """
    if not isinstance(by, SetUp):
        require(by, "profile.load", now)
    _must_be_new(profile)
    for model in (Guest, Sitting, Chair, Membership, Participation, BudgetShare, Alias):
        model._default_manager.all().delete()
    tables = profile.tables
    types = _status_types(tables["status_types"])
    states, bodies = _states(tables["states"]), _bodies(tables["bodies"])
    _drop_unnamed(states, bodies, types, now)
    _store(Membership, (_membership(line, states, types) for line in tables["memberships"]))
    _store(Participation, (_participation(line, states) for line in tables["participation"]))
    _store(Chair, (_chair(line, states, bodies) for line in tables["chairs"]))
    _store(BudgetShare, (_share(line, states) for line in tables["budget_shares"]))
    _store(Alias, (_alias(line) for line in tables["aliases"]))
    _sittings(tables["meetings"], tables["guests"], states, bodies)
    return _organisation(profile, now)


def _must_be_new(profile: Profile) -> None:
    held = Organisation.objects.first()
    if held is None:
        return
    if held.key != profile.settings["key"]:
        raise Refused(
            "another_organisation", status=409, held=held.key, given=profile.settings["key"]
        )
    if held.digest == profile.digest:
        raise Refused("profile_unchanged", status=409, profile=held.key)


def _organisation(profile: Profile, now: datetime) -> Organisation:
    settings = profile.settings
    organisation, _ = Organisation.objects.update_or_create(
        pk=1,
        defaults={
            **{name: settings[name] for name in ("key", "names", "short_names", "decision_rule")},
            "languages": {lang: settings["languages"][lang] for lang in profile.languages},
            "rules": {
                **settings["rules"],
                "notice": settings.get("notice", {}),
                "readiness": settings.get("readiness", {}),
                "timeliness": settings.get("timeliness", {}),
            },
            "source": settings["source"],
            "confidence": settings["confidence"],
            "digest": profile.digest,
            "loaded_at": now,
        },
    )
    return organisation


def _store(model: type[Model], rows: Iterable[Any]) -> None:
    model._default_manager.bulk_create(rows)


def _renew(model: type[Any], rows: Collection[Any], columns: Collection[str]) -> dict[str, Any]:
    """Rows by key, as the database now has them: new ones made, those that were there changed."""
    model._default_manager.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=[*columns, "source", "confidence", "note"],
    )
    return {
        row.key: row for row in model._default_manager.filter(key__in=[row.key for row in rows])
    }


def _drop_unnamed(
    states: Mapping[str, State], bodies: Mapping[str, Body], types: Mapping[str, StatusType],
    now: datetime,
) -> None:  # fmt: skip
    for body in Body.objects.exclude(key__in=bodies).order_by("-level", "-position"):
        if not _goes(body) and body.until is None:
            body.until = localdate(now)
            body.save(update_fields=["until"])
    for state in State.objects.exclude(key__in=states):
        _goes(state)
    StatusType.objects.exclude(key__in=types).update(merged_into=None)
    StatusType.objects.exclude(key__in=types).delete()


def _goes(row: State | Body) -> bool:
    try:
        row.delete()
    except ProtectedError:
        return False
    return True


def _sourced(line: Line) -> dict[str, Any]:
    return {"source": line["source"], "confidence": line["confidence"], "note": line["note"]}


def _states(lines: tuple[Line, ...]) -> dict[str, State]:
    rows = [
        State(
            key=line["key"],
            iso3=line["iso3"],
            names=line.in_languages("name"),
            short_names=line.in_languages("short"),
            orders=line.in_languages("order"),
            language=line["language"],
            **_sourced(line),
        )
        for line in lines
    ]
    return _renew(State, rows, ("iso3", "names", "short_names", "orders", "language"))


def _status_types(lines: tuple[Line, ...]) -> dict[str, StatusType]:
    rows = [
        StatusType(
            key=line["key"],
            names=line.in_languages("name"),
            rank=line["rank"],
            circle=line["circle"],
            valid_from=line["valid_from"],
            valid_to=line["valid_to"],
            **_sourced(line),
        )
        for line in lines
    ]
    columns = ("names", "rank", "circle", "valid_from", "valid_to")
    types = _renew(StatusType, rows, columns)
    for line in lines:
        types[line["key"]].merged_into = types.get(line["merged_into"])
    StatusType.objects.bulk_update(types.values(), ["merged_into"])
    return types


def _bodies(lines: tuple[Line, ...]) -> dict[str, Body]:
    rows = [
        Body(
            key=line["key"],
            kind=line["kind"],
            level=line["level"],
            names=line.in_languages("name"),
            short_names=line.in_languages("short"),
            composition=line.in_languages("composition"),
            rhythm=line.in_languages("rhythm"),
            chair_rule=line.in_languages("chair_rule"),
            since=line["from"],
            until=line["to"],
            position=position,
            **_sourced(line),
        )
        for position, line in enumerate(lines, start=1)
    ]
    columns = ("kind", "level", "names", "short_names", "composition", "rhythm", "chair_rule",
               "since", "until", "position")  # fmt: skip
    bodies = _renew(Body, rows, columns)
    for line in lines:
        bodies[line["key"]].parent = bodies.get(line["parent"])
    Body.objects.bulk_update(bodies.values(), ["parent"])
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
        basis=line.in_languages("basis"),
        sequence=line["sequence"],
        **_sourced(line),
    )


def _participation(line: Line, states: Mapping[str, State]) -> Participation:
    return Participation(
        state=states[line["state"]],
        since=line["from"],
        until=line["to"],
        invited=line["invited"] == "yes",
        reason=line.in_languages("reason"),
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


def _alias(line: Line) -> Alias:
    return Alias(
        kind=line["kind"], key=line["key"], lang=line["lang"], name=line["alias"], **_sourced(line)
    )


def _sittings(
    meetings: tuple[Line, ...], guests: tuple[Line, ...], states: Mapping[str, State],
    bodies: Mapping[str, Body],
) -> None:  # fmt: skip
    rows = [
        Sitting(
            body=bodies[line["body"]],
            number=line["number"],
            since=line["from"],
            until=line["to"],
            places=line.in_languages("place"),
            form=line["form"],
            **_sourced(line),
        )
        for line in meetings
    ]
    sittings = {(row.body.key, row.number): row for row in Sitting.objects.bulk_create(rows)}
    Guest.objects.bulk_create(
        Guest(
            sitting=sittings[line["body"], line["number"]],
            state=states[line["state"]],
            role=line.in_languages("role"),
            **_sourced(line),
        )
        for line in guests
    )
