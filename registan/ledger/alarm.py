"""The alarm: signing has stopped, the organisation reads but does not act, and it is said why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from registan.kernel.log.merkle import EMPTY_ROOT
from registan.ledger.guard import writing
from registan.ledger.models import LogState
from registan.web.refusal import Refused
from registan.web.texts import say


@dataclass(frozen=True)
class Alarm:
    """Why signing has stopped; texts `ledger.alarm.<code>` and `ledger.cure.<code>`."""

    code: str
    facts: dict[str, Any]

    def sentence(self, lang: str | None = None) -> str:
        return say(f"ledger.alarm.{self.code}", lang, **self.facts)

    def cure(self, lang: str | None = None) -> str:
        """The steps that mend it, in plain words."""
        return say(f"ledger.cure.{self.code}", lang, **self.facts)


def alarm() -> Alarm | None:
    """The alarm that stands, if one does."""
    told = LogState.objects.filter(pk=1).values_list("alarm", flat=True).first()
    return Alarm(told["code"], told["facts"]) if told else None


def refuse_if_halted() -> None:
    """No act while the log's history is in doubt: what is acknowledged must be provable."""
    if (stands := alarm()) is not None:
        raise Refused("ledger_halted", status=503, why=stands)


def raise_alarm(code: str, facts: dict[str, Any]) -> None:
    """Stop acts, on every process of the installation."""
    _set({"code": code, "facts": facts})


def clear_alarm() -> None:
    """The gate was passed: the history is the newest one."""
    if alarm() is not None:
        _set(None)


def _set(told: dict[str, Any] | None) -> None:
    with transaction.atomic(), writing():
        LogState.objects.get_or_create(pk=1, defaults={"root": EMPTY_ROOT})
        LogState.objects.filter(pk=1).update(alarm=told)
