"""Names that bulk files must not hold: those of living private persons, wherever a text happens to name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bangvang.records import Decision, Document, Subject, SubjectKind
from bangvang.registry.laureates import Laureate
from bangvang.registry.registry import Registry

REDACTED = "[…]"
"""Stands in a text where the name of a living private person stood."""
_LONGEST = 6
"""So many words a Vietnamese name has at most."""
_CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1F00)) if letter.isupper())
_WORD = rf"[{_CAPITALS}][\w'’]*"
_RUN = re.compile(rf"{_WORD}(?:[ \u00a0]+{_WORD})+")
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
        if subject.kind in _PRIVATE:
            found.update(dict.fromkeys((subject.name, *([subject.head] if subject.head else ()), *subject.members)))
    return tuple(found)


def signers(registry: Registry) -> Iterator[str]:
    """Names of those who signed for an office: no private persons while they do."""
    for _, decision in registry.public(Decision):
        if decision.signer is not None:
            yield decision.signer.name
    for _, document in registry.public(Document):
        yield from (signer.name for signer in document.signers)


def as_spoken(names: Iterable[str]) -> frozenset[str]:
    """The forms of names by which texts are compared: their capitalised words, whatever the case."""
    return frozenset(run.casefold() for name in names for run in _RUN.findall(name))


def without_capitals(names: Iterable[str]) -> frozenset[str]:
    """Names of several words that no run of capitalised words holds, such as “Hộ ông Bảy”."""
    return frozenset(name.casefold() for name in names if len(name.split()) > 1 and not _RUN.search(name))


def mentions(text: str) -> frozenset[str]:
    """Everything in a text that may be a name, in the same form."""
    found: set[str] = set()
    for run in _RUN.findall(text):
        words = run.casefold().split()
        for start in range(len(words) - 1):
            for end in range(start + 2, min(len(words), start + _LONGEST) + 1):
                found.add(" ".join(words[start:end]))
    return frozenset(found)


def redacted(text: str, names: Iterable[str]) -> str:
    """The text without these names, given in that form; longer ones first."""
    for name in sorted(names, key=lambda name: (-len(name), name)):
        pattern = r"[ \u00a0]+".join(re.escape(word) for word in name.split())
        text = re.sub(rf"(?<!\w){pattern}(?!\w)", REDACTED, text, flags=re.IGNORECASE)
    return text
