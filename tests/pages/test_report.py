"""The page of a report: results, shortcomings, remedies, lessons, figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.report import report_page, reports_page

Build = Callable[..., Any]
REPORT = """\
title: Sơ kết 6 tháng đầu năm 2026
type: interim
date: 2026-07-10
period: {from: 2026-01-01, to: 2026-06-30}
campaigns: [mot, nhap]
agency: ubnd
document: bao-cao-so-12
results: "- **Đường:** 4,7 km"
shortcomings: Còn chậm.
remedies: Chuyển vật liệu sớm.
lessons: Việc gì cùng nhìn thì ít phải họp lại.
figures: [{what: Đường thôn, value: "4,70", unit: km, as_of: 2026-06-30}, {what: Hộ nghèo còn lại, value: 1.101}]
files: [{file: phu-luc.pdf, title: Phụ lục}]
"""
WORLD = {
    "reports/so-ket.yml": REPORT,
    "campaigns/mot.yml": "name: Phong trào Một\ntype: annual\nlevel: commune\n",
    "campaigns/nhap.yml": "name: Phong trào nháp\ntype: annual\nlevel: commune\nstatus: draft\n",
    "documents/bao-cao-so-12.yml": "type: report\nnumber: 12/BC-UBND\ntitle: Báo cáo sơ kết\n",
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban nhân dân xã}\n",
}


def test_every_part_of_the_report_is_told_in_its_order(project_of: Build) -> None:
    """Results, shortcomings, remedies, lessons, each under its own heading and anchor."""
    seen = project_of(WORLD).seen(report_page, "so-ket")
    places = [
        seen.text.index(part)
        for part in ("Kết quả đạt được", "Còn chậm.", "Chuyển vật liệu sớm.", "Việc gì cùng nhìn thì ít phải họp lại.")
    ]
    assert places == sorted(places)
    assert {"ket-qua", "han-che", "khac-phuc", "bai-hoc", "so-lieu"} <= set(seen.ids)


def test_the_figures_stand_in_a_table_as_they_were_written(project_of: Build) -> None:
    """Zeros after the comma are kept, thousands have their dot."""
    project = project_of(WORLD)
    body = project.body(project.page(report_page, "so-ket"))
    assert "4,70 km" in body
    assert "1.101" in body
    assert "30/6/2026" in body


def test_the_paper_and_the_files_can_be_had(project_of: Build) -> None:
    """The original by link, attachments to download."""
    project = project_of(WORLD)
    assert project.seen(report_page, "so-ket").links["Báo cáo sơ kết"] == "van-ban/bao-cao-so-12/"
    assert 'href="\x01tep/phu-luc.pdf"' in project.body(project.page(report_page, "so-ket"))


def test_a_draft_campaign_does_not_show_through_its_report(project_of: Build) -> None:
    """Only what is public is linked."""
    seen = project_of(WORLD).seen(report_page, "so-ket")
    assert seen.links["Phong trào Một"] == "phong-trao/mot/"
    assert "Phong trào nháp" not in seen.text


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("{from: 2026, to: 2026}", "Năm 2026"),
        ("{from: 2026-01-01, to: 2026-06-30}", "Từ 01/01/2026 đến 30/6/2026"),
        ("{from_printed: Từ đầu năm, to_printed: đến nay}", "Từ đầu năm đến nay"),
    ],
)
def test_the_period_is_said_in_words(project_of: Build, period: str, text: str) -> None:
    """The print's own words where it names no day."""
    world = WORLD | {"reports/so-ket.yml": REPORT.replace("{from: 2026-01-01, to: 2026-06-30}", period)}
    assert project_of(world).page(report_page, "so-ket").context["period"] == text


def test_reports_are_listed_the_latest_first(project_of: Build) -> None:
    """By the day of the report, otherwise by the end of what it covers."""
    short = "title: {}\ntype: final\ncampaigns: [mot]\nagency: ubnd\nresults: Được.\n"
    world = WORLD | {
        "reports/a.yml": short.format("Tổng kết năm 2025") + "period: {from: 2025, to: 2025}\n",
        "reports/b.yml": short.format("Không ngày"),
    }
    groups = project_of(world).page(reports_page).context["groups"]
    assert [entry.link.text for group in groups for entry in group.entries] == [
        "Sơ kết 6 tháng đầu năm 2026",
        "Tổng kết năm 2025",
        "Không ngày",
    ]
