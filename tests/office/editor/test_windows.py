"""The editor's windows, asked as a browser asks them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from asking import get, post, seen, told
from PIL import Image

from bangvang.office.editor.editor import Editor
from bangvang.office.editor.request import Fields, Request, Upload

HONOUREE = "data/honourees/k7m2q9.yml"
WINDOW = "/ho-so/honouree/k7m2q9"


def test_the_first_page_says_what_there_is_to_do(editor: Editor) -> None:
    """And what is wrong, with a way there."""
    page = get(editor, "/")
    for passage in ("Nhập danh sách khen thưởng", "Phải sửa", "Bản nháp chưa lưu", 'href="/moi/decision"'):
        assert passage in page


def test_every_kind_can_be_begun(editor: Editor) -> None:
    """Each with a form from its model."""
    from bangvang.records import KINDS

    for kind in KINDS:
        assert "_seen" in get(editor, f"/moi/{kind}"), kind


def test_every_record_can_be_opened(editor: Editor, small_site: Path) -> None:
    """Strange names too, and a form changed by nobody saves nothing."""
    for path in sorted((small_site / "data").rglob("*.yml")):
        kind = {"honourees": "honouree", "campaigns": "campaign", "decisions": "decision"}.get(
            path.parts[-2 - path.parts[-2].isdigit()]
        )
        if kind:
            assert "_seen" in get(editor, f"/ho-so/{kind}/{path.stem}"), path


def test_records_are_found_without_accents(editor: Editor) -> None:
    """On a page, and as suggestions for the page's script."""
    assert WINDOW in get(editor, "/ho-so/", q="nguyen van thu")
    assert '"id": "k7m2q9"' in get(editor, "/goi-y", q="thu", loai="honouree")
    assert get(editor, "/goi-y", q="thu", loai="award") == "[]"


def test_somebody_in_a_list_only_is_corrected_in_their_row(editor: Editor) -> None:
    """The window of the decision opens where the name stands; whoever has a record of their own goes there."""
    assert '"url": "/nguoi/a2b3c4"' in get(editor, "/goi-y", q="tran van mot")
    answer = editor.answer(Request("GET", "/nguoi/a2b3c4"))
    assert answer.headers["Location"] == "/ho-so/decision/qd-1?_trang=recipients:2#f-recipients-2-name"
    assert 'id="f-recipients-2-name"' in get(editor, "/ho-so/decision/qd-1", _trang="recipients:2")
    assert editor.answer(Request("GET", "/nguoi/k7m2q9")).headers["Location"] == WINDOW


def test_a_save_changes_one_line(editor: Editor, small_site: Path) -> None:
    """All others stay as they were typed."""
    before = (small_site / HONOUREE).read_text("utf-8").splitlines()
    page = get(editor, WINDOW)
    answer = post(editor, WINDOW, _seen=seen(page), _viec="luu", role="Tổ trưởng")
    assert (answer.status, "Đã lưu" in told(answer)) == (303, True)
    after = (small_site / HONOUREE).read_text("utf-8").splitlines()
    assert [(was, now) for was, now in zip(before, after, strict=True) if was != now] == [
        ("role: Trưởng thôn", "role: Tổ trưởng")
    ]


def test_a_fault_is_shown_at_its_field_and_kept_as_a_draft(editor: Editor, small_site: Path) -> None:
    """Nothing of it reaches data/; the draft can be gone on with, or dropped."""
    before = (small_site / HONOUREE).read_bytes()
    answer = post(editor, WINDOW, _seen=seen(get(editor, WINDOW)), _viec="luu", born="31/2/1970")
    page = told(answer)
    assert answer.status == 200
    assert 'value="31/2/1970"' in page
    assert re.search(r'id="f-born" name="born" aria-invalid="true" aria-describedby="f-born-loi', page)
    assert "những gì vừa gõ được giữ thành bản nháp" in page
    assert (small_site / HONOUREE).read_bytes() == before
    assert "/ban-nhap/honouree-k7m2q9" in get(editor, "/")
    assert 'value="31/2/1970"' in get(editor, "/ban-nhap/honouree-k7m2q9")
    post(editor, "/ban-nhap/honouree-k7m2q9/bo")
    assert "/ban-nhap/" not in get(editor, "/")


