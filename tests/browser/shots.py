"""`make shots`: a picture of every page in three languages and two widths, into the folder shots/.

`make shots ONLY=measure` takes those whose key holds the word; SHOTS_SERVER=http://… looks at a server
that runs already instead of starting one.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import django
from playwright.sync_api import FloatRect, sync_playwright

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "shots"
TALLEST = 12_000

if TYPE_CHECKING:
    from tests.browser.pages import Atlas, Listed
    from tests.browser.visitors import Visitors


def main(only: str) -> int:
    """Take the pictures; 1 where a page was not found."""
    from tests.browser.pages import PAGES, Atlas
    from tests.browser.visitors import Visitors, launch

    SHOTS.mkdir(exist_ok=True)
    chosen = [page for page in PAGES if only in page.key]
    missing = 0
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        visitors = Visitors(launch(playwright), _server(stack))
        if not os.environ.get("SHOTS_SERVER"):
            from tests.browser.preparing import prepare

            prepare(visitors)
        atlas = Atlas(visitors)
        for done, page in enumerate(chosen, start=1):
            try:
                _take(visitors, atlas, page)
            except AssertionError as error:
                missing += 1
                print(error)
            print(f"{done}/{len(chosen)} {page.key}", flush=True)
    print(f"{len(list(SHOTS.glob('*.png')))} pictures in {SHOTS.relative_to(ROOT)}/")
    return 1 if missing else 0


def _server(stack: ExitStack) -> str:
    from tests.browser.served import Served

    if running := os.environ.get("SHOTS_SERVER"):
        return running
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    return stack.enter_context(Served(Path(folder) / "var")).url


def _take(visitors: Visitors, atlas: Atlas, page: Listed) -> None:
    from tests.browser.visitors import LANGS, NARROW, WIDE

    visitor = visitors[page.who]
    name = re.sub(r"[^a-z0-9_.-]+", "-", page.key.lower())
    for lang in LANGS:
        visitor.go(atlas.address(page, lang))
        for size in (WIDE, NARROW):
            visitor.page.set_viewport_size(size)
            height = int(visitor.page.evaluate("document.documentElement.scrollHeight"))
            shown = FloatRect(x=0, y=0, width=size["width"], height=min(height, TALLEST))
            visitor.page.screenshot(
                path=SHOTS / f"{name}.{lang}.{size['width']}.png", clip=shown, full_page=True
            )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as settings_folder:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registan.config.settings")
        os.environ.setdefault("REGISTAN_VAR", settings_folder)
        django.setup()
        sys.exit(main(os.environ.get("ONLY", "")))
