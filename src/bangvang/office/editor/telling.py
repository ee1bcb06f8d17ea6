"""Sentences for a clerk: records by their names with links to their forms, in place of ids and paths of files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from bangvang.office.faults import FieldProblem
from bangvang.office.finder import Hit
from bangvang.office.judging import named_by
from bangvang.office.wording import in_words
from bangvang.records import KINDS

Who = Callable[[str], Hit | None]
"""The one record that bears an id, of whatever kind."""

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_MENTION = re.compile(
    rf"(?:(?:hồ sơ|tệp) )?data/(?P<folder>[a-z]+/)?(?:\d{{4}}/)?(?P<file>{_ID})\.yml"
    rf"|(?<![Mm]ã )“(?P<quoted>{_ID})”"
    rf"|\((?P<aside>{_ID})\)"
    rf"|(?P<step>(?<=→ ){_ID}|{_ID}(?= →))"
    rf"|(?<![\w“/.-])(?P<bare>[a-z0-9]+(?:-[a-z0-9]+)+|[a-z][a-z0-9]{{5}})(?![\w”/-]|\.\w)"
)
_PLACED = re.compile(r"(?P<path>data/\S+\.yml):\d+:\d+: (?P<what>.*) → (?P<remedy>.*)")
_LISTS = {kind.path: kind for kind in KINDS.values() if not kind.is_folder}


def address_of(hit: Hit) -> str:
    """Where it can be edited."""
    return f"/ho-so/{hit.kind}/{hit.id}" if hit.has_file else f"/nguoi/{hit.id}"


class Teller:
    """Turns what is said into what is shown."""

    def __init__(self, who: Who) -> None:
        self._who = who

    def problem(self, problem: FieldProblem) -> Markup:
        """What is wrong, and what to do."""
        return self.text(f"{problem.what.rstrip('.')}. {problem.remedy}")

    def line(self, line: str) -> Markup:
        """What a command prints; a problem with the place in a file is told with the record instead."""
        placed = _PLACED.fullmatch(line)
        kind, id = named_by(placed["path"]) if placed else ("", "")
        if placed is None or not kind:
            return self.text(line)
        hit = self._who(id) if id else None
        where = (
            _link(address_of(hit), hit.title) if hit else _link(f"/ho-so/?loai={kind}", KINDS[kind].label.capitalize())
        )
        said = in_words(f"{placed['what']}. {placed['remedy']}", KINDS[kind].model)
        return Markup("{}: {}").format(where, self.text(said))

    def text(self, text: str) -> Markup:
        """One sentence or several; the first letter becomes a capital."""
        return Markup("").join(self._parts(text))

    def _parts(self, text: str) -> Iterator[Markup]:
        end = 0
        for found in _MENTION.finditer(text):
            said = self._said(found)
            if said is not None:
                yield _begun(text[: found.start()]) if not end else escape(text[end : found.start()])
                yield said
                end = found.end()
        yield escape(text[end:]) if end else _begun(text)

    def _said(self, found: re.Match[str]) -> Markup | None:
        """A link in place of what was found; None to leave it as it is."""
        if found["file"]:
            return self._file(found["folder"] or "", found["file"])
        id = found["quoted"] or found["aside"] or found["step"] or found["bare"]
        hit = self._who(id)
        if hit is None or (found["quoted"] and hit.title == id):
            return None
        if found["aside"]:
            return Markup("({})").format(_link(address_of(hit), "mở hồ sơ"))
        return _link(address_of(hit), f"“{hit.title}”")

    def _file(self, folder: str, name: str) -> Markup | None:
        """The record of a file, or the records of a list."""
        if kind := _LISTS.get(f"{folder}{name}.yml"):
            return _link(f"/ho-so/?loai={kind.name}", f"danh mục {kind.label}")
        hit = self._who(name)
        return _link(address_of(hit), f"{KINDS[hit.kind].label} “{hit.title}”") if hit else None


def _begun(text: str) -> Markup:
    return escape(f"{text[:1].upper()}{text[1:]}")


def _link(url: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(url, text)
