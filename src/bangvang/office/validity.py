"""From when until when there is such a place, agency or award: what tells those of one name apart."""

from __future__ import annotations

from bangvang.records import Agency, Award, Part, PartialDate, Place
from bangvang.vietnamese import short_day


def validity_in_words(record: Part) -> str | None:
    """“từ 01/7/2004 đến 31/12/2023”; None for a record that is not of a time, nothing for one of all times."""
    if not isinstance(record, Award | Place | Agency):
        return None
    return " ".join(filter(None, (_day("từ", record.from_), _day("đến", record.to))))


def has_ended(record: Part) -> bool:
    """Whether it has a last day."""
    return isinstance(record, Award | Place | Agency) and record.to is not None


def _day(word: str, day: PartialDate | None) -> str:
    return f"{word} {short_day(day.year, day.month, day.day)}" if day else ""
