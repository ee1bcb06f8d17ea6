"""Places as readers meet them: as they were called then, and what they are now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from typing import NamedTuple

from markupsafe import Markup

from bangvang.pages.answers import Answers, question
from bangvang.pages.escaping import escaped, markup
from bangvang.pages.page import Link
from bangvang.pages.reading import Reading, view
from bangvang.records import Place
from bangvang.records.place import PlaceType
from bangvang.vietnamese import short_day

_MOST_NAMES, _NAMES = 3, 2
"""How many names of today are told in one line, and how many when there are more."""
_SHORT = {PlaceType.COUNTRY, PlaceType.REGION}


class PlaceLine(NamedTuple):
    """A place in one line."""

    text: str
    url: str | None
    now: tuple[Link, ...]
    """Every place of today that it lives on in; empty while it still exists."""

    @property
    def now_text(self) -> str:
        """Today's names; of many the first few."""
        names = [link.text for link in self.now]
        return _series(names if self._told_whole else [*names[:_NAMES], self._rest])

    @property
    def plain(self) -> Markup:
        """Without a link, for cards that lead elsewhere as a whole."""
        now = f' <span class="bv-now">(nay là {escaped(self.now_text)})</span>' if self.now else ""
        return markup(f"{escaped(self.text)}{now}")

    @property
    def now_html(self) -> Markup:
        """Today's names; where some are left out, a link to the place's page, which has them all."""
        if self._told_whole:
            return markup(escaped(self.now_text))
        first = _series([link.text for link in self.now[:_NAMES]], last="; ")
        return markup(f"{escaped(first)} và {Link(self._rest, self.url).__html__()}")

    @property
    def fact(self) -> Markup:
        """With today's names on a line of their own, for a list of facts."""
        now = f"<small>Nay là {self.now_html}</small>" if self.now else ""
        return markup(f"{escaped(self.text)}{now}")

    def __html__(self) -> str:
        now = f' <span class="bv-now">(nay là {self.now_html})</span>' if self.now else ""
        return f"{Link(self.text, self.url).__html__()}{now}"

    @property
    def _told_whole(self) -> bool:
        return len(self.now) <= _MOST_NAMES

    @property
    def _rest(self) -> str:
        return f"{len(self.now) - _NAMES} nơi khác"


@question
def place_now(answers: Answers, id: str) -> tuple[str, ...]:
    """The places of today that a place lives on in."""
    return tuple(answers.registry.place_now(id))


@question
def place_chain(answers: Answers, id: str) -> tuple[str, ...]:
    """A place and those above it, nearest first."""
    return (id, *answers.registry.place_ancestors(id))


@question
def namesakes(answers: Answers, id: str) -> tuple[str, ...]:
    """The other places that bear or bore the name of this one."""
    named = answers.memory.get("places by name")
    if named is None:
        found: dict[str, list[str]] = {}
        for other, place in answers.registry.all(Place):
            found.setdefault(place.name, []).append(other)
        named = answers.memory["places by name"] = found
    assert isinstance(named, dict)
    own = answers.registry.find(Place, id)
    return tuple(other for other in named[own.name] if other != id) if own else ()


@view
def place_line(reading: Reading, id: str | None, printed: str | None) -> PlaceLine | None:
    """A place then and now; `printed` is how the source wrote it."""
    if id is None or reading.find(Place, id) is None:
        return PlaceLine(printed, None, ()) if printed else None
    name = printed or full_name(reading, id)
    now = tuple(
        Link(lower_first(_told_after(reading, name, node)), f"dia-phuong/{node}/")
        for node in reading.ask(place_now, id)
    )
    return PlaceLine(name, f"dia-phuong/{id}/", now)


@view
def full_name(reading: Reading, id: str) -> str:
    """A place with those above it: “Thôn Mẫu Một, xã Mẫu, tỉnh Mẫu”."""
    names: list[str] = []
    for node in reading.ask(place_chain, id):
        place = reading.find(Place, node)
        if place is not None and place.type not in _SHORT:
            names.append(place.name if not names else lower_first(place.name))
    return ", ".join(names) or id


@view
def dated_name(reading: Reading, id: str) -> str:
    """A full name; where other places bear or bore it, with the days that tell them apart."""
    name, days = full_name(reading, id), days_apart(reading, id)
    return f"{name} ({days})" if days else name


@view
def days_apart(reading: Reading, id: str) -> str:
    """“từ 01/7/2025” or “đến 30/6/2025”, where other places bear or bore the name of this one."""
    name = full_name(reading, id)
    place = reading.find(Place, id)
    if place is None or all(full_name(reading, other) != name for other in reading.ask(namesakes, id)):
        return ""
    begun, ended = _days(place)
    return ended or begun


def _told_after(reading: Reading, then: str, now: str) -> str:
    """A place of today; if it is called as the old one was, the day it began makes the sentence say something."""
    name = full_name(reading, now)
    place = reading.find(Place, now)
    begun = _days(place)[0] if place and name.casefold() == then.casefold() else ""
    return f"{name} {begun}" if begun else name


def _days(place: Place) -> tuple[str, str]:
    """“từ 01/7/2025”, “đến 30/6/2025”; empty where not known."""
    start, end = (short_day(date.year, date.month, date.day) if date else "" for date in (place.from_, place.to))
    return f"từ {start}" if start else "", f"đến {end}" if end else ""


def lower_first(text: str) -> str:
    """A type of place inside a line is no beginning: “xã Mẫu”."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first in _TYPE_WORDS and rest else text


def place_after(said: Sequence[str], place: str) -> str:
    """What is left to say of a place after names that end with its beginning: “Trạm Y tế xã Mẫu”, “tỉnh Mẫu”."""
    ends = tuple(f" {text}".casefold() for text in said)

    def is_said(part: str) -> bool:
        return any(end.endswith(f" {part.casefold()}") for end in ends)

    return ", ".join(dropwhile(is_said, place.split(", ")))


def joined(parts: list[str]) -> str:
    """“a, b và c”."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"


def _series(names: list[str], last: str = " và ") -> str:
    """“xã A, tỉnh B; xã C, tỉnh B và xã D, tỉnh B”: the names have commas of their own."""
    return last.join(part for part in ("; ".join(names[:-1]), names[-1]) if part)


_TYPE_WORDS = {"Xã", "Phường", "Huyện", "Tỉnh", "Thành", "Thị", "Quận", "Thôn", "Bản", "Ấp", "Xóm", "Tổ", "Đặc"}
