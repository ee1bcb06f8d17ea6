"""A workbook that comes back changes what was changed in it, and nothing else."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from sheets import coming, files_of, lines_changed, opened

from bangvang.office.desk import Desk
from bangvang.office.edits import Put
from bangvang.office.workbooks import Kept, NotKept, Removal, consider, export_workbook, read_workbook, take_back
from bangvang.records import is_minted

DECISION = "data/decisions/2026/qd-1.yml"
MAIN, ROWS = "Quyết định khen thưởng", "Danh sách"


def saved(desk: Desk, excel: object, removals: tuple[Removal, ...] = ()) -> Kept:
    """What came of taking the workbook back."""
    outcome = take_back(desk, coming(desk, excel), removals)  # type: ignore[arg-type]
    assert isinstance(outcome, Kept), outcome
    return outcome


def test_three_edited_cells_are_three_changed_lines(desk: Desk, small_site: Path) -> None:
    """A day, a choice and a name; all else stays to the byte."""
    before, files = (small_site / DECISION).read_text("utf-8"), files_of(small_site)
    excel = opened(desk, "decision")
    excel.type(MAIN, "Ngày ban hành", datetime.datetime(2026, 9, 3), "qd-1")
    excel.type(ROWS, "Loại", "Hộ gia đình", "qd-1", "4")
    excel.type(ROWS, "Họ tên hoặc tên gọi", "=Lê Thị Ba Mới", "qd-1", "5")
    excel.book[ROWS].cell(excel.row(ROWS, "qd-1", "5"), excel.column(ROWS, "Họ tên hoặc tên gọi")).data_type = "s"
    saved(desk, excel)
    after = (small_site / DECISION).read_text("utf-8")
    assert [now.strip() for _, now in lines_changed(before, after)] == [
        "date: 2026-09-03",
        "- {id: b2c3d4, kind: household, name: Trần Văn Hai, place: xa-thu, occupation: farmer, unit: Thôn Một}",
        '- {id: c2d3f4, kind: individual, name: "=Lê Thị Ba Mới", place: xa-thu, reason: Hiến đất làm đường.}',
    ]
    assert [path for path, data in files_of(small_site).items() if files.get(path) != data] == [DECISION]


def test_what_will_change_is_told_in_words(desk: Desk) -> None:
    """By titles and names, before anything is saved."""
    excel = opened(desk, "decision")
    excel.type(ROWS, "Chức vụ", "Tổ trưởng", "qd-1", "3")
    (told,) = coming(desk, excel).changed
    assert (told.id, told.deed, told.words) == ("qd-1", "Sửa", ("Danh sách, dòng 3, Chức vụ: thêm “Tổ trưởng”",))


def test_a_list_within_a_list_has_its_own_sheet(desk: Desk, small_site: Path) -> None:
    """Its rows are numbered after the row that they belong to."""
    excel = opened(desk, "decision")
    sheet = next(name for name in excel.book.sheetnames if name.startswith("Danh sách – Hủy"))
    excel.type(sheet, "Lý do", "Khai sai thành tích.", "qd-1", "13.1")
    saved(desk, excel)
    assert "reason: Khai sai thành tích.}" in (small_site / DECISION).read_text("utf-8")


def test_an_emptied_cell_takes_its_field_away(desk: Desk, small_site: Path) -> None:
    """Only its own."""
    excel = opened(desk, "decision")
    excel.type(ROWS, "Thành phần", None, "qd-1", "1")
    saved(desk, excel)
    assert "  - {id: k7m2q9, kind: individual, name: Nguyễn Văn Thử, unit: Thôn Một, place: xa-thu}\n" in (
        small_site / DECISION
    ).read_text("utf-8")


def test_a_record_is_named_with_or_without_its_id(desk: Desk, small_site: Path) -> None:
    """A name that only one record bears will do; a changed name before the right id says nothing new."""
    excel = opened(desk, "decision")
    assert excel.value(ROWS, "Địa phương", "qd-1", "1") == "Xã Thử [xa-thu]"
    excel.type(ROWS, "Địa phương", "Tỉnh Thử", "qd-1", "1")
    excel.type(ROWS, "Địa phương", "Xã có tên khác [xa-thu]", "qd-1", "2")
    saved(desk, excel)
    text = (small_site / DECISION).read_text("utf-8")
    assert "name: Nguyễn Văn Thử, unit: Thôn Một, place: tinh-thu" in text
    assert "name: Thôn Hai, place: xa-thu}" in text


def test_a_new_row_stands_behind_the_one_above_it(desk: Desk, small_site: Path) -> None:
    """In its record and its list; somebody new gets an id that says nothing."""
    excel = opened(desk, "decision")
    at = excel.row(ROWS, "qd-1", "2") + 1
    excel.add(ROWS, at, Loại="Cá nhân", Họ_tên_hoặc_tên_gọi="Lê Thị Chen")
    saved(desk, excel)
    text = (small_site / DECISION).read_text("utf-8")
    assert text.index("id: thon-hai") < text.index("name: Lê Thị Chen") < text.index("id: a2b3c4")
    (made,) = re.findall(r"\n    id: (\w+)\n", text)
    assert is_minted(made)


def test_a_new_record_is_made_with_its_rows(desk: Desk, small_site: Path) -> None:
    """Called by a word of the clerk's until it has an id."""
    excel = opened(desk, "campaign")
    excel.add(
        "Phong trào", Mã_hồ_sơ="mới 1", Tên_phong_trào="Phong trào Thử Thêm", Loại="annual", Cấp_phát_động="commune"
    )
    excel.add("Các đợt", Mã_hồ_sơ="mới 1", Tên_đợt="Đợt một")
    excel.add("Các đợt", Tên_đợt="Đợt hai")
    returned = coming(desk, excel)
    assert [problem.told() for problem in returned.problems] == []
    outcome = take_back(desk, returned)
    assert isinstance(outcome, Kept)
    text = (small_site / "data/campaigns/phong-trao-thu-them.yml").read_text("utf-8")
    assert text.startswith("name: Phong trào Thử Thêm\n")
    assert text.index("Đợt một") < text.index("Đợt hai")


