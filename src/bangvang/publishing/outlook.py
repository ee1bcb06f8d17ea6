"""What a publication will change for readers, in words, before anything is brought to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bangvang.pages.changes import ADDED, CHANGED, MOVED, REMOVED, RESTORED, WITHDRAWN, Change
from bangvang.problem import Problem
from bangvang.publishing.ledger import GONE, Ledger
from bangvang.records import KINDS
from bangvang.vietnamese import format_number

_PEOPLE = "honouree"
_FOLDER = "/guong/"
_COMES = (ADDED, RESTORED)
_GOES = (WITHDRAWN, REMOVED)
_LARGE_LOSS = 0.1
"""A larger part of the roll seldom disappears on purpose."""
_PRIVATE = "private-"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What readers will find different."""

    first: bool
    people: int
    """How many have a page before."""
    changes: tuple[Change, ...]
    private: tuple[Problem, ...]
    """What may tell too much of somebody, and nobody has judged."""

    @property
    def loses_much(self) -> bool:
        """Whether a larger part of the roll disappears than seems meant."""
        return self.people > 0 and self._count(_PEOPLE, _GOES) > self.people * _LARGE_LOSS

    @property
    def needs_agreement(self) -> bool:
        """Whether somebody should say yes first."""
        return self.loses_much or bool(self.private)

    def told(self) -> str:
        """In words for the clerk."""
        return "\n".join(self._lines())

    def in_brief(self) -> str:
        """The people alone, in a few words."""
        counts = (
            f"thêm {format_number(self._count(_PEOPLE, _COMES))} người",
            f"sửa {format_number(self._count(_PEOPLE, (CHANGED, MOVED)))}",
            f"gỡ {format_number(self._count(_PEOPLE, _GOES))}",
        )
        return ", ".join(counts)

    def _lines(self) -> Iterator[str]:
        if self.first:
            yield "Đây là lần công bố đầu tiên."
        if not any(change.kind in KINDS for change in self.changes):
            yield "Không hồ sơ nào thay đổi."
        else:
            yield f"Người đọc sẽ thấy: {self.in_brief()}."
        others = list(self._others())
        if others:
            yield f"Ngoài ra: {'; '.join(others)}."
        if self.loses_much:
            gone = format_number(self._count(_PEOPLE, _GOES))
            yield f"CHÚ Ý: {gone} trong {format_number(self.people)} người đang có trên bảng vàng sẽ không còn nữa."
        for problem in self.private:
            yield f"Có thể lộ chuyện riêng: {problem.told()}"

    def _others(self) -> Iterator[str]:
        """Kinds of records other than people: how many come, change, go."""
        for kind in KINDS.values():
            if kind.name == _PEOPLE:
                continue
            parts = [
                f"{word} {format_number(count)}"
                for word, whats in (("thêm", _COMES), ("sửa", (CHANGED, MOVED)), ("gỡ", _GOES))
                if (count := self._count(kind.name, whats))
            ]
            if parts:
                yield f"{kind.label}: {', '.join(parts)}"

    def _count(self, kind: str, whats: Iterable[str]) -> int:
        found = Counter((change.kind, change.what) for change in self.changes)
        return sum(found[kind, what] for what in whats)


def outlook(before: Ledger, changes: tuple[Change, ...], problems: Iterable[Problem]) -> Outlook:
    """From the ledger as it is, what will change, and what the checker found."""
    people = sum(address.startswith(_FOLDER) and _is_person(before, address) for address in before)
    private = tuple(problem for problem in problems if problem.check.startswith(_PRIVATE))
    return Outlook(not before, people, changes, private)


def _is_person(ledger: Ledger, address: str) -> bool:
    """A page of its own right below the folder that has not gone already."""
    below = address.removeprefix(_FOLDER).rstrip("/")
    line = ledger[address]
    return bool(below) and "/" not in below and line.content not in GONE and bool(line.content)
