"""Clusters: only members are scored, and ranks follow the points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bangvang.checking.finding import Finding, warning
from bangvang.loading import Loaded
from bangvang.records import Cluster
from bangvang.records.cluster import ClusterYear
from bangvang.registry import Registry

MEMBER = "cluster-member"
RANK = "cluster-rank"


def check_clusters(registry: Registry) -> Iterator[Finding]:
    """Every year of every cluster."""
    for loaded in registry.by_kind["cluster"].values():
        cluster = loaded.record
        if isinstance(cluster, Cluster):
            for index, year in enumerate(cluster.years):
                yield from _members(loaded, cluster, year, index)
                yield from _ranks(loaded, year, index)


def _members(loaded: Loaded, cluster: Cluster, year: ClusterYear, index: int) -> Iterator[Finding]:
    active = {
        member.agency
        for member in cluster.members
        if (member.from_ is None or member.from_.year <= year.year)
        and (member.to is None or year.year <= member.to.year)
    }
    for row, score in enumerate(year.scores):
        if score.agency not in active:
            yield Finding(
                loaded,
                ("years", index, "scores", row, "agency"),
                f"“{score.agency}” được chấm điểm năm {year.year} nhưng năm đó không phải là thành viên",
                "Thêm đơn vị vào members, hoặc xem lại thời gian tham gia.",
                MEMBER,
            )


def _ranks(loaded: Loaded, year: ClusterYear, index: int) -> Iterator[Finding]:
    rated = [
        (row, score.rank, score.points)
        for row, score in enumerate(year.scores)
        if score.rank is not None and score.points is not None
    ]
    rated.sort(key=lambda entry: entry[1])
    for (_, rank, points), (row, next_rank, next_points) in pairwise(rated):
        if next_rank > rank and next_points > points:
            yield warning(
                loaded,
                ("years", index, "scores", row, "rank"),
                f"năm {year.year}: hạng {next_rank} có {next_points} điểm, nhiều hơn hạng {rank} ({points} điểm)",
                "Xem lại điểm và thứ hạng.",
                RANK,
            )
