"""Where a record points to others: found once per model from its field types, then walked fast."""

import types
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from bangvang.records.base import Part
from bangvang.records.ids import RefersTo

Loc = tuple[str | int, ...]


class Reference(NamedTuple):
    """One use of an id: where it stands, what kinds it may be of, and the id."""

    loc: Loc
    kinds: tuple[str, ...]
    id: str


Walker = Callable[[Any, Loc], Iterator[Reference]]


def references(record: Part) -> Iterator[Reference]:
    """Every reference the record makes, in the order of its fields."""
    return _model_walker(type(record))(record, ())


def references_in(record: Part, field: str) -> Iterator[Reference]:
    """Those of one field, by the name that files use."""
    for name, key, walker in _field_walkers(type(record)):
        if key == field and (value := record.__dict__[name]):
            yield from walker(value, (key,))


def referring_fields(record: Part) -> tuple[str, ...]:
    """The fields, by the names that files use, in which the record may refer to others."""
    return tuple([key for name, key, _ in _field_walkers(type(record)) if record.__dict__[name]])


def refers(model: type[Part]) -> bool:
    """Whether records of this model can refer to others at all."""
    return bool(_field_walkers(model))


@cache
def _model_walker(model: type[Part]) -> Walker:
    def walk(record: Any, loc: Loc) -> Iterator[Reference]:
        # Not `model`: a row of a list may be of another form than the first.
        form: type[Part] = type(record)
        values = record.__dict__
        for name, key, walker in _field_walkers(form):
            value = values[name]
            if value:
                yield from walker(value, (*loc, key))

    return walk


@cache
def _field_walkers(model: type[Part]) -> tuple[tuple[str, str, Walker], ...]:
    found = []
    for name, field in model.model_fields.items():
        annotation: Any = field.annotation
        for mark in field.metadata:
            if isinstance(mark, RefersTo):
                annotation = Annotated[annotation, mark]
        walker = _walker(annotation, model)
        if walker is not None:
            found.append((name, field.alias or name, walker))
    return tuple(found)


def _walker(annotation: Any, inside: type[Part]) -> Walker | None:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        for mark in marks:
            if isinstance(mark, RefersTo):
                return _id_walker(mark.kinds)
        return _walker(inner, inside)
    if origin is tuple:
        item = _walker(get_args(annotation)[0], inside)
        return _items_walker(item) if item else None
    if origin in (Union, types.UnionType):
        walkers = [walker for option in get_args(annotation) if (walker := _walker(option, inside))]
        return walkers[0] if walkers else None
    is_model = isinstance(annotation, type) and issubclass(annotation, Part)
    if is_model and (annotation is inside or _field_walkers(annotation)):
        return _model_walker(annotation)
    return None


def _id_walker(kinds: tuple[str, ...]) -> Walker:
    def walk(value: Any, loc: Loc) -> Iterator[Reference]:
        yield Reference(loc, kinds, value)

    return walk


def _items_walker(item: Walker) -> Walker:
    def walk(value: Any, loc: Loc) -> Iterator[Reference]:
        for index, entry in enumerate(value):
            yield from item(entry, (*loc, index))

    return walk
