"""What kind of file it is, by its content; files that are not read, each with the reason."""

from __future__ import annotations

from registan.kernel.plan.reading import Unreadable
from registan.kernel.plan.zipped import Package

UNREADABLE_CODES: tuple[tuple[str, str], ...] = (
    ("empty", "the file is empty"),
    ("damaged", "the file is cut off or damaged"),
    ("password", "the file is protected by a password"),
    ("macros", "the file holds macros"),
    ("old_word", "a .doc file: save it as DOCX"),
    ("pdf", "a PDF: ask for the Word or Excel file"),
    ("too_large_inside", "the file unpacks to far more than it seems"),
    ("too_many_rows", "more rows than any plan has"),
    ("wrong_type", "a file of another kind"),
    ("no_table", "no table and no measures in paragraphs were found"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = "utf-16-le"


def format_of(data: bytes, name: str) -> str:
    """docx, xlsx, sheets (other spreadsheets), csv or html. Raises Unreadable."""
    if not data.strip():
        raise Unreadable("empty")
    if data.startswith(b"%PDF"):
        raise Unreadable("pdf")
    if data.startswith(_OLE):
        return _old_office(data)
    if data.startswith(b"PK"):
        return _zipped(data)
    if data.startswith(b"{\\rtf"):
        raise Unreadable("old_word")
    return _text(data, name)


def _old_office(data: bytes) -> str:
    """A compound file: an encrypted new document, an old spreadsheet, or an old document."""
    if "EncryptedPackage".encode(_UTF16) in data:
        raise Unreadable("password")
    if "Workbook".encode(_UTF16) in data or "Book".encode(_UTF16) in data:
        if "_VBA_PROJECT".encode(_UTF16) in data:
            raise Unreadable("macros")
        return "sheets"
    if "WordDocument".encode(_UTF16) in data:
        raise Unreadable("old_word")
    raise Unreadable("wrong_type")


def _zipped(data: bytes) -> str:
    package = Package(data)
    if "word/document.xml" in package.names:
        return "docx"
    if "xl/workbook.xml" in package.names:
        return "xlsx"
    if "xl/workbook.bin" in package.names or package.part("mimetype").startswith(
        b"application/vnd.oasis.opendocument.spreadsheet"
    ):
        return "sheets"
    raise Unreadable("wrong_type")


def _text(data: bytes, name: str) -> str:
    head = data[:4096].lower()
    if (
        b"<html" in head
        or b"<table" in head
        or b"<!doctype html" in head
        or name.lower().endswith((".html", ".htm"))
    ):
        return "html"
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in data[:65536] and not utf16:
        raise Unreadable("wrong_type")
    if (
        utf16
        or name.lower().endswith((".csv", ".tsv", ".txt"))
        or any(mark in head for mark in (b",", b";", b"\t"))
    ):
        return "csv"
    raise Unreadable("wrong_type")