def test_an_entry_of_a_vocabulary_is_changed_and_another_added(desk: Desk, small_site: Path) -> None:
    """Their file keeps its other lines."""
    path = small_site / "data/vocabulary/places.yml"
    before = path.read_text("utf-8")
    excel = opened(desk, "place")
    excel.type("Địa phương", "Tên", "Xã Thử Mới", "xa-thu")
    excel.add("Địa phương", Mã_hồ_sơ="xa-them", Tên="Xã Thêm", Loại="Xã")
    saved(desk, excel)
    after = path.read_text("utf-8")
    assert after.startswith(before.replace("name: Xã Thử\n", "name: Xã Thử Mới\n"))
    assert "- id: xa-them\n" in after


def test_missing_rows_stay_until_their_removal_is_confirmed(desk: Desk, small_site: Path) -> None:
    """They are told; a confirmed one goes from its list."""
    before = files_of(small_site)
    excel = opened(desk, "decision")
    excel.book[ROWS].delete_rows(excel.row(ROWS, "qd-1", "3"))
    returned = coming(desk, excel)
    assert returned.changed == ()
    assert [told.words for told in returned.removed] == [("dòng 3 ở trang “Danh sách”",)]
    assert take_back(desk, returned) == Kept(())
    assert files_of(small_site) == before
    saved(desk, excel, tuple(returned.comparison.removals))
    assert "a2b3c4" not in (small_site / DECISION).read_text("utf-8")


def test_a_missing_record_stays_until_its_removal_is_confirmed(desk: Desk, small_site: Path) -> None:
    """Its file goes only then."""
    excel = opened(desk, "report")
    excel.book["Báo cáo"].delete_rows(excel.row("Báo cáo", "bc-2"))
    returned = coming(desk, excel)
    assert [(told.id, told.deed) for told in returned.removed] == [("bc-2", "Xóa")]
    take_back(desk, returned)
    assert (small_site / "data/reports/bc-2.yml").exists()
    saved(desk, excel, tuple(returned.comparison.removals))
    assert not (small_site / "data/reports/bc-2.yml").exists()


def test_a_record_that_was_changed_elsewhere_is_not_overwritten(desk: Desk, small_site: Path) -> None:
    """Where both changed it, that is told; where only others did, nothing happens."""
    edited, untouched = opened(desk, "decision"), opened(desk, "decision")
    edited.type(ROWS, "Chức vụ", "Tổ trưởng", "qd-1", "3")
    edited.type(MAIN, "Trích yếu", "Khen thưởng năm 2024 (sửa)", "qd-cu")
    opened_now = desk.open("decision", "qd-1")
    assert opened_now is not None
    desk.save("decision", "qd-1", [Put(("title",), "Tên khác")], opened_now.seen)
    returned = coming(desk, edited)
    assert returned.conflicts == ("Tên khác",)
    assert [told.id for told in returned.changed] == ["qd-cu"]
    take_back(desk, returned)
    assert "Tổ trưởng" not in (small_site / DECISION).read_text("utf-8")
    again = coming(desk, untouched)
    assert (again.is_empty, again.conflicts) == (True, ())


def test_a_workbook_taken_back_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    """What a killed import had already saved is no conflict either."""
    excel = opened(desk, "decision")
    excel.type(ROWS, "Chức vụ", "Tổ trưởng", "qd-1", "3")
    saved(desk, excel)
    again = coming(desk, excel)
    assert (again.is_empty, again.conflicts) == (True, ())


