"""What a terminal is told, whatever its encoding and whatever went wrong with a file."""

from __future__ import annotations

import sys


def speak_utf8() -> None:
    """Vietnamese on a Windows console too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def as_sentence(error: OSError) -> str:
    """Which file, and what to do where that is known."""
    name = error.filename2 or error.filename or "tệp"
    if isinstance(error, PermissionError):
        return (
            f"Không đọc hoặc ghi được {name}: tệp đang mở ở chương trình khác, hoặc máy không cho phép. "
            "Hãy đóng chương trình đó hoặc kiểm tra quyền, rồi chạy lại lệnh."
        )
    return f"Không đọc hoặc ghi được {name}: {error.strerror or error}."
