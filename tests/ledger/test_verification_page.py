"""The verification page: three plain answers, each with what to do, to a reader who trusts nobody."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from registan.kernel.log.errors import Unverified
from registan.kernel.log.opening import Opening, parse_opening
from registan.kernel.log.proof_file import ProofFile, parse_proof_file
from registan.ledger.alarm import clear_alarm, raise_alarm
from registan.ledger.guard import writing
from registan.ledger.keeper import policy
from registan.ledger.models import Checkpoint, Entry, Secret
from registan.ledger.verification import own_keys
from registan.web.texts import say
from tests.ledger.keeping import Kept, keep_in

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpResponse
    from pytest_django.fixtures import Settings

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
QUESTIONS = ("in_log", "signed", "witnessed", "opens")


@pytest.fixture
def kept(cast: Cast, tmp_path: Path, settings: Settings) -> Kept:
    """The cast's acts, numbered, signed, and cosigned by two of three witnesses."""
    kept = keep_in(tmp_path, settings)
    kept.sign()
    kept.cosign(2)
    return kept


def number_of(kind: str) -> int:
    entry = Entry.objects.with_log().filter(kind=kind).last()
    assert entry is not None
    assert entry.number is not None
    return entry.number


def opened() -> int:
    """The opening of the round, which the secretariat may see."""
    return number_of("plans.round.opened")


def fetch(client: Client, number: int) -> bytes:
    answer = client.get(f"/en/ledger/acts/{number}/proof")
    assert answer.status_code == 200, answer.content.decode()
    return bytes(answer.content)


def hand_in(data: bytes, client: Client | None = None) -> HttpResponse:
    file = SimpleUploadedFile("act.tlog-proof", data)
    return (client or Client()).post("/en/ledger/", {"proof": file})  # type: ignore[return-value]


def answers(answer: HttpResponse) -> dict[str, bool]:
    """Which of the questions the page answers with yes."""
    text = answer.content.decode()
    found = {}
    for code in QUESTIONS:
        asked = f"<dt>{say(f'ledger.ask.{code}', 'en')}</dt>"
        if asked in text:
            found[code] = 'class="tag good"' in text.split(asked)[1].split("</dd>")[0]
    return found


def changed(data: bytes, **facts: object) -> bytes:
    file = parse_proof_file(data)
    return bytes(ProofFile(**{**file.__dict__, **facts}))


def test_a_good_file_is_answered_with_yes_and_the_act_in_words(cast: Cast, kept: Kept) -> None:
    data = fetch(cast.client("secretariat"), opened())
    page = hand_in(data)
    assert answers(page) == dict.fromkeys(QUESTIONS, True)
    text = page.content.decode()
    assert "witness.kz.example" in text
    assert "plans.round.opened" in text


def test_the_file_verifies_with_the_policy_alone(cast: Cast, kept: Kept) -> None:
    """What the page says, a stranger finds with the kernel and two public texts."""
    from registan.kernel.log.proof_file import verify_proof_file

    number = opened()
    data = fetch(cast.client("secretariat"), number)
    trusted = policy()
    trusted.logs.extend(key for key in own_keys(trusted) if key not in trusted.logs)
    file = parse_proof_file(data)
    told = parse_opening(file.extra or b"")
    proven = verify_proof_file(file, told.entry(), trusted)
    assert proven.checkpoint.size > number
    with pytest.raises(Unverified):
        verify_proof_file(file, told.entry()[:-1] + b"\0", trusted)


def test_a_forged_signature_is_told_apart_from_the_rest(cast: Cast, kept: Kept) -> None:
    data = fetch(cast.client("secretariat"), opened())
    line = re.search(rb"\xe2\x80\x94 ledger[^ ]* ([A-Za-z0-9+/]{20})", data)
    assert line is not None
    forged = data.replace(line[1], line[1][:10] + bytes(reversed(line[1][10:])))
    page = hand_in(forged)
    assert answers(page) == {"in_log": True, "signed": False, "witnessed": True, "opens": True}
    text = page.content.decode()
    assert say("ledger.cure_file.signed", "en") in text
    assert say("ledger.envelope", "en") not in text  # what is not proven is not shown


def test_a_wrong_index_does_not_lead_to_the_root(cast: Cast, kept: Kept) -> None:
    data = fetch(cast.client("secretariat"), opened())
    page = hand_in(changed(data, index=opened() - 1))
    assert answers(page) == {"in_log": False, "signed": True, "witnessed": True, "opens": False}


def test_an_index_beyond_the_log_is_answered_too(cast: Cast, kept: Kept) -> None:
    data = fetch(cast.client("secretariat"), opened())
    assert not answers(hand_in(changed(data, index=2**40)))["in_log"]


