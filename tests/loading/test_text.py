"""Bytes become text, or a plain word on why not."""

from __future__ import annotations

import unicodedata

import pytest

from bangvang.loading import Unreadable
from bangvang.loading.text import decode

TEXT = "kind: individual\nname: Nguyễn Thị Thuý Hoà\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("Thị", "Th\u200bị").encode(),
    ],
    ids=["plain", "BOM", "CRLF", "CR", "NFD", "zero-width space"],
)
def test_what_editors_do_harmlessly_is_accepted(data: bytes) -> None:
    """All of them are the same text."""
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("data", "line", "column", "what"),
    [
        (TEXT.encode("utf-16"), 1, 1, "UTF-16"),
        (TEXT.encode("utf-16-le"), 1, 1, "UTF-16"),
        ("name: Nguyễn".encode("cp1258", "replace") + b" \xff", 1, 14, "UTF-8"),
        (b"kind: x\nname: Nguy\xd4n V\xa8n \xa7\xf8c, x\xb7 T\xe2n, huy\xd6n H\xe0\n", 2, 11, "TCVN3"),
        ("name: NguyÔn V¨n\n".encode(), 1, 15, "TCVN3"),
        ("name: Nguyeãn Vaên Hoaâng\n".encode(), 1, 16, "VNI"),
        (b"name: a\x00b\n", 1, 8, "U+0000"),
        (b"a: 1\nname: a\x1bb\n", 2, 8, "U+001B"),
        ("name: a\u202eb\n".encode(), 1, 8, "đổi chiều"),
        (b"a" * 5_000_001, 1, 1, "5,0 MB"),
    ],
    ids=[
        "UTF-16",
        "UTF-16 without mark",
        "code page",
        "TCVN3",
        "TCVN3 as Unicode",
        "VNI",
        "NUL",
        "control",
        "bidi",
        "size",
    ],
)
def test_what_cannot_be_read_is_explained(data: bytes, line: int, column: int, what: str) -> None:
    """Line, column, and what the office has to do."""
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert what in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["Erika Müller, Köln", "diện tích 1.200 m² × 3", "François, garçon", "Øystein"])
def test_foreign_names_are_not_taken_for_old_fonts(text: str) -> None:
    """Beside Vietnamese, a few foreign letters are nothing strange."""
    assert decode(f"name: {text} và người ở xã Mẫu, đường mới, vườn ươm\n".encode())
