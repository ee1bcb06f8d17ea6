"""The desk: what a clerk finds, saves, loses never and takes back."""

from __future__ import annotations

import errno
import os
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bangvang.checking import check
from bangvang.loading import load_project
from bangvang.office.desk import Desk, Opened
from bangvang.office.edits import Drop, Insert, Put
from bangvang.office.history import Deed
from bangvang.office.outcomes import Conflict, Failed, Faulty, Gone, Saved
from bangvang.registry import Registry, build_registry

DAY = date(2026, 11, 21)


@pytest.fixture
def desk(small_site: Path) -> Desk:
    """An editor of the small project."""
    return Desk(small_site, day=DAY)


def first(desk: Desk, kind: str) -> Opened:
    """Any record of a kind that has a file and nothing wrong with it."""
    found = (desk.open(kind, id) for id in desk.registry.by_kind[kind])
    return next(opened for opened in found if opened and not opened.problems and "waivers" not in opened.tree)


def saved(outcome: object) -> Saved:
    """It must have gone well."""
    assert isinstance(outcome, Saved), outcome
    return outcome


def everything(root: Path) -> dict[str, bytes]:
    """All records as they are on disk."""
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}


def text_of(desk: Desk, opened: Opened) -> str:
    """The file of a record."""
    return (desk.root / opened.path).read_text(encoding="utf-8")


def test_one_saved_field_is_one_changed_line(desk: Desk) -> None:
    """And no other file changes."""
    before = everything(desk.root)
    opened = first(desk, "honouree")
    outcome = saved(desk.save("honouree", opened.id, [Put(("role",), "Việc khác")], opened.seen))
    after = everything(desk.root)
    assert [path for path in after if after[path] != before.get(path)] == [opened.path]
    assert "role: Việc khác\n" in text_of(desk, opened)
    assert outcome.kept
    assert outcome.change is not None
    assert outcome.change.doing.words[0].startswith("Chức vụ: ")


def test_a_form_saved_as_it_was_opened_changes_nothing(desk: Desk) -> None:
    """Not a byte, and there is nothing to undo."""
    before = everything(desk.root)
    for kind, records in desk.registry.by_kind.items():
        for id in records:
            opened = desk.open(kind, id)
            assert opened
            if opened.tree.get("status") != "removed":
                assert saved(desk.save_form(kind, id, opened.values, opened.seen)).change is None
    assert everything(desk.root) == before
    assert desk.changes() == []


def test_a_day_is_typed_as_offices_write_it(desk: Desk) -> None:
    """And stands in the file as files have it."""
    opened = first(desk, "honouree")
    saved(desk.save_form("honouree", opened.id, opened.values | {"born": "19/5/1930"}, opened.seen))
    assert "born: 1930-05-19\n" in text_of(desk, opened)
    again = desk.open("honouree", opened.id)
    assert again
    assert again.values["born"] == "19/5/1930"


def test_two_windows_on_one_record_stop_the_second_save(desk: Desk) -> None:
    """It is shown what the other one changed, and what it wanted itself."""
    one = first(desk, "honouree")
    two = desk.open("honouree", one.id)
    assert two
    saved(desk.save("honouree", one.id, [Put(("role",), "Của cửa sổ một")], one.seen))
    before = everything(desk.root)
    outcome = desk.save("honouree", two.id, [Put(("unit",), "Của cửa sổ hai")], two.seen)
    assert isinstance(outcome, Conflict)
    assert everything(desk.root) == before
    assert [one.where for one in outcome.theirs] == ["Chức vụ"]
    assert [one.where for one in outcome.mine] == ["Đơn vị"]


def test_two_entries_of_one_list_do_not_collide(desk: Desk) -> None:
    """They share a file, not a record."""
    ids = list(desk.registry.by_kind["place"])[:2]
    one, two = (desk.open("place", id) for id in ids)
    assert one
    assert two
    saved(desk.save("place", one.id, [Put(("note",), "Một")], one.seen))
    saved(desk.save("place", two.id, [Put(("note",), "Hai")], two.seen))
    assert desk.registry.by_kind["place"][ids[0]].record.note == "Một"  # type: ignore[attr-defined]


