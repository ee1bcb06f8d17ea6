"""A corrected appendix: the difference row by row, the ids kept."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from messy import one_sheet

from bangvang.loading import load_project
from bangvang.office.appendix import Proposal, Turn, UndecidedError, decide, read, revise, understand, write
from bangvang.office.appendix.likeness import NEW
from bangvang.office.known import known_of
from bangvang.records import Decision
from bangvang.registry import Registry, build_registry

HEADER = {
    "number": "15/QĐ-UBND",
    "date": "2026-09-02",
    "title": "Khen thưởng",
    "issuer": "ubnd-xa-thu",
    "award": "giay-khen",
    "illustrative": "true",
}
ID = "qd-15-ubnd-xa-thu-2026"
TITLES = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")
FIRST = (
    TITLES,
    (1, "Nguyễn Văn Thử", "Trưởng thôn", "Thôn Thử Một"),
    (2, "Lê Thị Ánh", "Giáo viên", "Trường Thử"),
    (3, "Trần Văn Giỏi", "Nông dân", "Thôn Thử Hai"),
)


def opened(root: Path) -> Registry:
    return build_registry(load_project(root), datetime.date(2026, 11, 21))


def seen(root: Path, rows: tuple[tuple[object, ...], ...]) -> Proposal:
    """The corrected list beside the decision."""
    data = one_sheet(rows)("unicode")  # type: ignore[arg-type]
    return understand(read(data, "a.xlsx"), opened(root), ID)


@pytest.fixture
def made(project: Path) -> Path:
    """A project in which the first list was imported; a clerk has added to the file since."""
    proposal = understand(read(one_sheet(FIRST)("unicode"), "a.xlsx"), opened(project))
    decided = decide(proposal, HEADER, known_of(project))
    assert decided.id == ID
    write(decided, project)
    path = project / decided.path
    text = path.read_text(encoding="utf-8").replace(
        "    unit: Trường Thử\n", "    unit: Trường Thử\n    fields: [y-te]\n"
    )
    path.write_text(f"# Ghi chú của văn phòng\n{text}", encoding="utf-8")
    (project / "data/vocabulary/fields.yml").write_text("- {id: y-te, name: Y tế}\n", encoding="utf-8")
    return project


def rows_of(root: Path) -> list[tuple[str, str]]:
    decision = opened(root).find(Decision, ID)
    assert decision is not None
    return [(getattr(row, "id", ""), getattr(row, "name", "")) for row in decision.recipients]


def test_an_unchanged_list_changes_nothing(made: Path) -> None:
    """Nobody is asked, nothing differs, the file would be the same."""
    proposal = seen(made, FIRST)
    assert proposal.questions == ()
    revised = revise(proposal, known_of(made), made)
    assert revised.differences == ()
    assert revised.decided.text == (made / revised.decided.path).read_text(encoding="utf-8")


def test_changed_new_and_gone_rows_are_told_and_ids_stay(made: Path) -> None:
    """What a clerk added by hand stays, and so does every line outside the list."""
    before = dict(map(reversed, rows_of(made)))
    proposal = seen(
        made,
        (
            TITLES,
            (1, "Lê Thị Ánh", "Hiệu trưởng", "Trường Thử"),
            (2, "Nguyễn Văn Thử", "Trưởng thôn", "Thôn Thử Một"),
            (3, "Hồ Thị Thêm", "Nông dân", "Thôn Thử Hai"),
        ),
    )
    revised = revise(proposal, known_of(made), made)
    assert [(one.turn, one.row, one.name) for one in revised.differences] == [
        (Turn.CHANGED, 1, "Lê Thị Ánh"),
        (Turn.NEW, 3, "Hồ Thị Thêm"),
        (Turn.GONE, 3, "Trần Văn Giỏi"),
    ]
    assert revised.differences[0].told() == "Dòng 1, Lê Thị Ánh: sửa Chức vụ: “Giáo viên” → “Hiệu trưởng”."
    write(revised.decided, made)
    after = rows_of(made)
    assert after[:2] == [(before["Lê Thị Ánh"], "Lê Thị Ánh"), (before["Nguyễn Văn Thử"], "Nguyễn Văn Thử")]
    assert after[2][0] not in before.values()
    text = (made / revised.decided.path).read_text(encoding="utf-8")
    assert text.startswith("# Ghi chú của văn phòng\n")
    assert "    fields: [y-te]\n" in text


@pytest.mark.parametrize("is_same", [True, False])
def test_a_corrected_name_is_the_clerks_to_recognise(made: Path, is_same: bool) -> None:
    """An alike name keeps the id only if the clerk says so."""
    before = dict(map(reversed, rows_of(made)))
    proposal = seen(made, (*FIRST[:2], (2, "Lê Thị Ảnh", "Giáo viên", "Trường Thử"), FIRST[3]))
    (question,) = proposal.questions
    with pytest.raises(UndecidedError, match="Lê Thị Ảnh"):
        revise(proposal, known_of(made), made)
    proposal = proposal.answer(question.id, before["Lê Thị Ánh"] if is_same else NEW)
    revised = revise(proposal, known_of(made), made)
    turns = [one.turn for one in revised.differences]
    assert turns == ([Turn.CHANGED] if is_same else [Turn.NEW, Turn.GONE])
    assert ("fields: [y-te]" in revised.decided.text) is is_same


def test_who_was_removed_by_right_stays_removed(made: Path) -> None:
    """The appendix still names them; the roll does not."""
    path = made / "data/decisions/2026" / f"{ID}.yml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  - id:", text.index("Thôn Thử Một"))
    end = text.index("  - id:", start + 1)
    path.write_text(f"{text[:start]}  - removed: true\n{text[end:]}", encoding="utf-8")
    revised = revise(seen(made, FIRST), known_of(made), made)
    assert [one.turn for one in revised.differences] == [Turn.KEPT_OUT]
    assert "Lê Thị Ánh" not in revised.decided.text


def test_a_file_that_cannot_be_cut_is_written_anew(made: Path) -> None:
    """The list in another manner of writing; nothing of its data is lost."""
    path = made / "data/decisions/2026" / f"{ID}.yml"
    path.write_text(
        "{date: 2026-09-02, title: Khen, issuer: ubnd-xa-thu, illustrative: true, recipients: "
        "[{id: k7m2q9, kind: individual, name: Nguyễn Văn Thử, unit: Thôn Thử Một, award: giay-khen}]}\n",
        encoding="utf-8",
    )
    revised = revise(seen(made, FIRST[:2]), known_of(made), made)
    assert [one.told() for one in revised.differences] == ["Dòng 1, Nguyễn Văn Thử: sửa Chức vụ: “” → “Trưởng thôn”."]
    write(revised.decided, made)
    assert rows_of(made) == [("k7m2q9", "Nguyễn Văn Thử")]
    assert "award: giay-khen" in revised.decided.text


def test_only_a_decision_that_there_is_can_be_revised(registry: Registry) -> None:
    """Any other id is an error of the caller."""
    with pytest.raises(KeyError):
        understand(read(one_sheet(FIRST)("unicode"), "a.xlsx"), registry, "qd-khac")
