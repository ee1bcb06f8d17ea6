"""Edits cut into the text of a record: it says what was meant, and every other line stays."""

from __future__ import annotations

import copy
import difflib
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bangvang.loading import Unreadable
from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.edits import Drop, Edit, Insert, Misplaced, Move, Put, edited, edits_between
from bangvang.office.record_text import NewText, edit_text
from bangvang.yaml_writer import to_yaml

ORDER = ("kind", "name", "role", "unit", "story", "signer", "fields", "rows", "status")

RECORD = """\
# Hồ sơ minh họa
kind: individual
name: 'Lê Thị Mẫu'   # đã đối chiếu

# Chức vụ ghi như trong quyết định
role: "Trưởng thôn: Mẫu Một"
fields: [nong-nghiep, moi-truong]
story: |
  Đoạn một.

  Đoạn hai.
# hết bài
signer:
  name: Phạm Mẫu
  title: Chủ tịch # theo con dấu
rows:
  # người thứ nhất
  - id: aa
    name: An
  - id: bb
    name: Bình   # sửa theo đơn
    unit: {name: Tổ 1, place: xa-mau}

  # người thứ ba
  - id: cc
    name: Chi
status: published
"""


def in_order(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The same order everywhere."""
    return ORDER


def edit(text: str, *edits: Edit) -> str:
    """The text after edits that must not cost any other line."""
    result = edit_text(text.encode(), edits, in_order)
    assert result.kept
    assert read_tree(decode(result.data)) == edited(read_tree(text), edits)
    return result.data.decode()


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that went and lines that came."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


def test_three_edits_are_three_changed_lines() -> None:
    """Comments, quotes and blank lines stay where they are."""
    after = edit(RECORD, Put(("name",), "Lê Thị Mẫu's"), Put(("rows", 1, "name"), "Bình An"), Put(("role",), 'Tổ "3"'))
    assert changed(RECORD, after) == (
        ["name: 'Lê Thị Mẫu'   # đã đối chiếu", 'role: "Trưởng thôn: Mẫu Một"', "    name: Bình   # sửa theo đơn"],
        ["name: 'Lê Thị Mẫu''s'   # đã đối chiếu", 'role: "Tổ \\"3\\""', "    name: Bình An   # sửa theo đơn"],
    )


def test_one_line_of_a_story_is_one_changed_line() -> None:
    """A block of text stays a block, as deep as it was."""
    after = edit(RECORD, Put(("story",), "Đoạn một.\n\nĐoạn hai, đã sửa.\n"))
    assert changed(RECORD, after) == (["  Đoạn hai."], ["  Đoạn hai, đã sửa."])


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (Put(("unit",), "Thôn Hai"), [], ["unit: Thôn Hai"]),
        (Put(("signer", "role"), "KT."), [], ["  role: KT."]),
        (Put(("rows", 1, "unit", "role"), "a, b"), ["    unit: {name: Tổ 1, place: xa-mau}"], ['    unit: {name: Tổ 1, role: "a, b", place: xa-mau}']),
        (Put(("fields",), ["nong-nghiep"]), ["fields: [nong-nghiep, moi-truong]"], ["fields: [nong-nghiep]"]),
        (Put(("status",), ""), ["status: published"], []),
        (Drop(("fields", 0)), ["fields: [nong-nghiep, moi-truong]"], ["fields: [moi-truong]"]),
        (Drop(("fields", 1)), ["fields: [nong-nghiep, moi-truong]"], ["fields: [nong-nghiep]"]),
        (Drop(("rows", 0, "id")), ["  - id: aa", "    name: An"], ["  - name: An"]),
        (Drop(("rows", 2)), ["  - id: cc", "    name: Chi"], []),
        (Drop(("signer",)), ["signer:", "  name: Phạm Mẫu", "  title: Chủ tịch # theo con dấu"], []),
        (Drop(("rows", 1, "unit", "name")), ["    unit: {name: Tổ 1, place: xa-mau}"], ["    unit: {place: xa-mau}"]),
        (Insert(("fields",), 0, ("y-te",)), ["fields: [nong-nghiep, moi-truong]"], ["fields: [y-te, nong-nghiep, moi-truong]"]),
        (Insert(("rows",), 3, ({"id": "dd"},)), [], ["  - id: dd"]),
        (Insert(("rows",), 1, ({"id": "dd"}, {"id": "ee"})), [], ["  - id: dd", "  - id: ee"]),
        (Move(("fields",), 0, 1), ["fields: [nong-nghiep, moi-truong]"], ["fields: [moi-truong, nong-nghiep]"]),
    ],
)  # fmt: skip
def test_an_edit_changes_its_own_lines_only(change: Edit, gone: list[str], come: list[str]) -> None:
    """Fields and items come, change, move and go in block and in brackets."""
    assert changed(RECORD, edit(RECORD, change)) == (gone, come)


def test_a_row_that_moves_takes_its_comment_along() -> None:
    """What stands right above a row speaks of it."""
    after = edit(RECORD, Move(("rows",), 2, 0))
    assert "rows:\n  # người thứ ba\n  - id: cc\n    name: Chi\n  # người thứ nhất\n  - id: aa\n" in after


def test_a_field_takes_the_place_that_a_template_keeps_for_it() -> None:
    """`bangvang new` writes every field that was left out as a comment with its help."""
    text = "# Tên: như in.\nname: A\n\n# Đơn vị: nơi công tác.\n# unit:\n\n# Tình trạng.\nstatus: draft\n"
    assert edit(text, Put(("unit",), "Tổ 2")) == text.replace("# unit:", "unit: Tổ 2")


def test_windows_line_ends_and_the_byte_order_mark_stay() -> None:
    """What Notepad saved, Notepad finds again."""
    text = "\ufeff" + RECORD.replace("\n", "\r\n")
    result = edit_text(text.encode(), [Put(("unit",), "Thôn"), Put(("story",), "Một.\n\nHai.\n")], in_order)
    after = result.data.decode()
    assert result.kept
    assert after.startswith("\ufeff# Hồ sơ")
    assert after.count("\n") == after.count("\r\n")
    assert "unit: Thôn\r\n" in after
    assert "story: |\r\n  Một.\r\n\r\n  Hai.\r\n# hết bài\r\n" in after


def test_a_file_that_does_not_end_its_last_line_gets_one_more() -> None:
    """And nothing is glued together."""
    assert edit("name: A", Put(("status",), "draft")) == "name: A\nstatus: draft"


def test_a_key_that_is_there_without_a_value_gets_it() -> None:
    """Not a second time."""
    assert edit("name: A\nrole:\nunit: B\n", Put(("role",), "C")) == "name: A\nrole: C\nunit: B\n"


def test_the_last_entry_of_a_list_file_leaves_an_empty_list() -> None:
    """And the comment above it."""
    assert edit("# Danh mục\n- id: a\n  name: A\n", Drop((0,))) == "# Danh mục\n[]\n"


def test_what_cannot_be_cut_is_written_anew_and_said() -> None:
    """A way of writing that nobody uses costs the comments of its own field, never a value."""
    text = "# một\nrows:\n- - a # hai\n  - b\n# ba\nrole: B\n"
    result = edit_text(text.encode(), [Drop(("rows", 0, 0))], in_order)
    assert read_tree(decode(result.data)) == {"rows": [["b"]], "role": "B"}
    assert "# một" in result.data.decode()
    assert not result.kept


def test_an_edit_of_what_is_not_there_is_refused() -> None:
    """Rather than guessed at."""
    with pytest.raises(Misplaced):
        edit_text(RECORD.encode(), [Drop(("rows", 7))], in_order)


# -- any record, any edit

WORDS = st.text(st.sampled_from("aăâbcđê ôơ12 .,:;#'\"-[]{}!&*|>%@`?/\\\u00a0~"), min_size=1, max_size=12)
LINES = st.lists(WORDS, min_size=2, max_size=4).map("\n".join)
ITEMS = st.one_of(WORDS, LINES, st.sampled_from(["true", "null", "no", "12:30", "08", "nong-nghiep", "2024-05-19"]))
KEYS = st.sampled_from(ORDER)
TREES: st.SearchStrategy[Any] = st.recursive(
    ITEMS,
    lambda inner: st.one_of(
        st.dictionaries(KEYS, inner, min_size=1, max_size=4),
        st.lists(inner.filter(lambda one: not isinstance(one, list)), min_size=1, max_size=4),
        st.lists(st.sampled_from(["a", "b-1", "xa-mau"]), min_size=1, max_size=3),
    ),
    max_leaves=8,
)
RECORDS = st.dictionaries(KEYS, TREES, min_size=1, max_size=5)


def reads_as(text: str, tree: Any) -> bool:
    """Whether the text says just this."""
    try:
        return bool(read_tree(decode(text.encode())) == tree)
    except Unreadable:
        return False


@st.composite
def texts(draw: st.DrawFn, records: st.SearchStrategy[Any] = RECORDS) -> str:
    """A record as some office may have written it, with comments and blank lines."""
    tree = draw(records)
    lines = to_yaml(tree).split("\n")
    assume(reads_as("\n".join(lines), tree))  # some letters together look like a legacy font
    for number in draw(st.lists(st.integers(0, 30), max_size=4)):
        place = number % len(lines)
        indent = len(lines[place]) - len(lines[place].lstrip(" -"))
        tried = [*lines[:place], draw(st.sampled_from([" " * indent + "# ghi chú", "", "# ghi chú"])), *lines[place:]]
        if reads_as("\n".join(tried), tree):
            lines = tried
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@given(texts(), RECORDS)
def test_any_record_becomes_any_other(text: str, wanted: dict[str, Any]) -> None:
    """Whatever the edits between two states are, the text says the second one."""
    assume(reads_as(to_yaml(wanted), wanted))  # as above
    before = read_tree(decode(text.encode()))
    result = edit_text(text.encode(), list(edits_between(before, wanted)), in_order)
    again = read_tree(decode(result.data))
    assert list(edits_between(again, wanted)) == []


@given(texts(), st.data())
def test_an_edit_of_one_field_leaves_the_lines_of_all_others(text: str, data: st.DataObject) -> None:
    """Whatever stands above and below it is the same to the byte."""
    before = read_tree(decode(text.encode()))
    key = data.draw(st.sampled_from(sorted(before)))
    tree = copy.deepcopy(before)
    tree[key] = data.draw(TREES)
    assume(reads_as(to_yaml(tree), tree))  # as above
    result = edit_text(text.encode(), list(edits_between(before, tree)), in_order)
    lines = text.split("\n")
    start = next(at for at, line in enumerate(lines) if line.split(":")[0].strip("'\"") == key)
    end = next(
        (at for at in range(start + 1, len(lines)) if lines[at][:1] not in (" ", "-", "#", "", "\r")), len(lines)
    )
    after = result.data.decode().split("\n")
    assert result.kept
    assert after[:start] == lines[:start]
    assert end == len(lines) or after[end - len(lines) :] == lines[end:]


@given(st.lists(st.integers(0, 9), unique=True, max_size=8), st.lists(st.integers(0, 9), unique=True, max_size=8))
def test_rows_with_ids_are_followed_wherever_they_go(old: list[int], new: list[int]) -> None:
    """A row that moved is the same row, with what its file says of it."""
    before = {"rows": [{"id": str(one), "name": "cũ"} for one in old], "kind": "a"}
    after = {"rows": [{"id": str(one), "name": "cũ"} for one in new], "kind": "a"}
    text = to_yaml(before).replace("name: cũ", "name: cũ # ghi chú")
    result: NewText = edit_text(
        text.encode(), list(edits_between(read_tree(text), {k: v for k, v in after.items() if v})), in_order
    )
    tree = read_tree(decode(result.data))
    assert [row["id"] for row in tree.get("rows", [])] == [str(one) for one in new]
    assert result.data.decode().count("# ghi chú") == len(set(old) & set(new))
