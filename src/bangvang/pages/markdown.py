"""Record text as HTML: a safe subset of Markdown, where HTML is shown as it was typed and no picture is loaded."""

from __future__ import annotations

import re

from markupsafe import Markup

from bangvang.pages.markdown_blocks import Block, Heading, List, Paragraph, Quote, Rule, Table, read_blocks
from bangvang.pages.markdown_inline import allowed, render_inline
from bangvang.vietnamese import slug

_TAG = re.compile("<[^>]*>")
_LOWEST = 6
_NAMELESS = "muc"
"""The id of a heading without a letter."""


def render(text: str, *, root: str = "", heading: int = 2) -> Markup:
    """The HTML of a text; `root` leads from the page to the site's root, the first heading has the level `heading`."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Markup(_Writer(root, heading).blocks(read_blocks(allowed(text))))


class _Writer:
    """Writes the blocks of one text; knows the headings so far."""

    __slots__ = ("_heading", "_ids", "_levels", "_root")

    def __init__(self, root: str, heading: int) -> None:
        self._root = root
        self._heading = heading
        self._levels: list[int] = []
        self._ids: dict[str, int] = {}
        """Every id given, with the last number that was put after it."""

    def blocks(self, blocks: list[Block]) -> str:
        return "\n".join([self._block(block) for block in blocks])

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(lines):
                return f"<p>{self._text(lines)}</p>"
            case List():
                return self._list(block)
            case Heading(marks, text):
                return self._headline(marks, text)
            case Quote(children):
                return f"<blockquote>\n{self.blocks(children)}\n</blockquote>"
            case Table():
                return self._table(block)
            case Rule():
                return "<hr>"

    def _text(self, lines: list[str]) -> str:
        return render_inline("\n".join(lines).rstrip(" \t"), self._root)

    def _list(self, block: List) -> str:
        tag = "ul" if block.start is None else "ol"
        start = "" if block.start in (None, 1) else f' start="{block.start}"'
        items = "\n".join([f"<li>{self._item(item.children, block.loose)}</li>" for item in block.children])
        return f"<{tag}{start}>\n{items}\n</{tag}>"

    def _item(self, children: list[Block], loose: bool) -> str:
        if loose:
            return f"\n{self.blocks(children)}\n" if children else ""
        return "\n".join(
            [self._text(block.lines) if isinstance(block, Paragraph) else self._block(block) for block in children]
        )

    def _headline(self, marks: int, text: str) -> str:
        # One level below the heading around it, however many marks were typed: no level is skipped.
        marks = max(marks, 2)
        while self._levels and self._levels[-1] >= marks:
            self._levels.pop()
        level = min(self._heading + len(self._levels), _LOWEST)
        self._levels.append(marks)
        html = render_inline(text, self._root)
        return f'<h{level} id="{self._id(html)}">{html}</h{level}>'

    def _id(self, html: str) -> str:
        name = unique = slug(_TAG.sub("", html).replace("&amp;", "&")) or _NAMELESS
        while unique in self._ids:
            self._ids[name] += 1
            unique = f"{name}-{self._ids[name]}"
        self._ids[unique] = 1
        return unique

    def _table(self, table: Table) -> str:
        sides = [f' class="bv-{side}"' if side else "" for side in table.sides]
        names = [render_inline(name, self._root) for name in table.head]
        head = "".join([f'<th scope="col"{side}>{name}</th>' for side, name in zip(sides, names, strict=True)])
        rows = "".join([f"<tr>{self._row(cells, sides)}</tr>\n" for cells in table.rows])
        body = f"\n<tbody>\n{rows}</tbody>" if rows else ""
        return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>{body}\n</table>"

    def _row(self, cells: list[str], sides: list[str]) -> str:
        filled = zip(cells, sides, strict=False)
        full = "".join([f"<td{side}>{render_inline(cell, self._root)}</td>" for cell, side in filled])
        return full + "".join([f"<td{side}></td>" for side in sides[len(cells) :]])
