"""The words around the product: links lead somewhere, commands exist, tables agree with the code."""

from __future__ import annotations

import re
import shlex
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.module_loading import autodiscover_modules

from registan.jobs.digest import LETTERS_KEPT_FOR
from registan.jobs.kinds import all_kinds
from registan.jobs.schedules import KEPT_FOR, _registry
from registan.kernel.profile.columns import TABLES
from registan.kernel.profile.settings import NEEDED, RULES
from registan.parties.powers import OF_STATES, OF_THE_HOUSE, OFFICES, POWERS
from registan.web.texts import LANGS, catalogue
from tests.house.test_commands import commands

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
AROUND = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES = [*AROUND, *sorted(DOCS.rglob("*.md"))]
OTHERS = [ROOT / name for name in ("verifier/README.md", "profiles/sco/README.md",
                                   "profiles/sco/example/README.md")]  # fmt: skip
NAMED = [str(page.relative_to(ROOT)) for page in [*PAGES, *OTHERS]]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEAVIEST_PICTURE = 250_000


def words(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def links(page: Path) -> list[str]:
    """Where a page leads to inside the repository."""
    found = [target.partition("#")[0] for target in LINK.findall(words(page))]
    return [target for target in found if target and not target.startswith(("http:", "https:"))]


@pytest.mark.parametrize("name", NAMED)
def test_every_link_leads_somewhere(name: str) -> None:
    page = ROOT / name
    assert [link for link in links(page) if not (page.parent / link).resolve().exists()] == []


@pytest.mark.parametrize("name", NAMED)
def test_every_part_of_a_page_that_is_named_is_there(name: str) -> None:
    page = ROOT / name
    lost = []
    for target in LINK.findall(words(page)):
        place, _, part = target.partition("#")
        other = (page.parent / place).resolve() if place else page
        if part and other.suffix == ".md" and part not in headings(other):
            lost.append(target)
    assert lost == []


def headings(page: Path) -> set[str]:
    """The names under which the headings of a page can be reached."""
    found = re.findall(r"^#+ (.+)$", words(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in found}


def test_every_target_of_make_is_told() -> None:
    targets = re.findall(r"^([a-z-]+):", words(ROOT / "Makefile"), re.MULTILINE)
    told = words(DOCS / "reference" / "commands.md")
    assert [target for target in targets if f"`make {target}`" not in told] == []


def test_every_page_that_the_code_names_is_there() -> None:
    named = {
        (str(path.relative_to(ROOT)), page)
        for place in ("registan", "scripts")
        for path in (ROOT / place).rglob("*.py")
        for page in re.findall(r"docs/[\w./-]+\.md", words(path))
    }
    assert sorted(each for each in named if not (ROOT / each[1]).is_file()) == []


def test_every_page_is_reached_from_readme() -> None:
    seen: set[Path] = set()
    ahead = [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in seen or page.suffix != ".md" or not page.is_file():
            continue
        seen.add(page)
        ahead += [(page.parent / link).resolve() for link in links(page)]
    assert [str(page.relative_to(ROOT)) for page in PAGES if page not in seen] == []


@pytest.mark.parametrize("name", NAMED)
def test_every_command_shown_exists(name: str) -> None:
    unknown = [line for line in shown_commands(ROOT / name) if not is_known(line)]
    assert unknown == []


def shown_commands(page: Path) -> list[str]:
    """Lines of code blocks that call `registan` or `make`, and such calls in running text."""
    text = words(page)
    blocks = [line.strip() for line in re.findall(r"^ {4,}(.+)$", text, re.MULTILINE)]
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    blocks += [line.strip() for block in fenced for line in block.splitlines()]
    inline = re.findall(r"`((?:registan|make) [a-z][^`]*)`", text)
    return [line for line in [*blocks, *inline] if re.match(r"(?:registan|make) ", line)]


def is_known(line: str) -> bool:
    """Whether the line names a command or a target, and options that it has."""
    given = shlex.split(line.partition("  #")[0].replace("…", "X"), comments=True)
    if given[0] == "make":
        targets = [word for word in given[1:] if "=" not in word]
        return set(targets) <= set(re.findall(r"^([a-z-]+):", words(ROOT / "Makefile"), re.M))
    return _is_known_to_registan(given[1:])


def _is_known_to_registan(given: list[str]) -> bool:
    from registan.cli.main import build_parser

    while given and given[0] in {"--lang", "--help", "--version"}:
        given = given[2 if given[0] == "--lang" else 1 :]
    if not given:
        return True
    called = [each for each in commands(build_parser())
              if " ".join(given).startswith(each.prog.removeprefix("registan "))]  # fmt: skip
    if not called:
        # A family of commands, spoken of as one: `registan witness`, `registan COMMAND`.
        families = {each.prog.split()[1] for each in commands(build_parser())}
        return len(given) == 1 and given[0] in families
    options = {option for each in called for action in each._actions
               for option in action.option_strings}  # fmt: skip
    return {word for word in given if word.startswith("--")} <= options


@pytest.mark.parametrize(
    "name",
    ["add-officials-and-mandates", "bring-in-a-plan", "fill-the-sheet", "run-a-reporting-round",
     "send-mail-by-smtp"],
)  # fmt: skip
def test_words_in_bold_stand_on_the_pages(name: str) -> None:
    """In bold: what a button, a link or a field says, "…" for a number."""
    said = [re.sub(r"\{\w+\|(?:[^{}]*\|)?([^{}|]*)\}", r"\1", triple[LANGS.index("en")])
            for triple in catalogue().values()]  # fmt: skip
    bold = re.findall(r"\*\*(.+?)\*\*", words(DOCS / "how-to" / f"{name}.md"), re.DOTALL)
    assert bold
    unknown = []
    for each in bold:
        spoken = re.compile(re.escape(" ".join(each.split())).replace("…", ".+"))
        if not any(spoken.search(text) for text in said):
            unknown.append(each)
    assert unknown == []


def test_pictures_are_light_and_there() -> None:
    pictures = sorted((DOCS / "pictures").glob("*"))
    shown = {(ROOT / link).resolve() for link in links(ROOT / "README.md") if link.endswith("png")}
    assert shown == set(pictures)
    assert [each.name for each in pictures if each.stat().st_size > HEAVIEST_PICTURE] == []


def table_after(page: Path, heading: str) -> dict[str, list[str]]:
    """The first table below a heading: first cell in plain letters -> the others."""
    below = words(page).split(f"\n{heading}\n", 1)[1]
    lines = re.search(r"^\|.*(?:\n\|.*)*", below, re.MULTILINE)
    assert lines, f"{page.name}: no table below {heading}"
    rows = [re.split(r"(?<!\\)\|", line.strip("| ")) for line in lines[0].splitlines()]
    return {row[0].strip(" `"): [cell.strip() for cell in row[1:]] for row in rows[2:]}


def test_powers_and_offices_are_those_of_the_code() -> None:
    page = DOCS / "reference" / "powers.md"
    held = {
        **dict.fromkeys(POWERS, "any"),
        **dict.fromkeys(OF_STATES, "States"),
        **dict.fromkeys(OF_THE_HOUSE, "the Body that keeps the house"),
    }
    assert {power: cells[1] for power, cells in table_after(page, "## Powers").items()} == held
    offices = {
        office: tuple(re.findall(r"`([\w.]+)`", cells[0]))
        for office, cells in table_after(page, "## Offices").items()
    }
    assert offices == OFFICES


def test_the_format_of_a_profile_is_that_of_the_code() -> None:
    page = DOCS / "reference" / "profile.md"
    common = {"source", "confidence", "note"}
    told = {}
    for file, cells in table_after(page, "## The tables").items():
        told[file.removesuffix(".csv")] = {
            name: bold == "**" for bold, name in re.findall(r"(\*\*|)`([a-z_0-9*]+)`\1", cells[0])
        }
    for table, columns in TABLES.items():
        known = {name: kind.needed for name, kind in columns.items() if name not in common}
        choices = {choice for kind in columns.values() for choice in kind.choices}
        given = {
            name: bold for name, bold in told[table].items() if name in known or name not in choices
        }
        assert given == known, table
    assert set(told) == set(TABLES)
    text = words(page)
    rules = text.split("| rule |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)`", rules, re.M)) == set(RULES)
    settings = text.split("| setting |")[1].split("\n\n")[0]
    assert {*NEEDED, "founded"} <= set(re.findall(r"`\[?(\w+)\]?`", settings))


def test_jobs_and_letters_are_those_of_the_code() -> None:
    page = DOCS / "reference" / "jobs.md"
    autodiscover_modules("jobs")
    ours = {name for name in _registry if not name.startswith("tests.")}
    assert set(table_after(page, "## Schedules")) == ours
    letters = {kind.name: "no" if kind.is_obligatory else "yes" for kind in all_kinds()
               if not kind.name.startswith("tests.")}  # fmt: skip
    assert {name: cells[1] for name, cells in table_after(page, "## Letters").items()} == letters
    kept = {
        what: cells[0] for what, cells in table_after(page, "## How long things are kept").items()
    }
    assert kept["letters"] == in_days(LETTERS_KEPT_FOR)
    assert kept["firings of schedules"] == in_days(KEPT_FOR)


def in_days(span: timedelta) -> str:
    return f"{span.days} days"
