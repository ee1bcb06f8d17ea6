"""The kinds of single value a field can hold: text, numbers, yes or no, addresses."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, SerializationInfo, StringConstraints
from pydantic.json_schema import WithJsonSchema

from bangvang.records.faults import explained_pattern, fault
from bangvang.vietnamese.numbers import NumberError, format_number, parse_number

_TEXT_SCHEMA = {"type": ["string", "number"]}


def _explain_line(typed: str) -> tuple[str, str]:
    return "phải nằm trên một dòng", "Bỏ chỗ xuống dòng, hoặc bỏ dấu | sau dấu hai chấm."


_ON_ONE_LINE = explained_pattern(r"^[^\n]*$", _explain_line)

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=_ON_ONE_LINE),
    WithJsonSchema(_TEXT_SCHEMA),
]
"""A short text on one line."""

Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=_ON_ONE_LINE),
    WithJsonSchema(_TEXT_SCHEMA),
]
"""What somebody or something is called: it must fit a heading and a card."""

Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), WithJsonSchema(_TEXT_SCHEMA)
]
"""Plain text of one or more paragraphs."""

Markdown = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100_000),
    WithJsonSchema(_TEXT_SCHEMA | {"format": "markdown"}),
]
"""Text in the safe subset of Markdown: paragraphs, headings, lists, emphasis, links."""

Verbatim = Annotated[str, StringConstraints(min_length=1, max_length=400_000), WithJsonSchema(_TEXT_SCHEMA)]
"""Lines as printed, kept to the letter."""

_URL = re.compile(r"https?://[^\s/$.?#][^\s]*", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{5,18}[0-9]")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")


def _url(value: Any) -> Any:
    if isinstance(value, str) and not _URL.fullmatch(value.strip()):
        raise fault(f"“{value}” không phải là địa chỉ trang mạng", "Viết đủ, bắt đầu bằng https:// hoặc http://.")
    return value


def _email(value: Any) -> Any:
    if isinstance(value, str) and not _EMAIL.fullmatch(value.strip()):
        raise fault(f"“{value}” không phải là địa chỉ thư điện tử", "Viết dạng ten@coquan.gov.vn.")
    return value


def _phone(value: Any) -> Any:
    if isinstance(value, str) and not _PHONE.fullmatch(value.strip()):
        raise fault(f"“{value}” không phải là số điện thoại", "Chỉ viết chữ số và dấu cách, ví dụ 0208 3855 123.")
    return value


def _file(value: Any) -> Any:
    if isinstance(value, str) and not _FILE.fullmatch(value.strip()):
        raise fault(
            f"tên tệp “{value}” có ký tự không dùng được trên trang mạng",
            "Đổi tên tệp: chỉ chữ không dấu, chữ số, dấu chấm và gạch nối, không có dấu cách.",
        )
    return value


Url = Annotated[
    str,
    BeforeValidator(_url),
    StringConstraints(strip_whitespace=True, max_length=2000),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
Email = Annotated[
    str,
    BeforeValidator(_email),
    StringConstraints(strip_whitespace=True),
    WithJsonSchema({"type": "string", "format": "email"}),
]
Phone = Annotated[str, BeforeValidator(_phone), StringConstraints(strip_whitespace=True), WithJsonSchema(_TEXT_SCHEMA)]
FileName = Annotated[
    str, BeforeValidator(_file), StringConstraints(strip_whitespace=True), WithJsonSchema({"type": "string"})
]


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value == "true":
        return True
    if value == "false":
        return False
    raise fault(f"“{value}” không rõ là có hay không", "Viết true nếu có, false nếu không.")


Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]


def _amount(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise fault("phải là một con số", "Viết số kiểu Việt Nam, ví dụ 28.500 hoặc 59,60.")
    try:
        return parse_number(value.strip())
    except NumberError as error:
        raise fault(error.what, error.remedy) from None


FOR_MACHINES = {"numbers": "plain"}
"""As the context of a dump: numbers as every program reads them, 28500 and 59.60."""


def _written_amount(value: Decimal, info: SerializationInfo) -> str:
    return f"{value:f}" if info.context == FOR_MACHINES else format_number(value)


Amount = Annotated[
    Decimal,
    BeforeValidator(_amount),
    PlainSerializer(_written_amount, return_type=str),
    WithJsonSchema(_TEXT_SCHEMA),
]
"""A number in Vietnamese notation: a dot groups thousands, a comma marks decimals, zeros are kept."""


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    amount = _amount(value)
    if amount != amount.to_integral_value():
        raise fault(f"“{value}” không phải là số nguyên", "Viết một số nguyên, ví dụ 30.")
    return int(amount)


Count = Annotated[int, BeforeValidator(_whole), Field(ge=0), WithJsonSchema(_TEXT_SCHEMA)]
"""A whole number from nought."""

Ordinal = Annotated[int, BeforeValidator(_whole), Field(ge=1, le=1000), WithJsonSchema(_TEXT_SCHEMA)]
"""A place in a series: lần thứ, hạng."""

Year = Annotated[int, BeforeValidator(_whole), Field(ge=1000, le=2200), WithJsonSchema(_TEXT_SCHEMA)]
