"""The first screening of the example, as the worker does it, and what some States say of its signals.

Apart from loading: the kernel is compiled at its first call, and whoever loads should not wait for it.
The signals are computed from the example's counts as any others; only the reasons are written here.
"""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from registan.health.acts.alerts import confirm_signal, dismiss_signal, explain_signal
from registan.health.models import Signal, SignalStanding
from registan.health.screening import screen_counts
from registan.jobs.lanes import HEAVY
from registan.parties.models import Mandate

# By rank of the score: what its State says. The others await an answer.
ANSWERS = (
    (0, confirm_signal, "Illustrative: a common source was found, samples are being compared."),
    (1, explain_signal, "Illustrative: the same source, and a laboratory sent two weeks in one."),
    (3, dismiss_signal, "Illustrative: cases of one family, no further spread."),
)


@task(queue_name=HEAVY)
def answer_example_signals() -> int:
    """Screen, then answer what nobody has answered yet; how many answers were given."""
    now, given = timezone.now(), 0
    screen_counts(now)
    found = list(Signal.objects.filter(method__illustrative=True).order_by("-score", "pk"))
    for rank, act, reason in ANSWERS:
        if rank < len(found) and found[rank].standing == SignalStanding.OPEN:
            held = Mandate.objects.active_at(now).filter(official__is_cast=True)
            rows = held.filter(state__key=found[rank].state_key).select_related("state", "official")
            by = next((row for row in rows if row.has("signals.answer")), None)
            if by is not None:
                act(by, found[rank], reason=reason)
                given += 1
    return given