def test_a_record_with_errors_is_kept_as_a_draft_and_said_at_its_fields(desk: Desk) -> None:
    """The file stays as it was; the draft opens where it was left, and goes once it is solved."""
    opened = first(desk, "honouree")
    before = everything(desk.root)
    wrong = opened.values | {"born": "31/2/1930", "name": "", "place": "khong-co"}
    outcome = desk.save_form("honouree", opened.id, wrong, opened.seen)
    assert isinstance(outcome, Faulty)
    assert {problem.name for problem in outcome.problems} == {"born", "name"}
    assert "ngày/tháng/năm" in next(one.remedy for one in outcome.problems if one.name == "born")
    assert everything(desk.root) == before
    (draft,) = desk.drafts()
    again = desk.open_draft(draft.name)
    assert again
    assert again.values["born"] == "31/2/1930"
    assert {problem.name for problem in again.problems} == {"born", "name"}
    good = again.values | {"born": "28/2/1930", "name": "Tên đúng"}
    dangling = desk.save_form("honouree", again.id, good, again.seen)
    assert isinstance(dangling, Faulty)
    assert [(one.name, one.check) for one in dangling.problems] == [("place", "dangling-reference")]
    saved(desk.save_form("honouree", again.id, good | {"place": ""}, again.seen, again.draft))
    assert desk.drafts() == []


def test_an_error_in_another_record_stops_the_save_too(desk: Desk) -> None:
    """To delete what others refer to would break them."""
    used = next(kind_id for kind_id in desk.registry.uses if kind_id[0] == "campaign")
    opened = desk.open(*used)
    assert opened
    outcome = desk.delete(*used, opened.seen)
    assert isinstance(outcome, Faulty)
    assert outcome.elsewhere
    assert outcome.elsewhere[0].title
    assert desk.open(*used)


def test_old_errors_elsewhere_do_not_stop_a_save(desk: Desk) -> None:
    """One broken file must not lock the office out of all others."""
    broken = desk.root / "data/campaigns/hong.yml"
    broken.write_text("name: [\n", encoding="utf-8")
    opened = first(desk, "honouree")
    saved(desk.save("honouree", opened.id, [Put(("role",), "Việc khác")], opened.seen))
    (problem,) = [one for one in desk.problems() if one.path == "data/campaigns/hong.yml"]
    assert (problem.kind, problem.id) == ("campaign", "hong")


def test_every_save_can_be_undone_and_so_can_the_undoing(desk: Desk) -> None:
    """To the byte."""
    opened = first(desk, "decision")
    before = text_of(desk, opened)
    change = saved(desk.save("decision", opened.id, [Put(("title",), "Khác")], opened.seen)).change
    after = text_of(desk, opened)
    assert change
    undone = saved(desk.undo(change.number)).change
    assert text_of(desk, opened) == before
    assert undone
    assert undone.doing.deed is Deed.UNDONE
    saved(desk.undo(undone.number))
    assert text_of(desk, opened) == after


def test_a_decision_goes_to_the_folder_of_its_year_and_back(desk: Desk) -> None:
    """The clerk knows of no folders."""
    opened = first(desk, "decision")
    before = everything(desk.root)
    values = opened.values | {"date": "1/12/2027", "recipients": opened.values["recipients"]}
    change = saved(desk.save_form("decision", opened.id, values, opened.seen)).change
    again = desk.open("decision", opened.id)
    assert again
    assert again.path == f"data/decisions/2027/{opened.id}.yml"
    assert not (desk.root / opened.path).exists()
    assert change
    saved(desk.undo(change.number))
    assert everything(desk.root) == before


def test_undoing_in_a_list_file_leaves_later_changes_of_other_entries(desk: Desk) -> None:
    """Only the one entry goes back."""
    one, two = list(desk.registry.by_kind["place"])[:2]
    opened = desk.open("place", one)
    assert opened
    change = saved(desk.save("place", one, [Put(("note",), "Một")], opened.seen)).change
    other = desk.open("place", two)
    assert other
    assert change
    saved(desk.save("place", two, [Put(("note",), "Hai")], other.seen))
    saved(desk.undo(change.number))
    text = text_of(desk, opened)
    assert "Một" not in text
    assert "note: Hai" in text


