"""The editor's server over a real connection."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from bangvang.office.editor.request import MOST_BYTES, Request
from bangvang.office.editor.response import Response, download, html, see
from bangvang.office.editor.server import Answer, EditorServer


def _hello(request: Request) -> Response:
    return html(f"chào {request.path} {request.form.get('a')}")


def _broken(request: Request) -> Response:
    raise RuntimeError("hỏng")


@contextmanager
def running(answer: Answer) -> Iterator[EditorServer]:
    """A server that answers like this."""
    server = EditorServer(answer, lambda status, message: f"{status.value}: {message}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def ask(server: EditorServer, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[HTTPResponse, str]:
    """One request with the headers of a browser, some of them changed."""
    port = server.door.port
    usual = {"Cookie": server.door.cookie().partition(";")[0], "Origin": f"http://127.0.0.1:{port}"}
    usual |= {"Content-Type": "application/x-www-form-urlencoded"}
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(
        method, path, body, {**usual, **{name.replace("_", "-"): text for name, text in headers.items()}}
    )
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


def test_the_entrance_gives_the_cookie_and_hides_the_key() -> None:
    """The address in the bar no longer holds it."""
    with running(_hello) as server:
        address = urlsplit(server.door.address)
        answer, _ = ask(server, "GET", f"{address.path}?{address.query}", Cookie="")
        assert (answer.status, answer.headers["Location"]) == (303, "/")
        assert answer.headers["Set-Cookie"] == server.door.cookie()
        wrong, text = ask(server, "GET", f"{address.path}?khoa=khac", Cookie="")
        assert (wrong.status, text) == (403, "403: Địa chỉ này đã cũ. Hãy chạy lại bangvang edit.")


def test_requests_with_the_cookie_are_answered_with_strict_headers() -> None:
    """Nothing from elsewhere, nothing kept."""
    with running(_hello) as server:
        answer, text = ask(server, "POST", "/x", b"a=1")
        assert (answer.status, text) == (200, "chào /x 1")
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Cookie": ""}, {"Origin": "https://evil.example"}, {"Origin": ""}]
)
def test_other_pages_and_other_names_are_refused(headers: dict[str, str]) -> None:
    """Whatever they send, no page of ours sees it."""
    seen: list[Request] = []

    def note(request: Request) -> Response:
        seen.append(request)
        return html("")

    with running(note) as server:
        answer, _ = ask(server, "POST", "/x", b"a=1", **headers)
        assert answer.status == 403
        assert seen == []


def test_too_large_a_request_is_refused_unread() -> None:
    """By what it says of itself."""
    with running(_hello) as server:
        answer, text = ask(server, "POST", "/x", b"", Content_Length=str(MOST_BYTES + 1))
        assert (answer.status, "Tệp quá lớn" in text) == (400, True)


def test_a_fault_of_our_own_is_an_apology_and_the_editor_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    """The traceback is for the terminal, not for the clerk."""
    with running(_broken) as server:
        answer, text = ask(server, "GET", "/")
        assert (answer.status, "RuntimeError" in text) == (500, False)
        assert "hồ sơ trên máy vẫn nguyên" in text
        assert ask(server, "GET", "/")[0].status == 500
    assert "RuntimeError: hỏng" in capsys.readouterr().err


def test_addresses_and_names_are_encoded() -> None:
    """Vietnamese in headers."""
    assert see("/ho-so/", da="Đã lưu.").headers["Location"] == "/ho-so/?da=%C4%90%C3%A3%20l%C6%B0u."
    assert (
        download(b"", "Sổ.xlsx", "x").headers["Content-Disposition"] == "attachment; filename*=UTF-8''S%E1%BB%95.xlsx"
    )
