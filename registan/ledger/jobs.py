"""What a worker does for the ledger: reading it again, round after round."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from registan.jobs.schedules import schedule
from registan.ledger import reading
from registan.ledger.keeper import policy
from registan.ledger.log_keys import all_public_keys

if TYPE_CHECKING:
    from registan.kernel.log.keys import VerifierKey


def _log_keys() -> list[VerifierKey]:
    """Keys of this log, old ones too; none on a machine that holds neither keys nor a policy naming them."""
    held = all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)
    named = [key for key in policy().logs if key.name == settings.LEDGER_ORIGIN]
    return [*held, *(key for key in named if key not in held)]


def is_due() -> bool:
    """Asked every minute: between two cycles nothing is queued."""
    return reading.is_due(timezone.now())


@schedule("ledger.read_again", every=timedelta(minutes=1), only_if=is_due)
@task()
def read_again() -> int:
    """Read the next share of the ledger; a worker that knows no key of the log leaves it to others."""
    keys = _log_keys()
    if not (keys and is_due()):
        return 0
    return reading.read_on(timezone.now(), keys, list(policy().witnesses.values()))
