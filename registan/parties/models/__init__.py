"""Tables of the parties: who stands in what relation to the organisation, and who may act for whom."""

from __future__ import annotations

from registan.parties.models.bodies import Alias, Body, BudgetShare, Chair, Guest, Sitting
from registan.parties.models.officials import Mandate, Official
from registan.parties.models.organisation import Organisation
from registan.parties.models.retention import Disclosure, Shredding
from registan.parties.models.states import Circle, Membership, Participation, State, StatusType

__all__ = [
    "Alias",
    "Body",
    "BudgetShare",
    "Chair",
    "Circle",
    "Disclosure",
    "Guest",
    "Mandate",
    "Membership",
    "Official",
    "Organisation",
    "Participation",
    "Shredding",
    "Sitting",
    "State",
    "StatusType",
]
