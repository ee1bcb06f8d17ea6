"""Opens the editor in the browser and keeps it running until the clerk stops it."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

from bangvang.office.editor.editor import Editor
from bangvang.office.editor.server import EditorServer


def run_editor(root: Path, say: Callable[[str], object], *, opening: bool = True) -> None:
    """Serve until interrupted."""
    server = open_editor(root)
    say(f"Trình soạn đang mở tại {server.door.address}")
    say("Để cửa sổ này mở trong lúc làm việc; xong thì bấm Ctrl+C hoặc đóng cửa sổ.")
    if opening:
        webbrowser.open(server.door.address)
    try:
        server.serve_forever()
    finally:
        server.server_close()


def open_editor(root: Path) -> EditorServer:
    """A server for one project, at a free port of this machine."""
    editor = Editor(root)
    threading.Thread(target=editor.get_ready, daemon=True).start()
    return EditorServer(editor.answer, editor.apology)
