"""What may be known of one period of a series: five letters, and never a zero for what nobody said."""

from __future__ import annotations

NOTHING = "."  # nobody has said anything
REPORTED = "r"
ZERO = "0"  # the sender says that there was no case
NOT_REPORTED = "n"  # the sender says that it has no figure
CORRECTION = "-"  # a negative figure of a public source: a correction of earlier days

KINDS = (NOTHING, REPORTED, ZERO, NOT_REPORTED, CORRECTION)


def kind_of(value: int | None) -> str:
    """The letter of a figure as sent; None: the sender says that it has none.

    >>> kind_of(0), kind_of(7), kind_of(None), kind_of(-2)
    ('0', 'r', 'n', '-')
    """
    if value is None:
        return NOT_REPORTED
    if value < 0:
        return CORRECTION
    return REPORTED if value else ZERO
