"""Figures of the site, of campaigns, years and places: they add up, and they agree with the lists they count."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bangvang.demo import write_demo
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.catalogue import other_targets
from bangvang.pages.charts import Chart
from bangvang.pages.figures import FEWEST, SITE, Figures, figures, told_apart
from bangvang.pages.membership import CAMPAIGN, PLACE, YEAR, headings, listed, members, place_lines, valid_honours
from bangvang.pages.reading import Reading
from bangvang.pages.statistics import figures_brief, figures_page, statistics_page
from bangvang.registry import GivenHonour, build_registry, counted
from bangvang.vietnamese import parse_number

Build = Callable[..., Any]
ROOT = Path(__file__).parents[2]
DAY = datetime.date(2026, 11, 21)
LISTS = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "vocabulary/awards.yml": (
        "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 9}\n"
    ),
    "vocabulary/places.yml": (
        "- {id: tinh-nghe-an, name: Tỉnh Nghệ An, type: province}\n"
        "- {id: xa-a, name: Xã A, type: commune, parent: tinh-nghe-an, from: 2025-07-01}\n"
        "- {id: xa-b, name: Xã B, type: commune, parent: tinh-nghe-an, to: 2025-06-30,"
        " became: [{id: xa-a, how: whole, date: 2025-07-01}]}\n"
        "- {id: thon-a, name: Thôn A, type: village, parent: xa-a}\n"
    ),
    "campaigns/thi-dua.yml": "name: Thi đua\ntype: annual\nlevel: commune\n",
}
WHOLE = {
    "theo-thang",
    "doi-tuong",
    "theo-nam",
    "danh-hieu",
    "cap-khen",
    "linh-vuc",
    "ai-duoc-tang",
    "ban-do",
    "dia-phuong",
}
"""Charts in which every honour has a place."""
OF_INDIVIDUALS = {"thanh-phan", "gioi-tinh"}


def _decision(*rows: str, year: int = 2026) -> str:
    told = "".join(f"  - {{kind: individual, name: Tên, {row}}}\n" for row in rows)
    return f"date: {year}-03-04\ntitle: Khen\nissuer: ubnd\naward: gk\ncampaign: thi-dua\nrecipients:\n{told}"


@pytest.fixture(scope="module", params=["small-site", "data", "demo"])
def answers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """The small site, the data that ships, and a demonstration."""
    root = {"small-site": ROOT / "tests/data/small-site", "data": ROOT}.get(request.param)
    if root is None:
        root = tmp_path_factory.mktemp("demo")
        write_demo(300, root)
    return Answers(build_registry(load_project(root), DAY))


def _honours(answers: Answers, dimension: str, key: str) -> Iterator[tuple[str, GivenHonour]]:
    """What the people on a list were given that puts them there, told by the lists alone."""
    everybody = answers.ask(listed) if dimension == SITE else answers.ask(members, dimension, key)
    for id in everybody:
        for honour in valid_honours(answers, id):
            if dimension == SITE or key in _keys(answers, dimension, id, honour):
                yield id, honour


def _keys(answers: Answers, dimension: str, id: str, honour: GivenHonour) -> tuple[str, ...]:
    if dimension == YEAR:
        return (str(honour.date.year),) if honour.date else ()
    if dimension == CAMPAIGN:
        return (honour.campaign,) if honour.campaign else ()
    place = honour.subject.place or answers.registry.laureates[id].place
    return answers.ask(place_lines, place) if place else ()


def _scopes(answers: Answers) -> Iterator[tuple[str, str]]:
    yield SITE, ""
    for dimension in (YEAR, CAMPAIGN, PLACE):
        for key, _ in answers.ask(headings, dimension):
            yield dimension, key


def test_figures_agree_with_the_lists_they_count(answers: Answers) -> None:
    """As many honours and as many people as the list's members were given, wherever the figures are told."""
    for dimension, key in _scopes(answers):
        given = list(_honours(answers, dimension, key))
        counts = [pair for pair in given if counted(answers.registry, [pair[1]]).honours]
        found = answers.ask(figures, dimension, key)
        assert found.counted == len(counted(answers.registry, [honour for _, honour in given]).honours), key
        assert found.people == len({id for id, _ in counts}), key
        assert found.receipts == len(counts), key


def test_every_chart_adds_up(answers: Answers) -> None:
    """Rows make the foot, and the foot is all that was counted, or all individuals; unknowns are rows."""
    reading = Reading(answers)
    pages = [(SITE, "", statistics_page(reading))]
    pages += [
        (dimension, key, figures_page(reading, dimension, key))
        for dimension in (YEAR, CAMPAIGN, PLACE)
        for key in answers.ask(told_apart, dimension)
    ]
    for dimension, key, page in pages:
        found = answers.ask(figures, dimension, key)
        for chart in page.charts:
            assert _last(chart.foot or chart.rows[-1].cells) == _expected(chart, found), (key, chart.id)
            if chart.foot and chart.id not in ("tap-trung", "dien-dia-ban", "nhan-rong"):
                assert sum(_last(row.cells) for row in chart.rows) == _last(chart.foot), (key, chart.id)


