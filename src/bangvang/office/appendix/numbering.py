"""Numbers that Word prints before paragraphs by itself: they stand in no text, only in the rules of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from bangvang.office.appendix.package import Package, attribute, child, children
from bangvang.vietnamese import roman

_PART = "word/numbering.xml"
_DEEPEST = 9
_MOST = 3999
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: Mapping[str, Mapping[int, Level]]
    """By the number that paragraphs name."""
    shared: Mapping[str, str]
    """Lists that count on together, by the rules they share."""
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, id: str, depth: int) -> str:
        """What is printed before the next paragraph of a list; nothing for a list that is not known."""
        levels = self.lists.get(id, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.shared.get(id, id), [None] * _DEEPEST)
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_DEEPEST - depth - 1)
        if level.form == "bullet":
            return "-"

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            inner, so_far = levels.get(at, level), counts[at]
            return _shown(inner.form, inner.start if so_far is None else so_far)

        return _PLACE.sub(shown, level.text).strip()


def numbering_of(package: Package) -> Numbering:
    """The lists of a document."""
    if _PART not in package.names:
        return Numbering({}, {})
    root = package.root(_PART)
    rules = {attribute(one, "abstractNumId") or "": _levels(one) for one in children(root, "abstractNum")}
    lists: dict[str, Mapping[int, Level]] = {}
    shared: dict[str, str] = {}
    for one in children(root, "num"):
        named = child(one, "abstractNumId")
        id, rule = attribute(one, "numId") or "", (attribute(named, "val") or "") if named is not None else ""
        own = _overrides(one)
        lists[id] = {
            depth: replace(level, start=own.get(depth, level.start)) for depth, level in rules.get(rule, {}).items()
        }
        shared[id] = f"own {id}" if own else f"rule {rule}"
    return Numbering(lists, shared)


def _levels(rule: Element) -> dict[int, Level]:
    found = {}
    for one in children(rule, "lvl"):
        depth = _number(attribute(one, "ilvl"), 0)
        if depth < _DEEPEST:
            form, text, start = (_value(one, name) for name in ("numFmt", "lvlText", "start"))
            found[depth] = Level(form or "decimal", text or "", _number(start, 1))
    return found


def _overrides(one: Element) -> dict[int, int]:
    """Levels that this list begins anew."""
    return {
        _number(attribute(level, "ilvl"), 0): _number(_value(level, "startOverride"), 1)
        for level in children(one, "lvlOverride")
        if child(level, "startOverride") is not None
    }


def _value(element: Element, name: str) -> str | None:
    inner = child(element, name)
    return attribute(inner, "val") if inner is not None else None


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _letter(count: int) -> str:
    """a to z, then aa to zz, as Word counts."""
    turns, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (turns % 20 + 1)


def _roman(count: int) -> str:
    return roman(count) if count <= _MOST else str(count)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
    "none": lambda count: "",
}


def _shown(form: str, count: int) -> str:
    return _FORMS.get(form, str)(count) if count > 0 else str(count)
