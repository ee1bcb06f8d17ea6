"""What is understood of a sheet, whatever stands in it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from messy import one_sheet

from bangvang.loading import Project, load_project
from bangvang.office.appendix import Proposal, Workbook, read, understand
from bangvang.office.appendix.answers import template
from bangvang.office.appendix.cells import NEVER_READ
from bangvang.office.appendix.decoding import decode_sheet
from bangvang.office.appendix.sheet import Area, RawCell, RawSheet
from bangvang.office.appendix.told import told
from bangvang.registry import Registry, build_registry

_WORDS = (
    "STT", "Họ và tên", "Năm sinh", "Nam", "Nữ", "Chức vụ", "Đơn vị", "Giới tính", "Đối tượng", "Hạng", "Họ tên chủ hộ", "I", "II", "1", "2",
    "(1)", "(2)", "(3)", "TẬP THỂ", "Cá nhân", "Ông Nguyễn Văn A", "Trường Thử", "Tổng cộng: 3", "Nơi nhận:", "KT. CHỦ TỊCH", "abc",
    "19/5/1980", "x", "Giấy khen", "Ghi chú", "Truy tặng", "Hộ ông Lê Văn B", "Số CCCD", "A", "Thành tích", "Danh sách", "-", ",",
)  # fmt: skip
_EMPTY_ROLL = build_registry(Project(Path()), datetime.date(2026, 11, 21))


@st.composite
def _sheets(draw: st.DrawFn) -> RawSheet:
    """Words of appendices strewn over a small sheet; merged and hidden as it comes."""
    rows, columns = draw(st.integers(1, 12)), draw(st.integers(1, 6))
    filled = draw(
        st.lists(st.one_of(st.none(), st.sampled_from(_WORDS)), min_size=rows * columns, max_size=rows * columns)
    )
    cells = tuple(
        RawCell(place // columns + 1, place % columns + 1, ((word, None),)) for place, word in enumerate(filled) if word
    )
    areas = st.builds(
        lambda top, left, down, over: Area(top, left, top + down, left + over),
        st.integers(1, rows), st.integers(1, columns), st.integers(0, 3), st.integers(0, 3),
    )  # fmt: skip
    some_rows, some_columns = (st.frozensets(st.integers(1, size), max_size=2) for size in (rows, columns))
    return RawSheet(
        "S",
        cells,
        tuple(draw(st.lists(areas, max_size=3))),
        draw(st.booleans()),
        draw(some_rows),
        draw(some_columns),
        draw(some_rows),
    )


@settings(max_examples=150, deadline=None)
@given(_sheets())
def test_no_sheet_is_too_strange_and_no_cell_is_lost(raw: RawSheet) -> None:
    """What is in no entry is listed once; what is not listed stands in a row and a column that were read."""
    sheet = decode_sheet(raw)
    proposal = understand(Workbook("a", (sheet,)), _EMPTY_ROLL)
    listed = [place.where for place in (*proposal.frame, *proposal.leftovers) if ", ô " in place.where]
    assert len(listed) == len(set(listed))
    read_columns = {
        column.letter for table in proposal.tables for column in table.columns if column.meaning not in NEVER_READ
    }
    for cell in sheet.cells():
        if f"S, ô {cell.name}" not in listed:
            assert cell.name.rstrip("0123456789") in read_columns
            assert proposal.entries
    assert "\n".join(told(proposal))
    assert template(proposal)


def seen(registry: Registry, *rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> Proposal:
    return understand(read(one_sheet(rows, *merged)("unicode"), "a.xlsx"), registry)  # type: ignore[arg-type]


def test_what_no_field_can_take_is_left_over(registry: Registry) -> None:
    """A sex, a class, a kind that say nothing known; a second name."""
    proposal = seen(
        registry,
        ("STT", "Họ và tên", "Giới tính", "Hạng", "Lần thứ", "Đối tượng"),
        (1, "Nguyễn Văn Thử", "Khác", "Đặc biệt", "nhiều", "Người"),
        (2, "Trường Tiểu học Thử", "Nam", "Nhất", "2", "TT"),
    )
    assert [leftover.text for leftover in proposal.leftovers] == ["Khác", "Đặc biệt", "nhiều", "Người", "Nam"]
    assert dict(proposal.entries[1].fields) == {
        "kind": "collective",
        "name": "Trường Tiểu học Thử",
        "class": "1",
        "times": "2",
    }


def test_what_is_as_above_is_read_from_above(registry: Registry) -> None:
    """However a typist says so; a note tells."""
    proposal = seen(
        registry,
        ("STT", "Họ và tên", "Đơn vị", "Thành tích"),
        (1, "Nguyễn Văn Thử", "Thôn Thử Một", "Làm đường"),
        (2, "Lê Thị Ánh", "nt", '"'),
        (3, "Trần Văn Giỏi", "-nt-", "Như trên"),
    )
    for entry in proposal.entries:
        assert (entry.text("unit"), entry.text("reason")) == ("Thôn Thử Một", "Làm đường")
    assert proposal.entries[2].notes[0] == "Ô C4 ghi “-nt-”: lấy như dòng trên."


def test_an_office_in_the_cell_of_the_name_is_parted(registry: Registry) -> None:
    """And told."""
    rows = (("STT", "Tên tập thể, cá nhân", "Thành tích"), (1, "Ông: Trần Văn Giỏi - Trưởng thôn Thử Một", "Làm đường"))
    (entry,) = seen(registry, *rows).entries
    assert (entry.name, entry.text("role")) == ("Trần Văn Giỏi", "Trưởng thôn Thử Một")
    assert entry.notes == ("Ô họ tên có cả chức vụ, đơn vị: đã tách ở dấu đầu tiên.",)


def test_a_heading_ends_with_those_above_it(registry: Registry) -> None:
    """What stood under I does not hold under B, although no A was seen."""
    rows = (
        ("STT", "Họ và tên", "Đơn vị"),
        ("I", "Giấy khen"),
        (1, "Lê Thị Ánh", "Thôn Thử"),
        ("B", "Tập thể"),
        (1, "Phòng Thử", None),
    )
    first, second = seen(registry, *rows).entries
    assert (first.text("award"), second.text("award"), second.text("kind")) == ("giay-khen", "", "collective")


def test_a_row_whose_name_cannot_be_read_is_left_over_whole(registry: Registry) -> None:
    """And told as a problem."""
    proposal = seen(registry, ("STT", "Họ và tên", "Đơn vị"), (1, "=A1", "Thôn Thử"))
    assert proposal.entries == ()
    assert [leftover.why for leftover in proposal.leftovers] == ["dòng không có họ tên đọc được"] * 3
    assert proposal.problems == ("Sheet, dòng 2: ô họ tên không có chữ đọc được.",)


def test_a_total_that_is_wrong_is_told(registry: Registry) -> None:
    """One that fits is not."""
    rows = (("STT", "Họ và tên", "Đơn vị"), (1, "Nguyễn Văn Thử", "Thôn Một"), (2, "Lê Thị Ánh", "Thôn Hai"))
    assert seen(registry, *rows, ("Tổng cộng: 2 cá nhân",)).problems == ()
    (problem,) = seen(registry, *rows, ("Danh sách này có 03 cá nhân",)).problems
    assert problem == "Sheet, dòng 4 ghi “Danh sách này có 03 cá nhân”, nhưng bảng có 2 dòng."


def test_a_file_without_a_table_is_told(registry: Registry) -> None:
    """Every line of it is left over."""
    proposal = seen(registry, ("Chỉ là",), ("mấy dòng chữ",))
    assert [leftover.text for leftover in proposal.leftovers] == ["Chỉ là", "mấy dòng chữ"]
    assert "Không thấy bảng nào" in proposal.problems[0]


@pytest.mark.parametrize(("answer", "unit"), [("yes", "Khối trường học"), ("no", "")])
def test_a_heading_may_be_the_unit(answer: str, unit: str, registry: Registry) -> None:
    """The clerk says; it is proposed where the rows name none."""
    rows = (("STT", "Họ và tên", "Thành tích"), ("I", "Khối trường học"), (1, "Lê Thị Ánh", "Dạy giỏi"))
    proposal = seen(registry, *rows)
    (question,) = proposal.questions
    assert question.proposed == "yes"
    assert proposal.answer(question.id, answer).entries[0].text("unit") == unit


@pytest.mark.parametrize(("answer", "names"), [("yes", 2), ("no", 1)])
def test_hidden_rows_come_in_only_if_wanted(answer: str, names: int, registry: Registry) -> None:
    """Nobody is honoured by a forgotten filter, nobody is left out by one."""
    cells = tuple(
        RawCell(row, column, ((text, None),))
        for row, line in enumerate((("STT", "Họ và tên"), ("1", "Lê Thị Ánh"), ("2", "Trần Văn Giỏi")), 1)
        for column, text in enumerate(line, 1)
    )
    sheet = decode_sheet(RawSheet("S", cells, hidden_rows=frozenset((3,))))
    proposal = understand(Workbook("a", (sheet,)), registry)
    assert [question.id for question in proposal.unanswered] == ["hidden:1.1"]
    assert len(proposal.answer("hidden:1.1", answer).entries) == names


def test_a_name_that_does_not_fit_its_heading_is_asked(registry: Registry) -> None:
    """A school among persons: what the heading says is proposed."""
    rows = (("STT", "Họ và tên", "Đơn vị"), ("I", "CÁ NHÂN"), (1, "Trường Tiểu học Thử", "Xã Thử"))
    (question,) = seen(registry, *rows).questions
    assert (question.topic, question.proposed) == ("kind", "individual")
    assert seen(registry, *rows).answer(question.id, "collective").entries[0].text("kind") == "collective"


def test_an_address_gives_the_place_and_keeps_its_words(registry: Registry) -> None:
    """Where it says more than the place's name."""
    rows = (("STT", "Họ và tên", "Địa chỉ"), (1, "Lê Thị Ánh", "Thôn Một, xã Thử"), (2, "Trần Văn Giỏi", "xã Thử"))
    first, second = seen(registry, *rows).entries
    assert (first.text("place"), first.text("place_text")) == ("xa-thu", "Thôn Một, xã Thử")
    assert (second.text("place"), second.text("place_text")) == ("xa-thu", "")


@pytest.mark.parametrize(("answer", "place", "text"), [("xa-thu-b", "xa-thu-b", ""), ("text", "", "Xã Thử")])
def test_which_place_of_one_name_is_meant_is_asked_once(answer: str, place: str, text: str, project: Path) -> None:
    """Communes come and go, and their names stay; one that is gone is not offered beside one that is there."""
    (project / "data/vocabulary/places.yml").write_text(
        "- {id: xa-thu-a, name: Xã Thử, type: commune}\n- {id: xa-thu-b, name: Xã Thử, type: commune}\n"
        "- {id: xa-thu-cu, name: Xã Thử, type: commune, to: 2025-06-30}\n",
        encoding="utf-8",
    )
    registry = build_registry(load_project(project), datetime.date(2026, 11, 21))
    rows = (("STT", "Họ và tên", "Địa chỉ"), (1, "Lê Thị Ánh", "Xã Thử"), (2, "Trần Văn Giỏi", "Xã Thử"))
    proposal = seen(registry, *rows)
    (question,) = proposal.questions
    assert [option.value for option in question.options] == ["xa-thu-a", "xa-thu-b", "text"]
    for entry in proposal.answer(question.id, answer).entries:
        assert (entry.text("place"), entry.text("place_text")) == (place, text)
