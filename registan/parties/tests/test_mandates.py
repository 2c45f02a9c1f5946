"""Each State's own administrator grants and withdraws for that State, by acts and on pages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.ledger.models import Entry
from registan.parties.acts import enrol_official, grant_mandate, withdraw_mandate
from registan.parties.models import Body, Mandate, Official, State
from registan.parties.permissions import require
from registan.parties.powers import OF_STATES, OF_THE_HOUSE, OFFICES
from registan.parties.setup_mandate import SETUP
from registan.web.refusal import Refused
from tests.cast import against_the_rules, enrol, signed_in

if TYPE_CHECKING:
    from tests.cast import Cast

NEW = {
    "username": "kz-new", "display_name": "Эксперт", "office": "editor", "language": "ru",
    "email": "", "password": "ель и берёза у реки", "until": "",
}  # fmt: skip


def enrolled_by(by: Mandate, **changes: object) -> Mandate:
    facts = {"username": "new-one", "display_name": "Post", "powers": ("read",), "state": by.state,
             "body": by.body, **changes}  # fmt: skip
    return enrol_official(by, **facts)


# Who grants for whom


def test_the_administrator_of_a_state_enrols_for_it_and_it_is_an_entry(cast: Cast) -> None:
    mandate = enrolled_by(cast.kz_administrator, powers=OFFICES["coordinator"])
    assert mandate.actor_key == "KZ"
    assert mandate.granted_by == cast.kz_administrator
    assert mandate.official.language == "ru"  # of the State
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.actor, entry.audience) == (
        "parties.official.enrolled", "KZ", "states:|KZ|",
    )  # fmt: skip


@pytest.mark.parametrize("who", ["kz_administrator", "secretariat"])
def test_nobody_grants_for_another_state(who: str, cast: Cast) -> None:
    by: Mandate = getattr(cast, who)
    with pytest.raises(Refused, match="another_state"):
        enrolled_by(by, state=State.objects.get(key="CN"), body=None)
    with pytest.raises(Refused, match="another_state"):
        withdraw_mandate(by, cast.cn_filer)
    assert not Official.objects.filter(username="new-one").exists()


def test_a_state_does_not_grant_for_a_body(cast: Cast) -> None:
    with pytest.raises(Refused, match="another_state"):
        enrolled_by(cast.kz_administrator, state=None, body=Body.objects.get(key="RATS_EC"))


def test_who_is_no_administrator_grants_and_withdraws_nothing(cast: Cast) -> None:
    with pytest.raises(Refused, match="power_missing"):
        enrolled_by(cast.kz_filer)
    with pytest.raises(Refused, match="power_missing"):
        grant_mandate(cast.kz_filer, cast.kz_filer.official, powers=("mandates.grant",))
    with pytest.raises(Refused, match="power_missing"):
        withdraw_mandate(cast.kz_filer, cast.kz_clearer)


@pytest.mark.parametrize("power", sorted(OF_THE_HOUSE))
def test_no_state_gives_itself_a_power_of_the_house(power: str, cast: Cast) -> None:
    with pytest.raises(Refused, match="power_not_for_party"):
        grant_mandate(cast.kz_administrator, cast.kz_filer.official, powers=(power,))
    with pytest.raises(Refused, match="power_not_for_party"):
        enrol("rats-more", ("read", power), "RATS_EC")


@pytest.mark.parametrize("power", sorted(OF_STATES))
def test_the_secretariat_has_no_power_of_a_state(power: str, cast: Cast) -> None:
    with pytest.raises(Refused, match="power_not_for_party"):
        grant_mandate(cast.secretariat, cast.secretariat.official, powers=(power,))


def test_the_secretariat_cannot_act_for_a_state_whatever_its_powers(cast: Cast) -> None:
    by = against_the_rules(cast.secretariat, "reports.file")
    for key in ("KZ", "CN", "MN"):
        with pytest.raises(Refused, match="another_state"):
            require(by, "reports.file", timezone.now(), state=State.objects.get(key=key))


# From and to


def test_a_mandate_counts_from_its_first_moment_until_its_last(cast: Cast) -> None:
    now = timezone.now()
    mandate = grant_mandate(
        cast.kz_administrator, cast.kz_clearer.official, powers=("read",), now=now,
        until=now + timedelta(days=1),
    )  # fmt: skip
    moments = [now - timedelta(seconds=1), now, now + timedelta(hours=23), now + timedelta(days=1)]
    assert [mandate.is_active(moment) for moment in moments] == [False, True, True, False]
    assert [
        Mandate.objects.active_at(moment).filter(pk=mandate.pk).exists() for moment in moments
    ] == [False, True, True, False]


def test_a_mandate_that_ends_before_it_begins_is_refused(cast: Cast) -> None:
    past = timezone.now() - timedelta(days=1)
    with pytest.raises(Refused, match="mandate_ends_before_it_begins"):
        enrolled_by(cast.kz_administrator, until=past)
    with pytest.raises(Refused, match="mandate_ends_before_it_begins"):
        grant_mandate(cast.kz_administrator, cast.kz_filer.official, powers=("read",), until=past)


def test_a_withdrawn_mandate_acts_no_more_and_is_withdrawn_once(cast: Cast) -> None:
    gone = withdraw_mandate(cast.kz_administrator, cast.kz_filer)
    assert Entry.objects.latest("pk").kind == "parties.mandate.withdrawn"
    with pytest.raises(Refused, match="mandate_not_in_force"):
        require(gone, "reports.file", timezone.now())
    with pytest.raises(Refused, match="mandate_already_withdrawn"):
        withdraw_mandate(cast.kz_administrator, gone)


def test_the_last_administrator_stays_until_another_is_there(cast: Cast) -> None:
    with pytest.raises(Refused, match="last_administrator"):
        withdraw_mandate(cast.kz_administrator, cast.kz_administrator)
    enrolled_by(cast.kz_administrator, powers=OFFICES["administrator"])
    assert withdraw_mandate(cast.kz_administrator, cast.kz_administrator).revoked_at


@pytest.mark.parametrize("username", ["ab", "Ivan", "a b c", "иван", "x" * 61])
def test_an_account_name_that_cannot_stand_is_refused(username: str, organisation: object) -> None:
    with pytest.raises(Refused, match="username_malformed"):
        enrol_official(SETUP, username=username, display_name="x", powers=("read",),
                       state=State.objects.get(key="KZ"))  # fmt: skip


# Pages


def test_an_administrator_opens_an_account_on_the_page(cast: Cast) -> None:
    client = cast.client("kz-administrator")
    last = timezone.localdate() + timedelta(days=10)
    answer = client.post("/ru/mandates/new/", {**NEW, "until": last.isoformat()})
    assert answer.headers["Location"] == "/ru/mandates/"
    made = Mandate.objects.get(official__username="kz-new")
    assert made.state == State.objects.get(key="KZ")
    assert made.powers == sorted(OFFICES["editor"])
    assert made.official.check_password(NEW["password"])
    assert made.until == timezone.make_aware(  # the last day counts as a whole
        datetime.combine(last + timedelta(days=1), datetime.min.time())
    )
    page = client.get("/ru/mandates/").content.decode()
    assert "Эксперт" in page
    assert "Казахстан: открыта учётная запись kz-new" in page  # its history


def test_what_is_wrong_is_said_and_what_was_typed_stays(cast: Cast) -> None:
    client = cast.client("kz-administrator")
    answer = client.post(
        "/en/mandates/new/", {**NEW, "username": "cn-filer", "until": "2020-01-01"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The mandate ends before it begins" in page or "is taken" in page
    assert "Эксперт" in page
    assert NEW["password"] not in page


def test_a_double_click_opens_one_account(cast: Cast) -> None:
    client = cast.client("kz-administrator")
    key = client.get("/ru/mandates/new/").context["form"]["act_key"].value()
    for _ in range(2):
        assert client.post("/ru/mandates/new/", {**NEW, "act_key": key}).status_code == 302
    assert Mandate.objects.filter(official__username="kz-new").count() == 1


def test_an_administrator_grants_more_to_an_official_of_the_state_alone(cast: Cast) -> None:
    client = cast.client("kz-administrator")
    page = client.get("/en/mandates/grant/").content.decode()
    assert "kz-clearer" in page
    assert "cn-filer" not in page
    assert "bring in plans" not in page
    stranger = client.post("/en/mandates/grant/", {"official": "cn-filer", "office": "reader"})
    assert stranger.status_code == 422
    answer = client.post("/en/mandates/grant/", {"official": "kz-clearer", "office": "coordinator"})
    assert answer.status_code == 302
    assert Mandate.objects.filter(official__username="kz-clearer").count() == 2
    assert Entry.objects.latest("pk").kind == "parties.mandate.granted"


def test_an_administrator_withdraws_after_seeing_what_will_end(cast: Cast) -> None:
    client = cast.client("kz-administrator")
    address = f"/ru/mandates/{cast.kz_clearer.pk}/withdraw/"
    assert "согласовывать отчёты" in client.get(address).content.decode()
    assert client.post(address).headers["Location"] == "/ru/mandates/"
    assert Mandate.objects.get(pk=cast.kz_clearer.pk).revoked_at
    assert client.get(address).status_code == 404
    assert client.get(f"/ru/mandates/{cast.cn_filer.pk}/withdraw/").status_code == 404
    assert client.post(f"/ru/mandates/{cast.cn_filer.pk}/withdraw/").status_code == 404


@pytest.mark.parametrize("username", ["kz-filer", "mn-reader", "rats"])
def test_who_is_no_administrator_finds_no_page_of_mandates(username: str, cast: Cast) -> None:
    client = cast.client(username)
    for address in ("", "new/", "grant/", f"{cast.kz_clearer.pk}/withdraw/"):
        assert client.get(f"/en/mandates/{address}").status_code == 404


def test_the_offices_offered_are_those_of_the_party(cast: Cast) -> None:
    offered = {
        username: [key for key, _ in cast.client(username).get("/en/mandates/new/")
                   .context["form"].fields["office"].choices]
        for username in ("kz-administrator", "secretariat")
    }  # fmt: skip
    assert offered["kz-administrator"] == [
        "administrator", "coordinator", "focal_point", "surveillance", "editor", "clearer",
        "reader",
    ]  # fmt: skip
    assert offered["secretariat"] == [
        "administrator", "body", "editor", "clearer", "reader", "secretariat",
    ]  # fmt: skip


# In the middle of a form


def test_a_mandate_that_ends_in_mid_form_refuses_and_keeps_what_was_typed(cast: Cast) -> None:
    client = cast.client("kz-filer")
    address = "/ru/plans/joint-plan/rounds/1/reports/1.2/edit/"
    withdraw_mandate(cast.kz_administrator, cast.kz_filer)
    text = "Учения проведены в трёх лабораториях."
    for url in (address, "/ru/mandates/new/"):
        answer = client.post(url, {"text_ru": text, "progress": "done"})
        assert answer.status_code in {403, 404}
        assert text in answer.content.decode()


def test_no_other_mandate_steps_in_when_the_one_chosen_ends(cast: Cast) -> None:
    official = cast.kz_clearer.official
    other = grant_mandate(cast.secretariat, official, powers=("read", "reports.draft"))
    client = signed_in(official)
    assert client.post("/en/own/mandate/", {"mandate": cast.kz_clearer.pk}).status_code == 302
    withdraw_mandate(cast.kz_administrator, cast.kz_clearer)
    page = client.get("/en/own/")
    assert not page.context["mandate"]
    assert "The mandate under which you acted has ended" in page.content.decode()
    client.post("/en/own/mandate/", {"mandate": other.pk})
    assert client.get("/en/own/").context["mandate"] == other


def test_a_renewed_mandate_for_the_same_state_goes_on_at_once(cast: Cast) -> None:
    client = cast.client("kz-clearer")
    client.post("/en/own/mandate/", {"mandate": cast.kz_clearer.pk})
    renewed = grant_mandate(cast.kz_administrator, cast.kz_clearer.official, powers=("read",))
    withdraw_mandate(cast.kz_administrator, cast.kz_clearer)
    assert client.get("/en/own/").context["mandate"] == renewed


def test_a_mandate_of_somebody_else_cannot_be_chosen(cast: Cast) -> None:
    client = cast.client("kz-clearer")
    assert client.post("/en/own/mandate/", {"mandate": cast.kz_filer.pk}).status_code == 404
