"""The text of a document as printed: parts under their printed numbers, each with an address, slips marked.

Nothing is renumbered or mended: a line stays a line, and a reading stands beside the slip, never in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from bangvang.records import Document, Section
from bangvang.records.document import Reading as Slip
from bangvang.vietnamese import slug

_ITEM = re.compile(r"(?P<number>[-–—+•*]|(?:[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,3})[.)])(?=\s)\s+(?P<text>\S.*)", re.DOTALL)
_PIECES = re.compile(r"\w+")
_NEARBY = 60
"""A reading up to this many letters stands in the line; a longer one only in the list below."""
_DEEPEST = 6


class TextLine(NamedTuple):
    """One printed line, with the number it is printed under if it is an item of a list."""

    number: str
    html: Markup
    deep: bool = False
    """Whether it is an item of an item: “+” below “-”."""

    def __html__(self) -> str:
        return self.html


class Block(NamedTuple):
    """Lines that follow one another as paragraphs, or as items of a list."""

    items: bool
    lines: tuple[TextLine, ...]


class TextPart(NamedTuple):
    """A part of the text; `level` is that of its heading in the page."""

    anchor: str
    number: str
    heading: Markup | None
    plain: str
    level: int
    blocks: tuple[Block, ...]
    parts: tuple[TextPart, ...]


class SlipView(NamedTuple):
    """A slip of the print, with how it is to be read."""

    number: int
    printed: str
    reading: str | None
    note: str | None


class TextView(NamedTuple):
    """The whole text, and the addresses of its parts."""

    head: tuple[TextLine, ...]
    opening: tuple[Block, ...]
    parts: tuple[TextPart, ...]
    closing: tuple[Block, ...]
    addressees: tuple[TextLine, ...]
    signature: tuple[TextLine, ...]
    slips: tuple[SlipView, ...]
    anchors: frozenset[str]

    def place_of(self, section: str | None) -> str | None:
        """The address of the part that a text names, such as “III.1.2.”, or of the nearest part above."""
        pieces = _pieces(section or "")
        while pieces:
            anchor = _anchor(pieces)
            if anchor in self.anchors:
                return anchor
            pieces = pieces[:-1]
        return None


def text_view(document: Document) -> TextView | None:
    """The text, where the record holds it."""
    if not (document.sections or document.opening or document.closing):
        return None
    marks = _Marks(document.readings)
    seen: dict[str, int] = {}
    parts = tuple(_parts(document.sections, (), 2, marks, seen))
    head, opening = _opening(_lines(document.opening, marks))
    closing, addressees, signature = _closing(_lines(document.closing, marks))
    return TextView(
        head=head,
        opening=tuple(_blocks(opening)),
        parts=parts,
        closing=tuple(_blocks(closing)),
        addressees=addressees,
        signature=signature,
        slips=tuple(
            SlipView(number, slip.printed, slip.reading, slip.note)
            for number, slip in enumerate(document.readings, start=1)
        ),
        anchors=frozenset(seen),
    )


def contents(parts: Sequence[TextPart]) -> tuple[TextPart, ...]:
    """Those parts that a table of contents names: the ones with a heading."""
    return tuple(part for part in parts if part.plain)


class _Marks:
    """Finds the slips in a line and sets the readings beside them."""

    def __init__(self, slips: Sequence[Slip]) -> None:
        self._slips = {slip.printed: (number, slip) for number, slip in enumerate(slips, start=1)}
        longest_first = sorted(self._slips, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def html(self, text: str) -> Markup:
        if self._pattern is None:
            return escape(text)
        written, end = Markup(), 0
        for match in self._pattern.finditer(text):
            written += escape(text[end : match.start()]) + self._marked(match[0])
            end = match.end()
        return written + escape(text[end:])

    def _marked(self, printed: str) -> Markup:
        number, slip = self._slips[printed]
        short = slip.reading is not None and len(slip.reading) <= _NEARBY
        beside = f"nên đọc: {slip.reading}" if short else f"xem chú thích {number}"
        return Markup('<span class="bv-print">{}</span> <a class="bv-reading" href="#chu-thich-{}">{}</a>').format(
            printed, number, beside
        )


def _parts(
    sections: Sequence[Section], above: tuple[str, ...], level: int, marks: _Marks, seen: dict[str, int]
) -> Iterator[TextPart]:
    unnumbered = 0
    for section in sections:
        own = _pieces(section.number or "")
        if not own:
            unnumbered += 1
            own = ("x", str(unnumbered))
        # “1.2.” below “1.” already says where it stands; “a)” does not.
        path = above + own[_shared(above, own) :]
        yield TextPart(
            anchor=_once(_anchor(path), seen),
            number=section.number or "",
            heading=marks.html(section.heading) if section.heading else None,
            plain=section.heading or "",
            level=min(level, _DEEPEST),
            blocks=tuple(_blocks(_lines(section.text, marks))),
            parts=tuple(_parts(section.sections, path, level + 1, marks, seen)),
        )


def _shared(above: tuple[str, ...], own: tuple[str, ...]) -> int:
    """How many leading pieces of a number only repeat the end of the path above it."""
    for count in range(min(len(above), len(own) - 1), 0, -1):
        if above[-count:] == own[:count]:
            return count
    return 0


def _pieces(number: str) -> tuple[str, ...]:
    return tuple(piece for found in _PIECES.findall(number) if (piece := _piece(found)))


def _piece(piece: str) -> str:
    """Part of an address: đ and d must not meet."""
    return slug(piece.lower().replace("đ", "dd"))


def _anchor(pieces: Sequence[str]) -> str:
    return "-".join(("muc", *pieces))


def _once(anchor: str, seen: dict[str, int]) -> str:
    """A number that the print uses twice gives two addresses."""
    seen[anchor] = seen.get(anchor, 0) + 1
    return anchor if seen[anchor] == 1 else f"{anchor}--{seen[anchor]}"


def _lines(text: str | None, marks: _Marks) -> list[TextLine]:
    lines = []
    for line in (text or "").split("\n"):
        if not line.strip():
            continue
        found = _ITEM.fullmatch(line.strip())
        number, rest = (found["number"], found["text"]) if found else ("", line.strip())
        lines.append(TextLine(number, marks.html(rest), number == "+"))
    return lines


def _blocks(lines: Sequence[TextLine]) -> Iterator[Block]:
    run: list[TextLine] = []
    for line in lines:
        if run and bool(run[0].number) != bool(line.number):
            yield Block(bool(run[0].number), tuple(run))
            run = []
        run.append(line)
    if run:
        yield Block(bool(run[0].number), tuple(run))


def _opening(lines: list[TextLine]) -> tuple[tuple[TextLine, ...], list[TextLine]]:
    """The lines of the heading, which end in no full stop, comma or colon; then what the text begins with."""
    for place, line in enumerate(lines):
        if line.number or line.html.endswith((";", ",", ".", ":")):
            return tuple(lines[:place]), lines[place:]
    return tuple(lines), []


def _closing(
    lines: list[TextLine],
) -> tuple[list[TextLine], tuple[TextLine, ...], tuple[TextLine, ...]]:
    """The last sentences, the lines of “Nơi nhận”, and the signature after them."""
    start = next((place for place, line in enumerate(lines) if line.html.startswith("Nơi nhận")), None)
    if start is None:
        return lines, (), ()
    end = start + 1
    while end < len(lines) and lines[end].number:
        end += 1
    return lines[:start], tuple(lines[start:end]), tuple(lines[end:])
