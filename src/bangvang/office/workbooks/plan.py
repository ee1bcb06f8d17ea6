"""What a workbook of one kind looks like: its sheets, and the columns of each, from the models.

The first sheet has a row for each record. Every list of groups has a sheet of its own, a row for each group, and every
row says whose it is by the record's id and by its number: 3 is the third row of the list, 3.1 the first row of a list
within it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from bangvang.office.fields import Field, Shape, fields_of
from bangvang.records import KINDS, Kind, Loc, Part

Key = tuple[int, ...]
"""The number of a row, from one; of the row of a record itself, nothing."""

_MAX_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
ID_TITLE = "Mã hồ sơ"
KEY_TITLE = "Dòng"


@dataclass(frozen=True, slots=True)
class Column:
    """One field, also one of a group within the row."""

    path: tuple[str, ...]
    title: str
    field: Field

    @property
    def is_needed(self) -> bool:
        """Whether no row goes without."""
        return self.field.required and len(self.path) == 1

    @property
    def is_identity(self) -> bool:
        """The id of the row itself: made once, never changed."""
        return self.field.shape is Shape.ID and self.path == ("id",)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """The rows of one list, or the records themselves."""

    name: str
    model: type[Part]
    above: int
    """Which sheet has the rows that these are parts of; the records' own sheet is the first."""
    path: tuple[str, ...]
    """Of the list, below such a row."""
    depth: int
    """How many numbers a row has at least."""
    columns: tuple[Column, ...]
    inner: tuple[str, ...] = ()
    """Of a list of the same kind of rows within a row: parts of targets, sections of sections."""

    @property
    def is_of_records(self) -> bool:
        """The first sheet."""
        return not self.depth


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets of one kind."""

    kind: Kind
    sheets: tuple[SheetPlan, ...]

    def list_loc(self, index: int, parent: Key) -> Loc:
        """Where the list stands in a record that rows of this sheet with such a parent are items of."""
        sheet = self.sheets[index]
        if sheet.inner and len(parent) >= sheet.depth:
            return (*self.loc(index, parent), *sheet.inner)
        return (*self.loc(sheet.above, parent), *sheet.path)

    def loc(self, index: int, key: Key) -> Loc:
        """Where the row stands in a record."""
        return (*self.list_loc(index, key[:-1]), key[-1] - 1) if key else ()


@dataclass(slots=True)
class _Draft:
    sheets: list[SheetPlan | None] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def name(self, wanted: str) -> str:
        """A name that spreadsheets take, and that no other sheet has."""
        plain = wanted.translate(_NOT_IN_NAMES).strip()
        name, number = _cut(plain, _MAX_NAME), 1
        while name.casefold() in self.names:
            number += 1
            name = f"{_cut(plain, _MAX_NAME - 2)} {number}"
        self.names.add(name.casefold())
        return name


@cache
def plan_of(kind: str) -> Plan:
    """The plan of a kind's workbook."""
    label, draft = KINDS[kind].label, _Draft()
    _add_sheet(draft, f"{label[:1].upper()}{label[1:]}", KINDS[kind].model, 0, (), 0)
    return Plan(KINDS[kind], tuple(sheet for sheet in draft.sheets if sheet is not None))


def _add_sheet(draft: _Draft, title: str, model: type[Part], above: int, path: tuple[str, ...], depth: int) -> None:
    index = len(draft.sheets)
    name = draft.name(title)
    draft.sheets.append(None)
    columns: list[Column] = []
    inner: tuple[str, ...] = ()
    for below, titles, one in _flat(model):
        if not one.is_table:
            columns.append(Column(below, _free(" – ".join(titles), columns), one))
        elif one.model is model and depth:
            inner = below
        elif one.model is not None:
            parts = titles if not depth else (title, *titles)
            _add_sheet(draft, " – ".join(parts), one.model, index, below, depth + 1)
    columns.sort(key=lambda column: (not column.is_identity, not column.is_needed))
    if not depth:
        columns = [column for column in columns if not column.is_identity]
    draft.sheets[index] = SheetPlan(name, model, above, path, depth, tuple(columns), inner)


def _flat(model: type[Part]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Field]]:
    """The fields of a row, those of groups within it among them, and the lists it has."""
    for one in fields_of(model):
        if one.model is None or one.many:
            yield (one.key,), (one.title,), one
        else:
            for path, titles, inner in _flat(one.model):
                yield (one.key, *path), (one.title, *titles), inner


def _cut(name: str, length: int) -> str:
    """After a whole word."""
    return name if len(name) <= length else name[: length + 1].rpartition(" ")[0].rstrip(" –,")


def _free(title: str, columns: list[Column]) -> str:
    """A title that no column before has."""
    taken = {column.title for column in columns} | {ID_TITLE, KEY_TITLE}
    return next(name for name in (title, *(f"{title} ({number})" for number in range(2, 99))) if name not in taken)
