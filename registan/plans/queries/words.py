"""The words of a plan as its account tells them: those of now, or those frozen when a round closed.

Both have one form, so that a closed account cannot read anything that may still change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from registan.ledger.kept import kept
from registan.parties.models import Body, State
from registan.parties.queries import Names, organisation
from registan.plans.models import FrozenWords, Measure, MeasureText
from registan.plans.terms import term_of
from registan.web.texts import current_lang, in_lang

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.plans.models import Plan, Round


@dataclass(frozen=True)
class MeasureWords:
    """One measure in one language version, with the title of its chapter ("" for none)."""

    number: str
    chapter: str
    text: str
    result: str
    term: str
    responsible: str


@dataclass(frozen=True)
class PartyWords:
    """Names of the States and Bodies, and their order in each language."""

    record: list[dict[str, Any]]

    @cached_property
    def names(self) -> Names:
        return Names({row["key"]: row["short"] for row in self.record},
                     {row["key"]: row["name"] for row in self.record})  # fmt: skip

    def states_and_bodies(
        self, keys: Iterable[str], lang: str | None = None
    ) -> tuple[list[str], list[str]]:
        """States in protocol order of the language; Bodies in the order of the profile."""
        wanted, lang = set(keys), lang or current_lang()
        rows = [row for row in self.record if row["key"] in wanted]
        states = [row for row in rows if "orders" in row]
        states.sort(key=lambda row: row["orders"].get(lang, 9999))
        bodies = [row["key"] for row in rows if "orders" not in row]
        return [row["key"] for row in states], bodies

    def in_order(self, keys: Iterable[str], lang: str | None = None) -> list[str]:
        """States first, then Bodies."""
        states, bodies = self.states_and_bodies(keys, lang)
        return states + bodies


@dataclass(frozen=True)
class PlanWords:
    """`record` is plain JSON and refers to nothing; `measures` are the ids of its measures in order."""

    record: dict[str, Any]
    measures: list[int]
    parties: PartyWords = field(repr=False)

    @property
    def titles(self) -> dict[str, str]:
        found: dict[str, str] = self.record["titles"]
        return found

    @property
    def illustrative(self) -> bool:
        return bool(self.record["illustrative"])

    @property
    def organisation(self) -> dict[str, str]:
        found: dict[str, str] = self.record["organisation"]["names"]
        return found

    @property
    def standings(self) -> dict[str, str]:
        """language -> its standing in the organisation (official, working, unofficial)."""
        found: dict[str, str] = self.record["organisation"]["languages"]
        return found

    def version_for(self, lang: str) -> str:
        """The language version to show: the one asked for, else the plan's first."""
        languages = self.record["languages"]
        return lang if lang in languages or not languages else str(languages[0])

    def has(self, measure: int) -> bool:
        return measure in self._by_id

    def measure(self, measure: int, lang: str) -> MeasureWords:
        """One measure in the language version to show."""
        row, shown = self._by_id[measure], self.version_for(lang)
        said = row["texts"].get(shown) or next(iter(row["texts"].values()))
        return MeasureWords(row["number"], self.chapter(measure, shown), **said)

    def chapter(self, measure: int, lang: str) -> str:
        """Title of the measure's chapter in the version to show; "" where it stands in none."""
        position = self._by_id[measure]["chapter"]
        titles = self.record["chapters"].get(position, {})
        return in_lang(titles, self.version_for(lang)) if titles else ""

    def indicator(self, measure: int, key: str) -> tuple[dict[str, str], dict[str, str]]:
        """Names and units of one indicator, by language."""
        row = self._by_id[measure]["indicators"][key]
        return row["names"], row["unit"]

    @cached_property
    def _by_id(self) -> dict[int, dict[str, Any]]:
        return dict(zip(self.measures, self.record["measures"], strict=True))


def words_now(plan: Plan) -> PlanWords:
    """The plan as it stands, in every language, with the names of all who may report on it."""
    texts = Prefetch("texts", MeasureText.objects.order_by("lang"))
    rows = plan.measures.select_related("chapter").prefetch_related(texts, "indicators")
    measures = list(rows.order_by("position"))
    known = organisation()
    record = {
        "titles": plan.titles,
        "languages": plan.languages,
        "illustrative": plan.illustrative,
        "organisation": {
            "names": known.names if known else {},
            "languages": known.languages if known else {},
        },
        "chapters": {str(row.position): row.titles for row in plan.chapters.all()},
        "measures": [_record(row) for row in measures],
    }
    return PlanWords(record, [row.pk for row in measures], parties_now())


def _record(row: Measure) -> dict[str, Any]:
    return {
        "number": row.number,
        "chapter": str(row.chapter.position) if row.chapter else "",
        "texts": {
            text.lang: {"text": text.text, "result": text.result, "term": term_of(row, text),
                        "responsible": text.responsible_raw}
            for text in row.texts.all()
        },
        "indicators": {
            each.key: {"names": each.names, "unit": each.unit} for each in row.indicators.all()
        },
    }  # fmt: skip


def parties_now() -> PartyWords:
    """Names and orders as they stand."""
    states = State.objects.order_by("key").values_list("key", "short_names", "names", "orders")
    bodies = Body.objects.order_by("position").values_list("key", "short_names", "names")
    return PartyWords([
        *({"key": key, "short": short, "name": name, "orders": orders}
          for key, short, name, orders in states),
        *({"key": key, "short": short, "name": name} for key, short, name in bodies),
    ])  # fmt: skip


def words_in(round_: Round) -> PlanWords:
    """The words of a round's account: as at closing, or as they stand where it is open."""
    if round_.is_open:
        return words_now(round_.plan)
    return kept(("words frozen", round_.pk), lambda: _frozen(round_))


def _frozen(round_: Round) -> PlanWords:
    row = FrozenWords.objects.get(round=round_)
    return PlanWords(row.words, row.measures, PartyWords(row.parties))


def parties_in(round_: Round) -> PartyWords:
    """Names and order of those who report in a round, as its account has them."""
    if round_.is_open:
        return parties_now()
    found = FrozenWords.objects.filter(round=round_).values_list("parties", flat=True).get()
    return PartyWords(found)


def titles_in(round_: Round) -> dict[str, str]:
    """Titles of the plan, as the account of a round has them."""
    return round_.plan.titles if round_.is_open else words_in(round_).titles
