"""What the window of an honouree tells beside its form: the decisions, and where a corrected name still stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bangvang.office.editor.workplace import Workplace
from bangvang.office.fields import fields_of
from bangvang.office.name_traces import Trace, former_names, traces
from bangvang.office.outcomes import Opened
from bangvang.records import Loc, Subject
from bangvang.registry import GivenHonour
from bangvang.vietnamese import short_day

_LOOKED_AT = 5
"""The latest changes, in which a name may have been corrected."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One row of a decision."""

    decision: str
    address: str
    award: str
    day: str
    row: int
    printed: str
    """The name as the row has it, where it is another one."""


@dataclass(frozen=True, slots=True)
class Left:
    """One place that still says the old name."""

    trace: Trace
    address: str


def field_address(kind: str, id: str, loc: Loc) -> str:
    """The form, at the page of a long table that shows the field."""
    table, *inside = loc or ("",)
    page = f"?_trang={table}:{inside[0]}" if inside and isinstance(inside[0], int) else ""
    mark = f"#f-{'-'.join(map(str, loc))}" if loc else ""
    return f"/ho-so/{kind}/{id}{page}{mark}"


def appearances(place: Workplace, opened: Opened) -> list[Appearance]:
    """The decisions that hold an honouree, the latest first."""
    laureate = place.desk.registry.laureates.get(opened.id) if opened.kind == "honouree" else None
    rows = [honour for honour in laureate.honours if honour.decision is not None] if laureate else []
    return [_appearance(place, opened, honour) for honour in reversed(rows)]


def names_left(place: Workplace, opened: Opened) -> list[Left]:
    """Where a name that was corrected lately still stands."""
    if opened.kind != "honouree" or not opened.id:
        return []
    former = former_names(place.desk.earlier(opened.kind, opened.id, _LOOKED_AT), opened.tree)
    found = traces(place.desk.registry, opened.id, opened.tree, former) if former else ()
    return [Left(one, field_address(one.kind, one.id, one.loc)) for one in found]


def begun_from_row(place: Workplace, id: str) -> Opened | None:
    """A form for the record of somebody who so far stands only in decisions: what the latest row says of them."""
    laureate = place.desk.registry.laureates.get(id)
    rows = [honour for honour in laureate.honours if honour.decision is not None] if laureate else []
    if laureate is None or laureate.profile is not None or not rows:
        return None
    last = rows[-1]
    decision = place.desk.open("decision", last.source.id)
    listed = decision.values.get("recipients") if decision else None
    row = listed[last.row] if isinstance(listed, list) and last.row < len(listed) else {}
    said = {field.key: row[field.key] for field in fields_of(Subject) if field.key in row}
    blank = place.desk.blank("honouree")
    return replace(blank, values=blank.values | said)


def _appearance(place: Workplace, opened: Opened, honour: GivenHonour) -> Appearance:
    decision, day = honour.decision, honour.date
    assert decision is not None
    award = place.desk.named(("award",), honour.award) if honour.award else honour.facts.award_text or ""
    printed = honour.subject.name
    return Appearance(
        f"Quyết định {decision.number}" if decision.number else decision.title,
        field_address("decision", honour.source.id, ("recipients", honour.row, "name")),
        award,
        short_day(day.year, day.month, day.day) if day else "",
        honour.row + 1,
        printed if printed != opened.values.get("name") else "",
    )
