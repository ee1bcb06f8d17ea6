"""The figures of a book count what the book prints."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bangvang.book.figures import PrintedChart, figures
from bangvang.book.selection import Scope, select
from bangvang.vietnamese import parse_number
from tests.book.conftest import DECISION, VOCABULARY, Project

MORE = """\
number: 16/QĐ-UBND
date: 2025-03-01
title: Về việc khen thưởng
issuer: ubnd-xa-thu
award: giay-khen
recipients:
  - {id: a2b3c4, kind: individual, name: Đặng Thử Ánh, place: xa-thu, sex: female}
  - {id: h2h2h2, kind: household, name: Hộ ông Thử, place: xa-thu}
"""


def _charts(project: Project, scope: Scope) -> dict[str, PrintedChart]:
    reading = project.reading
    return {chart.title: chart for chart in figures(reading, select(reading.answers, scope)).charts}


def _sum(chart: PrintedChart) -> Decimal:
    return sum((parse_number(bar.text) for bar in chart.bars), Decimal(0))


def test_every_chart_adds_up_to_the_honours_of_the_book(project_of: Callable[..., Project]) -> None:
    """Those told and those of whom it is not known, together."""
    charts = _charts(project_of({"decisions/2025/qd-16.yml": MORE}), Scope())
    assert _sum(charts["Theo năm"]) == _sum(charts["Theo đối tượng"]) == 5
    assert [(bar.label, bar.text) for bar in charts["Theo năm"].bars] == [("2025", "2"), ("2026", "3")]
    assert [(bar.label, bar.text, bar.share) for bar in charts["Theo loại danh hiệu, hình thức"].bars] == [
        ("Giấy khen", "4", 1.0),
        ("Bằng khen", "1", 0.25),
    ]


def test_only_the_scope_is_counted(project_of: Callable[..., Project]) -> None:
    """A book of one year has no chart of years."""
    project = project_of({"decisions/2025/qd-16.yml": MORE})
    charts = _charts(project, Scope(year=2026))
    assert "Theo năm" not in charts
    assert _sum(charts["Theo đối tượng"]) == 3


def test_totals_tell_who_and_what_stands_in_the_book(project_of: Callable[..., Project]) -> None:
    """Each person once, however many honours."""
    reading = project_of({"decisions/2025/qd-16.yml": MORE}).reading
    told = figures(reading, select(reading.answers, Scope())).totals
    assert told == (
        ("2", "cá nhân"),
        ("1", "tập thể"),
        ("1", "hộ gia đình"),
        ("2", "quyết định"),
        ("1", "phong trào"),
    )


def test_an_award_shared_by_two_counts_once(project_of: Callable[..., Project]) -> None:
    """And the note says so."""
    shared = DECISION.replace("unit: Trường Thử, place: xa-thu}", "unit: Trường Thử, shared_with: [k7m2q9]}").replace(
        "reason: Vận động", "shared_with: [a2b3c4], reason: Vận động"
    )
    reading = project_of({"decisions/2026/qd-15.yml": shared}).reading
    assert figures(reading, select(reading.answers, Scope())).note.startswith("Đã đếm 2 lần khen thưởng")


def test_an_honour_without_a_place_counts_where_its_laureate_is_from(project_of: Callable[..., Project]) -> None:
    """As in the figures of the site, whose map and whose book must not contradict each other."""
    more = MORE.replace("Đặng Thử Ánh, place: xa-thu", "Đặng Thử Ánh").replace(
        "Hộ ông Thử, place: xa-thu", "Hộ ông Thử"
    )
    places = (
        VOCABULARY["vocabulary/places.yml"]
        + "- {id: xa-hai, name: Xã Hai, type: commune}\n- {id: thon-hai, name: Thôn Hai, type: village, parent: xa-hai}\n"
    )
    household = "kind: household\nname: Hộ ông Thử\nplace: thon-hai\n"
    files = {
        "decisions/2025/qd-16.yml": more,
        "vocabulary/places.yml": places,
        "honourees/h2h2h2.yml": household,
    }
    bars = _charts(project_of(files), Scope())["Theo tỉnh, thành phố"].bars
    assert [(bar.label, bar.text) for bar in bars] == [("Xã Thử", "4"), ("Xã Hai", "1")]


def test_the_sex_of_individuals_alone_can_be_missing(project_of: Callable[..., Project]) -> None:
    """A household of whom none is told is nobody of unknown sex; the site counts the same."""
    male = "  - {id: c3d4f5, kind: individual, name: Lê Văn Thử, place: xa-thu, sex: male}\n"
    chart = _charts(project_of({"decisions/2025/qd-16.yml": MORE + male}), Scope(year=2025))["Cá nhân theo giới tính"]
    assert (_sum(chart), chart.note) == (2, "")
    whole = _charts(project_of(), Scope())["Cá nhân theo giới tính"]
    assert (_sum(whole), whole.note) == (2, "2 lần không ghi giới tính.")
