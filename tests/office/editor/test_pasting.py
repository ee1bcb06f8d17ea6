"""A paste among the cells of a form: rows and cells where the clerk put them, everything else as it was."""

from __future__ import annotations

import re
from pathlib import Path

from asking import get, post, seen, told

from bangvang.office.editor.editor import Editor
from bangvang.office.editor.pasting import pasting
from bangvang.office.editor.request import Fields
from bangvang.records import Campaign, Decision

DECISION = "data/decisions/2026/qd-1.yml"
WINDOW = "/ho-so/decision/qd-1"
SENT = (
    ("_seen", "x"),
    ("recipients~tu", "0"),
    ("recipients.0.name", "Một"),
    ("recipients.0.place", "Xã Thử"),
    ("recipients.0.place~id", "xa-thu"),
    ("recipients.0.place~was", "Xã Thử"),
    ("recipients.1.name", "Hai"),
    ("title", "Tên"),
)
VALUES = {"recipients": [{"name": "Một", "place": "xa-thu"}, {"name": "Hai"}]}


def laid(text: str, start: str = "", columns: str = "name place fields") -> list[tuple[str, str]]:
    """What the form sends with the paste in it, but for the window's own marks."""
    form = Fields((*SENT, ("_dan:recipients", text), ("_tu:recipients", start), ("_cot:recipients", columns)))
    made = pasting(Decision, VALUES, form)
    assert made is not None
    return [pair for pair in made.form if not pair[0].startswith("_")]


def test_rows_come_after_those_that_are_there() -> None:
    """A list in a cell is marked as one."""
    assert laid("Ba\tXã Lạ\tA; B") == [
        *SENT[1:],
        ("recipients.2.name", "Ba"),
        ("recipients.2.place", "Xã Lạ"),
        ("recipients.2.fields", "A; B"),
        ("recipients.2.fields~co", "o"),
    ]


def test_a_paste_into_a_cell_takes_the_place_of_what_was_there() -> None:
    """Nothing that was known of the old name says anything of the new one; more rows than there were are new."""
    assert laid("Ất\tXã Khác\nBính\t\nĐinh\t", "0.name") == [
        ("recipients~tu", "0"),
        ("recipients.0.name", "Ất"),
        ("recipients.0.place", "Xã Khác"),
        ("recipients.1.name", "Bính"),
        ("title", "Tên"),
        ("recipients.1.place", ""),
        ("recipients.2.name", "Đinh"),
        ("recipients.2.place", ""),
    ]


def test_new_rows_have_numbers_of_their_own() -> None:
    """Beyond those on other pages of the list and those that a script has given."""
    form = Fields((("criteria~tu", "0"), ("criteria.230.name", "X"), ("_dan:criteria", "A"), ("_cot:criteria", "name")))
    made = pasting(Campaign, {"criteria": [{"name": str(number)} for number in range(225)]}, form)
    assert made is not None
    assert made.form.get("criteria.231.name") == "A"
    more = pasting(Campaign, {"criteria": [{"name": str(number)} for number in range(240)]}, form)
    assert more is not None
    assert more.form.get("criteria.240.name") == "A"


def test_a_form_without_a_paste_is_left_alone() -> None:
    """Nor is there a table of that name."""
    assert pasting(Decision, VALUES, Fields(SENT)) is None
    assert pasting(Decision, VALUES, Fields((("_dan:recipients", " \n"),))) is None
    assert pasting(Decision, VALUES, Fields((("_dan:title", "x"), ("_dan:khong.co", "x")))) is None


def test_pasted_rows_stand_in_the_form_unsaved(editor: Editor, small_site: Path) -> None:
    """With the columns that they fill, what is wrong with them, and what found no place; then a save writes them."""
    before = (small_site / DECISION).read_bytes()
    page = get(editor, WINDOW)
    assert 'name="recipients.0.register_number"' not in page
    rows = dict(re.findall(r'name="(recipients\.(?:0|[1-9]\d*)\.name)"[^>]*value="([^"]*)"', page))
    table = "Họ tên\tLoại\tSố vào sổ\tĐiện thoại\nVũ Thị Dán\tCá nhân\t12\t0912"
    form = {"_seen": seen(page), "recipients~tu": "0", **rows}
    page = told(post(editor, WINDOW, None, **form, **{"_dan:recipients": table, "_viec": "dan"}))
    assert "Đã dán 1 dòng, chưa lưu. Không có chỗ cho: 0912." in page
    assert f'name="recipients.{len(rows)}.register_number" aria-label="Số vào sổ" value="12"' in re.sub(" +", " ", page)
    assert (small_site / DECISION).read_bytes() == before
    draft = re.search(r'name="_nhap" value="([^"]+)"', page)
    assert draft is not None
    assert "Đã lưu" in told(post(editor, WINDOW, None, _seen=seen(page), _nhap=draft[1], _viec="luu"))
    assert "Vũ Thị Dán" in (small_site / DECISION).read_text("utf-8")


def test_a_pasted_name_that_is_not_known_is_told_at_its_cell(editor: Editor) -> None:
    """As if it had been typed."""
    page = get(editor, WINDOW)
    form = {
        "_seen": seen(page),
        "recipients~tu": "0",
        "_dan:recipients": "Họ tên\tNơi công tác\tĐịa phương\nA\tB\tXã Không Có",
    }
    page = told(post(editor, WINDOW, None, **form))
    assert re.search(r"Chưa có địa phương nào tên “Xã Không Có”", page)
    assert 'value="Xã Không Có"' in page
