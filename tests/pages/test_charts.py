"""Bars and stacked bars: nothing outside the drawing, nothing lost from the table, nothing left to colour alone."""

from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.pages.addresses import ROOT
from bangvang.pages.charts import LETTERS, NO_DATA, Bar, Goal, Stack, bar_chart, stacked_bars
from bangvang.pages.rendering import Renderer
from bangvang.vietnamese import format_number, format_percent

GOLDEN = Path(__file__).parent / "golden"
SERIES = ("Cá nhân", "Tập thể", "Hộ gia đình", "Địa phương", "Đơn vị", "Nhóm")
LABELS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=90)
COUNTS = st.integers(0, 10**7)
BARS = st.lists(
    st.tuples(LABELS, COUNTS, st.booleans()).map(lambda one: Bar(one[0], one[1], marked=one[2])), max_size=12
)
STACKS = st.integers(1, len(SERIES)).flatmap(
    lambda width: st.lists(st.builds(Stack, LABELS, st.tuples(*[COUNTS] * width)), min_size=1, max_size=8)
)


@pytest.fixture(scope="module")
def drawn():
    """Renders a chart as it will stand in a page, the way to the site's root made visible."""
    renderer = Renderer()
    return lambda chart, **context: renderer.piece(chart.template, chart=chart, **context).replace(ROOT, "../")


def _bars(bars, **options):
    return bar_chart("nganh", "Gương theo ngành", ("Ngành", "Số gương"), bars, unit="gương", **options)


def _stacked(stacks):
    names = SERIES[: len(stacks[0].values)] if stacks else SERIES[:2]
    return stacked_bars("cap", "Theo cấp", ("Cấp", *names), stacks, unit="lượt")


def _elements(text, name):
    return [element for element in ElementTree.fromstring(text).iter() if element.tag == name]


def _said(element):
    return "".join(element.itertext())


def test_bars_are_drawn_as_agreed(drawn):
    """The whole card: heading, drawing, table."""
    chart = _bars(
        [Bar("Y tế & giáo dục", 1200, href="linh-vuc/y-te/"), Bar("Mỏ than", 300, marked=True)], note="Tính đến nay."
    )
    assert drawn(chart) == (GOLDEN / "bars.html").read_text(encoding="utf-8")


def test_a_share_against_a_goal_is_drawn_as_agreed(drawn):
    """Goal as a mark on every bar, numerator and denominator in the table."""
    chart = bar_chart(
        "ty-le",
        "Tỷ lệ người trực tiếp lao động",
        ("Năm", "Trực tiếp", "Tất cả", "Tỷ lệ"),
        [
            Bar("2024", Decimal("33.3"), "2/6 người", cells=("2", "6", format_percent(Decimal("33.3")))),
            Bar("2025", Decimal(25), "1/4 người", cells=("1", "4", "25%")),
        ],
        top=100,
        goal=Goal(30, "Mức 30%", "Từ 30% trở lên", "Dưới 30%"),
        foot=("Cộng", "3", "10", "30%"),
    )
    assert drawn(chart) == (GOLDEN / "goal.html").read_text(encoding="utf-8")


def test_stacked_bars_are_drawn_as_agreed(drawn):
    """Parts end to end, named below in words."""
    chart = _stacked([Stack("Cấp tỉnh", (30, 10)), Stack("Cấp xã", (0, 5), "cap/xa/")])
    assert drawn(chart) == (GOLDEN / "stacked.html").read_text(encoding="utf-8")


@given(BARS)
def test_no_bar_leaves_the_drawing(bars):
    """Whatever the numbers and however long the labels."""
    chart = _bars(bars)
    bottom = 0
    for bar in chart.bars:
        assert 0 <= bar.width <= 100
        assert bottom <= bar.lines[0].y - 13
        assert all(line.y < bar.y for line in bar.lines)
        bottom = bar.y + chart.thickness
    assert bottom <= chart.height


@given(BARS)
def test_a_longer_bar_is_a_higher_number(bars):
    """Lengths keep the order of the numbers."""
    ordered = sorted(zip([bar.value for bar in bars], [bar.width for bar in _bars(bars).bars], strict=True))
    widths = [width for _, width in ordered]
    assert widths == sorted(widths)


@given(BARS)
def test_the_table_holds_every_number_of_the_bars(bars):
    """The sum of the table is the sum of the input, and stands below it."""
    chart = _bars(bars)
    assert [row.cells for row in chart.rows] == [(bar.label, format_number(bar.value)) for bar in bars]
    if len(bars) > 1:
        assert chart.foot == ("Tổng cộng", format_number(sum(bar.value for bar in bars)))


@given(BARS.filter(lambda bars: any(bar.value for bar in bars)))
def test_bars_are_well_formed_whatever_the_labels_hold(drawn, bars):
    """Labels are text, never markup, and the table has them whole."""
    heads = [_said(element) for element in _elements(drawn(_bars(bars)), "th") if element.get("scope") == "row"]
    assert heads[: len(bars)] == [bar.label for bar in bars]


@given(STACKS)
def test_no_part_of_a_stack_leaves_its_bar(stacks):
    """Parts stand end to end, and none is so thin that it cannot be seen."""
    chart = _stacked(stacks)
    bottom = 0
    for stack in chart.stacks:
        edge = 0.0
        for segment in stack.segments:
            assert segment.x == pytest.approx(edge, abs=0.011)
            assert segment.width >= 0
            edge = segment.x + segment.width
        assert edge <= 100.001
        assert bottom <= stack.lines[0].y - 13
        bottom = (
            max(stack.y + chart.thickness, *(line.y for line in stack.parts), 0)
            if stack.parts
            else stack.y + chart.thickness
        )
    assert bottom <= chart.height


