"""How an edit is cut into the text of a file: what goes, what comes in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import yaml

from bangvang.office.edits import Data, Drop, Edit, Insert, Put
from bangvang.office.yaml_nodes import Entry, Layout
from bangvang.records import Loc
from bangvang.yaml_writer import fits_block, quoted, scalar, to_yaml

_FLOW_PLAIN = re.compile(r"[^\W_](?:[\w .;()/%+!@“”‘’…–-]*[\w.;()/%+!@“”‘’…–-])?")


class Splice(NamedTuple):
    """This stretch of the text gives way to another."""

    start: int
    end: int
    text: str


class NotHere(Exception):
    """The text is written in a way that this edit cannot be cut into."""


Order = Callable[[Loc], Sequence[str]]
"""The keys that the mapping at a path may have, in the order in which they are written."""


def splices(layout: Layout, edit: Edit, order: Order) -> Iterator[Splice]:
    """What an edit in its plainest form changes in the text."""
    if isinstance(edit, Put):
        yield _put(layout, edit, order)
    elif isinstance(edit, Drop):
        yield _drop(layout, edit.path)
    elif isinstance(edit, Insert):
        yield _insert(layout, edit)
    elif layout.is_flow(edit.path):
        yield from _reordered(layout, edit.path, edit.index, edit.to)
    else:
        yield from _moved(layout, edit.path, edit.index, edit.to)


def _collection(layout: Layout, path: Loc) -> yaml.CollectionNode:
    node = layout.find(path)
    if not isinstance(node, yaml.CollectionNode):
        raise NotHere(path)
    return node


# -- fields and items that get a value


def _put(layout: Layout, edit: Put, order: Order) -> Splice:
    if not edit.path:
        raise NotHere(edit)
    if layout.root is None and isinstance(edit.path[0], str):
        gap = "" if not layout.text or layout.text.endswith("\n") else layout.newline
        end = len(layout.text)
        return Splice(end, end, gap + _written(layout, {edit.path[0]: edit.value}, 0) + layout.newline)
    holder = _collection(layout, edit.path[:-1])
    entry = layout.entry(holder, edit.path[-1])
    if entry is None:
        return _added(layout, edit, holder, order)
    old = entry.value
    if layout.is_flow(edit.path[:-1]):
        return Splice(layout.start(old), layout.end(old), _gap(layout, entry) + _in_flow(edit.value, old))
    if isinstance(old, yaml.ScalarNode) and old.style not in ("|", ">") and isinstance(edit.value, str):
        text = _in_line(edit.value, old.style)
        if text is not None:
            return Splice(layout.start(old), layout.end(old), _gap(layout, entry) + text)
    if isinstance(old, yaml.SequenceNode) and old.flow_style and _all_text(edit.value):
        return Splice(layout.start(old), layout.end(old), _in_flow(edit.value, None))
    return _rewritten(layout, edit, holder, entry)


def _rewritten(layout: Layout, edit: Put, holder: yaml.CollectionNode, entry: Entry) -> Splice:
    """The field or item written anew from its key or dash on; a comment on its first line stays there."""
    old = entry.value
    step = edit.path[-1]
    start = layout.dash(holder, step) if isinstance(step, int) else layout.start(entry.key) if entry.key else None
    if start is None:
        raise NotHere(edit)
    head = _head_end(layout, entry, start)
    comment = layout.comment_after(head)
    value = [edit.value] if isinstance(step, int) else {step: edit.value}
    lines = _written(layout, value, layout.column(start)).lstrip(" ")
    if isinstance(old, yaml.ScalarNode) and old.style == "|" and isinstance(edit.value, str):
        lines = _as_indented(layout, lines, old)
    if comment:
        first, newline, rest = lines.partition(layout.newline)
        lines = first + comment + newline + rest
    end = max(layout.end(old), head + len(comment))
    return Splice(start, layout.line_end(end) if layout.comment_after(end) else end, lines)


def _head_end(layout: Layout, entry: Entry, start: int) -> int:
    """Where, on its first line, the field's own text ends and a comment may follow."""
    old = entry.value
    if isinstance(old, yaml.ScalarNode) and old.style in ("|", ">"):
        head = re.compile(r"[|>][-+0-9]*").match(layout.text, layout.start(old))
        return head.end() if head else layout.start(old)
    if layout.line_start(layout.end(old)) == layout.line_start(start):
        return layout.end(old)
    colon = re.compile(r"[ ]*:|-").match(layout.text, layout.start_after_key(entry) if entry.key else start)
    return colon.end() if colon else start


