"""Every address of the product, with things that are open, foreign and not there at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.walk.papers import Papers

NOWHERE = {
    "plan": "no-such-plan", "party": "QQ", "token": "0" * 32, "pk": "987654321", "measure": "77",
    "round": "88", "position": "66", "uuid": str(UUID(int=7)), "aid": "88", "exercise": "88",
    "call": "88",
}  # fmt: skip
PLANS = ("zq-open", "zq-members", "zq-partners", "zq-named", "zq-body", "zq-above", "zq-below")
DEEP = {"zq-members"}
FORMS = ("csv", "xlsx")
# Signing in and out, and the library's pages about one's own account: they name no thing of ours.
ACCOUNT = "ru/account/"
# The secret in this address is the whole entitlement; tests of feeds look at it.
PRIVATE = "feeds/own/"


@dataclass(frozen=True)
class Route:
    """One pattern of the resolver: its address with the names of its parts in braces."""

    template: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Visit:
    """One address to ask for. `instead` is the same one with a thing that is not there."""

    path: str
    instead: str
    thing: str


def routes(*, everything: bool = False) -> list[Route]:
    """All routes of the product, Russian pages standing for all languages."""
    with translation.override("ru"):  # whatever page was asked for before
        templates = sorted(set(_walk(get_resolver(), "")))
    return [
        Route(template, tuple(re.findall(r"\{(\w+)\}", template)))
        for template in templates
        if everything or not template.startswith((ACCOUNT, PRIVATE))
    ]


def _walk(resolver: URLResolver, before: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield _readable(address)
        else:
            yield from _walk(pattern, address)


def _readable(address: str) -> str:
    """`<slug:key>` and `(?P<key>[-\\w]+)` become `{key}`."""
    plain = re.sub(
        r"<(?:\w+:)?(\w+)>",
        r"{\1}",
        re.sub(r"\(\?P<(\w+)>(?:\[[^\]]*\]|[^)\[])*\)", r"{\1}", address),
    )
    return re.sub(r"\{\d+\}", "", plain).replace("^", "").replace("$", "").replace("\\", "")


def visits(route: Route, papers: Papers) -> list[Visit]:
    """What to ask of a route: each thing of it, with all else as it should be."""
    if not route.parts:
        return [Visit(route.template, route.template, "")]
    choices = {part: _choices(route, part, papers) for part in route.parts}
    first = {part: values[0] for part, values in choices.items()}
    # The part that names a thing: for the others their first value stands.
    main = route.parts[0]
    found = []
    for value in choices[main]:
        # All measures and parties of one plan; the others say the same with their first.
        for rest in _rests(route, choices, first, main) if value in DEEP else [{}]:
            facts = {**first, **rest, main: value}
            nowhere = {**facts, main: _nowhere(route, main)}
            found.append(
                Visit(route.template.format(**facts), route.template.format(**nowhere), value)
            )
    for part in route.parts[1:]:
        facts = {**first, part: _nowhere(route, part)}
        found.append(Visit(route.template.format(**facts), route.template.format(**facts), ""))
    return list(dict.fromkeys(found))


def _rests(
    route: Route, choices: dict[str, list[str]], first: dict[str, str], main: str
) -> Iterator[dict[str, str]]:
    yield {}
    for part in route.parts:
        if part != main:
            yield from ({part: value} for value in choices[part][1:])


def _choices(route: Route, part: str, papers: Papers) -> list[str]:
    template = route.template
    if part == "key":
        if "states/" in template:
            return ["KZ", "CN"]
        if "research/" in template:
            return papers.materials if "materials/" in template else papers.research
        if "experience/" in template:
            return papers.questions if "questions/" in template else papers.experiences
        if "reserves/" in template or "roster/" in template:
            return ["CN-1"]
        if "bottlenecks/" in template:
            return papers.bottlenecks
        return ["RATS_EC", "SECRETARIAT"] if "bodies/" in template else list(PLANS)
    if part == "code":
        return [each for each in PLANS if each not in {"zq-above", "zq-below"}]
    if part == "call":
        return papers.calls
    if part == "event":
        return papers.events
    if part == "token" and "health/" in template:
        return [papers.counts]
    if part == "pk":
        if "signals/" in template:
            return papers.signals
        if "submissions/" in template:
            return papers.submissions
        if "scenarios/" in template:
            return papers.scenarios
        if "records/" in template or "office-keys/" in template:
            return [NOWHERE["pk"]]
        if "streams/" in template:
            return papers.streams
        if "evidence" in template:
            return [str(pk) for pk in papers.evidence.values()]
        if "mandates" in template:
            return [str(pk) for pk in papers.mandates.values()]
        return [NOWHERE["uuid"]]
    if part == "n":
        return ["1", "2"]
    if part == "number" and ("ledger/" in template or "records/" in template):
        # A proof and an opening ask for the audience alone; a page says each kind in words of its own.
        is_page = route.template.endswith("acts/{number}/")
        return list(papers.acts if is_page else papers.acts_by_audience)
    return {
        "number": ["1", "2", "3", "4", "5"] if "measures/" in template else ["1"],
        "measure": ["1", "2", "3", "4", "5"],
        "party": ["KZ", "CN", "RATS_EC"],
        "position": ["1"],
        "aid": ["1"],
        "exercise": ["1"],
        "what": ["lots", "cover"] if "reserves/" in template else ["requests", "offers"],
        "token": list((papers.sheets if "sheet" in template else papers.trays).values()),
        "row_id": ["!1"],
        "uid": [papers.letter],
        "deed": ["validate", "version"]
        if "research/" in template
        else ["confirm", "dismiss"]
        if "signals/" in template
        else ["renew", "withdraw"]
        if "reserves/" in template
        else ["confirm", "activate", "renew", "withdraw"]
        if "roster/" in template
        else ["add", "close"]
        if "exercises/" in template
        else ["confirm"]
        if "office-keys/" in template
        else ["file", "clear", "correct"],
        "word": ["update", "question", "receive"],
        "office": ["secretariat", "reader"],
        "state": ["CN"],
        "form": ["csv", "json"]
        if "reserves/" in template or "roster/" in template
        else list(FORMS)
        if "export" in template or "template" in template
        else ["docx"],
        "lang": ["ru"],
    }.get(part, ["x"])


def _nowhere(route: Route, part: str) -> str:
    if part == "key":
        if any(
            part in route.template for part in ("experience/", "reserves/", "roster/", "research/")
        ):
            return "QQ-1"
        if "bottlenecks/" in route.template:
            return "nothing-b1"
        return NOWHERE["plan" if "plans" in route.template else "party"]
    names = {
        "number": "measure" if "measures/" in route.template else "round",
        "uid": "uuid",
        "n": "pk",
    }
    if part == "n":
        return NOWHERE["pk"]
    if part == "number" and ("ledger/" in route.template or "records/" in route.template):
        return NOWHERE["pk"]
    if part == "pk" and route.template.startswith("ru/jobs/"):
        return str(UUID(int=8))
    return NOWHERE.get(names.get(part, part), "nothing")