@given(STACKS)
def test_the_table_of_a_stack_adds_up(stacks):
    """By row, by column and in all; also the series that the drawing puts together."""
    chart = _stacked(stacks)
    for stack, row in zip(stacks, chart.rows, strict=True):
        assert row.cells == (stack.label, *map(format_number, stack.values), format_number(sum(stack.values)))
    if len(stacks) > 1:
        columns = [sum(column) for column in zip(*(stack.values for stack in stacks), strict=True)]
        assert chart.foot == ("Tổng cộng", *map(format_number, [*columns, sum(columns)]))


@given(STACKS)
def test_a_stack_says_its_parts_in_words(stacks):
    """Nobody needs the colours: every part that is drawn is named with its number."""
    for stack, placed in zip(stacks, _stacked(stacks).stacks, strict=True):
        assert len(placed.segments) == len([part for line in placed.parts for part in line.text.split(" · ")])
        assert len(placed.segments) <= sum(value > 0 for value in stack.values)


def test_more_series_than_colours_are_drawn_as_one_and_listed_apart():
    """A fifth colour would tell nobody anything."""
    chart = _stacked([Stack("Cấp xã", (6, 5, 4, 3, 2, 1))])
    assert [key.text for key in chart.keys] == ["Cá nhân", "Tập thể", "Hộ gia đình", "Khác"]
    assert chart.stacks[0].segments[-1].text == "Khác: 6"
    assert chart.columns == ("Cấp", *SERIES, "Cộng")


def test_the_description_names_highest_lowest_and_total():
    """What a glance at the drawing tells, for those who cannot glance."""
    chart = _bars([Bar("Y tế", 5), Bar("Mỏ than", 1), Bar("Giáo dục", 1)])
    assert chart.description == (
        "Cao nhất: Y tế (5 gương). Thấp nhất: Mỏ than và Giáo dục (1 gương). Tổng cộng: 7 gương."
    )


def test_the_description_does_not_list_a_long_tie():
    """Two names and how many more."""
    chart = _bars([Bar("A", 9), *(Bar(name, 1) for name in "BCDE")])
    assert "Thấp nhất: B, C và 2 mục khác (1 gương)" in chart.description


def test_the_description_of_equal_numbers_names_no_highest():
    """There is none."""
    assert _bars([Bar("A", 3), Bar("B", 3)]).description.startswith("Tất cả 2 mục bằng nhau: 3 gương.")


@pytest.mark.parametrize("bars", [[], [Bar("Y tế", 0)]])
def test_without_data_there_is_a_sentence_and_no_frame(drawn, bars):
    """Nothing counted is said, not drawn."""
    text = drawn(_bars(bars))
    assert NO_DATA in text
    assert not _elements(text, "svg")
    assert not _elements(text, "table")


def test_a_share_of_nought_is_data(drawn):
    """Percentages are not added up: 0% of somebody is something to show."""
    chart = bar_chart("ty-le", "Tỷ lệ", ("Năm", "Tỷ lệ"), [Bar("2025", 0, "0/7 người, 0%")], top=100)
    assert "0/7 người, 0%" in drawn(chart)


def test_a_long_label_is_shortened_in_the_drawing_only(drawn):
    """Two lines beside the number; the table has it whole."""
    label = "Thanh niên xung phong và các lực lượng phục vụ trên tuyến đường Trường Sơn năm 1968"
    chart = _bars([Bar(label, 1)])
    lines = [line.text for line in chart.bars[0].lines]
    assert len(lines) == 2
    assert max(map(len, lines)) <= LETTERS
    assert lines[1].endswith("…")
    assert chart.rows[0].cells[0] == label


def test_a_marked_bar_is_marked_without_colour(drawn):
    """A sign stands before its label."""
    plain, marked = _bars([Bar("A", 1), Bar("B", 2, marked=True)]).bars
    assert (plain.lines[0].text, marked.lines[0].text) == ("A", "◆ B")
    assert plain.tone != marked.tone


def test_a_drawing_without_links_is_an_image_and_one_with_links_a_group(drawn):
    """An image's links could not be reached."""
    assert 'role="img"' in drawn(_bars([Bar("A", 1)]))
    linked = drawn(_bars([Bar("A", 1, href="a/")]))
    assert 'role="group"' in linked
    assert 'role="img"' not in linked


def test_title_and_description_are_named_in_the_drawing(drawn):
    """By the ids that the drawing refers to."""
    text = drawn(_bars([Bar("A", 1)]))
    drawing = next(element for element in _elements(text, "svg") if element.get("role"))
    named = {element.get("id"): element.text for element in drawing if element.tag in ("title", "desc")}
    assert drawing.get("aria-labelledby").split() == list(named)
    assert list(named.values()) == ["Gương theo ngành", "A: 1 gương."]


def test_colours_are_left_to_the_style_sheet(drawn):
    """Both palettes, print and forced colours work only then."""
    for chart in (_bars([Bar("A", 1), Bar("B", 2, marked=True)]), _stacked([Stack("X", (1, 2, 3, 4))])):
        for element in ElementTree.fromstring(drawn(chart)).iter():
            assert not {"style", "fill", "stroke", "color"} & set(element.attrib)


def test_the_heading_takes_its_place_in_the_page(drawn):
    """A chart inside a part of a page has a smaller heading."""
    assert '<h3 id="nganh-h">' in drawn(_bars([Bar("A", 1)]), chart_heading=3)
