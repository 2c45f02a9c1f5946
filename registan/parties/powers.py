"""What a Mandate may allow. Each power has a sentence `power.<code>` in three languages.

A power is held for one State or one Body; nobody's Mandate reaches into another State.
"""

from __future__ import annotations

POWERS: tuple[str, ...] = (
    "read",  # see what is addressed to the State or Body
    "mandates.grant",  # administrator: grant and withdraw mandates of the same State or Body
    "records.open",  # open an act of the same State or Body to more readers
    "reports.draft",
    "reports.clear",
    "reports.file",
    "measures.add",  # add a measure of one's own State to a plan in force
    "measures.join",  # join and leave open groups of interested members
    "opinions.record",
    "events.notify",  # assess, notify, confirm receipt, answer: a State's focal point for emergencies
    "events.advise",  # give a second opinion, ask for verification
    "counts.submit",
    "experience.share",  # tell of measures, ask the other States, answer them
    "research.register",  # the register of research, validations, materials; answer joint calls
    "research.call",  # open joint calls and record their result
    "conditions.define",
    "scenarios.commission",
    "methods.propose",  # propose and withdraw by what method signals are found
    "methods.adopt",  # record that a method was adopted, with the instrument
    "signals.answer",  # confirm, explain or dismiss a signal of the same State
    "assistance.answer",  # ask for help and offer it in rounds of assistance
    "assistance.run",  # the catalogue, lanes, rounds of assistance
    "reserves.pledge",  # stocks, teams and laboratories of the same State
    "exercises.run",  # open and close exercises, say what is played in them
    "plans.import",
    "plans.amend",
    "rounds.run",  # open, remind, close
    "reports.receive",  # accept or return with a question
    "findings.record",
    "profile.load",
    "jobs.watch",
    "records.shred",  # propose and carry out, by two, that content is destroyed
)
# What only a State may do, and what only the Body that keeps the house (the secretariat) may do.
OF_STATES = frozenset({
    "assistance.answer",
    "measures.add", "measures.join", "opinions.record", "counts.submit", "signals.answer",
    "experience.share", "events.notify", "reserves.pledge", "research.register",
})  # fmt: skip
OF_THE_HOUSE = frozenset({
    "plans.import", "plans.amend", "rounds.run", "reports.receive", "findings.record",
    "profile.load", "jobs.watch", "records.shred", "conditions.define", "methods.adopt",
    "events.advise", "assistance.run", "exercises.run",
})  # fmt: skip

# The usual offices, as the form proposes them.
OFFICES: dict[str, tuple[str, ...]] = {
    "administrator": ("read", "mandates.grant", "records.open"),
    "coordinator": (
        "read", "reports.draft", "reports.clear", "reports.file", "measures.join", "opinions.record",
        "counts.submit", "scenarios.commission", "methods.propose", "signals.answer",
        "experience.share", "events.notify", "assistance.answer", "reserves.pledge", "measures.add",
        "research.register", "research.call",
    ),
    "focal_point": ("read", "counts.submit", "events.notify"),
    "surveillance": (
        "read", "counts.submit", "scenarios.commission", "methods.propose", "signals.answer",
        "experience.share",
    ),
    "body": ("read", "reports.draft", "reports.clear", "reports.file"),
    "editor": ("read", "reports.draft"),
    "clearer": ("read", "reports.draft", "reports.clear"),
    "reader": ("read",),
    "secretariat": (
        "read", "mandates.grant", "plans.import", "plans.amend", "rounds.run", "reports.receive",
        "findings.record", "profile.load", "jobs.watch", "records.open", "records.shred",
        "conditions.define", "scenarios.commission", "methods.propose", "methods.adopt",
        "events.advise", "assistance.run", "exercises.run", "research.call",
    ),
}  # fmt: skip


def powers_of(*, is_state: bool, keeps_the_house: bool) -> tuple[str, ...]:
    """The powers that a Mandate for such a State or Body may hold."""
    closed = set() if is_state else set(OF_STATES)
    if is_state or not keeps_the_house:
        closed |= OF_THE_HOUSE
    return tuple(power for power in POWERS if power not in closed)


def offices_of(*, is_state: bool, keeps_the_house: bool) -> list[str]:
    """The offices that a State or Body may give, in the order of the form."""
    open_ones = set(powers_of(is_state=is_state, keeps_the_house=keeps_the_house))
    doubled = {"body"} if is_state else set()  # a State's coordinator does all that a body's does
    return [
        key for key, held in OFFICES.items() if open_ones.issuperset(held) and key not in doubled
    ]
