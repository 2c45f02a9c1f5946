# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools[woff]>=4.50,<5"]
# ///
"""For maintainers: cut the web fonts out of Debian's fonts-noto-core, and write down where they are from.

    uv run assets/refresh.py

Needs the Debian package fonts-noto-core. Debian 12 ships no variable Noto Sans, hence two weights.
Writes registan/web/static/web/*.woff2 and assets/README.md (source, licence, SHA-256).
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "registan" / "web" / "static" / "web"
NOTO = Path("/usr/share/fonts/truetype/noto")
WEIGHTS = {
    "noto-sans-400.woff2": "NotoSans-Regular.ttf",
    "noto-sans-600.woff2": "NotoSans-Bold.ttf",
}
# Latin with the letters of our transliterations, Cyrillic with those of the Turkic and Tajik alphabets.
UNICODES = (
    "20-7E,A0-FF,100-17F,192,1A0-1A1,1AF-1B0,2BB-2BC,2C6,2DC,400-45F,462-463,490-4F9,"
    "1E00-1E01,2010-2015,2018-201E,2020-2022,2026,202F,2030,2032-2033,2039-203A,20AC,20BD,2116,2122,"
    "2190-2193,2212,2264-2265,2248,2260,25CF,2713"
)
LIMIT = 60 * 1024


def main() -> int:
    """Cut both weights; refuse when together they pass the budget of the house."""
    made = [_cut(NOTO / source, STATIC / target) for target, source in WEIGHTS.items()]
    total = sum(path.stat().st_size for path in made)
    if total > LIMIT:
        print(f"The fonts have {total} bytes; {LIMIT} are allowed. Cut UNICODES.", file=sys.stderr)
        return 1
    (HERE / "README.md").write_text(_register(made), encoding="utf-8")
    print(f"{len(made)} fonts, {total} bytes.")
    return 0


def _cut(source: Path, target: Path) -> Path:
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        desubroutinize=True,
        layout_features=["kern", "mark", "tnum", "lnum"],
    )
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(UNICODES))
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return target


def _register(made: list[Path]) -> str:
    package = subprocess.run(
        ["dpkg-query", "-W", "-f=${Version}", "fonts-noto-core"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    rows = "\n".join(
        f"| `{path.name}` | Noto Sans, {WEIGHTS[path.name]}, Debian fonts-noto-core {package} | "
        f"SIL Open Font License 1.1 | {path.stat().st_size} | `{hashlib.sha256(path.read_bytes()).hexdigest()}` |"
        for path in made
    )
    return (
        "# Files that are not ours\n\n"
        "Written by `uv run assets/refresh.py`. Nothing else that we did not write is in the repository; htmx is\n"
        "served from the django-htmx wheel (htmx is under the Zero-Clause BSD licence).\n\n"
        "| File in `registan/web/static/web/` | Cut from | Licence | Bytes | SHA-256 |\n|---|---|---|---|---|\n"
        f"{rows}\n\n"
        "Noto Sans: Copyright 2010, 2012-2020 Google LLC. Reserved font name: none.\n"
        "The licence is in `registan/web/static/web/OFL.txt`.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
