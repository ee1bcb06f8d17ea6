"""What lasts for some days: soon, on or over when the page was built, and by its own dates in the browser later."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from bangvang.pages.honours import brief
from bangvang.records import Consultation, Event, PartialDate
from bangvang.registry import Phase, consultation_phase, phase

SOON, OPEN, CLOSED = "soon", "open", "closed"
_STATES = {Phase.UPCOMING: SOON, Phase.RUNNING: OPEN, Phase.CLOSED: CLOSED}


class Course(NamedTuple):
    """A stretch of whole days; `opens` and `closes` are what the site's script compares with the day's date."""

    opens: datetime.date
    closes: datetime.date
    state: str
    soon: str
    open: str
    closed: str

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """Each state with its badge."""
        return ((SOON, self.soon), (OPEN, self.open), (CLOSED, self.closed))


def consultation_course(consultation: Consultation, day: datetime.date) -> Course:
    """Whether the public can still answer."""
    state = _STATES[consultation_phase(consultation, day)]
    return Course(
        consultation.opens, consultation.closes, state, "Sắp lấy ý kiến", "Đang lấy ý kiến", "Đã hết hạn góp ý"
    )


def event_course(event: Event, day: datetime.date) -> Course | None:
    """Whether the event is still to come; None where its days are not known, so that nothing is claimed of them."""
    start, end = event.from_ or event.to, event.to or event.from_
    if start is None or end is None or start.exact is None or end.exact is None:
        return None
    return Course(start.first, end.last, _STATES[phase(start, end, day)], "Sắp diễn ra", "Đang diễn ra", "Đã diễn ra")


def days_text(start: PartialDate | None, end: PartialDate | None) -> str:
    """“23/01/2026”, “01–06/5/1952”, “30/12/1966–01/01/1967”, “2015”."""
    first, last = start or end, end or start
    if first is None or last is None:
        return ""
    if first == last:
        return brief(first)
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        return f"{first.day:02}–{brief(last)}"
    return f"{brief(first)}–{brief(last)}"
