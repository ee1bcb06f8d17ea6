"""How far a deposit reaches: everything, a campaign with those below it, or a year; and what that refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bangvang.pages.reading import name_of
from bangvang.publishing.error import Failure
from bangvang.records import KINDS, Campaign, Honouree, Part, PartialDate, Practice, references
from bangvang.registry import Registry

Key = tuple[str, str]
"""Kind and id of a record."""
ALL = "ALL"
OF_THE_WHOLE = frozenset({"redirect", "deposit"})
"""Lists that tell of the whole site, and of nothing that a campaign or a year needs."""
_YEAR = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Reach:
    """What was asked for: one of the two, or neither for everything."""

    campaign: str | None = None
    year: int | None = None

    @property
    def whole(self) -> bool:
        return self == Reach()

    @property
    def code(self) -> str:
        """For names of files."""
        return self.campaign or (str(self.year) if self.year else "tat-ca")


def reach_of(registry: Registry, asked: str) -> Reach:
    """ALL, a year, or the id of a campaign."""
    if asked.upper() == ALL:
        return Reach()
    if _YEAR.fullmatch(asked):
        return Reach(year=int(asked))
    if registry.loaded("campaign", asked) is None:
        raise Failure(
            f"Không có phong trào nào mang mã “{asked}”. Ghi mã phong trào (tên tệp, không có đuôi .yml), "
            f"một năm như 2026, hoặc {ALL}."
        )
    return Reach(campaign=asked)


def in_words(registry: Registry, reach: Reach) -> str:
    """What the deposit is about, for readers."""
    campaign = registry.find(Campaign, reach.campaign)
    if campaign is not None:
        return name_of(campaign)
    return f"năm {reach.year}" if reach.year else "toàn bộ"


def reached(registry: Registry, reach: Reach) -> frozenset[Key]:
    """The records of a campaign or a year with all that they refer to, and theirs in turn; vocabularies are whole."""
    wanted = list(_of_campaign(registry, reach.campaign) if reach.campaign else _of_year(registry, reach.year or 0))
    wanted += [(kind.name, id) for kind in KINDS.values() if kind.is_list for id in registry.by_kind[kind.name]]
    wanted = [key for key in wanted if key[0] not in OF_THE_WHOLE]
    found: set[Key] = set()
    while wanted:
        key = wanted.pop()
        if key not in found:
            found.add(key)
            wanted += _referred(registry, key)
    if not any(KINDS[kind].is_folder for kind, _ in found):
        raise Failure(f"Không có hồ sơ nào trong phạm vi “{reach.code}”, nên không có gì để đóng gói. Xem lại phạm vi.")
    return frozenset(found)


def _referred(registry: Registry, key: Key) -> Iterator[Key]:
    loaded = registry.loaded(*key)
    if loaded is None:
        return
    for one in references(loaded.record):
        for kind in one.kinds:
            if registry.exists(kind, one.id):
                yield kind, one.id
                if kind == "honouree" and one.id in registry.merged_ids:
                    yield kind, registry.merged_ids[one.id]
                break


def _of_campaign(registry: Registry, id: str) -> Iterator[Key]:
    line = [id]
    for one in line:
        line += [child for child in registry.campaign_children(one) if child not in line]
    for one in line:
        yield "campaign", one
        for kind, ids in (
            ("decision", registry.decisions_of_campaign(one)),
            ("report", registry.reports_of_campaign(one)),
            ("event", registry.events_of_campaign(one)),
            ("document", [document for document, _ in registry.documents_of_campaign(one)]),
            ("honouree", [honour.laureate for honour in registry.honours_of_campaign(one)]),
            ("practice", [practice for practice, record in registry.all(Practice) if record.campaign == one]),
        ):
            yield from ((kind, found) for found in ids)


def _of_year(registry: Registry, year: int) -> Iterator[Key]:
    for kind in KINDS.values():
        if kind.is_folder:
            for id, loaded in registry.by_kind[kind.name].items():
                if _touches(loaded.record, year):
                    yield kind.name, id


def _touches(record: Part, year: int) -> bool:
    """Whether a record's own day or period lies in a year, or an honour that its profile tells."""
    if isinstance(record, Honouree):
        return any(honour.date is not None and honour.date.year == year for honour in record.honours)
    day = getattr(record, "date", None)
    if day is not None:
        return bool(day.year == year)
    period = getattr(record, "period", None) or record
    start, end = _year(period, ("from_", "opens")), _year(period, ("to", "closes"))
    if start is None and end is None:
        return False
    return (start or end or year) <= year <= (end or start or year)


def _year(record: object, names: tuple[str, ...]) -> int | None:
    for name in names:
        found = getattr(record, name, None)
        if found is not None:
            return int(found.year) if isinstance(found, PartialDate) or hasattr(found, "year") else None
    return None
