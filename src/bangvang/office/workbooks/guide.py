"""The sheet that explains a workbook: what may be changed, and what every column asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bangvang.office.fields import Field, Shape
from bangvang.office.workbooks.plan import Plan

GUIDE_WIDTHS = (30.0, 34.0, 12.0, 90.0)

_WORDS = (
    "Sửa ô nào thì khi nhập lại, chỉ nội dung của ô ấy thay đổi; các ô khác giữ nguyên.",
    "Mỗi trang là một danh sách. Cột “Mã hồ sơ” nói dòng này của hồ sơ nào; cột “Dòng” là số thứ tự trong hồ sơ "
    "(3.1 là dòng 1 thuộc dòng 3). Đừng sửa hai cột này ở dòng có sẵn.",
    "Thêm hồ sơ mới: ở trang đầu, ghi thêm một dòng, để trống mã, hoặc ghi “mới 1”, “mới 2”… để gọi tới ở trang khác. "
    "Với danh mục (danh hiệu, địa phương, cơ quan…), ghi luôn mã muốn dùng.",
    "Thêm một dòng vào danh sách của hồ sơ: chèn dòng, ghi mã hồ sơ (để trống là theo dòng ngay trên), "
    "để trống cột “Dòng”. Muốn thêm dòng đầu tiên bên trong dòng 2 thì ghi “2.+”.",
    "Xóa một dòng không xóa gì trong dữ liệu, trừ khi bạn xác nhận muốn xóa lúc nhập lại.",
    "Ngày gõ 19/5/2024. Chỉ biết tháng hoặc năm thì gõ dấu ' trước: '5/2024, '2024.",
    "Hồ sơ khác được gọi bằng tên kèm mã trong ngoặc vuông; tên có thể sai hay thiếu, mã thì phải đúng.",
    "Hồ sơ được sửa ở nơi khác sau khi tải tệp này sẽ không bị ghi đè: máy báo để bạn xem lại.",
)
_TYPED = {
    Shape.DATE: "Ngày/tháng/năm, tháng/năm hoặc năm.",
    Shape.DAY: "Ngày/tháng/năm.",
    Shape.FLAG: "Có hoặc Không.",
    Shape.MARKDOWN: "Bài viết, mỗi đoạn cách nhau một dòng trống.",
    Shape.QUARTER: "Ví dụ I/2015.",
}


class GuideLine(NamedTuple):
    """One row of the sheet."""

    texts: tuple[str, ...]
    is_head: bool = False


def guide_lines(plan: Plan) -> Iterator[GuideLine]:
    """All of it."""
    yield GuideLine(("Cách dùng tệp này",), is_head=True)
    for words in _WORDS:
        yield GuideLine(("", "", "", words))
    yield GuideLine(("Trang", "Cột", "Bắt buộc", "Ghi gì"), is_head=True)
    for sheet in plan.sheets:
        for column in sheet.columns:
            field = column.field
            yield GuideLine((sheet.name, column.title, "Có" if field.required else "", _asked(field)))


def help_of(field: Field) -> str:
    """What the field asks for, in a spreadsheet: there is nothing to search there."""
    if field.shape is Shape.RELATION and field.help.startswith("Gõ vài chữ"):
        return "Chọn trong danh sách của ô, hoặc ghi tên kèm mã trong ngoặc vuông."
    return field.help


def _asked(field: Field) -> str:
    words = [help_of(field), _TYPED.get(field.shape, "")]
    if field.choices:
        words.append("Chọn: " + ", ".join(choice.label for choice in field.choices) + ".")
    if field.many:
        words.append("Mỗi mục một dòng trong ô (Alt+Enter).")
    return " ".join(filter(None, words))
