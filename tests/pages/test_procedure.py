"""The page of a procedure: steps, papers, days, basis, forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.procedure import procedure_page, procedures_page

Build = Callable[..., Any]
PROCEDURE = """\
name: Tặng Giấy khen
code: "1.012386"
level: commune
for_awards: [giay-khen]
steps:
  - {what: Họp xét., who: Thôn}
  - {what: Thẩm định., who: Hội đồng xã, days: 5}
papers:
  - {name: Tờ trình, copies: 1}
  - {name: Biên bản, note: Có chữ ký thư ký}
days: 10
fee: Không thu
authority: ubnd
bases: [{document: luat, article: Điều 80}, {document: nhap}]
forms: [{title: Mẫu tờ trình, file: mau.docx}, {title: Mẫu trên cổng, url: 'https://cong.example/mau'}]
"""
WORLD = {
    "procedures/giay-khen.yml": PROCEDURE,
    "documents/luat.yml": "type: law\nnumber: 06/2022/QH15\ntitle: Luật Thi đua, khen thưởng\n",
    "documents/nhap.yml": "type: notice\ntitle: Thông báo nháp\nstatus: draft\n",
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban nhân dân xã}\n",
    "vocabulary/awards.yml": "- {id: giay-khen, name: Giấy khen, kind: commendation, level: province, rank: 1, applies_to: [collective], powers: [{authority: province-chair}]}\n",
}


def test_what_matters_most_stands_at_the_top(project_of: Build) -> None:
    """How long, where, what it costs, for which award, under which code."""
    seen = project_of(WORLD).seen(procedure_page, "giay-khen")
    for part in ("10 ngày làm việc", "Không thu", "1.012386", "Cấp xã"):
        assert part in seen.text
    assert seen.links["Giấy khen"] == "danh-hieu/giay-khen/"
    assert seen.links["Ủy ban nhân dân xã"] == "co-quan/ubnd/"


def test_steps_say_who_does_what_in_how_many_days(project_of: Build) -> None:
    """In their order; a step without a term has none made up."""
    text = project_of(WORLD).seen(procedure_page, "giay-khen").text
    assert "Thôn Họp xét. Hội đồng xã Thẩm định. 5 ngày làm việc" in text


def test_papers_show_copies_and_notes_only_where_any_has_them(project_of: Build) -> None:
    """No column of dashes."""
    project = project_of(WORLD)
    text = project.seen(procedure_page, "giay-khen").text
    assert "Số bản" in text
    assert "Có chữ ký thư ký" in text
    plain = WORLD | {"procedures/giay-khen.yml": "name: Thủ tục\nsteps: [{what: Nộp.}]\npapers: [{name: Đơn}]\n"}
    text = project_of(plain).seen(procedure_page, "giay-khen").text
    assert "Đơn" in text
    assert "Số bản" not in text
    assert "Ghi chú" not in text


def test_forms_are_files_of_the_site_or_pages_elsewhere(project_of: Build) -> None:
    """Each leads to where it can be had."""
    project = project_of(WORLD)
    assert 'href="\x01tep/mau.docx"' in project.body(project.page(procedure_page, "giay-khen"))
    assert project.seen(procedure_page, "giay-khen").links["Mẫu trên cổng"] == "https://cong.example/mau"


def test_bases_name_public_documents_only(project_of: Build) -> None:
    """With the article in front; a draft leaves no trace."""
    text = project_of(WORLD).seen(procedure_page, "giay-khen").text
    assert "Điều 80, Luật số 06/2022/QH15" in text
    assert "Thông báo nháp" not in text


def test_procedures_are_listed_from_the_highest_level_down(project_of: Build) -> None:
    """Those without a level last."""
    short = "name: {}\nsteps: [{{what: Nộp.}}]\n"
    world = WORLD | {
        "procedures/a.yml": short.format("Không cấp"),
        "procedures/b.yml": short.format("Tặng Bằng khen") + "level: province\n",
    }
    groups = project_of(world).page(procedures_page).context["groups"]
    assert [group.heading for group in groups] == ["Cấp tỉnh", "Cấp xã", "Thủ tục khác"]
