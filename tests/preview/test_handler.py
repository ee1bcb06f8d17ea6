"""What the preview answers: files of the site as they are, pages with a line more, news of builds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from bangvang.preview.handler import Handler
from bangvang.preview.state import State

LINE = '<link rel="stylesheet" href="/__bangvang/preview.css"><script src="/__bangvang/reload.js"></script>'


@dataclass(frozen=True)
class Preview:
    """A running one."""

    site: Path
    state: State
    port: int

    def ask(self, path: str, method: str = "GET") -> HTTPResponse:
        """The answer to a request; the path is sent as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=150)
        connection.putrequest(method, path)
        connection.endheaders()
        return connection.getresponse()

    def text(self, path: str) -> str:
        """Its body."""
        with self.ask(path) as answer:
            return answer.read().decode()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Of a site with two pages and a style, which will stand at /bang-vang/."""
    site, state = tmp_path / "site", State(base="/bang-vang/")
    (site / "guong").mkdir(parents=True)
    (site / "index.html").write_text("<html><body>Trang chủ</body></html>\n", encoding="utf-8")
    (site / "guong/index.html").write_text("<html><body>Gương</body></html>", encoding="utf-8")
    (site / "404.html").write_text("<html><body>Không có</body></html>", encoding="utf-8")
    (site / "a.css").write_bytes(b"b{}")
    handler = type("SiteHandler", (Handler,), {"state": state})
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *request: handler(*request, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Preview(site, state, server.server_address[1])
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_page_has_the_line_that_reloads_it(preview: Preview) -> None:
    """Just before its end; the file itself stays as it is."""
    assert preview.text("/") == f"<html><body>Trang chủ{LINE}</body></html>\n"
    assert preview.text("/guong/?q=1") == f"<html><body>Gương{LINE}</body></html>"
    assert LINE not in (preview.site / "index.html").read_text(encoding="utf-8")


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    """And no browser keeps them."""
    with preview.ask("/a.css") as answer:
        assert (answer.status, answer.read(), answer.headers["Content-Type"]) == (200, b"b{}", "text/css")
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_site_is_also_where_it_will_stand(preview: Preview) -> None:
    """The page for lost addresses has links that begin there, wherever the settings put the site meanwhile."""
    assert preview.text("/bang-vang/guong/") == preview.text("/guong/")
    preview.state.base = "/xa-thu/"
    assert preview.text("/xa-thu/guong/") == preview.text("/guong/")
    with preview.ask("/bang-vang/guong/") as answer:
        assert answer.status == 404


def test_a_lost_address_gets_the_page_for_it(preview: Preview) -> None:
    """With the line, for the page may come."""
    for path in ("/khong-co/", "/khong-co.png"):
        with preview.ask(path) as answer:
            assert answer.status == 404
            assert answer.read().decode() == f"<html><body>Không có{LINE}</body></html>"


def test_a_folder_without_its_slash_is_sent_on(preview: Preview) -> None:
    """As on any server."""
    with preview.ask("/guong") as answer:
        assert (answer.status, answer.headers["Location"]) == (301, "/guong/")


def test_before_the_first_site_the_page_says_what_is_going_on(preview: Preview) -> None:
    """Building, or what is wrong; it reloads like any other."""
    for path in preview.site.rglob("*.html"):
        path.unlink()
    assert "Đang dựng trang lần đầu…" in preview.text("/")
    preview.state.fail("data/a.yml:1:1: lỗi: <b>")
    told = preview.text("/")
    assert "data/a.yml:1:1: lỗi: &lt;b&gt;" in told
    assert LINE in told


def test_its_own_files_are_served_and_nothing_beside_them(preview: Preview) -> None:
    """No way leads out of the folder, nor out of the site."""
    with preview.ask("/__bangvang/reload.js") as answer:
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert b"EventSource" in answer.read()
    for path in ("/__bangvang/server.py", "/__bangvang/../preview/server.py", "/__bangvang/", "/../../etc/passwd"):
        with preview.ask(path) as answer:
            assert answer.status == 404
            assert b"def serve" not in answer.read()


def test_browsers_hear_of_every_build(preview: Preview) -> None:
    """Good ones and bad ones, in one stream."""
    with preview.ask("/__bangvang/events") as stream:
        assert stream.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        heard = []
        for step in (
            lambda: None,
            preview.state.succeed,
            lambda: preview.state.fail("hỏng\nhai dòng"),
            preview.state.succeed,
        ):
            step()
            heard.append(stream.readline().decode())
            assert stream.readline() == b"\n"
    assert heard == [
        'data: {"version": 0, "error": ""}\n',
        'data: {"version": 1, "error": ""}\n',
        'data: {"version": 1, "error": "hỏng\\nhai dòng"}\n',
        'data: {"version": 2, "error": ""}\n',
    ]
