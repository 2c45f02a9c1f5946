"""The pictures of README, taken from the worked example: python -m tests.browser.pictures

Looks at SHOTS_SERVER=http://… where that is set, else at a server of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.served import Served
from tests.browser.visitors import Visitors, launch

if TYPE_CHECKING:
    from tests.browser.visitors import Visitor

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PLAN = "/en/plans/action-plan/"
READER, SEAT = "coordinator.in", "secretariat.secretariat"
WINDOW = ViewportSize(width=1280, height=1240)
HEAVIEST = 250_000


def main() -> int:
    """Take both pictures; 1 where one is heavier than a reader of README should wait for."""
    FOLDER.mkdir(exist_ok=True)
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = os.environ.get("SHOTS_SERVER") or stack.enter_context(Served(folder / "var")).url
        visitors = Visitors(launch(playwright), url)
        _plan(visitors[READER])
        _report(visitors[SEAT], folder)
        visitors.leave()
    weights = {each.name: each.stat().st_size for each in sorted(FOLDER.glob("*.png"))}
    print(*(f"{name}: {weight // 1000} kB" for name, weight in weights.items()), sep="\n")
    return 1 if max(weights.values()) > HEAVIEST else 0


def _plan(reader: Visitor) -> None:
    reader.page.set_viewport_size(WINDOW)
    reader.go(PLAN)
    reader.page.screenshot(path=FOLDER / "plan.png")


def _report(seat: Visitor, folder: Path) -> None:
    """The first page of the tables in the consolidated report of the last closed round."""
    paper = folder / "report.pdf"
    answer = seat.context.request.get(f"{seat.url}{PLAN}rounds/2/report.en.pdf")
    assert answer.ok, f"{answer.status}: no report"
    paper.write_bytes(answer.body())
    subprocess.run(
        ["pdftoppm", "-r", "96", "-f", "3", "-l", "3", "-singlefile", "-png", paper,
         FOLDER / "report"],
        check=True,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
