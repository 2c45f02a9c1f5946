"""Hostile and clumsy files of counts: a sentence in each language, and nothing half done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from registan.health.acts.conditions import state_definition
from registan.health.models import Series, Submission
from registan.health.tests.sending import last_week, measles, tidy
from registan.kernel.counts.tests.made import xlsx
from registan.web.refusal import Refused
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

SCRIPT = "<script>alert(1)</script>"
FILES = {
    "empty": b"",
    "zeros": bytes(5_000),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "a cut workbook": xlsx()[:700],
    "deep JSON": b"[" * 100_000,
    "JSON of persons": b'{"enrollments": []}',
    "one cell": b"value",
    "no end of a quote": b'state,period,value\n"KZ,2026-W05,1\n' + b"x" * 200_000,
    "too many lines": b"state,period,value\n" + b"KZ,2026-W05,1\n" * 200_001,
    "persons": "ФИО,дата рождения,число\nИванов,1980-01-01,1\n".encode(),
}


@pytest.fixture
def kz(cast: Cast) -> Client:
    measles(cast)
    return cast.client("kz-filer")


@pytest.fixture(autouse=True)
def nothing_is_half_done(cast: Cast) -> Any:
    yield
    assert (Series.objects.count(), Submission.objects.count()) == (0, 0)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", FILES)
def test_what_is_no_file_of_counts_is_refused_at_its_field(
    kz: Client, name: str, lang: str
) -> None:
    file = SimpleUploadedFile("counts.csv", FILES[name])
    answer = kz.post(f"/{lang}/health/send/", {"file": file})
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_hostile_line_is_text_on_the_page(kz: Client, lang: str) -> None:
    week = last_week()
    rows = [f"{SCRIPT},,measles,{week},,,,1", f"KZ,,{SCRIPT},{week},,,,1",
            f"KZ,,measles,{SCRIPT},,,,1", f"KZ,,measles,{week},,,,{SCRIPT}",
            f"KZ,,measles,{week},,,,{'9' * 15}", f"KZ,,measles,{week},,,,{'9' * 400}",
            f"=cmd|x,,measles,{week},,,,-1", f"\u202eZK,,measles,{week},,,,1"]  # fmt: skip
    file = SimpleUploadedFile(f"{SCRIPT}.csv", tidy(*rows))
    place = kz.post(f"/{lang}/health/send/", {"file": file})["Location"]
    shown = kz.get(place)
    assert len(shown.context["problems"]) == len(rows)
    assert SCRIPT not in shown.content.decode()
    assert kz.post(place, {"act_key": "k"}).status_code == 422


@pytest.mark.parametrize(
    "path",
    ["conditions/measles/KZ/?as_of=9999-99-99&part=%00&measure=%00", "conditions/%00/",
     "conditions/measles/QQ/", "submissions/99999999999999999999/", "send/%E2%80%AE/",
     "conditions/measles/?as_of=0001-01-01", "conditions/measles/?as_of=9999-12-31"],
)  # fmt: skip
def test_an_address_that_names_nothing_breaks_nothing(kz: Client, path: str) -> None:
    assert kz.get(f"/ru/health/{path}").status_code in {200, 404}


def test_hidden_characters_in_a_definition_are_refused(cast: Cast) -> None:
    condition = measles(cast)
    with pytest.raises(Refused, match="hidden_characters"):
        state_definition(
            cast.kz_filer, condition, texts={"ru": "Сыпь\u202e"}, since=cast.round.starts_on
        )
