"""A stranger looks around; one hand on the keyboard; one without JavaScript."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.deeds import confirm, faults_shown, write_report
from tests.browser.pages import OWING, Atlas, Listed
from tests.browser.visitors import PUBLIC, SCROLLS_SIDEWAYS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.visitors import Visitors

SEEN = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  return {
    name: at.tagName, text: at.innerText || at.name || at.id,
    place: box.top + window.scrollY, side: box.left,
    visible: (ring || style.boxShadow !== 'none') && box.width > 0 && box.left >= 0,
  };
}"""

# Labels and fields of one line do not begin at the same height.
ONE_LINE = 60


def test_a_stranger_finds_a_measure_and_changes_the_language(story: Visitors) -> None:
    stranger, page = story[PUBLIC], story[PUBLIC].page
    stranger.go("/")
    assert page.url.endswith("/en/"), "the browser prefers English"
    page.locator('main a[href="/en/plans/"]').first.click()
    page.locator('main a[href="/en/plans/action-plan/"]').click()
    page.locator('main a[href*="/measures/"]').first.click()
    place = page.url.partition("/en/")[2]
    for name, lang in (("中文", "zh-Hans"), ("Русский", "ru"), ("English", "en")):
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(f"**/{place}")
        assert page.locator("html").get_attribute("lang") == lang
    assert not stranger.faults_seen()


def test_filters_stay_when_the_language_changes(story: Visitors) -> None:
    page = story[PUBLIC].page
    story[PUBLIC].go("/en/plans/action-plan/?chapter=2")
    page.get_by_role("link", name="中文", exact=True).click()
    page.wait_for_url("**/zh/plans/action-plan/?chapter=2")


def test_what_is_not_there_says_so_in_the_language(story: Visitors) -> None:
    for lang in ("ru", "zh", "en"):
        assert story[PUBLIC].go(f"/{lang}/plans/nothing-of-the-kind/") == 404
        assert story[PUBLIC].page.locator("h1").inner_text()
        assert not story[PUBLIC].violations()


@pytest.mark.parametrize("address", ["/en/", "/ru/plans/action-plan/", "/zh/sign-in/"])
def test_the_keyboard_goes_through_the_page_in_its_order(story: Visitors, address: str) -> None:
    story[PUBLIC].go(address)
    page = story[PUBLIC].page
    steps = tabbed(page, 30)
    assert steps, "nothing takes the focus"
    hidden = [step for step in steps if not step["visible"]]
    assert not hidden, f"the focus cannot be seen on {hidden[:3]}"
    places = [step["place"] for step in steps[1:]]
    back = [after for before, after in pairwise(places) if after < before - ONE_LINE]
    assert not back, f"the focus jumps upwards to {back}"


def test_the_first_step_skips_to_the_content(story: Visitors) -> None:
    story[PUBLIC].go("/en/plans/action-plan/")
    page = story[PUBLIC].page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def tabbed(page: Page, times: int) -> list[dict[str, Any]]:
    """What has the focus after each press of the tab key, until it leaves the page."""
    steps = []
    for _ in range(times):
        page.keyboard.press("Tab")
        step = page.evaluate(SEEN)
        if step["name"] == "BODY":
            break
        steps.append(step)
    return steps


def test_a_report_is_filed_without_javascript(story: Visitors) -> None:
    plain = story.new(OWING, java_script_enabled=False)
    plain.go("/en/plans/owed/")
    address = Atlas(story).address(Listed("report_edit", OWING, via="owed"))
    write_report(plain, address, "under_way", text_en="Filed with a browser that runs no scripts.")
    confirm(plain)
    assert "Filed with a browser that runs no scripts." in plain.page.locator("main").inner_text()
    assert not faults_shown(plain.page)
    plain.context.close()


def test_tables_scroll_in_their_own_box(story: Visitors) -> None:
    page = story[PUBLIC].page
    page.set_viewport_size({"width": 320, "height": 640})
    story[PUBLIC].go("/ru/plans/action-plan/")
    assert not page.evaluate(SCROLLS_SIDEWAYS)
    page.set_viewport_size({"width": 1280, "height": 900})
