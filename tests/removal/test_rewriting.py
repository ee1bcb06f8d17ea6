"""What files hold once somebody has left: their row keeps its number, everybody else keeps everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from removal_tree import DAY, FILES, MERGED, NAME, NAMESAKE, PERSON, SPEAKING, TOPIC, changed

from bangvang.checking import check
from bangvang.loading import load_project
from bangvang.office.edits import Drop
from bangvang.publishing.error import Failure
from bangvang.registry import build_registry
from bangvang.removal.rewriting import Removal, rewritten

STAYS = Removal(DAY, "Theo yêu cầu")
BECOMES = {PERSON: PERSON, MERGED: MERGED}


def after(root: Path) -> dict[str, str | None]:
    """The new texts."""
    contents = rewritten(load_project(root), BECOMES, STAYS)
    return {path: None if data is None else data.decode() for path, data in contents.items()}


def test_a_profile_becomes_the_fact_of_a_removal(project: Path) -> None:
    """Of each id, with a file or without one."""
    told = "status: removed\nremoved_on: 2026-11-21\nbasis: Theo yêu cầu\n"
    files = after(project)
    assert files[f"data/honourees/{PERSON}.yml"] == told
    assert files[f"data/honourees/{MERGED}.yml"] == told


def test_a_row_keeps_its_place_and_loses_its_comment(project: Path) -> None:
    """The rows after it keep their numbers; whoever was named with them stays."""
    text = after(project)["data/decisions/2026/qd-15.yml"]
    assert text is not None
    assert text.count("  - removed: true\n") == 2
    assert "đã nhận giấy" not in text
    assert "shared_with" not in text
    assert FILES["data/decisions/2026/qd-15.yml"].splitlines()[-2:] == text.splitlines()[-2:]


def test_of_a_correction_stays_that_there_was_one(project: Path) -> None:
    """Neither who was meant nor what the right name is."""
    text = after(project)["data/decisions/2026/qd-16.yml"]
    assert text is not None
    assert "  - {decision: qd-15, field: Họ tên}\n" in text
    assert NAME not in text
    assert "Trần Thị Mẫu" in text


@pytest.mark.parametrize(
    ("path", "gone", "kept"),
    [
        ("data/events/hoi-nghi.yml", TOPIC, "Đi từng ngõ"),
        ("data/practices/det-vai.yml", "Xưởng Dệt Hư Cấu", "Tổ dệt thôn Mẫu"),
        ("data/consultations/lay-y-kien.yml", NAME, "Tổ dân vận thôn Mẫu"),
        ("data/site.yml", PERSON, "to-dan-van"),
        (f"data/honourees/{NAMESAKE}.yml", PERSON, NAME),
    ],
)
def test_what_refers_to_them_loses_its_item_and_nothing_else(project: Path, path: str, gone: str, kept: str) -> None:
    """What was said of them there goes with the reference."""
    text = after(project)[path]
    assert text is not None
    assert gone not in text
    assert PERSON not in text
    assert kept in text


def test_a_consultation_about_them_alone_goes_as_a_whole(project: Path) -> None:
    """Nothing would be left to ask about."""
    path = "data/consultations/lay-y-kien.yml"
    other = "  - {id: to-dan-van, kind: collective, name: Tổ dân vận thôn Mẫu, achievement: Đi từng ngõ.}\n"
    changed(project, path, other, "")
    assert after(project)[path] == STAYS.text().decode()


def test_the_data_are_as_sound_as_before(project: Path) -> None:
    """No reference leads nowhere."""
    for path, data in rewritten(load_project(project), BECOMES, STAYS).items():
        assert data is not None
        (project / path).write_bytes(data)
    loaded = load_project(project)
    verdict = check(loaded, build_registry(loaded, DAY))
    assert [problem.told() for problem in verdict.problems if problem.path != "data/redirects.yml"] == []


def test_an_id_that_tells_a_name_gives_way_to_one_that_does_not(project: Path) -> None:
    """The old file goes, and the fact of the removal stands under the new id."""
    contents = rewritten(load_project(project), {SPEAKING: "z9y8x7"}, STAYS)
    assert contents[f"data/honourees/{SPEAKING}.yml"] is None
    assert contents["data/honourees/z9y8x7.yml"] == STAYS.text()
    row = contents["data/decisions/2026/qd-15.yml"]
    assert row is not None
    assert row.decode().endswith("  - removed: true\n")


def test_rewriting_twice_changes_nothing_more(project: Path) -> None:
    """Whoever comes after a kill may do it all again."""
    for path, data in rewritten(load_project(project), BECOMES, STAYS).items():
        (project / path).write_bytes(data or b"")
    assert rewritten(load_project(project), BECOMES, STAYS) == {}


def test_what_cannot_be_rewritten_is_named_before_anything_is_done(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that would be no record any more is never written."""
    monkeypatch.setattr("bangvang.removal.rewriting.edits_in", lambda *_: [Drop(("name",))])
    with pytest.raises(Failure, match=r"Chưa gỡ gì cả: tệp data/\S+ viết theo cách máy không tự sửa được"):
        rewritten(load_project(project), BECOMES, STAYS)
