"""Filters swap what was found and nothing else; without JavaScript the same form loads the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.visitors import Visitors

FORMS = (
    ("/ru/plans/action-plan/", "words", "учений", "words="),
    ("/ru/search/", "q", "учения", "q="),
    ("/ru/history/", "from", "2025-01-01", "from=2025-01-01"),
)


@pytest.mark.parametrize(("address", "name", "typed", "asked"), FORMS)
def test_a_filter_keeps_the_reader_where_he_is_and_the_address_right(
    visitors: Visitors, address: str, name: str, typed: str, asked: str
) -> None:
    page = visitors[""].page
    page.goto(visitors.url + address)
    page.locator("h1").evaluate("heading => heading.dataset.seen = 'yes'")
    before = page.locator("#found").inner_text()
    field = page.locator(f"#{name}")
    field.fill(typed)
    page.locator("main form.filters button").click()
    page.wait_for_url(f"**{asked}*")
    expect(page.locator("#found")).not_to_have_text(before)
    assert page.locator("h1").get_attribute("data-seen") == "yes"
    assert field.input_value() == typed
    assert asked in (page.locator("#languages a").first.get_attribute("href") or "")
    alone = page.locator("#found").inner_text()
    page.reload()
    assert page.locator("#found").inner_text() == alone
    assert not visitors[""].faults_seen()


@pytest.mark.parametrize(("address", "name", "typed", "asked"), FORMS)
def test_without_javascript_the_form_does_the_same(
    visitors: Visitors, address: str, name: str, typed: str, asked: str
) -> None:
    plain = visitors.new(java_script_enabled=False)
    plain.go(address)
    whole = plain.page.locator("#found").inner_text()
    plain.page.locator(f"#{name}").fill(typed)
    plain.page.locator("main form.filters button").click()
    assert asked in plain.page.url
    assert plain.page.locator("#found").inner_text() != whole
    plain.context.close()
