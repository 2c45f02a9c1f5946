"""A browser and those who sit before it: the public, and the cast, each with a context of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ViewportSize

if TYPE_CHECKING:
    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Page,
        Playwright,
        Request,
    )

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PUBLIC = ""
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=400, height=800)
LANGS = ("ru", "zh", "en")
# The rules that a WCAG 2.2 AA page keeps, and the good practice beside them.
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def launch(playwright: Playwright) -> Browser:
    """Debian's chromium, quiet towards the rest of the world."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))


@dataclass
class Visitor:
    """One of the cast, or the public (""), in a browser context with cookies of its own."""

    context: BrowserContext
    page: Page
    url: str
    who: str
    faults: list[str] = field(default_factory=list)
    _kept: dict[str, str] = field(default_factory=dict)

    def go(self, address: str) -> int:
        """Open an address of the house; the status of the answer."""
        answer = self.page.goto(urljoin(self.url, address))
        assert answer is not None
        return answer.status

    def html(self, address: str) -> str:
        """The page as it was sent, without opening it; kept."""
        if address not in self._kept:
            self._kept[address] = self.context.request.get(urljoin(self.url, address)).text()
        return self._kept[address]

    def forget(self) -> None:
        """Ask for every page anew: something was done."""
        self._kept.clear()

    def links(self, address: str) -> list[str]:
        """Paths that the page at this address links to, in its order, each once."""
        found = re.findall(r'href="(/[^"#]*|\?[^"#]*)', self.html(address))
        return list(dict.fromkeys(urljoin(address, each.replace("&amp;", "&")) for each in found))

    def faults_seen(self) -> list[str]:
        """What the console and the network showed since the last look."""
        seen, self.faults[:] = list(self.faults), []
        return seen

    def violations(self, **options: Any) -> list[str]:
        """What axe-core finds on the open page: rule, place."""
        found = Axe().run(self.page, options={**AXE_OPTIONS, **options}).response["violations"]
        return [
            f"{rule['id']}: {node['target']} {node['html'][:160]}"
            for rule in found
            for node in rule["nodes"][:3]
        ]

    def scrolls_sideways(self) -> bool:
        """Whether the body itself is wider than the window."""
        return bool(self.page.evaluate(SCROLLS_SIDEWAYS))


class Visitors:
    """All who visit one house, each signed in once."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self.url = browser, url
        self._there: dict[str, Visitor] = {}

    def __getitem__(self, who: str) -> Visitor:
        if who not in self._there:
            self._there[who] = self.new(who)
        return self._there[who]

    def new(self, who: str = PUBLIC, **options: Any) -> Visitor:
        """A visitor in a fresh context; `options` as for a browser context."""
        context = self._browser.new_context(viewport=WIDE, locale="en-GB", **options)
        context.set_default_timeout(20_000)
        visitor = Visitor(context, context.new_page(), self.url, who)
        visitor.page.on("console", lambda message: _listen(visitor, message))
        visitor.page.on("pageerror", lambda error: visitor.faults.append(f"script: {error}"))
        visitor.page.on("request", lambda request: _watch(visitor, request))
        if who != PUBLIC:
            sign_in(visitor, who)
        return visitor

    def leave(self) -> None:
        """Close all contexts."""
        for each in self._there.values():
            each.context.close()


def sign_in(visitor: Visitor, who: str) -> None:
    """One click as one of the cast, as a person does it."""
    visitor.go("/en/sign-in/")
    visitor.page.locator(f'form:has(input[value="{who}"]) button').click()
    visitor.page.wait_for_load_state()


def _listen(visitor: Visitor, message: ConsoleMessage) -> None:
    # Chromium also reports each answer of 4xx here; a test that asks for one reads the status.
    if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
        visitor.faults.append(f"console: {message.text}")


def _watch(visitor: Visitor, request: Request) -> None:
    if urlsplit(request.url).netloc != urlsplit(visitor.url).netloc:
        visitor.faults.append(f"another host: {request.url}")
