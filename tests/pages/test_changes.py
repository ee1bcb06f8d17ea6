"""The page of changes: what each publication did, by the names that records bear today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from bangvang.pages.changes import (
    Change,
    Publication,
    changes_page,
    changes_year_page,
    hand_over_changes,
    publication_years,
)

DECISION = (
    "number: 15/QĐ-UBND\ndate: 2026-09-02\ntitle: Khen thưởng\nissuer: ubnd\nillustrative: true\nrecipients:\n"
    "  - {id: k7m2q9, kind: individual, name: Nguyễn Văn Mẫu, award_text: Giấy khen}\n"
)
WORLD = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban nhân dân xã Mẫu}\n",
    "decisions/2026/qd-15.yml": DECISION,
    "practices/tu-sach.yml": "name: Tủ sách đầu ngõ\nkind: model\nillustrative: true\n",
}
FIRST = Publication(
    date(2025, 11, 21),
    (
        Change("added", "honouree", "/guong/k7m2q9/"),
        Change("added", "decision", "/quyet-dinh/qd-15/"),
        Change("added", "list", "/guong/", "Gương sáng"),
    ),
)
Build = Callable[..., Any]


def project(project_of: Build, *log: Publication, **changed: str) -> Any:
    """A small world with a change log; `changed` are files of practices by id."""
    built = project_of(WORLD | {f"practices/{id.replace('_', '-')}.yml": text for id, text in changed.items()})
    hand_over_changes(built.answers, log)
    return built


def later(*changes: Change, day: date = date(2026, 11, 21)) -> Publication:
    """A publication after the first."""
    return Publication(day, changes)


def test_before_the_first_publication_the_page_says_so(project_of: Build) -> None:
    """It is there, and it is not empty."""
    built = project(project_of)
    page = built.page(changes_page)
    assert page.url == "nhat-ky/"
    assert page.updated is None
    assert "Chưa có lần công bố nào" in built.seen(changes_page).text


def test_the_first_publication_is_told_in_numbers(project_of: Build) -> None:
    """It brought everything; lists follow their records and are not counted."""
    text = project(project_of, FIRST).seen(changes_page).text
    assert "Công bố lần đầu: 1 gương, 1 quyết định khen thưởng." in text
    assert "Nguyễn Văn Mẫu" not in text


def test_the_newest_publication_stands_first(project_of: Build) -> None:
    """And gives the page its day."""
    built = project(project_of, FIRST, later(Change("changed", "honouree", "/guong/k7m2q9/")))
    text = built.seen(changes_page).text
    assert text.index("21/11/2026") < text.index("21/11/2025")
    assert built.page(changes_page).updated == date(2026, 11, 21)


def test_records_go_by_the_name_they_bear_today(project_of: Build) -> None:
    """With a link to where they stand."""
    log = later(
        Change("changed", "honouree", "/guong/k7m2q9/"),
        Change("changed", "practice", "/mo-hinh/tu-sach/", "Tên cũ"),
        Change("changed", "page", "/gioi-thieu/", "Giới thiệu"),
    )
    seen = project(project_of, FIRST, log).seen(changes_page)
    assert seen.links["Nguyễn Văn Mẫu"] == "guong/k7m2q9/"
    assert seen.links["Tủ sách đầu ngõ"] == "mo-hinh/tu-sach/"
    assert seen.links["Giới thiệu"] == "gioi-thieu/"
    assert "Cập nhật 1 gương, 1 mô hình, sáng kiến, 1 trang giới thiệu" in seen.text


def test_what_is_withdrawn_keeps_the_title_of_the_log(project_of: Build) -> None:
    """Its tombstone shows it too."""
    log = later(Change("withdrawn", "practice", "/mo-hinh/cu/", "Cách làm cũ"))
    text = "name: Cách làm cũ\nkind: model\nstatus: withdrawn\nwithdrawn: {date: 2026-11-20, reason: Nhầm.}\n"
    seen = project(project_of, FIRST, log, cu=text).seen(changes_page)
    assert "Rút 1 mô hình, sáng kiến" in seen.text
    assert seen.links["Cách làm cũ"] == "mo-hinh/cu/"


def test_what_is_removed_goes_by_its_address(project_of: Build) -> None:
    """Even if the log should still know the title."""
    log = later(Change("changed", "practice", "/mo-hinh/cu/", "Cách làm của ông Mẫu"))
    seen = project(project_of, FIRST, log, cu="status: removed\n").seen(changes_page)
    assert "ông Mẫu" not in seen.text
    assert seen.links["/mo-hinh/cu/"] == "mo-hinh/cu/"


def test_a_draft_shows_through_no_change(project_of: Build) -> None:
    """Its new name is not public."""
    log = later(Change("changed", "practice", "/mo-hinh/cu/", "Tên đã công bố"))
    draft = "name: Tên chưa công bố\nkind: model\nstatus: draft\n"
    assert "chưa công bố" not in project(project_of, FIRST, log, cu=draft).seen(changes_page).text


def test_a_great_publication_names_some_and_counts_the_rest(project_of: Build) -> None:
    """The page of the year names them all."""
    log = later(*(Change("added", "page", f"/tin-{number}/", f"Tin {number}") for number in range(30)))
    built = project(project_of, FIRST, log)
    latest = built.seen(changes_page)
    assert "và 18 mục khác" in latest.text
    assert "Tin 11" in latest.links
    assert "Tin 12" not in latest.links
    assert "Tin 29" in built.seen(changes_year_page, "2026").links


def test_every_year_with_publications_has_a_page(project_of: Build) -> None:
    """The first page leads to each."""
    built = project(project_of, FIRST, later(Change("changed", "honouree", "/guong/k7m2q9/")))
    assert built.answers.ask(publication_years) == ("2026", "2025")
    assert built.seen(changes_page).links["Năm 2025"] == "nhat-ky/2025/"
    year = built.page(changes_year_page, "2025")
    assert year.url == "nhat-ky/2025/"
    assert [publication.day.year for publication in year.context["publications"]] == [2025]


def test_a_publication_that_touched_only_lists_needs_no_word(project_of: Build) -> None:
    """The log has it for the archivist."""
    built = project(project_of, FIRST, later(Change("added", "list", "/nam/2027/")))
    assert len(built.page(changes_page).context["publications"]) == 1


def test_the_page_leads_to_its_feed_and_every_publication_has_a_place(project_of: Build) -> None:
    """The number of a publication never changes, so what leads there holds."""
    built = project(project_of, FIRST, later(Change("changed", "honouree", "/guong/k7m2q9/")))
    page = built.page(changes_page)
    assert [feed.url for feed in page.alternates] == ["kenh-tin/nhat-ky.atom", "kenh-tin/nhat-ky.json"]
    assert built.seen(changes_page).ids[:2] == ["lan-2", "lan-1"]
    assert built.seen(changes_year_page, "2025").ids == ["lan-1"]
