"""Small facts in the cells of a row: sex, year of birth, class, number of times."""

from __future__ import annotations

import re

from bangvang.vietnamese import fold, parse_roman

_YEAR = re.compile(r"(?<![0-9])(1[89][0-9]{2}|20[0-9]{2})(?![0-9])")
_DAY = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})")
_CLASSES = {"nhat": "1", "nhi": "2", "ba": "3", "1": "1", "2": "2", "3": "3"}
_SEXES = {"nam": "male", "nu": "female", "ong": "male", "ba": "female"}
_CLASS_IN_NAME = re.compile(r",?\s*\bhạng\s+(nhất|nhì|ba|i{1,3}|[123])\b", re.IGNORECASE)
_TIMES_IN_NAME = re.compile(r",?\s*\(?\blần\s+thứ\s+(nhất|hai|ba|[0-9]{1,2}|[ivx]+)\b\)?", re.IGNORECASE)
_ORDINALS = {"nhat": "1", "nhi": "2", "hai": "2", "ba": "3", "tu": "4", "nam": "5"}


def read_sex(text: str) -> str | None:
    """Nam or Nữ, however spelt."""
    return _SEXES.get(fold(text))


def read_year(text: str) -> str | None:
    """The year of birth; None where the cell shows none, or a day that no calendar has."""
    day = _DAY.fullmatch(text.strip())
    if day and (not 1 <= int(day[2]) <= 12 or not 1 <= int(day[1]) <= 31):
        return None
    years = _YEAR.findall(text)
    return years[0] if len(set(years)) == 1 else None


def read_class(text: str) -> str | None:
    """Nhất, II or 3, with or without the word hạng."""
    said = fold(text).removeprefix("hang ").strip()
    roman = parse_roman(said.upper())
    return _CLASSES.get(said) or (str(roman) if roman in (1, 2, 3) else None)


def read_times(text: str) -> str | None:
    """How often: 2, II, lần thứ hai."""
    said = fold(text).removeprefix("lan ").removeprefix("thu ").strip()
    if said.isdigit() and 1 <= int(said) <= 100:
        return str(int(said))
    roman = parse_roman(said.upper())
    return _ORDINALS.get(said) or (str(roman) if roman else None)


def award_parts(text: str) -> tuple[str, str | None, str | None]:
    """The name of an award without its class and number of times, and those."""
    kind, count = _CLASS_IN_NAME.search(text), _TIMES_IN_NAME.search(text)
    name = _TIMES_IN_NAME.sub("", _CLASS_IN_NAME.sub("", text)).strip(" ,;.")
    return name, read_class(kind[1]) if kind else None, read_times(count[1]) if count else None
