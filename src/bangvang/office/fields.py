"""What a form asks for, from the models themselves: every field with its title, its help and its shape."""

from __future__ import annotations

import datetime
import re
import types
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from bangvang.loading.explanation import choices_of, model_of
from bangvang.records import KINDS, Part, PartialDate, RefersTo, in_reading_order
from bangvang.records.ids import Id
from bangvang.records.scalars import Email, FileName, Flag, Line, Markdown, Phone, Prose, Url, Verbatim
from bangvang.records.task import Quarters


class Shape(StrEnum):
    """How one value is typed and shown."""

    LINE = "line"
    TEXT = "text"
    """Paragraphs of plain text."""
    MARKDOWN = "markdown"
    VERBATIM = "verbatim"
    """Lines kept to the letter."""
    DAY = "day"
    DATE = "date"
    """A day, a month or only a year."""
    QUARTER = "quarter"
    NUMBER = "number"
    COUNT = "count"
    """A whole number."""
    FLAG = "flag"
    """Yes, no, and where it is not required: not said."""
    CHOICE = "choice"
    ID = "id"
    RELATION = "relation"
    """The id of another record, found by its name."""
    URL = "url"
    EMAIL = "email"
    PHONE = "phone"
    FILE = "file"
    GROUP = "group"
    """Fields inside a field; where there may be many, the rows of a table."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A code and what it is called."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    key: str
    title: str
    help: str
    shape: Shape
    many: bool
    """A list: lines, relations, choices, or the rows of a table."""
    required: bool
    default: str
    """What counts where nothing is written: the code of a choice, “true” or “false”, or nothing."""
    choices: tuple[Choice, ...]
    kinds: tuple[str, ...]
    """Kinds of record that a relation may lead to."""
    model: type[Part] | None
    """Of a group."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of a group, the columns of a table; some groups hold groups of their own kind."""
        return fields_of(self.model) if self.model else ()

    @property
    def is_table(self) -> bool:
        """A list of groups."""
        return self.many and self.model is not None


@cache
def fields_of(model: type[Part]) -> tuple[Field, ...]:
    """Every field of a model in reading order."""
    hints = get_type_hints(model, include_extras=True)
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    return tuple(_field(key, info, hints[names[key]]) for key, info in in_reading_order(model))


_SHAPES: tuple[tuple[Any, Shape], ...] = (
    (Flag, Shape.FLAG),
    (Line, Shape.LINE),
    (Prose, Shape.TEXT),
    (Markdown, Shape.MARKDOWN),
    (Verbatim, Shape.VERBATIM),
    (Url, Shape.URL),
    (Email, Shape.EMAIL),
    (Phone, Shape.PHONE),
    (FileName, Shape.FILE),
    (Id, Shape.ID),
    (PartialDate, Shape.DATE),
    (Quarters, Shape.QUARTER),
    (str, Shape.LINE),
)
_PLAIN_TYPES = {datetime.date: Shape.DAY, Decimal: Shape.NUMBER, int: Shape.COUNT, str: Shape.LINE}


def _field(key: str, info: FieldInfo, hint: Any) -> Field:
    hint, many = _one_of_many(_without_none(hint))
    kinds = _kinds(hint)
    choices = tuple(Choice(code, label) for code, label in choices_of(hint).items())
    model = None if choices or kinds else model_of(hint)
    shape = Shape.GROUP if model else Shape.CHOICE if choices else Shape.RELATION if kinds else _shape(hint)
    return Field(
        key=key,
        title=info.title or key,
        help=_help(info.description or "", shape, choices, kinds),
        shape=shape,
        many=many,
        required=info.is_required(),
        default=_default(info),
        choices=choices,
        kinds=kinds,
        model=model,
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        inner = [option for option in get_args(hint) if option is not type(None)]
        return inner[0] if len(inner) == 1 else hint
    return hint


def _one_of_many(hint: Any) -> tuple[Any, bool]:
    return (get_args(hint)[0], True) if get_origin(hint) is tuple else (hint, False)


def _kinds(hint: Any) -> tuple[str, ...]:
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((mark.kinds for mark in marks if isinstance(mark, RefersTo)), ())


def _shape(hint: Any) -> Shape:
    for known, shape in _SHAPES:
        if hint == known:
            return shape
    return _PLAIN_TYPES[get_args(hint)[0]]


def _default(info: FieldInfo) -> str:
    if info.is_required() or info.default is None or info.default_factory is not None:
        return ""
    if isinstance(info.default, bool):
        return "true" if info.default else "false"
    return str(info.default) if isinstance(info.default, str | int) else ""


# -- the models' help speaks to those who write files; a form asks for neither codes nor folders

_FILE_WORDS = (
    (re.compile(r"(?:, mã)?,? (?:trong|ở) (?:thư mục )?data/[\w/]+(?:\.yml)?"), ""),
    (re.compile(r"\blà withdrawn\b"), "là Đã rút"),
)
_FLAG_WORDS = (
    (re.compile(r"^true nếu "), "Chọn “có” nếu "),
    (re.compile(r"^false nếu "), "Chọn “không” nếu "),
    (re.compile(r"^(?:Luôn là true\.|true hoặc false; |true: )"), ""),
)


def _help(text: str, shape: Shape, choices: tuple[Choice, ...], kinds: tuple[str, ...]) -> str:
    if shape is Shape.RELATION:
        if not text.startswith("Mã"):
            return _without_files(text)
        return f"Gõ vài chữ của tên hoặc số để tìm {' hoặc '.join(KINDS[kind].label for kind in kinds)}."
    if shape is Shape.CHOICE:
        coded = any(re.search(rf"(?<![\w-]){re.escape(choice.code)}(?![\w-])", text) for choice in choices)
        return "" if coded else text
    if shape is Shape.FLAG:
        for pattern, words in _FLAG_WORDS:
            text = pattern.sub(words, text)
        return text[:1].upper() + text[1:]
    if "{" in text:
        return ""
    return _without_files(text)


def _without_files(text: str) -> str:
    for pattern, words in _FILE_WORDS:
        text = pattern.sub(words, text)
    return text
