"""The text of a page, whatever it looks like: passages that its records say, found again in what readers see.

Frozen are the passages, not the page: labels, order and looks belong to the theme, and what is worked out from other
records (neighbours, counts, “nay là”) may change with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from unicodedata import normalize

from markupsafe import Markup

from bangvang.records import Part

_BESIDE = frozenset(
    {
        *("record", "frozen", "figures", "photo", "portrait", "updated", "parts", "cycles"),
        *("stage", "over", "live", "closed", "ended", "successors", "replaced_by", "corrected_by", "corrects"),
        *("cards", "honoured", "all_honoured", "brief", "rows", "totals", "total", "one_award"),
        *("decisions", "more_decisions", "reports", "events", "practices", "plans", "launches", "actions", "ties"),
        *("line", "children", "siblings", "related", "parent", "deposits", "history", "revokes"),
    }
)
"""What a page is given beside what its own records say: its state today, and what others make of it."""
_WORKED_OUT = frozenset(
    {
        *("now", "now_html", "stage", "verdict", "share", "width", "tones", "tone", "earlier", "fulfilled", "url"),
        *("photos", "sources", "waivers", "status", "updated", "summary_en", "recipients", "related", "parent"),
    }
)
"""The same inside of what it is given, and of records."""
_SHORTEST = 2
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[*_`#>\[\]|\\\n]|^\s*(?:[-+]|\d+\.)\s")
_INLINE = frozenset(
    {"a", "abbr", "b", "button", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
"""All other elements begin a new paragraph."""
_SILENT = frozenset({"script", "style", "svg", "template", "noscript"})

Said = Callable[[str], str]
"""What a page makes of a text with marks: HTML."""


def visible_text(html: str) -> str:
    """All that a reader sees, on one line."""
    return squeezed(" ".join(blocks(html)))


def blocks(html: str) -> list[str]:
    """What a reader sees, paragraph by paragraph."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [block for block in map(squeezed, "".join(reader.text).split("\x00")) if block]


def main_part(html: str) -> str:
    """Of a whole page the part that is its own, without the head and foot that all pages share."""
    begin, end = html.find("<main"), html.rfind("</main>")
    return html[begin:end] if 0 <= begin < end else html


def squeezed(text: str) -> str:
    """A text without what nobody sees: the form of its letters, kinds of spaces, places where a line may break."""
    return _SPACE.sub(" ", _UNSEEN.sub("", normalize("NFC", text))).strip()


def passages(context: Mapping[str, object], html: str, said: Said) -> list[str]:
    """The passages that a page's own records say and that stand on it, each once, in the order of the page."""
    seen = visible_text(html)
    own = {name: value for name, value in context.items() if name not in _BESIDE}
    found = {text: seen.find(text) for text in _candidates(own, said) if len(text) >= _SHORTEST}
    return sorted((text for text, place in found.items() if place >= 0), key=lambda text: (found[text], text))


def _candidates(value: object, said: Said) -> Iterator[str]:
    if isinstance(value, Markup):
        yield from blocks(value)
    elif isinstance(value, str):
        yield from _told(str(value), said) if type(value) is str else ()
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            if name not in _WORKED_OUT:
                yield from _candidates(getattr(value, name), said)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _WORKED_OUT:
                yield from _candidates(inner, said)
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        yield from _candidates(dict(zip(value._fields, value, strict=True)), said)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _candidates(inner, said)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _candidates({one.name: getattr(value, one.name) for one in fields(value)}, said)


def _told(text: str, said: Said) -> Iterator[str]:
    """A text as it stands, line by line, and as a page shows it where it has marks."""
    yield from map(squeezed, text.splitlines())
    if _MARKS.search(text):
        yield from blocks(said(text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attributes: object) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag not in _INLINE:
            self.text.append("\x00")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag not in _INLINE:
            self.text.append("\x00")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)
