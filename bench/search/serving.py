"""A small static server: files from memory, compressed as well as gzip can, the same for every search."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import Any

BLANK = "/"
"""A page with nothing in it, from which everything else is asked for."""
_TYPES = {".js": "text/javascript", ".json": "application/json", ".html": "text/html", "": "text/html"}
_PACKED = b"\x1f\x8b"


def packed(data: bytes) -> bytes:
    """As it is sent."""
    return gzip.compress(data, 9, mtime=0)


@contextmanager
def served(files: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server of some files, each by its path from the root on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, _Sent(files)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Sent:
    """What is sent for a path, made ready when it is first asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = {BLANK: b"<!doctype html><html lang=vi><meta charset=utf-8><link rel=icon href=data:,>", **files}
        self._made: dict[str, tuple[bytes, bool]] = {}

    def find(self, path: str) -> tuple[bytes, bool] | None:
        """The bytes, and whether they say that they are compressed; a file that has been so already is left alone."""
        if path not in self._made:
            data = self._files.get(path)
            if data is None:
                return None
            smaller = b"" if data.startswith(_PACKED) else packed(data)
            self._made[path] = (smaller, True) if smaller else (data, False)
        return self._made[path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, sent: _Sent, *arguments: Any) -> None:
        self._sent = sent
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        data, is_packed = self._sent.find(path) or (b"", False)
        self.send_response(200 if data else 404)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Type", _TYPES.get(PurePosixPath(path).suffix, "application/octet-stream"))
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""