def _as_indented(layout: Layout, lines: str, old: yaml.ScalarNode) -> str:
    """A block of text as deep as it was before, so that its unchanged lines are unchanged."""
    body = layout.text[layout.after_line(layout.start(old)) : layout.end(old)]
    first = next((line for line in body.splitlines() if line.strip()), "")
    deep = len(first) - len(first.lstrip(" "))
    head, *rest = lines.split(layout.newline)
    now = next((len(line) - len(line.lstrip(" ")) for line in rest if line.strip()), deep)
    if not rest or not deep or not head.rstrip().endswith(("|", "|-")):
        return lines
    return layout.newline.join([head, *(" " * deep + line[now:] if line else line for line in rest)])


def _added(layout: Layout, edit: Put, holder: yaml.CollectionNode, order: Order) -> Splice:
    """A new field, after the one that comes before it in the order of the model."""
    key = edit.path[-1]
    if not isinstance(holder, yaml.MappingNode) or not isinstance(key, str):
        raise NotHere(edit)
    before = _predecessor(layout, holder, key, order(edit.path[:-1]))
    if layout.is_flow(edit.path[:-1]):
        text = f"{scalar(key)}: {_in_flow(edit.value, None)}"
        return _into_flow(layout, holder, before, text)
    if not holder.value:
        raise NotHere(edit)
    column = layout.column(layout.start(holder.value[0][0]))
    written = _written(layout, {key: edit.value}, column)
    if column == 0 and (hint := re.search(rf"^# {re.escape(key)}:[ ]*\r?$", layout.text, re.MULTILINE)):
        return Splice(hint.start(), layout.line_end(hint.start()), written)
    if before is not None:
        return _after(layout, layout.end(before.value), written)
    first = layout.start(holder.value[0][0])
    return Splice(first, first, written.lstrip(" ") + layout.newline + " " * column)


def _predecessor(layout: Layout, holder: yaml.CollectionNode, key: str, order: Sequence[str]) -> Entry | None:
    entries = layout.entries(holder)
    if key not in order:
        return entries[-1] if entries else None
    before = set(order[: order.index(key)])
    known = [entry for entry in entries if entry.key is not None and entry.key.value in order]
    found = [entry for entry in known if entry.key is not None and entry.key.value in before]
    if found:
        return max(found, key=lambda entry: order.index(entry.key.value) if entry.key else 0)
    return None if known or not entries else entries[-1]


def _gap(layout: Layout, entry: Entry) -> str:
    """A space where nothing was written before."""
    start = layout.start(entry.value)
    empty = start == layout.end(entry.value)
    return " " if empty and start and layout.text[start - 1] in ":-" else ""


# -- fields and items that go


def _drop(layout: Layout, path: Loc) -> Splice:
    if not path:
        raise NotHere(path)
    holder = _collection(layout, path[:-1])
    entry = layout.entry(holder, path[-1])
    if entry is None:
        raise NotHere(path)
    entries = layout.entries(holder)
    if len(entries) == 1:
        return _emptied(layout, holder, path)
    index = entries.index(entry)
    if layout.is_flow(path[:-1]):
        if index:
            return Splice(layout.end(entries[index - 1].value), layout.end(entry.value), "")
        following = entries[1].key or entries[1].value
        return Splice(layout.start(entry.key or entry.value), layout.start(following), "")
    start = layout.dash(holder, index) if entry.key is None else layout.start(entry.key)
    if start is None:
        raise NotHere(path)
    end = layout.end(entry.value)
    if layout.begins_line(start):
        return Splice(layout.line_start(start), layout.after_line(end), "")
    if entry.key is None or index + 1 == len(entries):
        raise NotHere(path)
    following_key = entries[index + 1].key
    begin = layout.start(following_key) if following_key is not None else end
    between = layout.text[layout.line_end(end) : begin]
    return Splice(start, layout.line_end(end) if between.strip() else begin, "")


def _emptied(layout: Layout, holder: yaml.CollectionNode, path: Loc) -> Splice:
    """Only a whole file may be left empty; anything else goes when its last part goes."""
    if len(path) > 1:
        raise NotHere(path)
    empty = "[]" if isinstance(holder, yaml.SequenceNode) else "{}"
    end = layout.end(holder)
    return Splice(layout.start(holder), layout.line_end(end) if layout.comment_after(end) else end, empty)


