"""A State signs with the key of its office what binds it; nobody else can, the server included."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from registan.kernel.log.keys import KeyType, Signer, signer
from registan.kernel.log.notes import Note, sign
from registan.kernel.log.policy import parse_policy
from registan.kernel.log.statement import parse_authorisation
from registan.ledger.fsck import fsck
from registan.ledger.guard import writing
from registan.ledger.log_keys import all_public_keys
from registan.ledger.models import Entry, OfficeKey
from registan.ledger.office_keys import BINDING, spans
from registan.ledger.sequencer import integrate_all
from registan.ledger.verification import own_keys
from registan.parties.acts import confirm_office_key, enrol_office_key, revoke_office_key
from registan.parties.powers import OFFICES
from registan.plans.acts.findings import record_opinion
from registan.plans.acts.measures import join_measure
from registan.web.refusal import Refused, Unsigned
from registan.web.texts import say
from registan.witness.verifying import check_proof
from tests.cast import enrol, signed_in
from tests.ledger.keeping import keep_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from registan.parties.models import Mandate
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
OFFICE = signer("mfa.kz.example", KeyType.ED25519, bytes([7]) * 32)
NEXT = signer("mfa.kz.example", KeyType.ED25519, bytes([8]) * 32)
STRANGER = signer("mfa.kz.example", KeyType.ED25519, bytes([9]) * 32)


@pytest.fixture
def kz(cast: Cast) -> Mandate:
    return cast.kz_administrator


@pytest.fixture
def uz(cast: Cast) -> Mandate:
    return enrol("uz-administrator", OFFICES["administrator"], "UZ")


def signed_by(by: Signer, act: Callable[..., Any], *args: Any, key: str, **facts: Any) -> Any:
    """Do a binding act as an office does it: take the statement, sign it, come back."""
    with pytest.raises(Unsigned) as asked:
        act(*args, key=key, **facts)
    text = asked.value.statement.encode()
    return act(*args, key=key, signed=bytes(Note(text, (sign(text, by),))), **facts)


def enrolled(kz: Mandate, by: Signer = OFFICE, *, under: Signer = OFFICE) -> OfficeKey:
    """Name a key; `under` signs."""
    made: OfficeKey = signed_by(
        under, enrol_office_key, kz, key=f"enrol-{by.key.id.hex()}", verifier_key=str(by.key)
    )
    return made


def in_force(kz: Mandate, uz: Mandate) -> OfficeKey:
    return confirm_office_key(uz, enrolled(kz))


def opinion(cast: Cast, key: str | None = "opinion", **facts: Any) -> Any:
    words = {"ru": "Иное мнение."}
    on = cast.measure("1.1")
    return record_opinion(cast.kz_filer, cast.round, on, texts=words, key=key, **facts)


def signed_opinion(cast: Cast, by: Signer = OFFICE, key: str = "opinion") -> Any:
    return signed_by(by, lambda **facts: opinion(cast, **facts), key=key)


def faults() -> list[tuple[str, int | None]]:
    integrate_all()
    keys = all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)
    return [(fault.code, fault.index) for fault in fsck(keys)]


def auth_of(kind: str) -> str:
    entry = Entry.objects.with_log().filter(kind=kind).latest("pk")
    return entry.payload.draft.decode().split('"auth":"')[1].split('"')[0]


def test_without_a_key_nothing_changes(cast: Cast) -> None:
    opinion(cast, key=None)
    assert auth_of("plans.opinion.recorded") == "session"
    with pytest.raises(Refused, match="office_key_missing"):
        join_measure(
            cast.kz_filer, cast.measure("1.3"), on=timezone.localdate(), key="j", signed=b"x"
        )
    assert faults() == []


def test_a_first_key_counts_once_another_state_confirms_it(
    cast: Cast, kz: Mandate, uz: Mandate
) -> None:
    key = enrolled(kz)
    opinion(cast, key=None)
    with pytest.raises(Refused, match="office_key_own"):
        confirm_office_key(kz, key)
    confirm_office_key(uz, key)
    with pytest.raises(Refused, match="office_key_decided"):
        confirm_office_key(uz, key)
    with pytest.raises(Unsigned, match="office_signature_awaited"):
        opinion(cast, "again")
    signed_opinion(cast, key="again")
    told = parse_authorisation(auth_of("plans.opinion.recorded"))
    assert told is not None
    assert told.key_id == OFFICE.key.id
    assert faults() == []


def test_the_statement_shows_all_that_is_signed(cast: Cast, kz: Mandate, uz: Mandate) -> None:
    in_force(kz, uz)
    with pytest.raises(Unsigned) as asked:
        opinion(cast)
    for words in ("plans.opinion.recorded", "actor: KZ", "Иное мнение.", settings.LEDGER_ORIGIN):
        assert words in asked.value.statement
    assert not Entry.objects.filter(kind="plans.opinion.recorded").exists()


def test_a_signed_act_is_repeated_once(cast: Cast, kz: Mandate, uz: Mandate) -> None:
    in_force(kz, uz)
    first = signed_opinion(cast)
    assert opinion(cast, "opinion") == first
    assert Entry.objects.filter(kind="plans.opinion.recorded").count() == 1


def test_a_signature_serves_one_act(cast: Cast, kz: Mandate, uz: Mandate) -> None:
    in_force(kz, uz)
    with pytest.raises(Unsigned) as asked:
        opinion(cast)
    text = asked.value.statement.encode()
    signed = bytes(Note(text, (sign(text, OFFICE),)))
    with pytest.raises(Unsigned, match="other_words") as told:
        opinion(cast, "another-key", signed=signed)
    assert "\nkey: another-key\n" in told.value.statement
    with pytest.raises(Unsigned, match="other_words"):
        record_opinion(
            cast.kz_filer, cast.round, cast.measure("1.1"), texts={"ru": "Другое."},
            key="opinion", signed=signed,
        )  # fmt: skip
    late = timezone.now() + timedelta(days=4)
    with pytest.raises(Unsigned, match="too_late"):
        opinion(cast, signed=signed, now=late)
    # The hand that signs may not give itself years.
    far = text.replace(b"until: 20", b"until: 21")
    with pytest.raises(Unsigned, match="too_late"):
        opinion(cast, signed=bytes(Note(far, (sign(far, OFFICE),))))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: bytes(Note(text, (sign(text, STRANGER),))), "office_signature_of_another"),
        (lambda text: bytes(Note(text, (sign(text + b"x\n", OFFICE),))), "office_signature_wrong"),
        (lambda text: text, "office_signature_unreadable"),
        (lambda text: b"\xff\x00", "office_signature_unreadable"),
    ],
)
def test_a_signature_that_does_not_hold_is_refused(
    cast: Cast, kz: Mandate, uz: Mandate, change: Callable[[bytes], bytes], code: str
) -> None:
    in_force(kz, uz)
    with pytest.raises(Unsigned) as asked:
        opinion(cast)
    with pytest.raises(Refused, match=code) as refused:
        opinion(cast, signed=change(asked.value.statement.encode()))
    assert all(refused.value.sentence(lang) for lang in ("ru", "zh", "en"))


def test_a_later_key_is_signed_with_the_one_before(cast: Cast, kz: Mandate, uz: Mandate) -> None:
    in_force(kz, uz)
    with pytest.raises(Refused, match="office_signature_of_another"):
        enrolled(kz, NEXT, under=NEXT)
    assert enrolled(kz, NEXT, under=OFFICE).status == "in_force"
    signed_opinion(cast, NEXT)
    assert faults() == []


def test_a_revocation_counts_at_once_and_frees_nobody(cast: Cast, kz: Mandate, uz: Mandate) -> None:
    first = in_force(kz, uz)
    signed_opinion(cast)
    revoke_office_key(kz, first)
    with pytest.raises(Refused, match="office_key_revoked"):
        opinion(cast, "second")
    with pytest.raises(Refused, match="office_key_revoked_already"):
        revoke_office_key(kz, first)
    with pytest.raises(Refused, match="another_state"):
        revoke_office_key(uz, first)
    # The next key waits for another State again, and then counts.
    key = enrolled(kz, NEXT, under=NEXT)
    assert key.status == "proposed"
    with pytest.raises(Refused, match="office_key_revoked"):
        opinion(cast, "second")
    confirm_office_key(uz, key)
    signed_opinion(cast, NEXT, "second")
    assert faults() == []
    one, two = spans()
    assert one.until is not None
    assert two.since is not None
    assert one.until < two.since


def test_what_is_no_office_key_is_refused(cast: Cast, kz: Mandate) -> None:
    witness = signer("w.example", KeyType.COSIGNATURE, bytes(32)).key
    for words, code in (("", "malformed"), ("abc", "malformed"), (str(witness), "of_another_kind")):
        with pytest.raises(Refused, match=f"office_key_{code}"):
            enrol_office_key(kz, verifier_key=words, key="k")
    enrolled(kz)
    with pytest.raises(Refused, match="office_key_known"):
        enrol_office_key(kz, verifier_key=str(OFFICE.key), key="k")
    with pytest.raises(Refused, match="office_key_of_states"):
        enrol_office_key(cast.secretariat, verifier_key=str(NEXT.key), key="k")
    with pytest.raises(Refused):
        enrol_office_key(cast.kz_filer, verifier_key=str(NEXT.key), key="k")


def test_an_act_that_the_server_invents_is_found(
    cast: Cast, kz: Mandate, uz: Mandate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever holds the server can leave the check out, but cannot sign."""
    in_force(kz, uz)
    monkeypatch.setattr("registan.ledger.act.authorise", lambda *_, **__: "session")
    opinion(cast)
    index = _index("plans.opinion.recorded", integrate=True)
    assert faults() == [("office_missing", index)]


