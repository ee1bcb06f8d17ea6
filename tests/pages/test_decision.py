"""The page of a decision: everybody in printed order, whatever became of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.decision import RowView, decision_page
from bangvang.pages.honouree import honouree_page
from bangvang.pages.reading import Reading

Build = Callable[..., Any]
LISTS = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban xã Thử}\n",
    "vocabulary/awards.yml": (
        "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual, collective], rank: 9}\n"
        "- {id: bk, name: Bằng khen, kind: commendation, level: province, applies_to: [individual, collective], rank: 5}\n"
    ),
}
HEAD = "number: 1/QĐ-UBND\ndate: 2026-09-02\ntitle: Khen thưởng\nissuer: ubnd\naward: gk\nrecipients:\n"
AN = "  - {id: a2b3c4, kind: individual, name: Nguyễn Văn An}\n"
BINH = "  - {id: b2c3d4, kind: individual, name: Trần Thị Bình}\n"
THON = "  - {id: thon, kind: collective, name: Thôn Hai}\n"


def rows_of(project: Any, id: str = "q") -> list[RowView]:
    """The rows of its page."""
    return list(project.page(decision_page, id).context["rows"])


def test_rows_come_in_printed_order_with_their_pages(project_of: Build) -> None:
    """Each leads to the honour on the person's page."""
    rows = rows_of(project_of({**LISTS, "decisions/2026/q.yml": HEAD + THON + BINH + AN}))
    assert [(row.number, row.name, row.url) for row in rows] == [
        (1, "Thôn Hai", "guong/thon/#q-1"),
        (2, "Trần Thị Bình", "guong/b2c3d4/#q-2"),
        (3, "Nguyễn Văn An", "guong/a2b3c4/#q-3"),
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"decisions/2026/q.yml": HEAD + AN + "  - {removed: true}\n" + THON},
        {"decisions/2026/q.yml": HEAD + AN + BINH + THON, "honourees/b2c3d4.yml": "status: removed\n"},
    ],
    ids=["the row is blanked", "the person was removed"],
)
def test_a_removed_row_keeps_the_numbers_of_the_others(project_of: Build, files: dict[str, str]) -> None:
    """It says that something was removed, and is not counted."""
    project = project_of({**LISTS, **files})
    rows = rows_of(project)
    assert [(row.number, row.name, row.withheld) for row in rows] == [
        (1, "Nguyễn Văn An", False),
        (2, "", True),
        (3, "Thôn Hai", False),
    ]
    page = project.page(decision_page, "q")
    assert page.context["totals"] == [(1, "cá nhân"), (1, "tập thể")]
    assert page.context["total"] == 2
    assert (
        page.description
        == "Quyết định số 1/QĐ-UBND ngày 02/9/2026 của Ủy ban xã Thử: khen thưởng 1 cá nhân và 1 tập thể."
    )
    body = project.body(page)
    assert "Bình" not in body
    assert "Đã gỡ bỏ" in body
    assert 'id="hang-3"' in body


def test_a_row_says_what_has_become_of_the_award(project_of: Build) -> None:
    """Struck out when there are several awards, with the state in words."""
    fallen = "  - {id: c2d3f4, kind: individual, name: Lê C, award: bk, standing: [{state: cancelled, date: 2026-10, reason: Sai.}]}\n"
    project = project_of({**LISTS, "decisions/2026/q.yml": HEAD + AN + fallen})
    assert [row.fallen for row in rows_of(project)] == [None, "Đã hủy bỏ"]
    assert "<s>Bằng khen</s>" in project.body(project.page(decision_page, "q"))


def test_whoever_has_no_page_is_named_without_a_link(project_of: Build) -> None:
    """A withdrawn profile has a tombstone only."""
    gone = "kind: individual\nname: An\nstatus: withdrawn\nwithdrawn: {date: 2026-10-01, reason: Sai.}\n"
    rows = rows_of(project_of({**LISTS, "decisions/2026/q.yml": HEAD + AN, "honourees/a2b3c4.yml": gone}))
    assert [(row.name, row.url) for row in rows] == [("Nguyễn Văn An", None)]


def test_a_merged_id_leads_to_the_one_it_was_merged_into(project_of: Build) -> None:
    """The name stays as printed."""
    profile = "kind: individual\nname: Nguyễn Văn Ân\nsame_as: [a2b3c4]\n"
    rows = rows_of(project_of({**LISTS, "decisions/2026/q.yml": HEAD + AN, "honourees/z2b3c4.yml": profile}))
    assert [(row.name, row.url) for row in rows] == [("Nguyễn Văn An", "guong/z2b3c4/#q-1")]


