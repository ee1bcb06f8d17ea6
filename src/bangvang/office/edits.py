"""Edits: what a clerk changes in the data of one record, and how two states of it differ as edits."""

from __future__ import annotations

import copy
import difflib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bangvang.records import Loc

Data = Any
"""What a YAML file holds once read: mappings, lists and text."""


@dataclass(frozen=True, slots=True)
class Put:
    """A field gets this value, whether it was there or not; an empty value takes the field away."""

    path: Loc
    value: Data


@dataclass(frozen=True, slots=True)
class Drop:
    """A field, or an item of a list, goes; what is left empty by that goes with it."""

    path: Loc


@dataclass(frozen=True, slots=True)
class Insert:
    """New items stand in a list before the one that has this index now; the list may be new."""

    path: Loc
    index: int
    values: tuple[Data, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """An item of a list gets another index."""

    path: Loc
    index: int
    to: int


Edit = Put | Drop | Insert | Move


class Misplaced(LookupError):
    """An edit of something that is not there."""


def edited(tree: Data, edits: Iterable[Edit]) -> Data:
    """The data after all edits; the given data stays as it is."""
    result = tree
    for step in steps(tree, edits):
        result = step.after
    return copy.deepcopy(tree) if result is tree else result


class Step(NamedTuple):
    """One edit in its plainest form, and what it makes of the data; the next step changes that very data."""

    edit: Edit
    was: Data
    """What stood at its place; None where nothing did, or where a list changes by whole items."""
    after: Data


def steps(tree: Data, edits: Iterable[Edit]) -> Iterator[Step]:
    """The edits one after another, but for those that change nothing; the given data stays as it is."""
    tree = copy.deepcopy(tree)
    for edit in edits:
        plain = resolved(tree, edit)
        if plain is not None:
            was = _standing(tree, plain)
            tree = _apply(tree, plain)
            yield Step(plain, was, tree)


def _standing(tree: Data, edit: Edit) -> Data:
    if isinstance(edit, Insert | Move):
        return None
    try:
        return at(tree, edit.path)
    except Misplaced:
        return None


def resolved(tree: Data, edit: Edit) -> Edit | None:
    """The same edit so that its place exists and nothing is left empty; None where nothing changes."""
    if isinstance(edit, Put):
        return _resolved_put(tree, edit)
    if isinstance(edit, Insert):
        return _resolved_insert(tree, edit)
    if isinstance(edit, Drop):
        at(tree, edit.path)
        path = edit.path
        while len(path) > 1 and len(at(tree, path[:-1])) == 1:
            path = path[:-1]
        return Drop(path)
    items = at(tree, edit.path)
    if not isinstance(items, list) or not (0 <= edit.index < len(items) and 0 <= edit.to < len(items)):
        raise Misplaced(edit)
    return edit if edit.index != edit.to else None


def at(tree: Data, path: Loc) -> Data:
    """What stands at the path."""
    for step in path:
        if not holds(tree, step):
            raise Misplaced(path)
        tree = tree[step]
    return tree


def holds(tree: Data, step: str | int) -> bool:
    """Whether a mapping has this field, or a list this item."""
    if isinstance(step, str):
        return isinstance(tree, dict) and step in tree
    return isinstance(tree, list) and 0 <= step < len(tree)


def tidy(value: Data) -> Data:
    """Without empty fields and items, however deep; None where nothing is left."""
    if isinstance(value, dict):
        return {key: kept for key, inner in value.items() if (kept := tidy(inner)) is not None} or None
    if isinstance(value, list | tuple):
        return [kept for inner in value if (kept := tidy(inner)) is not None] or None
    return value if value != "" else None


def edits_between(before: Data, after: Data, path: Loc = ()) -> Iterator[Edit]:
    """What leads from one state of a record to another; rows that have an id are followed wherever they go."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in after.items():
            if key in before:
                yield from edits_between(before[key], value, (*path, key))
            else:
                yield Put((*path, key), value)
        for key in before:  # last, so that no group is empty on the way: it would lose its place in the file
            if key not in after:
                yield Drop((*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _between_rows(before, after, path) if _have_ids(before, after) else _between(before, after, path)
    elif not _same_text(before, after):
        ends = isinstance(before, str) and before.endswith("\n") and isinstance(after, str)
        yield Put(path, f"{after.rstrip(chr(10))}\n" if ends and after else after)


def _resolved_put(tree: Data, edit: Put) -> Edit | None:
    value = tidy(edit.value)
    place: Data = tree
    for depth, step in enumerate(edit.path):
        if holds(place, step):
            place = place[step]
        elif isinstance(place, dict) and isinstance(step, str):
            for inner in reversed(edit.path[depth + 1 :]):
                value = {inner: value}
            value = tidy(value)
            return None if value is None else Put(edit.path[: depth + 1], value)
        else:
            raise Misplaced(edit)
    if value is None:
        return resolved(tree, Drop(edit.path))
    return Put(edit.path, value) if value != place else None


def _resolved_insert(tree: Data, edit: Insert) -> Edit | None:
    values = tuple(tidy(list(edit.values)) or ())
    if not values:
        return None
    try:
        items = at(tree, edit.path)
    except Misplaced:
        return _resolved_put(tree, Put(edit.path, list(values)))
    if not isinstance(items, list) or not 0 <= edit.index <= len(items):
        raise Misplaced(edit)
    return Insert(edit.path, edit.index, values) if items else Put(edit.path, list(values))


def _apply(tree: Data, edit: Edit) -> Data:
    if isinstance(edit, Insert):
        at(tree, edit.path)[edit.index : edit.index] = copy.deepcopy(list(edit.values))
    elif isinstance(edit, Move):
        items = at(tree, edit.path)
        items.insert(edit.to, items.pop(edit.index))
    elif not edit.path:
        return copy.deepcopy(edit.value) if isinstance(edit, Put) else type(tree)()
    elif isinstance(edit, Put):
        at(tree, edit.path[:-1])[edit.path[-1]] = copy.deepcopy(edit.value)
    else:
        del at(tree, edit.path[:-1])[edit.path[-1]]
    return tree


def _same_text(before: Data, after: Data) -> bool:
    """The line end that a block of text closes with says nothing."""
    if isinstance(before, str) and isinstance(after, str):
        return before.rstrip("\n") == after.rstrip("\n")
    return bool(before == after)


def _have_ids(*lists: Sequence[Data]) -> bool:
    for items in lists:
        ids = [item.get("id") if isinstance(item, dict) else None for item in items]
        if None in ids or len(set(ids)) < len(ids):
            return False
    return True


def _between_rows(before: Sequence[Data], after: Sequence[Data], path: Loc) -> Iterator[Edit]:
    wanted = {row["id"]: row for row in after}
    rows = {row["id"]: row for row in before}
    ids = [row["id"] for row in before]
    for index in reversed(range(len(ids))):
        if ids[index] not in wanted:
            yield Drop((*path, index))
            del ids[index]
    yield from _brought_into_order(ids, after, path)
    for index, row in enumerate(after):
        if row["id"] in rows:
            yield from edits_between(rows[row["id"]], row, (*path, index))


def _brought_into_order(ids: list[str], after: Sequence[Data], path: Loc) -> Iterator[Edit]:
    """Few moves: the longest run of rows in the right order stays where it is."""
    order = [row["id"] for row in after]
    blocks = difflib.SequenceMatcher(None, ids, order, autojunk=False).get_matching_blocks()
    staying = {ids[index] for block in blocks for index in range(block.a, block.a + block.size)}
    position = 0
    while position < len(order):
        if position < len(ids) and ids[position] == order[position]:
            position += 1
        elif position < len(ids) and ids[position] not in staying and staying.intersection(ids[position:]):
            yield Move(path, position, len(ids) - 1)
            ids.append(ids.pop(position))
        elif order[position] in ids:
            start = ids.index(order[position])
            yield Move(path, start, position)
            ids.insert(position, ids.pop(start))
        else:
            new = [order[position]]
            while position + len(new) < len(order) and order[position + len(new)] not in ids:
                new.append(order[position + len(new)])
            yield Insert(path, position, tuple(after[position : position + len(new)]))
            ids[position:position] = new


def _between(before: Sequence[Data], after: Sequence[Data], path: Loc) -> Iterator[Edit]:
    """From the end, so that no edit moves what another one means."""
    old, new = [_token(item) for item in before], [_token(item) for item in after]
    for _, i1, i2, j1, j2 in reversed(difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if old[i1:i2] == new[j1:j2]:
            continue
        paired = min(i2 - i1, j2 - j1)
        for index in reversed(range(i1 + paired, i2)):
            yield Drop((*path, index))
        if j2 - j1 > paired:
            yield Insert(path, i1 + paired, tuple(after[j1 + paired : j2]))
        for offset in reversed(range(paired)):
            yield from edits_between(before[i1 + offset], after[j1 + offset], (*path, i1 + offset))


def _token(item: Data) -> str:
    return json.dumps(item, sort_keys=True)
