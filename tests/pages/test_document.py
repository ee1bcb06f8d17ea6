"""The page of a document: card, text, tasks, what it stands on, what builds on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.document import document_page

Build = Callable[..., Any]
PLAN = "type: plan\ntitle: Phát động thi đua\nissuer: ubnd\n"
AGENCIES = (
    "- {id: ubnd, name: Ủy ban nhân dân xã Thử}\n"
    "- {id: cu, name: Ủy ban nhân dân huyện Cũ, became: [{id: ubnd, date: 2025-07-01}]}\n"
)


def files(document: str = PLAN, **more: str) -> dict[str, str]:
    """A project of one document; more files by path with “__” for a slash."""
    named = {f"{path.replace('__', '/')}.yml": text for path, text in more.items()}
    return {"documents/x.yml": document, "vocabulary/agencies.yml": AGENCIES, **named}


def test_the_card_says_what_the_print_does_not_say(project_of: Build) -> None:
    """No number and no day are facts about the paper."""
    text = project_of(files()).seen(document_page, "x").text
    assert "Văn bản không ghi số" in text
    assert "Văn bản không ghi ngày" in text
    assert "Chỉ có thông tin trích dẫn" in text


def test_the_card_holds_number_reading_day_signer_and_file_code(project_of: Build) -> None:
    """As printed, with the reading beside the number."""
    more = (
        "number: 39/CT-TW\nnumber_reading: 39-CT/TW\ndate: 2004-05-21\nissued_at: Hà Nội\nfile_code: VT\n"
        "signers: [{name: Lê Thị Mẫu, title: Chủ tịch, capacity: TM. Ủy ban nhân dân}]\n"
    )
    page = project_of(files(PLAN + more)).page(document_page, "x")
    text = project_of(files(PLAN + more)).seen(document_page, "x").text
    assert page.title == "Kế hoạch số 39/CT-TW: Phát động thi đua"
    assert "39/CT-TW Đọc là: 39-CT/TW" in text
    assert "Ngày 21 tháng 5 năm 2004" in text
    assert "Lê Thị Mẫu TM. Ủy ban nhân dân, Chủ tịch" in text
    assert "Hà Nội" in text


@pytest.mark.parametrize(
    ("more", "old"),
    [
        ("period: {from: 2019, to: 2019}\n", True),
        ("period: {from: 2026, to: 2026}\n", False),
        ("issuer: cu\n", True),
        ("", False),
    ],
)
def test_an_old_paper_is_said_to_be_kept_as_it_was(project_of: Build, more: str, old: bool) -> None:
    """When its time is over, or its issuer is no more."""
    plan = "type: plan\ntitle: Phát động thi đua\n" + more
    assert ("Văn bản lưu trữ." in project_of(files(plan)).seen(document_page, "x").text) is old


def test_the_text_keeps_its_numbers_lines_and_slips(project_of: Build) -> None:
    """With a table of contents that leads to every heading, and a list of the slips."""
    text = (
        "opening: |\n  KẾ HOẠCH\n  Căn cứ Luật;\n"
        "sections:\n"
        "  - number: I.\n    heading: MỤC ĐÍCH\n    text: |\n      - Một\n      Hai\n"
        "  - number: II.\n    heading: NỘI DUNG\n    sections: [{number: '1.', text: phong trào thi đấu}]\n"
        "readings: [{printed: thi đấu, reading: thi đua}]\n"
    )
    project = project_of(files(PLAN + text))
    seen = project.seen(document_page, "x")
    assert {"muc-i", "muc-ii", "muc-ii-1", "chu-thich-1"} <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    assert seen.links["I. MỤC ĐÍCH"] == "#muc-i"
    assert "nên đọc: thi đua" in seen.links
    assert "1. In là “thi đấu” Nên đọc: “thi đua”" in seen.text
    assert "<p>Hai</p>" in project.body(project.page(document_page, "x"))


def test_every_link_within_the_page_leads_somewhere(project_of: Build) -> None:
    """Contents, tasks and readings alike."""
    text = (
        "sections: [{number: I., heading: A, sections: [{number: a), text: 'Sai chữ'}]}]\n"
        "readings: [{printed: Sai, note: Chú thích}, {printed: không có, note: B}]\n"
        "bases: [{text: Luật}]\n"
        "tasks: [{what: Làm, section: I.a), due: [{quarter: I/2026}]}, {what: Xong, section: IX}]\n"
    )
    seen = project_of(files(PLAN + text)).seen(document_page, "x")
    inside = {url.removeprefix("#") for url in seen.links.values() if url.startswith("#")}
    assert inside
    assert inside <= set(seen.ids)
    assert seen.links["Mục I.a)"] == "#muc-i-a"


def test_tasks_are_told_by_time_and_by_lead(project_of: Build) -> None:
    """The same tasks twice, without any script."""
    tasks = "tasks: [{what: Tập huấn, lead: [ubnd], due: [{quarter: I/2015, printed: trong quý I/2015}]}, {what: Kiểm tra}]\n"
    text = project_of(files(PLAN + tasks)).seen(document_page, "x").text
    assert "Quý I/2015 tháng 1–3 Tập huấn" in text
    assert "Không ghi thời hạn (1 việc) Kiểm tra" in text
    assert "Ủy ban nhân dân xã Thử (1 việc)" in text
    assert "Không ghi cơ quan chủ trì (1 việc)" in text


def test_what_it_stands_on_and_what_builds_on_it(project_of: Build) -> None:
    """Bases with their article, higher plans, answers to what it requires, later papers; no drafts."""
    own = (
        PLAN
        + "bases: [{document: luat, article: Điều 80}, {text: Nghị quyết của Đảng ủy}]\nimplements: [tren]\n"
        + "requires: [{who: Các thôn, what: Kế hoạch của thôn, due: {by: 2026-03}, fulfilled_by: [thon]}]\n"
    )
    project = project_of(
        files(
            own,
            documents__luat="type: law\nnumber: 06/2022/QH15\ntitle: Luật Thi đua\n",
            documents__tren="type: plan\ntitle: Kế hoạch của tỉnh\n",
            documents__thon="type: plan\ntitle: Kế hoạch thôn Một\nimplements: [x]\n",
            documents__nhap="type: plan\ntitle: Bản nháp\nbases: [x]\nstatus: draft\n",
            decisions__2026__qd=(
                "title: Khen thưởng\nissuer: ubnd\ndate: 2026-09-02\nbases: [x]\n"
                "recipients: [{id: kmmmmm, kind: individual, name: Trần Một, award_text: Giấy khen}]\n"
            ),
        )
    )
    seen = project.seen(document_page, "x")
    assert seen.links["Luật số 06/2022/QH15"] == "van-ban/luat/"
    assert "Điều 80. Luật Thi đua" in seen.text
    assert seen.links["Kế hoạch của tỉnh"] == "van-ban/tren/"
    assert "Các thôn Chậm nhất hết tháng 3/2026 Kế hoạch thôn Một" in seen.text
    assert "Văn bản thực hiện văn bản này" in seen.text
    assert seen.links["Khen thưởng"] == "quyet-dinh/qd/"
    assert "Bản nháp" not in seen.text


def test_a_paper_that_many_build_on_names_the_newest_and_counts_the_rest(project_of: Build) -> None:
    """A law does not drag hundreds of decisions onto its page."""
    later = {
        f"documents__k{number:02}": f"type: plan\ntitle: Kế hoạch {number}\ndate: 2026-01-{number:02}\nbases: [x]\n"
        for number in range(1, 16)
    }
    (tie,) = project_of(files(**later)).page(document_page, "x").context["ties"]
    assert (len(tie.lines), tie.more) == (12, 3)
    assert tie.lines[0].title == "Kế hoạch 15"


def test_campaigns_events_reporting_and_addressees(project_of: Build) -> None:
    """What is launched stands in the card; who gets it to report is told from who gets it to act."""
    own = (
        PLAN
        + "campaigns: [{id: c, action: launch}, {id: d, action: continue, printed: dạy tốt học tốt}]\n"
        + "triggered_by: [{event: e, date: 2020-01-29}, {text: Phiên họp thứ 71}]\n"
        + "reporting: {every: [half-year, year], to: Ủy ban nhân dân tỉnh, via: Sở Nội vụ}\n"
        + "recipients: [{name: Sở Nội vụ (b/c), for_report: true}, {name: UBND xã, agency: ubnd}]\n"
    )
    campaign = "type: annual\nlevel: commune\n"
    project = project_of(
        files(
            own,
            campaigns__c=f"name: Thi đua 2026\n{campaign}",
            campaigns__d=f"name: Dạy tốt, học tốt\n{campaign}",
            events__e="name: Hội nghị phát động\ntype: launch\n",
        )
    )
    seen = project.seen(document_page, "x")
    assert "Phát động Thi đua 2026" in seen.text
    assert "Văn bản ghi: “dạy tốt học tốt”" in seen.text
    assert seen.links["Hội nghị phát động"] == "su-kien/e/"
    assert "(29/01/2020), Phiên họp thứ 71" in seen.text
    assert "6 tháng một lần và hằng năm" in seen.text
    assert "Để báo cáo Sở Nội vụ (b/c) Để thực hiện UBND xã" in seen.text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("status: withdrawn\nwithdrawn: {date: 2026-10-02, reason: Nhầm bản}\n", "Nhầm bản"),
        ("illustrative: true\n", "Minh họa, không có thật"),
    ],
)
def test_a_state_is_said_and_keeps_search_engines_away(project_of: Build, state: str, words: str) -> None:
    """A tombstone with its reason, a badge on what is invented."""
    project = project_of(files(PLAN + state))
    assert words in project.seen(document_page, "x").text
    assert project.page(document_page, "x").indexed is False


def test_a_removed_document_leaves_only_the_notice(project_of: Build) -> None:
    """Not its title."""
    project = project_of(files("status: removed\nremoved_on: 2026-10-02\n"))
    assert project.page(document_page, "x").title == "Mục đã được gỡ bỏ"


def test_marks_in_the_text_are_no_markup(project_of: Build) -> None:
    """A slip with angle brackets is shown as it is."""
    text = "sections: [{number: I., heading: '<b>A</b>', text: '<script>x</script>'}]\nreadings: [{printed: '<script>', note: '<i>'}]\n"
    project = project_of(files(PLAN + text))
    body = project.body(project.page(document_page, "x"))
    assert "<script" not in body
    assert "<b>A" not in body
    assert "&lt;script&gt;</span>" in body
