"""What becomes of an act later: opened to more readers, or its content shredded with a public trace."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from registan.kernel.log.opening import parse_opening
from registan.kernel.log.proof_file import parse_proof_file
from registan.ledger.fsck import fsck
from registan.ledger.keeper import policy
from registan.ledger.models import Entry
from registan.ledger.verification import check, own_keys
from registan.parties.acts import carry_out_shredding, open_record, propose_shredding
from registan.parties.models import Shredding
from registan.plans.acts.reports import attach_file, file_report, save_draft
from registan.plans.content import ReportContent
from registan.plans.models import Evidence, ReportVersion
from registan.search.index import catch_up
from registan.search.models import Document
from registan.web.refusal import Refused
from tests.cast import against_the_rules, enrol, signed_in
from tests.ledger.keeping import Kept, keep_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from registan.parties.models import Mandate
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
SECRET_WORD = "ZQSHREDDEDQZ"
BASIS = "Rule 7 of the rules of retention"


@pytest.fixture
def kept(cast: Cast, tmp_path: Path, settings: Settings) -> Kept:
    return keep_in(tmp_path, settings)


@pytest.fixture
def filed(cast: Cast, kept: Kept) -> int:
    """Number of a report full of one word, with a file that holds it."""
    now = timezone.now()
    draft = save_draft(
        cast.kz_filer, cast.round, cast.measure("1.2"), typed={}, revision=0, now=now
    )
    attach_file(cast.kz_filer, draft, title=SECRET_WORD, file_name=f"{SECRET_WORD}.txt",
                content=SECRET_WORD.encode(), now=now)  # fmt: skip
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=ReportContent(
        progress="under_way", result_type="national", texts={"en": SECRET_WORD},
        difficulties={"en": SECRET_WORD}, proposals={"en": SECRET_WORD},
    ))  # fmt: skip
    kept.sign()
    kept.cosign(2)
    return number_of("plans.report.filed")


@pytest.fixture
def second(cast: Cast) -> Mandate:
    return enrol("second-at-the-desk", ("read", "records.shred"), "SECRETARIAT")


def number_of(kind: str) -> int:
    entry = Entry.objects.with_log().filter(kind=kind).last()
    assert entry is not None
    assert entry.number is not None
    return entry.number


def page(username: str, number: int) -> str:
    return signed(username).get(f"/en/ledger/acts/{number}/").content.decode()


def signed(username: str) -> Client:
    return signed_in(username) if username else Client()


def proof(username: str, number: int) -> bytes:
    return bytes(signed(username).get(f"/en/ledger/acts/{number}/proof").content)


def readable() -> str:
    """All that the tables of plans, search and the ledger would give away."""
    versions = list(ReportVersion.objects.values("texts", "difficulties", "proposals"))
    evidence = list(Evidence.objects.values("title", "file_name"))
    files = [bytes(row) for row in Evidence.objects.values_list("content", flat=True) if row]
    found = [entry.record for entry in Entry.objects.with_log()]
    index = list(Document.objects.values_list(*(f.name for f in Document._meta.concrete_fields)))
    return json.dumps([versions, evidence, found], default=str) + repr(files) + repr(index)


def test_an_act_is_opened_to_more_and_the_envelope_keeps_its_audience(
    cast: Cast, kept: Kept, filed: int
) -> None:
    by = against_the_rules(cast.kz_filer, "records.open")
    before = proof("", filed)
    assert parse_proof_file(before).extra is None
    open_record(by, filed, audience="public")
    opened = parse_opening(parse_proof_file(proof("", filed)).extra or b"")
    assert opened.facts()["audience"] == "members"
    assert SECRET_WORD in json.dumps(opened.parts)
    # What is opened is what was entered then: the proof held before opening speaks of the same entry.
    assert parse_proof_file(before).index == filed
    trusted = policy()
    assert check(proof("", filed), trusted, own_keys(trusted)).good
    kept.sign()
    assert list(fsck(own_keys(trusted))) == []
    assert "opened" in page("", number_of("parties.record.opened"))


def test_nobody_opens_the_act_of_another(cast: Cast, filed: int) -> None:
    for by in (cast.secretariat, cast.cn_filer):
        with pytest.raises(Refused, match="not_your_act"):
            open_record(against_the_rules(by, "records.open"), filed, audience="public")
    with pytest.raises(Refused, match="not_your_act"):
        open_record(against_the_rules(cast.kz_filer, "records.open"), 10**9, audience="public")
    with pytest.raises(Refused, match="power_missing"):
        open_record(cast.kz_clearer, filed, audience="public")


@pytest.mark.parametrize("audience", ["members", "states:|KZ|", "body:RATS_EC", "nobody"])
def test_an_audience_that_is_no_wider_is_refused(audience: str, cast: Cast, filed: int) -> None:
    by = against_the_rules(cast.kz_filer, "records.open")
    with pytest.raises(Refused, match="not_wider"):
        open_record(by, filed, audience=audience)


def test_after_shredding_nothing_is_readable_and_every_proof_holds(
    cast: Cast, kept: Kept, filed: int, second: Mandate
) -> None:
    catch_up()
    assert readable().count(SECRET_WORD) > 3
    before = proof("secretariat", filed)
    asked = propose_shredding(cast.secretariat, numbers=[filed], basis=BASIS)
    assert SECRET_WORD in readable()  # a proposal destroys nothing
    carry_out_shredding(second, asked)
    catch_up()
    assert SECRET_WORD not in readable()
    for reader in ("secretariat", "kz-filer", "cn-filer", ""):
        assert SECRET_WORD not in page(reader, filed)
        assert SECRET_WORD not in proof(reader, filed).decode()
    kept.sign()
    kept.cosign(2)
    trusted = policy()
    keys = own_keys(trusted)
    assert list(fsck(keys)) == []
    assert check(proof("secretariat", filed), trusted, keys).good
    # A proof taken before still holds, and so does the content that its holder has.
    assert check(before, trusted, keys).good


def test_the_shredding_is_public_and_names_each_entry(
    cast: Cast, kept: Kept, filed: int, second: Mandate
) -> None:
    asked = propose_shredding(cast.secretariat, numbers=[filed, filed], basis=BASIS)
    carry_out_shredding(second, asked)
    kept.sign()
    told = page("", number_of("parties.shredding.done"))
    assert f"No. {filed}" in told
    assert BASIS in told
    entry = Entry.objects.with_log().get(kind="parties.shredding.done")
    assert entry.record["numbers"] == [filed]


def test_one_official_alone_cannot_shred(cast: Cast, filed: int) -> None:
    asked = propose_shredding(cast.secretariat, numbers=[filed], basis=BASIS)
    with pytest.raises(Refused, match="shredding_by_two"):
        carry_out_shredding(cast.secretariat, asked)
    assert not Entry.objects.with_log().get(leaf__index=filed).is_shredded


def test_a_shredding_is_carried_out_once(cast: Cast, filed: int, second: Mandate) -> None:
    asked = propose_shredding(cast.secretariat, numbers=[filed], basis=BASIS)
    carry_out_shredding(second, asked)
    with pytest.raises(Refused, match="already_shredded"):
        carry_out_shredding(second, asked)
    with pytest.raises(Refused, match="already_shredded"):
        propose_shredding(cast.secretariat, numbers=[filed], basis=BASIS)


def test_what_the_check_rests_on_is_never_shredded(
    cast: Cast, kept: Kept, filed: int, second: Mandate
) -> None:
    carry_out_shredding(second, propose_shredding(cast.secretariat, numbers=[filed], basis=BASIS))
    kept.sign()
    for kind in ("parties.shredding.done", "ledger.stream.headed", "parties.profile.loaded"):
        with pytest.raises(Refused, match="never_shredded"):
            propose_shredding(cast.secretariat, numbers=[number_of(kind)], basis=BASIS)


def test_what_is_proposed_must_be_there_and_have_a_reason(cast: Cast, filed: int) -> None:
    with pytest.raises(Refused, match="entry_unknown"):
        propose_shredding(cast.secretariat, numbers=[filed, 10**9], basis=BASIS)
    with pytest.raises(Refused, match="shredding_how_many"):
        propose_shredding(cast.secretariat, numbers=[], basis=BASIS)
    with pytest.raises(Refused, match="shredding_without_basis"):
        propose_shredding(cast.secretariat, numbers=[filed], basis=" ")
    with pytest.raises(Refused, match="power_missing"):
        propose_shredding(cast.kz_filer, numbers=[filed], basis=BASIS)


def test_two_officials_shred_on_the_pages(cast: Cast, filed: int, second: Mandate) -> None:
    one, other = cast.client("secretariat"), signed("second-at-the-desk")
    assert 'href="/en/records/shredding/"' in one.get("/en/ledger/").content.decode()
    sent = {"numbers": f"№ {filed}", "basis": BASIS}
    assert one.post("/en/records/shredding/", sent).status_code == 302
    asked = Shredding.objects.get()
    place = f"/en/records/shredding/{asked.pk}/"
    assert place not in one.get("/en/records/shredding/").content.decode()
    assert place in other.get("/en/records/shredding/").content.decode()
    assert BASIS in other.get(place).content.decode()
    assert one.post(place, {"confirmed": "1"}).status_code == 422
    assert other.post(place, {"confirmed": "1"}).status_code == 302
    assert SECRET_WORD not in readable()


def test_an_act_is_opened_on_its_page(cast: Cast, filed: int) -> None:
    enrol("kz-opener", ("read", "records.open"), "KZ")
    browser = signed("kz-opener")
    place = f"/en/records/{filed}/open/"
    assert place in browser.get(f"/en/ledger/acts/{filed}/").content.decode()
    assert place not in page("cn-filer", filed)
    assert browser.post(place, {"audience": "members"}).status_code == 422
    assert browser.post(place, {"audience": "public"}).status_code == 302
    assert parse_proof_file(proof("", filed)).extra is not None
    assert signed("secretariat").get(place).status_code in {403, 404}
