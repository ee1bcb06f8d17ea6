"""What a clerk typed into a form, laid over the record as it was shown.

A form need not show everything: long tables come page by page, seldom used columns only when asked for. What was not
shown stays as it was. Beside each relation the form sends what it showed and which id that was; a name typed over it is
looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bangvang.office.editor.controls import JOINED, ROWS_A_PAGE
from bangvang.office.faults import FieldProblem, field_at
from bangvang.office.fields import Field, Shape
from bangvang.office.finder import Hit
from bangvang.office.forms import Values
from bangvang.records import KINDS, Loc, Part

Find = Callable[[tuple[str, ...], str], Sequence[Hit]]
"""The records of some kinds that may be meant by what was typed."""

ID, WAS, DROP, FIRST, SHOWN = "~id", "~was", "~bo", "~tu", "~co"
"""Behind a name: the id that was shown, the name that was shown, a row to leave out, the first row of a page, a list
that was shown even where nothing of it is sent."""
IN_CELL = "o"
"""Such a list stands in one cell."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Values as a form shows them, and names that could not be understood."""

    values: Values
    problems: tuple[FieldProblem, ...]


def typed(model: type[Part], shown: Values, pairs: Iterable[tuple[str, str]], find: Find) -> Typed:
    """The record that the clerk wants."""
    sent = [(name, text) for name, text in pairs if name and not name.startswith("_")]
    reader = _Reader(model, find, sent)
    values = _tree(reader.plain())
    firsts = {name.removesuffix(FIRST): int(text) for name, text in sent if name.endswith(FIRST) and text.isdigit()}
    dropped = {name.removesuffix(DROP) for name, text in sent if name.endswith(DROP) and text}
    laid = _Laying(firsts, dropped, {name for name, _ in sent})
    return Typed(laid.over(shown, values, ""), tuple(reader.problems))


class _Reader:
    """Turns the names of relations back into ids."""

    def __init__(self, model: type[Part], find: Find, sent: Sequence[tuple[str, str]]) -> None:
        self._model = model
        self._find = find
        self._sent = sent
        self._beside: dict[str, list[str]] = {}
        for name, text in sent:
            if "~" in name:
                self._beside.setdefault(name, []).append(text)
        self._found: dict[tuple[tuple[str, ...], str], Sequence[Hit]] = {}
        self.problems: list[FieldProblem] = []

    def plain(self) -> list[tuple[str, str | None]]:
        """Names and values without what stands beside them; None where a table begins."""
        found: list[tuple[str, str | None]] = []
        seen: dict[str, int] = {}
        for name, text in self._sent:
            if name.endswith(FIRST):
                found.append((name.removesuffix(FIRST), None))
            if "~" in name:
                continue
            place = seen[name] = seen.get(name, -1) + 1
            loc = loc_of(name)
            field = field_at(self._model, loc)
            if field is None or field.shape is not Shape.RELATION or field.key != loc[-1]:
                found.extend((name, part) for part in self._parts(field, name, text))
            else:
                found.extend((name, id) for id in self._ids(field, name, place, text))
        return found

    def _parts(self, field: Field | None, name: str, text: str) -> Iterable[str]:
        """A cell holds several lines one after another."""
        in_cell = f"{name}{SHOWN}" in self._beside and self._beside[f"{name}{SHOWN}"] == [IN_CELL]
        if field is not None and field.many and in_cell:
            return [part.strip() for part in text.split(JOINED.strip())]
        return [text]

    def _ids(self, field: Field, name: str, place: int, text: str) -> list[str]:
        if not text.strip():
            return [""]
        was = self._beside.get(f"{name}{WAS}", [])
        ids = self._beside.get(f"{name}{ID}", [])
        if place < len(was) and place < len(ids) and was[place].strip() == text.strip() and ids[place]:
            return ids[place].split(JOINED) if field.many else [ids[place]]
        words = text.split(JOINED.strip()) if field.many else [text]
        return [self._meant(field, name, word.strip()) for word in words if word.strip()]

    def _meant(self, field: Field, name: str, word: str) -> str:
        asked = (field.kinds, word)
        hits = self._found[asked] = self._found[asked] if asked in self._found else self._find(*asked)
        if len(hits) == 1:
            return hits[0].id
        labels = " hay ".join(KINDS[kind].label for kind in field.kinds)
        if not hits:
            what, remedy = f"chưa có {labels} nào tên “{word}”", "Chọn trong danh sách gợi ý, hoặc tạo hồ sơ ấy trước."
        else:
            some = "; ".join(", ".join(filter(None, (hit.title, hit.where))) for hit in hits[:4])
            what, remedy = f"có {len(hits)} {labels} khớp với “{word}”: {some}", "Chọn đúng một mục trong gợi ý."
        self.problems.append(FieldProblem(loc_of(name), what, remedy, "relation"))
        return word


@dataclass(frozen=True, slots=True)
class _Laying:
    firsts: Mapping[str, int]
    dropped: set[str]
    sent: set[str]

    def over(self, shown: Mapping[str, Any], values: Mapping[str, Any], above: str) -> Values:
        """Values laid over what was shown, field by field."""
        merged: Values = dict(shown)
        for key, value in values.items():
            name = f"{above}{key}"
            if f"{name}{FIRST}" in self.sent:
                merged[key] = self._rows(shown.get(key), value, name)
            elif isinstance(value, Mapping):
                inner = shown.get(key)
                merged[key] = self.over(inner if isinstance(inner, Mapping) else {}, value, f"{name}.")
            else:
                merged[key] = value
        return merged

    def _rows(self, shown: Any, value: Any, name: str) -> list[Any]:
        before = list(shown) if isinstance(shown, list) else []
        first = self.firsts.get(name, 0)
        rows = value if isinstance(value, Mapping) else {}
        page = []
        for number, row in rows.items():
            if f"{name}.{number}" in self.dropped or not isinstance(row, Mapping):
                continue
            place = int(number)
            old = before[place] if place < len(before) and isinstance(before[place], Mapping) else {}
            laid = self.over(old, row, f"{name}.{number}.")
            if old or _says_something(laid):
                page.append(laid)
        return [*before[:first], *page, *before[first + ROWS_A_PAGE :]]


def _tree(pairs: Iterable[tuple[str, str | None]]) -> Values:
    """Names with dots as mappings within mappings, rows under their numbers; None stands for a table without rows."""
    root: Values = {}
    for name, text in pairs:
        place = root
        *path, last = name.split(".")
        for step in path:
            inner = place.setdefault(step, {})
            place = inner if isinstance(inner, dict) else {}
        if text is None:
            place.setdefault(last, {})
        elif last not in place:
            place[last] = text
        else:
            before = place[last]
            place[last] = [*before, text] if isinstance(before, list) else [before, text]
    return root


def _says_something(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(_says_something(inner) for inner in value.values())
    if isinstance(value, list):
        return any(_says_something(inner) for inner in value)
    return bool(value)


def loc_of(name: str) -> Loc:
    """Where the field of this name stands."""
    return tuple(int(step) if step.isdigit() else step for step in name.split("."))
