"""Days, months and quarters as Vietnamese offices print them, and the days that a prose names.

The administrative style (Decree 30/2020/NĐ-CP, appendix I): a day under 10 and the months 1 and 2 get a
leading zero, so that nobody turns them into 10, 11, 12.
"""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

from bangvang.vietnamese.numbers import parse_roman, roman


class DayFault(StrEnum):
    """Why a printed day is no day of the calendar."""

    YEAR_DIGITS = "year-digits"
    NO_SUCH_DAY = "no-such-day"


class FoundDay(NamedTuple):
    """A day named in a text, at text[start:end]; a faulty one has no year, month and day."""

    start: int
    end: int
    printed: str
    year: int | None
    month: int | None
    day: int | None
    fault: DayFault | None = None


def day_in_words(year: int, month: int | None = None, day: int | None = None) -> str:
    """A day, month or year in words: "ngày 02 tháng 9 năm 2026", "tháng 9 năm 2026", "năm 2026"."""
    _require_calendar(year, month, day)
    if month is None:
        return f"năm {year}"
    in_words = f"tháng {_month_digits(month)} năm {year}"
    return in_words if day is None else f"ngày {day:02} {in_words}"


def short_day(year: int, month: int | None = None, day: int | None = None) -> str:
    """A day, month or year in figures: "02/9/2026", "9/2026", "2026"."""
    _require_calendar(year, month, day)
    if month is None:
        return str(year)
    in_figures = f"{_month_digits(month)}/{year}"
    return in_figures if day is None else f"{day:02}/{in_figures}"


def short_date(date: date) -> str:
    """A whole day of the calendar in figures: "02/9/2026"."""
    return short_day(date.year, date.month, date.day)


def quarter_name(quarter: int, year: int) -> str:
    """A quarter as plans print it: "quý III/2015"."""
    _require_quarter(quarter)
    return f"quý {roman(quarter)}/{year}"


def parse_quarter(text: str) -> tuple[int, int, int] | None:
    """(year, first quarter, last quarter) of "quý III/2015", "Quý III - IV/2020", "III/2015", or None."""
    match = _QUARTER.fullmatch(normalize("NFC", text).strip())
    if not match:
        return None
    first = _quarter_number(match["first"])
    last = _quarter_number(match["last"]) if match["last"] else first
    return (int(match["year"]), first, last) if first <= last else None


def quarter_bounds(year: int, quarter: int) -> tuple[date, date]:
    """The first and the last day of a quarter."""
    _require_quarter(quarter)
    last_month = 3 * quarter
    return date(year, last_month - 2, 1), date(year, last_month, monthrange(year, last_month)[1])


def find_days(text: str) -> list[FoundDay]:
    """The days that a text names, in order: "ngày 07/4/2014", "2/9/1945", "ngày 2 tháng 9 năm 2026".

    What looks like a day and is none ("21/5/20004", "31/02/2019") comes with its fault, never corrected.
    """
    return [_found_day(match) for match in _DAY.finditer(text)]


_QUARTER_NUMBER = "I{1,3}|IV|[1-4]"
_QUARTER = re.compile(
    rf"(?:qu[ýí]\s*)?(?P<first>{_QUARTER_NUMBER})(?:\s*+(?:[-–—,]|và|đến)\s*+(?P<last>{_QUARTER_NUMBER}))?"
    r"(?:\s*+/\s*+|\s++năm\s++)(?P<year>[12][0-9]{3})",
    re.IGNORECASE,
)


def _either_form(*keywords: str) -> str:
    """A pattern for words in NFC or NFD, so that positions count in the text as it was given."""
    spellings = (re.escape(normalize(form, word)) for word in keywords for form in ("NFC", "NFD"))
    return "(?:" + "|".join(dict.fromkeys(spellings)) + ")"


# Without the word ngày only slashes and hyphens before a long year make a day: 16/19 and 2.1.5 are none.
_DAY = re.compile(
    rf"(?:(?<!\w){_either_form('ngày')}\s+(?:{_either_form('mồng', 'mùng')}\s+)?"
    rf"(?:(?P<day>[0-9]{{1,2}})\s+{_either_form('tháng')}\s+(?P<month>[0-9]{{1,2}})"
    rf"\s*+,?\s*+{_either_form('năm')}\s+(?P<year>[0-9]+)"
    r"|(?P<day_2>[0-9]{1,2})\s*(?P<sign>[/.-])\s*(?P<month_2>[0-9]{1,2})\s*(?P=sign)\s*(?P<year_2>[0-9]+))"
    r"|(?<![\w/.-])(?P<day_3>[0-9]{1,2})(?P<sign_3>[/-])(?P<month_3>[0-9]{1,2})(?P=sign_3)(?P<year_3>[0-9]{4,})"
    r"|(?<=[0-9]-)(?P<day_4>[0-9]{1,2})/(?P<month_4>[0-9]{1,2})/(?P<year_4>[0-9]{4,}))(?![\w/])",
    re.IGNORECASE,
)


def _found_day(match: re.Match[str]) -> FoundDay:
    day, month, year = (_first_group(match, name) for name in ("day", "month", "year"))
    fault = None
    if len(year) != 4:
        fault = DayFault.YEAR_DIGITS
    elif not _in_calendar(int(year), int(month), int(day)):
        fault = DayFault.NO_SUCH_DAY
    if fault:
        return FoundDay(match.start(), match.end(), match[0], None, None, None, fault)
    return FoundDay(match.start(), match.end(), match[0], int(year), int(month), int(day))


def _first_group(match: re.Match[str], name: str) -> str:
    return next(str(match[group]) for group in (name, *(f"{name}_{n}" for n in (2, 3, 4))) if match[group])


def _in_calendar(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _require_calendar(year: int, month: int | None, day: int | None) -> None:
    if month is None and day is not None:
        raise ValueError("a day needs its month")
    date(year, 1 if month is None else month, 1 if day is None else day)


def _require_quarter(quarter: int) -> None:
    if not 1 <= quarter <= 4:
        raise ValueError("quarters go from 1 to 4")


def _month_digits(month: int) -> str:
    return f"{month:02}" if month <= 2 else str(month)


def _quarter_number(text: str) -> int:
    return parse_roman(text.upper()) or int(text)
