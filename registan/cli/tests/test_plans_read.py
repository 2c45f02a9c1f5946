"""`registan plans read`: without a database, one object per row, sentences about the rest on stderr."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import Workbook

from registan.cli.main import main
from registan.kernel.plan.lines import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADS = ("№", "Мероприятие", "Форма завершения", "Срок", "Ответственные")
ROWS = (
    ("1", "Провести учения", "отчёт", "до 1 июня 2027 г.", "Минздрав; Минобороны"),
    ("2", "Обменяться опытом", "семинар", "в скором времени", "Минздрав"),
)
CHINESE = "序号,任务,完成时限,责任单位\n1,建立联合实验室,2027年12月,省卫生健康委\n"


def docx(rows: tuple[tuple[str, ...], ...]) -> bytes:
    paper = Document()
    paper.add_heading("План мероприятий на 2026-2027 годы", level=1)
    table = paper.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    written = BytesIO()
    paper.save(written)
    return written.getvalue()


def xlsx(rows: tuple[tuple[str, ...], ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def kept(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(("name", "write"), [("plan.docx", docx), ("plan.xlsx", xlsx)])
def test_it_prints_one_object_with_exactly_the_agreed_keys_per_row(
    name: str,
    write: Callable[[tuple[tuple[str, ...], ...]], bytes],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = kept(tmp_path, name, write((HEADS, *ROWS)))

    assert main(["--lang", "ru", "plans", "read", file, "--format", "jsonl"]) == 0

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [tuple(row) for row in rows] == [KEYS, KEYS]
    assert rows[0] == {
        "number": "1",
        "section": "",
        "text": "Провести учения",
        "result": "отчёт",
        "term_raw": "до 1 июня 2027 г.",
        "term_from": None,
        "term_to": "2027-06-01",
        "recurrence": "once",
        "responsible_raw": "Минздрав; Минобороны",
        "responsible": ["Минздрав", "Минобороны"],
    }


def test_it_says_on_stderr_in_the_readers_language_what_was_not_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = kept(tmp_path, "plan.xlsx", xlsx((HEADS, *ROWS)))

    main(["--lang", "zh", "plans", "read", file])

    said = capsys.readouterr().err.splitlines()
    assert any("第3行：时限无法识别" in line and "в скором времени" in line for line in said)
    assert said[-2:] == ["已读取2项措施（语文：ru）。", "请人工核对上列1处。"]


def test_it_asks_for_headings_where_a_table_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tuple(
        (str(number), "Провести учения", "до 2027 г.", "Минздрав") for number in range(1, 5)
    )
    file = kept(tmp_path, "plan.xlsx", xlsx(rows))

    main(["--lang", "ru", "plans", "read", file])

    assert "у таблицы нет строки заголовков" in capsys.readouterr().err


def test_the_table_is_aligned_by_what_characters_take_on_the_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    file = kept(tmp_path, "plan.csv", CHINESE.encode())

    main(["--lang", "en", "plans", "read", file])

    head, _, row = capsys.readouterr().out.splitlines()[:3]
    wide = len("建立联合实验室")
    assert row.index("… – 2027-12-31") + wide == head.index("Term")
    assert row.index("省卫生健康委") + wide == head.index("Responsible")


def test_characters_that_steer_a_terminal_do_not_reach_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = CHINESE.replace("建立", "建\x1b[2J\u202e立")
    file = kept(tmp_path, "plan.csv", evil.encode())

    main(["--lang", "en", "plans", "read", file])

    said = capsys.readouterr()
    assert "建[2J立联合实验室" in said.out
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.docx", b"", "The file is empty."),
        ("plan.pdf", b"%PDF-1.7 ...", "This is a PDF"),
        ("cut.docx", docx((HEADS, *ROWS))[:900], "The file is cut off or damaged."),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "Files of this kind are not read."),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence_with_the_cure(
    name: str, data: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = kept(tmp_path, name, data)

    assert main(["--lang", "en", "plans", "read", file]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1


def test_a_file_that_is_not_there_and_a_folder_get_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "plans", "read", str(tmp_path / "none.docx")]) == 1
    assert "No such file or folder" in capsys.readouterr().err
    assert main(["--lang", "zh", "plans", "read", str(tmp_path)]) == 1
    assert "是文件夹，此处需要文件" in capsys.readouterr().err
