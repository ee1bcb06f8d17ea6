"""Text to be read aloud: numbers, days, units of measure, document numbers and abbreviations in words."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from bangvang.vietnamese.dates import FoundDay, find_days
from bangvang.vietnamese.document_number import FoundNumber, find_document_numbers
from bangvang.vietnamese.numbers import NumberError, parse_number, parse_roman
from bangvang.vietnamese.numerals import digits_in_words, number_in_words, ordinal_in_words

UNITS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "m³": "mét khối",
    "m3": "mét khối",
    "km²": "ki-lô-mét vuông",
    "km2": "ki-lô-mét vuông",
    "km": "ki-lô-mét",
    "cm": "xăng-ti-mét",
    "mm": "mi-li-mét",
    "m": "mét",
    "ha": "héc-ta",
    "kg": "ki-lô-gam",
    "g": "gam",
    "l": "lít",
    "kW": "ki-lô-oát",
    "kWh": "ki-lô-oát giờ",
    "°C": "độ C",
    "đ": "đồng",
    "USD": "đô la Mỹ",
}
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_MEASURED = re.compile(rf"(?<!\w)(?<!\w[.,])({_NUMBER})(?:\s*({_UNIT})(?![\w²³]))?")
_RANGE = re.compile(rf"(?<![\w.,/])({_NUMBER})\s*[-–—]\s*(?={_NUMBER}(?!\w))")
_PER = re.compile(rf"(?<=[\wđ²³])/({_UNIT}|năm|tháng|ngày|người|hộ|vụ)(?!\w)")
_SHARE = re.compile(rf"(?<![\w.,/])({_NUMBER})/({_NUMBER})(?![\w/])")
_ROMAN = re.compile(r"\b((?:lần )?thứ|quý|đợt|khóa|thế kỷ|giai đoạn|hạng|cấp|loại)\s+([IVXLC]+)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(lần thứ)\s+([0-9]{1,3})\b", re.IGNORECASE)
_MONTH = re.compile(r"\btháng\s+(0?[1-9]|1[0-2])(?:/|\s+năm\s+)([12][0-9]{3})\b", re.IGNORECASE)
_LONE_MONTH = re.compile(r"\btháng\s+(0?[1-9]|1[0-2])\b(?!\s*[-–/])", re.IGNORECASE)
_WORD = r"[^\W_]"
_QUARTER_YEAR = re.compile(r"\b(quý\s+[IV1-4]+)/([12][0-9]{3})\b", re.IGNORECASE)
_NAME_AND_NUMBER = re.compile(r"(?<=[^\W\d_])-(?=[0-9])")
_DAY_OF_YEAR = re.compile(r"\bngày\s+([0-2]?[1-9]|[123]0|31)/(0?[1-9]|1[0-2])(?![\w/])", re.IGNORECASE)
_SIGNS = {".": "chấm", ",": "phẩy"}

_Found = TypeVar("_Found", FoundDay, FoundNumber)


def said_day(year: int, month: int | None = None, day: int | None = None) -> str:
    """“ngày mùng hai tháng chín năm hai nghìn không trăm hai mươi sáu”."""
    said = f"năm {number_in_words(year)}"
    if month is not None:
        said = f"{_said_month(month)} {said}"
    return said if day is None else f"{_said_day_of_month(day)} {said}"


def aloud(text: str, abbreviations: Mapping[str, str]) -> str:
    """A text as an announcer says it; what nobody could know how to say stays as it is written."""
    said = _spans(text, find_document_numbers(text), _said_number)
    said = _spans(said, find_days(said), _said_found_day)
    said = _DAY_OF_YEAR.sub(_said_day_of_year, said)
    said = _MONTH.sub(lambda found: f"{_said_month(int(found[1]))} năm {number_in_words(int(found[2]))}", said)
    said = _LONE_MONTH.sub(lambda found: _said_month(int(found[1])), said)
    said = _QUARTER_YEAR.sub(lambda found: f"{found[1]} năm {found[2]}", said)
    said = _NAME_AND_NUMBER.sub(" ", said)
    said = _ROMAN.sub(_said_roman, said)
    said = _ORDINAL.sub(lambda found: f"{found[1]} {ordinal_in_words(int(found[2]))}", said)
    said = _PER.sub(lambda found: f" trên {UNITS.get(found[1], found[1])}", said)
    said = _RANGE.sub(lambda found: f"{found[1]} đến ", said)
    said = _SHARE.sub(lambda found: f"{found[1]} trên {found[2]}", said)
    said = _MEASURED.sub(_said_measure, said)
    return _long_forms(said, abbreviations)


def _spans(text: str, found: Iterable[_Found], say: Callable[[_Found], str]) -> str:
    """The text with each thing found said in its place."""
    parts: list[str] = []
    end = 0
    for one in found:
        parts += [text[end : one.start], say(one)]
        end = one.end
    return "".join([*parts, text[end:]])


def _said_found_day(found: FoundDay) -> str:
    return said_day(found.year, found.month, found.day) if found.year else found.printed


def _said_day_of_month(day: int) -> str:
    return f"ngày {'mùng ' if day <= 10 else ''}{number_in_words(day)}"


def _said_day_of_year(found: re.Match[str]) -> str:
    return f"{_said_day_of_month(int(found[1]))} {_said_month(int(found[2]))}"


def _said_number(found: FoundNumber) -> str:
    """A document's number; its symbol says in letters what the words around it say."""
    number = found.number
    if number.number is None:
        return number.printed
    year = f" năm {number_in_words(number.year)}" if number.year else ""
    return f"{_said_figures(number.number)}{year}"


def _said_figures(printed: str) -> str:
    letters = printed.lstrip("0123456789")
    return f"{number_in_words(int(printed.removesuffix(letters)))}{f' {letters}' if letters else ''}"


def _said_month(month: int) -> str:
    return f"tháng {ordinal_in_words(month) if month == 4 else number_in_words(month)}"


def _said_roman(found: re.Match[str]) -> str:
    number = parse_roman(found[2])
    if not number:
        return found[0]
    counted = ordinal_in_words(number) if found[1].lower().endswith("thứ") else number_in_words(number)
    return f"{found[1]} {counted}"


def _said_measure(found: re.Match[str]) -> str:
    unit = f" {UNITS[found[2]]}" if found[2] else ""
    try:
        return f"{number_in_words(parse_number(found[1]))}{unit}"
    except NumberError:
        return f"{' '.join(_said_piece(piece) for piece in re.split('([.,])', found[1]))}{unit}"


def _said_piece(piece: str) -> str:
    """A part of figures that are no number: 08, 2.1.5."""
    if piece in _SIGNS:
        return _SIGNS[piece]
    return digits_in_words(piece) if piece.startswith("0") and len(piece) > 1 else number_in_words(int(piece))


def _long_forms(text: str, abbreviations: Mapping[str, str]) -> str:
    """Abbreviations in full, the longest first; capitals count, so that AN is not the name An."""
    if not abbreviations:
        return text
    shorts = "|".join(re.escape(short) for short in sorted(abbreviations, key=len, reverse=True))
    return re.sub(rf"(?<!{_WORD})(?:{shorts})(?!{_WORD})", lambda found: abbreviations[found[0]], text)
