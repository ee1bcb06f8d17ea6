"""Who a cell names, and where an office is told in the same breath."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.office.appendix.people import read_name, split_office


@pytest.mark.parametrize(
    ("text", "kind", "name", "sex", "head", "rank"),
    [
        ("Ông Nguyễn Văn Thử", "individual", "Nguyễn Văn Thử", "male", None, None),
        ("Bà: LÊ THỊ ÁNH", "individual", "Lê Thị Ánh", "female", None, None),
        ("Đ/c Hồ Văn Hải", "individual", "Hồ Văn Hải", None, None, None),
        ("nguyễn văn ánh", "individual", "Nguyễn Văn Ánh", None, None, None),
        ("Đại úy Trần Văn Giỏi", "individual", "Trần Văn Giỏi", None, None, "Đại úy"),
        ("TS. BS. Ngô Văn Năm", "individual", "Ngô Văn Năm", None, None, "TS. BS."),
        ("H'Hen Thử", "individual", "H'Hen Thử", None, None, None),
        ("Đoàn Văn Thử", "individual", "Đoàn Văn Thử", None, None, None),
        ("Ban Văn Thử", "individual", "Ban Văn Thử", None, None, None),
        ("Đoàn Thanh niên xã Thử", "collective", "Đoàn Thanh niên xã Thử", None, None, None),
        ("ủy ban nhân dân xã Thử", "collective", "Ủy ban nhân dân xã Thử", None, None, None),
        ("TRƯỜNG THCS THỬ", "collective", "TRƯỜNG THCS THỬ", None, None, None),
        ("Hộ ông Trần Văn Giỏi", "household", "Hộ ông Trần Văn Giỏi", None, "Trần Văn Giỏi", None),
        ("HỘ GIA ĐÌNH BÀ LÊ THỊ ÁNH", "household", "Hộ gia đình bà Lê Thị Ánh", None, "Lê Thị Ánh", None),
        ("một câu dài không giống tên của ai cả, phải hỏi", None, "một câu dài không giống tên của ai cả, phải hỏi", None, None, None),
    ],
)  # fmt: skip
def test_a_name_tells_who_it_names(
    text: str, kind: str | None, name: str, sex: str | None, head: str | None, rank: str | None
) -> None:
    """Forms of address, ranks, capitals, households; a family name that is also a word for a body."""
    found = read_name(text)
    assert (found.kind, found.name, found.sex, found.head, found.rank) == (kind, name, sex, head, rank)


@pytest.mark.parametrize("text", ["Hồ Thị Thử (truy tặng)", "Hồ Thị Thử - đã mất"])
def test_an_award_after_death_is_seen_beside_the_name(text: str) -> None:
    """And is no part of it."""
    found = read_name(text)
    assert (found.name, found.posthumous) == ("Hồ Thị Thử", True)


@pytest.mark.parametrize(
    ("text", "role", "unit"),
    [
        ("Trưởng thôn, Thôn Thử Một", "Trưởng thôn", "Thôn Thử Một"),
        ("Phó Bí thư, Chủ tịch UBND xã Thử", "Phó Bí thư, Chủ tịch", "UBND xã Thử"),
        ("Hiệu trưởng Trường Tiểu học Thử", "Hiệu trưởng", "Trường Tiểu học Thử"),
        ("Nông dân, thôn Thử Hai, xã Thử", "Nông dân", "Thôn Thử Hai, xã Thử"),
        ("Trưởng phòng\nPhòng Thử", "Trưởng phòng", "Phòng Thử"),
        ("Phó Trưởng phòng - Phòng Thử", "Phó Trưởng phòng", "Phòng Thử"),
        ("Bí thư Chi bộ, Trưởng thôn Một", "Bí thư Chi bộ, Trưởng thôn Một", None),
        ("Công an viên, Thôn Hai", "Công an viên", "Thôn Hai"),
        ("Thôn Thử Một", None, "Thôn Thử Một"),
        ("Trưởng thôn Thử Một", "Trưởng thôn Thử Một", None),
        ("Giáo viên", "Giáo viên", None),
        ("", None, None),
    ],
)
def test_office_and_unit_are_parted_where_the_unit_begins(text: str, role: str | None, unit: str | None) -> None:
    """A comma before a unit's own word, that word, the first comma; otherwise it is all one."""
    assert split_office(text) == (role, unit)


@given(st.text(st.sampled_from("abĐơư ,;-\nTrườngThônChủtịch"), max_size=40))
def test_no_letter_of_an_office_is_lost(text: str) -> None:
    """Whatever the clerk wrote; only case and separators may change."""

    def letters(said: str) -> str:
        return "".join(filter(str.isalnum, said.casefold()))

    role, unit = split_office(text)
    assert letters((role or "") + (unit or "")) == letters(text)


@given(st.text(max_size=40))
def test_any_text_may_stand_in_the_cell_of_a_name(text: str) -> None:
    """It is read, whatever it is."""
    assert read_name(text).kind in (None, "individual", "collective", "household")
