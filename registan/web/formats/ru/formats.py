"""Dates as pages, papers and letters write them. Russian."""

from __future__ import annotations

DATE_FORMAT = "j E Y г."
DATETIME_FORMAT = "j E Y г., H:i"
YEAR_MONTH_FORMAT = "F Y г."
TIME_FORMAT = "H:i"
