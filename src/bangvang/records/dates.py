"""Days as archives know them: whole, only a month, or only a year."""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer, PlainValidator
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from bangvang.records.base import Part
from bangvang.records.faults import fault

FIRST_YEAR = 1000
LAST_YEAR = 2200

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ISO_SHORT = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_VIETNAMESE = re.compile(r"(?:([0-9]{1,2})[/.\-])?([0-9]{1,2})[/.\-]([0-9]{4})")
_WRITE_ISO = "Viết năm-tháng-ngày, ví dụ 2024-05-19; chỉ biết tháng thì 2024-05, chỉ biết năm thì 2024."
_WRITE_DAY = "Viết đủ năm-tháng-ngày, ví dụ 2024-05-19."


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day in Asia/Ho_Chi_Minh; `first` and `last` bound what it may mean."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> datetime.date:
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> datetime.date | None:
        """The day itself, where it is known."""
        return self.first if self.day else None

    def surely_before(self, other: "PartialDate") -> bool:
        """True only where no reading of the two could put this one on or after the other."""
        return self.last < other.first

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            parse_partial_date,
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


@lru_cache(maxsize=65536)
def _parse(text: str) -> PartialDate:
    match = _ISO.fullmatch(text)
    if match is None:
        raise _not_iso(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    _must_exist(year, month, day)
    return PartialDate(year, month, day)


def parse_partial_date(value: object) -> PartialDate:
    """`2024`, `2024-05` or `2024-05-19`; anything else is refused with how to write it."""
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise fault("phải là một ngày, một tháng hoặc một năm", _WRITE_ISO)
    return _parse(value.strip())


def date_in_figures(text: str) -> PartialDate | None:
    """The date that a text is; None where it is something else, as a count of 9999 or a number 2025-40 are."""
    try:
        return _parse(text)
    except PydanticCustomError:
        return None


def parse_day(value: object) -> datetime.date:
    """A whole day; a month or a year is not enough here."""
    if isinstance(value, datetime.date):
        return value
    day = parse_partial_date(value).exact
    if day is None:
        raise fault(f"“{value}” chưa phải là một ngày đầy đủ", _WRITE_DAY)
    return day


def read_printed_date(text: str) -> PartialDate | None:
    """What 19/5/2024, 19-5-2024 or 5/2024 means, days first; None for any other form, a fault for no day at all."""
    match = _VIETNAMESE.fullmatch(text)
    if match is None:
        return None
    day, month, year = (int(part) if part else None for part in match.groups())
    assert month is not None
    assert year is not None
    _must_exist(year, month, day)
    return PartialDate(year, month, day)


def _not_iso(text: str) -> Exception:
    if printed := read_printed_date(text):
        return fault(f"“{text}” viết theo kiểu ngày/tháng/năm", f"Viết lại là {printed}.")
    if match := _ISO_SHORT.fullmatch(text):
        year, month, day = (int(part) if part else None for part in match.groups())
        assert month is not None
        assert year is not None
        _must_exist(year, month, day)
        return fault(f"“{text}” thiếu số 0 ở đầu", f"Viết lại là {PartialDate(year, month, day)}.")
    return fault(f"“{text}” không phải là một ngày", _WRITE_ISO)


def _must_exist(year: int, month: int | None, day: int | None) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise fault(f"năm {year} nằm ngoài khoảng {FIRST_YEAR}-{LAST_YEAR}", "Xem lại năm trên bản giấy.")
    if month is not None and not 1 <= month <= 12:
        raise fault(f"không có tháng {month}", "Tháng từ 01 đến 12; viết năm-tháng-ngày, ví dụ 2024-05-19.")
    if month is not None and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise fault(
            f"không có ngày {day:02}/{month:02}/{year} trong lịch",
            "Xem lại ngày trên bản giấy rồi viết năm-tháng-ngày.",
        )


Day = Annotated[
    datetime.date,
    PlainValidator(parse_day),
    PlainSerializer(lambda day: day.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]


class Period(Part):
    """A stretch of time, open at either end, with its ends as printed where print and reading differ."""

    from_: PartialDate | None = Field(
        None, alias="from", title="Từ", description="Ngày, tháng hoặc năm bắt đầu. Bỏ trống nếu không xác định."
    )
    from_printed: str | None = Field(
        None, title="Từ (như trên bản giấy)", description="Chữ in trên văn bản, ví dụ “Từ nay”."
    )
    to: PartialDate | None = Field(
        None, title="Đến", description="Ngày, tháng hoặc năm kết thúc. Bỏ trống nếu chưa kết thúc."
    )
    to_printed: str | None = Field(
        None, title="Đến (như trên bản giấy)", description="Chữ in trên văn bản, ví dụ “hết ngày 30/8/2022”."
    )

    def holds(self, day: datetime.date) -> bool:
        """Whether the day may lie within the period."""
        return (self.from_ is None or self.from_.first <= day) and (self.to is None or day <= self.to.last)
