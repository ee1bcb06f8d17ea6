"""What the registry knows of the agencies and documents that a paper names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bangvang.office.paper.recognition import Recognition
from bangvang.records import Agency, Document
from bangvang.registry import Registry
from bangvang.vietnamese import FoundDay, find_days, find_document_numbers, fold, parse_document_number

_SHORT = (
    (re.compile(r"\bUBND\b"), "Ủy ban nhân dân"),
    (re.compile(r"\bHĐND\b"), "Hội đồng nhân dân"),
    (re.compile(r"\b(?:HĐ[. ]?)?TĐ-?KT\b"), "Hội đồng Thi đua, Khen thưởng"),
    (re.compile(r"\bThi đua,? khen thưởng\b", re.IGNORECASE), "Thi đua Khen thưởng"),
    (re.compile(r"\bThi đua KT\b", re.IGNORECASE), "Thi đua Khen thưởng"),
    (re.compile(r"\bMTTQ\b"), "Mặt trận Tổ quốc"),
)
_KINDS = ("xã", "phường", "thị trấn", "thị xã", "huyện", "quận", "thành phố", "tỉnh")
_CAPITALS = "".join(sign for sign in map(chr, range(0x41, 0x1EFA)) if sign.isalpha() and sign.isupper())
_AREA = re.compile(
    rf"(?<!\w)(?P<kind>(?:{'|'.join(_KINDS)}))\s+(?P<name>[{_CAPITALS}]\w*(?:\s[{_CAPITALS}]\w*){{0,3}})"
)
_LEVELS = (
    (re.compile(r"(?<!\w)(?:xã|phường|thị trấn)(?!\w)(?<!thị xã)"), "commune"),
    (re.compile(r"(?<!\w)(?:huyện|quận|thị xã)(?!\w)"), "district"),
    (re.compile(r"(?<!\w)(?:tỉnh|thành phố)(?!\w)"), "province"),
)
_NAMED_AFTER = 40


class Whereabouts:
    """Looks names up as one paper means them."""

    def __init__(self, registry: Registry, read: Recognition) -> None:
        self._registry = registry
        self._read = read
        self._agencies: dict[str, list[str]] = {}
        for id, agency in registry.all(Agency):
            for name in dict.fromkeys((_plain(agency.name), _plain(agency.short or ""))):
                if name:
                    self._agencies.setdefault(name, []).append(id)
        self._numbers: dict[str, list[str]] = {}
        for id, record in registry.all(Document):
            number = parse_document_number(record.number_reading or record.number or "")
            if number is not None and number.canonical:
                self._numbers.setdefault(number.canonical, []).append(id)
        self._area = self._home()

    def issuer(self) -> str | None:
        """The agency that issues the paper, if the registry has exactly one of that name."""
        return next((found for name in self._issuer_names() if (found := self.agency(name))), None)

    def level(self, issuer: str | None) -> str | None:
        """Of the issuer, or what the names say."""
        agency = self._registry.find(Agency, issuer)
        if agency is not None and agency.level is not None:
            return str(agency.level)
        said = " ".join(self._issuer_names()).lower() or self._area
        return next((level for pattern, level in _LEVELS if pattern.search(said)), None)

    def place(self, issuer: str | None) -> str | None:
        """Where the issuer is."""
        agency = self._registry.find(Agency, issuer)
        return str(agency.place) if agency is not None and agency.place else None

    def agency(self, name: str) -> str | None:
        """An agency by its name alone, or by its name and where this paper comes from."""
        said = re.sub(r"\s*\([^)]*\)", "", name).strip()
        for one in (said, f"{said} {self._area}", self._with_area(said)):
            if found := self._one(self._agencies.get(_plain(one), [])):
                return found
        return None

    def actor(self, name: str) -> str | dict[str, str]:
        """As a record writes who does something."""
        return self.agency(name) or {"name": name[:500]}

    def document(self, text: str) -> str | None:
        """The document that a line begins by naming, if its day fits."""
        return next(self.documents(text[:160]), None)

    def documents(self, text: str) -> Iterator[str]:
        """Documents of the registry that a text names by number; a day beside the number must be theirs."""
        for found in find_document_numbers(text):
            ids = self._numbers.get(found.number.canonical or "", [])
            days = find_days(text[found.end : found.end + _NAMED_AFTER])
            day = days[0] if days and days[0].year is not None else None
            fitting = [id for id in ids if self._fits(id, day)]
            if len(fitting) == 1:
                yield fitting[0]

    def _fits(self, id: str, day: FoundDay | None) -> bool:
        record = self._registry.find(Document, id)
        date = record.date if record else None
        if day is None or date is None:
            return True
        return (date.year, date.month, date.day) == (day.year, day.month, day.day)

    def _one(self, ids: list[str]) -> str | None:
        """The only one, or the only one that existed when the paper was issued."""
        year = self._read.year
        alive = [id for id in ids if self._existed(id, year)]
        return alive[0] if len(alive) == 1 else None

    def _existed(self, id: str, year: int | None) -> bool:
        agency = self._registry.find(Agency, id)
        if agency is None or year is None:
            return agency is not None
        return not (agency.from_ and agency.from_.year > year) and not (agency.to and agency.to.year < year)

    def _issuer_names(self) -> list[str]:
        """What the paper calls its issuer, the surest first."""
        read = self._read
        head = " ".join(read.letterhead.issuer_lines)
        signed = [one.capacity.partition(".")[2].strip() for one in read.ending.signatures if one.capacity]
        return [name for name in (head, read.letterhead.issuing, *signed) if name]

    def _home(self) -> str:
        """The area that the paper comes from: “xã Lam Vỹ”; the level is that of the issuer where the names say it."""
        read = self._read
        text = "\n".join((*read.letterhead.issuer_lines, *read.outline.printed()))
        said = " ".join(self._issuer_names()).lower()
        kinds = [kind for kind in _KINDS if re.search(rf"(?<!\w){kind}(?!\w)", said)]
        counted = Counter(
            f"{found['kind']} {found['name']}" for found in _AREA.finditer(text) if not kinds or found["kind"] in kinds
        )
        if read.letterhead.day is not None and (place := read.letterhead.day.place):
            named = [area for area in counted if fold(area).endswith(fold(place))]
            if named:
                return max(named, key=counted.__getitem__)
        return counted.most_common(1)[0][0] if counted else ""

    def _with_area(self, name: str) -> str:
        """“Sở Nội vụ tỉnh” is that of this province."""
        kind, _, rest = self._area.partition(" ")
        if rest and kind == "thị":
            kind, rest = "thị xã", rest.partition(" ")[2]
        return f"{name} {rest}" if rest and fold(name).endswith(fold(kind)) else name


def _plain(name: str) -> str:
    for pattern, long in _SHORT:
        name = pattern.sub(long, name)
    return fold(name)
