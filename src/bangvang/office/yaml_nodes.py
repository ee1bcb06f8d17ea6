"""The text of a YAML file and where its values stand in it, to the character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from bangvang.records import Loc

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BLANK_END = re.compile(r"(?:[ \t]*\r?\n)*[ \t]*\Z")

Node = yaml.Node


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a mapping or an item of a list: its key, if it has one, and its value."""

    key: yaml.ScalarNode | None
    value: Node


class Layout:
    """One text and its nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = yaml.compose(text, Loader=_Loader) if text.strip() else None
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def entries(self, node: Node) -> list[Entry]:
        """What a mapping or a list holds, in the order of the text."""
        if isinstance(node, yaml.MappingNode):
            return [Entry(key, value) for key, value in node.value]
        return [Entry(None, value) for value in node.value] if isinstance(node, yaml.SequenceNode) else []

    def find(self, path: Loc) -> Node | None:
        """The value at the path."""
        node = self.root
        for step in path:
            entry = self.entry(node, step) if node is not None else None
            if entry is None:
                return None
            node = entry.value
        return node

    def entry(self, node: Node, step: str | int) -> Entry | None:
        """One field or item."""
        if isinstance(node, yaml.SequenceNode):
            return Entry(None, node.value[step]) if isinstance(step, int) and 0 <= step < len(node.value) else None
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        return next((Entry(key, value) for key, value in pairs if key.value == step), None)

    def is_flow(self, path: Loc) -> bool:
        """Whether the collection at the path, or one around it, is written in brackets."""
        nodes = [self.find(path[:depth]) for depth in range(len(path) + 1)]
        return any(isinstance(node, yaml.CollectionNode) and node.flow_style for node in nodes)

    def end(self, node: Node) -> int:
        """Where what the node holds really ends: libyaml counts blank lines and comments after a block to it."""
        if isinstance(node, yaml.ScalarNode):
            if node.style not in ("|", ">"):
                return _end_mark(node)
            return self._block_end(node)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = self.entries(node)[-1]
            ends = [self.end(last.value)]
            if last.key is not None:
                ends.append(_end_mark(last.key))
            return max(ends)
        return _end_mark(node)

    def _block_end(self, node: yaml.ScalarNode) -> int:
        start, end = _start_mark(node), _end_mark(node)
        if "+" in self.text[start : self.line_end(start)].split("#")[0]:
            return max(end - 1, start) if self.text[start:end].endswith("\n") else end
        blank = _BLANK_END.search(self.text, start, end)
        return blank.start() if blank else end

    def start(self, node: Node) -> int:
        """Where the node begins."""
        return _start_mark(node)

    def start_after_key(self, entry: Entry) -> int:
        """Where the key of a field ends."""
        return _end_mark(entry.key) if entry.key is not None else self.start(entry.value)

    def line_start(self, index: int) -> int:
        """Where the line begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Where the line ends, before its line end."""
        end = self.text.find("\n", index)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > index and self.text[end - 1] == "\r" else end

    def after_line(self, index: int) -> int:
        """Where the next line begins."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end + 1

    def column(self, index: int) -> int:
        """How far into its line."""
        return index - self.line_start(index)

    def begins_line(self, index: int) -> bool:
        """Whether nothing but spaces stands before it."""
        return not self.text[self.line_start(index) : index].strip(" ")

    def dash(self, sequence: Node, index: int) -> int | None:
        """Where the dash of an item stands."""
        column = self.column(_start_mark(sequence))
        if index == 0:
            return _start_mark(sequence)
        items = self.entries(sequence)
        bottom, top = _start_mark(items[index].value), self.end(items[index - 1].value)
        line = self.line_start(bottom)
        while line > top:
            dash = line + column
            if self.text[dash : dash + 1] == "-" and not self.text[line:dash].strip(" ") and dash < bottom:
                return dash
            line = self.line_start(line - 1)
        return None

    def comment_after(self, index: int) -> str:
        """The comment at the end of a line, with what sets it off."""
        rest = self.text[index : self.line_end(index)]
        return rest.rstrip() if rest.lstrip().startswith("#") and rest[:1] in " \t" else ""


def _start_mark(node: Node) -> int:
    return int(node.start_mark.index)


def _end_mark(node: Node) -> int:
    return int(node.end_mark.index)
