"""The documents of the example: a strategy, a programme, the action plan, a work plan."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from registan.cli.worked_example.times import at
from registan.kernel.plan.known_names import KnownNames
from registan.kernel.plan.read import read_plan
from registan.kernel.plan.reading import Period
from registan.ledger.audience import MEMBERS, PUBLIC
from registan.parties.models import Body
from registan.parties.queries import presidency_body
from registan.plans.acts.measures import define_indicator, link_obligations
from registan.plans.acts.plans import add_language_version, bring_in_plan, set_obligations
from registan.plans.draft import PlanDraft
from registan.plans.models import Plan
from registan.plans.names import NameTable
from registan.plans.queries.imports import version_parts
from registan.plans.settling import measure_drafts, settle

if TYPE_CHECKING:
    from datetime import datetime

    from registan.cli.worked_example.cast import Cast
    from registan.cli.worked_example.material import Material
    from registan.cli.worked_example.times import ExampleTimes
    from registan.kernel.plan.reading import PlanReading
    from registan.parties.models import Mandate
    from registan.plans.settling import Tray

STRATEGY = {
    "ru": "Стратегия развития Организации (иллюстративная)",
    "zh": "本组织发展战略（示例）",
    "en": "Development strategy of the Organisation (illustrative)",
}
PROGRAMME = {
    "ru": "Программа противодействия эпидемиям (иллюстративная)",
    "zh": "应对流行病纲要（示例）",
    "en": "Programme against epidemics (illustrative)",
}


def bring_in_documents(cast: Cast, material: Material, times: ExampleTimes) -> tuple[Plan, Plan]:
    """Bring all documents in; returns the action plan and the work plan."""
    by, now = cast.secretariat, at(times.adopted_on, 12)
    council = Body.objects.filter(key=presidency_body()).first()
    strategy = bring_in_plan(
        by, PlanDraft(key="strategy", kind="strategy", titles=STRATEGY, languages=("ru", "zh", "en"),
                      measures=(), starts_on=times.starts_on, ends_on=times.ends_on,
                      adopted_on=times.adopted_on, adopted_by=council, audience=PUBLIC,
                      illustrative=True),
        now=now,
    )  # fmt: skip
    set_obligations(
        by, strategy,
        [(row["key"], {lang: row[f"text_{lang}"] for lang in ("ru", "zh", "en")})
         for row in material.rows("obligations.csv")],
        now=now,
    )  # fmt: skip
    action = _bring_in(
        by, material, times, "plan", "action-plan", "action_plan", strategy, council, now,
        audience=PUBLIC,
    )  # fmt: skip
    programme = bring_in_plan(
        by, PlanDraft(key="epidemics", kind="programme", titles=PROGRAMME, parent=strategy,
                      languages=("ru", "zh", "en"), measures=(), starts_on=times.starts_on,
                      ends_on=times.ends_on, adopted_on=times.adopted_on, adopted_by=council,
                      illustrative=True),
        now=now,
    )  # fmt: skip
    work = _bring_in(by, material, times, "work_plan", "epidemics-work-plan", "work_plan", programme,
                     council, now)  # fmt: skip
    _indicators(by, material, action, now)
    _answers(by, material, action, strategy, now)
    return action, work


def _bring_in(
    by: Mandate, material: Material, times: ExampleTimes, file: str, key: str, kind: str,
    parent: Plan, council: Body | None, now: datetime, *, audience: str = MEMBERS,
) -> Plan:  # fmt: skip
    reading, tray = _tray(material, times, file, "ru")
    period = reading.period or Period(times.starts_on, times.ends_on)
    plan = bring_in_plan(
        by, PlanDraft(
            key=key, kind=kind, titles={"ru": reading.title}, languages=("ru",),
            measures=measure_drafts(tray), chapters=tuple({"ru": each} for each in tray.chapters),
            parent=parent, starts_on=period.start, ends_on=period.end,
            adopted_on=times.adopted_on, adopted_by=council, audience=audience, illustrative=True,
        ),
        now=now,
    )  # fmt: skip
    for lang in ("zh", "en"):
        reading, tray = _tray(material, times, file, lang)
        parts = version_parts(plan, tray)
        add_language_version(
            by, plan, lang=lang, title=reading.title, chapters=parts.chapters,
            versions=parts.versions, names=parts.names, now=now,
        )  # fmt: skip
    return plan


def _tray(
    material: Material, times: ExampleTimes, file: str, lang: str
) -> tuple[PlanReading, Tray]:
    """A file of the example, read and settled as an official would."""
    text = (material.folder / f"{file}.{lang}.csv").read_text(encoding="utf-8")
    for place, year in enumerate(times.years, start=1):
        text = text.replace(f"{{Y{place}}}", str(year))
    table = NameTable.load()
    reading = read_plan(
        text.encode(), f"{file}.{lang}.csv", lang=lang, known=KnownNames.of(dict(table.printed()))
    )
    open_names = {name.name: "group" for name in settle(reading, {}, table).open_names}
    names = {**open_names, **{n: c for n, c in material.parties.items() if n in open_names}}
    return reading, settle(reading, {"names": names}, table)


def _indicators(by: Mandate, material: Material, plan: Plan, now: datetime) -> None:
    measures = {row.number: row for row in plan.measures.all()}
    for row in material.rows("indicators.csv"):
        define_indicator(
            by, measures[row["number"]], indicator=row["key"],
            names={lang: row[f"name_{lang}"] for lang in ("ru", "zh", "en")},
            unit=material.words[f"unit.{row['unit']}"],
            baseline=Decimal(row["baseline"]) if row["baseline"] else None,
            target=Decimal(row["target"]) if row["target"] else None,
            source=material.words.get(f"source.{row['source']}", {}).get("en", row["source"]),
            now=now,
        )  # fmt: skip


def _answers(by: Mandate, material: Material, plan: Plan, strategy: Plan, now: datetime) -> None:
    obligations = {row.key: row for row in strategy.obligations.all()}
    answered: dict[str, list[str]] = {}
    for row in material.rows("answers.csv"):
        answered.setdefault(row["number"], []).append(row["obligation"])
    measures = {row.number: row for row in plan.measures.all()}
    for number, keys in answered.items():
        link_obligations(
            by, measures[number], obligations=[obligations[key] for key in keys],
            now=now,
        )  # fmt: skip
