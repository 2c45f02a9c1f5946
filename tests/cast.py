"""The cast that tests play with: four States, eight officials, one plan, one open round.

A test asks for what it needs; what another test changed is undone.

- `organisation`: the profile profiles/sco is loaded, nobody is enrolled.
- `cast`: the officials, the plan and the round below as well, all made through acts.
- neither: an empty database.

What is made stays for the tests of one file and is rolled back after it, so that a test pays nothing
for it: use one of the three in a file. Tests with `django_db(transaction=True)` call
`make_organisation()` and `make_cast()` themselves, in a file of their own.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from registan.kernel.profile.read import Profile, read_profile
from registan.ledger.guard import writing
from registan.ledger.kept import forget
from registan.parties.acts import enrol_official, load_profile
from registan.parties.models import Body, Mandate, Official, Organisation, State
from registan.parties.powers import OFFICES
from registan.parties.setup_mandate import SETUP
from registan.plans.acts.measures import join_measure
from registan.plans.acts.plans import bring_in_plan
from registan.plans.acts.rounds import move_due_date, open_round
from registan.plans.draft import AssignmentDraft, MeasureDraft, PlanDraft, VersionText
from registan.plans.models import Measure, Plan, Round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from pytest_django import DjangoDbBlocker

PLAN = "joint-plan"
# username -> State or Body, office, language
OFFICIALS: dict[str, tuple[str, str, str]] = {
    "kz-administrator": ("KZ", "administrator", "ru"),
    "kz-filer": ("KZ", "coordinator", "ru"),
    "kz-clearer": ("KZ", "clearer", "ru"),
    "cn-filer": ("CN", "coordinator", "zh"),
    "in-filer": ("IN", "coordinator", "en"),
    "mn-reader": ("MN", "reader", "ru"),  # a partner, not a member
    "secretariat": ("SECRETARIAT", "secretariat", "ru"),
    "rats": ("RATS_EC", "body", "ru"),
}
# number -> texts in ru, zh, en; kind of the responsible, their keys (the first one leads)
MEASURES: dict[str, tuple[tuple[str, str, str], str, tuple[str, ...]]] = {
    "1.1": (("Обмениваться сведениями о вспышках", "交流疫情信息", "Share news of outbreaks"),
            "all_members", ()),
    "1.2": (("Провести учения лабораторий", "举行实验室演练", "Hold an exercise of laboratories"),
            "state", ("KZ", "CN")),
    "1.3": (("Создать запас тест-систем", "建立检测试剂储备", "Build a stock of test kits"),
            "interested_members", ()),
    "2.1": (("Вести перечень запрещённых сайтов", "维护违禁网站清单", "Keep a list of banned sites"),
            "body", ("RATS_EC",)),
}  # fmt: skip
CHAPTERS = (
    {"ru": "Здоровье", "zh": "卫生", "en": "Health"},
    {"ru": "Безопасность", "zh": "安全", "en": "Security"},
)


def read_folder(folder: Path) -> Profile:
    """A profile as `registan profile load` reads it."""
    return read_profile(
        {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    )


def make_organisation() -> Organisation:
    """Load profiles/sco."""
    return load_profile(SETUP, read_folder(settings.PROFILE), now=_some_days_ago())


def make_cast() -> None:
    """Enrol the officials, bring the plan in, let India join measure 1.3, and open a round."""
    now = _some_days_ago()
    for username, (party, office, language) in OFFICIALS.items():
        enrol(username, OFFICES[office], party, language=language, now=now)
    cast = Cast()
    plan = bring_in_plan(cast.secretariat, _draft(timezone.localdate()), now=now)
    join_measure(
        cast.in_filer, plan.measures.get(number="1.3"), on=timezone.localdate(now), now=now
    )
    open_round(
        cast.secretariat, plan, starts_on=plan.starts_on or timezone.localdate(),
        ends_on=timezone.localdate() - timedelta(days=1),
        due_on=timezone.localdate() + timedelta(days=30), now=now,
    )  # fmt: skip


def enrol(
    username: str, powers: tuple[str, ...], party: str, *, language: str = "ru",
    now: datetime | None = None, until: datetime | None = None, password: str | None = None,
) -> Mandate:  # fmt: skip
    """Enrol one more Official for the State or Body with the key `party`."""
    state = State.objects.filter(key=party).first()
    body = None if state else Body.objects.get(key=party)
    return enrol_official(
        SETUP, username=username, display_name=username, powers=powers, state=state, body=body,
        language=language, now=now, until=until, password=password,
    )  # fmt: skip


def against_the_rules(mandate: Mandate, *powers: str) -> Mandate:
    """The mandate with powers that no act would give it: to try the guards that stand behind."""
    with writing():
        mandate.powers = sorted({*mandate.powers, *powers})
        mandate.save(update_fields=["powers"])
    return mandate


def signed_in(who: Mandate | Official | str) -> Client:
    """A browser in which this Official (or the holder of this mandate, or of this name) has signed in."""
    official = who.official if isinstance(who, Mandate) else who
    if isinstance(official, str):
        official = _official(official)
    client = Client()
    client.force_login(official)
    return client


class Cast:
    """Handles on the cast, read anew in each test: `cast.kz_filer` is a Mandate."""

    def mandate(self, username: str) -> Mandate:
        """The first mandate of an Official."""
        held = Mandate.objects.select_related("official", "state", "body")
        return held.filter(official__username=username).earliest("pk")

    def client(self, username: str) -> Client:
        """A browser in which this Official has signed in."""
        return signed_in(username)

    def act_again(self, times: int = 1) -> None:
        """The same harmless act, several times: the secretariat moves a due date by a day."""
        for _ in range(times):
            later = self.round.due_on + timedelta(days=1)
            move_due_date(self.secretariat, self.round, due_on=later)

    @cached_property
    def kz_administrator(self) -> Mandate:
        return self.mandate("kz-administrator")

    @cached_property
    def kz_filer(self) -> Mandate:
        return self.mandate("kz-filer")

    @cached_property
    def kz_clearer(self) -> Mandate:
        return self.mandate("kz-clearer")

    @cached_property
    def cn_filer(self) -> Mandate:
        return self.mandate("cn-filer")

    @cached_property
    def in_filer(self) -> Mandate:
        return self.mandate("in-filer")

    @cached_property
    def mn_reader(self) -> Mandate:
        return self.mandate("mn-reader")

    @cached_property
    def secretariat(self) -> Mandate:
        return self.mandate("secretariat")

    @cached_property
    def rats(self) -> Mandate:
        return self.mandate("rats")

    @cached_property
    def plan(self) -> Plan:
        return Plan.objects.get(key=PLAN)

    @cached_property
    def round(self) -> Round:
        return Round.objects.select_related("plan").get(plan__key=PLAN)

    def measure(self, number: str) -> Measure:
        """A measure of the plan by its number."""
        return Measure.objects.select_related("plan").get(plan__key=PLAN, number=number)


def _official(username: str) -> Official:
    return Official.objects.get(username=username)


def _some_days_ago() -> datetime:
    return timezone.now() - timedelta(days=3)


def _draft(today: date) -> PlanDraft:
    return PlanDraft(
        key=PLAN, kind="action_plan", languages=("ru", "zh", "en"),
        titles={"ru": "Совместный план", "zh": "联合计划", "en": "Joint plan"},
        measures=tuple(map(_measure, MEASURES)), chapters=CHAPTERS,
        starts_on=today - timedelta(days=200), ends_on=today + timedelta(days=900),
    )  # fmt: skip


def _measure(number: str) -> MeasureDraft:
    texts, kind, parties = MEASURES[number]
    if parties:
        parts = ["lead", *["participant"] * (len(parties) - 1)]
        who = [
            AssignmentDraft(kind, key, part=part) for key, part in zip(parties, parts, strict=True)
        ]
    else:
        who = [AssignmentDraft(kind)]
    return MeasureDraft(
        number=number, chapter=int(number[0]) - 1, recurrence="annually", assignments=tuple(who),
        versions={
            lang: VersionText(text)
            for lang, text in zip(("ru", "zh", "en"), texts, strict=True)
        },
    )  # fmt: skip


@contextmanager
def _kept(blocker: DjangoDbBlocker, make: Callable[[], object]) -> Iterator[None]:
    """Rows made once for the tests of a file, and rolled back after them."""
    atomic = transaction.atomic()
    # As Django's TestCase marks its own, so that durable blocks inside are allowed.
    atomic._from_testcase = True  # type: ignore[attr-defined]
    with blocker.unblock():
        atomic.__enter__()
    try:
        with blocker.unblock():
            make()
        yield
    finally:
        with blocker.unblock():
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)


@pytest.fixture(scope="module")
def kept_organisation(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with _kept(django_db_blocker, make_organisation):
        yield


@pytest.fixture(scope="module")
def kept_cast(kept_organisation: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with _kept(django_db_blocker, make_cast):
        yield


@pytest.fixture
def organisation(kept_organisation: None, db: None) -> Organisation:
    """The organisation of profiles/sco; nobody is enrolled."""
    return Organisation.objects.get()


@pytest.fixture
def cast(kept_cast: None, db: None) -> Cast:
    """The officials, the plan and the open round."""
    return Cast()


@pytest.fixture(autouse=True)
def answers_are_forgotten() -> None:
    """Entries are rolled back and their numbers come again; answers kept for them must not."""
    forget()