def test_a_second_window_is_stopped_and_shown_the_difference(editor: Editor) -> None:
    """What it wanted stays in its form."""
    state = seen(get(editor, WINDOW))
    post(editor, WINDOW, _seen=state, _viec="luu", role="Tổ trưởng")
    page = told(post(editor, WINDOW, _seen=state, _viec="luu", role="Bí thư"))
    assert "vừa được lưu ở một cửa sổ khác" in page
    assert "Chức vụ: “Trưởng thôn” thành “Tổ trưởng”" in page
    assert 'value="Bí thư"' in page
    assert "Đã lưu" in told(post(editor, WINDOW, _seen=seen(page), _viec="luu", role="Bí thư"))


def test_a_window_that_saved_another_field_takes_nothing_back(editor: Editor, small_site: Path) -> None:
    """Even when it saves over the other one after being shown."""
    state = seen(get(editor, WINDOW))
    post(editor, WINDOW, _seen=state, _viec="luu", summary="Tóm tắt mới.")
    page = told(post(editor, WINDOW, _seen=state, _viec="luu", role="Bí thư"))
    post(editor, WINDOW, _seen=seen(page), _viec="luu", role="Bí thư")
    text = (small_site / HONOUREE).read_text("utf-8")
    assert "role: Bí thư" in text
    assert "summary: Tóm tắt mới." in text


def test_a_preview_is_the_real_page_of_what_was_typed(editor: Editor, small_site: Path) -> None:
    """And saves nothing."""
    before = (small_site / HONOUREE).read_bytes()
    page = told(post(editor, WINDOW, _seen=seen(get(editor, WINDOW)), _viec="xem", role="Người thử nghề"))
    assert 'src="/xem-thu/guong/k7m2q9/"' in page
    assert "Người thử nghề" in get(editor, "/xem-thu/guong/k7m2q9/")
    assert "Người thử nghề" not in get(editor, "/xem/guong/k7m2q9/")
    assert (small_site / HONOUREE).read_bytes() == before


def test_readers_pages_bring_their_style_and_lists(editor: Editor) -> None:
    """The whole site stands behind a preview."""
    page = get(editor, "/xem/")
    style = re.search(r'href="([^"]*site\.[0-9a-f]+\.css)"', page)
    assert style is not None
    assert "--bv-" in get(editor, f"/xem/{style[1].removeprefix('./')}")
    assert "Nguyễn Văn Thử" in get(editor, "/xem/quyet-dinh/qd-1/")
    assert "Gương" in get(editor, "/xem/guong/")


def test_a_new_record_is_made_and_found(editor: Editor, small_site: Path) -> None:
    """Its id says nothing of a living person."""
    answer = post(editor, "/moi/honouree", _viec="luu", kind="individual", name="Lê Thị Thử Mới", status="draft")
    found = re.search(r"/ho-so/honouree/([a-z0-9]{6})\?", told(answer))
    assert found is not None
    assert "name: Lê Thị Thử Mới" in (small_site / f"data/honourees/{found[1]}.yml").read_text("utf-8")
    assert found[1] in get(editor, "/ho-so/", q="le thi thu moi")


def test_a_draft_becomes_public_by_a_button(editor: Editor) -> None:
    """A clerk need not know the word for it."""
    answer = post(
        editor, "/moi/campaign", _viec="cong-bo", name="Phong trào Thử", type="annual", level="commune", status="draft"
    )
    assert "/ho-so/campaign/phong-trao-thu" in told(answer)
    assert "Phong trào Thử" in get(editor, "/xem/phong-trao/phong-trao-thu/")


