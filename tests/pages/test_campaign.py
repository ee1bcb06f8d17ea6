"""The page of a campaign: states, waves, targets, papers, relatives, those honoured."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.campaign import campaign_page

Build = Callable[..., Any]
NAME = "Thi đua xã Thử năm 2026"
CAMPAIGN = f"name: {NAME}\ntype: annual\nlevel: commune\nissuers: [ubnd]\n"
RUNNING = CAMPAIGN + "period: {from: 2026-01-01, to: 2026-12-31}\n"
AGENCIES = "- {id: ubnd, name: Ủy ban nhân dân xã Thử}\n"
AWARDS = """\
- {id: giay-khen, name: Giấy khen, kind: commendation, level: commune, rank: 90, applies_to: [individual]}
- {id: bang-khen, name: Bằng khen, kind: merit-certificate, level: province, rank: 50, applies_to: [individual]}
"""


def files(campaign: str = RUNNING, **more: str) -> dict[str, str]:
    """A project of one campaign and its vocabulary; more files by path with “__” for a slash."""
    named = {f"{path.replace('__', '/')}.yml": text for path, text in more.items()}
    return {
        "campaigns/x.yml": campaign,
        "vocabulary/agencies.yml": AGENCIES,
        "vocabulary/awards.yml": AWARDS,
        **named,
    }


def decision(*rows: str, more: str = "") -> str:
    """An award decision within the campaign."""
    listed = "".join(f"  - {{{row}}}\n" for row in rows)
    return f"title: Tặng giấy khen\nissuer: ubnd\ndate: 2026-09-02\naward: giay-khen\ncampaign: x\n{more}recipients:\n{listed}"


def row(id: str, name: str, more: str = "") -> str:
    """One recipient."""
    return f"id: {id}, kind: individual, name: {name}{', ' + more if more else ''}"


def test_the_head_says_what_kind_of_campaign_it_is(project_of: Build) -> None:
    """Phase on the day, level, type, who launched it, when, its theme."""
    text = project_of(files(RUNNING + "theme: Việc nhỏ làm đến nơi\n")).seen(campaign_page, "x").text
    for words in (
        "Đang diễn ra",
        "Cấp xã",
        "Phong trào hằng năm",
        "Ủy ban nhân dân xã Thử",
        "Năm 2026",
        "“Việc nhỏ làm đến nơi”",
    ):
        assert words in text
    assert "Trang lưu trữ" not in text


def test_a_campaign_that_is_over_is_kept_as_an_archive(project_of: Build) -> None:
    """With its last day and what its place is now."""
    places = (
        "- {id: xa-cu, name: Xã Cũ, type: commune, became: [{id: xa-moi, how: whole, date: 2025-07-01}]}\n"
        "- {id: xa-moi, name: Xã Mới, type: commune}\n"
    )
    over = CAMPAIGN + "period: {from: 2019, to: 2019-12-31, to_printed: đến hết năm 2019}\nplace: xa-cu\n"
    text = project_of(files(over, vocabulary__places=places)).seen(campaign_page, "x").text
    assert "Trang lưu trữ. Phong trào đã kết thúc ngày 31/12/2019." in text
    assert "Xã Cũ nay là xã Mới" in text
    assert "Văn bản ghi: “đến hết năm 2019”" in text


def test_a_campaign_of_unknown_time_has_a_page_that_says_so(project_of: Build) -> None:
    """Nothing is claimed, and waves without dates have no bar."""
    project = project_of(files(CAMPAIGN + "waves: [{name: Đợt I}]\n"))
    assert "Không rõ thời gian" in project.seen(campaign_page, "x").text
    assert "bv-phase__bar" not in project.body(project.page(campaign_page, "x"))


def test_targets_without_any_result_are_listed_and_the_lack_is_said(project_of: Build) -> None:
    """No empty columns."""
    text = (
        project_of(files(RUNNING + "targets: [{name: Đường thôn, value: '9,6', unit: km}]\n"))
        .seen(campaign_page, "x")
        .text
    )
    assert "Đường thôn 9,6 km" in text
    assert "Chưa có kết quả." in text
    assert "Mức đạt" not in text


def test_a_result_names_its_day_its_report_and_the_verdict(project_of: Build) -> None:
    """The verdict is text as well as colour; a report that is not public is not linked."""
    targets = "targets: [{name: Đường, value: 10, unit: km, results: [{as_of: 2026-06-30, value: 4, report: r}]}]\n"
    report = "title: Sơ kết\ntype: interim\ncampaigns: [x]\nagency: ubnd\nresults: Tốt.\n"
    seen = project_of(files(RUNNING + targets, reports__r=report)).seen(campaign_page, "x")
    assert "4 km đến 30/6/2026, báo cáo" in seen.text
    assert "40% , Đang thực hiện" in seen.text
    assert seen.links["báo cáo"] == "bao-cao/r/"
    hidden = project_of(files(RUNNING + targets, reports__r=report + "status: draft\n")).seen(campaign_page, "x")
    assert "4 km đến 30/6/2026" in hidden.text
    assert "báo cáo" not in hidden.links


def test_the_plan_its_bases_and_its_slips_are_told(project_of: Build) -> None:
    """The launching document first, what it stands on, and that its print has slips."""
    plan = (
        "type: plan\ntitle: Phát động thi đua\nissuer: ubnd\nbases: [luat, {text: Nghị quyết của Đảng ủy}]\n"
        "campaigns: [{id: x, action: launch}]\nsections: [{number: I., text: phong trào thi đấu}]\n"
        "readings: [{printed: thi đấu, reading: thi đua}]\nsigners: [{name: Lê Thị Mẫu}]\n"
    )
    law = "type: law\nnumber: 06/2022/QH15\ntitle: Luật Thi đua\n"
    join = "type: plan\ntitle: Kế hoạch khác\ncampaigns: [{id: x, action: join, printed: thi đua ở xã}]\n"
    seen = project_of(files(documents__kh=plan, documents__luat=law, documents__khac=join)).seen(campaign_page, "x")
    assert seen.links["Đọc toàn văn"] == "van-ban/kh/"
    assert "Bản số hóa không ghi số hiệu" in seen.text
    assert "Người ký: Lê Thị Mẫu." in seen.text
    assert seen.links["Luật số 06/2022/QH15"] == "van-ban/luat/"
    assert "Nghị quyết của Đảng ủy" in seen.text
    assert "1 chỗ in" in seen.text
    assert "Hưởng ứng, lồng ghép" in seen.text
    assert "Văn bản ghi: “thi đua ở xã”" in seen.text


def test_the_tree_marks_this_campaign_between_its_parent_and_children(project_of: Build) -> None:
    """Drafts leave no trace in it."""
    parent = CAMPAIGN.replace(NAME, "Cả nước thi đua")
    child = CAMPAIGN.replace(NAME, "Thôn thi đua") + "parent: x\n"
    draft = CAMPAIGN.replace(NAME, "Chưa công bố") + "parent: x\nstatus: draft\n"
    project = project_of(
        files(RUNNING + "parent: cha\n", campaigns__cha=parent, campaigns__thon=child, campaigns__nhap=draft)
    )
    page = project.page(campaign_page, "x")
    assert [(one.name, one.current) for one in page.context["line"]] == [("Cả nước thi đua", False), (NAME, True)]
    assert [one.name for one in page.context["children"]] == ["Thôn thi đua"]
    assert f'aria-current="page">{NAME}</a>' in project.body(page)
    assert "Chưa công bố" not in project.body(page)


def test_those_honoured_stand_by_award_and_the_rest_are_a_link_away(project_of: Build) -> None:
    """Twelve on the page, the highest first; one with a stripped honour or in a draft decision is not among them."""
    rows = [row(f"k{number:05}", f"Nguyễn Văn A{number}") for number in range(13)]
    rows.append(row("kmmmmm", "Trần Cao Nhất", "award: bang-khen"))
    rows.append(row("kttttt", "Lê Bị Tước", "standing: [{state: stripped, date: 2026-10-01, reason: Sai}]"))
    draft = decision(row("knnnnn", "Phạm Chưa Công Bố"), more="status: draft\n")
    project = project_of(files(decisions__2026__qd=decision(*rows), decisions__2026__nhap=draft))
    page = project.page(campaign_page, "x")
    seen = project.seen(campaign_page, "x")
    assert page.context["honoured"] == 14
    assert len(page.context["cards"]) == 12
    assert page.context["cards"][0].name == "Trần Cao Nhất"
    assert seen.links["Xem cả 14 tên"] == "phong-trao/x/guong/"
    assert "Lê Bị Tước" not in seen.text
    assert "Phạm Chưa Công Bố" not in seen.text


def test_even_a_list_of_one_has_its_page(project_of: Build) -> None:
    """Every page of the site is linked from another."""
    alone = project_of(files(decisions__2026__qd=decision(row("kmmmmm", "Trần Một"))))
    assert alone.page(campaign_page, "x").context["all_honoured"] is not None


def test_reports_events_practices_and_decisions_of_the_campaign_are_linked(project_of: Build) -> None:
    """Only those that the public may see."""
    project = project_of(
        files(
            reports__r="title: Sơ kết sáu tháng\ntype: interim\ncampaigns: [x]\nagency: ubnd\nresults: Tốt.\n",
            events__e="name: Lễ phát động\ntype: launch\nfrom: 2026-01-20\nlaunches: [x]\n",
            events__n="name: Lễ chưa công bố\ntype: launch\nlaunches: [x]\nstatus: draft\n",
            practices__p="name: Đường thôn năm bước\nkind: model\ncampaign: x\n",
            decisions__2026__qd=decision(row("kmmmmm", "Trần Một")),
        )
    )
    seen = project.seen(campaign_page, "x")
    for text, url in {
        "Sơ kết sáu tháng": "bao-cao/r/",
        "Lễ phát động": "su-kien/e/",
        "Đường thôn năm bước": "mo-hinh/p/",
        "Tặng giấy khen": "quyet-dinh/qd/",
    }.items():
        assert seen.links[text] == url
    assert "Lễ chưa công bố" not in seen.text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("status: withdrawn\nwithdrawn: {date: 2026-10-02, reason: Nhầm tên phong trào}\n", "Nhầm tên phong trào"),
        ("illustrative: true\n", "Minh họa, không có thật"),
    ],
)
def test_a_state_is_said_and_keeps_search_engines_away(project_of: Build, state: str, words: str) -> None:
    """A tombstone with its reason, a badge on what is invented."""
    project = project_of(files(RUNNING + state))
    assert words in project.seen(campaign_page, "x").text
    assert project.page(campaign_page, "x").indexed is False


def test_a_removed_campaign_leaves_only_the_notice(project_of: Build) -> None:
    """Not its name."""
    project = project_of(files("status: removed\nremoved_on: 2026-10-02\n"))
    assert project.page(campaign_page, "x").title == "Mục đã được gỡ bỏ"


def test_texts_are_escaped_and_named_parts_are_unique(project_of: Build) -> None:
    """Names full of marks change nothing in the page's structure."""
    odd = "<script>alert(1)</script> & \"'"
    campaign = RUNNING.replace(NAME, f"'{odd.replace(chr(39), chr(39) * 2)}'") + f"participants: |\n  {odd}\n"
    project = project_of(files(campaign))
    body = project.body(project.page(campaign_page, "x"))
    assert "<script" not in body
    ids = project.seen(campaign_page, "x").ids
    assert len(ids) == len(set(ids))


def test_machines_are_told_of_the_larger_campaign(project_of: Build) -> None:
    """As an event within an event."""
    parent = CAMPAIGN.replace(NAME, "Cả nước thi đua")
    page = project_of(files(RUNNING + "parent: cha\n", campaigns__cha=parent)).page(campaign_page, "x")
    (thing,) = page.data
    assert (thing["name"], thing["startDate"]) == (NAME, "2026-01-01")
    assert thing["superEvent"]["url"] == "https://thu.example/phong-trao/cha/"