def _last(cells: tuple[str, ...]) -> int:
    return int(parse_number(next(cell for cell in reversed(cells) if cell and not cell.endswith("%")).split()[0]))


def _expected(chart: Chart, found: Figures) -> int:
    if chart.id in WHOLE or chart.id == "dien-dia-ban":
        return found.counted
    if chart.id in OF_INDIVIDUALS:
        return found.kinds.known.get("individual", 0)
    if chart.id == "tap-trung":
        return found.receipts
    return _last(chart.foot or chart.rows[-1].cells)


def test_shares_have_all_their_parts(answers: Answers) -> None:
    """Direct workers, others and unknowns are all individuals; classes of area leave nobody out."""
    for dimension, key in _scopes(answers):
        found = answers.ask(figures, dimension, key)
        _, denominator, unknown = found.direct
        assert denominator + unknown == found.kinds.known.get("individual", 0)
        assert max(found.areas.known.values(), default=0) <= found.in_areas <= sum(found.areas.known.values())
        assert found.in_areas + found.areas.unknown <= found.counted


def test_an_honour_counts_where_the_place_was_and_where_it_went(project_of: Build) -> None:
    """The commune that was dissolved, the one that it became, and their province."""
    answers = project_of({**LISTS, "decisions/2024/q.yml": _decision("id: k7m2qa, place: xa-b", year=2024)}).answers
    counts = {place: answers.ask(figures, PLACE, place).counted for place in ("xa-b", "xa-a", "tinh-nghe-an", "thon-a")}
    assert counts == {"xa-b": 1, "xa-a": 1, "tinh-nghe-an": 1, "thon-a": 0}


def test_the_figures_of_a_place_go_by_what_lies_below_it(project_of: Build) -> None:
    """What became part of it keeps its name; what is told of the place itself lies nowhere below."""
    rows = (
        "id: k7m2qa, place: xa-b",
        "id: k7m2qb, place: thon-a",
        "id: k7m2qc, place: xa-a",
        "id: k7m2qd, place: thon-a",
    )
    answers = project_of({**LISTS, "decisions/2024/q.yml": _decision(*rows)}).answers
    commune = answers.ask(figures, PLACE, "xa-a").places
    assert (commune.known, commune.unknown) == ({"thon-a": 2, "xa-b": 1}, 1)
    assert answers.ask(figures, PLACE, "tinh-nghe-an").places.known == {"xa-a": 3, "xa-b": 1}
    assert answers.ask(figures, YEAR, "2026").places.known == {"xa-a": 3, "xa-b": 1}


def test_in_several_provinces_figures_go_by_province(project_of: Build) -> None:
    """Then there is a map; in one province alone its parts say more, as in a site of that province."""
    places = LISTS["vocabulary/places.yml"] + "- {id: tinh-lai-chau, name: Tỉnh Lai Châu, type: province}\n"
    rows = ("id: k7m2qa, place: xa-b", "id: k7m2qb, place: thon-a", "id: k7m2qc, place: tinh-lai-chau")
    one = project_of({**LISTS, "decisions/2024/q.yml": _decision(*rows[:2])})
    assert [chart.title for chart in one.page(statistics_page).charts if chart.id in ("ban-do", "dia-phuong")] == [
        "Theo địa phương"
    ]
    several = project_of({**LISTS, "vocabulary/places.yml": places, "decisions/2024/q.yml": _decision(*rows)})
    assert several.answers.ask(figures, SITE, "").places.known == {"tinh-nghe-an": 2, "tinh-lai-chau": 1}
    assert "ban-do" in [chart.id for chart in several.page(statistics_page).charts]


def test_the_figures_of_a_year_go_by_month(project_of: Build) -> None:
    """In the order of the year; a day that is only a year is in none."""
    files = {
        f"decisions/2026/q{month}.yml": _decision(f"id: {_id(month)}").replace("2026-03-04", f"2026-{month:02}-04")
        for month in (2, 10)
    }
    honours = "honours: [" + ", ".join(["{award: gk, date: 2026, authority: ubnd}"]) + "]\n"
    rows = [f"id: {_id(number)}" for number in (3, 4, 5)]
    project = project_of(
        {
            **LISTS,
            **files,
            "decisions/2026/r.yml": _decision(*rows),
            "honourees/to-a.yml": f"kind: collective\nname: A\n{honours}",
        }
    )
    chart = next(chart for chart in project.page(figures_page, YEAR, "2026").charts if chart.id == "theo-thang")
    assert [row.cells for row in chart.rows] == [
        ("Tháng 2", "1"),
        ("Tháng 3", "3"),
        ("Tháng 10", "1"),
        ("Chỉ ghi năm", "1"),
    ]


