"""From bytes to lines: Word, text, Markdown, old encodings."""

from __future__ import annotations

import io
import zipfile

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


def numbered(text: str, id: int, depth: int) -> str:
    """A paragraph of a list, whose number stands in no text."""
    look = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{id}"/></w:numPr></w:pPr>'
    return messy.paragraph(text, "unicode").replace("<w:p>", f"<w:p>{look}")


def level(depth: int, form: str, text: str) -> str:
    """How a level of a list counts."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def test_numbers_that_word_prints_by_itself_are_counted() -> None:
    """Roman ones, decimal ones that begin anew, letters, dashes; another list counts for itself."""
    rules = "".join(
        (
            level(0, "upperRoman", "%1."),
            level(1, "decimal", "%2."),
            level(2, "decimal", "%2.%3."),
            level(3, "lowerLetter", "%4)"),
        )
    )
    lists = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:abstractNum w:abstractNumId="0">{rules}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "o")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )
    said = (
        ("A", 1, 0),
        ("B", 1, 1),
        ("C", 1, 1),
        ("D", 1, 2),
        ("E", 1, 3),
        ("F", 2, 0),
        ("G", 1, 0),
        ("H", 1, 1),
        ("K", 9, 0),
    )
    body = messy.document(*(numbered(*one) for one in said))
    with zipfile.ZipFile(io.BytesIO(body)) as made:
        parts: dict[str, str | bytes] = {name: made.read(name) for name in made.namelist()}
    data = messy.zipped(parts | {"word/numbering.xml": lists})
    assert read_file(data, "a.docx").lines == ("I. A", "1. B", "2. C", "2.1. D", "a) E", "- F", "II. G", "1. H", "K")
