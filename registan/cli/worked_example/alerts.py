"""The method of the example: proposed and adopted, as it might be; no State has adopted anything."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from registan.cli.worked_example.answers import answer_example_signals
from registan.cli.worked_example.times import at
from registan.health.acts.methods import Instrument, adopt_method, propose_method
from registan.health.methods import BY_HISTORY, usual
from registan.parties.models import Body

if TYPE_CHECKING:
    from datetime import date

    from registan.cli.worked_example.cast import Cast
    from registan.health.models import MethodVersion

BODY, NUMBER = "CNC", "0/example"
WHY = {
    "ru": "Согласованные алгоритмы оповещения, о которых просили эксперты 16 июня 2020 года. Длинный ряд "
    "сравнивается с теми же неделями прошлых лет, короткий — с последними неделями.",
    "zh": "专家于2020年6月16日要求的商定预警算法。长序列与往年同期各周比较，短序列与近几周比较。",
    "en": "The agreed algorithms for alerts that the experts asked for on 16 June 2020. A long series is "
    "compared with the same weeks of past years, a short one with the last weeks.",
}


def play_signals(cast: Cast, today: date) -> MethodVersion:
    """The version that the house proposes, adopted forty days ago by an invented instrument.

    What it finds is for the worker: see answers.py.
    """
    method = propose_method(
        cast.secretariat, algorithm=BY_HISTORY, mode="strict", parameters=usual(BY_HISTORY),
        reason=WHY, illustrative=True, now=at(today - timedelta(days=60), 10),
    )  # fmt: skip
    adopted = today - timedelta(days=40)
    instrument = Instrument(Body.objects.get(key=BODY), NUMBER, adopted)
    transaction.on_commit(answer_example_signals.enqueue)
    return adopt_method(
        cast.secretariat, method, instrument=instrument, since=adopted, now=at(adopted, 15)
    )
