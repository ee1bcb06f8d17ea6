"""What stands around the tables: number, day, signature."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from messy import one_sheet
from openpyxl import Workbook

from bangvang.office.appendix import read
from bangvang.office.appendix.framing import Framing, framing_of
from bangvang.office.appendix.layout import lay_out
from bangvang.office.signatures import Signature

HEAD = ("STT", "Họ và tên", "Chức vụ", "Thành tích")
ROW = (1, "Nguyễn Văn Thử", "Trưởng thôn", "Làm đường")


def framing(*rows: Sequence[object], style: str = "unicode") -> Framing:
    """Of a sheet with these rows."""
    return framing_of([lay_out(sheet) for sheet in read(one_sheet(rows)(style), "a.xlsx").sheets])


@pytest.mark.parametrize("style", ["unicode", "tcvn3", "vni"])
def test_the_signature_below_the_list_is_read_down_its_column(style: str) -> None:
    """Beside it stands whoever made the list, who signs no decision."""
    found = framing(
        HEAD,
        ROW,
        (None, None, None, "Xã Thử, ngày 02 tháng 9 năm 2026"),
        ("NGƯỜI LẬP BIỂU", None, None, "TM. ỦY BAN NHÂN DÂN"),
        (None, None, None, "KT. CHỦ TỊCH"),
        (None, None, None, "PHÓ CHỦ TỊCH"),
        ("(Ký, ghi rõ họ tên)", None, None, "(Đã ký)"),
        ("Trần Thị Lập", None, None, "Lê Thị Mẫu"),
        style=style,
    )
    wanted = Signature("Lê Thị Mẫu", "Phó Chủ tịch", "", "TM. Ủy ban nhân dân; KT. Chủ tịch")
    assert found.signer == wanted
    assert found.header == {"date": "2026-09-02"}


def test_a_signature_may_stand_in_one_cell() -> None:
    """As Word's tables have it."""
    found = framing(HEAD, ROW, ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", None, "CHỦ TỊCH\n\nLê Thị Mẫu"))
    assert found.signer == Signature("Lê Thị Mẫu", "Chủ tịch")


def test_the_decision_that_is_named_goes_before_other_days() -> None:
    """The day under the list may be another one."""
    found = framing(
        ("(Kèm theo Quyết định số 15/QĐ-UBND ngày 02/9/2026)",),
        HEAD,
        ROW,
        (None, None, None, "Xã Thử, ngày 31 tháng 8 năm 2026"),
    )
    assert found.header == {"number": "15/QĐ-UBND", "date": "2026-09-02"}


def test_a_decision_with_its_list_names_itself() -> None:
    """Number and day stand at its head."""
    found = framing(("Số: 15/QĐ-UBND", None, "Xã Thử, ngày 02 tháng 9 năm 2026"), HEAD, ROW)
    assert found.header == {"number": "15/QĐ-UBND", "date": "2026-09-02"}


@pytest.mark.parametrize(
    "below",
    [
        ("NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH"),
        ("Người lập", None, None, "Trần Thị Lập"),
        (None, None, None, "Xã Thử, ngày … tháng … năm 2026"),
    ],
)
def test_nothing_is_made_up(below: tuple[object, ...]) -> None:
    """An office without a name, a name without an office, a day that nobody filled in."""
    found = framing(HEAD, ROW, below)
    assert found == Framing()


def test_a_sheet_without_a_table_says_nothing() -> None:
    """And is no reason to fall."""
    book, stream = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(["Chào"])
    book.save(stream)
    assert framing_of([lay_out(sheet) for sheet in read(stream.getvalue(), "a.xlsx").sheets]) == Framing()
