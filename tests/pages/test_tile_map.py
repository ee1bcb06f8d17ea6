"""The tile map: every province once, both archipelagos always, the same numbers in tiles and table."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.pages.addresses import ROOT
from bangvang.pages.charts import NO_DATA
from bangvang.pages.provinces import ARCHIPELAGOS, PROVINCES
from bangvang.pages.rendering import Renderer
from bangvang.pages.tile_map import class_bounds, class_of, tile_map

GOLDEN = Path(__file__).parent / "golden"
IDS = [id for province in PROVINCES for id in province.ids]
VALUES = st.dictionaries(st.sampled_from([*IDS, "tinh-mau", "xa-mau"]), st.integers(0, 5000), max_size=30)


@pytest.fixture(scope="module")
def drawn():
    """Renders a map as it will stand in a page."""
    renderer = Renderer()
    return lambda chart: renderer.piece(chart.template, chart=chart).replace(ROOT, "../")


def _map(values, **options):
    return tile_map("que", "Quê quán", ("Tỉnh, thành phố", "Số gương"), values, unit="gương", **options)


def _number(text):
    return int(text.replace(".", ""))


def test_a_map_is_drawn_as_agreed(drawn):
    """Tiles, sea, legend, the sentence on the classes, the table."""
    chart = _map(
        {"tinh-nghe-an": 12, "thanh-pho-da-nang-2025": 3, "tinh-ca-mau-2025": 1, "tinh-mau": 2},
        hrefs={"tinh-nghe-an": "noi/tinh-nghe-an/"},
        unknown=4,
        note="Theo nơi hiện nay.",
    )
    assert drawn(chart) == (GOLDEN / "tiles.html").read_text(encoding="utf-8")


@given(VALUES)
def test_every_province_and_both_archipelagos_have_one_tile(values):
    """Whatever is counted."""
    names = [tile.name for tile in _map(values).tiles]
    assert sorted(names) == sorted(part.name for part in (*PROVINCES, *ARCHIPELAGOS))


def test_tiles_neither_overlap_nor_leave_the_drawing():
    """Nor do the names below the archipelagos."""
    chart = _map({"tinh-nghe-an": 1})
    for place, one in enumerate(chart.tiles):
        assert 0 <= one.x <= chart.width - chart.tile_width
        assert 0 <= one.y <= chart.height - chart.tile_height
        for other in chart.tiles[:place]:
            assert abs(one.x - other.x) >= chart.tile_width or abs(one.y - other.y) >= chart.tile_height
        assert all(one.y < line.y < one.y + chart.tile_height for line in one.lines)


@given(VALUES, st.integers(0, 99))
def test_the_table_adds_up_to_the_input(values, unknown):
    """No count is lost, wherever it belongs."""
    chart = _map(values, unknown=unknown)
    total = sum(values.values()) + unknown
    assert sum(_number(row.cells[1]) for row in chart.rows) == _number(chart.foot[1]) == total


@given(VALUES, st.integers(0, 99))
def test_the_file_has_a_row_for_every_province(values, unknown):
    """So that it can be joined to a map; it adds up as the table does."""
    chart = _map(values, unknown=unknown)
    names = [row.cells[0] for row in chart.file_rows]
    assert {province.name for province in PROVINCES} <= set(names)
    assert len(names) == len(set(names))
    assert sum(_number(row.cells[1]) for row in chart.file_rows) == _number(chart.foot[1])


@given(VALUES)
def test_tile_and_table_show_the_same_number(values):
    """And a province without a number is named among the others."""
    chart = _map(values)
    rows = {row.cells[0]: row.cells[1] for row in chart.rows}
    others = next((name.split(": ")[1].split(", ") for name in rows if "tỉnh, thành phố" in name), [])
    for tile in chart.tiles:
        if tile.seat is None:
            assert (tile.number is None) == (tile.name in others)
            assert tile.number is None or rows[tile.name] == tile.number.text


@given(VALUES)
def test_the_archipelagos_are_coloured_and_named_with_their_provinces(values):
    """They belong to Đà Nẵng and Khánh Hòa, and the map says so."""
    tiles = {tile.name: tile for tile in _map(values).tiles}
    for zone in ARCHIPELAGOS:
        assert tiles[zone.name].tone == tiles[zone.province].tone
        assert tiles[zone.name].seat.text == f"({zone.province})"
        assert f"đặc khu thuộc {zone.province}" in tiles[zone.name].title


def test_a_special_zone_and_a_former_id_count_for_the_province():
    """A province that became a city is one tile."""
    chart = _map({"dac-khu-truong-sa-khanh-hoa-2025": 2, "tinh-dong-nai-2025": 3, "thanh-pho-dong-nai-2026": 4})
    numbers = {tile.name: tile.number.text for tile in chart.tiles if tile.number}
    assert numbers == {"Khánh Hòa": "2", "Đồng Nai": "7"}


@given(st.lists(st.integers(0, 300), max_size=34))
def test_classes_are_distinct_and_none_is_empty(counts):
    """At most three above nought, each with somebody in it."""
    bounds = class_bounds(counts)
    assert len(bounds) == min(3, len(set(counts) - {0}))
    assert all(low < high for low, high in pairwise(bounds))
    assert {class_of(count, bounds) for count in counts if count} == set(range(1, len(bounds) + 1))
    assert all((class_of(count, bounds) == 0) == (count == 0) for count in counts)


@pytest.mark.parametrize(
    ("counts", "bounds"),
    [
        ([0, 0], ()),
        ([3, 0], (3,)),
        ([1, 2, 3], (1, 2, 3)),
        ([1, 1, 1, 1, 1, 1, 2, 3, 40], (1, 2, 40)),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9], (3, 6, 9)),
    ],
)
def test_classes_hold_about_as_many_provinces_each(counts, bounds):
    """One great number does not swallow the rest of the colours."""
    assert class_bounds(counts) == bounds


@given(VALUES)
def test_the_legend_has_a_range_for_every_class_and_no_gap(values):
    """Every number from one to the highest belongs to one class."""
    ranges = [key.text for key in _map(values).keys[1:]]
    ends = [[_number(end) for end in re.split("–", text)] for text in ranges]
    assert all(after[0] == before[-1] + 1 for before, after in pairwise(ends))
    assert not ends or ends[0][0] == 1


def test_tiles_lead_to_the_pages_that_are_given(drawn):
    """The others are no links, but still named."""
    text = drawn(_map({"tinh-nghe-an": 1}, hrefs={"tinh-nghe-an": "noi/a/", "tinh-lai-chau": "noi/b/"}))
    links = [element for element in ElementTree.fromstring(text).iter("a") if element.get("aria-label")]
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("../noi/b/", "Lai Châu: 0 gương"),
        ("../noi/a/", "Nghệ An: 1 gương"),
    ]


@given(VALUES)
def test_a_map_is_well_formed(drawn, values):
    """As XML, so as HTML."""
    assert ElementTree.fromstring(drawn(_map(values))).tag == "section"


def test_names_in_tiles_are_whole():
    """No abbreviation: the words of the tile are the name."""
    for tile in _map({}).tiles:
        assert " ".join(line.text for line in tile.lines) == tile.name


def test_nothing_counted_is_a_sentence(drawn):
    """No map in one colour."""
    text = drawn(_map({}))
    assert NO_DATA in text
    assert "<svg" not in text
