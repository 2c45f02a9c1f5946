"""Acts done by many at the same moment, on a database of their own: `python -m tests.door.race`."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import django
from django.core.management import call_command
from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from registan.parties.models import Mandate


def race(deeds: Sequence[Callable[[], object]]) -> list[str]:
    """Do all deeds at once, each on a connection of its own: what each came to, sorted."""
    from registan.web.refusal import Refused

    start = threading.Barrier(len(deeds))
    told: list[str] = []

    def run(deed: Callable[[], object]) -> None:
        connection.ensure_connection()
        start.wait()
        try:
            told.append(f"done {deed()}")
        except Refused as refusal:
            told.append(refusal.code)
        except Exception as error:  # noqa: BLE001  told to the test, which wants none
            told.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told)


def play() -> dict[str, list[str]]:
    """Three races on the cast's plan."""
    from django.utils import timezone

    from registan.ledger.models import Entry
    from registan.plans.acts.measures import join_measure
    from registan.plans.acts.reports import save_draft
    from registan.plans.acts.rounds import close_round, open_round
    from registan.plans.models import Draft, Joining, Round
    from tests.cast import Cast, enrol, make_cast, make_organisation

    make_organisation()
    make_cast()
    cast = Cast()
    today = timezone.localdate()
    second = enrol("second-secretary", ("rounds.run",), "SECRETARIAT")
    plan, round_, editor = cast.plan, cast.round, enrol("kz-second", ("reports.draft",), "KZ")
    open_measure, measure = cast.measure("1.3"), cast.measure("1.2")

    def draft(by: Mandate, words: str) -> object:
        return save_draft(
            by, round_, measure, typed={"text": words}, revision=0, now=timezone.now()
        )

    found = {
        "one key": race([lambda: join_measure(cast.kz_filer, open_measure, key="k").pk] * 8),
        "two editors": race(
            [lambda: draft(cast.kz_filer, "first"), lambda: draft(editor, "second")]
        ),
    }
    close_round(cast.secretariat, round_)

    def opened(by: Mandate) -> object:
        due = today + timedelta(days=9)
        return open_round(by, plan, starts_on=today, ends_on=today, due_on=due).number

    found["two secretaries"] = race([lambda: opened(cast.secretariat), lambda: opened(second)])
    found["kept"] = [
        f"{Joining.objects.filter(state__key='KZ').count()} joining",
        f"{Entry.objects.filter(kind='plans.measure.joined', actor='KZ').count()} entry of joining",
        f"{Draft.objects.count()} draft",
        f"{Round.objects.count()} rounds",
        f"{Entry.objects.filter(kind='plans.round.opened').count()} entries of rounds",
    ]
    numbers = list(Entry.objects.values_list("pk", flat=True))
    found["numbers rise with the order of commits"] = [str(numbers == sorted(numbers))]
    return found


if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0)
    print(json.dumps(play()))