def test_another_content_is_found_out_though_the_place_is_genuine(cast: Cast, kept: Kept) -> None:
    data = fetch(cast.client("secretariat"), opened())
    told = parse_opening(parse_proof_file(data).extra or b"")
    envelope = told.envelope.replace(b"plans.round.opened", b"plans.round.closed")
    forged = bytes(Opening(envelope, told.salt, told.parts))
    record = {"record": {**told.parts["record"], "payload": {"number": 999}}}
    for extra in (forged, bytes(Opening(told.envelope, told.salt, record)), b"{}", b"\xff"):
        page = hand_in(changed(data, extra=extra))
        assert answers(page) == {"in_log": True, "signed": True, "witnessed": True, "opens": False}
        assert say("ledger.checked.withheld", "en") in page.content.decode()
        assert "plans.round.closed" not in page.content.decode()


def test_too_few_witnesses_are_said_to_be_too_few(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    kept = keep_in(tmp_path, settings)
    kept.sign()
    kept.cosign(1)
    data = fetch(cast.client("secretariat"), opened())
    page = hand_in(data)
    assert answers(page) == {"in_log": True, "signed": True, "witnessed": False, "opens": True}
    assert say("ledger.no.witnessed", "en", k=1, of=3) in page.content.decode()
    own = cast.client("secretariat").get(f"/en/ledger/acts/{opened()}/")
    assert say("ledger.cure_own.witnessed", "en") in own.content.decode()


def test_a_proof_rests_on_the_newest_checkpoint_that_enough_witnesses_saw(
    cast: Cast, kept: Kept
) -> None:
    seen = Checkpoint.objects.latest("size").size
    cast.act_again()
    assert kept.sign() > seen
    assert parse_proof_file(fetch(cast.client("secretariat"), opened())).checkpoint.size == seen


@pytest.mark.parametrize(
    "data", [b"", b"x", b"c2sp.org/tlog-proof@v1\n", bytes(2**20 + 1), "доказательство".encode()]
)
def test_a_bad_file_is_a_sentence_at_the_field(data: bytes, cast: Cast, kept: Kept) -> None:
    page = hand_in(data)
    assert page.status_code == 422
    assert say("refusal.no_proof_file", "en") in page.content.decode()


@pytest.mark.parametrize("typed", ["3", " № 3 ", "No. 3", "第3条", "#3"])
def test_a_number_leads_to_its_act(typed: str, cast: Cast, kept: Kept) -> None:
    answer = Client().post("/en/ledger/", {"number": typed})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/ledger/acts/3/")


@pytest.mark.parametrize("typed", ["", "three", "-1", "²", "3 4", "999999999", "9" * 30])
def test_what_is_no_number_is_said_to_be_none(typed: str, cast: Cast, kept: Kept) -> None:
    answer = Client().post("/en/ledger/", {"number": typed})
    assert answer.status_code == 422
    assert 'class="errors"' in answer.content.decode()


def test_the_form_works_with_the_token_of_a_browser_that_never_signed_in(
    cast: Cast, kept: Kept
) -> None:
    browser = Client(enforce_csrf_checks=True)
    page = browser.get("/en/ledger/").content.decode()
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None
    sent = {"number": "3", "csrfmiddlewaretoken": token[1]}
    assert browser.post("/en/ledger/", sent).status_code == 302
    assert browser.post("/en/ledger/", {"number": "3"}).status_code == 403


def test_an_act_of_others_is_one_and_the_same_page(cast: Cast, kept: Kept) -> None:
    """Whatever kind it is, whomever it concerns: for a stranger they differ in their number alone."""
    foreign = Entry.objects.with_log().exclude(audience="public").exclude(leaf=None)
    assert len({entry.kind for entry in foreign}) > 4
    for name, state in (("", "-"), ("mn-reader", "MN"), ("in-filer", "IN")):
        browser = cast.client(name) if name else Client()
        seen = set()
        for entry in foreign.exclude(audience="members").exclude(audience__contains=f"|{state}|"):
            number = entry.number
            page = browser.get(f"/en/ledger/acts/{number}/").content.decode()
            page = page.replace(f"No. {number}", "No. N").replace(f"acts/{number}/", "acts/N/")
            seen.add(re.sub(r"\d\d:\d\d", "", page))
            assert entry.kind not in page
            assert entry.subject not in page
            assert parse_proof_file(fetch(browser, number or 0)).extra is None
        assert len(seen) == 1, name


def test_an_act_opens_for_those_it_is_addressed_to(cast: Cast, kept: Kept) -> None:
    entry = Entry.objects.with_log().filter(audience="states:|KZ|").last()
    assert entry is not None
    own = cast.client("kz-filer").get(f"/en/ledger/acts/{entry.number}/").content.decode()
    assert entry.kind in own
    assert parse_proof_file(fetch(cast.client("kz-filer"), entry.number or 0)).extra is not None
    assert parse_proof_file(fetch(cast.client("cn-filer"), entry.number or 0)).extra is None


def test_a_shredded_act_keeps_its_place_and_its_proof(cast: Cast, kept: Kept) -> None:
    number = opened()
    before = fetch(cast.client("secretariat"), number)
    with writing():
        Secret.objects.filter(entry__leaf__index=number).delete()
    page = cast.client("secretariat").get(f"/en/ledger/acts/{number}/").content.decode()
    assert say("ledger.shredded", "en") in page
    after = fetch(cast.client("secretariat"), number)
    assert parse_proof_file(after).extra is None
    assert answers(hand_in(after)) == {"in_log": True, "signed": True, "witnessed": True}
    # Whoever kept a proof from before still holds the content, and it is still proven.
    assert answers(hand_in(before)) == dict.fromkeys(QUESTIONS, True)


def test_an_act_that_no_checkpoint_covers_yet_is_said_to_wait(cast: Cast, kept: Kept) -> None:
    from registan.ledger.sequencer import integrate_all

    size = Checkpoint.objects.latest("size").size + 1
    cast.act_again(2)
    integrate_all()
    page = cast.client("secretariat").get(f"/en/ledger/acts/{size}/").content.decode()
    assert say("ledger.waits.cure", "en") in page
    answer = Client().get(f"/en/ledger/acts/{size}/proof")
    assert answer.status_code == 409
    assert say("refusal.not_signed_yet", "en") in answer.content.decode()


@pytest.mark.parametrize("tail", ["", "proof"])
def test_a_number_that_the_log_has_not_is_not_there(tail: str, cast: Cast, kept: Kept) -> None:
    for number in ("987654321", "9" * 40):
        assert Client().get(f"/en/ledger/acts/{number}/{tail}").status_code == 404


def test_without_witnesses_the_answer_is_no_and_says_who_vouches(
    cast: Cast, kept: Kept, settings: Settings
) -> None:
    settings.LEDGER_POLICY.write_text("quorum none\n", encoding="ascii")
    page = Client().get(f"/en/ledger/acts/{opened()}/")
    assert answers(page) == {"in_log": True, "signed": True, "witnessed": False}  # type: ignore[arg-type]
    assert say("ledger.cure.unwitnessed", "en") in page.content.decode()


def test_where_nobody_has_to_cosign_a_proof_rests_on_the_newest_checkpoint(
    cast: Cast, kept: Kept, settings: Settings
) -> None:
    cast.act_again()
    size = kept.sign()
    place = f"/en/ledger/acts/{opened()}/proof"
    assert parse_proof_file(cast.client("secretariat").get(place).content).checkpoint.size < size
    settings.LEDGER_POLICY.write_text("quorum none\n", encoding="ascii")
    assert parse_proof_file(cast.client("secretariat").get(place).content).checkpoint.size == size


@pytest.mark.parametrize("lang", ["ru", "zh", "en"])
def test_the_page_says_how_the_log_stands(lang: str, cast: Cast, kept: Kept) -> None:
    page = Client().get(f"/{lang}/ledger/").content.decode()
    latest = Checkpoint.objects.latest("size")
    assert say("ledger.quorum.needed", lang, k=2, n=3) in page
    assert page.count(say("ledger.witness.answers", lang) + "</span>") == 2
    assert say("ledger.witness.nothing", lang) in page
    assert f"{latest.size}" in page


def test_a_witness_is_called_silent_since_the_first_checkpoint_it_left_unanswered(
    cast: Cast, kept: Kept
) -> None:
    cast.act_again()
    kept.sign()
    with writing():
        Checkpoint.objects.update(made_at=timezone.now() - timedelta(minutes=7))
    page = Client().get("/en/ledger/").content.decode()
    assert page.count(say("ledger.witness.silent", "en") + "</span>") == 3


def test_the_alarm_is_read_by_all_at_the_ledger_and_by_the_secretariat_everywhere(
    cast: Cast, kept: Kept
) -> None:
    raise_alarm("entry_missing", {"index": 3})
    cure = say("ledger.cure.entry_missing", "en")
    assert escape(cure) in Client().get("/en/ledger/").content.decode()
    headline = say("ledger.alarm", "en")
    for place in ("/en/", "/en/plans/", "/en/states/"):
        assert headline in cast.client("secretariat").get(place).content.decode()
        assert headline not in cast.client("kz-filer").get(place).content.decode()
        assert headline not in Client().get(place).content.decode()
    clear_alarm()
    assert headline not in Client().get("/en/ledger/").content.decode()


def test_each_line_of_the_history_leads_to_its_act(cast: Cast, kept: Kept) -> None:
    page = cast.client("secretariat").get("/en/history/").content.decode()
    number = opened()
    assert f'href="/en/ledger/acts/{number}/"' in page


@pytest.mark.parametrize("lang", ["ru", "zh", "en"])
def test_the_page_for_a_lawyer_stands_next_to_the_proof(lang: str, cast: Cast, kept: Kept) -> None:
    act = Client().get(f"/{lang}/ledger/acts/3/").content.decode()
    assert f'href="/{lang}/ledger/explained/"' in act
    page = Client().get(f"/{lang}/ledger/explained/").content.decode()
    assert escape(say("ledger.explained.not.invented", lang)) in page
