"""How a difference is told: the title of a field, what is before and after, and the erratum that would settle it."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from bangvang.frozen.drift import GONE, Drift
from bangvang.frozen.facts import loc_of
from bangvang.loading.explanation import model_at
from bangvang.records import KINDS
from bangvang.vietnamese import shortened
from bangvang.yaml_writer import quoted

_ROOM = 80
"""Of each side of a difference so much is told."""
_AROUND = 20
_REPEATED = 160
"""What is longer is named in an erratum by its seal."""
_PART_OF_HONOUR = {"id": "Mã", "date": "Ngày", "number": "Số quyết định", "authority": "Cấp tặng"}


def field_title(kind: str, field: str) -> str:
    """A field by the name that the office knows."""
    steps = loc_of(field)
    names = [step for step in steps if isinstance(step, str)]
    if not names:
        return KINDS[kind].label
    found = ""
    for end in range(len(names)):
        inside = model_at(KINDS[kind].model, tuple(names[:end]))
        fields = inside.model_fields if inside is not None else {}
        found = next((one.title or found for name, one in fields.items() if names[end] in (name, one.alias)), "")
    found = found or _PART_OF_HONOUR.get(names[-1], names[-1])
    rows = [step + 1 for step in steps if isinstance(step, int)]
    return f"{found}, dòng {rows[0]}" if rows and names[0] in ("recipients", "honours") else found


def excerpts(was: str | None, now: str | None) -> tuple[str, str]:
    """Both sides of a difference, long ones cut to where they differ."""
    before, after = was or "", now or ""
    if max(len(before), len(after)) <= _ROOM:
        return before, after
    start = before.rfind(" ", 0, max(0, _alike(before, after) - _AROUND)) + 1
    return _cut(before, start), _cut(after, start)


def erratum_line(drift: Drift, day: date) -> str:
    """The erratum to write, but for the reason and who approves."""
    parts = [
        f"date: {day.isoformat()}",
        f"record: {drift.of}",
        f"field: {drift.field if drift.field != GONE else 'status'}",
    ]
    long = max(len(drift.was or ""), len(drift.now or "")) > _REPEATED
    if not drift.private:
        was, now = excerpts(drift.was, drift.now) if long else (drift.was, drift.now)
        parts += [f"was: {quoted(was)}"] if was else []
        parts += [f"now: {quoted(now)}"] if now else []
    if drift.private or long:
        parts.append(f"seal: {drift.seal}")
    return "- {" + ", ".join([*parts, "reason: …", "approver: …"]) + "}"


def _alike(before: str, after: str) -> int:
    """How far two texts are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))


def _cut(text: str, start: int) -> str:
    return ("…" if start else "") + shortened(text[start:], _ROOM)
