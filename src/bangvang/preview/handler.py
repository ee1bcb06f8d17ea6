"""Answers browsers: files of the site, a line of script in every page, and news of builds."""

from __future__ import annotations

import html
from functools import cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bangvang.preview.state import State

OWN = "/__bangvang/"
_HERE = Path(__file__).parent
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_TAIL = f'<link rel="stylesheet" href="{OWN}preview.css"><script src="{OWN}reload.js"></script>'
_HEARTBEAT = 15.0


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    state: State
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == f"{OWN}events":
            self._tell()
        elif path.startswith(OWN):
            self._send_own(path.removeprefix(OWN))
        else:
            self._send_page(path)

    def translate_path(self, path: str) -> str:
        plain = urlsplit(path).path
        if self.state.base != "/" and plain.startswith(self.state.base):
            path = "/" + plain.removeprefix(self.state.base)
        return super().translate_path(path)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Silent: the terminal shows builds."""

    def _send_page(self, path: str) -> None:
        found = Path(self.translate_path(path))
        if found.is_dir() and not path.endswith("/"):
            super().do_GET()
            return
        file = found / "index.html" if found.is_dir() else found
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        if file.suffix != ".html":
            super().do_GET()
            return
        try:
            text = file.read_text(encoding="utf-8")
        except OSError:
            text = self._waiting()
        head, end, rest = text.rpartition("</body>")
        self._send(f"{head}{_TAIL}{end}{rest}".encode(), "text/html; charset=utf-8", status)

    def _waiting(self) -> str:
        told = html.escape(self.state.error) or "Đang dựng trang lần đầu…"
        return (
            '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bảng Vàng</title>'
            f"<body><h1>Chưa có trang để xem</h1><pre>{told}</pre></body></html>"
        )

    def _send_own(self, name: str) -> None:
        data = _own_file(name)
        if data is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(data, _TYPES[Path(name).suffix], HTTPStatus.OK)

    def _send(self, data: bytes, kind: str, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _tell(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        seen = ""
        try:
            while True:
                told = self.state.wait(seen, _HEARTBEAT)
                self.wfile.write(f"data: {told}\n\n".encode() if told != seen else b": \n\n")
                self.wfile.flush()
                seen = told
        except OSError:
            return


@cache
def _own_file(name: str) -> bytes | None:
    path = _HERE / name
    if path.parent != _HERE or path.suffix not in _TYPES or not path.is_file():
        return None
    return path.read_bytes()
