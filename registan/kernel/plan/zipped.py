"""Opening DOCX and XLSX safely: what is inside is measured before it is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

from registan.kernel.plan.reading import Unreadable

MOST_BYTES = 160 * 2**20
MOST_PARTS = 4_000
MOST_TIMES = 200  # how much larger a part may be than its packed form
SMALL = 2**20


class Package:
    """The parts of an Office file (ECMA-376, part 2). Raises Unreadable for what should not be opened."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self.names = {info.filename for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
            raise Unreadable("damaged") from error
        self._check()

    def _check(self) -> None:
        infos = self._zip.infolist()
        total = sum(info.file_size for info in infos)
        inflated = any(
            info.file_size > SMALL and info.file_size > MOST_TIMES * max(info.compress_size, 1)
            for info in infos
        )
        if total > MOST_BYTES or len(infos) > MOST_PARTS or inflated:
            raise Unreadable("too_large_inside", mebibytes=total // 2**20)
        if any(info.flag_bits & 1 for info in infos):
            raise Unreadable("password")
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            raise Unreadable("macros")

    def part(self, name: str) -> bytes:
        """The bytes of one part; b"" where there is none."""
        if name not in self.names:
            return b""
        try:
            return self._zip.read(name)
        except (
            zipfile.BadZipFile,
            RuntimeError,
            EOFError,
            OSError,
            ValueError,
            zlib.error,
        ) as error:
            raise Unreadable("damaged") from error

    def tree(self, name: str) -> Any:
        """The part as an element tree; None where there is none. No DTD, no entities."""
        data = self.part(name)
        if not data:
            return None
        if b"<!DOCTYPE" in data[:4096]:
            raise Unreadable("damaged")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise Unreadable("damaged") from error
