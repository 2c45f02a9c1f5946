"""What happens to people: two editors, a double click, a session that ends, a mandate withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.deeds import confirm, faults_shown, press, said, write_report
from tests.browser.pages import ADMINISTRATOR, OWING

if TYPE_CHECKING:
    from tests.browser.visitors import Visitors

FIRST, SECOND, THIRD = (
    "The first editor wrote this.",
    "The second wrote that.",
    "Typed for an hour.",
)


def owed_by(story: Visitors, who: str, place: int) -> str:
    """Address of the report on the nth measure that this party still owes."""
    story[who].forget()
    links = [link for link in story[who].links("/en/plans/owed/") if "/reports/" in link]
    return links[place]


def test_the_second_of_two_editors_sees_both_texts(story: Visitors) -> None:
    address = owed_by(story, OWING, 3)
    one, other = story.new(OWING), story.new(OWING)
    one.go(address)
    other.go(address)
    one.page.locator('[name="text_en"]').fill(FIRST)
    press(one.page, 'button[name="deed"][value="save"]')
    other.page.locator('[name="text_en"]').fill(SECOND)
    press(other.page, 'button[name="deed"][value="save"]')
    assert faults_shown(other.page)
    assert other.page.locator('[name="text_en"]').input_value() == SECOND
    assert FIRST in other.page.locator("main .notice").inner_text()
    press(other.page, 'button[name="deed"][value="save"]')
    one.go(address)
    assert one.page.locator('[name="text_en"]').input_value() == SECOND
    for each in (one, other):
        each.context.close()


def test_a_double_click_files_once(story: Visitors) -> None:
    visitor, page = story[OWING], story[OWING].page
    address = owed_by(story, OWING, 4)
    write_report(visitor, address, "under_way", text_en="Said once.")
    page.locator("main form button[type=submit]:not(.second)").dblclick()
    page.wait_for_load_state("networkidle")
    visitor.go(f"{address}KZ/")
    assert page.get_by_text("Said once.").count() == 1


def test_the_same_confirmation_sent_twice_is_one_act(story: Visitors) -> None:
    visitor, page = story[OWING], story[OWING].page
    address = owed_by(story, OWING, 5)
    write_report(visitor, address, "under_way", text_en="Sent twice by a bad line.")
    asked = page.locator("main form").first
    typed = {
        each["name"]: each["value"]
        for each in asked.evaluate(
            "form => [...new FormData(form)].map(([name, value]) => ({name, value}))"
        )
    }
    for _ in range(2):
        answer = visitor.context.request.post(
            page.url, form={**typed, "confirmed": "1"}, headers={"Referer": page.url}
        )
        assert answer.ok
    visitor.go(f"{address}KZ/")
    assert page.get_by_text("Sent twice by a bad line.").count() == 1


def test_a_session_that_ends_in_mid_form_loses_nothing(story: Visitors) -> None:
    address = owed_by(story, OWING, 6)
    visitor = story.new(OWING)
    visitor.go(address)
    visitor.page.locator('[name="text_en"]').fill(THIRD)
    visitor.context.clear_cookies(name="sessionid")
    press(visitor.page, 'button[name="deed"][value="save"]')
    shown = visitor.page.content()
    assert "sign" in visitor.page.locator("main").inner_text().lower()
    assert THIRD in shown, "what was typed is still on the page"
    visitor.context.close()


def test_the_administrator_grants_and_withdraws_a_mandate(story: Visitors) -> None:
    administrator, page = story[ADMINISTRATOR], story[ADMINISTRATOR].page
    administrator.go("/en/mandates/new/")
    page.locator('[name="username"]').fill("statistics.in")
    page.locator('[name="display_name"]').fill("Statistics division")
    page.locator('[name="office"][value="editor"]').check()
    page.locator('[name="password"]').fill("a-long-enough-pass-phrase")
    press(page, 'main button[type="submit"]')
    assert said(page)
    row = page.locator("tr", has_text="statistics.in")
    assert row.count() == 1
    newcomer = story.new()
    newcomer.go("/en/sign-in/")
    newcomer.page.locator('[name="login"]').fill("statistics.in")
    newcomer.page.locator('[name="password"]').fill("a-long-enough-pass-phrase")
    press(newcomer.page, 'main form:has([name="password"]) button[type="submit"]')
    assert newcomer.go("/en/plans/owed/") == 200
    with page.expect_navigation():
        row.locator('a[href$="/withdraw/"]').click()
    confirm(administrator)
    assert newcomer.go("/en/plans/owed/") in {403, 404}
    newcomer.context.close()
