"""Queries as citizens type them, nineteen classes of them, each with the pages that a rule says it should find.

The rules look at what the pages say, never at the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from random import Random

from bangvang.demo.seeds import seeded
from bangvang.demo.works import WORKS
from bangvang.search import Entry
from bangvang.search.entry import BETWEEN
from bangvang.vietnamese import (
    TONE_LETTERS,
    canon,
    canon_word,
    classic_tones,
    fold,
    fold_word,
    modern_tones,
    strip_marks,
    words,
)

PER_CLASS = 40
_MARK = re.compile("[\u0300-\u036f]")
_TELEX = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
_VNI_TONES = {"s": "1", "f": "2", "r": "3", "x": "4", "j": "5"}
_SHORT = {
    "HTX": "Hợp tác xã", "THCS": "Trung học cơ sở", "THPT": "Trung học phổ thông", "CLB": "Câu lạc bộ",
    "UBND": "Ủy ban nhân dân", "MTTQ": "Mặt trận Tổ quốc", "HND": "Hội Nông dân", "HPN": "Hội Phụ nữ",
}  # fmt: skip

Rule = Callable[["Document"], bool]


@dataclass(frozen=True)
class Document:
    """An entry as the rules read it."""

    entry: Entry

    @cached_property
    def canon(self) -> str:
        return _keyed(canon, self.entry.title)

    @cached_property
    def folded(self) -> str:
        return _keyed(fold, self.entry.title)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return (self.entry.title, *self.entry.names)

    @cached_property
    def known(self) -> str:
        """What is known of it, folded, between bars."""
        return _keyed(fold, *self.names, self.entry.meta, self.entry.place)

    @cached_property
    def all_folded(self) -> str:
        return f"{self.known}|{_keyed(fold, self.entry.body)}"

    @cached_property
    def all_canon(self) -> str:
        return _keyed(canon, *self.names, self.entry.meta, self.entry.place, self.entry.body)


@dataclass(frozen=True)
class Query:
    """What is typed, and what should be found."""

    kind: str
    text: str
    relevant: tuple[str, ...]


def queries(entries: Iterable[Entry], per_class: int = PER_CLASS, seed: str = "") -> list[Query]:
    """So many of all classes; fewer are the first of more, and another seed gives others."""
    documents = [Document(entry) for entry in entries]
    thrown = {kind: seeded("queries", kind, *filter(None, [seed])) for kind in CLASSES}
    return [
        query for kind, maker in CLASSES.items() for query in _some(kind, maker, documents, per_class, thrown[kind])
    ]


def _some(
    kind: str,
    maker: Callable[[Random, Sequence[Document]], tuple[str, Rule] | None],
    documents: Sequence[Document],
    per_class: int,
    dice: Random,
) -> Iterator[Query]:
    seen: set[str] = set()
    for _ in range(per_class * 60):
        made = maker(dice, documents)
        if made is None or made[0] in seen:
            continue
        relevant = tuple(document.entry.url for document in documents if made[1](document))
        if relevant:
            seen.add(made[0])
            yield Query(kind, made[0], relevant)
        if len(seen) == per_class:
            return


def _keyed(key: Callable[[str], str], *texts: str) -> str:
    return "|".join(f" {key(piece)} " for text in texts for piece in text.split(BETWEEN))


def _one(kind: str, dice: Random, documents: Sequence[Document]) -> Document:
    """Any of a kind, of which there must be some."""
    while True:
        document = dice.choice(documents)
        if document.entry.kind == kind:
            return document


def _same_canon(name: str) -> Rule:
    key = f" {canon(name)} "
    return lambda document: document.canon == key


def _same_fold(name: str) -> Rule:
    key = f" {fold(name)} "
    return lambda document: document.folded == key


@lru_cache(100_000)
def _marks(word: str) -> frozenset[str]:
    decomposed = unicodedata.normalize("NFD", word)
    return frozenset(_MARK.findall(decomposed)) | ({"đ"} if "đ" in decomposed else frozenset())


def _agrees(typed: str, *, prefix: bool = False) -> Rule:
    """Word for word the same letters, and every mark that was typed is there."""
    wanted = [(fold_word(word), _marks(word)) for word in words(typed)]
    first = wanted[0][0]

    def rule(document: Document) -> bool:
        if f" {first}" not in document.folded:
            return False
        there = words(document.entry.title)
        if len(there) < len(wanted) or (not prefix and len(there) != len(wanted)):
            return False
        for place, (letters, marks) in enumerate(wanted):
            found = fold_word(there[place])
            begins = prefix and place == len(wanted) - 1 and found.startswith(letters)
            if not (begins or found == letters) or not marks <= _marks(there[place]):
                return False
        return True

    return rule


def _full(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule]:
    name = _one("individual", dice, documents).entry.title
    return name, _same_canon(name)


def _bare(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule]:
    name = _one("individual", dice, documents).entry.title
    return strip_marks(name).lower(), _same_fold(name)


def _partial(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    parts = _one("individual", dice, documents).entry.title.split()
    typed = " ".join(strip_marks(part).lower() if dice.random() < 0.5 else part for part in parts)
    return (typed, _agrees(typed)) if strip_marks(typed) != typed else None


def _decomposed(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule]:
    name = _one("individual", dice, documents).entry.title
    return unicodedata.normalize("NFD", name), _same_canon(name)


def _tones(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    name = dice.choice(documents).entry.title
    other = modern_tones(name) if modern_tones(name) != name else classic_tones(name)
    return (other, _same_canon(name)) if other != name else None


def _free_y(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    name = _one("individual", dice, documents).entry.title
    swap = {"y": "i", "ý": "í", "ỳ": "ì", "ỷ": "ỉ", "ỹ": "ĩ", "ỵ": "ị"} | {
        "i": "y",
        "í": "ý",
        "ì": "ỳ",
        "ỉ": "ỷ",
        "ĩ": "ỹ",
        "ị": "ỵ",
    }
    other = " ".join(part[:-1] + swap.get(part[-1], part[-1]) for part in name.split())
    if other == name or canon(other) != canon(name):
        return None
    bare = dice.random() < 0.4
    return (strip_marks(other).lower(), _same_fold(name)) if bare else (other, _same_canon(name))


def _no_stroke(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    name = _one("individual", dice, documents).entry.title
    if "đ" not in name.lower():
        return None
    typed = name.replace("Đ", "D").replace("đ", "d")
    return (typed if dice.random() < 0.5 else strip_marks(name).lower()), _same_fold(name)


def _upper(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule]:
    name = _one("individual", dice, documents).entry.title
    if dice.random() < 0.5:
        return name.upper(), _same_canon(name)
    return strip_marks(name).upper(), _same_fold(name)


def _typo(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    name = strip_marks(_one("individual", dice, documents).entry.title).lower()
    parts = name.split()
    place = dice.randrange(len(parts))
    if len(parts) < 3 or len(parts[place]) < 4:
        return None
    parts[place] = _slip(dice, parts[place])
    typed = " ".join(parts)
    folded = f" {fold(typed)} "
    is_name = any(document.folded == folded for document in documents)
    return None if is_name or fold(typed) == fold(name) else (typed, _one_slip_away(fold(typed).split(), place))


def _one_slip_away(typed: Sequence[str], place: int) -> Rule:
    """Names that what was typed may have meant: the same words but one, and that one letter away."""

    def rule(document: Document) -> bool:
        there = document.folded.split()
        return (
            len(there) == len(typed)
            and all(one == other or at == place for at, (one, other) in enumerate(zip(typed, there, strict=True)))
            and _near(typed[place], there[place])
        )

    return rule


def _near(one: str, other: str) -> bool:
    """Whether a letter more, less, other or exchanged with the next one makes one word the other."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    exchanged = left[:2] == right[1::-1] and left[2:] == right[2:]
    return exchanged or left[1:] == right[1:] or left == right[1:] or left[1:] == right


