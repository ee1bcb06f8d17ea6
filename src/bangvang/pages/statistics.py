"""The statistics page, and the figures of a campaign, a year or a place: charts with tables, each to be taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bangvang.pages import figure_charts as charts
from bangvang.pages.adoptions import spread_map, spread_tree
from bangvang.pages.answers import Answers
from bangvang.pages.charts import Chart
from bangvang.pages.figures import SITE, Figures, figures, is_told_apart, on_the_map, told_apart
from bangvang.pages.json_ld import dataset, organization
from bangvang.pages.membership import CAMPAIGN, PLACE, YEAR
from bangvang.pages.outcomes import outcome_chart
from bangvang.pages.page import Link, Page, Target
from bangvang.pages.places import dated_name
from bangvang.pages.reading import Reading, name_of
from bangvang.pages.year_charts import YearChart
from bangvang.registry import lists_indexed
from bangvang.registry.statistics import UNSEEN
from bangvang.vietnamese import format_number

TAB = "thong-ke"
FOLDER = "so-lieu/"
_FRONTS = {
    CAMPAIGN: Link("Phong trào", "phong-trao/"),
    YEAR: Link("Theo năm", "nam/"),
    PLACE: Link("Địa phương", "dia-phuong/"),
}
_TABS = {CAMPAIGN: "phong-trao", YEAR: "guong", PLACE: "guong"}
_CARD, _LINE, _LINE_LETTERS = 230, 22, 60
"""About how high a chart's card is without its drawing and note, and a line of the note."""
_TOLD_ANYHOW = ("truc-tiep", "tap-trung", "dien-dia-ban")
DIMENSIONS = tuple(_FRONTS)
"""What has figures of its own, list by list."""


class Brief(NamedTuple):
    """A list's figures in a few numbers, and where its charts are."""

    facts: tuple[tuple[str, str], ...]
    sub: str
    more: Link


def statistics_page(reading: Reading) -> Page:
    """The figures of the whole site."""
    found = reading.ask(figures, SITE, "")
    drawn = charts.shown(
        (
            charts.year_columns(found),
            charts.year_lines(found),
            charts.field_bars(reading, found),
            charts.kind_bars(found),
            charts.award_bars(found),
            *_common(reading, found),
            _where(reading, SITE, found),
            outcome_chart(reading, SITE, ""),
            spread_tree(reading),
            spread_map(reading, ""),
        )
    )
    return _page(reading, "thong-ke/", "Thống kê", found, drawn, TAB)


def figures_page(reading: Reading, dimension: str, key: str) -> Page:
    """The figures of one list; what all its honours have in common needs no chart."""
    found = reading.ask(figures, dimension, key)
    compared = (
        charts.month_bars(found) if dimension == YEAR else charts.year_columns(found),
        charts.field_bars(reading, found),
        *_common(reading, found),
        _where(reading, dimension, found),
    )
    drawn = charts.shown(
        (
            *(chart for chart in compared if chart is None or len(chart.rows) > 1 or chart.id in _TOLD_ANYHOW),
            outcome_chart(reading, dimension, key) if dimension != YEAR else None,
        )
    )
    name = _name(reading, dimension, key)
    front = _FRONTS[dimension]
    return _page(
        reading,
        f"{front.url}{key}/{FOLDER}",
        f"Số liệu khen thưởng: {name}",
        found,
        drawn,
        _TABS[dimension],
        crumbs=(front, Link(name, f"{front.url}{key}/")),
    )


def figures_brief(reading: Reading, dimension: str, key: str) -> Brief | None:
    """What the list's own page tells of its figures; None where they have no page."""
    if not reading.ask(is_told_apart, dimension, key):
        return None
    more = Link("Xem biểu đồ, tải số liệu", f"{_FRONTS[dimension].url}{key}/{FOLDER}")
    sub = "Theo địa phương ghi lúc được khen." if dimension == PLACE else ""
    return Brief(charts.key_facts(reading.ask(figures, dimension, key)), sub, more)


