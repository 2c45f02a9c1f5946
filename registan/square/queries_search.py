"""What a reader is shown of what was found: each thing with the passage that answers, words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from registan.kernel.text.passage import Passage, passage
from registan.plans.queries.plans import plan_tree
from registan.search.queries import Findings, Wanted, find
from registan.search.things import kinds
from registan.web.languages import HTML_LANG
from registan.web.shell import LANGUAGE_NAMES
from registan.web.texts import LANGS, current_lang, in_lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registan.kernel.text.tokens import Term
    from registan.ledger.audience import Viewer
    from registan.search.models import Document

VERSION_WIDTH = 160


@dataclass(frozen=True)
class Shown:
    """A text in one language, its words marked."""

    name: str
    html_lang: str
    text: SafeString


@dataclass(frozen=True)
class Hit:
    """One thing: its kind, its heading as a link, the passage, and its other language versions."""

    kind: str
    href: str
    heading: Shown
    passage: Shown | None
    versions: tuple[Shown, ...]


def search(wanted: Wanted, viewer: Viewer) -> tuple[Findings, list[Hit]]:
    """One page of what was found, in the reader's language first."""
    found = find(wanted, viewer)
    return found, [_hit(document, found.terms) for document in found.documents]


def kind_choices() -> list[tuple[str, str]]:
    """Kinds of things with their names in the reader's language."""
    return [(kind, say(f"search.kind.{kind}")) for kind in kinds()]


def plan_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """Plans that the reader may see, by key and title."""
    return [(line.plan.key, in_lang(line.plan.titles)) for line in plan_tree(viewer)]


def _hit(document: Document, terms: Sequence[Term]) -> Hit:
    order = _languages(document.heading)
    shown = {
        lang: _shown(lang, passage(document.heading[lang], terms, width=VERSION_WIDTH))
        for lang in order
    }
    return Hit(
        kind=say(f"search.kind.{document.kind}"),
        href=reverse(document.page, kwargs=document.at),
        heading=shown[order[0]],
        passage=_best_passage(document.texts, terms),
        versions=tuple(shown[lang] for lang in order[1:]),
    )


def _best_passage(texts: Mapping[str, str], terms: Sequence[Term]) -> Shown | None:
    """The passage of the version that answers most words; of equals the reader's language."""
    passages = [(lang, passage(texts[lang], terms)) for lang in _languages(texts)]
    answering = [(lang, found) for lang, found in passages if found.hits]
    if not answering:
        return None
    return _shown(*max(answering, key=lambda pair: pair[1].hits))


def _languages(texts: Mapping[str, str]) -> list[str]:
    """Languages that the thing has, the reader's first."""
    own = current_lang()
    return sorted((lang for lang in LANGS if texts.get(lang)), key=lambda lang: lang != own)


def _shown(lang: str, found: Passage) -> Shown:
    pieces = "".join(
        f"<mark>{escape(text)}</mark>" if is_marked else escape(text)
        for text, is_marked in found.pieces
    )
    before, after = "… " * found.cut_before, " …" * found.cut_after
    whole = mark_safe(before + pieces + after)  # noqa: S308  every piece is escaped
    return Shown(LANGUAGE_NAMES[lang], HTML_LANG[lang], whole)
