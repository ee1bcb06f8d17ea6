"""The real engine in Chromium over an index: what it finds, what it loads, how long it takes on a slow line."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bangvang.assets import FOLDER

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_INDEX = "/chi-muc/"
_ENGINE = "/search-engine.js"
LINES: Mapping[str, Mapping[str, float]] = {
    "Slow 3G": {"latency": 2_000, "downloadThroughput": 50_000, "uploadThroughput": 50_000},
    "Fast 3G": {"latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375},
    "4G": {"latency": 165, "downloadThroughput": 1_012_500, "uploadThroughput": 187_500},
}
"""As the developer tools of Chromium have them; every one with a processor four times slower."""
_SLOWER = 4

# Answers come after a while, so that what is asked for together is seen to be so: a round trip later than all that
# has come before. What leads to words is there already, as it is a second after somebody begins to type.
_ASK = """async ([queries, head, base]) => {
    const answers = [];
    for (const query of queries) {
        let [files, rounds, done, bytes] = [0, 0, 0, 0];
        const load = async (path) => {
            const round = done + 1;
            const answer = await fetch(base + path);
            const value = await answer.json();
            await new Promise((go) => setTimeout(go, 20));
            if (path === head.t) return value;
            files++;
            bytes += +answer.headers.get("content-length");
            rounds = Math.max(rounds, round);
            done = Math.max(done, round);
            return value;
        };
        const index = BangVangSearch.open({ base, load, head });
        await index.warm();
        await index.get(head.t);
        const started = performance.now();
        const found = await index.find(query);
        const took = performance.now() - started;
        answers.push({ urls: found.rows.map((row) => row.url), files, rounds, bytes, took });
    }
    return answers;
}"""
_FIRST = """async ([query, head, base, engine]) => {
    const started = performance.now();
    if (!window.BangVangSearch) {
        await new Promise((done) => {
            const script = document.createElement("script");
            script.src = engine;
            script.onload = done;
            document.head.append(script);
        });
        window.index = BangVangSearch.open({ base, head });
    }
    const found = await window.index.find(query);
    return [performance.now() - started, found.rows.length];
}"""


@dataclass(frozen=True)
class Answer:
    """What one query brought."""

    urls: tuple[str, ...]
    files: int
    rounds: int
    bytes: int
    """Compressed, without the head and the engine."""
    took: float


class _Handler(BaseHTTPRequestHandler):
    """Serves files from memory, compressed as well as gzip can."""

    protocol_version = "HTTP/1.1"

    def __init__(self, packed: Mapping[str, bytes], *arguments: Any) -> None:
        self._packed = packed
        super().__init__(*arguments)

    def do_GET(self) -> None:
        data = self._packed.get(self.path)
        self.send_response(200 if data is not None else 404)
        self.send_header("Content-Length", str(len(data or b"")))
        kind = "text/javascript" if self.path.endswith(".js") else "application/json"
        self.send_header("Content-Type", "text/html" if self.path == "/" else kind)
        if data:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""


class _Packed(dict[str, bytes]):
    """Files compressed when they are first asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def get(self, path: str, default: Any = None) -> Any:
        if path not in self:
            data = self._files.get(path.removeprefix(_INDEX)) if path.startswith(_INDEX) else None
            if path == "/":
                data = b"<!doctype html><meta charset=utf-8>"
            elif path == _ENGINE:
                data = (FOLDER / "search-engine.min.js").read_bytes()
            if data is None:
                return default
            self[path] = gzip.compress(data, 9, mtime=0)
        return self[path]


@contextmanager
def browser() -> Iterator[Browser]:
    """The Chromium of this machine, or Playwright's own."""
    program = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-proxy-server"])
        yield opened
        opened.close()


@contextmanager
def served(files: Mapping[str, bytes]) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """The address of a server of an index, and what it sends."""
    packed = _Packed(files)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, packed))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", packed
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def ask(opened: Browser, home: str, head: object, queries: Sequence[str]) -> list[Answer]:
    """Every query as a visitor's first, the head being there already."""
    page = _page(opened, home)
    page.add_script_tag(url=_ENGINE)
    found = [Answer(tuple(one.pop("urls")), **one) for one in page.evaluate(_ASK, [list(queries), head, _INDEX])]
    page.context.close()
    return found


def first_answers(
    opened: Browser, home: str, head: object, line: str, queries: Sequence[str]
) -> list[tuple[float, float]]:
    """Milliseconds and kilobytes of some queries in a row on a slow line, from loading the engine on."""
    page = _page(opened, home)
    session = page.context.new_cdp_session(page)
    sent = [0.0]
    session.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **LINES[line]})
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    found = []
    for query in queries:
        before = sum(sent)
        took, _ = page.evaluate(_FIRST, [query, head, _INDEX, _ENGINE])
        found.append((took, (sum(sent) - before) / 1000))
    page.context.close()
    return found


def _page(opened: Browser, home: str) -> Page:
    page = opened.new_context(base_url=home).new_page()
    page.goto("/")
    return page
