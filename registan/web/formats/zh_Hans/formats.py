"""Dates as pages, papers and letters write them. Chinese."""

from __future__ import annotations

DATE_FORMAT = "Y年n月j日"
DATETIME_FORMAT = "Y年n月j日 H:i"
YEAR_MONTH_FORMAT = "Y年n月"
TIME_FORMAT = "H:i"
