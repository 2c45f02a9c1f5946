"""The cast: offices, never names of people. One coordinator for each State, the secretariat, bodies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from registan.parties.acts import enrol_official
from registan.parties.models import Body, State
from registan.parties.powers import OFFICES
from registan.parties.queries import language_choices, members, secretariat_key
from registan.parties.setup_mandate import SETUP

if TYPE_CHECKING:
    from datetime import datetime

    from registan.parties.models import Mandate

TITLES = {
    "coordinator": ("Национальный координатор", "国家协调员", "National coordinator"),
    "administrator": ("Администратор полномочий", "授权管理员", "Administrator of mandates"),
    "editor": ("Отраслевое министерство", "业务主管部门", "Line ministry"),
    "reader": ("Советник", "顾问", "Adviser"),
    "secretariat": ("Отдел контроля исполнения", "执行监督处", "Monitoring division"),
    "body": ("Секретарь органа", "机构秘书", "Secretary of the body"),
}


@dataclass
class Cast:
    """Mandates of the cast by the key of their State or Body."""

    secretariat: Mandate
    coordinators: dict[str, Mandate] = field(default_factory=dict)
    bodies: dict[str, Mandate] = field(default_factory=dict)

    def filer(self, party: str) -> Mandate | None:
        """Who files for a State or Body; None where nobody of the cast does."""
        return self.coordinators.get(party) or self.bodies.get(party)

    def language_of(self, party: str) -> str:
        """The language in which a State's or Body's officials work."""
        filer = self.filer(party)
        return filer.official.language if filer else first_language()


def first_language() -> str:
    """The language in which the Bodies of the cast work: the first of the organisation's."""
    return language_choices()[0][0]


def enrol_cast(now: datetime) -> Cast:
    """Enrol the cast at `now`."""
    seat = Body.objects.get(key=secretariat_key())
    powers = (*OFFICES["secretariat"], *OFFICES["body"])
    cast = Cast(
        _enrol("secretariat", first_language(), now, body=seat, powers=tuple(dict.fromkeys(powers)))
    )
    cast.bodies[seat.key] = cast.secretariat
    for state in members(now.date()):
        cast.coordinators[state.key] = enrol_coordinator(state, now)
    states = list(cast.coordinators.values())
    if len(states) > 2 and states[0].state and states[-1].state:
        _enrol("editor", states[0].state.language, now, state=states[0].state)
        _enrol("administrator", states[0].state.language, now, state=states[0].state)
        _enrol("reader", states[-1].state.language, now, state=states[-1].state)
    return cast


def enrol_coordinator(state: State, now: datetime) -> Mandate:
    """The national coordinator of one State, who also administers its mandates."""
    powers = tuple(dict.fromkeys((*OFFICES["coordinator"], "mandates.grant")))
    return _enrol("coordinator", state.language, now, state=state, powers=powers)


def enrol_for_body(key: str, now: datetime) -> Mandate:
    """An official who reports for a Body."""
    return _enrol("body", first_language(), now, body=Body.objects.get(key=key))


def _enrol(
    office: str, language: str, now: datetime, *, state: State | None = None,
    body: Body | None = None, powers: tuple[str, ...] = (),
) -> Mandate:  # fmt: skip
    party = state.key if state else body.key if body else ""
    username = f"{office}.{party}".lower().replace("_", "-")
    return enrol_official(
        SETUP, username=username, display_name=TITLES[office][("ru", "zh", "en").index(language)],
        powers=powers or OFFICES[office], state=state, body=body, language=language,
        # A domain kept for examples (RFC 2606): letters are written, and reach nobody.
        email=f"{username}@example.org", is_cast=True, now=now, key=f"example:{username}",
    )  # fmt: skip
