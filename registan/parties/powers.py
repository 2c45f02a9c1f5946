"""What a Mandate may allow. Each power has a sentence `power.<code>` in three languages.

A power is held for one State or one Body; nobody's Mandate reaches into another State.
"""

from __future__ import annotations

POWERS: tuple[str, ...] = (
    "read",  # see what is addressed to the State or Body
    "mandates.grant",  # administrator: grant and withdraw mandates of the same State or Body
    "reports.draft",
    "reports.clear",
    "reports.file",
    "measures.join",  # join and leave open groups of interested members
    "opinions.record",
    "plans.import",
    "plans.amend",
    "rounds.run",  # open, remind, close
    "reports.receive",  # accept or return with a question
    "findings.record",
    "profile.load",
    "jobs.watch",
)

# The usual offices, as the form proposes them.
OFFICES: dict[str, tuple[str, ...]] = {
    "administrator": ("read", "mandates.grant"),
    "coordinator": (
        "read", "reports.draft", "reports.clear", "reports.file", "measures.join", "opinions.record",
    ),
    "editor": ("read", "reports.draft"),
    "clearer": ("read", "reports.draft", "reports.clear"),
    "reader": ("read",),
    "secretariat": (
        "read", "mandates.grant", "plans.import", "plans.amend", "rounds.run", "reports.receive",
        "findings.record", "profile.load", "jobs.watch",
    ),
    "body": ("read", "reports.draft", "reports.clear", "reports.file"),
}  # fmt: skip