def test_a_withdrawn_record_says_when_and_why(desk: Desk) -> None:
    """And comes back by undo."""
    opened = first(desk, "practice")
    change = saved(desk.withdraw("practice", opened.id, "Số liệu chưa đúng", opened.seen)).change
    record: Any = desk.registry.by_kind["practice"][opened.id].record
    assert record.withdrawn.reason == "Số liệu chưa đúng"
    assert record.withdrawn.date == DAY
    assert change
    saved(desk.undo(change.number))
    assert desk.registry.by_kind["practice"][opened.id].record.withdrawn is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("honouree", {"kind": "individual", "name": "Người Mới", "living": "yes", "illustrative": "true"}),
        ("campaign", {"name": "Phong trào rất mới", "type": "annual", "level": "commune"}),
        ("abbreviation", {"id": "htx", "short": "HTX", "long": "Hợp tác xã"}),
        ("redirect", {"from": "/a/", "to": "/b/"}),
        ("place", {"id": "xa-moi", "name": "Xã Mới", "type": "commune"}),
    ],
)
def test_a_new_record_is_made_found_deleted_and_brought_back(desk: Desk, kind: str, values: dict[str, str]) -> None:
    """Of a folder or of a list; the id of somebody living says nothing."""
    before = everything(desk.root)
    made = saved(desk.create(kind, values))
    assert "nguoi" not in made.id
    opened = desk.open(kind, made.id)
    assert opened
    removed = saved(desk.delete(kind, made.id, opened.seen)).change
    assert {path: data for path, data in everything(desk.root).items() if data != b"[]\n"} == before
    assert removed
    saved(desk.undo(removed.number))
    again = desk.open(kind, made.id)
    assert again
    assert again.tree == opened.tree


def test_a_copy_is_a_new_draft_without_what_is_only_the_others(desk: Desk) -> None:
    """Number and id are the decision's own."""
    opened = first(desk, "decision")
    copy = desk.copy("decision", opened.id)
    assert copy
    assert copy.id == ""
    assert copy.tree["status"] == "draft"
    assert "number" not in copy.tree
    assert copy.tree["issuer"] == opened.tree["issuer"]


def test_a_record_deleted_under_an_open_form_is_kept_as_a_draft(desk: Desk) -> None:
    """What was typed is not lost."""
    opened = first(desk, "report")
    (desk.root / opened.path).unlink()
    outcome = desk.save_form("report", opened.id, opened.values | {"title": "Vừa gõ"}, opened.seen)
    assert isinstance(outcome, Gone)
    assert outcome.draft
    assert outcome.draft.tree["title"] == "Vừa gõ"
    assert outcome.draft.tree["agency"] == opened.tree["agency"]


def test_what_others_change_on_disk_is_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without being told."""
    monkeypatch.setattr("bangvang.office.desk._LOOK_EVERY", 0.0)
    opened = first(desk, "campaign")
    (desk.root / opened.path).write_text(
        text_of(desk, opened).replace(f"name: {opened.title}", "name: Tên từ Notepad"), encoding="utf-8"
    )
    assert desk.find("ten tu notepad")[0].id == opened.id
    assert isinstance(desk.save("campaign", opened.id, [Put(("theme",), "x")], opened.seen), Conflict)


@pytest.mark.parametrize(
    ("error", "word"),
    [(errno.ENOSPC, "đã đầy"), (errno.EROFS, "không cho ghi"), (errno.EACCES, "không cho ghi"), (errno.EIO, "không ghi được")],
)  # fmt: skip
def test_a_disk_that_does_not_take_it_leaves_the_old_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: int, word: str
) -> None:
    """The clerk is told why, the history tells of nothing, and what was typed is a draft."""
    opened = first(desk, "honouree")
    before = everything(desk.root)
    replace = os.replace

    def refuse(source: Any, target: Any) -> None:
        if f"{os.sep}data{os.sep}" in str(target):
            raise OSError(error, os.strerror(error), str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    outcome = desk.save("honouree", opened.id, [Put(("role",), "Mới")], opened.seen)
    assert isinstance(outcome, Failed)
    assert word in outcome.what
    assert outcome.remedy
    assert everything(desk.root) == before
    assert desk.changes() == []
    assert outcome.draft
    monkeypatch.undo()
    saved(desk.save("honouree", opened.id, [Put(("role",), "Mới")], opened.seen))


def test_a_full_disk_that_takes_not_even_a_draft_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window still has it."""
    opened = first(desk, "honouree")
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    outcome = desk.save("honouree", opened.id, [Put(("role",), "Mới")], opened.seen)
    assert isinstance(outcome, Failed)
    assert outcome.draft is None


def test_a_name_that_only_begins_another_means_nothing(desk: Desk) -> None:
    """It is found as somebody types; typed whole and sent, it would be somebody else."""
    assert [hit.id for hit in desk.find("Trần Văn Ha")] == ["b2c3d4"]
    assert desk.meant(("honouree",), "Trần Văn Ha") == []
    assert [hit.id for hit in desk.meant(("honouree",), "tran van hai")] == ["b2c3d4"]
    assert [hit.id for hit in desk.meant(("honouree",), "Hai Trần Thôn Một")] == ["b2c3d4"]


