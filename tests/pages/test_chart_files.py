"""Charts to take away: tables that no spreadsheet mistakes, drawings that need nothing beside them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.assets import FOLDER
from bangvang.pages.chart_files import chart_csv, chart_files, chart_svg
from bangvang.pages.charts import Bar, Chart, Goal, Row, Stack, Unknown, bar_chart, stacked_bars
from bangvang.pages.tile_map import tile_map
from bangvang.pages.tree_chart import Branch, Leaf, tree_chart
from bangvang.pages.year_charts import column_chart, line_chart

GOLDEN = Path(__file__).parent / "golden"
ABOUT = "Số liệu khen thưởng: Xã Mẫu"
SOURCE = "Nguồn: Bảng Vàng thử, https://thu.example/thong-ke/"
LABELS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60)
CHARTS: Mapping[str, Chart] = {
    chart.id: chart
    for chart in (
        bar_chart(
            "cot",
            "Theo lĩnh vực & nghề",
            ("Lĩnh vực", "Số lần"),
            [Bar("Y tế <công>", 1200, href="linh-vuc/y-te/"), Bar("Mỏ than", 300, marked=True)],
            unit="lần",
            unknown=Unknown("Chưa ghi lĩnh vực", 5),
        ),
        bar_chart(
            "muc",
            "Tỷ lệ",
            ("Nhóm", "Tỷ lệ"),
            [Bar("Trực tiếp", 25, "25%")],
            top=100,
            goal=Goal(30, "Mức 30%", "Trên mức 30%", "Chưa trên mức 30%"),
        ),
        stacked_bars(
            "chong",
            "Ai được tặng",
            ("Loại", "Cá nhân", "Tập thể"),
            [Stack("Giấy khen", (30, 10), "danh-hieu/"), Stack("Cờ", (0, 5))],
            unit="lần",
        ),
        column_chart("nam", "Theo năm", ("Năm", "Số lần"), {2020: 3, 2022: 1500}, unit="lần"),
        line_chart(
            "duong", "Diễn biến", "Năm", {"Cá nhân": {2020: 3, 2021: 4, 2022: 9}, "Tập thể": {2021: 2}}, unit="lần"
        ),
        tile_map(
            "o",
            "Bản đồ",
            ("Tỉnh", "Số lần"),
            {"tinh-nghe-an": 12, "tinh-ca-mau-2025": 1},
            unit="lần",
            hrefs={"tinh-nghe-an": "dia-phuong/tinh-nghe-an/"},
        ),
        tree_chart(
            "cay",
            "Nhân rộng",
            "Bắt đầu: năm 2019, xã Mẫu",
            [Branch("Năm 2020", (Leaf("Thôn Một"), Leaf("Tổ tự quản", 3, "mo-hinh/to-tu-quan/")))],
            columns=("Năm", "Nơi", "Số nơi"),
            rows=[Row(("Năm 2020", "Thôn Một", "1")), Row(("Năm 2020", "Tổ tự quản", "3"))],
            foot=("Tổng cộng", "", "4"),
            unit="nơi",
        ),
    )
}


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_is_written_as_agreed() -> None:
    """The encoding's mark first, lines as Windows ends them, the whole table with its foot."""
    written = chart_csv(CHARTS["cot"]).decode()
    lines = (GOLDEN / "bars.csv").read_text(encoding="utf-8").splitlines()
    assert written == "".join(f"{line}\r\n" for line in lines)


@pytest.mark.parametrize(("id", "name"), [("cot", "bars.svg"), ("cay", "tree.svg")])
def test_a_drawing_is_written_as_agreed(id: str, name: str) -> None:
    """Title, drawing, source."""
    assert chart_svg(CHARTS[id], ABOUT, SOURCE).decode() == (GOLDEN / name).read_text(encoding="utf-8")


@given(st.lists(LABELS, min_size=1, max_size=6), st.sampled_from("=+-@\t\r"))
def test_no_cell_is_taken_for_a_formula(labels: list[str], sign: str) -> None:
    """And every label comes back as it was, but for the mark that disarms it."""
    told = [f"{sign}{label}" if place % 2 else label for place, label in enumerate(labels)]
    rows = _rows(chart_csv(bar_chart("x", "x", ("Mục", "Số"), [Bar(label, 1) for label in told], unit="lần")))
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert [row[0].removeprefix("'") for row in rows[1 : len(told) + 1]] == [label.removeprefix("'") for label in told]


def test_numbers_lose_their_dots_and_nothing_else() -> None:
    """So that 1.234 is not read as one and a bit, wherever the table is opened."""
    bars = [Bar("1.234", 1234), Bar("Tỷ lệ", 12, cells=("12,5%",)), Bar("Lớn", 1234567)]
    rows = _rows(chart_csv(bar_chart("x", "x", ("Mục", "Số"), bars, unit="lần")))
    assert rows[1:4] == [["1.234", "1234"], ["Tỷ lệ", "12,5%"], ["Lớn", "1234567"]]


@pytest.mark.parametrize("id", CHARTS)
def test_a_drawing_stands_alone(id: str) -> None:
    """It parses, and has neither classes nor styles nor links nor anything from elsewhere; its words are all there."""
    data = chart_svg(CHARTS[id], ABOUT, SOURCE)
    root = ElementTree.fromstring(data)
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in ("a", "style", "script", "image", "use", "foreignObject")
        assert not {"class", "style", "href"} & set(element.attrib)
    assert b"url(" not in data
    assert "\x01" not in data.decode()
    said = "".join(root.itertext())
    for words in (CHARTS[id].title, CHARTS[id].description, *(key.text for key in CHARTS[id].keys)):
        assert words in said
    assert ABOUT in said
    assert SOURCE in said


@pytest.mark.parametrize("id", CHARTS)
def test_the_colours_of_a_drawing_are_those_of_the_site(id: str) -> None:
    """Every one is a token of the style sheet, or white."""
    tokens = set(re.findall(r"#[0-9a-f]{3,6}\b", (FOLDER / "site.css").read_text(encoding="utf-8")))
    assert set(re.findall(r'"(#[0-9a-f]+)"', chart_svg(CHARTS[id], ABOUT, SOURCE).decode())) <= tokens


@pytest.mark.parametrize("id", CHARTS)
def test_everything_drawn_has_a_colour_or_none_on_purpose(id: str) -> None:
    """No shape is left to the black that a missing style means."""
    root = ElementTree.fromstring(chart_svg(CHARTS[id], ABOUT, SOURCE))
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in root.iter():
        if element.tag.rpartition("}")[2] in ("rect", "path", "circle", "polyline", "text"):
            line = [element]
            while line[-1] in parents:
                line.append(parents[line[-1]])
            assert any("fill" in node.attrib for node in line), ElementTree.tostring(element)
        if element.tag.endswith("}line"):
            assert "stroke" in element.attrib


def test_every_chart_has_two_files() -> None:
    """Named after it."""
    assert [name for name, _ in chart_files([CHARTS["cot"], CHARTS["o"]], ABOUT, SOURCE)] == [
        "cot.csv",
        "cot.svg",
        "o.csv",
        "o.svg",
    ]


@given(LABELS, LABELS)
def test_any_words_make_a_drawing(label: str, note: str) -> None:
    """Whatever signs are in them."""
    chart = bar_chart("x", label, ("Mục", "Số"), [Bar(label, 1)], unit="lần", note=note)
    assert ElementTree.fromstring(chart_svg(chart, label, note)).tag.endswith("svg")
