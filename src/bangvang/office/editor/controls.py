"""Controls: the fields of a record as a page shows them, each with its value and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bangvang.office.faults import FieldProblem, beside
from bangvang.office.fields import Field, Shape
from bangvang.office.questions import WORTH_ASKING
from bangvang.records import Part, Recipient

NameOf = Callable[[tuple[str, ...], str], str]
"""What a record of one of these kinds is called."""
Models: TypeAlias = tuple[type[Part] | None, ...]

ROWS_A_PAGE = 200
_ROWS_WITH_DETAILS = 40
"""In longer tables, only rows that hold something more show it."""
_BLANK = "0000"
"""The number of a row that is still to be added; the page's script knows it."""
_DEEPEST = 2
"""A target has parts, which are targets: an empty row offers them once."""
_PARAGRAPHS = frozenset((Shape.TEXT, Shape.MARKDOWN, Shape.VERBATIM))
_LONG = ("Tên", "Trích yếu")
"""How the titles of fields begin that hold a long line."""
_LONG_TEXT = 60
_OPEN = frozenset(("period", "signer"))
_FEW_COLUMNS, _MOST_COLUMNS = 4, 9
JOINED = "; "
"""Between several things in one cell."""


@dataclass(frozen=True, slots=True)
class Control:
    """One field."""

    field: Field
    name: str
    """As the browser sends it: recipients.3.name."""
    value: Any = ""
    """Text, or a list of texts."""
    called: str | tuple[str, ...] = ""
    """Of relations: the names of what they lead to."""
    faults: tuple[FieldProblem, ...] = ()
    inner: tuple[Control, ...] = ()
    """Of a group: its fields."""
    table: Table | None = None
    is_empty: bool = True

    @property
    def is_wide(self) -> bool:
        """Whether it takes a line of its own."""
        field = self.field
        long = field.required and field.title.startswith(_LONG)
        return long or field.many or field.shape in _PARAGRAPHS or len(self.value) > _LONG_TEXT

    @property
    def is_open(self) -> bool:
        """Whether a group shows its fields at once."""
        return not self.is_empty or self.field.required or self.field.key in _OPEN

    @property
    def mark(self) -> str:
        """For label and description."""
        return "f-" + self.name.replace(".", "-")

    @property
    def place(self) -> str:
        """Its title, and the rows that it stands in: each row may hold a table of the same title."""
        rows = [step if step == _BLANK else str(int(step) + 1) for step in self.name.split(".") if step.isdigit()]
        return f"{self.field.title}, dòng {'.'.join(rows)}" if rows else self.field.title


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    number: int
    name: str
    cells: tuple[Control, ...]
    details: tuple[Control, ...]
    """What is too large for a cell."""
    faults: tuple[FieldProblem, ...]
    honouree: str = ""
    """Whom the row is about, if they have an id already."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a repeating part, as many as one page holds."""

    columns: tuple[Field, ...]
    more: tuple[Field, ...]
    """Columns that nothing stands in yet."""
    rows: tuple[Row, ...]
    blank: Row
    """What a new row looks like."""
    first: int
    total: int
    told: str

    @property
    def last(self) -> int:
        """The row after the last that is shown."""
        return self.first + len(self.rows)


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a long form is to be seen."""

    first_rows: Mapping[str, int]
    """Table → where it begins."""
    columns: frozenset[str] = frozenset()
    """table.column of columns that were asked for."""
    told: Mapping[str, str] = field(default_factory=dict)
    """Table → what is said below it."""


class FormView:
    """Turns values into controls."""

    def __init__(self, name_of: NameOf, problems: Iterable[FieldProblem] = (), sight: Sight | None = None) -> None:
        self._name_of = name_of
        self._sight = sight or Sight({})
        self._faults: dict[str, list[FieldProblem]] = {}
        for problem in problems:
            self._faults.setdefault(problem.name, []).append(problem)

    def controls(
        self, fields: Iterable[Field], values: Mapping[str, Any], above: str = "", models: Models = ()
    ) -> tuple[Control, ...]:
        """One control for each field; `models` are those of the tables and groups that it stands in."""
        return tuple(self._control(field, values.get(field.key), f"{above}{field.key}", models) for field in fields)

    def _control(self, field: Field, value: Any, name: str, models: Models) -> Control:
        faults = tuple(beside(problem, field.title) for problem in self._faults.get(name, ()))
        if field.is_table:
            rows = value if isinstance(value, list) else []
            return Control(field, name, faults=faults, table=self._table(field, rows, name, models), is_empty=not rows)
        if field.model is not None:
            group = value if isinstance(value, Mapping) else {}
            hidden = not group and not any(one.startswith(f"{name}.") for one in self._faults)
            inner = self.controls(field.fields, group, f"{name}.", (*models, field.model))
            return Control(field, name, faults=faults, inner=inner, is_empty=hidden)
        texts = _texts(value)
        called: str | tuple[str, ...] = ""
        if field.shape is Shape.RELATION:
            called = tuple(self._name_of(field.kinds, text) for text in texts)
        if not field.many:
            return Control(field, name, "".join(texts[:1]), called[0] if called else "", faults, is_empty=not texts)
        return Control(field, name, texts, called, (*faults, *self._inner_faults(name)), is_empty=not texts)

    def _inner_faults(self, name: str) -> Iterator[FieldProblem]:
        """Of single items of a list that is typed as a whole."""
        for other, faults in self._faults.items():
            if other.startswith(f"{name}."):
                yield from faults

    def _table(self, field: Field, rows: Sequence[Any], name: str, above: Models) -> Table:
        models = (*above, field.model)
        flat = sorted((column for column in field.fields if is_cell(column)), key=lambda one: one.key != "name")
        deep = [column for column in field.fields if column.model is not None]
        new = [column for column in deep if models.count(column.model) < _DEEPEST]
        shown = self._columns(field, flat, rows, name)
        first = min(self._sight.first_rows.get(name, 0), max(0, len(rows) - 1)) // ROWS_A_PAGE * ROWS_A_PAGE
        page = rows[first : first + ROWS_A_PAGE]
        few = len(page) <= _ROWS_WITH_DETAILS
        return Table(
            columns=tuple(shown),
            more=tuple(column for column in flat if column not in shown),
            rows=tuple(
                self._row(shown, _details(deep, row, new if few else ()), row, f"{name}.{first + place}", models)
                for place, row in enumerate(page)
            ),
            blank=self._row(shown, new, {}, f"{name}.{_BLANK}", models),
            first=first,
            total=len(rows),
            told=self._sight.told.get(name, ""),
        )

    def _columns(self, field: Field, flat: Sequence[Field], rows: Sequence[Any], name: str) -> list[Field]:
        """What must be filled, what is filled, and what mostly is."""
        usual = WORTH_ASKING.get(field.model.__name__, ()) if field.model else ()
        filled = {key for row in rows if isinstance(row, Mapping) for key, value in row.items() if value}
        faulty = {
            other.removeprefix(f"{name}.").split(".")[1]
            for other in self._faults
            if other.startswith(f"{name}.") and other.count(".") > name.count(".") + 1
        }
        sought = {key for key in self._sight.columns if key.startswith(f"{name}.")}
        wanted = [
            column
            for column in flat
            if column.required or column.key in filled | faulty or f"{name}.{column.key}" in sought
        ]
        for column in flat:
            room = _FEW_COLUMNS if column.key not in usual else _MOST_COLUMNS
            if column not in wanted and len(wanted) < room:
                wanted.append(column)
        return [column for column in flat if column in wanted]

    def _row(self, flat: Sequence[Field], details: Sequence[Field], row: Any, name: str, models: Models) -> Row:
        values = row if isinstance(row, Mapping) else {}
        return Row(
            int(name.rpartition(".")[2]),
            name,
            self.controls(flat, values, f"{name}.", models),
            self.controls(details, values, f"{name}.", models),
            tuple(self._faults.get(name, ())),
            str(values.get("id") or "") if models[-1] is Recipient else "",
        )


def is_cell(column: Field) -> bool:
    """What a clerk types into a row: its id is minted, and parts of parts stand below."""
    return column.model is None and not (column.key == "id" and column.required)


def _details(deep: Sequence[Field], row: Any, always: Sequence[Field]) -> list[Field]:
    """What a row shows below its cells: what it holds, and what it might."""
    held = row if isinstance(row, Mapping) else {}
    return [column for column in deep if column in always or held.get(column.key)]


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(one) for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()
