"""`bangvang sheet`: a poster, certificate sheets, a script for the radio, a list for the press."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bangvang.commands.manner import USAGE, Commands, add_common, project_root, reporting, sound_registry

if TYPE_CHECKING:
    from bangvang.pages.reading import Reading

_SUFFIXES = {"poster": (".pdf",), "certificate": (".pdf",), "radio": (".txt", ".docx"), "press": (".docx",)}


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "sheet",
        help="in tờ rời: áp phích, trang ghi danh, bản tin phát thanh, danh sách cho báo chí",
        description="In một tờ rời: áp phích A3 (poster), trang ghi danh có mã QR (certificate), bản tin phát thanh "
        "(radio), danh sách cho báo chí (press).",
    )
    parser.add_argument("what", choices=tuple(_SUFFIXES), metavar="poster|certificate|radio|press", help="in gì")
    parser.add_argument("id", metavar="MÃ", help="mã quyết định; với poster và certificate, mã hồ sơ cũng được")
    parser.add_argument(
        "out", type=Path, metavar="TỆP", help="nơi ghi: .pdf, .docx; bản tin phát thanh .txt hoặc .docx"
    )
    add_common(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    suffixes = _SUFFIXES[options.what]
    if options.out.suffix.lower() not in suffixes:
        print(f"{options.out}: {options.what} phải ghi vào tệp có đuôi {' hoặc '.join(suffixes)}.", file=sys.stderr)
        return USAGE
    root = project_root(options.project)

    def work() -> str:
        from bangvang.book.press import write_whole
        from bangvang.pages.answers import Answers
        from bangvang.pages.reading import Reading

        reading = Reading(Answers(sound_registry(options, root, "in")))
        content, note = _made(options.what, options.id, root, options.out, reading)
        write_whole(options.out, content)
        return " ".join(part for part in (f"Đã ghi {options.out}.", note) if part)

    return reporting(work)


def _made(what: str, id: str, root: Path, out: Path, reading: Reading) -> tuple[bytes, str]:
    """The bytes of the sheet, and what the office should know of it."""
    from bangvang.book.sheets import printed, written

    if what in ("poster", "certificate"):
        sheets = printed.poster(root, reading, id) if what == "poster" else printed.certificates(reading, id)
        return sheets.pdf, sheets.note
    if what == "press":
        return written.press_list(reading, id), ""
    note = _unread(written.unread(reading, id))
    if out.suffix.lower() == ".docx":
        return written.radio_document(reading, id), note
    return "\n\n".join(written.radio_script(reading, id)).encode() + b"\n", note


def _unread(short_forms: Sequence[str]) -> str:
    if not short_forms:
        return ""
    return (
        f"Chữ tắt chưa đọc thành lời: {', '.join(short_forms)}. "
        "Thêm cách đọc vào data/vocabulary/abbreviations.yml rồi in lại, hoặc sửa tay trước khi đọc."
    )
