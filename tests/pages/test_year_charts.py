"""Charts along the years: every count in the table, every point in the drawing."""

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.pages.addresses import ROOT
from bangvang.pages.charts import NO_DATA
from bangvang.pages.rendering import Renderer
from bangvang.pages.year_charts import column_chart, line_chart

GOLDEN = Path(__file__).parent / "golden"
COUNTS = st.dictionaries(st.integers(1945, 2045), st.integers(0, 10**6), max_size=30)
NAMES = ("Cá nhân", "Tập thể", "Hộ gia đình", "Địa phương", "Khối")
SERIES = st.integers(1, len(NAMES)).flatmap(lambda size: st.fixed_dictionaries(dict.fromkeys(NAMES[:size], COUNTS)))


@pytest.fixture(scope="module")
def drawn():
    """Renders a chart as it will stand in a page."""
    renderer = Renderer()
    return lambda chart: renderer.piece(chart.template, chart=chart).replace(ROOT, "../")


def _columns(counts):
    return column_chart("nam", "Số lần khen thưởng theo năm", ("Năm", "Số lần"), counts, unit="lần")


def _lines(series):
    return line_chart("nam", "Theo năm", "Năm", series, unit="lượt")


def _number(text):
    return int(text.replace(".", ""))


def test_columns_are_drawn_as_agreed(drawn):
    """Grid, axis, a column for every year that has something."""
    assert drawn(_columns({1951: 1, 1952: 7, 1960: 2})) == (GOLDEN / "columns.html").read_text(encoding="utf-8")


def test_lines_are_drawn_as_agreed(drawn):
    """A line, a dash and a mark of its own for every series."""
    chart = _lines({"Cá nhân": {2024: 4, 2026: 1200}, "Tập <thể>": {2025: 30}})
    assert drawn(chart) == (GOLDEN / "lines.html").read_text(encoding="utf-8")


@given(COUNTS)
def test_columns_stay_in_the_drawing(counts):
    """Also the widest, at either end."""
    chart = _columns(counts)
    assert sum(point.value for point in chart.points) == sum(counts.values())
    assert len(chart.points) <= 30
    for point in chart.points:
        assert point.x - chart.thickness / 2 >= 0
        assert point.x + chart.thickness / 2 <= 100
        assert chart.top <= point.y <= chart.base <= chart.height


@given(COUNTS)
def test_the_table_of_columns_has_the_counts_of_all_years(counts):
    """Years without anything are left out; nothing else is."""
    rows = {int(row.cells[0]): _number(row.cells[1]) for row in _columns(counts).rows}
    assert rows == {year: counts[year] for year in sorted(counts) if counts[year]}


def test_years_too_many_for_columns_of_their_own_stand_by_five(drawn):
    """As plans run, the last no longer than what is known; a note says so, and the table keeps every year."""
    chart = _columns({1951: 1, 1955: 2, 1956: 4, 2026: 29})
    assert [(point.name, point.value) for point in chart.points] == [
        ("1951–1955", 3),
        ("1956–1960", 4),
        ("Năm 2026", 29),
    ]
    assert [row.cells for row in chart.rows] == [("1951", "1"), ("1955", "2"), ("1956", "4"), ("2026", "29")]
    assert chart.note == "Mỗi cột gộp 5 năm; bảng ghi từng năm."
    assert chart.years[-1].text == "2026–30"
    assert "<title>1951–1955: 3</title>" in drawn(chart)


@given(SERIES)
def test_lines_stay_in_the_drawing_and_run_through_every_year(series):
    """A year without an entry is a nought on the line, not a gap that looks like a trend."""
    chart = _lines(series)
    for line in chart.lines:
        assert (
            [point.year for point in line.points] == list(range(line.points[0].year, line.points[-1].year + 1))
            if line.points
            else chart.empty
        )
        assert all(0 <= point.x <= 100 and chart.top <= point.y <= chart.base for point in line.points)
        assert all(0 <= float(number) <= 100 for pair in line.path.split() for number in pair.split(","))


@given(SERIES)
def test_the_table_of_lines_adds_up_to_the_input(series):
    """Series by series, also those that the drawing puts together."""
    chart = _lines(series)
    sums = [sum(_number(row.cells[place]) for row in chart.rows) for place in range(1, len(series) + 1)]
    assert sums == [sum(counts.values()) for counts in series.values()]
    if len(chart.rows) > 1:
        assert [_number(cell) for cell in chart.foot[1:]] == sums


@given(SERIES)
def test_printed_numbers_do_not_cover_each_other(series):
    """Where there is no room the table has the number."""
    printed = [point for line in _lines(series).lines for point in line.points if point.text]
    for place, one in enumerate(printed):
        for other in printed[:place]:
            assert abs(one.x - other.x) >= 2.5 + 2.8 or abs(one.y - other.y) >= 18


@given(SERIES)
def test_lines_are_well_formed(drawn, series):
    """As XML, so as HTML."""
    assert ElementTree.fromstring(drawn(_lines(series))).tag == "section"


@pytest.mark.parametrize("highest", [1, 3, 4, 5, 9, 40, 99, 101, 2400, 999_999])
def test_the_grid_has_few_round_lines_and_reaches_the_highest(highest):
    """One to four steps above nought."""
    levels = [_number(level.text) for level in _columns({2025: highest}).levels]
    steps = {after - before for before, after in pairwise(levels)}
    assert 2 <= len(levels) <= 5
    assert levels[0] == 0
    assert levels[-1] >= highest
    assert len(steps) == 1
    assert str(steps.pop()).rstrip("0") in ("1", "2", "5")


@pytest.mark.parametrize("last", [2020, 2021, 2026, 2040, 2080, 2120])
def test_few_years_are_printed_under_the_axis(last):
    """As many as a phone has room for."""
    years = [label.text for label in _columns({2020: 1, last: 1}).years]
    assert 1 <= len(years) <= 7


def test_a_single_year_stands_in_the_middle():
    """There is no way along which it could lie."""
    chart = _columns({2025: 3})
    assert chart.points[0].x == pytest.approx(chart.left + chart.span / 2)
    assert chart.description == "Năm 2025: 3 lần."


def test_the_description_of_lines_names_every_series_with_sum_and_peak():
    """And the sum of all."""
    chart = _lines({"Cá nhân": {2024: 4, 2025: 1200}, "Tập thể": {2024: 30}, "Hộ gia đình": {}})
    assert chart.description == (
        "Tổng cộng từ 2024 đến 2025: 1.234 lượt. Cá nhân: 1.204 lượt, cao nhất năm 2025 (1.200). "
        "Tập thể: 30 lượt, cao nhất năm 2024 (30). Hộ gia đình: 0 lượt."
    )


@pytest.mark.parametrize("chart", [_columns({}), _columns({2025: 0}), _lines({}), _lines({"Cá nhân": {}})])
def test_years_without_anything_are_a_sentence(drawn, chart):
    """No empty frame."""
    text = drawn(chart)
    assert NO_DATA in text
    assert "<svg" not in text
