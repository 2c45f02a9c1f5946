"""64 KiB of the worst input we know for each parser of the log: at most 10 ms."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.clock import cpu_ms
from bench.figure import Figure
from bench.live_parsing import CALLS
from registan.kernel.log.canonical import canonicalise, read_json
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.errors import Malformed
from registan.kernel.log.key_file import public_key
from registan.kernel.log.keys import KeyType, VerifierKey, parse_key
from registan.kernel.log.notes import MAX_LINES, parse_lines, parse_note
from registan.kernel.log.opening import parse_opening
from registan.kernel.log.policy import parse_policy
from registan.kernel.log.proof_file import parse_proof_file
from registan.kernel.log.split_view import parse_split_view
from registan.kernel.log.statement import head_of, parse_authorisation, parse_signed
from registan.kernel.log.streams import check_stream
from registan.kernel.log.streams import parse_lines as stream_lines
from registan.kernel.log.tiles import parse_path, split_bundle, split_tile
from registan.kernel.log.witness import parse_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.installation import Installation

SIZE = 64 * 1024
HASH = b"A" * 43 + b"=\n"
SIGNED = "— x AAAAAAA=\n"
SALT = b"0" * 64
PART = b'":{"payload":0,"salt":"' + SALT + b'"},'
SHREDDED = b'{"entry":"' + b"registan/act/v1\n".hex().encode() + SALT + b'","index":1}\n'


def _filled(begin: bytes, item: bytes, end: bytes = b"") -> bytes:
    """Items from the beginning to the end, 64 KiB in all or a little less."""
    return begin + item * ((SIZE - len(begin) - len(end)) // len(item)) + end


def _opening() -> bytes:
    """Parts that are good, each under a name of its own, and a salt of the whole that is none."""
    parts = b"".join(b'"%05d' % n + PART for n in range(SIZE // (len(PART) + 6) - 1))
    return b'{"envelope":"{}","parts":{' + parts[:-1] + b'},"salt":""}'


def _policy() -> bytes:
    """Witnesses, each with a key of its own, and no quorum."""
    keys = (VerifierKey("w", KeyType.COSIGNATURE, n.to_bytes(32)) for n in range(SIZE // 85))
    return b"".join(b"witness %d %s\n" % (n, str(key).encode()) for n, key in enumerate(keys))[
        :SIZE
    ]


def _text(parser: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda data: parser(data.decode())


WORST: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "note": (parse_note, _filled(b"text\n\n", SIGNED.encode())),
    "signature lines": (_text(parse_lines), _filled(SIGNED.encode() * (MAX_LINES - 1), b"A")),
    "checkpoint": (parse_checkpoint, _filled(b"o\n1\n" + HASH, b"x\n", b"\n")),
    "key": (_text(parse_key), _filled(b"o.example+00000000+", b"AAAA")),
    "policy": (parse_policy, _policy()),
    "policy of empty comments": (parse_policy, b"#\n" * (SIZE // 2)),
    "proof file": (parse_proof_file, HASH * (SIZE // 45)),
    "extra of a proof file": (
        parse_proof_file,
        _filled(b"c2sp.org/tlog-proof@v1\nextra ", b"AAAA", b"\nindex x\n\n"),
    ),
    "request": (parse_request, _filled(b"old 1\n", HASH, b"\n")),
    "two histories": (
        parse_split_view,
        _filled(b"registan/split-view/v1\n\na\n\n", SIGNED.encode(), b"\na\n\nx"),
    ),
    "bundle": (split_bundle, bytes(SIZE)),
    "tile": (split_tile, bytes(SIZE)),
    "tile path": (_text(parse_path), _filled(b"tile/0/", b"x000/", b"000")),
    "stream": (lambda data: check_stream(stream_lines(data)), _filled(b"", SHREDDED, b"{}\n")),
    "opening": (parse_opening, _opening()),
    "statement": (parse_signed, _filled(b"registan/statement/v2\n\n", SIGNED.encode())),
    "head of a statement": (head_of, _filled(b"registan/statement/v1\n", b"a:b\n", b"\n")),
    "signature of an office": (_text(parse_authorisation), _filled(b"office-key/v1 ", b"x ")),
    "key file": (public_key, b"[" + b'{"":1},' * (16 * 1024 // 7)),
    "json": (read_json, b'"' + b'\\"' * (SIZE // 2)),
    "json depth": (read_json, b"[" * SIZE),
    "json width": (read_json, b"[" + b"[]," * (SIZE // 3)),
    "json objects": (read_json, b"[" + b'{"":1},' * (SIZE // 7)),
    "json numbers": (read_json, b"[" + b"1e9," * (SIZE // 4)),
    "canonical json": (canonicalise, _filled(b"[", b'{"":1},', b'{"":1,"":1}]')),
}


def figures(_at: Installation) -> Iterator[Figure]:
    """Each parser alone; then the worst of many calls in a process that serves pages, where a collection
    may fall into each.
    """
    # What others left on the heap is no work of the parsers: a collection of it in the midst of one has
    # once been taken for 13 ms of `read_json`.
    gc.collect()
    gc.freeze()
    for name, (parser, data) in WORST.items():
        spent = cpu_ms(lambda parser=parser, data=data: _refused(parser, data))  # type: ignore[misc]
        yield Figure(
            f"log: 64 KiB of hostile {name} (parser alone, heap frozen, CPU)", spent, "ms", 10
        )
    gc.unfreeze()
    told = subprocess.run(
        [sys.executable, "-m", "bench.live_parsing"],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ).stdout  # fmt: skip
    live = json.loads(told)
    for name, worst_call in live["worst"].items():
        yield Figure(
            f"log: 64 KiB of hostile json {name}, worst of {CALLS} calls in a server, CPU",
            worst_call, "ms", 10, f"{live['heap']:,} objects on its heap",
        )  # fmt: skip


def _refused(parser: Callable[[bytes], object], data: bytes) -> None:
    try:
        parser(data)
    except Malformed:
        return
    raise RuntimeError("the parser should have refused this")
