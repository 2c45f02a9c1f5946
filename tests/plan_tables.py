"""Scores the plan table reader on a folder of samples with `<file>.expected.json`.

    python tests/plan_tables.py DIR [--bar 0.97] [--show]

Rows are matched by text (equal, or at least 0.85 similar), in order; then the share of exact numbers,
sections, terms (from, to, recurrence together) and responsible parties (as a set). Readings listed
under `accept` count as right. Exit status 1 below the bar.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from registan.kernel.plan.lines import to_record
from registan.kernel.plan.read import read_plan
from registan.kernel.plan.reading import Unreadable

SIMILAR = 0.85
PARTS = ("numbers", "sections", "terms", "responsible")
_HAN = "\u3400-\u9fff，。、；：（）"


@dataclass
class Score:
    """Counts of one file or of all."""

    read: int = 0
    expected: int = 0
    matched: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PARTS, 0))

    def add(self, other: Score) -> None:
        self.read += other.read
        self.expected += other.expected
        self.matched += other.matched
        for part in PARTS:
            self.right[part] += other.right[part]

    @property
    def figures(self) -> dict[str, float]:
        f1 = 2 * self.matched / (self.read + self.expected) if self.read + self.expected else 1.0
        return {"rows F1": f1, **{part: self.right[part] / max(1, self.matched) for part in PARTS}}


def plain(text: str) -> str:
    """Text as compared: no case, quotation marks, kinds of dashes, blanks beside Han characters."""
    folded = re.sub("[«»„“”\"'‘’]", "", text.casefold())
    folded = " ".join(re.sub("[‐‑‒–—−]", "-", folded).split())
    return re.sub(f"(?<=[{_HAN}]) | (?=[{_HAN}])", "", folded)


def similar(first: str, second: str) -> bool:
    one, two = plain(first), plain(second)
    if one == two:
        return True
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR


def match(rows: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Pairs of rows by text, each used once, nearest in order first."""
    free = set(range(len(rows)))
    pairs = []
    for place, wanted in enumerate(expected):
        for index in sorted(free, key=lambda each: abs(each - place)):
            if similar(rows[index]["text"], wanted["text"]):
                pairs.append((index, place))
                free.discard(index)
                break
    return pairs


def judged(row: dict[str, Any], wanted: dict[str, Any]) -> dict[str, bool]:
    """Which parts of a matched row are right."""
    accept = wanted.get("accept", {})
    term = (row["term_from"], row["term_to"], row["recurrence"])
    terms = [wanted["term"], *accept.get("term", [])]
    names = {plain(name) for name in row["responsible"]}
    lists = [wanted["responsible"], *accept.get("responsible", [])]
    return {
        "numbers": row["number"] in [wanted["number"], *_list(accept.get("number"))],
        "sections": plain(row["section"])
        in {plain(each) for each in [wanted["section"], *_list(accept.get("section"))]},
        "terms": any(term == (each["from"], each["to"], each["recurrence"]) for each in terms),
        "responsible": any(names == {plain(name) for name in each} for each in lists),
    }


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def score_file(path: Path, *, show: bool = False) -> Score:
    """Read one sample and compare it with what is expected."""
    expected = json.loads(path.with_name(path.name + ".expected.json").read_text(encoding="utf-8"))
    try:
        reading = read_plan(path.read_bytes(), path.name)
        rows = [to_record(row) for row in reading.rows]
        asked = bool(reading.questions)
    except Unreadable as error:
        print(f"  {path.name}: {error.code}")
        rows, asked = [], False
    if expected.get("expect") == "rows_or_question" and asked and not rows:
        return Score()
    score = Score(len(rows), len(expected["rows"]))
    pairs = match(rows, expected["rows"])
    score.matched = len(pairs)
    for index, place in pairs:
        for part, good in judged(rows[index], expected["rows"][place]).items():
            score.right[part] += good
            if show and not good:
                wanted = {
                    key: expected["rows"][place].get(key)
                    for key in ("number", "section", "term", "responsible")
                }
                print(f"  {part}: {rows[index]} wanted {wanted}")
    if show:
        found, wanted_places = {index for index, _ in pairs}, {place for _, place in pairs}
        for index in set(range(len(rows))) - found:
            print("  not expected:", rows[index]["number"], str(rows[index]["text"])[:120])
        for place in set(range(len(expected["rows"]))) - wanted_places:
            print(
                "  not read:",
                expected["rows"][place]["number"],
                expected["rows"][place]["text"][:120],
            )
    return score


def main() -> int:
    """Score all samples of the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bar", type=float, default=0.97)
    parser.add_argument("--show", action="store_true", help="print what differs")
    given = parser.parse_args()
    total = Score()
    for wanted in sorted(given.folder.glob("*.expected.json")):
        path = wanted.with_name(wanted.name.removesuffix(".expected.json"))
        score = score_file(path, show=given.show)
        total.add(score)
        print(
            f"{path.name}: "
            + ", ".join(f"{name} {value:.3f}" for name, value in score.figures.items())
        )
    print("all: " + ", ".join(f"{name} {value:.3f}" for name, value in total.figures.items()))
    return 0 if total.expected and min(total.figures.values()) >= given.bar else 1


if __name__ == "__main__":
    sys.exit(main())
