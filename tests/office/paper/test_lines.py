"""From bytes to lines: Word, text, Markdown, old encodings."""

from __future__ import annotations

import messy
import pytest
import typed

from bangvang.office.appendix import AppendixError
from bangvang.office.paper import read_file, read_text, understand

HEAD = ("Số: 07/KH-UBND", "KẾ HOẠCH", "Tổ chức phong trào thi đua năm 2026")
BODY = ("I. NỘI DUNG", "1. Phòng Nội vụ hướng dẫn các đơn vị đăng ký thi đua.")


def word(*lines: str, style: str = "unicode", head: tuple[str, ...] = ()) -> bytes:
    """A .docx; the head is a table of one row, as letterheads are."""
    table = messy.word_table([messy.word_cell(cell, style) for cell in head]) if head else ""
    return messy.document(table, *(messy.paragraph(line, style) for line in lines))


def test_a_word_document_is_read_paragraph_by_paragraph() -> None:
    """Empty ones say nothing."""
    assert read_file(word(*HEAD, "", *BODY), "a.docx").lines == HEAD + BODY


def test_the_two_sides_of_a_letterhead_stand_one_after_the_other() -> None:
    """The left one first, each with its lines."""
    left, right = (
        "ỦY BAN NHÂN DÂN\nXÃ THỬ\nSố: 07/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXã Thử, ngày 05 tháng 3 năm 2026",
    )
    read = understand(read_file(word(*HEAD[1:], *BODY, head=(left, right)), "a.docx"))
    assert read.letterhead.issuer_lines == ("ỦY BAN NHÂN DÂN", "XÃ THỬ")
    assert read.letterhead.number == "07/KH-UBND"
    assert read.letterhead.day is not None
    assert read.letterhead.day.parts == (2026, 3, 5)


@pytest.mark.parametrize("style", ["unicode", "tcvn3", "vni"])
def test_old_fonts_are_decoded(style: str) -> None:
    """As Word documents of the time before Unicode have them."""
    assert read_file(word(*HEAD, *BODY, style=style), "a.docx").lines == HEAD + BODY


def test_a_text_in_vni_is_decoded_and_the_clerk_told() -> None:
    """Nothing but the text tells it."""
    paper = read_text("\n".join(typed.plain(line, "vni") for line in HEAD + BODY))
    assert paper.lines == HEAD + BODY
    assert "VNI" in paper.notices[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_file_is_read_in_the_encodings_of_notepad(encoding: str) -> None:
    """With Windows line ends."""
    assert read_file("\r\n".join(HEAD + BODY).encode(encoding), "a.txt").lines == HEAD + BODY


def test_the_marks_of_markdown_are_no_part_of_the_print() -> None:
    """Headings, bold, italics, quotes, escaped numbers, list marks before letters."""
    text = "## **KẾ HOẠCH**\n#### I\\. NỘI DUNG\n  - a) *Thi đua* tốt\n> - Một ý"
    assert read_text(text).lines == ("KẾ HOẠCH", "I. NỘI DUNG", "a) Thi đua tốt", "- Một ý")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"\x89PNG", b"{\\rtf1", b"PK\x03\x04 damaged", b"  \n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes) -> None:
    """In a sentence for the clerk."""
    with pytest.raises(AppendixError) as caught:
        read_file(data, "a.docx" if data.startswith(b"PK") else "a.txt")
    assert caught.value.remedy
