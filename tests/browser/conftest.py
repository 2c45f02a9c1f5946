"""One browser, one prepared house for all; pages look at one copy, each story gets its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.pages import Atlas
from tests.browser.preparing import prepare
from tests.browser.served import Served
from tests.browser.visitors import Visitors, launch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `make run` has set up everything, and the worker has computed what it had to.

    Copies of it begin quiet: what takes a minute of computing is not done again for each story.
    """
    folder = tmp_path_factory.mktemp("prepared") / "var"
    with Served(folder) as house:
        house.wait_for_jobs()
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield launch(playwright)


@pytest.fixture(scope="session")
def visitors(
    browser: Browser, prepared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitors]:
    """Those who look at all pages: nothing is changed here but what `prepare` brings."""
    with Served(tmp_path_factory.mktemp("seen") / "var", prepared=prepared) as house:
        everybody = Visitors(browser, house.url)
        prepare(everybody)
        yield everybody
        everybody.leave()


@pytest.fixture(scope="session")
def atlas(visitors: Visitors) -> Atlas:
    return Atlas(visitors)


@pytest.fixture(scope="module")
def story(
    browser: Browser, prepared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitors]:
    """Those who act in the story of this module, in a house of their own."""
    with Served(tmp_path_factory.mktemp("story") / "var", prepared=prepared) as house:
        everybody = Visitors(browser, house.url)
        yield everybody
        everybody.leave()
