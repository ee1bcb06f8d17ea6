"""Records in sentences: by name, with a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.office.editor.telling import Teller
from bangvang.office.finder import Hit

HITS = {
    "k7m2q9": Hit("honouree", "k7m2q9", "Nguyễn Văn A", "Thôn Một"),
    "p3r5t8": Hit("honouree", "p3r5t8", "Trần Thị <B>", "", has_file=False),
    "qd-1": Hit("decision", "qd-1", "Khen thưởng", "01/QĐ-UBND"),
    "lon": Hit("campaign", "lon", "Phong trào lớn", ""),
}
TELLER = Teller(HITS.get)
A = '<a href="/ho-so/honouree/k7m2q9">“Nguyễn Văn A”</a>'


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("đã có ở data/decisions/2026/qd-1.yml", 'Đã có ở <a href="/ho-so/decision/qd-1">quyết định khen thưởng “Khen thưởng”</a>'),
        ("đã dùng ở data/vocabulary/places.yml", 'Đã dùng ở <a href="/ho-so/?loai=place">danh mục địa phương</a>'),
        ("Thêm k7m2q9 vào đây", f"Thêm {A} vào đây"),
        ("“k7m2q9” vừa là", f"{A} vừa là"),
        ("Trần Thị B (p3r5t8) giống", 'Trần Thị B (<a href="/nguoi/p3r5t8">mở hồ sơ</a>) giống'),
        ("dòng của “p3r5t8”", 'Dòng của <a href="/nguoi/p3r5t8">“Trần Thị &lt;B&gt;”</a>'),
        ("vòng lặp: lon → qd-1", 'Vòng lặp: <a href="/ho-so/campaign/lon">“Phong trào lớn”</a> → <a href="/ho-so/decision/qd-1">“Khen thưởng”</a>'),
        ("không có mã “k7m2q9”", "Không có mã “k7m2q9”"),
        ("một lon nước, data/decisions/2026/qd-9.yml", "Một lon nước, data/decisions/2026/qd-9.yml"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_record_is_called_by_its_name(said: str, shown: str) -> None:
    """Wherever an id or a path can only mean a record that is there."""
    assert TELLER.text(said) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("data/honourees/k7m2q9.yml:5:3: mất (2020-01-02) trước khi sinh → Xem lại died.",
         '<a href="/ho-so/honouree/k7m2q9">Nguyễn Văn A</a>: Mất (2/1/2020) trước khi sinh. Xem lại “Ngày mất, ngày giải thể”.'),
        ("data/vocabulary/places.yml:5:3: mã sai → Sửa.", '<a href="/ho-so/?loai=place">Địa phương</a>: Mã sai. Sửa.'),
        ("Người đọc sẽ thấy: thêm 2 người.", "Người đọc sẽ thấy: thêm 2 người."),
    ],
)  # fmt: skip
def test_what_a_command_prints_is_told_like_the_rest(line: str, shown: str) -> None:
    """A publication that is refused names records, not lines of files."""
    assert TELLER.line(line) == shown


@given(st.text())
def test_whatever_is_said_is_escaped(said: str) -> None:
    """Nothing of a record becomes markup."""
    assert "<script" not in TELLER.text(f"{said}<script>{said}")
