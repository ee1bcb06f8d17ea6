"""Searches in Chromium: what they find, what they load, how long it takes on a slow line and a slow processor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from bench.search.contender import TOP, Contender

LINES: Mapping[str, Mapping[str, float]] = {
    "Slow 3G": {"latency": 2_000, "downloadThroughput": 50_000, "uploadThroughput": 50_000},
    "Fast 3G": {"latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375},
    "4G": {"latency": 165, "downloadThroughput": 1_012_500, "uploadThroughput": 187_500},
}
"""As the developer tools of Chromium have them; every one with a processor four times slower."""
SHOWN = 5
"""So many results are waited for when time and bytes are measured: Pagefind's own interface shows no more at first."""
_SLOWER = 4
_READING = 2_500
"""Milliseconds between an answer on a slow line and the next question, in which a search may load ahead."""
_FIND = """async ([queries, most]) => {
    const found = [];
    for (const query of queries) found.push(await ask(query, most));
    return found;
}"""
# A round trip begins with what is asked for after something else has come. The browser itself notes when it asked for
# each file, before any waiting for a free connection, and when the file was there. What came between two answers
# counts among the later one's bytes.
_SPEND = """async ([query, most]) => {
    performance.setResourceTimingBufferSize(10_000);
    const started = performance.now();
    window.ask ??= await window.open_search();
    const found = await ask(query, most);
    const took = performance.now() - started;
    await new Promise((noted) => setTimeout(noted));
    const files = performance.getEntriesByType("resource").sort((one, other) => one.startTime - other.startTime);
    performance.clearResourceTimings();
    const ended = [];
    for (const file of files.filter((file) => file.startTime >= started)) {
        const before = ended.filter(([end]) => end <= file.startTime).map(([, round]) => round);
        ended.push([file.responseEnd, 1 + Math.max(0, ...before)]);
    }
    return {
        took,
        bytes: files.reduce((sum, file) => sum + file.transferSize, 0),
        files: files.length,
        rounds: Math.max(0, ...ended.map(([, round]) => round)),
        shown: found.length,
    };
}"""


@dataclass(frozen=True)
class Spent:
    """What one answer took."""

    took: float
    """Milliseconds."""
    bytes: int
    """As they are sent, with their heads."""
    files: int
    rounds: int
    shown: int
    """Results."""


def found(opened: Browser, home: str, contender: Contender, queries: Sequence[str]) -> list[list[str]]:
    """The addresses that each query brings, the best first."""
    with blank_page(opened, home) as page:
        page.evaluate(f"async () => {{ window.ask = await ({contender.glue})(); }}")
        answers: list[list[str]] = page.evaluate(_FIND, [list(queries), TOP])
    return answers


def first_answers(
    opened: Browser, home: str, contender: Contender, queries: Sequence[str], line: str | None = None
) -> list[Spent]:
    """What a visitor waits for: some queries one after another, from loading the first script on."""
    with blank_page(opened, home) as page:
        page.evaluate(f"() => {{ window.open_search = {contender.glue}; }}")
        if line is not None:
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", {"offline": False, **LINES[line]})
            session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        spent = []
        for query in queries:
            spent.append(Spent(**page.evaluate(_SPEND, [query, SHOWN])))
            page.wait_for_timeout(_READING if line is not None else 0)
        return spent


@contextmanager
def blank_page(opened: Browser, home: str) -> Iterator[Page]:
    """A visitor of its own, with nothing kept from others."""
    page = opened.new_context(base_url=home).new_page()
    page.goto("/")
    yield page
    page.context.close()