def test_concentration_tells_how_few_received_how_much(project_of: Build) -> None:
    """A tenth is rounded up; an award shared by two was received twice."""
    files = {f"decisions/2026/q{number}.yml": _decision("id: k7m2qa", f"id: {_id(number)}") for number in range(11)}
    found = project_of({**LISTS, **files}).answers.ask(figures, CAMPAIGN, "thi-dua")
    assert (found.counted, found.people, found.receipts, found.again) == (22, 12, 22, 1)
    assert found.held.known == {"1": 11, "11": 1}
    assert found.top == (2, 12)


def _id(number: int) -> str:
    return f"h4t8w{'abcdfghjkmn'[number]}"


def test_shared_awards_count_once_and_are_received_by_each(project_of: Build) -> None:
    """Also in the figures of the place that only one of them is from."""
    rows = ("id: k7m2qa, place: xa-a, shared_with: [k7m2qb]", "id: k7m2qb, place: xa-b, shared_with: [k7m2qa]")
    answers = project_of({**LISTS, "decisions/2026/q.yml": _decision(*rows)}).answers
    found = answers.ask(figures, SITE, "")
    assert (found.counted, found.people, found.receipts) == (1, 2, 2)
    assert answers.ask(figures, PLACE, "xa-b").counted == 1


def test_a_short_list_has_no_page_of_figures(project_of: Build) -> None:
    """From so many honours on it has, and the list's own page leads there."""
    rows = [f"id: {_id(number)}, place: xa-a" for number in range(FEWEST)]
    short = project_of({**LISTS, "decisions/2026/q.yml": _decision(*rows[1:])})
    assert not any("so-lieu" in target.url for target in other_targets(short.answers))
    assert figures_brief(Reading(short.answers), YEAR, "2026") is None
    long = project_of({**LISTS, "decisions/2026/q.yml": _decision(*rows)})
    urls = {target.url for target in other_targets(long.answers)}
    wanted = {
        f"{front}/so-lieu/"
        for front in ("phong-trao/thi-dua", "nam/2026", "dia-phuong/xa-a", "dia-phuong/tinh-nghe-an")
    }
    assert {url for url in urls if "so-lieu" in url} == wanted
    brief = figures_brief(Reading(long.answers), YEAR, "2026")
    assert brief is not None
    assert brief.more.url == "nam/2026/so-lieu/"


def test_a_place_that_is_no_more_is_told_apart_by_what_it_became(project_of: Build) -> None:
    """It has no page of figures of its own; that of the place of today has a row for it."""
    rows = [f"id: {_id(number)}, place: xa-b" for number in range(FEWEST)]
    rows.append("id: k7m2qa, place: thon-a")
    project = project_of({**LISTS, "decisions/2024/q.yml": _decision(*rows)})
    assert set(project.answers.ask(told_apart, PLACE)) == {"xa-a", "tinh-nghe-an"}
    chart = next(chart for chart in project.page(figures_page, PLACE, "xa-a").charts if chart.id == "dia-phuong")
    assert [(row.cells[1], row.href) for row in chart.rows] == [
        ("5", "dia-phuong/xa-b/"),
        ("1", "dia-phuong/thon-a/"),
    ]


def test_a_page_of_figures_names_its_list_and_counts_only_it(project_of: Build) -> None:
    """With the way back to the list."""
    rows = [f"id: {_id(number)}" for number in range(6)]
    project = project_of(
        {**LISTS, "decisions/2026/q.yml": _decision(*rows), "decisions/2025/r.yml": _decision("id: k7m2qa", year=2025)}
    )
    seen = project.seen(figures_page, YEAR, "2026")
    assert "Số liệu khen thưởng: Năm 2026" in seen.text
    assert "Tính từ 6 lần khen thưởng" in seen.text
    assert seen.links["Năm 2026"] == "nam/2026/"
    assert "Số lần khen thưởng theo năm" not in seen.text
    assert "Tính từ 7 lần khen thưởng" in project.seen(figures_page, CAMPAIGN, "thi-dua").text


def test_every_chart_leads_to_its_files(project_of: Build) -> None:
    """Both stand beside the page."""
    project = project_of({**LISTS, "decisions/2026/q.yml": _decision("id: k7m2qa")})
    page = project.page(statistics_page)
    body = project.body(page)
    assert page.charts
    for chart in page.charts:
        assert f'thong-ke/{chart.id}.csv" download' in body
        assert f'thong-ke/{chart.id}.svg" download' in body


def test_nobody_is_named_in_figures(answers: Answers) -> None:
    """Neither in the table of how few received how much nor anywhere else."""
    reading = Reading(answers)
    told = repr([(chart.rows, chart.note, chart.description) for chart in statistics_page(reading).charts])
    people = [one.name for one in answers.registry.laureates.values() if one.kind.value == "individual"]
    assert [name for name in people if len(name) > 8 and name in told] == []
