"""Rounds of the example: filed by sheet and one by one, returned, late, silent; findings; closing.

Which State is silent, late or apart changes from round to round: the example ranks nobody.
"""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

from registan.cli.worked_example.cast import (
    enrol_coordinator,
    enrol_for_body,
    first_language,
)
from registan.cli.worked_example.times import at
from registan.parties.models import State
from registan.plans.acts.findings import record_finding, record_opinion
from registan.plans.acts.measures import join_measure, leave_measure, postpone_measure
from registan.plans.acts.recording import Said
from registan.plans.acts.reports import (
    accept_reports,
    correct_report,
    file_report,
    return_report,
    save_draft,
)
from registan.plans.acts.rounds import close_round, open_round, send_reminders
from registan.plans.acts.sheets import file_sheet
from registan.plans.content import LinkOut, ReportContent
from registan.plans.models import Measure, Report, Round
from registan.plans.models.reports import Stage
from registan.plans.queries.measures import is_open_group
from registan.plans.queries.owing import owed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from registan.cli.worked_example.cast import Cast
    from registan.cli.worked_example.material import Material
    from registan.cli.worked_example.times import ExampleTimes, RoundTimes
    from registan.parties.models import Mandate
    from registan.plans.models import Indicator, Plan
    from registan.plans.queries.owing import Owing

WITH_RESULT = frozenset({"done", "done_in_part"})
RETURNED_IN_A_ROUND, FINDINGS_IN_A_ROUND, SINGLE_FILINGS = 6, 40, 2


