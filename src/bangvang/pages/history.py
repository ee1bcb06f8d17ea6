"""The history of a record: what publications and later rulings did to it, day by day. It names no person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from bangvang.pages.changes import ADDED, CHANGED, RESTORED, WITHDRAWN, times_of
from bangvang.pages.honours import award_title, brief
from bangvang.pages.page import Link
from bangvang.pages.paper_names import decision_link, document_link
from bangvang.pages.reading import Reading
from bangvang.pages.rulings import ruled
from bangvang.records import KINDS, Decision
from bangvang.registry import GivenHonour
from bangvang.vietnamese import short_date

_PUBLISHED = {
    ADDED: "Công bố lần đầu",
    CHANGED: "Cập nhật hồ sơ",
    RESTORED: "Công bố lại",
    WITHDRAWN: "Rút hồ sơ",
}
_MOST_NUMBERS = 12


class Step(NamedTuple):
    """One thing that happened to a record."""

    order: str
    """Its day, as days sort."""
    day: str
    what: str
    by: Link | None = None
    """The paper that did it."""


def laureate_history(reading: Reading, id: str, honours: Iterable[GivenHonour]) -> tuple[Step, ...]:
    """What became of a laureate's page and honours."""
    return _in_order([*_published(reading, "honouree", id), *_of_honours(reading, honours)])


def decision_history(reading: Reading, id: str, honours: Sequence[GivenHonour]) -> tuple[Step, ...]:
    """What became of a decision's page, and of its rows; rows of one fate are told together."""
    rows: dict[Step, list[int]] = {}
    for honour in honours:
        for step in _turns(reading, honour, ""):
            rows.setdefault(step, []).append(honour.row + 1)
    fates = [step._replace(what=f"{step.what} khen thưởng của {_numbered(places)}") for step, places in rows.items()]
    return _in_order([*_published(reading, "decision", id), *fates])


def history_fold(steps: Sequence[Step]) -> Markup:
    """Folded, for whoever wants to know; nothing where nothing is known."""
    if not steps:
        return Markup()
    told = "".join([f"<li>{_told(step)}</li>" for step in steps])
    return Markup(
        '<details class="bv-details bv-history"><summary>Lịch sử hồ sơ</summary>'
        f'<ol class="bv-list">{told}</ol></details>'
    )


def _published(reading: Reading, kind: str, id: str) -> Iterator[Step]:
    for day, what in reading.ask(times_of, f"/{KINDS[kind].url}/{id}/"):
        if what in _PUBLISHED:
            yield Step(day.isoformat(), short_date(day), _PUBLISHED[what])


def _of_honours(reading: Reading, honours: Iterable[GivenHonour]) -> Iterator[Step]:
    for honour in honours:
        if honour.facts.standing:
            yield from _turns(reading, honour, f" {award_title(reading, honour)}")
        for amendment in honour.amendments:
            by = reading.find(Decision, amendment.by.id)
            if by is not None:
                what = f"Đính chính {amendment.item[:1].lower()}{amendment.item[1:]}"
                yield Step(str(by.date), brief(by.date), what, decision_link(reading, amendment.by.id))


def _turns(reading: Reading, honour: GivenHonour, what: str) -> Iterator[Step]:
    for turn in honour.facts.standing:
        if turn.date.first <= reading.day:
            by = decision_link(reading, turn.decision) or document_link(reading, turn.decision)
            yield Step(str(turn.date), brief(turn.date), f"{ruled(turn.state)}{what}", by)


def _numbered(places: Sequence[int]) -> str:
    if len(places) == 1:
        return f"mục số {places[0]}"
    told = f", số {', '.join(map(str, places))}" if len(places) <= _MOST_NUMBERS else ""
    return f"{len(places)} mục{told}"


def _in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(dict.fromkeys(sorted(steps, key=lambda step: step.order)))


def _told(step: Step) -> str:
    by = f", theo {step.by.__html__()}" if step.by else ""
    return f"{step.day}: {escape(step.what)}{by}."
