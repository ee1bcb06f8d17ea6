"""Word documents (.docx): paragraphs and tables as one sheet from top to bottom, every run with its font."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bangvang.office.appendix.numbering import Numbering, numbering_of
from bangvang.office.appendix.package import DAMAGED, Package, attribute, child, local
from bangvang.office.appendix.sheet import Area, RawCell, RawSheet, Run

_BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_TRANSPARENT = frozenset(("sdt", "sdtContent", "ins", "smartTag", "hyperlink", "customXml", "moveTo", "fldSimple"))
"""What only wraps text."""
_MAX_DEPTH = 40
_MOST_COLUMNS = 63


@dataclass(frozen=True, slots=True)
class _Fonts:
    """Fonts by style; what a style leaves open its base or the document says."""

    by_style: Mapping[str, str]
    default: str | None


@dataclass(slots=True)
class _Page:
    """What was read so far."""

    fonts: _Fonts
    cells: list[RawCell] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    prose: set[int] = field(default_factory=set)
    row: int = 0
    open: dict[int, Area] = field(default_factory=dict)
    """Column → a merged area that goes on downwards."""


def read_docx(package: Package, name: str) -> tuple[RawSheet, tuple[str, ...]]:
    """The document as a sheet, and what a clerk should know."""
    body = child(package.root(_BODY), "body")
    if body is None:
        raise DAMAGED
    page = _Page(_fonts(package))
    numbering, styled = numbering_of(package), _numbered_styles(package)
    for block in _unwrapped(body):
        if local(block.tag) == "p":
            page.row += 1
            page.prose.add(page.row)
            if runs := tuple(_runs(block, page.fonts)):
                label = _label(block, numbering, styled)
                page.cells.append(RawCell(page.row, 1, ((f"{label} ", None), *runs) if label else runs))
        elif local(block.tag) == "tbl":
            _add_table(page, block)
    notices = []
    if any(local(element.tag) in ("del", "moveFrom") for element in body.iter()):
        notices.append("Văn bản còn dấu vết sửa đổi (Track Changes): đọc theo bản đã chấp nhận mọi chỗ sửa.")
    if "word/vbaProject.bin" in package.names:
        notices.append("Tệp có macro: macro không được chạy, chỉ đọc chữ.")
    return RawSheet(name, tuple(page.cells), tuple(page.merged), prose=frozenset(page.prose)), tuple(notices)


def _add_table(page: _Page, table: Element) -> None:
    page.open = {}
    for row in _unwrapped(table):
        if local(row.tag) == "tr":
            page.row += 1
            _add_row(page, row)
    page.merged.extend(area for area in page.open.values() if area.bottom > area.top or area.right > area.left)
    page.open = {}


def _add_row(page: _Page, row: Element) -> None:
    properties = child(row, "trPr")
    before = child(properties, "gridBefore") if properties is not None else None
    column = 1 + (_number(before) if before is not None else 0)
    going_on: dict[int, Area] = {}
    for cell in _unwrapped(row):
        if local(cell.tag) != "tc":
            continue
        look = child(cell, "tcPr")
        span = child(look, "gridSpan") if look is not None else None
        down = child(look, "vMerge") if look is not None else None
        right = column + (max(_number(span), 1) if span is not None else 1) - 1
        above = page.open.pop(column, None)
        if down is not None and attribute(down, "val") != "restart" and above is not None:
            going_on[column] = Area(above.top, column, page.row, above.right)
        else:
            if above is not None:
                page.open[column] = above
            going_on[column] = Area(page.row, column, page.row, right)
        if runs := tuple(_cell_runs(cell, page.fonts)):
            page.cells.append(RawCell(page.row, column, runs))
        column = right + 1
    page.merged.extend(area for area in page.open.values() if area.bottom > area.top or area.right > area.left)
    page.open = going_on


def _cell_runs(cell: Element, fonts: _Fonts) -> Iterator[Run]:
    """Its paragraphs line by line, and those of a table inside it."""
    first = True
    for block in _unwrapped(cell):
        kind = local(block.tag)
        if kind == "p":
            runs = tuple(_runs(block, fonts))
            if runs and not first:
                yield "\n", None
            first = first and not runs
            yield from runs
        elif kind == "tbl":
            for row in _unwrapped(block):
                for inner in _unwrapped(row) if local(row.tag) == "tr" else ():
                    if local(inner.tag) == "tc" and (runs := tuple(_cell_runs(inner, fonts))):
                        if not first:
                            yield "\n", None
                        first = False
                        yield from runs


def _runs(paragraph: Element, fonts: _Fonts) -> Iterator[Run]:
    look = child(paragraph, "pPr")
    style = child(look, "pStyle") if look is not None else None
    font = fonts.by_style.get(attribute(style, "val") or "") if style is not None else None
    for run in _unwrapped(paragraph):
        if local(run.tag) == "r" and (text := _run_text(run)):
            yield text, _run_font(run, fonts) or font or fonts.default


def _label(paragraph: Element, numbering: Numbering, styled: Mapping[str, tuple[str, int]]) -> str:
    """The number that Word prints before a paragraph by itself."""
    look = child(paragraph, "pPr")
    if look is None:
        return ""
    own, style = child(look, "numPr"), child(look, "pStyle")
    found = _list_of(own) if own is not None else None
    if found is None and style is not None:
        found = styled.get(attribute(style, "val") or "")
    return numbering.label(*found) if found else ""


def _list_of(properties: Element) -> tuple[str, int] | None:
    """Which list, and how deep in it."""
    id, depth = child(properties, "numId"), child(properties, "ilvl")
    if id is None:
        return None
    return attribute(id, "val") or "", min(_number(depth), 8) if depth is not None else 0


def _numbered_styles(package: Package) -> dict[str, tuple[str, int]]:
    """Styles whose paragraphs are numbered."""
    found = {}
    for style in package.root(_STYLES).iter() if _STYLES in package.names else ():
        look = child(style, "pPr") if local(style.tag) == "style" else None
        own = child(look, "numPr") if look is not None else None
        if own is not None and (listed := _list_of(own)):
            found[attribute(style, "styleId") or ""] = listed
    return found


def _run_text(run: Element) -> str:
    text = ""
    for part in run:
        match local(part.tag):
            case "t":
                text += part.text or ""
            case "tab":
                text += " "
            case "br" | "cr":
                text += "\n"
            case "noBreakHyphen":
                text += "-"
    return text


def _run_font(run: Element, fonts: _Fonts) -> str | None:
    look = child(run, "rPr")
    if look is None:
        return None
    if own := _named_font(look):
        return own
    style = child(look, "rStyle")
    return fonts.by_style.get(attribute(style, "val") or "") if style is not None else None


def _named_font(look: Element) -> str | None:
    named = child(look, "rFonts")
    if named is None:
        return None
    return attribute(named, "ascii") or attribute(named, "hAnsi")


def _fonts(package: Package) -> _Fonts:
    if _STYLES not in package.names:
        return _Fonts({}, None)
    root = package.root(_STYLES)
    own: dict[str, str | None] = {}
    base: dict[str, str] = {}
    default = None
    for element in root.iter():
        kind = local(element.tag)
        if kind == "rPrDefault":
            look = child(element, "rPr")
            default = _named_font(look) if look is not None else None
        elif kind == "style":
            id = attribute(element, "styleId") or ""
            look, above = child(element, "rPr"), child(element, "basedOn")
            own[id] = _named_font(look) if look is not None else None
            if above is not None:
                base[id] = attribute(above, "val") or ""
            if attribute(element, "default") in ("1", "true") and attribute(element, "type") == "paragraph":
                default = own[id] or default
    return _Fonts({id: font for id in own if (font := _inherited(id, own, base))}, default)


def _inherited(id: str, own: Mapping[str, str | None], base: Mapping[str, str]) -> str | None:
    for _ in range(_MAX_DEPTH):
        if found := own.get(id):
            return found
        if id not in base:
            return None
        id = base[id]
    return None


def _unwrapped(element: Element, depth: int = 0) -> Iterator[Element]:
    """The children, those inside mere wrappers included; deleted text is none."""
    for part in element:
        if local(part.tag) in _TRANSPARENT and depth < _MAX_DEPTH:
            yield from _unwrapped(part, depth + 1)
        else:
            yield part


def _number(element: Element) -> int:
    """A count of columns; Word knows at most 63."""
    return min(int(attribute(element, "val") or 0), _MOST_COLUMNS)
