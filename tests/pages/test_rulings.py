"""The page of changes tells by day what became of honours after they were given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from bangvang.exports.subscriptions import subscriptions
from bangvang.pages.changes import Change, Publication, changes_page, changes_year_page, hand_over_changes

Build = Callable[..., Any]
HEAD = "issuer: ubnd\naward: gk\nillustrative: true\n"
FALLEN = (
    "standing: [{state: stripped, date: 2025-03-01, decision: r, reason: Khai sai.}, "
    "{state: restored, date: 2026-05-02, reason: Khai đúng.}, {state: cancelled, date: 2027-01-01, reason: Sau này.}]"
)
ROW = "  - {id: a2b3c4, kind: individual, name: Nguyễn Mẫu An, "
WORLD = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban xã Thử}\n",
    "vocabulary/awards.yml": "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 9}\n",
    "decisions/2024/q.yml": f"number: 1/QĐ\ndate: 2024-09-02\ntitle: Khen\n{HEAD}recipients:\n{ROW}{FALLEN}}}\n",
    "decisions/2025/r.yml": f"number: 9/QĐ\ndate: 2025-03-01\ntitle: Tước\n{HEAD}recipients: []\n",
}
LOG = (Publication(date(2024, 10, 1), (Change("added", "decision", "/quyet-dinh/q/"),)),)


def project(project_of: Build, **files: str) -> Any:
    """A published decision, one of whose honours fell and rose again."""
    built = project_of(WORLD | files)
    hand_over_changes(built.answers, LOG)
    return built


def told(page: Any) -> list[str]:
    """Day and sentence."""
    return [f"{one.day} {one.plain}" for one in page.context["rulings"]]


def test_rulings_are_told_the_newest_first_with_the_paper(project_of: Build) -> None:
    """What is yet to come is not told."""
    built = project(project_of)
    assert told(built.page(changes_page)) == [
        "02/5/2026 Khôi phục Giấy khen: Nguyễn Mẫu An.",
        "01/3/2025 Tước Giấy khen: Nguyễn Mẫu An, theo Quyết định số 9/QĐ.",
    ]
    assert "Khen thưởng bị hủy, tước, được khôi phục" in built.seen(changes_page).text


def test_a_year_tells_its_own(project_of: Build) -> None:
    """By the day of the ruling."""
    page = project(project_of).page(changes_year_page, "2025")
    assert told(page) == ["01/3/2025 Tước Giấy khen: Nguyễn Mẫu An, theo Quyết định số 9/QĐ."]


def test_of_somebody_removed_nothing_is_told(project_of: Build) -> None:
    """Neither on the page nor in the feed."""
    removed = {"decisions/2024/q.yml": WORLD["decisions/2024/q.yml"].partition(ROW)[0] + "  - {removed: true}\n"}
    built = project(project_of, **removed)
    assert told(built.page(changes_page)) == []
    assert "Nguyễn Mẫu An" not in subscriptions(built.answers, (), ())["kenh-tin/nhat-ky.atom"].decode()


def test_the_feed_tells_them_too(project_of: Build) -> None:
    """Each an entry of its own, among the publications by its day."""
    feed = subscriptions(project(project_of).answers, (), ())["kenh-tin/nhat-ky.atom"].decode()
    days = [
        feed.index(words)
        for words in ("Khôi phục Giấy khen, 02/5/2026", "Tước Giấy khen, 01/3/2025", "Cập nhật 01/10/2024")
    ]
    assert days == sorted(days)
