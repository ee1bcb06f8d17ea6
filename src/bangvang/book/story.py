"""Record text as a tree that the templates set: no word of it is ever read as markup."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TypeAlias

from bangvang.pages.markdown import render

Tree: TypeAlias = list["str | Node"]
Node: TypeAlias = dict[str, object]

_ALONE = frozenset({"br", "hr"})
_KEPT = {"href": "href", "start": "start"}


def tree(text: str, site: str) -> Tree:
    """The blocks of a Markdown text; links within the site lead to its public address."""
    if not text.strip():
        return []
    reader = _Reader()
    reader.feed(render(text, root=site))
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Reads the HTML of the safe subset, in which every tag is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Tree = []
        self._open: list[Tree] = [self.found]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node: Node = {"tag": tag}
        node |= {_KEPT[name]: value for name, value in attrs if name in _KEPT and value}
        if str(node.get("href", "")).startswith("#"):
            del node["href"]
        self._open[-1].append(node)
        if tag not in _ALONE:
            body: Tree = []
            node["body"] = body
            self._open.append(body)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _ALONE:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words:
            if self._open[-1] and isinstance(self._open[-1][-1], dict) and _is_inline(self._open[-1][-1]):
                self._open[-1].append(" ")
            return
        before = " " if data[0].isspace() and self._open[-1] else ""
        after = " " if data[-1].isspace() else ""
        self._open[-1].append(f"{before}{words}{after}")


def _is_inline(node: Node) -> bool:
    return node["tag"] in ("a", "em", "strong", "code")
