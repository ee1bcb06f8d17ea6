"""A target of a campaign: what is aimed at, how it is split, and what came of it."""

from typing import Self

from pydantic import Field, model_validator

from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate
from bangvang.records.faults import fault
from bangvang.records.ids import PlaceId, ReportId
from bangvang.records.scalars import Amount, Flag, Line, Prose


class Aim(Labelled):
    """Which way the value is to be read."""

    REACH = "reach", "Đạt"
    AT_LEAST = "at-least", "Ít nhất"
    AT_MOST = "at-most", "Không quá"
    REDUCE_TO = "reduce-to", "Giảm xuống còn"
    REDUCE_BY = "reduce-by", "Giảm được"
    MAINTAIN = "maintain", "Duy trì"


class Result(Part):
    """What was measured on a day, and the report that says so."""

    as_of: PartialDate = Field(title="Tính đến", description="Ngày, tháng hoặc năm của số liệu.")
    value: Amount | None = Field(None, title="Kết quả", description="Con số đạt được, ví dụ 28.700.")
    text: Prose | None = Field(None, title="Kết quả (bằng chữ)", description="Khi kết quả không phải là con số.")
    met: Flag | None = Field(
        None, title="Đạt hay không", description="Chỉ ghi cho chỉ tiêu bằng chữ, khi báo cáo có kết luận."
    )
    report: ReportId | None = Field(None, title="Báo cáo", description="Mã báo cáo trong data/reports/.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.text is None:
            raise fault("kết quả để trống", "Thêm value (con số) hoặc text (bằng chữ).")
        return self


class Target(Part):
    """A number to reach, or a state to reach in words."""

    name: Line = Field(title="Chỉ tiêu", description="Tên chỉ tiêu, ví dụ: Diện tích nuôi tôm.")
    aim: Aim = Field(Aim.REACH, title="Mức", description="reach, at-least, at-most, reduce-to, reduce-by, maintain.")
    value: Amount | None = Field(None, title="Giá trị", description="Viết kiểu Việt Nam: 28.500 hoặc 59,60.")
    of: Amount | None = Field(None, title="Trên tổng số", description="Ví dụ 19 trong “16/19 tiêu chí”.")
    text: Prose | None = Field(None, title="Chỉ tiêu bằng chữ", description="Khi chỉ tiêu không có con số.")
    unit: Line | None = Field(
        None, title="Đơn vị tính", description="Ví dụ: ha, tấn, %, hộ. Bỏ trống nếu văn bản không ghi."
    )
    place: PlaceId | None = Field(None, title="Địa phương", description="Khi chỉ tiêu dành riêng cho một địa phương.")
    group: Line | None = Field(None, title="Nhóm đối tượng", description="Ví dụ: hộ Khmer.")
    complete: Flag = Field(
        True, title="Đã kể hết các phần", description="false nếu “trong đó” chỉ kể một phần, tổng không cần khớp."
    )
    parts: tuple["Target", ...] = Field((), title="Trong đó", description="Các chỉ tiêu thành phần.")
    results: tuple[Result, ...] = Field((), title="Kết quả", description="Kết quả theo từng kỳ báo cáo.")
    printed: Line | None = Field(None, title="Như trên văn bản", description="Câu chữ in trên văn bản.")

    @model_validator(mode="after")
    def _value_or_text(self) -> Self:
        if self.value is None and self.text is None:
            raise fault(f"chỉ tiêu “{self.name}” chưa có nội dung", "Thêm value (con số) hoặc text (bằng chữ).")
        if self.of is not None and self.value is not None and self.value > self.of:
            raise fault(f"{self.value} lớn hơn tổng số {self.of}", "Xem lại value và of.")
        return self
