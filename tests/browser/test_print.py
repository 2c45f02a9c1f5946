"""What comes out of the printer: the paper alone, its address and time at the foot of each page."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import SEAT

if TYPE_CHECKING:
    from tests.browser.visitors import Visitors

PRINTED = {
    "/ru/plans/action-plan/": "Мероприятие",
    "/ru/plans/action-plan/rounds/1/": "Кто что представил",
    "/ru/plans/action-plan/measures/1.2/": "Срок",
}


def text_of(pdf: bytes) -> list[str]:
    """The words of each page, one blank between them."""
    ran = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    pages = ran.stdout.decode().split("\f")[:-1]
    return [" ".join(page.split()) for page in pages]


@pytest.mark.parametrize("address", PRINTED)
def test_paper_has_no_ways_in_and_says_where_it_comes_from(
    visitors: Visitors, address: str
) -> None:
    page = visitors[SEAT].page
    page.goto(visitors.url + address)
    pages = text_of(page.pdf(prefer_css_page_size=True))
    assert PRINTED[address] in " ".join(pages)
    assert "Иллюстративный пример." in pages[0]
    for number, words in enumerate(pages, start=1):
        assert address in words
        assert "Страница составлена" in words
        assert f"{number}/{len(pages)}" in words.replace(" ", "")
        assert "中文" not in words  # the languages to choose from
        assert "Применить" not in words


def test_the_heads_of_a_long_table_stand_on_each_of_its_pages(visitors: Visitors) -> None:
    page = visitors[SEAT].page
    page.goto(f"{visitors.url}/ru/plans/action-plan/")
    pages = text_of(page.pdf(prefer_css_page_size=True))
    of_table = [words for words in pages if "выполнено: " in words]
    assert len(of_table) > 10
    assert all("Мероприятие" in words and "Ответственные" in words for words in of_table)
