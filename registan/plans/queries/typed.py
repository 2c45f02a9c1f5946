"""A report as one would have typed it: where a draft, a correction or a sheet begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.plans.content import SECRETARIAT_ONLY

if TYPE_CHECKING:
    from decimal import Decimal

    from registan.plans.models import ReportVersion

LINKS = 3


def as_typed(version: ReportVersion) -> dict[str, str]:
    """A version's content as one would have typed it: where a correction begins."""
    typed = {"progress": version.progress, "result_type": version.result_type}
    for name, texts in (
        ("text", version.texts),
        ("difficulties", version.difficulties),
        ("proposals", version.proposals),
    ):
        typed |= {f"{name}_{lang}": words for lang, words in texts.items()}
    for name in ("done_from", "done_to"):
        typed[name] = str(getattr(version, name) or "")
    for quantity in version.quantities.all():
        typed[f"quantity_{quantity.indicator.key}"] = plain(quantity.value)
    for figure in version.cited.all():
        typed[f"cite_{figure.indicator.key}"] = str(figure.as_of)
    links = [paper for paper in version.evidence.all() if paper.link]
    for place, paper in enumerate(links[:LINKS], start=1):
        typed[f"link_title_{place}"], typed[f"link_{place}"] = paper.title, paper.link
        typed[f"link_readers_{place}"] = SECRETARIAT_ONLY if paper.is_narrower else ""
    return {name: value for name, value in typed.items() if value}


def plain(value: Decimal) -> str:
    """A quantity without trailing noughts and without an exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
