"""The window that takes in the text of a plan."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from asking import get, post, told
from hand_ins import PLAN

from bangvang.office.editor.editor import Editor
from bangvang.office.editor.request import Upload


def taken_in(editor: Editor) -> str:
    """Where the window leads after the plan was pasted."""
    answer = post(editor, "/van-ban-moi/", **{"van-ban": PLAN})
    assert answer.status == 303
    return answer.headers["Location"]


def test_the_menu_leads_to_the_window(editor: Editor) -> None:
    """And it says what it takes."""
    page = get(editor, "/van-ban-moi/")
    assert 'href="/van-ban-moi/"' in page
    assert ".docx" in page


def test_what_was_recognised_stands_beside_the_text(editor: Editor) -> None:
    """Number, title, task, target, and the line it comes from."""
    page = get(editor, taken_in(editor))
    for passage in ("15/KH-UBND", "Phát động phong trào thi đua năm 2026", "Đoàn Thanh niên", "1.200 cây"):
        assert passage in page
    assert "ngày 31 tháng 02 năm 2026" in page


def test_a_doubtful_place_is_told_before_anything_is_kept(editor: Editor) -> None:
    """A day that no calendar has, and parts that miss their sum."""
    page = get(editor, taken_in(editor))
    assert "không có trong lịch" in page
    assert "1.100" in page


def test_what_was_recognised_becomes_the_form_of_a_new_document(editor: Editor) -> None:
    """Filled in as a draft, with the doubts above it, each leading to its row."""
    answer = post(editor, taken_in(editor), _viec="van-ban")
    page = get(editor, answer.headers["Location"])
    assert 'action="/moi/document"' in page
    assert 'value="15/KH-UBND"' in page
    assert 'href="#f-readings-0-printed"' in page


def test_the_form_saves_as_a_draft_record_with_every_line(editor: Editor, small_site: Path) -> None:
    """What the form does not show is saved with it."""
    answer = post(editor, taken_in(editor), _viec="van-ban")
    page = get(editor, answer.headers["Location"])
    name = re.search(r'name="_nhap" value="([^"]+)"', page)
    assert name is not None
    saved = post(editor, "/moi/document", _nhap=name[1], _viec="luu")
    assert saved.status == 303, told(saved)
    text = next((small_site / "data/documents").glob("15-kh-ubnd*.yml")).read_text(encoding="utf-8")
    assert "status: draft" in text
    for line in PLAN.replace("\t", "\n").splitlines():
        assert line.split(". ", 1)[-1] in text


def test_a_plan_that_launches_a_campaign_proposes_it_with_its_targets(editor: Editor) -> None:
    """In the form of a new campaign."""
    answer = post(editor, taken_in(editor), _viec="phong-trao")
    page = get(editor, answer.headers["Location"])
    assert 'action="/moi/campaign"' in page
    assert 'value="Phong trào thi đua năm 2026"' in page
    assert 'value="1.200"' in page


def test_a_file_is_read_as_a_pasted_text_is(editor: Editor) -> None:
    """Dropped or chosen."""
    answer = post(editor, "/van-ban-moi/", {"tep": Upload("ke-hoach.txt", PLAN.encode("utf-16"))})
    assert "15/KH-UBND" in get(editor, answer.headers["Location"])


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"%PDF-1.7"), ("a.txt", b" \n "), ("a.docx", b"PK\x03\x04x")])
def test_a_file_that_is_no_text_is_refused_in_words(editor: Editor, name: str, data: bytes) -> None:
    """With what to do about it."""
    answer = post(editor, "/van-ban-moi/", {"tep": Upload(name, data)})
    assert answer.status == 200
    assert "Hãy" in told(answer)


def test_nothing_handed_in_is_said(editor: Editor) -> None:
    """Neither a text nor a file."""
    assert "Chưa có gì để đọc" in told(post(editor, "/van-ban-moi/", **{"van-ban": "  "}))


def test_a_paper_that_is_no_longer_held_is_asked_for_again(editor: Editor) -> None:
    """After the editor was started anew."""
    assert "lần nữa" in get(editor, "/van-ban-moi/0a0b0c0d")
    assert "lần nữa" in told(post(editor, "/van-ban-moi/0a0b0c0d", _viec="van-ban"))
