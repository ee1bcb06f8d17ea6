"""The radio script and the press list."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from bangvang.book.sheets.docx import Heading, Paragraph, Table, docx
from bangvang.book.sheets.written import press_list, radio_document, radio_script, unread
from tests.book.conftest import DECISION, Project


def test_a_script_has_no_figure_and_no_abbreviation(project_of: Callable[..., Project]) -> None:
    """An announcer reads what stands there."""
    decision = DECISION.replace("Vận động hiến", "HTX hiến")
    script = "\n".join(radio_script(project_of({"decisions/2026/qd-15.yml": decision}).reading, "qd-15"))
    assert not re.search(r"[0-9]", script)
    assert "Hợp tác xã hiến một nghìn hai trăm mét vuông đất" in script
    assert "Ngày mùng hai tháng chín năm hai nghìn không trăm hai mươi sáu" in script
    assert "ban hành Quyết định số mười lăm, về việc khen thưởng" in script
    assert "có hai cá nhân và một tập thể được khen thưởng" in script


def test_a_short_form_that_nobody_can_read_is_told(project_of: Callable[..., Project]) -> None:
    """One that is known is read out; capitals of a name are no short form."""
    strange = DECISION.replace("Vận động hiến", "HTX và KCN hiến").replace("Đặng Thử Ánh", "ĐẶNG THỬ AN")
    assert unread(project_of({"decisions/2026/qd-15.yml": strange}).reading, "qd-15") == ("KCN",)


def test_a_village_is_not_said_to_lie_in_itself(project_of: Callable[..., Project]) -> None:
    """Its name is followed by the commune."""
    village = "  - {id: thon-thu, kind: locality, name: Thôn Một, place: thon-mot}\n"
    script = radio_script(project_of({"decisions/2026/qd-15.yml": DECISION + village}).reading, "qd-15")
    assert "Thôn Một, Xã Thử." in script


def test_a_script_goes_award_by_award(project_of: Callable[..., Project]) -> None:
    """Each is named once, before those who got it."""
    script = radio_script(project_of().reading, "qd-15")
    order = [line for line in script if line.endswith("được trao cho:") or "Thử," in line or "Thử." in line]
    assert [line.split(",")[0].split(" được")[0] for line in order][-5:] == [
        "Giấy khen",
        "Nguyễn Văn Thử",
        "Đặng Thử Ánh",
        "Bằng khen",
        "Tổ tự quản Thử",
    ]


def test_a_script_can_be_a_word_document(project_of: Callable[..., Project]) -> None:
    """With the same words."""
    reading = project_of().reading
    opened = Document(BytesIO(radio_document(reading, "qd-15")))
    assert [paragraph.text for paragraph in opened.paragraphs] == radio_script(reading, "qd-15")


def test_the_press_list_is_a_table_that_word_opens(project_of: Callable[..., Project]) -> None:
    """A row each, under a head that comes back on every page."""
    opened = Document(BytesIO(press_list(project_of().reading, "qd-15")))
    (table,) = opened.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][:2] == ["Số TT", "Họ tên hoặc tên gọi"]
    assert rows[1] == [
        "1",
        "Nguyễn Văn Thử",
        "Trưởng thôn",
        "Thôn Một, xã Thử",
        "Giấy khen",
        "Vận động hiến 1.200 m² đất.",
    ]
    assert len(rows) == 4
    said = " ".join(paragraph.text for paragraph in opened.paragraphs)
    assert "Quyết định số 15/QĐ-UBND, ngày 02 tháng 9 năm 2026, Ủy ban nhân dân xã Thử" in said
    assert "Gồm 2 cá nhân và 1 tập thể." in said
    assert opened.paragraphs[0].style.name == "Heading 1"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n\t")))
def test_any_text_stands_in_a_document_as_it_is(text: str) -> None:
    """But for characters that XML may not hold."""
    opened = Document(BytesIO(docx([Heading("Đầu"), Paragraph(text), Table(("a",), (1,), ((text,),))])))
    expected = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
    assert opened.paragraphs[1].text == expected
    assert opened.tables[0].rows[1].cells[0].text == expected


def test_a_document_is_the_same_bytes_every_time() -> None:
    """No hour is written into it."""
    assert docx([Paragraph("Một")]) == docx([Paragraph("Một")])
