"""Short words for tests of 7-1-7."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.timeliness import (
    BottleneckSaid,
    DaySaid,
    date_event,
    record_bottleneck,
)
from registan.kernel.timeliness.reading import ACTIONS, OTHER

if TYPE_CHECKING:
    from registan.health.models import Bottleneck, Event, Timeliness
    from tests.cast import Cast

SAID = {
    "ru": "Проба ждала курьера шесть дней",
    "zh": "标本等待运送六天",
    "en": "The specimen waited six days",
}
STEPS = {"ru": "Договор с курьером", "zh": "签订运送合同", "en": "A contract with a courier"}
OFFICES = {"ru": "Служба лабораторий", "zh": "检验机构", "en": "Laboratory agency"}


def ago(days: int) -> str:
    return (timezone.localdate() - timedelta(days=days)).isoformat()


def day(text: str, evidence: str = "register", reference: str = "Register 4") -> DaySaid:
    return DaySaid(day=text, evidence=evidence, reference=reference)


def days(*left_out: str, **told: str) -> dict[str, DaySaid]:
    """Detected 20 days ago, notified a day later, all actions three days after that."""
    usual = {"exposed_symptom": ago(25), "detected": ago(20), "notified_district": ago(19),
             **dict.fromkeys(ACTIONS, ago(16)), **told}  # fmt: skip
    reason = {"en": "No animal and no food was involved"}
    return {
        **{mark: day(text) for mark, text in usual.items() if text and mark not in left_out},
        **{mark: DaySaid(left_out=True, reasons=reason) for mark in left_out},
    }


def dated(
    cast: Cast, event: Event, told: dict[str, DaySaid] | None = None, **facts: Any
) -> Timeliness:
    usual: dict[str, Any] = {"rule": OTHER, "days": days() if told is None else told, "reasons": {},
                             "shared": False}  # fmt: skip
    return date_event(cast.kz_filer, event, **{**usual, **facts})


def bottleneck(cast: Cast, event: Event, *, shared: bool = False, **facts: Any) -> Bottleneck:
    usual: dict[str, Any] = {
        "interval": "detection", "level": "district", "cause": "specimen", "nature": "operational",
        "texts": SAID, "steps": STEPS, "owner": "KZ", "offices": OFFICES,
        "due": timezone.localdate() + timedelta(days=60),
    }  # fmt: skip
    return record_bottleneck(
        cast.kz_filer, event, BottleneckSaid(**{**usual, **facts}), shared=shared
    )
