"""Signals: who sees what, and what their State says of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from registan.health.acts.alerts import (
    confirm_signal,
    dismiss_signal,
    explain_signal,
    raise_signal,
)
from registan.health.inputs import Seen, digest_of_input
from registan.health.models import Signal
from registan.health.queries.recomputing import input_then
from registan.health.tests.finding import in_force, raised
from registan.health.tests.sending import measles, send, weeks
from registan.ledger.models import Entry
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from tests.cast import Cast

NUMBERS = ("4,5", "4.5", "9,25", "9.25")


@pytest.fixture
def signal(cast: Cast) -> Signal:
    """A week of KZ's measles above the bound; no figure of the series is small."""
    measles(cast)
    send(cast.kz_filer, weeks(11, 9, 0, 12, 40))
    return raised(in_force(cast))


@pytest.fixture
def small(cast: Cast) -> Signal:
    """The same, with a week of three cases that other States do not see."""
    measles(cast)
    send(cast.kz_filer, weeks(11, 9, 3, 12, 40))
    return raised(in_force(cast))


def read(cast: Cast, who: str, address: str, lang: str = "en") -> tuple[int, str]:
    answer = (cast.client(who) if who else Client()).get(f"/{lang}/health/{address}")
    return answer.status_code, answer.content.decode()


def test_a_signal_is_its_states_and_the_secretariats_alone(cast: Cast, signal: Signal) -> None:
    seen = {who: read(cast, who, f"signals/{signal.pk}/")[0]
            for who in ("kz-filer", "secretariat", "cn-filer", "rats", "mn-reader", "")}  # fmt: skip
    assert seen == {
        "kz-filer": 200, "secretariat": 200, "cn-filer": 404, "rats": 404, "mn-reader": 404, "": 404,
    }  # fmt: skip
    assert say("signals.none", "en") in read(cast, "cn-filer", "signals/")[1]
    entry = Entry.objects.get(kind="health.signal.raised")
    assert (entry.actor, entry.audience) == ("DETECTOR", "states:|KZ|")


def test_the_record_has_all_that_recomputing_needs(signal: Signal) -> None:
    record = Entry.objects.get(kind="health.signal.raised").record
    assert record["count"] == 40
    assert [record[name] for name in ("expected", "upper", "score", "p", "q")] == [
        "4.5", "9.25", "7.0", "0.0001", "0.0002",
    ]  # fmt: skip
    assert record["input_digest"] == digest_of_input(input_then(signal).content)
    assert (record["version"], record["seed"], record["rule"]) == (1, 0, "ears C2")


@pytest.mark.parametrize("lang", LANGS)
def test_the_state_reads_it_in_words_first(cast: Cast, signal: Signal, lang: str) -> None:
    for address in ("", f"signals/{signal.pk}/", "signals/"):
        status, text = read(cast, "kz-filer", address, lang)
        assert status == 200
        assert "40" in text
    assert say("machine.DETECTOR", lang) in read(cast, "kz-filer", f"signals/{signal.pk}/", lang)[1]


def test_a_confirmed_one_is_an_alert_for_the_readers_of_the_counts(
    cast: Cast, signal: Signal
) -> None:
    confirm_signal(cast.kz_filer, signal, reason="Два очага в области")
    status, text = read(cast, "cn-filer", f"signals/{signal.pk}/")
    assert status == 200
    assert "Два очага" in text
    assert "9.25" in text
    assert read(cast, "mn-reader", f"signals/{signal.pk}/")[0] == 404
    entry = Entry.objects.get(kind="health.signal.confirmed")
    assert entry.audience == "members"
    assert set(entry.record) == {"signal", "condition", "state", "area", "measure", "week", "version",
                                 "standing", "reason"}  # fmt: skip


