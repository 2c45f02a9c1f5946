"""Short words for tests of methods and signals."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.alerts import raise_signal
from registan.health.acts.methods import Instrument, adopt_method, propose_method
from registan.health.detector import DETECTOR
from registan.health.inputs import Seen, input_of
from registan.health.methods import ALGORITHMS, BY_HISTORY, usual
from registan.health.models import Series
from registan.health.queries.series import in_weeks, standing_as_of
from registan.health.tests.sending import measles, send, weeks
from registan.jobs import local_pool
from registan.kernel.counts.periods import monday_of
from registan.parties.queries import find_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registan.health.models import MethodVersion, Signal
    from registan.parties.models import Mandate
    from tests.cast import Cast

# Twelve weeks of every day; a last week of JUMP stands far above them.
QUIET = [12, 9, 11, 10, 13, 8, 12, 10, 11, 9, 12]
JUMP = 55
WHY = {"ru": "Согласованный подход", "en": "An agreed approach"}


def propose(by: Mandate, algorithm: str = BY_HISTORY, **changes: Any) -> MethodVersion:
    given = usual(algorithm) if algorithm in ALGORITHMS else {}
    facts = {"mode": "strict", "parameters": given, "reason": WHY, **changes}
    return propose_method(by, algorithm=algorithm, **facts)


def instrument(day: date | None = None) -> Instrument:
    return Instrument(find_body("CHS"), "4/2026", day or timezone.localdate() - timedelta(days=9))


def in_force(cast: Cast, **changes: Any) -> MethodVersion:
    """The first version, adopted and in force."""
    proposed = propose(cast.secretariat, **changes)
    return adopt_method(
        cast.secretariat, proposed, instrument=instrument(),
        since=timezone.localdate() - timedelta(days=1),
    )  # fmt: skip


def raised(
    method: MethodVersion, state: str = "KZ", code: str = "measles", **changes: Any
) -> Signal:
    """A signal on the last week of a State's series, as the detector would raise it."""
    series = Series.objects.select_related("state", "condition").get(
        state__key=state, condition__code=code, area=""
    )
    week = monday_of(timezone.localdate().toordinal()) - 7
    weekly = in_weeks(series, standing_as_of(series, None), by_week=True)
    seen = input_of(series, weekly, week, method)
    numbers = {
        "rule": "ears C2",
        "expected": 4.5,
        "upper": 9.25,
        "score": 7.0,
        "p": 1e-4,
        "q": 2e-4,
    }
    found = Seen(seen, seen.counts[-1] or 0, is_above=True, **{**numbers, **changes})
    return raise_signal(DETECTOR, method, found, as_of=timezone.now())


def a_jump(cast: Cast) -> MethodVersion:
    """KZ's measles jump in the last week; the first version of the method is in force."""
    measles(cast)
    send(cast.kz_filer, weeks(*QUIET, JUMP))
    return in_force(cast)


def let_processes_go() -> Iterator[None]:
    """As a fixture of a file (`pytest.fixture(autouse=True, scope="module")`): no process outlives it."""
    yield
    local_pool.let_go()