def test_later_decisions_are_named_on_those_they_replace(project_of: Build) -> None:
    """And the other way round."""
    later = HEAD.replace("recipients:", "replaces: [q]\nrecipients:").replace("1/QĐ", "9/QĐ") + BINH
    project = project_of({**LISTS, "decisions/2026/q.yml": HEAD + AN, "decisions/2026/r.yml": later})
    assert [link.url for link, _ in project.page(decision_page, "q").context["replaced_by"]] == ["quyet-dinh/r/"]
    assert [link.url for link in project.page(decision_page, "r").context["replaces"]] == ["quyet-dinh/q/"]
    assert "Được thay thế bởi Quyết định số 9/QĐ-UBND ngày 02/9/2026." in project.seen(decision_page, "q").text


def corrected_by(correction: str) -> dict[str, str]:
    """A decision with a unit in its row, and a later one that corrects it."""
    row = AN.replace("Văn An}", "Văn An, unit: Tổ may số 2}")
    later = HEAD.replace("recipients:", f"corrects: [{{decision: q, recipient: a2b3c4, {correction}}}]\nrecipients:")
    later = later.replace("1/QĐ", "9/QĐ").replace("09-02", "10-05")
    return {**LISTS, "decisions/2026/q.yml": HEAD + row, "decisions/2026/r.yml": later + BINH}


def test_a_corrected_row_shows_what_is_right_and_what_was_printed(project_of: Build) -> None:
    """With the decision that put it right, on the decision's page and on the person's."""
    project = project_of(corrected_by("field: Đơn vị, was: Tổ may số 2, now: Tổ may số 5"))
    assert [row.role for row in rows_of(project)] == ["Tổ may số 5"]
    told = "Đơn vị được đính chính bởi Quyết định số 9/QĐ-UBND ngày 05/10/2026; in trong quyết định: “Tổ may số 2”"
    decision, person = project.seen(decision_page, "q"), project.seen(honouree_page, "a2b3c4")
    assert told in decision.text
    assert "Được đính chính bởi Quyết định số 9/QĐ-UBND" in decision.text
    assert told in person.text
    assert "Đơn vị khi được khen Tổ may số 5" in person.text


def test_of_a_corrected_name_only_the_new_one_is_told(project_of: Build) -> None:
    """Neither page repeats what was printed, nor does the decision that corrects it."""
    project = project_of(corrected_by("field: Họ tên, now: Nguyễn Văn Ân"))
    assert [row.name for row in rows_of(project)] == ["Nguyễn Văn Ân"]
    pages = [project.seen(decision_page, id) for id in ("q", "r")] + [project.seen(honouree_page, "a2b3c4")]
    assert all("Nguyễn Văn An" not in page.text for page in pages)
    assert "Họ tên được đính chính bởi Quyết định số 9/QĐ-UBND ngày 05/10/2026" in pages[0].text
    assert "; in trong quyết định" not in pages[0].text


def test_a_cancelled_row_says_when_and_by_which_ruling(project_of: Build) -> None:
    """The ruling is a link."""
    fallen = "  - {id: c2d3f4, kind: individual, name: Lê C, standing: [{state: cancelled, date: 2026-10-07, decision: r, reason: Sai.}]}\n"
    ruling = HEAD.replace("1/QĐ", "9/QĐ") + BINH
    seen = project_of({**LISTS, "decisions/2026/q.yml": HEAD + fallen, "decisions/2026/r.yml": ruling}).seen(
        decision_page, "q"
    )
    assert "Hủy bỏ quyết định ngày 07/10/2026: Sai. ( Quyết định số 9/QĐ-UBND )" in seen.text
    assert seen.links["Quyết định số 9/QĐ-UBND"] == "quyet-dinh/r/"


@pytest.mark.parametrize(
    ("text", "title", "told"),
    [
        ("status: removed\nbasis: Luật\n", "Mục đã được gỡ bỏ", "Luật"),
        ("status: withdrawn\nwithdrawn: {date: 2026-10-01, reason: Ký nhầm.}\n" + HEAD + AN, "Khen thưởng", "Ký nhầm."),
    ],
)
def test_what_was_taken_back_leaves_a_notice(project_of: Build, text: str, title: str, told: str) -> None:
    """Without the list."""
    project = project_of({**LISTS, "decisions/2026/q.yml": text})
    page = project.page(decision_page, "q")
    assert (page.title, page.indexed, page.template) == (title, False, "pages/tombstone.html")
    seen = project.seen(decision_page, "q")
    assert told in seen.text
    assert "Nguyễn" not in seen.text


def test_three_thousand_recipients_are_one_page(project_of: Build) -> None:
    """Everybody, with the total in Vietnamese figures."""
    rows = "".join(f"  - {{id: to-{number}, kind: collective, name: Tổ số {number}}}\n" for number in range(3000))
    project = project_of({**LISTS, "decisions/2026/q.yml": HEAD + rows})
    body = project.body(decision_page(Reading(project.answers), "q"))
    assert body.count('<tr id="hang-') == 3000
    assert "Tổ số 2999" in body
    assert "3.000 tập thể" in body
