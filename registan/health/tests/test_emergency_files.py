"""An event as DOCX, PDF and JSON: what its reader sees, and nothing else."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document

from registan.health.acts.events import ask_opinion, give_opinion
from registan.health.acts.notices import confirm_receipt
from registan.health.tests.emergencies import WORDS, assessed, notified
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from tests.cast import Cast


def told(cast: Cast, who: str, key: str, form: str, lang: str = "en") -> bytes:
    answer = cast.client(who).get(f"/{lang}/health/events/{key}/event.{form}")
    assert answer.status_code == 200
    return bytes(answer.getvalue())


def words_of(content: bytes) -> str:
    paper = Document(BytesIO(content))
    cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in paper.paragraphs), *cells])


@pytest.mark.parametrize("lang", LANGS)
def test_the_paper_says_what_the_page_says(cast: Cast, lang: str) -> None:
    event = notified(cast, "CN", "IN", exercise=True).event
    confirm_receipt(cast.cn_filer, event, through=1)
    words = words_of(told(cast, "in-filer", event.key, "docx", lang))
    assert "KZ-75" in words
    assert WORDS["ru" if lang == "ru" else "en"] in words or lang == "zh"
    assert say("events.read", lang) in words
    assert say("events.awaited", lang) in words
    assert say("events.suggestion.notify", lang, yes=2) in words
    content = BytesIO(told(cast, "in-filer", event.key, "docx", lang))
    footer = Document(content).sections[0].footer.paragraphs[0].text
    assert say("exercise.banner", lang) in footer


def test_the_paper_is_set_as_pdf(cast: Cast) -> None:
    event = notified(cast, "CN").event
    assert told(cast, "cn-filer", event.key, "pdf").startswith(b"%PDF")


def test_machines_get_receipts_clocks_and_no_opinion_of_others(cast: Cast) -> None:
    event = assessed(cast, "serious", "spread")
    give_opinion(cast.in_filer, ask_opinion(cast.kz_filer, event, of="IN"), verdict="notify",
                 reasons=WORDS)  # fmt: skip
    notified(cast, "CN", event=event)
    confirm_receipt(cast.cn_filer, event, through=1)
    ours = json.loads(told(cast, "cn-filer", event.key, "json"))
    assert [each["party"] for each in ours["notices"][0]["receipts"]] == ["CN"]
    assert ours["notices"][0]["receipts"][0]["read_at"].endswith("Z")
    assert {each["name"]: each["standing"] for each in ours["clocks"]} == {
        "assessment": "met", "notification": "met",
    }  # fmt: skip
    assert ours["opinions"] == []
    asked = json.loads(told(cast, "in-filer", event.key, "json"))
    assert (asked["notices"], len(asked["opinions"])) == ([], 1)


def test_a_file_of_an_event_of_others_is_not_there(cast: Cast) -> None:
    event = notified(cast, "CN").event
    for form in ("docx", "pdf", "json"):
        place = f"/en/health/events/{event.key}/event.{form}"
        assert cast.client("in-filer").get(place).status_code == 404
    assert (
        cast.client("cn-filer").get(f"/en/health/events/{event.key}/event.exe").status_code == 404
    )
