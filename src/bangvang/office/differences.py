"""How two states of a record differ, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bangvang.loading.explanation import model_at
from bangvang.office.edits import Data, Drop, Edit, Insert, Move, Step, edits_between, steps
from bangvang.office.faults import field_at
from bangvang.office.fields import Field, Shape
from bangvang.office.forms import day_shown
from bangvang.records import Loc, Part

NameOf = Callable[[tuple[str, ...], str], str]
"""What a record of one of these kinds is called."""

_LONGEST = 160
_NAMING = ("name", "title", "what", "heading", "agency", "document", "award", "award_text", "text", "year", "id")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs."""

    loc: Loc
    where: str
    """The field by its titles: Danh sách, dòng 3, Họ và tên."""
    was: str
    now: str
    """Either is empty where there is nothing."""
    moved: bool = False

    @property
    def told(self) -> str:
        """As a sentence."""
        if self.moved:
            return f"{self.where}: chuyển {self.was} thành {self.now}"
        if not self.was:
            return f"{self.where}: thêm “{self.now}”"
        if not self.now:
            return f"{self.where}: bỏ “{self.was}”"
        return f"{self.where}: “{self.was}” thành “{self.now}”"


def differences(model: type[Part], before: Data, after: Data, name_of: NameOf) -> tuple[Difference, ...]:
    """What leads from one state to the other."""
    return told_edits(model, before, edits_between(before, after), name_of)


def told_edits(model: type[Part], tree: Data, edits: Iterable[Edit], name_of: NameOf) -> tuple[Difference, ...]:
    """What the edits of a record change, one after another."""
    return tuple(_told(model, step, name_of) for step in steps(tree, edits))


def place_in_words(model: type[Part], loc: Loc) -> str:
    """A path by the titles of its fields."""
    words = []
    for depth, step in enumerate(loc):
        if isinstance(step, int):
            words.append(f"dòng {step + 1}")
        else:
            field = field_at(model, loc[: depth + 1])
            words.append(field.title if field and field.key == step else str(step))
    return ", ".join(words)


def _told(model: type[Part], step: Step, name_of: NameOf) -> Difference:
    edit = step.edit
    where = place_in_words(model, edit.path)
    field = field_at(model, edit.path) if edit.path else None
    if isinstance(edit, Move):
        return Difference(edit.path, where, f"dòng {edit.index + 1}", f"dòng {edit.to + 1}", moved=True)
    if isinstance(edit, Insert):
        rows = "; ".join(_in_words(model, (*edit.path, edit.index), value, field, name_of) for value in edit.values)
        return Difference(edit.path, where, "", _short(rows))
    was = "" if step.was is None else _in_words(model, edit.path, step.was, field, name_of)
    now = "" if isinstance(edit, Drop) else _in_words(model, edit.path, edit.value, field, name_of)
    return Difference(edit.path, where, was, now)


def _in_words(model: type[Part], loc: Loc, value: Data, field: Field | None, name_of: NameOf) -> str:
    if isinstance(value, dict):
        inside = model_at(model, loc)
        key = next((key for key in _NAMING if value.get(key)), next(iter(value), None))
        inner = field_at(inside, (key,)) if inside is not None and key is not None else None
        return _in_words(model, (*loc, key), value[key], inner, name_of) if key is not None else ""
    if isinstance(value, list | tuple):
        return _short(
            "; ".join(_in_words(model, (*loc, index), one, field, name_of) for index, one in enumerate(value))
        )
    return _short(_plain(str(value), field, name_of))


def _plain(text: str, field: Field | None, name_of: NameOf) -> str:
    if field is None:
        return text
    if field.shape is Shape.CHOICE:
        return next((choice.label for choice in field.choices if choice.code == text), text)
    if field.shape is Shape.RELATION:
        return name_of(field.kinds, text)
    if field.shape is Shape.FLAG:
        return {"true": "có", "false": "không"}.get(text, text)
    return day_shown(text) if field.shape in (Shape.DAY, Shape.DATE) else text


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
