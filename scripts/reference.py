"""Write acts.md, refusals.md and http.md in docs/reference from the code.

`.venv/bin/python -m scripts.reference`; a test fails when they are out of date.
"""

from __future__ import annotations

import ast
import importlib
import os
import re
from collections import defaultdict
from pathlib import Path

import django

from tests.walk.visits import routes

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "reference"
HTTP = """# Addresses

Pages stand below `/ru/`, `/zh/` and `/en/`: `{language}` is one of the three, and the address alone decides.
An address without a language leads to the reader's own.

- `GET` shows; `POST` changes, with the token of the form (CSRF) and its `act_key`. A repeated `act_key` of
  the same mandate returns the first result and does nothing twice.
- What is not there and what is not addressed to the reader get one and the same answer: 404.
- A refusal is answered with its status and its sentence (refusals.md): 403 no mandate or power, 409 something
  changed meanwhile, 422 what was typed, 413 too large, 400 unreadable.
- `/api/` answers JSON, and `application/problem+json` for a refusal; its description is `/api/openapi.json`.
- `/feeds/` are iCalendar files; the address below `/feeds/own/` is a secret of its Official.

Written by `scripts/reference.py`.

| address |
|---|
"""
# Raised by classes of their own, not by a code at the place.
OF_CLASSES = {"not_there": 404}
UNPROCESSABLE = 422
CONFLICT = 409
BINDS = " **Binds the State.**"


def refusals() -> dict[str, set[int]]:
    """Code -> the HTTP statuses with which it is answered, as the source says."""
    found: dict[str, set[int]] = defaultdict(set)
    for code, status in OF_CLASSES.items():
        found[code].add(status)
    for path in sorted((ROOT / "registan").rglob("*.py")):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name, first = getattr(node.func, "id", ""), getattr(node.args[0], "value", "")
            if name == "say" and str(first).startswith("refusal."):
                found[str(first).removeprefix("refusal.")].add(UNPROCESSABLE)
            if name == "Refused":
                given = [each.value for each in node.keywords if each.arg == "status"]
                status = getattr(given[0], "value", 0) if given else UNPROCESSABLE
                found[str(first)].add(int(str(status)))
            if name == "Unsigned":
                found[str(first)].add(CONFLICT)
    return found


def acts_page() -> str:
    """docs/reference/acts.md."""
    from registan.ledger.act import KINDS

    rows = [
        f"| `{kind.name}` | {kind.summary}{BINDS if kind.binding else ''} | `{kind.module}.{kind.function}` |"
        for kind in sorted(KINDS.values(), key=lambda each: each.name)
        if kind.module.startswith("registan.")
    ]
    return (
        "# Acts\n\nEvery deed that leaves an entry: its name, what it means, and the one function that does "
        "it.\nPages, API and command line go through these alone. Written by `scripts/reference.py`.\n\n"
        "| act | meaning | function |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def refusals_page() -> str:
    """docs/reference/refusals.md."""
    from registan.web.texts import say_template

    rows = [
        f"| `{code}` | {', '.join(map(str, sorted(statuses)))} | "
        + " | ".join(
            say_template(f"refusal.{code}", lang).replace("|", "\\|") for lang in ("ru", "zh", "en")
        )
        + " |"
        for code, statuses in sorted(refusals().items())
    ]
    return (
        "# Refusals\n\nWhat the rules forbid, by code. A page shows the sentence at its field; the API "
        "answers `application/problem+json` (RFC 9457)\nwith the same code and status. Written by "
        "`scripts/reference.py`.\n\n| code | status | Русский | 中文 | English |\n|---|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )


def http_page() -> str:
    """docs/reference/http.md: the addresses that the walk of the tests visits, and those it does not."""
    rows = [
        "| `/" + re.sub("^ru/", "{language}/", route.template) + "` |"
        for route in routes(everything=True)
    ]
    return HTTP + "\n".join(rows) + "\n"


def main() -> None:
    """Write the three pages."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registan.config.settings")
    django.setup()
    importlib.import_module("registan.config.urls")
    PAGES.mkdir(parents=True, exist_ok=True)
    (PAGES / "acts.md").write_text(acts_page(), encoding="utf-8")
    (PAGES / "refusals.md").write_text(refusals_page(), encoding="utf-8")
    (PAGES / "http.md").write_text(http_page(), encoding="utf-8")
    print("docs/reference/acts.md, refusals.md and http.md are written.")


if __name__ == "__main__":
    main()
