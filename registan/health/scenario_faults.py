"""What cannot be computed of a scenario, as refusals: each fault of the kernel has its code here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.epi.assumptions import LEAST_RUNS, MOST_RUNS, MOST_STATES, faults
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registan.kernel.epi.assumptions import Assumptions, Fault


def refusals(told: Assumptions) -> Iterator[Refused]:
    """One for each fault, with its field; nothing where all can be computed."""
    for fault in faults(told):
        yield _refusal(fault)


def _refusal(fault: Fault) -> Refused:
    at = fault.field
    found = {
        "runs": Refused("scenario_runs", field=at, n=fault.value, least=LEAST_RUNS, most=MOST_RUNS),
        "spread": Refused("scenario_r0_or_transmission", field=at),
        "age_shares": Refused("scenario_age_shares", field=at),
        "no_contacts": Refused("scenario_no_contacts", field=at),
        "states": Refused("scenario_states", field=at, most=MOST_STATES),
        "source": Refused("scenario_source_missing", field=at),
        "first_too_many": Refused("scenario_first_too_many", field=at),
        "nobody": Refused("scenario_nobody_infectious", field=at),
        "routes": Refused("scenario_routes", field=at),
        "link": Refused("scenario_link_unknown", field=at, pair=fault.value),
        "range": Refused("assumption_out_of_range", field=at, low=fault.low, high=fault.high),
    }
    return found[fault.what]
