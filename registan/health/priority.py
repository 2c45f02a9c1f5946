"""The agreed rule by which requests weigh: severity times days of stock left. Not the asker's own word alone.

Version 1: severity 1 to 4 counts 1, 2, 4, 8; stock for less than 7 days counts 4, less than 14 three,
less than 30 two, else 1. A change of the rule is a new version; each request names the one it was weighed by.
"""

from __future__ import annotations

RULE = "1"
OF_SEVERITY = {1: 1, 2: 2, 3: 4, 4: 8}
# Days below which the stock counts so; the last one is for all others.
OF_STOCK = ((7, 4), (14, 3), (30, 2))


def weight(severity: int, stock_days: int) -> int:
    """Weight of a request, 1 to 32.

    >>> weight(4, 3), weight(1, 90)
    (32, 1)
    """
    urgency = next((times for below, times in OF_STOCK if stock_days < below), 1)
    return OF_SEVERITY[severity] * urgency
