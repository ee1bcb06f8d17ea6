"""What a record says after the cells, new rows and confirmed removals of a workbook, and which row said it."""

from __future__ import annotations

import builtins
import copy
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bangvang.office.edits import Data, at, tidy
from bangvang.office.fields import fields_of
from bangvang.office.workbooks.plan import Column, Key, Plan
from bangvang.office.workbooks.reading import GivenRow
from bangvang.office.workbooks.rows import unfolded
from bangvang.records import Loc, Part, Shorthand

Values = tuple[tuple[Column, Data], ...]
"""What columns of a row say; an empty one takes the field away."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row that was there when the workbook was written."""

    row: GivenRow
    key: Key
    changed: Values


@dataclass(frozen=True, slots=True)
class Added:
    """A row that is new."""

    row: GivenRow
    parent: Key
    after: int | None
    """The row of the list that it stands behind; None for the end."""
    said: Values


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The record, and where each part of it came from."""

    tree: dict[str, Data]
    rows: Mapping[int, GivenRow]
    """Identity of a mapping in the tree → the row that said it."""

    def row_at(self, loc: Loc) -> tuple[GivenRow | None, Loc]:
        """The row that a place in the record comes from, and the rest of the way from there."""
        item: Any = self.tree
        row, rest = self.rows.get(id(item)), loc
        for depth, step in enumerate(loc, 1):
            try:
                item = item[step]
            except (KeyError, IndexError, TypeError):
                break
            if id(item) in self.rows and isinstance(item, dict):
                row, rest = self.rows[id(item)], loc[depth:]
        return row, rest


@dataclass(slots=True)
class _Site:
    plan: Plan
    tree: dict[str, Data]
    rows: dict[int, GivenRow] = field(default_factory=dict)


def rebuilt(
    plan: Plan,
    before: Mapping[str, Data],
    found: Iterable[Found],
    added: Iterable[Added],
    removed: Collection[tuple[int, Key]] = (),
) -> Rebuilt:
    """A record that was there."""
    site = _Site(plan, copy.deepcopy(dict(before)))
    for one in found:
        _put(site, one)
    lists: dict[Loc, tuple[list[Added], set[int]]] = {}
    for new in added:
        lists.setdefault(plan.list_loc(new.row.sheet, new.parent), ([], set()))[0].append(new)
    for index, key in removed:
        lists.setdefault(plan.list_loc(index, key[:-1]), ([], set()))[1].add(key[-1])
    for loc in sorted(lists, key=len, reverse=True):
        _rearrange(site, loc, *lists[loc])
    return Rebuilt(site.tree, site.rows)


def built(plan: Plan, main: Added, added: Iterable[Added], id: str = "") -> Rebuilt:
    """A record that is new, with an id of its own if it has one; lists within rows count those rows as they come."""
    site = _Site(plan, ({"id": id} if id else {}) | _item(plan, main))
    site.rows[builtins.id(site.tree)] = main.row
    for new in sorted(added, key=lambda one: one.row.sheet):
        _rearrange(site, plan.list_loc(new.row.sheet, new.parent), [new], set())
    ordered = _in_order(plan.sheets[0].model, site.tree)
    return Rebuilt(ordered, {**site.rows, builtins.id(ordered): main.row})


def _put(site: _Site, one: Found) -> None:
    loc = site.plan.loc(one.row.sheet, one.key)
    model = site.plan.sheets[one.row.sheet].model
    was = at(site.tree, loc)
    item = unfolded(model, was)
    for column, data in one.changed:
        _set(model, item, column.path, data)
    if isinstance(was, str):
        if len(item) == 1 and unfolded(model, next(iter(item.values()))) == item:
            item = next(iter(item.values()))
        at(site.tree, loc[:-1])[loc[-1]] = item
    if isinstance(item, dict):
        site.rows[id(item)] = one.row


def _set(model: type[Part], item: dict[str, Data], path: tuple[str, ...], data: Data) -> None:
    """Put the data there; what is left empty goes."""
    key, rest = path[0], path[1:]
    if rest:
        inner_model = next(one.model for one in fields_of(model) if one.key == key)
        assert inner_model is not None
        was = item.get(key)
        inner = unfolded(inner_model, was) if was is not None else {}
        _set(inner_model, inner, rest, data)
        data = inner or None
        if isinstance(was, str) or was is None:
            data = _folded(inner_model, data)
    if data is None:
        item.pop(key, None)
    else:
        item[key] = data


def _folded(model: type[Part], item: Data) -> Data:
    """The one field that stands for it all by itself, where nothing else is said."""
    if isinstance(item, dict) and issubclass(model, Shorthand) and set(item) == {model.stands_for_all}:
        return item[model.stands_for_all]
    return item


def _item(plan: Plan, new: Added) -> dict[str, Data]:
    model = plan.sheets[new.row.sheet].model
    item: dict[str, Data] = {}
    for column, data in new.said:
        if data is not None:
            _set(model, item, column.path, data)
    return _in_order(model, item)


def _rearrange(site: _Site, loc: Loc, added: Iterable[Added], removed: Collection[int]) -> None:
    """Rows that go, and new ones after those they stand behind."""
    items = _list_at(site.tree, loc)
    behind: dict[int, list[Data]] = {}
    for new in added:
        item: Data = _item(site.plan, new)
        site.rows[id(item)] = new.row
        item = _folded(site.plan.sheets[new.row.sheet].model, item)
        behind.setdefault(len(items) if new.after is None else new.after, []).append(item)
    result: list[Data] = list(behind.get(0, ()))
    for number, item in enumerate(items, 1):
        result += [] if number in removed else [item]
        result += behind.get(number, ())
    if items:
        items[:] = result
    else:
        items += result
    if not items:
        at(site.tree, loc[:-1]).pop(loc[-1])


def _list_at(tree: dict[str, Data], loc: Loc) -> list[Data]:
    place: Any = tree
    for step in loc[:-1]:
        place = place.setdefault(step, {}) if isinstance(place, dict) else place[step]
    found = place.setdefault(loc[-1], [])
    assert isinstance(found, list)
    return found


def _in_order(model: type[Part], item: Mapping[str, Data]) -> dict[str, Data]:
    """The fields in the order of the model; whatever is empty is left out."""
    keys = [one.key for one in fields_of(model)]
    return {key: item[key] for key in sorted(item, key=keys.index) if tidy(item[key]) is not None}