def test_columns_that_were_moved_or_deleted_change_nothing(desk: Desk) -> None:
    """A column that is missing leaves its fields alone, and that is told."""
    excel = opened(desk, "decision")
    page = excel.book[ROWS]
    page.delete_cols(excel.column(ROWS, "Địa phương"))
    page.insert_cols(3)
    page.cell(1, 3).value = "Ghi chú của tôi"
    returned = coming(desk, excel)
    assert (returned.is_empty, returned.problems) == (True, ())
    assert [notice for notice in returned.notices if "Ghi chú của tôi" in notice]
    assert [notice for notice in returned.notices if "không thấy cột “Địa phương”" in notice]


@pytest.mark.parametrize(
    ("title", "value", "cell", "said"),
    [
        ("Loại", "Cá thể", "D5", "“Cá thể” không có trong danh sách"),
        ("Họ tên hoặc tên gọi", None, "E5", "chưa điền “Họ tên hoặc tên gọi”"),
        ("Năm sinh, ngày thành lập", "31/2/1970", "", "không có ngày 31/02/1970"),
        ("Địa phương", "Xã Không Có Đâu", "", "không có hồ sơ nào tên “Xã Không Có Đâu”"),
        ("Hạng", "nhất", "", "“nhất”"),
        ("Mã", "z9z9z9", "C5", "mã đã đổi"),
        ("Người nước ngoài", "có lẽ", "", "không rõ là có hay không"),
        ("Truy tặng", "=1/0", "", "công thức chưa có kết quả"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_saved(
    desk: Desk, small_site: Path, title: str, value: object, cell: str, said: str
) -> None:
    """By sheet, row and column; a right one beside it waits."""
    before = files_of(small_site)
    excel = opened(desk, "decision")
    excel.type(ROWS, title, value, "qd-1", "1")
    excel.type(ROWS, "Chức vụ", "Tổ trưởng", "qd-1", "3")
    returned = coming(desk, excel)
    (problem,) = returned.problems
    assert said in problem.what
    assert problem.spot is not None
    assert (problem.spot.sheet, problem.spot.title) == (ROWS, title)
    assert not cell or problem.spot.cell == cell
    assert isinstance(take_back(desk, returned), NotKept)
    assert files_of(small_site) == before


def test_all_faults_are_told_at_once(desk: Desk) -> None:
    """A clerk corrects them in one go."""
    excel = opened(desk, "decision")
    for key in ("1", "2", "3"):
        excel.type(ROWS, "Loại", "Cá thể", "qd-1", key)
    excel.add(ROWS, Mã_hồ_sơ="khong-co", Họ_tên_hoặc_tên_gọi="Ai đó")
    assert len(coming(desk, excel).problems) == 4


@pytest.mark.parametrize(
    ("id", "key", "said"),
    [
        ("qd-1", "99", "hồ sơ qd-1 không có dòng 99"),
        ("qd-1", "2", "đã có ở một hàng phía trên"),
        ("qd-1", "hai", "“hai” không phải là số dòng"),
        ("khong-co", "", "không có hồ sơ nào mang mã “khong-co”"),
    ],
)
def test_a_row_of_nothing_that_is_there_is_a_fault(desk: Desk, id: str, key: str, said: str) -> None:
    """A copied row keeps the number of its model, and is not taken for it."""
    excel = opened(desk, "decision")
    excel.add(ROWS, Mã_hồ_sơ=id, Dòng=key or None, Loại="Cá nhân", Họ_tên_hoặc_tên_gọi="Ai đó")
    assert [problem.what for problem in coming(desk, excel).problems if said in problem.what]


def test_what_the_checks_refuse_is_told_at_its_cell(desk: Desk, small_site: Path) -> None:
    """Nothing is saved, of other records neither."""
    before = files_of(small_site)
    excel = opened(desk, "decision")
    excel.type(MAIN, "Cơ quan ban hành", "[co-quan-khong-co]", "qd-1")
    excel.type(MAIN, "Trích yếu", "Khác", "qd-cu")
    outcome = take_back(desk, coming(desk, excel))
    assert isinstance(outcome, NotKept)
    assert [reason for reason in outcome.reasons if "ô D" in reason and "co-quan-khong-co" in reason]
    assert files_of(small_site) == before


def test_a_year_typed_into_a_day_is_pointed_out(desk: Desk) -> None:
    """Spreadsheets make 16/7/1905 of 2024."""
    excel = opened(desk, "decision")
    excel.type(MAIN, "Ngày công bố", 2024, "qd-cu")
    column = excel.column(MAIN, "Ngày công bố")
    excel.book[MAIN].cell(excel.row(MAIN, "qd-cu"), column).number_format = "dd/mm/yyyy"
    assert [notice for notice in coming(desk, excel).notices if "16/7/1905" in notice]


def test_a_text_too_long_for_a_cell_stays_as_it_is(desk: Desk, small_site: Path) -> None:
    """The cell says so; what is typed over the notice counts, what is typed into it does not."""
    path = small_site / "data/honourees/k7m2q9.yml"
    long = "Câu chuyện dài. " * 2500
    path.write_text(path.read_text("utf-8").replace("story: Anh", f"story: {long}Anh"), encoding="utf-8")
    desk = Desk(small_site, day=desk.day)
    excel = opened(desk, "honouree")
    assert excel.value("Gương", "Bài viết", "k7m2q9").startswith("(Dài quá")
    assert coming(desk, excel).is_empty
    excel.type("Gương", "Bài viết", excel.value("Gương", "Bài viết", "k7m2q9") + " Thêm.", "k7m2q9")
    assert [problem for problem in coming(desk, excel).problems if "quá dài" in problem.what]
    excel.type("Gương", "Bài viết", "Chuyện mới.", "k7m2q9")
    saved(desk, excel)
    assert "story: Chuyện mới." in path.read_text("utf-8")


def test_a_disk_that_fails_leaves_every_file_as_it_was(
    desk: Desk, small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were already written are put back; the history tells of nothing."""
    before = files_of(small_site)
    excel = opened(desk, "decision")
    for id in ("qd-cu", "qd-1", "qd-la"):
        excel.type(MAIN, "Trích yếu", f"Tên mới {id}", id)
    from bangvang.office import together, writing

    real, count = together.write, iter(range(9))

    def failing(*arguments: object) -> object:
        if next(count) == 2:
            raise OSError(28, "No space left on device")
        return real(*arguments)  # type: ignore[arg-type]

    assert writing.write is real
    monkeypatch.setattr(together, "write", failing)
    outcome = take_back(desk, coming(desk, excel))
    assert isinstance(outcome, NotKept)
    assert "ổ đĩa đã đầy" in outcome.reasons[0].casefold()
    assert files_of(small_site) == before
    assert desk.changes() == []


def test_every_saved_record_can_be_undone(desk: Desk, small_site: Path) -> None:
    """One by one, from the history."""
    before = files_of(small_site)
    excel = opened(desk, "decision")
    for id in ("qd-cu", "qd-1"):
        excel.type(MAIN, "Trích yếu", f"Tên mới {id}", id)
    for change in saved(desk, excel).changes:
        desk.undo(change.number)
    assert files_of(small_site) == before


def test_ids_and_numbers_are_kept_from_typing(desk: Desk) -> None:
    """Everything else is free, also below the last row; enumerations and vocabularies offer their lists."""
    excel = opened(desk, "decision")
    page = excel.book[ROWS]
    assert page.protection.sheet
    row = excel.row(ROWS, "qd-1", "1")
    locked = {page.cell(1, cell.column).value for cell in page[row] if cell.value and cell.protection.locked}
    assert locked == {"Mã hồ sơ", "Dòng", "Mã"}
    assert not page.column_dimensions["E"].protection.locked
    offered = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    lists = excel.book["_danh_sach"]
    places = next(rule for rule in offered if "Địa phương" in rule.promptTitle)
    first = places.formula1.split("!")[1].split(":")[0].replace("$", "")
    assert lists[first].value.endswith("]")
    assert (lists.sheet_state, excel.book["_bangvang"].sheet_state) == ("hidden", "veryHidden")


def test_days_and_numbers_are_real_ones(desk: Desk) -> None:
    """A year alone stays text: it is no day."""
    excel = opened(desk, "decision")
    assert excel.value(MAIN, "Ngày ban hành", "qd-1") == datetime.datetime(2026, 9, 2)
    assert opened(desk, "honouree").value("Gương", "Năm sinh, ngày thành lập", "k7m2q9") == "1970"


def test_a_workbook_of_another_program_is_none_of_ours(desk: Desk) -> None:
    """A damaged mark is told in words."""
    from bangvang.office.appendix import AppendixError
    from bangvang.office.workbooks import is_workbook

    excel = opened(desk, "field")
    excel.book["_bangvang"]["A1"].value = "x"
    with pytest.raises(AppendixError, match="Trang ẩn"):
        read_workbook(excel.data())
    del excel.book["_bangvang"]
    assert not is_workbook(excel.data())
    assert not is_workbook(b"PK\x03\x04 no zip")
    assert is_workbook(export_workbook(desk, "field"))
    assert consider(desk, read_workbook(export_workbook(desk, "field"))).is_empty
