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
from tests.book.conftest import DECISION, PROFILE, Project


def test_a_script_has_no_figure_and_no_abbreviation(project_of: Callable[..., Project]) -> None:
    """An announcer reads what stands there."""
    decision = DECISION.replace("Vận động hiến", "HTX hiến")
    script = "\n".join(radio_script(project_of({"decisions/2026/qd-15.yml": decision}).reading, "qd-15"))
    assert not re.search(r"[0-9]", script)
    assert "Hợp tác xã hiến một nghìn hai trăm mét vuông đất" in script
    assert "Ngày mùng hai tháng chín năm hai nghìn không trăm hai mươi sáu" in script
    assert "ban hành Quyết định số mười lăm, về việc khen thưởng" in script
    assert "có hai cá nhân và một tập thể ở xã Thử được khen thưởng" in script


def test_a_short_form_that_nobody_can_read_is_told(project_of: Callable[..., Project]) -> None:
    """One that is known is read out; capitals of a name are no short form."""
    strange = DECISION.replace("Vận động hiến", "HTX và KCN hiến").replace("Đặng Thử Ánh", "ĐẶNG THỬ AN")
    assert unread(project_of({"decisions/2026/qd-15.yml": strange}).reading, "qd-15") == ("KCN",)


def test_a_village_is_not_said_to_lie_in_itself(project_of: Callable[..., Project]) -> None:
    """Its name is followed by the commune."""
    village = "  - {id: o-ngoai, kind: collective, name: Tổ ngoài}\n  - {id: thon-thu, kind: locality, name: Thôn Một, place: thon-mot}\n"
    script = radio_script(project_of({"decisions/2026/qd-15.yml": DECISION + village}).reading, "qd-15")
    assert "Thôn Một, xã Thử." in script


def test_a_place_that_a_name_ends_with_is_not_said_again(project_of: Callable[..., Project]) -> None:
    """Nor one that the unit or the role ends with."""
    rows = (
        "  - {id: o-ngoai, kind: collective, name: Tổ ngoài}\n"
        "  - {id: to-xung-kich, kind: collective, name: Tổ xung kích thôn Một, unit: Thôn Một, place: thon-mot}\n"
        "  - {id: z2b3c4, kind: individual, name: Trần Thử, role: Cán bộ Công an xã, unit: Công an xã Thử, place: xa-thu}\n"
        "  - {id: z2b3c5, kind: individual, name: Lê Thử, role: Trưởng thôn Một, place: thon-mot}\n"
    )
    script = radio_script(project_of({"decisions/2026/qd-15.yml": DECISION + rows}).reading, "qd-15")
    assert "Tổ xung kích thôn Một, xã Thử." in script
    assert "Trần Thử, Cán bộ Công an xã Thử." in script
    assert "Lê Thử, Trưởng thôn Một, xã Thử." in script


def test_the_place_of_all_is_said_once(project_of: Callable[..., Project]) -> None:
    """Neighbours know where they live."""
    script = "\n".join(radio_script(project_of().reading, "qd-15"))
    assert "có hai cá nhân và một tập thể ở xã Thử được khen thưởng" in script
    assert "Nguyễn Văn Thử, Trưởng thôn, thôn Một. Thành tích" in script
    assert "\nTổ tự quản Thử.\n" in script
    assert script.count("xã Thử") == 2


def test_nobody_congratulates_the_dead(project_of: Callable[..., Project]) -> None:
    """Who is honoured after death is named as such, and remembered at the end."""
    dead = DECISION.replace("place: xa-thu}", "place: xa-thu, posthumous: true}", 1)
    script = radio_script(project_of({"decisions/2026/qd-15.yml": dead}).reading, "qd-15")
    assert "Truy tặng Giấy khen cho:" in script
    assert script[-2].startswith("Xin kính cẩn tưởng nhớ người đã khuất, trân trọng chúc mừng những người được khen")
    all_dead = DECISION.replace("place: xa-thu", "posthumous: true, place: xa-thu").replace(
        "place: thon-mot", "posthumous: true, place: thon-mot"
    )
    script = radio_script(project_of({"decisions/2026/qd-15.yml": all_dead}).reading, "qd-15")
    assert "chúc mừng" not in "".join(script)


def test_what_no_longer_stands_is_said_to_be_left_out(project_of: Callable[..., Project]) -> None:
    """To the announcer, who does not read it, and to the press."""
    lost = DECISION.replace(
        "place: xa-thu}", "place: xa-thu, standing: [{state: cancelled, date: 2026-10-01, reason: Sai.}]}", 1
    )
    reading = project_of({"decisions/2026/qd-15.yml": lost}).reading
    script = radio_script(reading, "qd-15")
    note = "Lưu ý, không đọc lên: trong danh sách của quyết định có một trường hợp đã hủy bỏ (dòng số hai)"
    assert script[1] == f"{note}; bản tin không nhắc đến."
    assert "Đặng Thử Ánh" not in "".join(script)
    said = " ".join(paragraph.text for paragraph in Document(BytesIO(press_list(reading, "qd-15"))).paragraphs)
    assert "Gồm 1 cá nhân và 1 tập thể. Không in 1 trường hợp đã hủy bỏ (số thứ tự 2)." in said


def test_who_is_no_longer_shown_is_left_out_without_a_name(project_of: Callable[..., Project]) -> None:
    """That there is a row is all that is told."""
    gone = project_of(
        {"honourees/k7m2q9.yml": "status: removed\nremoved_on: 2026-10-01\nbasis: Theo yêu cầu.\n"}
    ).reading
    assert "một trường hợp không còn công bố (dòng số một)" in radio_script(gone, "qd-15")[1]


def test_somebody_invented_is_marked_in_a_list_of_real_people(project_of: Callable[..., Project]) -> None:
    """A list that is invented as a whole says so once."""
    reading = project_of({"honourees/k7m2q9.yml": PROFILE + "illustrative: true\n"}).reading
    marked = [line for line in radio_script(reading, "qd-15") if "Hư cấu" in line]
    assert [line.split(",")[0] for line in marked] == ["Nguyễn Văn Thử"]
    (table,) = Document(BytesIO(press_list(reading, "qd-15"))).tables
    assert ["Hư cấu" in row.cells[1].text for row in table.rows] == [False, True, False, False]
    invented = project_of({"decisions/2026/qd-15.yml": DECISION + "illustrative: true\n"}).reading
    assert [index for index, line in enumerate(radio_script(invented, "qd-15")) if "Hư cấu" in line] == [1]


def test_a_script_goes_award_by_award(project_of: Callable[..., Project]) -> None:
    """Each is named once, before those who got it."""
    script = radio_script(project_of().reading, "qd-15")
    order = [line for line in script if line.endswith("được trao cho:") or "Thử" in line]
    assert [line.split(",")[0].split(" được")[0].rstrip(".") for line in order][-5:] == [
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
