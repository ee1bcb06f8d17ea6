"""Files that the editor's pages need: its own, and the site's style, fonts and pictures."""

from __future__ import annotations

from pathlib import Path

from bangvang.assets import FOLDER

_OWN = Path(__file__).parent / "static"
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".json": "application/json",
    ".pdf": "application/pdf",
}


def static_file(name: str) -> tuple[bytes, str] | None:
    """The bytes and kind of a file by its name; None where there is no such one."""
    for folder in (_OWN, FOLDER):
        path = folder / name
        inside = path.resolve().is_relative_to(folder.resolve())
        if inside and path.suffix in _KINDS and path.is_file():
            return path.read_bytes(), _KINDS[path.suffix]
    return None


def kind_of(name: str) -> str:
    """How a browser is to take a file."""
    return _KINDS.get(Path(name).suffix.lower(), "application/octet-stream")
