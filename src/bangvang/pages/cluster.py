"""The page of a cluster or block: who belongs to it, and year by year who led, what was pledged, who came where."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from bangvang.pages.honours import brief
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import agency_link
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, notice, record_page
from bangvang.pages.records_index import Entry, Front, each, facts, grouped, index_page
from bangvang.records import Cluster
from bangvang.records.campaign import Criterion
from bangvang.records.cluster import ClusterType, ClusterYear, Member, Score
from bangvang.vietnamese import format_number, text_key

TAB = "phong-trao"
SECTION = Section("cluster", TAB, Link("Cụm, khối thi đua", "cum-thi-dua/"))
CRUMBS = SECTION.crumbs
_TOP = 3
_LAST = 10_000
_FRONT = Front(
    sub="Các đơn vị cùng ký giao ước, chấm điểm và xếp hạng lẫn nhau theo từng năm.",
    icon="people",
    empty="Chưa có cụm, khối thi đua nào được công bố",
    hint="Thành viên, giao ước và kết quả chấm điểm từng năm của các cụm, khối thi đua sẽ được đưa lên đây.",
)


class MemberLine(NamedTuple):
    """A unit of the cluster, and since when."""

    unit: Link
    span: str
    former: bool


class ScoreLine(NamedTuple):
    """Where a unit came out."""

    rank: str
    unit: Link
    points: str
    award: Link | None
    top: bool


class YearView(NamedTuple):
    """A year of the cluster."""

    year: int
    lead: Link | None
    deputy: Link | None
    pledge: str
    criteria: tuple[tuple[str, str], ...]
    total: str
    """What all criteria bring together, where each has its points."""
    scores: tuple[ScoreLine, ...]
    ranked: bool
    scored: bool
    awarded: bool


def cluster_page(reading: Reading, id: str) -> Page:
    """The page that the cluster's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    cluster = reading.find(Cluster, id)
    assert cluster is not None
    members = _members(reading, cluster)
    years = [_year(reading, year) for year in sorted(cluster.years, key=lambda year: year.year, reverse=True)]
    context = {
        "cluster": cluster,
        "agency": agency_link(reading, cluster.agency),
        "members": [member for member in members if not member.former],
        "former": [member for member in members if member.former],
        "head": heads(cluster.type),
        "years": years,
    }
    return record_page(reading, SECTION, id, cluster, description=_description(cluster), context=context)


def clusters_page(reading: Reading) -> Page:
    """All clusters, then all blocks."""
    told = sorted(
        each(reading, SECTION, Cluster), key=lambda pair: (pair[1].type is ClusterType.BRANCH, text_key(pair[1].name))
    )
    groups = grouped((cluster.type.label, _entry(reading, link, cluster)) for link, cluster in told)
    return index_page(reading, SECTION, _FRONT, groups)


def heads(type: ClusterType) -> tuple[str, str]:
    """What its two leaders are called."""
    return ("Khối trưởng", "Khối phó") if type is ClusterType.BRANCH else ("Cụm trưởng", "Cụm phó")


def _members(reading: Reading, cluster: Cluster) -> list[MemberLine]:
    return [
        MemberLine(unit, _span(member), member.to is not None and member.to.last < reading.day)
        for member in cluster.members
        if (unit := agency_link(reading, member.agency))
    ]


def _span(member: Member) -> str:
    parts = (("từ", member.from_), ("đến", member.to))
    return " ".join(f"{word} {brief(day)}" for word, day in parts if day)


def _year(reading: Reading, year: ClusterYear) -> YearView:
    scores = sorted(year.scores, key=lambda score: (score.rank or _LAST, -(score.points or Decimal(0))))
    lines = tuple(line for score in scores if (line := _score(reading, score)))
    return YearView(
        year=year.year,
        lead=agency_link(reading, year.lead),
        deputy=agency_link(reading, year.deputy),
        pledge=year.pledge or "",
        criteria=tuple(
            (criterion.name, format_number(criterion.points) if criterion.points is not None else "")
            for criterion in year.criteria
        ),
        total=_total(year.criteria),
        scores=lines,
        ranked=any(line.rank for line in lines),
        scored=any(line.points for line in lines),
        awarded=any(line.award for line in lines),
    )


def _score(reading: Reading, score: Score) -> ScoreLine | None:
    unit = agency_link(reading, score.agency)
    if unit is None:
        return None
    return ScoreLine(
        rank=str(score.rank or ""),
        unit=unit,
        points=format_number(score.points) if score.points is not None else "",
        award=reading.link("award", score.award),
        top=score.rank is not None and score.rank <= _TOP,
    )


def _total(criteria: tuple[Criterion, ...]) -> str:
    points = [criterion.points for criterion in criteria if criterion.points is not None]
    return format_number(sum(points, Decimal(0))) if points and len(points) == len(criteria) else ""


def _entry(reading: Reading, link: Link, cluster: Cluster) -> Entry:
    agency = agency_link(reading, cluster.agency)
    latest = max(cluster.years, key=lambda year: year.year, default=None)
    first = next((score for score in latest.scores if score.rank == 1), None) if latest else None
    leader = agency_link(reading, first.agency) if first else None
    count = len(cluster.members)
    return Entry(
        link=link,
        badge=cluster.level.label if cluster.level else cluster.type.label,
        summary=cluster.summary or "",
        facts=facts(
            ("people", f"{count} đơn vị thành viên" if count else None),
            ("medal", f"Dẫn đầu năm {latest.year}: {leader.text}" if latest and leader else None),
            ("brief", agency.text if agency else None),
        ),
        illustrative=cluster.illustrative,
    )


def _description(cluster: Cluster) -> str:
    years = ", ".join(str(year.year) for year in sorted(cluster.years, key=lambda year: year.year))
    scored = f"; giao ước, điểm và xếp hạng các năm {years}" if years else ""
    return f"{cluster.name}: {len(cluster.members)} đơn vị thành viên{scored}."
