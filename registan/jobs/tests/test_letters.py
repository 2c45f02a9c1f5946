from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from registan.jobs import digest, kinds, outbox, sending
from registan.jobs.models import Letter, LetterStatus, Wish
from registan.jobs.outbox import Addressee, post
from registan.web.refusal import NotThere, Refused
from registan.web.texts import has_text, register

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued_jobs", "outgoing")]

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
KIND = "tests.report_returned"
GATHERED = "tests.report_filed"
OBLIGATORY = "tests.mandate_withdrawn"
AZIZ = Addressee("aziz", "aziz@mfa.example", "ru")
LI = Addressee("li", "li@mfa.example", "zh")
PRIYA = Addressee("priya", "priya@mfa.example", "en")
WORDS = ("{plan}: вопрос до {due}", "{plan}：{due}前答复", "{plan}: a question, by {due}")

kinds.letter_kind(KIND)
kinds.letter_kind(GATHERED, digest=True)
kinds.letter_kind(OBLIGATORY, obligatory=True)
for name in (KIND, GATHERED, OBLIGATORY):
    register({f"letter.{name}.{part}": WORDS for part in ("subject", "body")})
PLAN = {"ru": "План", "zh": "计划", "en": "Plan"}


@pytest.fixture
def outgoing(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.MAIL_BACKEND = "smtp"
    settings.SITE_URL = "https://registan.example"


class StubbornServer(EmailBackend):
    """A mail server that answers with the error put into `says`."""

    says: OSError | None = None
    on_open: OSError | None = None

    def open(self) -> bool:
        if self.on_open:
            raise self.on_open
        return True

    def send_messages(self, messages: Any) -> int:
        if self.says:
            raise self.says
        return super().send_messages(messages)


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> type[StubbornServer]:
    settings.EMAIL_BACKEND = f"{__name__}.StubbornServer"
    monkeypatch.setattr(StubbornServer, "says", None)
    monkeypatch.setattr(StubbornServer, "on_open", None)
    return StubbornServer


def tell(*readers: Addressee, kind: str = KIND, once: str = "", **facts: Any) -> list[Letter]:
    told = {"plan": PLAN, "due": date(2026, 12, 1), **facts}
    return post(kind, readers or (AZIZ,), link="/plans/x/", now=NOW, once=once, **told)


def send(at: datetime = NOW) -> int:
    return sending.send_due(lambda: at)


def the_letter() -> Letter:
    return Letter.objects.get()


def test_everyone_reads_in_his_own_language() -> None:
    tell(AZIZ, LI, PRIYA)
    assert send() == 3
    aziz, li, priya = mail.outbox
    assert aziz.subject == "План: вопрос до 1 декабря 2026 г."
    assert li.subject == "计划：2026年12月1日前答复"
    assert priya.subject == "Plan: a question, by 1 December 2026"
    assert "https://registan.example/zh/plans/x/" in li.body
    assert "https://registan.example/zh/letters/settings/" in li.body
    assert [row.to for row in mail.outbox] == [[AZIZ.email], [LI.email], [PRIYA.email]]
    assert li.extra_headers["Content-Language"] == "zh-Hans"
    assert set(Letter.objects.values_list("status", flat=True)) == {LetterStatus.SENT}


def test_posting_queues_the_sending_and_a_refused_act_posts_nothing() -> None:
    tell()
    assert DBTaskResult.objects.get().task_path == "registan.jobs.jobs.send_letters"

    def refused_act() -> None:
        with transaction.atomic():
            tell(LI)
            raise NotThere

    with pytest.raises(NotThere):
        refused_act()
    assert the_letter().username == "aziz"
    assert DBTaskResult.objects.count() == 1


def test_a_letter_is_sent_once() -> None:
    tell()
    assert [send(), send(NOW + timedelta(days=1))] == [1, 0]


def test_one_key_means_one_letter() -> None:
    assert len(tell(AZIZ, once="round 3")) == 1
    assert [row.username for row in tell(AZIZ, LI, once="round 3")] == ["li"]
    assert len(tell(AZIZ, once="round 4")) == 1
    assert len(tell(AZIZ, kind=OBLIGATORY, once="round 3")) == 1
    assert len(tell(AZIZ)) == 1
    assert Letter.objects.count() == 5


def test_no_text_reaches_the_headers_as_a_line_of_its_own() -> None:
    tell(plan="x\r\nBcc: spy@example.org\u2028y\x00\u202ez" + "ж" * 400)
    send()
    raw = mail.outbox[0].message()
    assert raw["Bcc"] is None
    assert mail.outbox[0].recipients() == [AZIZ.email]
    subject = the_letter().subject
    assert subject.startswith("x Bcc: spy@example.org y z")
    assert subject.endswith("…")
    assert len(subject) == 200


@pytest.mark.parametrize("link", ["https://evil.example/", "//evil.example/", "/a\r\nb", "plans/"])
def test_a_link_leads_into_this_installation(link: str) -> None:
    with pytest.raises(ValueError, match="not an address of this installation"):
        post(KIND, [AZIZ], link=link, now=NOW, plan=PLAN, due=NOW)


@pytest.mark.parametrize(
    "address", ["", "aziz", "aziz@mfa.example\nBcc: spy@example.org", f"{'a' * 250}@mfa.example"]
)
def test_a_reader_without_an_address_is_in_the_log_and_gets_nothing(address: str) -> None:
    tell(Addressee("aziz", address, "ru"))
    assert send() == 0
    assert (the_letter().status, the_letter().reason) == (LetterStatus.FAILED, "no_address")
    assert not DBTaskResult.objects.exists()


def test_a_retry_carries_the_same_message_id(server: type[StubbornServer]) -> None:
    server.says = SMTPServerDisconnected("busy")
    tell()
    assert send() == 0
    assert (the_letter().attempts, the_letter().reason) == (1, "not_accepted")
    assert "busy" in the_letter().error
    server.says = None
    assert send(NOW + timedelta(seconds=59)) == 0, "not before the pause is over"
    assert send(NOW + timedelta(seconds=60)) == 1
    (only,) = mail.outbox
    assert only.extra_headers["Message-ID"] == f"<{the_letter().uid}@registan.example>"
    assert (the_letter().error, the_letter().attempts) == ("", 2)


def test_a_worker_killed_while_sending_leaves_the_letter_due_again() -> None:
    tell()
    first = sending.message(the_letter()).extra_headers

    class Killed(BaseException):
        pass

    class Server:
        def send_messages(self, messages: Any) -> None:
            raise Killed

    with pytest.raises(Killed):
        sending._send(the_letter(), Server(), lambda: NOW)
    assert send() == 0, "another worker may still be at it"
    assert send(NOW + timedelta(minutes=1)) == 1
    assert mail.outbox[0].extra_headers == first


def test_two_workers_do_not_send_one_letter() -> None:
    tell()
    seen_by_both = the_letter(), the_letter()
    server = EmailBackend()
    assert [sending._send(letter, server, lambda: NOW) for letter in seen_by_both] == [True, False]
    assert len(mail.outbox) == 1


def test_it_gives_up_after_the_last_pause(server: type[StubbornServer]) -> None:
    server.says = SMTPServerDisconnected("busy")
    tell()
    at = NOW
    for pause in sending.PAUSES:
        send(at)
        at += pause
    assert the_letter().status == LetterStatus.WAITING
    send(at)
    assert (the_letter().status, the_letter().attempts) == (LetterStatus.FAILED, 6)


def test_a_reader_unknown_to_the_server_is_not_tried_again(server: type[StubbornServer]) -> None:
    server.says = SMTPRecipientsRefused({AZIZ.email: (550, b"no such user")})
    tell()
    send()
    assert the_letter().status == LetterStatus.FAILED
    assert "no such user" in the_letter().error


def test_a_reader_whose_box_is_full_is_tried_again(server: type[StubbornServer]) -> None:
    server.says = SMTPRecipientsRefused({AZIZ.email: (452, b"box full")})
    tell()
    send()
    assert the_letter().status == LetterStatus.WAITING


def test_a_server_that_is_away_costs_no_letter_an_attempt(server: type[StubbornServer]) -> None:
    server.on_open = ConnectionRefusedError(111, "Connection refused")
    tell(AZIZ, LI)
    assert send() == 0
    assert set(Letter.objects.values_list("attempts", "reason")) == {(0, "server_away")}
    server.on_open = None
    assert send(NOW + timedelta(minutes=5)) == 2
    assert not Letter.objects.exclude(reason="").exists()


def test_a_server_that_breaks_off_costs_only_the_letter_at_hand(
    server: type[StubbornServer],
) -> None:
    server.says = SMTPServerDisconnected("gone")
    tell(AZIZ, LI, PRIYA)
    send()
    assert sorted(Letter.objects.values_list("attempts", flat=True)) == [0, 0, 1]


def test_a_letter_that_could_not_leave_for_three_days_is_given_up(
    server: type[StubbornServer],
) -> None:
    server.on_open = ConnectionRefusedError()
    tell()
    send()
    server.on_open = None
    assert send(NOW + timedelta(days=3, minutes=1)) == 0
    assert the_letter().status == LetterStatus.FAILED


def test_an_installation_that_sends_nothing_keeps_its_letters(settings: Any) -> None:
    settings.MAIL_BACKEND = "none"
    tell()
    assert send() == 0
    assert the_letter().status == LetterStatus.KEPT


def test_letters_are_written_to_files(settings: Any, tmp_path: Path) -> None:
    settings.MAIL_BACKEND = "file"
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    tell(LI)
    assert send() == 1
    (written,) = tmp_path.iterdir()
    text = written.read_text(encoding="utf-8")
    assert "To: li@mfa.example" in text
    assert "Auto-Submitted: auto-generated" in text
    assert "计划：2026年12月1日前答复" in text


def test_a_kind_for_the_digest_waits_for_it() -> None:
    tell(AZIZ, LI, kind=GATHERED)
    tell(AZIZ, kind=GATHERED)
    assert send() == 0
    assert {row.username for row in digest.gather(NOW)} == {"aziz", "li"}
    assert digest.gather(NOW) == []
    assert send() == 2
    aziz, li = mail.outbox
    assert aziz.subject == "Сводка за день: 2 сообщения"
    assert aziz.body.count("https://registan.example/ru/plans/x/") == 2
    assert li.subject == "每日汇总：1条通知"
    items = Letter.objects.filter(kind=GATHERED)
    assert set(items.values_list("status", flat=True)) == {LetterStatus.IN_DIGEST}
    assert all(item.digest is not None and item.digest.sent_at for item in items)


def test_a_reader_chooses_by_kind() -> None:
    kinds.choose("aziz", KIND, Wish.NOT_AT_ALL)
    kinds.choose("li", KIND, Wish.DAILY)
    kinds.choose("priya", KIND, Wish.NOT_AT_ALL)
    kinds.choose("priya", KIND, Wish.AT_ONCE)
    tell(AZIZ, LI, PRIYA)
    assert send() == 1
    assert mail.outbox[0].to == [PRIYA.email]
    status = dict(Letter.objects.values_list("username", "status"))
    assert status == {"aziz": "declined", "li": "waiting", "priya": "sent"}
    assert dict(kinds.choices_of("li"))[kinds.kind_named(KIND)] == Wish.DAILY
    assert dict(kinds.choices_of("li"))[kinds.kind_named(GATHERED)] == Wish.DAILY


def test_it_refuses_to_let_an_obligatory_kind_be_declined() -> None:
    with pytest.raises(Refused, match="letter_obligatory"):
        kinds.choose("aziz", OBLIGATORY, Wish.NOT_AT_ALL)
    kinds.choose("aziz", OBLIGATORY, Wish.DAILY)


@pytest.mark.parametrize(("kind", "wish"), [(KIND, "sometimes"), ("tests.unheard_of", "daily")])
def test_it_refuses_a_choice_that_is_none(kind: str, wish: str) -> None:
    with pytest.raises(Refused, match="letter_choice_unknown"):
        kinds.choose("aziz", kind, wish)


def test_sending_again_is_a_new_letter_to_the_address_of_today() -> None:
    tell()
    send()
    again = outbox.send_again(the_letter().uid, address="aziz@new.example", now=NOW)
    assert send() == 1
    first, second = mail.outbox
    assert second.to == ["aziz@new.example"]
    assert (second.subject, second.body) == (first.subject, first.body)
    assert second.extra_headers["Message-ID"] != first.extra_headers["Message-ID"]
    assert again.again_of is not None
    assert Letter.objects.count() == 2


def test_it_refuses_to_send_again_without_an_address() -> None:
    tell()
    with pytest.raises(Refused, match="letter_without_address"):
        outbox.send_again(the_letter().uid, address="", now=NOW)
    with pytest.raises(NotThere):
        outbox.send_again(uuid4(), address=AZIZ.email, now=NOW)


def test_letters_leave_the_log_after_thirteen_months() -> None:
    tell()
    assert digest.forget(NOW + timedelta(days=399)) == 0
    assert digest.forget(NOW + timedelta(days=401)) == 1


def test_every_kind_of_letter_has_its_texts() -> None:
    wanted = {
        f"letter.{kind.name}.{part}"
        for kind in kinds.all_kinds()
        for part in ("name", "subject", "body")
        if not kind.name.startswith("tests.")
    }
    assert not [key for key in wanted if not has_text(key)]
