"""What one page's HTML says of itself, read in a single pass; a whole site takes seconds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_TOKEN = re.compile(
    r"<(?:!--(?P<comment>.*?)-->|!doctype [^>]*>|/(?P<end>[a-z][\w:-]*)\s*>"
    r"|(?P<start>[a-z][\w:-]*)(?P<attributes>(?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*)"
    r"\s*(?P<closed>/?)>)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_RAW = frozenset(("script", "style", "textarea", "title"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCK = frozenset((
    *_HEADINGS, "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figcaption",
    "figure", "footer", "form", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
    "table", "ul",
))  # fmt: skip
_PHRASING = frozenset((
    *_HEADINGS, "abbr", "b", "bdi", "button", "cite", "code", "dfn", "em", "i", "kbd", "label", "mark", "p", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
))  # fmt: skip
_PARENTS = {
    "li": ("ul", "ol", "menu"),
    "dt": ("dl", "div"),
    "dd": ("dl", "div"),
    "tr": ("table", "thead", "tbody", "tfoot"),
    "td": ("tr",),
    "th": ("tr",),
    "thead": ("table",),
    "tbody": ("table",),
    "caption": ("table",),
    "figcaption": ("figure",),
    "option": ("select", "optgroup", "datalist"),
    "summary": ("details",),
}
_CHILDREN = {
    "ul": ("li", "script", "template"),
    "ol": ("li", "script", "template"),
    "dl": ("dt", "dd", "div", "script", "template"),
    "tr": ("td", "th"),
    "table": ("caption", "colgroup", "thead", "tbody", "tfoot", "tr"),
}
_LOADS = {"src", "href", "action", "formaction", "poster", "data", "xlink:href"}
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form")
_PICTURES = ("og:image", "twitter:image")
Attributes = dict[str, str | None]


@dataclass
class Facts:
    """One page."""

    faults: list[str] = field(default_factory=list)
    """What is not well formed, or stands where HTML does not let it."""
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    """Element and address."""
    references: list[tuple[str, str]] = field(default_factory=list)
    """Attribute, and the id it names."""
    images: list[Attributes] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    classes: set[str] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    """What its buttons do."""
    metas: list[Attributes] = field(default_factory=list)
    canonical: list[str] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    language: str | None = None
    size: int = 0

    def meta(self, name: str) -> list[str]:
        """The contents of every meta of this name."""
        return [meta.get("content") or "" for meta in self.metas if meta.get("name") == name]


def read_html(text: str) -> Facts:
    """Read a page."""
    reader = _Reader(text)
    reader.run()
    return reader.facts


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.facts = Facts(size=len(text))
        self.open: list[str] = []

    def run(self) -> None:
        if not self.text.lstrip().lower().startswith("<!doctype html>"):
            self.facts.faults.append("no <!doctype html> at its top")
        place = self.text.find("<")
        while place >= 0:
            token = _TOKEN.match(self.text, place)
            if token is None:
                self._fault(place, f"no tag: {self.text[place : place + 40]!r}")
                place = self.text.find("<", place + 1)
                continue
            end = token.end()
            if token["start"]:
                end = self._start(token)
            elif token["end"]:
                self._end(token["end"].lower(), place)
            place = self.text.find("<", end)
        if self.open:
            self.facts.faults.append(f"never closed: {' '.join(self.open)}")

    def _fault(self, place: int, what: str) -> None:
        self.facts.faults.append(f"line {self.text.count(chr(10), 0, place) + 1}: {what}")

    def _start(self, token: re.Match[str]) -> int:
        tag, place = token["start"].lower(), token.start()
        attributes: Attributes = {}
        for name, *values in _ATTRIBUTE.findall(token["attributes"]):
            name = name.lower()
            if name in attributes:
                self._fault(place, f"<{tag}> has two {name}")
            value = "".join(values)
            attributes[name] = unescape(value) if "&" in value else value
        for what in _misplaced(tag, self.open):
            self._fault(place, what)
        _note(self.facts, tag, attributes)
        if tag in _RAW and "svg" not in self.open:
            return self._raw(tag, attributes, token.end())
        if token["closed"]:
            if tag not in _VOID and not {"svg", "math"} & {tag, *self.open}:
                self._fault(place, f"<{tag}/> is not closed by its slash")
        elif tag not in _VOID:
            self.open.append(tag)
        return token.end()

    def _end(self, tag: str, place: int) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag in self.open:
            while (left := self.open.pop()) != tag:
                self._fault(place, f"</{tag}> while <{left}> is open")
        else:
            self._fault(place, f"</{tag}> without a beginning")

    def _raw(self, tag: str, attributes: Attributes, start: int) -> int:
        closing = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(self.text, start)
        if closing is None:
            self._fault(start, f"<{tag}> never ends")
            return len(self.text)
        inside = self.text[start : closing.start()]
        if tag == "title":
            self.facts.titles.append(unescape(inside).strip())
        elif attributes.get("type") == "application/ld+json":
            self.facts.json_ld.append(inside)
        return closing.end()


def _misplaced(tag: str, around: list[str]) -> Iterator[str]:
    parent = around[-1] if around else ""
    if tag in _BLOCK and (parent in _PHRASING or "p" in around):
        yield f"<{tag}> inside <{'p' if 'p' in around else parent}>"
    if tag in ("a", "button") and (within := {"a", "button"} & set(around)):
        yield f"<{tag}> inside <{min(within)}>"
    if tag == "form" and "form" in around:
        yield "<form> inside <form>"
    if tag in _PARENTS and parent not in _PARENTS[tag]:
        yield f"<{tag}> inside <{parent}>"
    if tag not in _CHILDREN.get(parent, (tag,)):
        yield f"<{tag}> as a child of <{parent}>"


def _note(facts: Facts, tag: str, attributes: Attributes) -> None:
    if tag == "html":
        facts.language = attributes.get("lang")
    elif tag == "meta":
        facts.metas.append(attributes)
        if attributes.get("property", attributes.get("name")) in _PICTURES:
            facts.links.append(("meta", attributes.get("content") or ""))
        if (attributes.get("http-equiv") or "").lower() == "refresh":
            facts.links.append(("meta", (attributes.get("content") or "").partition("url=")[2]))
    elif tag == "img":
        facts.images.append(attributes)
    elif tag == "link" and attributes.get("rel") == "canonical":
        facts.canonical.append(attributes.get("href") or "")
    elif tag in _HEADINGS:
        facts.headings.append(int(tag[1]))
    for name, value in attributes.items():
        if name in _LOADS:
            facts.links.append((tag, value or ""))
        elif name in ("srcset", "imagesrcset"):
            facts.links += [(tag, one.split()[0]) for one in (value or "").split(",") if one.strip()]
        elif name in _REFERENCES:
            facts.references += [(name, id) for id in (value or "").split()]
        elif name == "id":
            facts.ids.append(value or "")
        elif name == "class":
            facts.classes.update((value or "").split())
        elif name == "data-act":
            facts.acts.add(value or "")
