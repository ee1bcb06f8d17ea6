"""Names that bulk files must not hold: those of living private persons, wherever a text happens to name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bangvang.records import Consultation, Subject, SubjectKind
from bangvang.registry.laureates import Laureate
from bangvang.registry.registry import Registry
from bangvang.registry.states import may_leave_in_bulk

REDACTED = "[…]"
"""Stands in a text where the name of a living private person stood."""
_CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1F00)) if letter.isupper())
_WORD = rf"[{_CAPITALS}][\w'’]*"
_GAP = r"(?:[ \u00a0\t\r\n]|\\[nrt])+"
"""What may stand between the words of a name: blanks and line ends, also as JSON spells them."""
_GAPS = re.compile(_GAP)
_START = r"(?:(?<!\w)|(?<=\\[nrt]))"
"""Where a word may begin: the n of a line end that JSON spells is no letter of it."""
_RUN = re.compile(rf"{_WORD}(?:{_GAP}{_WORD})+")
_PRIVATE = (SubjectKind.INDIVIDUAL, SubjectKind.HOUSEHOLD)


def names_held_back(laureate: Laureate) -> tuple[str, ...]:
    """Every name of somebody who may not leave in bulk: of the person, or of a household and its members."""
    found: dict[str, None] = {}
    record = laureate.record
    subjects: list[Subject] = [honour.subject for honour in laureate.honours]
    if record is not None:
        subjects.append(record)
        found.update(dict.fromkeys(other.name for other in record.names))
    for subject in subjects:
        found.update(dict.fromkeys(_private_names(subject)))
    return tuple(found)


def candidates_held_back(registry: Registry) -> Iterator[str]:
    """Names of those put to public opinion who may not leave in bulk; most of them have no profile yet."""
    for _, consultation in registry.public(Consultation):
        for candidate in consultation.candidates:
            if not may_leave_in_bulk(candidate, registry.day, registry.site):
                yield from _private_names(candidate)


def _private_names(subject: Subject) -> tuple[str, ...]:
    if subject.kind not in _PRIVATE:
        return ()
    return (subject.name, *([subject.head] if subject.head else ()), *subject.members)


def as_spoken(names: Iterable[str]) -> frozenset[str]:
    """The forms of names by which texts are compared: their capitalised words, whatever the case."""
    return frozenset([_spoken(run) for name in names for run in _RUN.findall(name)])


def without_capitals(names: Iterable[str]) -> frozenset[str]:
    """Names of several words that no run of capitalised words holds, such as “Hộ ông Bảy”."""
    return frozenset(name.casefold() for name in names if len(name.split()) > 1 and not _RUN.search(name))


def runs(text: str) -> list[str]:
    """Everything in a text that may hold a name: its runs of capitalised words."""
    return _RUN.findall(text)


class HeldNames:
    """Names that bulk files must not hold, and what finds them in a text and takes them out."""

    def __init__(self, names: frozenset[str], plain: frozenset[str] = frozenset()) -> None:
        self.names = names
        """As `as_spoken` gives them."""
        self.plain = plain
        """As `without_capitals` does."""
        self._beginnings = frozenset([_beginning(name) for name in names])
        self._longest = max([len(name.split()) for name in names], default=0)

    def found_in(self, text_runs: Iterable[str], text: str) -> set[str]:
        """Those that stand in a text, whose runs are given beside."""
        found = {name for run in text_runs for name in self._in_run(run)}
        if self.plain:
            spoken = _spoken(text)
            found |= {name for name in self.plain if name in spoken}
        return found

    def are_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return bool(self.found_in(runs(text), text))

    def taken_out_of(self, text: str) -> str:
        """The text without any of them."""
        return self.redacted(text, self.found_in(runs(text), text))

    def redacted(self, text: str, names: Iterable[str]) -> str:
        """The text without these of them; longer ones first."""
        for name in sorted(names, key=lambda name: (-len(name), name)):
            pattern = _GAP.join(re.escape(word) for word in name.split())
            text = re.sub(rf"{_START}{pattern}(?!\w)", REDACTED, text, flags=re.IGNORECASE)
        return text

    def _in_run(self, run: str) -> Iterator[str]:
        words = _spoken(run).split()
        for start in range(len(words) - 1):
            if f"{words[start]} {words[start + 1]}" in self._beginnings:
                for end in range(start + 2, min(len(words), start + self._longest) + 1):
                    name = " ".join(words[start:end])
                    if name in self.names:
                        yield name


def _spoken(text: str) -> str:
    """Whatever its case, on one line."""
    return _GAPS.sub(" ", text.casefold())


def _beginning(name: str) -> str:
    """The first two words."""
    return " ".join(name.split()[:2])
