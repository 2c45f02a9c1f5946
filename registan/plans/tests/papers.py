"""A closed and an open account for tests of papers, and how papers are read back."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING

from django.utils import timezone
from docx import Document

from registan.parties.queries import secretariat_viewer
from registan.plans.acts.reports import file_report
from registan.plans.content import LinkOut, ReportContent
from registan.plans.queries.review import gather

if TYPE_CHECKING:
    from docx.document import Document as Paper

    from registan.plans.review.account import Account, AccountLine
    from tests.cast import Cast

KAZAKH = "Учения проведены в Алматы."
CHINESE = "演练已完成。"
INDIAN = "The stock was built in May."


def file_some(cast: Cast) -> None:
    """1.1: Kazakhstan has done it, China does not take part, India has not begun; the rest is silent.

    1.2: China alone, in Chinese. 1.3: India, in English.
    """
    said = (
        (cast.kz_filer, "1.1", ReportContent("done", "multilateral", {"ru": KAZAKH},
                                             links=(LinkOut("Отчёт", "https://example.org/a"),))),
        (cast.cn_filer, "1.1", ReportContent("not_participating")),
        (cast.in_filer, "1.1", ReportContent("not_started")),
        (cast.cn_filer, "1.2", ReportContent("done", "national", {"zh": CHINESE})),
        (cast.in_filer, "1.3", ReportContent("under_way", "", {"en": INDIAN})),
    )  # fmt: skip
    for by, number, content in said:
        file_report(by, cast.round, cast.measure(number), content=content, now=timezone.now())


def account_of(cast: Cast, lang: str = "ru") -> Account:
    round_ = type(cast.round).objects.select_related("plan").get(pk=cast.round.pk)
    return gather(round_, secretariat_viewer(), lang, timezone.now())


def lines_on(account: Account, number: str) -> list[AccountLine]:
    """The lines of one measure."""
    measures = [each for chapter in account.chapters for each in chapter.measures]
    return [line for each in measures if each.number == number for line in each.lines]


def opened(data: bytes) -> Paper:
    return Document(BytesIO(data))


def words_of_docx(data: bytes) -> str:
    """All words of the body, cell by cell."""
    body = opened(data).element.body
    return "\n".join("".join(each.itertext()) for each in body.iter("{*}p"))


def told_by(program: str, data: bytes, *more: str) -> str:
    """What one of poppler's programs says of a PDF (Debian: poppler-utils)."""
    ran = subprocess.run(  # noqa: S603  a fixed program over our own bytes
        [program, *more, "-"] + (["-"] if program == "pdftotext" else []),
        input=data, capture_output=True, check=True,
    )  # fmt: skip
    return ran.stdout.decode()
