"""A task that a plan hands out, and when it is due."""

from dataclasses import dataclass
from typing import Any, Self

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from bangvang.records.actor import Actor
from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate
from bangvang.records.faults import fault
from bangvang.records.scalars import Flag, Line, Prose
from bangvang.vietnamese.dates import parse_quarter
from bangvang.vietnamese.numbers import roman


@dataclass(frozen=True, slots=True)
class Quarters:
    """One quarter of a year or several in a row, written as in plans: I/2015, III-IV/2020."""

    year: int
    first: int
    last: int

    def __str__(self) -> str:
        if self.first == self.last:
            return f"{roman(self.first)}/{self.year}"
        return f"{roman(self.first)}-{roman(self.last)}/{self.year}"

    @classmethod
    def parse(cls, value: object) -> "Quarters":
        if isinstance(value, Quarters):
            return value
        found = parse_quarter(value) if isinstance(value, str) else None
        if found is None:
            raise fault(f"“{value}” không phải là một quý", "Viết số La Mã rồi năm, ví dụ I/2015 hoặc III-IV/2020.")
        return cls(*found)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^(quý |Quý )?(I|II|III|IV)( ?- ?(I|II|III|IV))?/\d{4}$"}


class Cycle(Labelled):
    """How often something comes round."""

    CONTINUOUS = "continuous", "Thường xuyên"
    MONTH = "month", "Hằng tháng"
    QUARTER = "quarter", "Hằng quý"
    HALF_YEAR = "half-year", "6 tháng một lần"
    YEAR = "year", "Hằng năm"


class Due(Part):
    """When a task is to be done; the print stands beside the reading."""

    quarter: Quarters | None = Field(None, title="Quý", description="Ví dụ I/2015 hoặc III-IV/2020.")
    by: PartialDate | None = Field(None, title="Chậm nhất", description="Hạn cuối: ngày, tháng hoặc năm.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Bắt đầu từ.")
    to: PartialDate | None = Field(None, title="Đến", description="Làm đến.")
    every: Cycle | None = Field(None, title="Định kỳ", description="Thường xuyên, hằng quý, hằng năm…")
    as_needed: Flag = Field(False, title="Khi cần thiết", description="true nếu làm khi có yêu cầu.")
    printed: Line | None = Field(None, title="Như trên văn bản", description="Ví dụ: Thực hiện trong quý I/2015.")

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if not (self.quarter or self.by or self.from_ or self.to or self.every or self.as_needed):
            raise fault("thời hạn để trống", "Thêm quarter, by, from và to, every hoặc as_needed.")
        if self.from_ and self.to and self.to.surely_before(self.from_):
            raise fault("thời hạn kết thúc trước khi bắt đầu", "Xem lại from và to.")
        return self


class Task(Part):
    """What is to be done, who leads, who helps, by when."""

    what: Prose = Field(title="Việc", description="Nội dung công việc.")
    lead: tuple[Actor, ...] = Field((), title="Chủ trì", description="Mã cơ quan, hoặc {name: …}.")
    with_: tuple[Actor, ...] = Field((), alias="with", title="Phối hợp", description="Mã cơ quan, hoặc {name: …}.")
    due: tuple[Due, ...] = Field((), title="Thời hạn", description="Một hoặc nhiều mốc thời gian.")
    section: Line | None = Field(None, title="Ở mục", description="Số mục trong văn bản giao việc này, ví dụ III.1.2.")
