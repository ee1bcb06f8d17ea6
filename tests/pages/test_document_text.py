"""The text of a document: not a letter changed, every part under an address made of its printed numbers."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.pages.document_text import Block, TextPart, TextView, text_view
from bangvang.records import Document

ODD = st.text(st.sampled_from("aĐ1.)-+<>&\"'” \t|*"), min_size=1, max_size=30).filter(str.strip)


def document(**fields: object) -> Document:
    """A plan with what every document must have."""
    return Document.model_validate({"type": "plan", "title": "Kế hoạch", **fields})


def view(**fields: object) -> TextView:
    """The text of a plan."""
    found = text_view(document(**fields))
    assert found is not None
    return found


def anchors(parts: tuple[TextPart, ...]) -> list[str]:
    """All addresses in the order of the print."""
    return [anchor for part in parts for anchor in (part.anchor, *anchors(part.parts))]


def plain(blocks: tuple[Block, ...]) -> list[str]:
    """The lines as letters, without the readings that stand beside them."""
    lines = []
    for block in blocks:
        for line in block.lines:
            bare = re.sub(r' <a class="bv-reading".*?</a>|</?span[^>]*>', "", str(line.html))
            lines.append(f"{line.number} {html.unescape(bare)}".strip() if line.number else html.unescape(bare))
    return lines


def test_a_record_without_text_has_none() -> None:
    """Then the page shows only the card."""
    assert text_view(document()) is None


def test_addresses_come_from_the_printed_numbers() -> None:
    """“1.2.” below “1.” names its place already, “a)” does not, and đ is not d."""
    found = view(
        sections=[
            {"number": "I.", "heading": "MỤC ĐÍCH", "sections": [{"number": "1.", "heading": "Mục đích"}]},
            {
                "number": "III.",
                "heading": "TỔ CHỨC",
                "sections": [
                    {"number": "1.", "heading": "Sở", "sections": [{"number": "1.2.", "text": "Việc."}]},
                    {"number": "2.", "heading": "X", "sections": [{"number": "d)", "text": "A"}, {"number": "đ)", "text": "B"}]},
                ],
            },
        ]
    )  # fmt: skip
    assert anchors(found.parts) == [
        "muc-i", "muc-i-1", "muc-iii", "muc-iii-1", "muc-iii-1-2", "muc-iii-2", "muc-iii-2-d", "muc-iii-2-dd",
    ]  # fmt: skip


def test_a_number_printed_twice_and_a_part_without_number_have_their_own_addresses() -> None:
    """Numbers are never made anew, so the address tells them apart."""
    found = view(
        sections=[
            {"number": "d)", "text": "Một"},
            {"number": "d)", "text": "Hai"},
            {"text": "Ba"},
            {"number": "…", "text": "Bốn"},
        ]
    )
    assert anchors(found.parts) == ["muc-d", "muc-d--2", "muc-x-1", "muc-x-2"]


def test_a_task_s_section_leads_to_its_part_or_to_the_nearest_above() -> None:
    """As plans write it, with dots, brackets or neither."""
    found = view(sections=[{"number": "II.", "heading": "A", "sections": [{"number": "4.", "heading": "B"}]}])
    assert found.place_of("II.4.") == found.place_of("II.4.a)") == found.place_of("II.4") == "muc-ii-4"
    assert found.place_of("II") == "muc-ii"
    assert found.place_of("IX.1.") is None
    assert found.place_of(None) is None


def test_items_keep_the_marks_that_the_print_gives_them() -> None:
    """Dashes, letters and numbers are part of the text, and a plus is an item of an item."""
    (part,) = view(sections=[{"number": "I.", "text": "Gồm:\n- một;\n+ hai;\na) ba.\nHết."}]).parts
    assert [block.items for block in part.blocks] == [False, True, False]
    assert [(line.number, line.deep) for line in part.blocks[1].lines] == [("-", False), ("+", True), ("a)", False)]
    assert plain(part.blocks) == ["Gồm:", "- một;", "+ hai;", "a) ba.", "Hết."]


@pytest.mark.parametrize("line", ["1.200 m² đất", "-5 độ", "2019. Năm", "a", "I. Mục", "12/19 tiêu chí"])
def test_what_only_looks_like_an_item_is_a_paragraph(line: str) -> None:
    """A number of the sentence is not torn off."""
    (part,) = view(sections=[{"number": "I.", "text": line}]).parts
    assert [(one.number, str(one.html)) for one in part.blocks[0].lines] == [("", line)]


def test_a_reading_stands_beside_the_slip_and_never_in_its_place() -> None:
    """The printed letters stay; the reading is a link to the note; a long one stays below."""
    found = view(
        sections=[{"number": "I.", "heading": "Thi đấu", "text": "ngày 21/5/20004 và 21/5/20004"}],
        readings=[
            {"printed": "21/5/20004", "reading": "21/5/2004"},
            {"printed": "Thi đấu", "reading": "Thi đua " + "rất dài " * 10},
        ],
    )
    (line,) = found.parts[0].blocks[0].lines
    assert line.html.count('<span class="bv-print">21/5/20004</span>') == 2
    assert '<a class="bv-reading" href="#chu-thich-1">nên đọc: 21/5/2004</a>' in line.html
    assert "xem chú thích 2" in str(found.parts[0].heading)
    assert [(slip.number, slip.printed) for slip in found.slips] == [(1, "21/5/20004"), (2, "Thi đấu")]


def test_of_two_slips_that_overlap_the_longer_is_marked() -> None:
    """A slip inside another is told in the list."""
    found = view(
        sections=[{"number": "I.", "text": "Dạy nghề dạy nghề 615 người"}],
        readings=[{"printed": "dạy nghề", "note": "A"}, {"printed": "Dạy nghề dạy nghề 615 người", "note": "B"}],
    )
    (line,) = found.parts[0].blocks[0].lines
    assert line.html.startswith('<span class="bv-print">Dạy nghề dạy nghề 615 người</span>')


def test_head_addressees_and_signature_are_told_apart() -> None:
    """The heading ends where a sentence begins; the signature begins after the last addressee."""
    found = view(
        opening="KẾ HOẠCH\nPhát động phong trào\nCăn cứ Luật Thi đua;\nỦy ban ban hành:",
        closing="Trên đây là kế hoạch./.\nNơi nhận:\n- UBND huyện;\n- Lưu VT.\nCHỦ TỊCH\nNguyễn Văn A",
    )
    assert [str(line.html) for line in found.head] == ["KẾ HOẠCH", "Phát động phong trào"]
    assert plain(found.opening) == ["Căn cứ Luật Thi đua;", "Ủy ban ban hành:"]
    assert plain(found.closing) == ["Trên đây là kế hoạch./."]
    assert [line.number for line in found.addressees] == ["", "-", "-"]
    assert [str(line.html) for line in found.signature] == ["CHỦ TỊCH", "Nguyễn Văn A"]


def test_headings_go_no_deeper_than_html_knows() -> None:
    """The seventh level is shown as the sixth."""
    nested: dict[str, object] = {"number": "1.", "heading": "Sâu"}
    for _ in range(8):
        nested = {"number": "1.", "heading": "Mục", "sections": [nested]}
    part, levels = view(sections=[nested]).parts[0], []
    while True:
        levels.append(part.level)
        if not part.parts:
            break
        part = part.parts[0]
    assert levels[0] == 2
    assert max(levels) == 6


@given(st.lists(ODD, min_size=1, max_size=5), ODD)
def test_no_letter_of_the_print_is_lost_or_changed(lines: list[str], slip: str) -> None:
    """Whatever the lines hold, and whatever is marked as a slip: only blanks at the ends may go."""
    found = view(
        sections=[{"number": "I.", "text": "\n".join(lines)}],
        readings=[{"printed": slip, "reading": "đọc khác"}],
    )
    shown = plain(found.parts[0].blocks)
    assert ["".join(line.split()) for line in shown] == ["".join(line.split()) for line in lines]
