"""The preview as the office meets it: it builds when a file is saved, tells the browser, and says what is wrong."""

from __future__ import annotations

import errno
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from bangvang.preview import PreviewError, serve, server
from bangvang.preview.state import State
from bangvang.preview.watching import ENGINE, Snapshot
from tools import chromium

STORY = "data/honourees/k7m2q9.yml"
PAGE = "/guong/k7m2q9/"
PATIENCE = 150


@dataclass(frozen=True)
class Preview:
    """`bangvang serve`, running."""

    root: Path
    port: int
    process: subprocess.Popen[bytes]

    def change(self, passage: str, instead: str) -> None:
        """Save the story with a passage changed."""
        text = (self.root / STORY).read_text(encoding="utf-8")
        assert passage in text
        (self.root / STORY).write_text(text.replace(passage, instead), encoding="utf-8")

    def open(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        return connection.getresponse()

    def text(self, path: str) -> str:
        with self.open(path) as answer:
            return answer.read().decode()


def told(stream: HTTPResponse) -> dict[str, object]:
    """The next news of a build."""
    while not (line := stream.readline()).startswith(b"data: "):
        assert line
    return dict(json.loads(line.removeprefix(b"data: ")))


@pytest.fixture
def preview(small_site: Path) -> Iterator[Preview]:
    """Of the small project, on a port of its own; the first site is there."""
    command = [sys.executable, "-m", "bangvang", "serve", "--project", str(small_site)]
    command += ["--as-of", "2026-11-21", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout is not None
        opened = process.stdout.readline().decode()
        running = Preview(small_site, int(opened.split("http://127.0.0.1:")[1].split("/")[0]), process)
        with running.open("/__bangvang/events") as stream:
            while told(stream)["version"] == 0:
                pass
        yield running
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read().decode()
        assert process.wait(PATIENCE) == 1
        assert rest.endswith("Đã dừng theo yêu cầu.\n")
        assert "Traceback" not in rest


def test_a_saved_record_is_on_the_page_and_bad_data_never_are(preview: Preview) -> None:
    """The browser hears of each build; while data are bad, the last good page stays."""
    assert "dậy <strong>sớm</strong>" in preview.text(PAGE)
    with preview.open("/__bangvang/events") as stream:
        assert told(stream) == {"version": 1, "error": ""}
        preview.change("**sớm**", "**muộn**")
        assert told(stream) == {"version": 2, "error": ""}
        assert "dậy <strong>muộn</strong>" in preview.text(PAGE)
        preview.change("place: xa-thu", "place: xa-nao-do")
        state = told(stream)
        assert state["version"] == 2
        assert f"{STORY}:3:8: lỗi: " in str(state["error"])
        assert "dậy <strong>muộn</strong>" in preview.text(PAGE)
        preview.change("place: xa-nao-do", "place: xa-thu")
        assert told(stream) == {"version": 3, "error": ""}


def test_a_second_preview_is_told_that_the_port_is_taken(tmp_path: Path) -> None:
    """And how to get another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PreviewError, match=rf"Cổng {port} đang bận\..* --port {port + 1}\."):
            serve(tmp_path, tmp_path / "site", "127.0.0.1", port, [], print)


@pytest.mark.parametrize(
    ("host", "port", "message"),
    [
        ("127.0.0.1", 70000, "Không có cổng 70000. Hãy chọn một số từ 1024 đến 65535, ví dụ --port 8000."),
        ("khong.co.invalid", 0, "Máy này không có địa chỉ khong.co.invalid. Hãy bỏ --host để dùng 127.0.0.1."),
        ("x" * 70, 0, f"Máy này không có địa chỉ {'x' * 70}. Hãy bỏ --host để dùng 127.0.0.1."),
        ("192.0.2.1", 0, "Máy này không có địa chỉ 192.0.2.1. Hãy bỏ --host để dùng 127.0.0.1."),
    ],
)
def test_a_place_that_does_not_exist_is_told(tmp_path: Path, host: str, port: int, message: str) -> None:
    """Without a traceback."""
    with pytest.raises(PreviewError) as caught:
        serve(tmp_path, tmp_path / "site", host, port, [], print)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("reason", "port", "message"),
    [
        (errno.EACCES, 80, "Máy này không cho dùng cổng 80. Hãy chọn cổng khác, ví dụ --port 8000."),
        (errno.EACCES, 8000, "Máy này không cho dùng cổng 8000. Hãy chọn cổng khác, ví dụ --port 8001."),
        (errno.EADDRINUSE, 65535, "Cổng 65535 đang bận. Có thể một bản xem thử khác đang chạy: hãy tắt nó, "
         "hoặc chọn cổng khác, ví dụ --port 8000."),
        (errno.ENETDOWN, 8000, "Không mở được cổng 8000 ở địa chỉ 127.0.0.1. Hãy chọn cổng khác, ví dụ --port 8001."),
    ],
)  # fmt: skip
def test_what_the_machine_refuses_is_told_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int, port: int, message: str
) -> None:
    """In Vietnamese alone, with a port that may do."""

    def refuse(self: server._Server) -> None:
        raise OSError(reason, "an English word")

    monkeypatch.setattr(server._Server, "server_bind", refuse)
    with pytest.raises(PreviewError) as caught:
        serve(tmp_path, tmp_path / "site", "127.0.0.1", port, [], print)
    assert str(caught.value) == message


@pytest.mark.parametrize(("returned", "base"), [(0, "/xa-thu/"), (1, "/")])
def test_the_sites_path_is_that_of_the_last_good_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, returned: int, base: str
) -> None:
    """The settings may move the site while it is looked at; a failed build moves nothing."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/site.yml").write_text(
        "name: A\naddress: https://a.example/xa-thu/\ndescription: A.\nowner: {name: A}\n"
        "contact: {office: A, email: a@b.vn}\n",
        encoding="utf-8",
    )
    done = subprocess.CompletedProcess([], returned, b"")
    monkeypatch.setattr(server.subprocess, "run", lambda *_, **__: done)
    state = State()
    assert server._build(tmp_path, state, [], lambda _: None) is (returned == 0)
    assert state.base == base


class _Enough(Exception):
    """Ends a loop that otherwise only the office ends."""


@pytest.fixture
def watching(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[str]]:
    """Let the preview see a row of changes, whose builds turn out as given; what it does, in order."""

    def run(seen: list[str], outcomes: list[bool]) -> list[str]:
        done: list[str] = []
        shots: Iterator[Snapshot] = iter([{}, *({path: (number, 0)} for number, path in enumerate(seen))])
        results = iter([True, *outcomes])

        def build(root: Path, state: State, options: list[str], say: Callable[[str], None]) -> bool:
            done.append(" ".join(["build", *options]))
            return next(results)

        def stop() -> None:
            done.append("start anew")
            raise _Enough

        def look(_: object) -> Snapshot:
            try:
                return next(shots)
            except StopIteration:
                raise _Enough from None

        monkeypatch.setattr(server, "_PAUSE", 0)
        monkeypatch.setattr(server, "_build", build)
        monkeypatch.setattr(server, "_start_anew", stop)
        monkeypatch.setattr(server, "snapshot", look)
        with pytest.raises(_Enough):
            serve(tmp_path, tmp_path / "site", "127.0.0.1", 0, ["--jobs", "1", "--clean"], lambda _: None)
        return done

    return run


def test_only_the_first_build_is_clean(watching: Callable[..., list[str]]) -> None:
    """The others are to be quick."""
    assert watching(["data/a.yml", "data/b.yml"], [True, True]) == [
        "build --jobs 1 --clean",
        "build --jobs 1",
        "build --jobs 1",
    ]


def test_changed_python_of_the_engine_starts_the_preview_anew(watching: Callable[..., list[str]]) -> None:
    """After a build with it."""
    assert watching([str(ENGINE / "pages/home.py"), "x"], [True])[-2:] == ["build --jobs 1", "start anew"]


def test_broken_python_does_not_end_the_preview(watching: Callable[..., list[str]]) -> None:
    """It shows on the page like any other mistake; the new start comes when it is mended, wherever that was."""
    engine = str(ENGINE / "preview/server.py")
    assert watching([engine, "data/a.yml", "x"], [False, True])[1:] == [
        "build --jobs 1",
        "build --jobs 1",
        "start anew",
    ]
    assert watching([engine], [False])[1:] == ["build --jobs 1"]


def test_a_page_in_chromium_reloads_and_shows_what_is_wrong(preview: Preview) -> None:
    """The office saves a file and looks up: there it is, or there it says why not."""

    def look() -> list[str]:
        seen = []
        with chromium.browser() as opened:
            page = opened.new_page()
            page.set_default_timeout(PATIENCE * 1000)
            page.goto(f"http://127.0.0.1:{preview.port}{PAGE}")
            preview.change("**sớm**", "**rất muộn**")
            page.locator("strong", has_text="rất muộn").wait_for()
            preview.change("place: xa-thu", "place: xa-nao-do")
            alert = page.locator(".bv-preview")
            alert.wait_for()
            seen.append(alert.inner_text())
            seen.append(page.locator("strong", has_text="rất muộn").inner_text())
            preview.change("place: xa-nao-do", "place: xa-thu")
            alert.wait_for(state="detached")
        return seen

    with ThreadPoolExecutor(1) as thread:  # a browser of other tests may be at work in this one
        alert, kept = thread.submit(look).result()
    assert alert.startswith("Chưa dựng lại được trang. Bạn đang xem bản đúng gần nhất.")
    assert f"{STORY}:3:8: lỗi: " in alert
    assert kept == "rất muộn"


def test_a_browser_that_went_away_is_not_worth_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    """Any other mistake is."""
    with server._Server(("127.0.0.1", 0), BaseHTTPRequestHandler) as running:
        for error in (ConnectionResetError(), BrokenPipeError(), ValueError("hỏng")):
            try:
                raise error
            except (OSError, ValueError):
                running.handle_error(None, ("127.0.0.1", 1))
            assert ("hỏng" in capsys.readouterr().err) == isinstance(error, ValueError)
