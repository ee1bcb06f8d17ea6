"""Looking at a page in Chromium: what it says, whether it fits, and all that goes wrong meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import ConsoleMessage, Page, Request, Response

DESK = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}
"""What 1,280 px are at 400%, too."""
_WITNESS = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`stopped: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""
# Lines of text; those that only scripts put to use; and what sticks out of the window, or is cut at its edge.
_READ = """() => document.fonts.ready.then(() => {
    const lines = (box) => box.innerText.split("\\n").map((line) => line.trim()).filter(Boolean);
    const shown = [...document.querySelectorAll(".bv-js")].filter((one) => one.checkVisibility());
    const width = document.documentElement.clientWidth, wide = document.scrollingElement.scrollWidth - width;
    const kept = (one) => one && (/auto|scroll/.test(getComputedStyle(one).overflowX) || one.localName === "svg"
        || getComputedStyle(one).clipPath !== "none" || kept(one.parentElement));
    const out = [...document.querySelectorAll("#noi-dung *")]
        .filter((one) => one.getBoundingClientRect().right > width + 1 && one.checkVisibility() && !kept(one))
        .map((one) => `${one.localName}.${one.className}`);
    return [lines(document.getElementById("noi-dung")), shown.flatMap(lines),
        wide > 0 || out.length ? [`${wide} px`, ...out] : []];
})"""


class Witness:
    """Sees all that goes wrong in a page, and whom it asks."""

    def __init__(self, page: Page, home: str) -> None:
        self.home = home
        self.seen: list[str] = []
        page.context.add_init_script(_WITNESS)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.seen.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:")):
            self.seen.append(f"elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        # Going on to the next page is no failure.
        if request.failure != "net::ERR_ABORTED":
            self.seen.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.seen.append(f"{response.status}: {response.url}")


@contextmanager
def forgetting(page: Page) -> Iterator[Page]:
    """For one test a page that others had, as if nobody had; whoever listens to it has one of their own."""
    page.goto("robots.txt")
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.set_viewport_size(DESK)
    yield page
    page.unroute_all(behavior="ignoreErrors")
    page.emulate_media(color_scheme="null", media="null")


@dataclass(frozen=True)
class Visit:
    """What a visitor met."""

    wrong: tuple[str, ...]
    """All that failed, was stopped, or was asked of others."""
    lines: frozenset[str]
    of_scripts: frozenset[str]
    """What only scripts put to use."""
    outside: tuple[str, ...]
    """How much wider than the window the page is, and what sticks out."""


def visit(page: Page, url: str, witness: Witness | None = None) -> Visit:
    """Go there, wait for the fonts, and read."""
    if witness is not None:
        witness.seen.clear()
    page.goto(url)
    lines, of_scripts, outside = page.evaluate(_READ)
    wrong = tuple(witness.seen) if witness is not None else ()
    return Visit(wrong, frozenset(lines), frozenset(of_scripts), tuple(outside[:4]))