def test_a_signature_lifted_from_another_act_is_found(
    cast: Cast, kz: Mandate, uz: Mandate, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = in_force(kz, uz)
    signed_opinion(cast)
    lifted = auth_of("plans.opinion.recorded")
    for auth, code in (
        (lifted, "office_wrong"),
        (lifted.replace(OFFICE.key.id.hex(), "0" * 8), "office_unknown"),
        (lifted.replace("office-key/v1 ", "office-key/v1 x "), "office_wrong"),
    ):
        monkeypatch.setattr("registan.ledger.act.authorise", lambda *_, a=auth, **__: a)
        before = len(faults())
        opinion(cast, key=f"invented {auth}"[:60])
        assert faults()[before:] == [(code, _index("plans.opinion.recorded"))]
    revoke_office_key(kz, key)
    before = len(faults())
    monkeypatch.setattr("registan.ledger.act.authorise", lambda *_, **__: lifted)
    opinion(cast, key="after the revocation")
    assert faults()[before:] == [("office_not_in_force", _index("plans.opinion.recorded"))]


def _index(kind: str, *, integrate: bool = False) -> int | None:
    if integrate:
        integrate_all()
    return Entry.objects.with_log().filter(kind=kind).latest("pk").number


def test_whoever_holds_the_proof_file_checks_the_signature_offline(
    cast: Cast, kz: Mandate, uz: Mandate, tmp_path: Path, settings: Settings
) -> None:
    kept = keep_in(tmp_path, settings)
    in_force(kz, uz)
    signed_opinion(cast)
    kept.sign()
    kept.cosign(2)
    trusted = parse_policy(settings.LEDGER_POLICY.read_bytes())
    number = _index("plans.opinion.recorded")
    assert number is not None
    reader = signed_in("kz-filer")
    file = reader.get(f"/en/ledger/acts/{number}/proof").content
    trusted.logs.extend(own_keys(trusted))
    for keys, office in (([], "unchecked"), ([STRANGER.key], "unchecked"), ([OFFICE.key], "good")):
        verdict = check_proof(file, trusted, office_keys=keys)
        assert verdict.good
        assert verdict.office == office
    page = reader.get(f"/en/ledger/acts/{number}/").content.decode()
    assert say("ledger.office.good", "en", name="mfa.kz.example", id=OFFICE.key.id.hex()) in page


def ask(client: Client, path: str, **typed: str) -> Any:
    return client.post(path, typed)


def test_a_key_is_named_and_confirmed_on_the_pages(cast: Cast, kz: Mandate, uz: Mandate) -> None:
    client = signed_in("kz-administrator")
    page = ask(client, "/en/office-keys/new/", key=str(OFFICE.key), act_key="k-1")
    statement = page.context["form"].statement
    assert page.status_code == 200
    assert statement.splitlines()[0] == "registan/statement/v1"
    file = ask(client, "/en/office-keys/statement/", statement=statement.replace("\n", "\r\n"))
    assert file.content.decode() == statement
    text = file.content
    done = client.post("/en/office-keys/new/", {
        "key": str(OFFICE.key), "act_key": "k-1",
        "signature_file": SimpleUploadedFile("s", bytes(Note(text, (sign(text, OFFICE),)))),
    })  # fmt: skip
    assert done.status_code == 302
    key = OfficeKey.objects.get()
    other = signed_in("uz-administrator")
    assert say("parties.office_key.confirm", "en") in other.get("/en/office-keys/").content.decode()
    place = f"/en/office-keys/{key.pk}/confirm/"
    assert OFFICE.key.id.hex() in other.get(place).content.decode()
    assert ask(other, place, act_key="k-2", confirmed="1").status_code == 302
    integrate_all()
    for lang in ("ru", "zh", "en"):
        page = Client().get(f"/{lang}/office-keys/").content.decode()
        assert str(OFFICE.key).replace("+", "&#43;") in page or str(OFFICE.key) in page
        assert say("parties.office_key.confirm", lang) not in page
    # Nobody else is offered these steps.
    assert signed_in("kz-filer").get("/en/office-keys/new/").status_code in {403, 404}
    assert client.get(place).status_code == 404
    assert ask(Client(), "/en/office-keys/statement/", statement="x").status_code == 404


def test_a_binding_act_asks_for_the_signature_on_its_page(
    cast: Cast, kz: Mandate, uz: Mandate
) -> None:
    in_force(kz, uz)
    client, place = signed_in("kz-filer"), "/en/plans/joint-plan/measures/1.3/join/"
    typed = {"on": str(timezone.localdate()), "act_key": "k-9", "confirmed": "1"}
    page = client.post(place, typed)
    statement = page.context["form"].statement
    assert page.status_code == 200
    assert "plans.measure.joined" in statement
    # A wrong signature: the page says so, and what was pasted is still there.
    page = client.post(place, {**typed, "statement": statement, "signature": "nonsense"})
    body = page.content.decode()
    assert ">nonsense</textarea>" in body
    assert say("refusal.office_signature_unreadable", "en") in body
    assert page.context["form"].statement == statement
    # So does a file: what was uploaded stands where it could have been pasted.
    other = SimpleUploadedFile("s", b"another file")
    page = client.post(place, {**typed, "statement": statement, "signature_file": other})
    assert ">another file</textarea>" in page.content.decode()
    text = statement.encode()
    signed = bytes(Note(text, (sign(text, OFFICE),))).decode().replace("\n", "\r\n")
    done = client.post(place, {**typed, "signature": signed})
    assert done.status_code == 302
    assert auth_of("plans.measure.joined").startswith("office-key/v1 mfa.kz.example ")


def test_the_acts_that_bind_a_state_are_these() -> None:
    assert {
        "health.event.closed", "health.event.notified", "health.event.updated",
        "health.call.assessed", "health.exchange.agreed", "health.match.answered",
        "health.verification.answered", "parties.office_key.confirmed",
        "parties.office_key.enrolled", "plans.measure.added", "plans.measure.joined",
        "plans.measure.left", "plans.opinion.recorded", "plans.report.corrected",
        "plans.report.filed", "plans.reports.filed", "plans.sheet.filed",
    } == BINDING  # fmt: skip


def test_damage_to_the_enrolment_of_a_key_is_named_and_nothing_breaks(
    cast: Cast, kz: Mandate, uz: Mandate
) -> None:
    in_force(kz, uz)
    signed_opinion(cast)
    integrate_all()
    entry = Entry.objects.with_log().get(kind="parties.office_key.enrolled")
    spoilt = bytearray(bytes(entry.sealed))
    spoilt[30] ^= 1
    with writing():
        Entry.objects.filter(pk=entry.pk).update(sealed=bytes(spoilt))
    assert ("payload_unreadable", entry.number) in faults()
    assert Client().get("/en/office-keys/").status_code == 200