@pytest.mark.parametrize("deed", [explain_signal, dismiss_signal])
def test_an_explained_or_dismissed_one_stays_at_home(
    cast: Cast, signal: Signal, deed: object
) -> None:
    deed(cast.kz_filer, signal, reason="Две недели разом")  # type: ignore[operator]
    assert read(cast, "cn-filer", f"signals/{signal.pk}/")[0] == 404
    assert read(cast, "secretariat", f"signals/{signal.pk}/")[0] == 200
    with pytest.raises(Refused, match="signal_answered"):
        explain_signal(cast.kz_filer, signal, reason="Иначе")
    confirm_signal(cast.kz_filer, signal, reason="Всё же вспышка")
    with pytest.raises(Refused, match="signal_answered"):
        dismiss_signal(cast.kz_filer, signal, reason="Нет")


def test_only_its_own_state_answers_and_gives_a_reason(cast: Cast, signal: Signal) -> None:
    for by in (cast.cn_filer, cast.secretariat):
        with pytest.raises(Refused, match=r"another_state|power_missing"):
            confirm_signal(by, signal, reason="Да")
    for reason, code in ((" ", "signal_reason_missing"), ("я" * 2001, "signal_reason_long")):
        with pytest.raises(Refused, match=code):
            dismiss_signal(cast.kz_filer, signal, reason=reason)
    with pytest.raises(Refused, match="by_the_detector"):
        raise_signal(cast.kz_filer, signal.method, Seen(input_then(signal), 1), as_of=signal.as_of)


def test_numbers_that_would_tell_a_hidden_week_are_shown_to_its_state_alone(
    cast: Cast, small: Signal
) -> None:
    confirm_signal(cast.kz_filer, small, reason="Очаг")
    for who in ("cn-filer", "secretariat"):
        for address in ("", "signals/", f"signals/{small.pk}/"):
            text = read(cast, who, f"{address}")[1]
            assert not [number for number in NUMBERS if f">{number}<" in text], (who, address)
            assert small.input_digest not in text
        assert read(cast, who, f"signals/{small.pk}/signal.json")[0] == 404
        assert say("signal.hidden", "en") in read(cast, who, f"signals/{small.pk}/")[1]
    own = read(cast, "kz-filer", f"signals/{small.pk}/")[1]
    assert small.input_digest in own
    assert "9.25" in own


def test_the_file_holds_the_input_of_the_digest(cast: Cast, signal: Signal) -> None:
    told = json.loads(read(cast, "kz-filer", f"signals/{signal.pk}/signal.json")[1])
    assert digest_of_input(told["input"]) == signal.input_digest
    assert told["input"]["counts"][-5:] == [11, 9, 0, 12, 40]
    assert told["found"]["upper"] == "9.25"


def test_what_is_sent_later_changes_nothing_of_what_was_known(cast: Cast, signal: Signal) -> None:
    send(cast.kz_filer, weeks(11, 9, 0, 12, 44))
    assert input_then(signal).digest == signal.input_digest
    assert say("signal.now", "en") in read(cast, "kz-filer", f"signals/{signal.pk}/")[1]


@pytest.mark.parametrize("lang", LANGS)
def test_a_signal_is_confirmed_on_its_page(cast: Cast, signal: Signal, lang: str) -> None:
    client = cast.client("kz-filer")
    address = f"/{lang}/health/signals/{signal.pk}/confirm/"
    assert client.get(address).status_code == 200
    shown = client.post(address, {"reason": "Очаг"}).content.decode()
    assert say("signal.readers.confirm", lang) in shown
    done = client.post(address, {"reason": "Очаг", "confirmed": "1"}, follow=True).content.decode()
    assert say("signal.alert", lang) in done
    signal.refresh_from_db()
    assert signal.is_alert


def test_nobody_else_comes_to_the_page_of_an_answer(cast: Cast, signal: Signal) -> None:
    address = f"/en/health/signals/{signal.pk}/confirm/"
    assert cast.client("cn-filer").get(address).status_code == 404
    assert cast.client("secretariat").get(address).status_code == 403
    assert cast.client("kz-filer").get(address.replace("confirm", "announce")).status_code == 404
