"""The history of a record: when it was published and changed, and which paper did what to its honours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bangvang.pages.changes import Change, Publication, hand_over_changes
from bangvang.pages.decision import decision_page
from bangvang.pages.honouree import honouree_page

Build = Callable[..., Any]
FALLEN = (
    "standing: [{state: cancelled, date: 2026-03-01, decision: r, reason: Khai sai.}, "
    "{state: restored, date: 2026-05-02, decision: kl, reason: Khai đúng.}]"
)
HEAD = "title: Khen thưởng\nissuer: ubnd\naward: gk\nillustrative: true\n"
WORLD = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban xã Thử}\n",
    "vocabulary/awards.yml": "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 9}\n",
    "decisions/2025/q.yml": (
        f"number: 1/QĐ\ndate: 2025-09-02\n{HEAD}recipients:\n"
        f"  - {{id: a2b3c4, kind: individual, name: Nguyễn Mẫu An, {FALLEN}}}\n"
        "  - {id: b2c3d4, kind: individual, name: Trần Mẫu Bình}\n"
    ),
    "decisions/2026/r.yml": f"number: 9/QĐ\ndate: 2026-03-01\n{HEAD}recipients: []\n",
    "documents/kl.yml": "type: conclusion\nnumber: 7/KL\ntitle: Kết luận\nissuer: ubnd\ndate: 2026-05-02\nillustrative: true\n",
}
PUBLISHED = (
    Publication(date(2025, 10, 1), (Change("added", "honouree", "/guong/a2b3c4/"), Change("added", "decision", "/quyet-dinh/q/"))),
    Publication(date(2026, 4, 1), (Change("changed", "honouree", "/guong/a2b3c4/"), Change("changed", "decision", "/quyet-dinh/q/"))),
)  # fmt: skip


def project(project_of: Build, *log: Publication, publishing: date | None = None, **files: str) -> Any:
    """A small world with a change log; `files` are profiles by id."""
    built = project_of(WORLD | {f"honourees/{id}.yml": text for id, text in files.items()})
    hand_over_changes(built.answers, log, publishing)
    return built


def steps(built: Any, builder: Any, id: str) -> list[str]:
    """Day and deed, as the page is given them."""
    return [f"{step.day} {step.what}" for step in built.page(builder, id).context["history"]]


def test_a_person_has_publications_and_rulings_in_the_order_of_their_days(project_of: Build) -> None:
    """Each ruling by a link."""
    built = project(project_of, *PUBLISHED)
    assert steps(built, honouree_page, "a2b3c4") == [
        "01/10/2025 Công bố lần đầu",
        "01/3/2026 Hủy bỏ Giấy khen",
        "01/4/2026 Cập nhật hồ sơ",
        "02/5/2026 Khôi phục Giấy khen",
    ]
    seen = built.seen(honouree_page, "a2b3c4")
    assert "01/3/2026: Hủy bỏ Giấy khen, theo Quyết định số 9/QĐ ." in seen.text
    assert seen.links["Kết luận số 7/KL"] == "van-ban/kl/"


def test_a_history_is_folded(project_of: Build) -> None:
    """It is for whoever wants to know."""
    built = project(project_of, *PUBLISHED)
    assert '<details class="bv-details bv-history"><summary>Lịch sử hồ sơ' in built.body(
        built.page(honouree_page, "a2b3c4")
    )


def test_of_whom_nothing_is_known_there_is_no_history(project_of: Build) -> None:
    """Before the first publication."""
    built = project(project_of)
    assert "Lịch sử hồ sơ" not in built.body(built.page(honouree_page, "b2c3d4"))


def test_what_is_published_for_the_first_time_says_so_at_once(project_of: Build) -> None:
    """The pages of a publication are made before its log is; what the log tells of already keeps its day."""
    built = project(project_of, *PUBLISHED, publishing=date(2026, 11, 21))
    assert steps(built, honouree_page, "b2c3d4") == ["21/11/2026 Công bố lần đầu"]
    assert steps(built, honouree_page, "a2b3c4")[0] == "01/10/2025 Công bố lần đầu"


def test_a_decision_tells_the_fates_of_its_rows_by_number(project_of: Build) -> None:
    """Nobody is named there."""
    assert steps(project(project_of, *PUBLISHED), decision_page, "q") == [
        "01/10/2025 Công bố lần đầu",
        "01/3/2026 Hủy bỏ khen thưởng của mục số 1",
        "01/4/2026 Cập nhật hồ sơ",
        "02/5/2026 Khôi phục khen thưởng của mục số 1",
    ]


def test_a_ruling_leads_to_the_honours_it_took_back(project_of: Build) -> None:
    """By the name of today, to the honour itself."""
    seen = project(project_of).seen(decision_page, "r")
    assert "Hủy bỏ khen thưởng của Nguyễn Mẫu An (01/3/2026)." in seen.text
    assert seen.links["Nguyễn Mẫu An"] == "guong/a2b3c4/#q-1"


def test_a_ruling_leads_to_honours_of_profiles_too(project_of: Build) -> None:
    """Which no decision of this site gave."""
    profile = (
        "kind: individual\nname: Lê Mẫu Chi\nillustrative: true\nhonours:\n  - {award: gk, date: 2020, standing: "
        "[{state: stripped, date: 2026-03-01, decision: r, reason: Vi phạm.}]}\n"
    )
    seen = project(project_of, c2d3f4=profile).seen(decision_page, "r")
    assert "Tước khen thưởng của Lê Mẫu Chi" in seen.text
    assert seen.links["Lê Mẫu Chi"] == "guong/c2d3f4/#c2d3f4-1"


@pytest.mark.parametrize("id", ["q", "r"])
def test_whoever_was_removed_stands_in_no_history(project_of: Build, id: str) -> None:
    """Neither by name nor by number."""
    built = project(project_of, *PUBLISHED, a2b3c4="status: removed\nbasis: Theo yêu cầu\n")
    assert "Nguyễn" not in built.seen(decision_page, id).text
    assert not [step for step in built.page(decision_page, id).context["history"] if "mục số" in step.what]
    gone = built.seen(honouree_page, "a2b3c4")
    assert "Lịch sử" not in gone.text
    assert "01/10/2025" not in gone.text


def test_a_correction_of_a_name_tells_the_field_alone(project_of: Build) -> None:
    """Neither the old name nor the new one."""
    built = project_of(
        WORLD
        | {
            "decisions/2026/s.yml": (
                f"number: 5/QĐ\ndate: 2026-06-01\n{HEAD}recipients: []\n"
                "corrects: [{decision: q, recipient: b2c3d4, field: Họ tên, was: Trần Mẫu Bìng, now: Trần Mẫu Bình}]\n"
            )
        }
    )
    (step,) = built.page(honouree_page, "b2c3d4").context["history"]
    assert (step.what, step.by.url) == ("Đính chính họ tên", "quyet-dinh/s/")
