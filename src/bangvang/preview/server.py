"""Serves the site and builds it again whenever something it is made of is saved."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bangvang.preview.handler import Handler
from bangvang.preview.state import State
from bangvang.preview.watching import changes, is_engine, snapshot, watched_paths

_PAUSE = 0.25
_USUAL_PORT = 8000
_FIRST_FREE_PORT = 1024
_LAST_PORT = 65535


class PreviewError(Exception):
    """A finished sentence: why the preview cannot start."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name != "nt"
    """On Windows it would let two previews answer at one port."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went on to another page is no error."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def serve(root: Path, site: Path, host: str, port: int, options: Sequence[str], say: Callable[[str], None]) -> None:
    """Serve until interrupted; `options` go to every build."""
    state = State(base=_base(root))
    server = _opened(host, port, type("SiteHandler", (Handler,), {"state": state}), site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"Đang mở trang tại http://{host}:{server.server_address[1]}/ (bấm Ctrl+C để dừng).")
    try:
        _watch(root, state, options, say)
    finally:
        server.shutdown()
        server.server_close()


def _opened(host: str, port: int, handler: type[Handler], site: Path) -> _Server:
    """At its address, or a sentence why not."""
    if not 0 <= port <= _LAST_PORT:
        raise PreviewError(
            f"Không có cổng {port}. Hãy chọn một số từ {_FIRST_FREE_PORT} đến {_LAST_PORT}, ví dụ --port {_USUAL_PORT}."
        )
    try:
        return _Server((host, port), lambda *request: handler(*request, directory=str(site)))
    except UnicodeError as error:
        raise PreviewError(_no_such_host(host)) from error
    except OSError as error:
        raise PreviewError(_why_not(error, host, port)) from error


def _no_such_host(host: str) -> str:
    return f"Máy này không có địa chỉ {host}. Hãy bỏ --host để dùng 127.0.0.1."


def _why_not(error: OSError, host: str, port: int) -> str:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return _no_such_host(host)
    other = port + 1 if _FIRST_FREE_PORT <= port < _LAST_PORT else _USUAL_PORT
    if error.errno == errno.EADDRINUSE:
        return (
            f"Cổng {port} đang bận. Có thể một bản xem thử khác đang chạy: hãy tắt nó, "
            f"hoặc chọn cổng khác, ví dụ --port {other}."
        )
    if error.errno == errno.EACCES:
        return f"Máy này không cho dùng cổng {port}. Hãy chọn cổng khác, ví dụ --port {other}."
    return f"Không mở được cổng {port} ở địa chỉ {host}. Hãy chọn cổng khác, ví dụ --port {other}."


def _watch(root: Path, state: State, options: Sequence[str], say: Callable[[str], None]) -> None:
    paths = watched_paths(root)
    known = snapshot(paths)
    _build(root, state, options, say)
    options = [option for option in options if option != "--clean"]
    engine_changed = False
    while True:
        time.sleep(_PAUSE)
        now = snapshot(paths)
        changed = changes(known, now)
        if not changed:
            continue
        known = now
        say(_told(root, changed))
        engine_changed = engine_changed or any(map(is_engine, changed))
        if _build(root, state, options, say) and engine_changed:
            _start_anew()


def _build(root: Path, state: State, options: Sequence[str], say: Callable[[str], None]) -> bool:
    """Whether it went well: broken Python, too, shows on the page rather than ending the preview."""
    state.begin()
    command = [sys.executable, "-m", "bangvang", "build", "--project", str(root), *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    output = done.stdout.decode("utf-8", "replace").strip()
    say(output)
    if done.returncode == 0:
        state.base = _base(root)
        state.succeed()
    else:
        state.fail(output)
    return done.returncode == 0


def _start_anew() -> None:
    """The preview's own code may be among what changed; browsers come back by themselves."""
    os.execv(sys.executable, [sys.executable, "-m", "bangvang", *sys.argv[1:]])


def _base(root: Path) -> str:
    from bangvang.exports.address import base_path
    from bangvang.publishing.settings import read_settings

    return base_path(read_settings(root).address)


def _told(root: Path, changed: Sequence[str]) -> str:
    names = sorted(os.path.relpath(path, root) for path in changed)
    more = f" và {len(names) - 3} tệp khác" if len(names) > 3 else ""
    return f"Có thay đổi: {', '.join(names[:3])}{more}."