class RoundPlayer:
    """Plays the rounds of one plan, always the same way for the same day of loading."""

    def __init__(
        self, plan: Plan, cast: Cast, material: Material, times: ExampleTimes, seed: int
    ) -> None:
        self.plan, self.cast, self.material, self.times = plan, cast, material, times
        self.chance = random.Random(seed)  # noqa: S311  a story, no secret
        self.measures = {
            row.pk: row
            for row in plan.measures.select_related("chapter").prefetch_related("indicators")
        }
        for row in self.measures.values():
            row.plan = plan
        self.final: dict[tuple[int, str], str] = {}

    def join_groups(self, on: date) -> None:
        """States join the open groups: most at the beginning, some late."""
        states = list(self.cast.coordinators)
        for row in self.measures.values():
            if not is_open_group(row):
                continue
            for state in self.chance.sample(
                states, self.chance.randint(3, max(3, len(states) - 2))
            ):
                by = self.cast.coordinators[state]
                join_measure(by, row, on=on, now=at(on, 8))

    def change_groups(self, on: date) -> None:
        """Late joinings and one leaving."""
        groups = [row for row in self.measures.values() if is_open_group(row)]
        for row in groups[:3]:
            inside = set(row.joinings.values_list("state__key", flat=True))
            outside = [key for key in self.cast.coordinators if key not in inside]
            if outside:
                join_measure(self.cast.coordinators[outside[0]], row, on=on, now=at(on, 8))
        for row in groups[3:4]:
            first = row.joinings.select_related("state").first()
            if first:
                leave_measure(self.cast.coordinators[first.state.key], row, on=on, now=at(on, 9))

    def play(self, place: int, told: Callable[[int, int], None]) -> Round:
        """One round from its opening; closed where its time is over."""
        when = self.times.rounds[place]
        round_ = open_round(
            self.cast.secretariat, self.plan, starts_on=when.starts_on, ends_on=when.ends_on,
            due_on=when.due_on, now=at(when.opened_on, 10),
        )  # fmt: skip
        by_party: dict[str, list[Owing]] = defaultdict(list)
        for row in owed(round_, today=when.ends_on):
            by_party[row.party].append(row)
        parties = list(by_party)
        # The open round is half way: two parties in five have not filed yet.
        silent = set(parties[place::9]) if when.closed_on else set(parties[1::5] + parties[3::5])
        filing = [party for party in parties if party not in silent]
        # Until yesterday: whatever the hour of loading, no act of the example lies ahead of it.
        last = when.closed_on or self.times.today - timedelta(days=1)
        for turn, party in enumerate(filing):
            day = when.opened_on + (last - when.opened_on) * (turn + 1) / (len(filing) + 2)
            self._file(round_, party, by_party[party], day, when)
            told(turn + 1, len(filing))
        self._answer(round_, filing, when, last)
        if when.closed_on:
            close_round(self.cast.secretariat, round_, now=at(when.closed_on, 15))
        else:
            self._leave_open(round_, by_party, silent)
        return round_

    def _file(
        self, round_: Round, party: str, rows: list[Owing], day: date, when: RoundTimes
    ) -> None:
        by = self._filer(party, day)
        said = [each for row in rows if (each := self._said(row, when)) is not None]
        single, sheet = said[:SINGLE_FILINGS], said[SINGLE_FILINGS:]
        for turn, each in enumerate(single):
            file_report(by, round_, each.measure, content=each.content, now=at(day, 7, turn))
        if sheet:
            digest = sha256(f"{self.plan.key} {round_.number} {party}".encode()).hexdigest()
            file_sheet(by, round_, sheet, digest=digest, now=at(day, 8))

    def _filer(self, party: str, day: date) -> Mandate:
        held = self.cast.filer(party)
        if held is None and (state := State.objects.filter(key=party).first()):
            # A State that became a member after the plan was adopted.
            held = self.cast.coordinators[party] = enrol_coordinator(state, at(day, 5))
        elif held is None:
            held = self.cast.bodies[party] = enrol_for_body(party, at(self.times.adopted_on, 11))
        return held

    def _said(self, row: Owing, when: RoundTimes) -> Said | None:
        """What the party says of the measure; None where it says nothing this time."""
        if self.chance.random() < (0.06 if when.closed_on else 0.25):
            return None
        measure = self.measures[row.measure_id]
        standing = self._standing(measure, row.party, when)
        filer = "state" if row.state_id else "body"
        chapter = measure.chapter.position if measure.chapter else 0
        ready = self.material.text_for(measure.number, chapter, standing, filer, self.chance)
        if ready is None:
            return None
        self.final[measure.pk, row.party] = standing
        lang = self.cast.language_of(row.party)
        langs = {first_language(), lang} if self.chance.random() < 0.5 else {lang}
        return Said(
            measure,
            ReportContent(
                progress=standing,
                result_type=ready.result_type if standing in WITH_RESULT else "",
                texts=_only(ready.texts, langs),
                difficulties=_only(ready.difficulties, langs),
                proposals=_only(ready.proposals, langs),
                done_from=when.starts_on + timedelta(days=self.chance.randint(5, 60))
                if standing in WITH_RESULT else None,
                done_to=when.ends_on - timedelta(days=self.chance.randint(1, 40))
                if standing == "done" and (when.ends_on - when.starts_on).days > 120 else None,
                quantities=self._quantities(list(measure.indicators.all()), when)
                if standing in WITH_RESULT | {"under_way"} else {},
                links=(LinkOut("example.org", "https://example.org/"),)
                if self.chance.random() < 0.08 else (),
            ),
        )  # fmt: skip

    def _standing(self, measure: Measure, party: str, when: RoundTimes) -> str:
        before = self.final.get((measure.pk, party), "")
        if before in {"not_participating", "cannot"}:
            return before
        if measure.ends_on and measure.ends_on <= when.ends_on:
            return self._pick(("done", 78), ("done_in_part", 15), ("cannot", 3), ("under_way", 4))
        begun = measure.starts_on is None or measure.starts_on <= when.ends_on
        if not begun:
            return "not_started"
        return self._pick(
            ("under_way", 66), ("done_in_part", 12), ("not_started", 12), ("done", 6),
            ("not_participating", 3), ("cannot", 1),
        )  # fmt: skip

    def _pick(self, *weighted: tuple[str, int]) -> str:
        codes, weights = zip(*weighted, strict=True)
        return str(self.chance.choices(codes, weights)[0])

    def _quantities(self, indicators: list[Indicator], when: RoundTimes) -> dict[str, Decimal]:
        """Between baseline and target, further on with each year."""
        share = (when.ends_on.year - self.times.years[0] + 1) / len(self.times.years)
        found = {}
        for row in indicators:
            low, high = row.baseline or Decimal(0), row.target or Decimal(10)
            reached = float(low) + float(high - low) * share * self.chance.uniform(0.7, 1.1)
            found[row.key] = Decimal(round(reached))
        return found

    def _answer(self, round_: Round, filing: list[str], when: RoundTimes, last: date) -> None:
        """The secretariat reads: some go back with a question, the rest are accepted, findings follow."""
        by = self.cast.secretariat
        read_on = last - timedelta(days=6 if when.closed_on else 3)
        filed = Report.objects.filter(round=round_, stage=Stage.FILED).select_related(
            "state", "body", "measure", "filed"
        )
        reports = list(filed.order_by("measure__position", "pk"))
        returned = self.chance.sample(reports, min(RETURNED_IN_A_ROUND, len(reports)))
        for turn, report in enumerate(returned):
            report.round = round_
            report.measure = self.measures[report.measure_id]
            question = self.chance.choice(self.material.questions)
            return_report(by, report, question=question, now=at(read_on, 6, turn))
        for turn, report in enumerate(returned):
            if when.closed_on or turn % 2:
                self._file_again(round_, report, read_on + timedelta(days=2))
        accepted = filing if when.closed_on else filing[: len(filing) // 2]
        for turn, party in enumerate(accepted):
            if Report.objects.filter(round=round_, stage=Stage.FILED).filter(
                state__key=party
            ).exists() or Report.objects.filter(
                round=round_, stage=Stage.FILED, body__key=party
            ).exists():  # fmt: skip
                accept_reports(by, round_, party, now=at(read_on + timedelta(days=3), 7, turn))
        if when.closed_on:
            self._find(round_, reports, read_on + timedelta(days=4))

    def _file_again(self, round_: Round, report: Report, day: date) -> None:
        filed = report.filed
        if filed is None:
            return
        content = ReportContent(
            progress=filed.progress, result_type=filed.result_type, texts=filed.texts,
            difficulties=filed.difficulties, proposals=filed.proposals, done_from=filed.done_from,
            done_to=filed.done_to,
            quantities={row.indicator.key: row.value for row in filed.quantities.all()},
            links=(LinkOut("example.org", "https://example.org/"),),
        )  # fmt: skip
        by = self._filer(report.party_key, day)
        file_report(by, round_, self.measures[report.measure_id], content=content, now=at(day, 5))

    def _find(self, round_: Round, reports: list[Report], day: date) -> None:
        by_measure: dict[int, list[str]] = defaultdict(list)
        for report in reports:
            if report.filed:
                by_measure[report.measure_id].append(report.filed.progress)
        chosen = self.chance.sample(sorted(by_measure), min(FINDINGS_IN_A_ROUND, len(by_measure)))
        for turn, measure in enumerate(chosen):
            said = by_measure[measure]
            most = max(sorted(set(said)), key=said.count)
            if reasons := self.material.findings.get(most):
                record_finding(
                    self.cast.secretariat, round_, self.measures[measure], progress=most,
                    reasons=self.chance.choice(reasons), now=at(day, 6, turn),
                )  # fmt: skip
        states = list(self.cast.coordinators)
        for turn, opinion in enumerate(self.material.opinions[:3]):
            by = self.cast.coordinators[states[(turn * 3 + round_.number) % len(states)]]
            measure_ = self.measures[chosen[turn]]
            record_opinion(by, round_, measure_, texts=opinion, now=at(day, 9, turn))

    def _leave_open(
        self, round_: Round, by_party: dict[str, list[Owing]], silent: set[str]
    ) -> None:
        """What an open round looks like: drafts under way, and one reminder sent."""
        today = self.times.today
        for party in sorted(silent & set(self.cast.coordinators))[:2]:
            lang = self.cast.language_of(party)
            for row in by_party[party][:3]:
                ready = self.material.text_for(row.number, 0, "under_way", "state", self.chance)
                if ready:
                    save_draft(
                        self.cast.coordinators[party], round_, self.measures[row.measure_id],
                        typed={"progress": "under_way", f"text_{lang}": ready.texts.get(lang, "")},
                        revision=0, now=at(today - timedelta(days=2), 6),
                    )  # fmt: skip
        send_reminders(self.cast.secretariat, round_, now=at(today - timedelta(days=1), 8))

    def amend(self, on: date) -> None:
        """One measure is postponed between the rounds."""
        late = next(
            (row for row in self.measures.values() if row.ends_on and row.ends_on.year == on.year),
            None,
        )
        if late and late.ends_on:
            postpone_measure(
                self.cast.secretariat, late, starts_on=None,
                ends_on=late.ends_on + timedelta(days=181), reasons=POSTPONED, now=at(on, 7),
            )  # fmt: skip

    def correct(self, round_: Round, on: date) -> None:
        """A State corrects a report of a closed round: the frozen account stays."""
        rows = Report.objects.filter(round=round_, stage=Stage.ACCEPTED, state__isnull=False)
        report = rows.select_related("state", "filed").order_by("pk").first()
        if report is None or report.filed is None:
            return
        filed = report.filed
        content = ReportContent(
            progress=filed.progress, result_type=filed.result_type, texts=filed.texts,
            difficulties=filed.difficulties, proposals=filed.proposals,
            links=(LinkOut("example.org", "https://example.org/"),),
        )  # fmt: skip
        by = self._filer(report.party_key, on)
        correct_report(by, round_, self.measures[report.measure_id], content=content, now=at(on, 6))


POSTPONED = {
    "ru": "Согласование документа потребовало дополнительного раунда консультаций.",
    "zh": "文件商定需要增加一轮磋商。",
    "en": "Agreeing the document took one more round of consultations.",
}


def _only(texts: dict[str, str], langs: set[str]) -> dict[str, str]:
    return {lang: words for lang, words in texts.items() if lang in langs}
