"""The consolidated report as DOCX and PDF: whole, harmless, repeatable, readable."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
import typst
from django.utils import timezone
from docx.oxml.ns import qn
from docx.shared import Mm, Twips

from registan.plans.acts.rounds import close_round
from registan.plans.review.account import AccountLine, Passage
from registan.plans.review.pdf import TEMPLATE, typeset, write_pdf
from registan.plans.review.printable import printable
from registan.plans.review.word import write_docx
from registan.plans.tests.papers import (
    CHINESE,
    KAZAKH,
    account_of,
    file_some,
    opened,
    told_by,
    words_of_docx,
)
from registan.web.refusal import Refused
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from registan.plans.review.account import Account
    from tests.cast import Cast

HOSTILE = (
    '</w:t></w:r></w:p><w:p/> #panic("x") $x^2$ = *b* <script>alert(1)</script> @label \\ "q" [a]'
)
SCRIPT = """
import pickle, sys
from hashlib import sha256
from registan.plans.review.pdf import write_pdf
from registan.plans.review.word import write_docx
account = pickle.loads(sys.stdin.buffer.read())
for write in (write_pdf, write_docx):
    print(sha256(write(account)).hexdigest())
"""


def with_text(account: Account, text: str) -> Account:
    """The account with one line more on its first measure."""
    first, *chapters = account.chapters
    measure, *measures = first.measures
    line = AccountLine(
        "Казахстан", "выполнено", (Passage("", text, lang="ru"),), splits=len(text) > 3000
    )
    measure = replace(measure, lines=(line, *measure.lines))
    return replace(account, chapters=(replace(first, measures=(measure, *measures)), *chapters))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("lang", LANGS)
def test_both_papers_hold_every_word_of_the_account(cast: Cast, lang: str) -> None:
    file_some(cast)
    account = account_of(cast, lang)
    docx = squeezed(words_of_docx(write_docx(account)))
    pdf = squeezed(told_by("pdftotext", write_pdf(account), "-layout"))
    said = [account.heading, account.period, account.languages_note, *account.summary, KAZAKH, CHINESE,
            account.labels.annex_title, *(each.parties for each in account.missing)]  # fmt: skip
    for text in said:
        assert squeezed(text) in docx
    for chapter in account.chapters:
        for measure in chapter.measures:
            for party in (line.party for line in measure.lines):
                assert squeezed(party) in pdf
    for text in (KAZAKH, CHINESE, account.labels.annex_title):
        assert squeezed(text) in pdf


def test_the_pdf_is_tagged_and_its_fonts_have_the_letters_of_three_languages(cast: Cast) -> None:
    file_some(cast)
    pdf = write_pdf(account_of(cast, "ru"))
    assert re.search(r"Tagged:\s+yes", told_by("pdfinfo", pdf))
    rows = told_by("pdffonts", pdf).splitlines()[2:]
    assert any("LibertinusSerif" in row for row in rows)
    assert any("NotoSerifCJK" in row for row in rows)
    assert all(" yes yes yes " in row for row in rows)  # embedded, a subset, with a map to Unicode
    assert b"pdfuaid" in pdf


def test_without_a_font_for_chinese_the_pdf_is_refused(cast: Cast) -> None:
    file_some(cast)
    only_own = typst.Fonts(include_system_fonts=False)
    with pytest.raises(Refused) as refused:
        typeset(TEMPLATE, account_of(cast, "ru"), timezone.now(), fonts=only_own)
    assert (refused.value.code, refused.value.status) == ("chinese_font_missing", 503)
    assert "fonts-noto-cjk" in refused.value.sentence("en")


def test_the_same_account_gives_the_same_bytes_in_any_process(cast: Cast) -> None:
    file_some(cast)
    close_round(cast.secretariat, cast.round)
    account = account_of(cast)
    mine = [sha256(write(account)).hexdigest() for write in (write_pdf, write_docx)]
    assert mine == [
        sha256(write(account_of(cast))).hexdigest() for write in (write_pdf, write_docx)
    ]
    ran = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-c", SCRIPT], input=pickle.dumps(account), capture_output=True, check=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "registan.config.settings"},
    )  # fmt: skip
    assert ran.stdout.decode().split() == mine


def test_markup_in_a_text_is_only_text(cast: Cast) -> None:
    account = with_text(account_of(cast), HOSTILE)
    assert HOSTILE in words_of_docx(write_docx(account))
    assert squeezed(HOSTILE) in squeezed(told_by("pdftotext", write_pdf(account), "-layout"))


def test_characters_that_cannot_be_shown_are_spelt_out(cast: Cast) -> None:
    account = with_text(account_of(cast), "а\u202eб\x07в\u0378г\U0002fa1fд")
    docx = words_of_docx(write_docx(account))
    assert "а[U+202E]б[U+0007]в[U+0378]г" in docx
    pdf = told_by("pdftotext", write_pdf(account))
    assert "а[U+202E]б[U+0007]в[U+0378]г" in squeezed(pdf)
    assert printable("мир, 世界\n\tдружба") == "мир, 世界\n\tдружба"


def test_a_character_in_no_font_does_not_stop_the_paper(cast: Cast) -> None:
    account = with_text(account_of(cast), "конец \U0001dff0\U00013460 текста")
    assert "конец" in told_by("pdftotext", write_pdf(account))


def test_a_cell_of_ten_thousand_characters_loses_nothing_and_alone_is_split(cast: Cast) -> None:
    long = " ".join(f"слово{n}" for n in range(1000))
    account = with_text(account_of(cast), long)
    pdf = squeezed(told_by("pdftotext", write_pdf(account)))
    assert all(f"слово{n}" in pdf for n in range(1000))
    docx = opened(write_docx(account))
    (split,) = docx.element.body.xpath(".//w:tr[not(w:trPr/w:cantSplit)]")
    assert "слово999" in "".join(split.itertext())


def test_in_word_heads_repeat_pages_are_numbered_and_fonts_are_named(cast: Cast) -> None:
    file_some(cast)
    paper = opened(write_docx(account_of(cast, "zh")))
    for table in paper.tables:
        assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
    section = paper.sections[0]
    # Word counts in twentieths of a point: half of one is lost at most.
    assert section.page_width == pytest.approx(Mm(297), abs=Twips(1))
    assert section.page_height == pytest.approx(Mm(210), abs=Twips(1))
    for footer in (section.footer, section.first_page_footer):
        codes = [each.text.strip() for each in footer._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]
    fonts = paper.styles["Normal"].element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == "SimSun"
    assert fonts.get(qn("w:ascii")) == "Times New Roman"
    assert "Раунд" not in section.header.paragraphs[0].text
    assert "第1轮" in section.header.paragraphs[0].text


def test_the_annex_has_its_mark_on_a_page_of_its_own(cast: Cast) -> None:
    paper = opened(write_docx(account_of(cast)))
    (mark,) = [each for each in paper.paragraphs if each.text.startswith("Приложение\n")]
    assert mark.text == "Приложение\nк сводному докладу о ходе выполнения, раунд № 1"
    assert mark.paragraph_format.page_break_before


def test_the_page_of_a_round_hands_the_report_to_those_who_may_read_it(cast: Cast) -> None:
    file_some(cast)
    client = cast.client("kz-filer")
    shown = client.get("/ru/plans/joint-plan/rounds/1/").content.decode()
    for lang in LANGS:
        for form, kind in (("docx", "wordprocessingml"), ("pdf", "application/pdf")):
            address = f"/ru/plans/joint-plan/rounds/1/report.{lang}.{form}"
            assert f'href="{address}"' in shown
            answer = client.get(address)
            assert (answer.status_code, kind in answer.headers["Content-Type"]) == (200, True)
    address = "/ru/plans/joint-plan/rounds/1/report.ru.pdf"
    assert cast.client("mn-reader").get(address).status_code == 404
    assert client.get("/ru/plans/joint-plan/rounds/1/report.fr.pdf").status_code == 404
    assert client.get("/ru/plans/joint-plan/rounds/1/report.ru.exe").status_code == 404