def test_a_copy_begins_like_its_model_without_what_is_its_own(editor: Editor) -> None:
    """No consent is copied to another person."""
    page = get(editor, "/moi/honouree", giong="k7m2q9")
    assert 'value="Nguyễn Văn Thử"' in page
    assert 'name="consent.by" value="bản thân"' not in page


def test_a_withdrawn_record_tells_why_and_comes_back_by_undo(editor: Editor, small_site: Path) -> None:
    """Every deed can be undone from the history."""
    before = (small_site / HONOUREE).read_bytes()
    state = seen(get(editor, WINDOW))
    refused = told(post(editor, f"{WINDOW}/rut", _seen=state))
    assert "Chưa ghi lý do rút" in refused
    assert "Đã rút" in told(post(editor, f"{WINDOW}/rut", **{"_seen": state, "ly-do": "Gia đình đề nghị"}))
    assert "Gia đình đề nghị" in get(editor, "/xem/guong/k7m2q9/")
    number = re.search(r"/lich-su/(\d+)/hoan-tac", get(editor, "/lich-su/"))
    assert number is not None
    assert "Đã hoàn tác" in told(post(editor, f"/lich-su/{number[1]}/hoan-tac"))
    assert (small_site / HONOUREE).read_bytes() == before


def test_a_record_deleted_under_an_open_form_is_kept_as_a_draft(editor: Editor, small_site: Path) -> None:
    """What was typed is not lost."""
    path = small_site / "data/reports/bc-2.yml"
    state = seen(get(editor, "/ho-so/report/bc-2"))
    path.unlink()
    page = told(post(editor, "/ho-so/report/bc-2", _seen=state, _viec="luu", title="Báo cáo sửa"))
    assert "không còn" in page
    assert "Báo cáo sửa" in page


def _photo(size: tuple[int, int] = (900, 600), form: str = "JPEG") -> bytes:
    stream = BytesIO()
    image = Image.new("RGB", size, (140, 30, 30))
    gps = Image.Exif()
    gps[0x8825] = {1: "N", 2: (10.0, 2.0, 3.0)}
    image.save(stream, form, exif=gps)
    return stream.getvalue()


def test_a_photo_comes_in_upright_small_and_without_its_place(editor: Editor, small_site: Path) -> None:
    """Under a name that tells nobody's."""
    upload = {"anh": Upload("Bà Lan ở Mẫu.JPG", _photo())}
    form = {"_seen": seen(get(editor, WINDOW)), "ta": "Anh Thử bên ruộng", "ngay": "19/5/2026", "nguoi": "bản thân"}
    assert "Đã thêm" in told(post(editor, f"{WINDOW}/anh", upload, **form))
    (made,) = (small_site / "data/photos").glob("k7m2q9-*.jpg")
    with Image.open(made) as image:
        assert image.width <= 1280
        assert 0x8825 not in image.getexif()
    text = (small_site / HONOUREE).read_text("utf-8")
    assert f"file: {made.name}" in text
    assert "2026-05-19" in text


@pytest.mark.parametrize(
    ("upload", "form", "reason"),
    [
        (None, {"ta": "x"}, "Chưa chọn tệp nào"),
        (Upload("a.jpg", b"%PDF-1.7"), {"ta": "x"}, "a.jpg"),
        (Upload("a.svg", b"<svg/>"), {"ta": "x"}, "svg"),
        (Upload("../../x.jpg", b"\xff\xd8\xff\xe0hong"), {"ta": "x"}, "hỏng"),
        (Upload("a.jpg", _photo()), {}, "Chưa tả ảnh"),
    ],
    ids=["none", "a PDF", "an SVG", "damaged, out of its folder", "no description"],
)
def test_a_photo_that_cannot_be_used_is_refused_in_words(
    editor: Editor, small_site: Path, upload: Upload | None, form: dict[str, str], reason: str
) -> None:
    """And nothing is written."""
    files = {"anh": upload} if upload else {}
    before = {path: path.read_bytes() for path in (small_site / "data").rglob("*") if path.is_file()}
    page = told(post(editor, f"{WINDOW}/anh", files, _seen=seen(get(editor, WINDOW)), **form))
    assert reason in page
    assert {path: path.read_bytes() for path in (small_site / "data").rglob("*") if path.is_file()} == before


