"""What can be wrong with a bag: a sort, the file that it is about, and the words for whoever looks."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.records import Labelled


class Sort(Labelled):
    """The sorts of findings; the label is what a reader is told first."""

    ALTERED = "altered", "Đã bị sửa"
    MISSING = "missing", "Thiếu"
    ADDED = "added", "Thừa"
    RENAMED = "renamed", "Đã bị đổi tên"
    DAMAGED = "damaged", "Hỏng"
    UNSAFE = "unsafe-path", "Tên tệp nguy hiểm"
    TWIN = "twin-names", "Tên trùng nhau"
    UNCLEAR = "unclear", "Bản kê không đọc được"
    COUNT = "count", "Tổng số không khớp"
    FETCH = "fetch", "Chưa đủ tệp"
    UNSIGNED = "unsigned", "Không có chữ ký"
    FORGED = "forged", "Chữ ký sai"
    OTHER_KEY = "other-key", "Ký bằng khóa khác"


class Finding(NamedTuple):
    """One thing that is wrong."""

    sort: Sort
    path: str
    why: str = ""

    def told(self) -> str:
        """On one line."""
        what = f"{self.sort.label}: {shown(self.path)}" if self.path else self.sort.label
        return f"{what} ({shown(self.why)})." if self.why else f"{what}."


def shown(text: str) -> str:
    """Control characters by their codes: a name in a bag may hold anything."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape", "replace").decode() for one in text)
