"""The text of a record under edits: every line that an edit does not concern stays as it is, to the byte.

Comments, the order of keys, quotes, blank lines and line ends are the office's own. So an edit cuts and pastes in the
text itself; then the text is read again, and only if it says exactly what it should is it taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bangvang.loading import Unreadable
from bangvang.loading.explanation import model_at
from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.edits import Data, Edit, Insert, Move, Put, edited, holds, steps
from bangvang.office.splices import NotHere, Order, Splice, splices
from bangvang.office.yaml_nodes import Layout
from bangvang.records import Loc, Part, in_reading_order
from bangvang.yaml_writer import to_yaml


def keys_in_order(model: type[Part], path: Loc) -> Sequence[str]:
    """The order of the model."""
    inside = model_at(model, path)
    return [key for key, _ in in_reading_order(inside)] if inside else []


def as_given(path: Loc) -> Sequence[str]:
    """For edits that add no fields to what is there."""
    return ()


_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class NewText:
    """The text after the edits."""

    data: bytes
    kept: bool
    """Whether all that the edits did not concern stands as it stood; if not, comments are lost."""


def edit_text(data: bytes, edits: Iterable[Edit], order: Order) -> NewText:
    """Edit a file that can be read; raises `Misplaced` for an edit of what is not there."""
    raw = data.decode("utf-8")
    mark = _MARK if raw.startswith(_MARK) else ""
    text = raw.removeprefix(_MARK)
    tree = read_tree(decode(data))
    kept = True
    for batch in _batches(tree, edits):
        wanted = edited(tree, batch)
        cut = _cut(text, batch, wanted, order)
        if cut is None:
            text, whole = _one_by_one(text, tree, batch, order)
            kept = kept and whole
        else:
            text = cut
        tree = wanted
    return NewText((mark + text).encode("utf-8"), kept)


def _batches(tree: Data, edits: Iterable[Edit]) -> Iterable[list[Edit]]:
    """Edits that do not shift what later ones of the same batch mean, each in its plainest form."""
    batch: list[Edit] = []
    shifted: dict[Loc, int] = {}
    for plain, *_ in steps(tree, edits):
        if isinstance(plain, Move) or _is_shifted(plain, shifted):
            if batch:
                yield batch
            batch, shifted = [], {}
        batch.append(plain)
        if isinstance(plain, Move):
            yield batch
            batch = []
        elif isinstance(plain, Insert):
            shifted[plain.path] = plain.index
        elif not isinstance(plain, Put) and plain.path and isinstance(plain.path[-1], int):
            shifted[plain.path[:-1]] = plain.path[-1]
    if batch:
        yield batch


def _is_shifted(edit: Edit, shifted: dict[Loc, int]) -> bool:
    path = (*edit.path, edit.index) if isinstance(edit, Insert) else edit.path
    for depth, step in enumerate(path):
        first = shifted.get(path[:depth])
        if first is not None and isinstance(step, int) and step >= first:
            return True
    return False


def _cut(text: str, edits: Sequence[Edit], wanted: Data, order: Order) -> str | None:
    """The text with all these edits at once; None where that would not say what it should."""
    layout = Layout(text)
    try:
        found = [splice for edit in edits for splice in splices(layout, edit, order)]
    except NotHere:
        return None
    result = _spliced(text, found)
    return result if result is not None and _reads_as(result, wanted) else None


def _spliced(text: str, found: Sequence[Splice]) -> str | None:
    pieces = []
    position = 0
    for splice in sorted(found, key=lambda splice: splice.start):
        if splice.start < position:
            return None
        pieces += [text[position : splice.start], splice.text]
        position = splice.end
    return "".join([*pieces, text[position:]])


def _one_by_one(text: str, tree: Data, edits: Sequence[Edit], order: Order) -> tuple[str, bool]:
    """Each edit by itself, then its whole field anew, and at last the whole file anew."""
    kept = True
    for plain, _, now in steps(tree, edits):
        whole = Put(plain.path[:1], now[plain.path[0]]) if plain.path and holds(now, plain.path[0]) else None
        cut = _cut(text, [plain], now, order)
        if cut is None and whole is not None:
            cut = _cut(text, [whole], now, order)
            kept = False
        if cut is None:
            cut, kept = to_yaml(now) or f"{type(now)()}\n", False
        text = cut
    return text, kept


def _reads_as(text: str, wanted: Data) -> bool:
    try:
        return bool(read_tree(decode(text.encode("utf-8"))) == wanted)
    except Unreadable:
        return False