def test_searching_needs_no_accents_and_finds_numbers_and_ids(desk: Desk) -> None:
    """As somebody types, and among some kinds only."""
    decision = first(desk, "decision")
    for typed in (decision.id, decision.tree["number"], decision.tree["title"][:20]):
        assert decision.id in [hit.id for hit in desk.find(typed, ("decision",), 50)]
    assert {hit.kind for hit in desk.find("xa", ("place", "agency"), 50)} <= {"place", "agency"}
    row = desk.registry.by_kind["decision"][decision.id].record.recipients[0]  # type: ignore[attr-defined]
    assert row.id in [hit.id for hit in desk.find(row.name, ("honouree",), 50)]
    assert desk.find("   ") == []


def test_a_file_that_cannot_be_read_says_so(desk: Desk) -> None:
    """Instead of a form."""
    opened = first(desk, "campaign")
    (desk.root / opened.path).write_text("name: [\n", encoding="utf-8")
    again = desk.open("campaign", opened.id)
    assert again
    assert again.unreadable
    assert isinstance(desk.save("campaign", opened.id, [Put(("theme",), "x")], opened.seen), Gone)


def test_the_registry_as_it_would_be_serves_a_preview(desk: Desk) -> None:
    """Without a byte being written."""
    before = everything(desk.root)
    opened = first(desk, "campaign")
    imagined = desk.imagine("campaign", opened.id, opened.values | {"name": "Tên thử"})
    assert isinstance(imagined, Registry)
    assert imagined.by_kind["campaign"][opened.id].record.name == "Tên thử"  # type: ignore[attr-defined]
    assert isinstance(desk.imagine("campaign", opened.id, opened.values | {"type": ""}), Faulty)
    assert everything(desk.root) == before


def told(desk: Desk) -> set[tuple[str, str]]:
    """What the desk says is wrong."""
    return {(one.path, one.problem.check) for one in desk.problems()}


def checked(root: Path) -> set[tuple[str, str]]:
    """What a check of the whole project says."""
    project = load_project(root)
    return {(problem.path, problem.check) for problem in check(project, build_registry(project, DAY)).problems}


def test_after_any_saves_the_desk_says_what_a_full_check_says(desk: Desk) -> None:
    """Whatever is remembered from earlier checks; also after changes by others that break things."""
    dice = random.Random(7)
    made: list[int] = []
    for turn in range(60):
        kind = dice.choice(["honouree", "decision", "campaign", "place", "agency", "award", "document"])
        opened = desk.open(kind, dice.choice(list(desk.registry.by_kind[kind])))
        assert opened
        if opened.tree is None or opened.tree.get("status") == "removed":
            continue
        edits = {
            "honouree": [Put(("summary",), dice.choice(["Nhà ở số nhà 5", "Vui", "0912 345 678"]))],
            "decision": [Put(("date",), dice.choice(["2026-01-02", "2026-12", str(opened.tree.get("date"))]))],
            "campaign": [Put(("period",), {"from": dice.choice(["1999", "2026-11-01"])})],
            "place": [Put(("to",), dice.choice(["2020", ""]))],
            "agency": [Put(("authority_class",), dice.choice(["unit-head", "commune-chair", "province-chair"]))],
            "award": [Put(("to",), dice.choice(["1990", ""]))],
            "document": [Put(("number",), dice.choice(["khong so", "12/KH-UBND"]))],
        }[kind]
        outcome = desk.save(kind, opened.id, edits, opened.seen)
        if isinstance(outcome, Saved) and outcome.change:
            made.append(outcome.change.number)
        if turn % 9 == 4 and made:
            desk.undo(dice.choice(made))
        if turn % 10 == 9:
            path = desk.root / dice.choice([opened.path for opened in [opened] if opened.path])
            path.write_text(path.read_text(encoding="utf-8").replace("commune", "comune", 1), encoding="utf-8")
        if turn % 6 == 5:
            desk._look_around(now=True)
            assert told(desk) == checked(desk.root)
    assert made


def test_rows_come_and_go(desk: Desk) -> None:
    """A list edited by index says what it should."""
    opened = first(desk, "campaign")
    edits = [Insert(("aliases",), 0, ("Một", "Hai")), Drop(("aliases", 0))]
    saved(desk.save("campaign", opened.id, edits, opened.seen))
    again = desk.open("campaign", opened.id)
    assert again
    assert again.tree["aliases"][0] == "Hai"
