"""Audiences: the question asked of one record and the condition asked of a table agree."""

from __future__ import annotations

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registan.ledger import audience as who
from registan.ledger.audience import NOBODY, Viewer
from registan.ledger.guard import writing
from registan.ledger.models import Entry

KEYS = ("KZ", "UZ", "K", "KZU", "RATS", "RATS_EC", "RATSXEC")
audiences = st.one_of(
    st.sampled_from([who.PUBLIC, who.MEMBERS, who.PARTNERS]),
    st.sets(st.sampled_from(KEYS), min_size=1).map(who.states),
    st.sets(st.sampled_from(KEYS), min_size=1).map(lambda keys: who.states(keys, bodies=["RATS"])),
    st.sampled_from(KEYS).map(who.body),
)
viewers = st.builds(
    Viewer,
    states=st.frozensets(st.sampled_from(KEYS)),
    bodies=st.frozensets(st.sampled_from(KEYS)),
    member=st.booleans(),
    partner=st.booleans(),
)


@pytest.mark.django_db
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(viewer=viewers, told=st.lists(audiences, min_size=1, max_size=6))
def test_one_record_and_a_table_of_records_are_seen_alike(viewer: Viewer, told: list[str]) -> None:
    with writing():
        Entry.objects.all().delete()
        Entry.objects.bulk_create(
            Entry(kind="x", actor="x", office="x", subject="x", at=timezone.now(), sealed=b"",
                  audience=audience)
            for audience in told
        )  # fmt: skip
    seen = Entry.objects.visible_to(viewer).values_list("audience", flat=True)
    assert sorted(seen) == sorted(audience for audience in told if viewer.sees(audience))


@pytest.mark.parametrize(
    ("viewer", "audience", "sees"),
    [
        (NOBODY, "public", True),
        (NOBODY, "members", False),
        (NOBODY, "partners", False),
        (Viewer(member=True), "members", True),
        (Viewer(partner=True), "members", False),
        (Viewer(partner=True), "partners", True),
        (Viewer(member=True), "partners", True),
        (Viewer(states=frozenset({"KZ"}), member=True), "states:|KZ|UZ|", True),
        (Viewer(states=frozenset({"K"}), member=True), "states:|KZ|UZ|", False),
        (Viewer(bodies=frozenset({"KZ"}), member=True), "states:|KZ|UZ|", False),
        (Viewer(bodies=frozenset({"RATS"})), "states:|+RATS|KZ|", True),
        (Viewer(bodies=frozenset({"RATS_EC"})), "states:|+RATS|KZ|", False),
        (Viewer(states=frozenset({"RATS"}), member=True), "states:|+RATS|KZ|", False),
        (Viewer(states=frozenset({"RATS_EC"})), "body:RATS_EC", False),
        (Viewer(bodies=frozenset({"RATS_EC"})), "body:RATS_EC", True),
    ],
)
def test_who_sees_what(viewer: Viewer, audience: str, *, sees: bool) -> None:
    assert viewer.sees(audience) is sees


def test_named_states_have_one_form() -> None:
    assert who.states(["UZ", "KZ", "UZ"]) == who.states(["KZ", "UZ"]) == "states:|KZ|UZ|"


@pytest.mark.parametrize("audience", ["", "everybody", "states:", "states:||", "body:", "KZ"])
def test_what_is_no_audience_is_told_apart(audience: str) -> None:
    assert not who.is_well_formed(audience)