def figures_targets(answers: Answers) -> list[Target]:
    """A page of figures for every list that is long enough."""
    return [
        Target(f"{_FRONTS[dimension].url}{key}/{FOLDER}", "figures", (dimension, key))
        for dimension in DIMENSIONS
        for key in answers.ask(told_apart, dimension)
        if dimension == YEAR or answers.registry.exists(dimension, key)
    ]


def _common(reading: Reading, found: Figures) -> Sequence[Chart | None]:
    return (
        charts.level_bars(found),
        charts.award_stacks(found),
        charts.direct_workers(reading, found),
        charts.occupation_bars(found),
        charts.sex_bars(found),
        charts.concentration(found),
        charts.area_bars(found),
    )


def _where(reading: Reading, dimension: str, found: Figures) -> Chart:
    if dimension in (SITE, YEAR) and on_the_map(found.places):
        return charts.province_map(found)
    if dimension == PLACE:
        return charts.place_bars(reading, found, "Theo nơi bên dưới", "Không ghi rõ nơi bên dưới")
    return charts.place_bars(reading, found, "Theo địa phương", "Chưa rõ địa phương")


def _name(reading: Reading, dimension: str, key: str) -> str:
    if dimension == YEAR:
        return f"Năm {key}"
    if dimension == PLACE:
        return dated_name(reading, key)
    record = reading.part(dimension, key)
    return name_of(record) if record else key


def _page(
    reading: Reading,
    url: str,
    title: str,
    found: Figures,
    drawn: Sequence[Chart],
    tab: str,
    crumbs: tuple[Link, ...] = (),
) -> Page:
    # What is not yet public is not even told to have been left out.
    excluded = [(reason, count) for reason, count in found.excluded.by_size if reason != UNSEEN]
    return Page(
        url=url,
        tab=tab,
        title=title,
        description=f"{title}: {format_number(found.counted)} lần khen thưởng, {len(drawn)} biểu đồ có bảng số, "
        "tải được CSV và SVG.",
        template="pages/statistics.html",
        context={
            "facts": charts.key_facts(found),
            "counted": found.counted,
            "excluded": excluded,
            **_laid_out(drawn),
            "chart_files": url,
            "below": bool(crumbs),
        },
        crumbs=crumbs,
        image="statistics",
        indexed=lists_indexed(reading.site),
        data=_data(reading, url, title),
        charts=tuple(drawn),
    )


def _laid_out(drawn: Sequence[Chart]) -> dict[str, list[Chart]]:
    """Along the years at the top, maps and trees at the end, all others in two columns of like height."""
    left, right = _columns([chart for chart in drawn if not chart.wide])
    wide = [chart for chart in drawn if chart.wide]
    return {
        "top": [chart for chart in wide if isinstance(chart, YearChart)],
        "left": left,
        "right": right,
        "bottom": [chart for chart in wide if not isinstance(chart, YearChart)],
    }


def _columns(drawn: Sequence[Chart]) -> tuple[list[Chart], list[Chart]]:
    """Two columns of like height, in each of which the order is kept."""
    heights = [chart.height + _CARD + _LINE * (len(chart.note) // _LINE_LETTERS) for chart in drawn]
    left: set[int] = set()
    ahead = 0
    for place in sorted(range(len(drawn)), key=lambda place: -heights[place]):
        if ahead <= 0:
            left.add(place)
        ahead += heights[place] if place in left else -heights[place]
    columns = (
        [chart for place, chart in enumerate(drawn) if place in left],
        [chart for place, chart in enumerate(drawn) if place not in left],
    )
    return columns if 0 in left else columns[::-1]


def _data(reading: Reading, url: str, title: str) -> tuple[Mapping[str, object], ...]:
    site = reading.site
    if site is None:
        return ()
    about = "Số lần khen thưởng theo năm, đối tượng, danh hiệu, lĩnh vực, địa phương."
    licence = site.licence.url if site.licence else None
    owner = organization(site.owner.name)
    return (dataset(f"{title} – {site.name}", about, url=f"{site.address}{url}", licence=licence, creator=owner),)