# -- items that come, and items that move


def _insert(layout: Layout, edit: Insert) -> Splice:
    holder = _collection(layout, edit.path)
    entries = layout.entries(holder)
    if not entries or not isinstance(holder, yaml.SequenceNode):
        raise NotHere(edit)
    before = entries[edit.index - 1] if edit.index else None
    if layout.is_flow(edit.path):
        text = ", ".join(_in_flow(value, None) for value in edit.values)
        return _into_flow(layout, holder, before, text)
    column = layout.column(layout.start(holder))
    written = _written(layout, list(edit.values), column)
    if before is not None:
        return _after(layout, layout.end(before.value), written)
    first = layout.start(holder)
    return Splice(first, first, written.lstrip(" ") + layout.newline + " " * column)


def _into_flow(layout: Layout, holder: yaml.CollectionNode, before: Entry | None, text: str) -> Splice:
    if before is not None:
        end = layout.end(before.value)
        return Splice(end, end, f", {text}")
    entries = layout.entries(holder)
    if not entries:
        return Splice(layout.start(holder) + 1, layout.end(holder) - 1, text)
    first = layout.start(entries[0].key or entries[0].value)
    return Splice(first, first, f"{text}, ")


def _reordered(layout: Layout, path: Loc, index: int, to: int) -> Iterator[Splice]:
    """In brackets, the texts of the items change places."""
    values = [entry.value for entry in layout.entries(_collection(layout, path))]
    texts = [layout.text[layout.start(value) : layout.end(value)] for value in values]
    texts.insert(to, texts.pop(index))
    for value, text in zip(values, texts, strict=True):
        if layout.text[layout.start(value) : layout.end(value)] != text:
            yield Splice(layout.start(value), layout.end(value), text)


def _moved(layout: Layout, path: Loc, index: int, to: int) -> Iterator[Splice]:
    """The lines of an item, with the comment right above it, stand elsewhere."""
    holder = _collection(layout, path)
    entries = layout.entries(holder)
    dashes = [layout.dash(holder, at) for at in range(len(entries))]
    if any(dash is None or not layout.begins_line(dash) for dash in dashes):
        raise NotHere(path)
    tops = [_top(layout, dash) for dash in dashes if dash is not None]
    start, end = tops[index], layout.after_line(layout.end(entries[index].value))
    lines = layout.text[start:end]
    yield Splice(start, end, "")
    if to < index:
        yield Splice(tops[to], tops[to], lines if lines.endswith("\n") else lines + layout.newline)
    else:
        yield _after(layout, layout.end(entries[to].value), lines.rstrip("\r\n"))


def _top(layout: Layout, dash: int) -> int:
    """Where the comment right above an item begins, or else the item."""
    column = layout.column(dash)
    top = layout.line_start(dash)
    while top > 0:
        above = layout.line_start(top - 1)
        line = layout.text[above:top]
        if not line.startswith(" " * column + "#"):
            break
        top = above
    return top


def _after(layout: Layout, end: int, written: str) -> Splice:
    """Lines below the one in which something ends."""
    place = layout.after_line(end)
    if place == len(layout.text) and not layout.text.endswith("\n"):
        return Splice(place, place, layout.newline + written)
    return Splice(place, place, written + layout.newline)


# -- how values are written


def _written(layout: Layout, value: Data, column: int) -> str:
    """Lines of a block, each set in as far as its place asks, without the last line end."""
    lines = to_yaml(value).rstrip("\n").split("\n")
    return layout.newline.join(" " * column + line if line else line for line in lines)


def _in_line(text: str, style: str | None) -> str | None:
    """A text on the line of its key, quoted as the last one was; None where it wants a block of its own."""
    if "\n" in text and fits_block(text):
        return None
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return quoted(text) if style == '"' else scalar(text)


def _in_flow(value: Data, old: yaml.Node | None) -> str:
    """A value inside brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_in_flow(key, None)}: {_in_flow(inner, None)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_in_flow(inner, None) for inner in value) + "]"
    text = str(value)
    style = old.style if isinstance(old, yaml.ScalarNode) else None
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return text if style != '"' and text != "null" and _FLOW_PLAIN.fullmatch(text) else quoted(text)


def _all_text(value: Data) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and "\n" not in item for item in value)
