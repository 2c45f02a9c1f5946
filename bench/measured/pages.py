"""Pages as an Official reads them: just after an act (nothing kept) and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.clock import cpu_ms, wall_ms
from bench.figure import Figure
from bench.installation import PLAN
from registan.ledger import kept
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.installation import Installation

READER = "coordinator.kz"
TABLE = "Kausal 98-104 ms for the data alone"
OTHERS = (
    ("home", "/en/"),
    ("plan with 150 measures", f"/en/plans/{PLAN}/"),
    ("open round", f"/en/plans/{PLAN}/rounds/3/"),
)


def figures(at: Installation) -> Iterator[Figure]:
    cookie = at.cookie(READER)
    address = f"/ru/plans/{PLAN}/table/"

    def read() -> None:
        at.get(address, cookie, gzip=True)

    yield Figure("150 measures x 10 States, signed in, CPU", cpu_ms(read), "ms", 5, TABLE)
    count = iter(range(10_000))
    new = cpu_ms(lambda: at.get(f"{address}?times={next(count)}", cookie, gzip=True))
    yield Figure("the same, asked by another of the State, CPU", new, "ms", 5, TABLE)
    first = cpu_ms(read, times=5, before=kept.forget)
    yield Figure("the same, first time after an act, CPU", first, "ms", None, TABLE)
    yield Figure("the same, wall", wall_ms(read), "ms")
    weights = [len(at.get(f"/{lang}/plans/{PLAN}/table/", cookie).body) for lang in LANGS]
    packed = [len(at.get(f"/{lang}/plans/{PLAN}/table/", cookie, gzip=True).body) for lang in LANGS]
    peer = "Indico 431 kB (meeting page)"
    yield Figure("the same, HTML, heaviest language", max(weights) / 1000, "kB", 120, peer)
    yield Figure("the same, compressed, heaviest language", max(packed) / 1000, "kB", 15)
    for name, path in OTHERS:
        yield Figure(f"{name}, signed in, CPU", _cost(at, path, cookie), "ms")
        first = cpu_ms(lambda path=path: at.get(path, cookie), times=5, before=kept.forget)  # type: ignore[misc]
        yield Figure(f"{name}, first time after an act, CPU", first, "ms")


def _cost(at: Installation, path: str, cookie: str) -> float:
    return cpu_ms(lambda: at.get(path, cookie, gzip=True))
