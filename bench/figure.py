"""One measured figure: what it is, its limit, and how it compares with what others were measured at."""

from __future__ import annotations

from dataclasses import dataclass

# Measured on the same load by whoever wrote ../shared/brief/council-and-plans.md, section 7: Indico
# 3.3.12 and Kausal Watch, CPU time per request. Fixed here so that a run can be read beside them.
SOURCE = "Indico 3.3.12 and Kausal Watch as measured in council-and-plans.md, section 7"


@dataclass(frozen=True)
class Figure:
    """`limit` None: shown for what it is, nothing is asked of it. Smaller is better throughout."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    peer: str = ""

    @property
    def met(self) -> bool:
        return self.limit is None or self.value <= self.limit

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        return "met" if self.met else "NOT met"

    def cells(self) -> tuple[str, str, str, str, str]:
        """What it is, figure, limit, met or not, peers."""
        limit = "" if self.limit is None else f"{_number(self.limit)} {self.unit}"
        return self.what, f"{_number(self.value)} {self.unit}", limit, self.verdict, self.peer


def _number(value: float) -> str:
    if value == int(value):
        return str(int(value))
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"