def test_a_file_is_attached_under_a_plain_name(editor: Editor, small_site: Path) -> None:
    """With the name that readers see."""
    window = "/ho-so/decision/qd-1"
    upload = {"tep": Upload("C:\\Quyết định số 1.PDF", b"%PDF-1.7 x")}
    answer = post(editor, f"{window}/tep", upload, _seen=seen(get(editor, window)), ten="Bản chụp có dấu")
    assert "Đã thêm" in told(answer)
    (made,) = (small_site / "data/files").glob("quyet-dinh-so-1-*.pdf")
    assert f"file: {made.name}" in (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")


@pytest.mark.parametrize(
    "path", ["/khong-co", "/ho-so/honouree/khong-co", "/ho-so/khong/x", "/tep/../editor.py", "/xem/khong/"]
)
def test_what_is_not_there_is_said_so(editor: Editor, path: str) -> None:
    """Files beside the editor's own are not given out."""
    answer = editor.answer(Request("GET", path))
    assert (answer.status, "Không có trang này" in answer.body.decode()) == (404, True)


def test_a_story_is_shown_as_readers_will_see_it(editor: Editor) -> None:
    """In the safe part of Markdown."""
    text = post(editor, "/bai-viet", text="Dậy **sớm** <script>").body.decode()
    assert "<strong>sớm</strong>" in text
    assert "<script" not in text


def test_a_column_is_added_without_saving(editor: Editor, small_site: Path) -> None:
    """A table shows the columns that are in use, and any other that is asked for."""
    window = "/ho-so/decision/qd-1"
    page = get(editor, window)
    assert 'name="recipients.0.register_number"' not in page
    page = told(
        post(editor, window, _seen=seen(page), _cot="recipients.register_number", _viec="luu", title="Tên khác")
    )
    assert 'name="recipients.0.register_number"' in page
    assert 'value="Tên khác"' in page
    assert "Tên khác" not in (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")


def _long_decision(root: Path) -> str:
    """The address of a decision with more rows than one page of its table."""
    path = root / "data/decisions/2026/qd-1.yml"
    rows = "".join(f"  - {{id: to-{number}, kind: collective, name: Tổ số {number}}}\n" for number in range(230))
    path.write_text(path.read_text("utf-8") + rows, "utf-8")
    return "/ho-so/decision/qd-1"


def test_what_was_typed_on_one_page_of_a_list_is_there_on_the_next(small_site: Path) -> None:
    """Turning the page saves nothing and loses nothing."""
    window = _long_decision(small_site)
    editor = Editor(small_site)
    state = seen(get(editor, window))
    turn = {"_seen": state, "recipients~tu": "0", "_trang": "recipients:200"}
    pairs = [
        *turn.items(),
        *((f"recipients.{number}.reason", "Gõ thử" if number == 3 else "") for number in range(200)),
    ]
    page = editor.answer(Request("POST", window, Fields(), Fields(tuple(pairs)))).body.decode()
    draft = re.search(r'name="_nhap" value="([^"]+)"', page)
    assert draft is not None
    assert "recipients.200.name" in page
    assert "Gõ thử" not in (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")
    answer = post(editor, window, _seen=state, _nhap=draft[1], _viec="luu", summary="Tóm tắt.")
    assert "Đã lưu" in told(answer)
    text = (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")
    assert text.count("Gõ thử") == 1
    assert text.count("{id: to-") + text.count("id: to-") >= 230


def test_a_new_row_gets_an_id_of_its_own(editor: Editor, small_site: Path) -> None:
    """No clerk has to think one up; of a person it says nothing."""
    window = "/ho-so/decision/qd-1"
    page = get(editor, window)
    assert 'name="recipients.0.id"' not in page
    rows = {
        f"recipients.{number}.name": name
        for number, name in enumerate(re.findall(r'recipients\.\d+\.name"[^>]*value="([^"]*)"', page))
    }
    new = {f"recipients.{len(rows)}.name": "Vũ Thị Mới", f"recipients.{len(rows)}.kind": "individual"}
    pairs = [("_seen", seen(page)), ("_viec", "luu"), ("recipients~tu", "0"), *rows.items(), *new.items()]
    answer = editor.answer(Request("POST", window, Fields(), Fields(tuple(pairs))))
    assert "Đã lưu" in told(answer)
    text = (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")
    assert re.search(r"id: [a-z][a-z0-9]{5}\b.*\n?.*\n?.*Vũ Thị Mới", text)


def test_after_a_conflict_the_form_holds_both_changes(editor: Editor, small_site: Path) -> None:
    """What the other window changed is not taken back by saving again."""
    page = get(editor, WINDOW)
    whole = dict(re.findall(r'<input type="text" id="f-(?:role|unit)" name="(role|unit)"[^>]*value="([^"]*)"', page))
    post(editor, WINDOW, _seen=seen(page), _viec="luu", **(whole | {"role": "Tổ trưởng"}))
    shown = told(post(editor, WINDOW, _seen=seen(page), _viec="luu", **(whole | {"unit": "Thôn Chín"})))
    assert 'value="Tổ trưởng"' in shown
    assert 'value="Thôn Chín"' in shown


def test_publishing_without_having_looked_stays_on_its_page(editor: Editor) -> None:
    """With what to do first; nothing has begun."""
    page = told(post(editor, "/cong-bo/", noi="zip", _viec="cong-bo"))
    assert "Hãy bấm “Xem sẽ thay đổi gì” trước; chưa công bố gì cả." in page
    assert "Đang " not in page


def test_a_waiting_draft_does_not_slip_into_a_fresh_window(editor: Editor, small_site: Path) -> None:
    """It is offered; what is saved is what the window shows, and then the draft is no longer wanted."""
    state = seen(get(editor, WINDOW))
    post(editor, WINDOW, _seen=state, _viec="luu", born="31/2/1970", quote="Câu trong bản nháp.")
    page = get(editor, WINDOW)
    assert "/ban-nhap/honouree-k7m2q9" in page
    assert 'name="_nhap" value=""' in page
    assert "Đã lưu" in told(post(editor, WINDOW, _seen=seen(page), _nhap="", _viec="luu", role="Tổ trưởng"))
    assert "Câu trong bản nháp." not in (small_site / HONOUREE).read_text("utf-8")
    assert "/ban-nhap/" not in get(editor, WINDOW)


def test_a_name_that_is_not_known_loses_nothing_else(editor: Editor) -> None:
    """The rest of what was typed waits as a draft."""
    page = told(
        post(editor, WINDOW, _seen=seen(get(editor, WINDOW)), _viec="luu", place="Xã Không Có", role="Tổ trưởng")
    )
    assert "Chưa có địa phương nào tên “Xã Không Có”" in page
    assert 'name="_nhap" value="honouree-k7m2q9"' in page
    assert 'value="Tổ trưởng"' in get(editor, "/ban-nhap/honouree-k7m2q9")


def test_a_refused_photo_leaves_what_was_typed_beside_it(editor: Editor) -> None:
    """Only the file has to be chosen again."""
    files = {"anh": Upload("a.jpg", b"%PDF-1.7")}
    form = {"_seen": seen(get(editor, WINDOW)), "ta": "Anh Thử", "tac-gia": "Báo Thử"}
    page = told(post(editor, f"{WINDOW}/anh", files, **form))
    assert 'value="Anh Thử"' in page
    assert 'value="Báo Thử"' in page


def test_problems_are_told_in_the_words_of_the_office(small_site: Path) -> None:
    """The first page and the form say days as 2/9/2026 and records by name, never ids, folders or names of fields."""
    award = small_site / "data/vocabulary/awards.yml"
    entry = award.read_text("utf-8")
    award.write_text(entry.replace("  from: ", "  from: 2090-12-01 # ", 1), "utf-8")
    first = get(Editor(small_site), "/")
    assert "chỉ có từ 1/12/2090" in first
    problems = first[first.index("Phải sửa") : first.index("Bản nháp chưa lưu")]
    assert not re.search(r"\d{4}-\d\d|data/|\.yml", re.sub(r'href="[^"]*"', "", problems))


def test_a_file_that_a_model_refuses_is_told_as_its_form_tells_it(small_site: Path) -> None:
    """With its own name, at its field, without lines of a file that the clerk never sees."""
    path = small_site / HONOUREE
    path.write_text(path.read_text("utf-8").replace("born: 1970", "born: 31/2/1970"), "utf-8")
    first = get(Editor(small_site), "/")
    assert "Gõ ngày/tháng/năm, ví dụ 19/5/2024" in first
    assert f"tệp {HONOUREE}" not in first


def test_the_path_of_a_file_stands_in_a_quiet_place(editor: Editor) -> None:
    """Who minds the machine finds it; who writes the roll is not asked to read it."""
    window = get(editor, WINDOW)
    before, _, after = window.partition("Dành cho người phụ trách kỹ thuật")
    assert HONOUREE not in before
    assert HONOUREE in after


def test_a_refused_deletion_says_who_leads_there(editor: Editor) -> None:
    """Record by record with a link to the very field, and what to do instead."""
    window = get(editor, "/ho-so/award/giay-khen")
    answer = told(post(editor, "/ho-so/award/giay-khen/xoa", _seen=seen(window)))
    assert re.search(r"Chưa xóa được: còn \d+ chỗ dẫn tới hồ sơ này", answer)
    assert re.search(r'href="/ho-so/decision/[a-z0-9-]+#f-award"', answer)
    assert "chọn mục khác thay cho" in answer


def test_suggestions_say_from_when_until_when(editor: Editor) -> None:
    """Awards of one name belong to different laws."""
    found = editor.answer(Request("GET", "/goi-y", Fields((("loai", "award"), ("q", "giay khen")))))
    assert "từ 01/7/2004" in found.body.decode()


def test_a_new_honouree_is_asked_what_fits_its_kind(editor: Editor) -> None:
    """Without any script: the kind is chosen by a link, the rest stands under “Mục khác”."""
    main, _, other = get(editor, "/moi/honouree", la="household").partition("<summary>Mục khác</summary>")
    assert 'id="f-head"' in main
    assert 'id="f-sex"' in other
    assert '<option value="household" selected>' in main
    assert 'href="/moi/honouree?la=collective"' in main


def test_a_form_lists_the_decisions_that_hold_somebody(editor: Editor) -> None:
    """Each with a link to the very row."""
    window = get(editor, WINDOW)
    assert re.search(r"Có tên trong [1-9] quyết định", window)
    assert 'href="/ho-so/decision/qd-1?_trang=recipients:0#f-recipients-0-name">Quyết định 01/QĐ-UBND</a>' in window


def test_a_corrected_name_is_followed_to_where_it_still_stands(editor: Editor) -> None:
    """After the save, and until the last place is put right or the name is listed as another one."""
    window = get(editor, WINDOW)
    assert "Tên đã sửa" not in window
    story = "Nguyễn Văn Thử và anh Thử."
    post(editor, WINDOW, _seen=seen(window), name="Nguyễn Văn Thư", story=story, _viec="luu")
    window = get(editor, WINDOW)
    assert "Tên đã sửa, nhưng tên cũ còn ở" in window
    for mark in ("#f-story", "#f-summary", "recipients:0#f-recipients-0-name"):
        assert mark in window.partition('id="ten-cu"')[2].partition("</section>")[0]
    assert "ghi là “Nguyễn Văn Thử”" in window
    fields = {"story": "Anh Thư.", "summary": "Anh Thư.", "names.0.name": "Nguyễn Văn Thử", "names~tu": "0"}
    assert "Đã lưu" in told(post(editor, WINDOW, _seen=seen(window), _viec="luu", **fields))
    assert "Tên đã sửa" not in get(editor, WINDOW)


def test_a_warning_that_is_judged_is_accepted_with_a_reason(editor: Editor, small_site: Path) -> None:
    """It is not told again, and the record says who judged and why."""
    window = get(editor, WINDOW)
    post(editor, WINDOW, _seen=seen(window), story="Anh ở số 12 ngõ 5, nơi tiếp dân.", _viec="luu")
    window = get(editor, WINDOW)
    assert "bấm “Đã xem, đúng là như vậy” và ghi lý do" in window
    found = re.search(r'name="check" value="([a-z-]+)"', window)
    assert found is not None
    address = f"{WINDOW}/chap-nhan"
    assert "chưa ghi lý do" in told(post(editor, address, _seen=seen(window), check=found[1], reason="", by="")).lower()
    answer = post(
        editor, address, _seen=seen(window), check=found[1], reason="Trụ sở, không phải nhà riêng", by="Văn thư"
    )
    assert "Đã chấp nhận nhắc nhở" in told(answer)
    assert "Đã xem, đúng là như vậy" not in get(editor, WINDOW)
    assert "reason: Trụ sở, không phải nhà riêng" in (small_site / HONOUREE).read_text("utf-8")


def test_the_title_of_a_field_is_said_once(editor: Editor) -> None:
    """It is the link above the form and the label in it; the sentence goes without."""
    answer = told(post(editor, WINDOW, _seen=seen(get(editor, WINDOW)), born="31/2/1970", _viec="luu"))
    assert '<a href="#f-born">Năm sinh, ngày thành lập</a>: Không có ngày 31/02/1970 trong lịch.' in answer
    assert answer.count("Không có ngày 31/02/1970 trong lịch.") == 2


def test_somebody_of_a_list_gets_a_record_of_their_own(editor: Editor, small_site: Path) -> None:
    """Under the id that the decisions know, with what their row says."""
    assert 'href="/ho-so-rieng/a2b3c4"' in get(editor, "/ho-so/", q="tran van mot")
    assert 'href="/ho-so-rieng/a2b3c4"' in get(editor, "/ho-so/decision/qd-1")
    assert told(editor.answer(Request("GET", "/ho-so-rieng/a2b3c4"))) == "/moi/honouree?cua=a2b3c4"
    page = get(editor, "/moi/honouree", cua="a2b3c4")
    assert 'value="Trần Văn Một"' in page
    assert 'type="hidden" name="_ma" value="a2b3c4"' in page
    form = {"_ma": "a2b3c4", "kind": "individual", "name": "Trần Văn Một", "summary": "Anh Một.", "_viec": "luu"}
    assert 'name="_ma" value="a2b3c4"' in told(post(editor, "/moi/honouree", **form, born="31/2/1970"))
    assert post(editor, "/moi/honouree", **form).headers["Location"].startswith("/ho-so/honouree/a2b3c4?")
    assert (small_site / "data/honourees/a2b3c4.yml").is_file()
    assert told(editor.answer(Request("GET", "/ho-so-rieng/a2b3c4"))) == "/ho-so/honouree/a2b3c4"
    assert editor.answer(Request("GET", "/moi/honouree", Fields((("cua", "khong-co"),)))).status == 404


def test_an_entry_of_a_vocabulary_gets_an_id_of_its_name(editor: Editor, small_site: Path) -> None:
    """No clerk has to think one up."""
    page = get(editor, "/moi/agency")
    main, _, other = page.partition("<summary>Mục khác</summary>")
    assert 'id="f-id"' not in main
    assert "Để trống thì máy tự đặt theo tên" in other
    answer = post(editor, "/moi/agency", name="Hội Làm vườn xã Thử", _viec="luu")
    assert answer.headers["Location"].startswith("/ho-so/agency/hoi-lam-vuon-xa-thu?")
    assert "id: hoi-lam-vuon-xa-thu" in (small_site / "data/vocabulary/agencies.yml").read_text("utf-8")
