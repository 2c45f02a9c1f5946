"""Every page, in every language, as the public and as the official whose page it is.

axe-core looks at each page once, in a language that changes from page to page: what it finds lies in the
template, which all languages share. Width, console and answer are looked at in each.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import NO_PAGES, PAGES, Atlas, Listed, named_addresses
from tests.browser.visitors import LANGS, NARROW, WIDE

if TYPE_CHECKING:
    from tests.browser.visitors import Visitors


@dataclass
class Look:
    """What was seen of one page, each as sentences of what is wrong."""

    answers: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    dark: list[str] = field(default_factory=list)
    narrow: list[str] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def looks() -> dict[str, Look]:
    return {}


@pytest.fixture(params=PAGES, ids=[page.key for page in PAGES])
def look(
    request: pytest.FixtureRequest, visitors: Visitors, atlas: Atlas, looks: dict[str, Look]
) -> Look:
    """One page in its three languages, light and dark, wide and narrow; looked at once."""
    page: Listed = request.param
    if page.key not in looks:
        looks[page.key] = look_at(visitors, atlas, page)
    return looks[page.key]


def look_at(visitors: Visitors, atlas: Atlas, page: Listed) -> Look:
    seen, visitor = Look(), visitors[page.who]
    visitor.faults_seen()
    for lang in LANGS:
        address = atlas.address(page, lang)
        visitor.page.set_viewport_size(WIDE)
        status = visitor.go(address)
        if status != 200 or visitor.page.url != visitors.url + address:
            seen.answers.append(f"{lang}: {status} {visitor.page.url}")
        if lang == LANGS[PAGES.index(page) % len(LANGS)]:
            seen.violations = [f"{lang}: {each}" for each in visitor.violations()]
        visitor.page.set_viewport_size(NARROW)
        if visitor.scrolls_sideways():
            seen.narrow.append(f"{lang}: {address}")
        seen.noise += [f"{lang}: {each}" for each in visitor.faults_seen()]
    visitor.page.emulate_media(color_scheme="dark")
    seen.dark = visitor.violations(runOnly={"type": "rule", "values": ["color-contrast"]})
    visitor.page.emulate_media(color_scheme="light")
    visitor.page.set_viewport_size(WIDE)
    return seen


def test_it_answers_at_its_own_address(look: Look) -> None:
    assert not look.answers, "\n".join(look.answers)


def test_axe_finds_nothing(look: Look) -> None:
    assert not look.violations, "\n".join(look.violations)


def test_the_dark_scheme_has_contrast(look: Look) -> None:
    assert not look.dark, "\n".join(look.dark)


def test_400_pixels_are_enough(look: Look) -> None:
    assert not look.narrow, "\n".join(look.narrow)


def test_the_console_is_silent_and_no_other_host_is_asked(look: Look) -> None:
    assert not look.noise, "\n".join(look.noise)


def test_the_list_names_every_address_of_the_house() -> None:
    listed = {page.name for page in PAGES}
    assert not listed & NO_PAGES.keys()
    assert named_addresses() == listed | NO_PAGES.keys()
