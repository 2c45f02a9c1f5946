"""Search among 100,000 things: CPU of one question, on the database of the settings.

`python -m bench.search` makes the things in a database of its own (SQLite in a temporary folder, or
the test database of REGISTAN_DATABASE_URL), asks, and drops it again.
"""

from __future__ import annotations

import os
import random
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from registan.search.things import Thing

THINGS = 100_000
TARGET_MS = 30.0
ROOTS = {
    "ru": (
        "план мера отчёт эпидемия граница торговля таможня безопасность обмен данные вакцина "
        "транспорт коридор культура образование наркотик оборот энергетика финансы проект цифра"
    ),
    "zh": "计划 措施 报告 疫情 边境 贸易 海关 安全 交换 数据 疫苗 运输 走廊 文化 教育 毒品 流通 能源 金融",
    "en": (
        "plan measure report epidemic border trade customs security exchange data vaccine "
        "transport corridor culture education drug traffic energy finance project digital"
    ),
}
# A word that is in most things, one in some, one in few, and several together; a reader who sees half.
QUESTIONS = {
    "common": "меры",
    "usual": "w120",
    "rare": "w4900",
    "three languages": "эпидемия 疫情 epidemic",
    "phrase": "обмен данными о вакцинах",
    "unfinished": "эпид",
    "one character": "疫",
    "some of the words": "w4900 w4901 w4902 w4903",
}


def things(n: int, rng: random.Random) -> Iterator[Thing]:
    """Invented things with texts of 30 words in each language; words as rare as in real texts."""
    from registan.search.things import Thing

    rare = [f"w{rank}" for rank in range(5000)]
    roots = {lang: words.split() for lang, words in ROOTS.items()}
    weights = [1 / (rank + 10) for rank in range(5000)]
    for at in range(n):
        picked = rng.choices(rare, weights, k=20)
        texts = {
            lang: " ".join([*rng.choices(words, k=10), *picked]) for lang, words in roots.items()
        }
        heading = {lang: " ".join(rng.choices(words, k=5)) for lang, words in roots.items()}
        audience = ("public", "members", "states:|KZ|", "states:|CN|")[at % 4]
        yield Thing(
            urn=f"urn:bench:{at}", page="plan", at={"key": f"p{at}"}, heading=heading, texts=texts,
            readers=((audience,),), plan=f"p{at % 40}", parties=("KZ", "CN")[at % 2 :],
        )  # fmt: skip


def measure() -> dict[str, float]:
    """Milliseconds of one question, of CPU, by kind of question; and seconds of indexing."""
    from registan.ledger.audience import Viewer
    from registan.search import index
    from registan.search.queries import Wanted, find
    from registan.search.things import register_searchable

    register_searchable("bench", lambda urn: things(THINGS, random.Random(1)))
    begun = time.perf_counter()
    index.rebuild()
    figures = {"indexed_s": time.perf_counter() - begun}
    analyse()
    reader = Viewer(states=frozenset({"KZ"}), member=True, official_id=1)
    for name, words in QUESTIONS.items():
        figures[name] = cpu_ms(partial(find, Wanted(words=words), reader))
    figures["filtered"] = cpu_ms(partial(find, Wanted(words="меры", plan="p7", party="CN"), reader))
    return figures


def analyse() -> None:
    """What autovacuum does by itself after such a load."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE search_document")


def cpu_ms(ask: Callable[[], object], times: int = 20) -> float:
    """Milliseconds of CPU of one question, here and in the database's own process."""
    ask()
    server, begun = _server_ticks(), time.process_time()
    for _ in range(times):
        ask()
    own = time.process_time() - begun
    return (own + (_server_ticks() - server) / os.sysconf("SC_CLK_TCK")) * 1000 / times


def _server_ticks() -> int:
    """CPU clock ticks of PostgreSQL's process behind our connection; 0 for SQLite, which has none."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        stat = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text(encoding="ascii")
    return sum(int(field) for field in stat.rsplit(")", 1)[1].split()[11:13])


def main() -> int:
    """Print the figures; 1 when a question takes longer than TARGET_MS."""
    import django
    from django.db import connection

    django.setup()
    old = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        figures = measure()
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)
    for name, figure in figures.items():
        print(f"{connection.vendor:10} {name:20} {figure:8.1f}")
    slow = [name for name, ms in figures.items() if name != "indexed_s" and ms > TARGET_MS]
    return 1 if slow else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registan.config.settings")
    raise SystemExit(main())
