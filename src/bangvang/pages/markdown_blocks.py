"""The blocks of a text (paragraphs, lists, quotes, headings, tables), read line by line as CommonMark does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MOST_NESTED = 3
"""Lists within lists, quotes within quotes; deeper marks stay text."""
_MOST_COLUMNS = 30
"""A row may be short; many columns would make much of little."""

# However far in: there is no block of code that four spaces would begin.
_STARTERS = frozenset(">#-+*_0123456789")
_HEADING = re.compile(r"(#{1,4})[ \t]")
_LIST_MARK = re.compile(r"(?:[-+*]|([0-9]{1,9})[.)])(?=[ \t]|$)")
# In front of a line a tab leads to the next fourth column.
_TABBED = re.compile(r"^[ \t>*+\-0-9.)]*\t(?= *[^ \t\n])", re.MULTILINE)
_RULER = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(slots=True)
class Paragraph:
    """Lines that run on."""

    lines: list[str]


@dataclass(slots=True)
class Heading:
    """A heading with as many marks as were typed."""

    marks: int
    text: str


@dataclass(slots=True)
class Rule:
    """A line across."""


@dataclass(slots=True)
class Table:
    """Rows as wide as the first."""

    head: list[str]
    sides: list[str]
    """Of every column: left, center, right or nothing."""
    rows: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Quote:
    """Blocks of somebody else; also the whole text."""

    children: list[Block] = field(default_factory=list)
    gap: bool = False
    """Whether a blank line was the last thing seen within."""


@dataclass(slots=True)
class Item:
    """One item of a list."""

    indent: int
    """Where its text begins."""
    children: list[Block] = field(default_factory=list)
    gap: bool = False


@dataclass(slots=True)
class List:
    """Items after the same mark."""

    mark: str
    start: int | None
    """The first number; None where points mark the items."""
    children: list[Item] = field(default_factory=list)
    gap: bool = False
    loose: bool = False
    """Whether blank lines stand between the parts, which then are paragraphs."""


Container = Quote | Item | List
Block = Paragraph | Heading | Rule | Table | Quote | List


def read_blocks(text: str) -> list[Block]:
    """The blocks of a text, whose lines end in a line feed."""
    if "\t" in text:
        text = _TABBED.sub(lambda found: found[0].expandtabs(4), text)
    reader = _Reader()
    for line in text.split("\n"):
        reader.feed(line)
    return reader.blocks


class _Reader:
    """What is open after the lines so far."""

    __slots__ = ("_leaf", "_open", "blocks")

    def __init__(self) -> None:
        whole = Quote()
        self.blocks = whole.children
        self._open: list[Container] = [whole]
        self._leaf: Paragraph | Table | None = None
        """A paragraph or table in the innermost container that the next line may continue."""

    def feed(self, line: str) -> None:
        depth, rest = self._descend(line)
        text = rest.lstrip(" \t")
        if not text:
            self._blank(depth)
            return
        # A line that stands far in goes on with the paragraph above it.
        if text[0] in _STARTERS and not (isinstance(self._leaf, Paragraph) and len(rest) - len(text) > 3):
            depth, rest = self._enter(depth, rest)
            text = rest.lstrip(" \t")
            if text and text[0] in _STARTERS and self._add_line(depth, text):
                return
        # A paragraph goes on without the marks of what it stands in.
        if text and depth < len(self._open) and isinstance(self._leaf, Paragraph):
            self._leaf.lines.append(text)
        else:
            self._close(depth)
            self._continue(text)
        if len(self._open) > 1:
            self._forget_gaps()

    def _descend(self, line: str) -> tuple[int, str]:
        """How many of the open containers the line is in, and what is left of it there."""
        depth, rest = 1, line
        for container in self._open[1:]:
            text = rest.lstrip(" ")
            if isinstance(container, Quote):
                if text[:1] != ">":
                    break
                rest = _after_quote_mark(text)
            elif isinstance(container, Item):
                blank = not text.strip(" \t")
                if not container.children if blank else len(rest) - len(text) < container.indent:
                    break
                rest = rest[container.indent :]
            depth += 1
        return depth, rest

    def _enter(self, depth: int, rest: str) -> tuple[int, str]:
        """Open the quotes and lists that begin on this line."""
        while True:
            text = rest.lstrip(" \t")
            if not text or text[0] not in _STARTERS:
                break
            if text[0] == ">" and self._room(depth, Quote):
                self._close(depth)
                self._add(Quote())
                rest = _after_quote_mark(text)
            elif not _is_rule(text) and (found := _LIST_MARK.match(text)) and self._may_list(depth, text, found):
                rest = self._add_item(depth, len(rest) - len(text), text, found)
            else:
                break
            depth = len(self._open)
        return depth, rest

    def _room(self, depth: int, kind: type[Container]) -> bool:
        return sum(isinstance(container, kind) for container in self._open[1:depth]) < MOST_NESTED

    def _may_list(self, depth: int, text: str, found: re.Match[str]) -> bool:
        within = isinstance(self._leaf, Paragraph) and depth == len(self._open)
        # A year at the beginning of a line is no list, nor is a lone dash.
        if within and (found.end() == len(text.rstrip(" \t")) or (found[1] and int(found[1]) != 1)):
            return False
        return self._sibling(depth, found) or self._room(depth - isinstance(self._open[depth - 1], List), List)

    def _sibling(self, depth: int, found: re.Match[str]) -> bool:
        innermost = self._open[depth - 1]
        return isinstance(innermost, List) and innermost.mark == found[0][-1]

    def _add_item(self, depth: int, indent: int, text: str, found: re.Match[str]) -> str:
        self._close(depth)
        around = self._open[-1]
        if not isinstance(around, List) or around.mark != found[0][-1]:
            around = List(found[0][-1], int(found[1]) if found[1] else None)
            self._add(around)
        after = text[found.end() :]
        content = after.lstrip(" \t")
        spaces = len(after) - len(content)
        if not content or spaces > 4:
            spaces = 1
        item = Item(indent + found.end() + spaces)
        around.loose |= around.gap
        around.children.append(item)
        self._open.append(item)
        self._leaf = None
        return after[spaces:] if content else ""

    def _add_line(self, depth: int, text: str) -> bool:
        """Add the rule or heading that the line is."""
        if _is_rule(text):
            block: Block = Rule()
        elif (found := _HEADING.match(text)) and (content := _heading_text(text[found.end() :])):
            block = Heading(len(found[1]), content)
        else:
            return False
        self._close(depth)
        self._add(block)
        self._forget_gaps()
        return True

    def _continue(self, text: str) -> None:
        """Add a line of text to what it continues, or begin a paragraph."""
        leaf = self._leaf
        if isinstance(leaf, Paragraph):
            table = _table(leaf.lines[-1], text) if "-" in text else None
            if table is None:
                leaf.lines.append(text)
                return
            leaf.lines.pop()
            if not leaf.lines:
                self._open[-1].children.pop()
            self._add(table)
            self._leaf = table
        elif isinstance(leaf, Table):
            leaf.rows.append(_cells(text))
        elif text:
            paragraph = Paragraph([text])
            self._add(paragraph)
            self._leaf = paragraph

    def _blank(self, depth: int) -> None:
        del self._open[depth:]
        self._leaf = None
        for container in reversed(self._open):
            if isinstance(container, Quote):
                break
            container.gap = True

    def _close(self, depth: int) -> None:
        if depth < len(self._open):
            del self._open[depth:]
            self._leaf = None

    def _add(self, block: Block) -> None:
        """Put a block into the innermost container, and go into it if it is one itself."""
        self._leaf = None
        parent = self._open[-1]
        if isinstance(parent, List):
            self._open.pop()
            parent = self._open[-1]
        if isinstance(parent, Item) and parent.gap:
            self._loosen()
        if isinstance(parent, Item | Quote):
            parent.children.append(block)
        if isinstance(block, Quote | List):
            self._open.append(block)

    def _loosen(self) -> None:
        around = self._open[-2]
        if isinstance(around, List):
            around.loose = True

    def _forget_gaps(self) -> None:
        for container in self._open:
            container.gap = False


def _after_quote_mark(text: str) -> str:
    return text[2:] if text[1:2] == " " else text[1:]


def _is_rule(text: str) -> bool:
    if text[0] not in "-*_":
        return False
    marks = text.replace(" ", "").replace("\t", "")
    return len(marks) >= 3 and not marks.strip(marks[0])


def _heading_text(text: str) -> str:
    """A heading without the marks that may close it."""
    text = text.strip(" \t")
    without = text.rstrip("#")
    return without.rstrip(" \t") if not without or without[-1] in " \t" else text


def _table(head: str, ruler: str) -> Table | None:
    """The table that two lines begin, or None."""
    if "|" not in head or "|" not in ruler or not _RULER.fullmatch(ruler):
        return None
    names, lines = _cells(head), _cells(ruler)
    if len(names) != len(lines) or len(names) > _MOST_COLUMNS:
        return None
    sides = {(True, True): "center", (True, False): "left", (False, True): "right"}
    return Table(names, [sides.get((line[0] == ":", line[-1] == ":"), "") for line in lines])


def _cells(line: str) -> list[str]:
    line = line.strip(" \t")
    cells = [cell.replace("\\|", "|").strip(" \t") for cell in _BAR.split(line)]
    if not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        cells.pop()
    return cells
