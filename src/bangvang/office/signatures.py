"""Who signed a paper: the office, for whom, and the name below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

CAPACITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s?\.\s?[^\W\d_]", re.IGNORECASE)
OFFICE = re.compile(
    r"(?:phó |quyền |q\. ?)?(?:chủ tịch|chủ nhiệm|bí thư|giám đốc|trưởng|chánh|bộ trưởng|thủ tướng|tổng|cục trưởng"
    r"|hiệu trưởng|thủ trưởng|viện trưởng|tư lệnh|chính ủy|phó)",
    re.IGNORECASE,
)
_SIGNING_NOTE = re.compile(r"\W*(?:\(?đã ký\)?|\(?ký tên.*|\(?ký và ghi rõ.*)\W*", re.IGNORECASE)
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Signature:
    """As the model of a signer has it."""

    name: str
    title: str = ""
    title_2: str = ""
    capacity: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """What is known, by the names of the model."""
        said = (("name", self.name), ("title", self.title), ("title_2", self.title_2), ("capacity", self.capacity))
        return {key: text for key, text in said if text}


def signatures_in(block: Sequence[str]) -> list[Signature]:
    """Capacity, offices, and the name below them."""
    capacity: list[str] = []
    titles: list[str] = []
    found: list[Signature] = []
    for line in block:
        plain = line.strip(" .,;")
        if not plain or _SIGNING_NOTE.fullmatch(plain):
            continue
        if CAPACITY.match(line):
            capacity.append(_as_sentence(line))
        elif OFFICE.match(plain):
            titles.append(_as_sentence(plain))
        elif _is_name(plain):
            name = plain.title() if plain == plain.upper() else plain
            found.append(Signature(name, "".join(titles[:1]), "; ".join(titles[1:]), "; ".join(capacity)))
            capacity, titles = [], []
    return found


def _is_name(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= 7 and len(line) <= _LONGEST_NAME and all(word[0].isupper() for word in words)


_KEPT = re.compile(r"\b(?:tm|kt|tl|tuq|q|ubnd|hđnd|mttq|kt-xh)\b(?=\.|\b)", re.IGNORECASE)
_DEPUTY = re.compile(r"^(phó |quyền )(\w)")


def _as_sentence(line: str) -> str:
    """Capitals as signatures print them, as a sentence has them: TM. Ủy ban nhân dân."""
    if line != line.upper():
        return line
    prefix, dot, rest = line.partition(".") if CAPACITY.match(line) else ("", "", line)
    rest = rest.strip().lower()
    rest = _KEPT.sub(lambda word: word[0].upper(), rest)
    rest = _DEPUTY.sub(lambda found: f"{found[1]}{found[2].upper()}", rest)
    return f"{prefix}{dot}{' ' if dot else ''}{rest[:1].upper()}{rest[1:]}"