def _slip(dice: Random, word: str) -> str:
    at = dice.randrange(1, len(word))
    form = dice.randrange(4)
    if form == 0:
        return word[:at] + word[at + 1 :]
    if form == 1:
        return word[:at] + dice.choice("abcdeghiklmnopqrstuvxy") + word[at:]
    if form == 2:
        return word[:at] + dice.choice("abcdeghiklmnopqrstuvxy") + word[at + 1 :]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _keys(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule]:
    name = _one("individual", dice, documents).entry.title
    table, tones = (
        (_TELEX, {letter: letter for letter in TONE_LETTERS.values()}) if dice.random() < 0.6 else (_VNI, _VNI_TONES)
    )
    typed = []
    for word in words(name):
        letters, _, tone = canon_word(word).partition("~")
        typed.append("".join(table.get(letter, letter) for letter in letters) + tones.get(tone, ""))
    return " ".join(typed), _same_fold(name)


def _prefix(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    name = _one("individual", dice, documents).entry.title
    typed = name if dice.random() < 0.4 else strip_marks(name).lower()
    head, _, last = typed.rpartition(" ")
    if len(last) < 3 or not head:
        return None
    typed = f"{head} {last[: dice.randrange(2, len(last))]}"
    return typed, _agrees(typed, prefix=True)


def _reordered(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    parts = strip_marks(_one("individual", dice, documents).entry.title).lower().split()
    if len(parts) < 3:
        return None
    form = dice.randrange(3)
    typed = [parts[-1:] + parts[:-1], parts[1:] + parts[:1], parts[::-1]][form]
    wanted = sorted(map(fold_word, typed))

    def rule(document: Document) -> bool:
        return sorted(document.folded.split()) == wanted

    return " ".join(typed), rule


def _units(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    name = _one("collective", dice, documents).entry.title
    typed = name if dice.random() < 0.4 else strip_marks(name).lower()
    key = f" {fold(typed)} "
    return typed, lambda document: key in document.folded


def _short(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    name = _one("collective", dice, documents).entry.title
    short = next((short for short, long in _SHORT.items() if long in name), None)
    if short is None:
        return None
    typed = name.replace(_SHORT[short], short)
    typed = typed if dice.random() < 0.5 else strip_marks(typed).lower()
    key = f" {fold(name)} "
    return typed, lambda document: key in document.folded


def _topic(dice: Random) -> str:
    deed = dice.choice(dice.choice(list(WORKS.values())).deeds)
    parts = words(deed)
    length = min(len(parts), dice.randint(2, 5))
    start = dice.randrange(len(parts) - length + 1)
    return " ".join(parts[start : start + length])


def _spelled_topic(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule]:
    topic = _topic(dice)
    key = f" {canon(topic)} "
    return topic, lambda document: key in document.all_canon


def _bare_topic(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule]:
    topic = strip_marks(_topic(dice))
    key = f" {fold(topic)} "
    return topic, lambda document: key in document.all_folded


def _award(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    line = dice.choice(documents).entry.line
    name, _, year = line.rpartition(", ")
    if not year.isdigit():
        return None
    parts = name.split()
    typed = " ".join(parts[: dice.randint(min(3, len(parts)), len(parts))])
    typed = typed if dice.random() < 0.5 else strip_marks(typed).lower()
    key = f" {fold(typed)} "
    return typed, lambda document: key in document.known


def _campaign(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule]:
    parts = _one("campaign", dice, documents).entry.title.split()
    length = dice.randint(min(4, len(parts)), min(8, len(parts)))
    start = dice.randrange(len(parts) - length + 1)
    typed = " ".join(parts[start : start + length])
    typed = typed if dice.random() < 0.5 else strip_marks(typed).lower()
    key = f" {fold(typed)} "
    return typed, lambda document: key in document.all_folded


def _combined(dice: Random, documents: Sequence[Document]) -> tuple[str, Rule] | None:
    document = dice.choice(documents)
    place = document.entry.place.split(",")[0].split(" ", 1)[-1]
    if not document.entry.place or document.entry.kind not in ("individual", "collective", "household"):
        return None
    form = dice.randrange(3)
    if form == 0:
        first = _topic(dice)
        where = "all_folded"
    elif form == 1:
        first = document.entry.line.rpartition(", ")[0]
        where = "known"
    else:
        first = document.entry.title
        where = "folded"
    if not first or (form == 2 and document.entry.kind != "individual"):
        return None
    key, other_key = f" {fold(first)} ", f" {fold(place)} "
    typed = f"{first} {place}"
    typed = typed if dice.random() < 0.4 else strip_marks(typed).lower()
    return typed, lambda other: key in getattr(other, where) and other_key in other.known


CLASSES: dict[str, Callable[[Random, Sequence[Document]], tuple[str, Rule] | None]] = {
    "full_diacritics": _full,
    "no_diacritics": _bare,
    "partial_diacritics": _partial,
    "nfd": _decomposed,
    "tone_placement": _tones,
    "i_y": _free_y,
    "d_stroke": _no_stroke,
    "upper": _upper,
    "typo": _typo,
    "telex_vni_raw": _keys,
    "prefix": _prefix,
    "reorder": _reordered,
    "collective": _units,
    "abbreviation": _short,
    "topic_diacritics": _spelled_topic,
    "topic_plain": _bare_topic,
    "award": _award,
    "campaign": _campaign,
    "combined": _combined,
}
