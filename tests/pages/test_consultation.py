"""The page of a consultation: its state by the day and by the browser, who is proposed, how to answer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.consultation import consultation_page, consultations_page

Build = Callable[..., Any]
HEAD = """\
title: Lấy ý kiến về hai trường hợp
agency: hoi-dong
award: giay-khen
opens: 2026-11-16
closes: 2026-11-30
legal_basis: [{text: Quy chế của xã, article: Điều 4}]
how: {office: Phòng Văn hóa, address: Trụ sở xã, email: vh@thu.example}
"""
LIVING = "- {id: k7m2qf, kind: individual, name: Nguyễn Văn Thử, role: Nông dân, sex: male, born: 1980, living: yes, achievement: Giữ sổ ruộng.}\n"
UNIT = "- {id: to-mot, kind: collective, name: Tổ Một, achievement: Hòa giải., award: bang-khen}\n"
GONE = "- {id: da-go, kind: individual, name: Người Đã Gỡ, achievement: Việc đã gỡ.}\n"
AWARD = "- {{id: {}, name: {}, kind: commendation, level: province, rank: 1, applies_to: [collective], powers: [{{authority: province-chair}}]}}\n"
WORLD = {
    "consultations/dot.yml": f"{HEAD}candidates:\n{LIVING}{UNIT}{GONE}",
    "honourees/to-mot.yml": "kind: collective\nname: Tổ Một\n",
    "honourees/da-go.yml": "status: removed\n",
    "vocabulary/agencies.yml": "- {id: hoi-dong, name: Hội đồng xã}\n",
    "vocabulary/awards.yml": AWARD.format("giay-khen", "Giấy khen") + AWARD.format("bang-khen", "Bằng khen"),
}
ONLY_UNITS = WORLD | {"consultations/dot.yml": f"{HEAD}candidates:\n{UNIT}"}


def test_the_page_carries_all_three_states_and_the_days_between_them(project_of: Build) -> None:
    """The browser can close it without a rebuild; without script the built state shows."""
    project = project_of(WORLD)
    body = project.body(project.page(consultation_page, "dot"))
    section = re.search(r'<section class="bv-consult is-open" data-opens="2026-11-16" data-closes="2026-11-30"', body)
    assert section is not None
    states = dict(re.findall(r'<div data-state="(\w+)"( hidden)?>', body))
    assert states == {"soon": " hidden", "open": "", "closed": " hidden"}


@pytest.mark.parametrize(
    ("day", "shown", "hidden"),
    [
        ("2026-11-10", "Sắp lấy ý kiến", "Đang lấy ý kiến"),
        ("2026-11-30", "Đang lấy ý kiến", "Đã hết hạn góp ý"),
        ("2026-12-01", "Đã hết hạn góp ý", "Đang lấy ý kiến"),
    ],
)
def test_a_reader_without_script_sees_the_state_of_the_build_and_the_closing_day(
    project_of: Build, day: str, shown: str, hidden: str
) -> None:
    """On its page and in the list."""
    project = project_of(WORLD, datetime.date.fromisoformat(day))
    for seen in (project.seen(consultation_page, "dot"), project.seen(consultations_page)):
        assert shown in seen.text
        assert hidden not in seen.text
        assert "30/11/2026" in seen.text


def test_how_to_answer_is_a_touch_away_while_it_is_open(project_of: Build) -> None:
    """The button writes a letter to the office; once closed it is gone, the office's address stays."""
    seen = project_of(WORLD).seen(consultation_page, "dot")
    assert seen.links["Gửi thư góp ý"].startswith("mailto:vh@thu.example?subject=G%C3%B3p%20%C3%BD")
    late = project_of(WORLD, datetime.date(2026, 12, 1)).seen(consultation_page, "dot")
    assert "Gửi thư góp ý" not in late.links
    assert "Trụ sở xã" in late.text


def test_candidates_are_told_as_the_record_says_and_no_more(project_of: Build) -> None:
    """Name, role, place, award and achievement; not the age, sex or whether somebody lives."""
    project = project_of(WORLD)
    seen = project.seen(consultation_page, "dot")
    for part in ("Nguyễn Văn Thử", "Nông dân", "Giữ sổ ruộng.", "Trường hợp 1, cá nhân"):
        assert part in seen.text
    for part in ("1980", "Còn sống"):
        assert part not in seen.text
    assert "Nguyễn Văn Thử" not in seen.links
    assert seen.links["Tổ Một"] == "guong/to-mot/"


def test_each_candidate_shows_the_award_proposed_for_it(project_of: Build) -> None:
    """Its own, otherwise that of the whole consultation."""
    text = project_of(WORLD).seen(consultation_page, "dot").text
    assert text.index("Đề nghị: Giấy khen") < text.index("Đề nghị: Bằng khen")


def test_somebody_removed_by_right_keeps_only_the_number(project_of: Build) -> None:
    """The list stays countable, the name and the deed are gone."""
    seen = project_of(WORLD).seen(consultation_page, "dot")
    assert "Người Đã Gỡ" not in seen.text
    assert "Việc đã gỡ." not in seen.text
    assert "truong-hop-3" in seen.ids


def test_search_engines_stay_out_where_living_people_are_named(project_of: Build) -> None:
    """A list of units may be indexed."""
    assert not project_of(WORLD).page(consultation_page, "dot").indexed
    assert project_of(ONLY_UNITS).page(consultation_page, "dot").indexed


@pytest.mark.parametrize(("own", "days"), [("", 10), ("working_days: 15\n", 15)])
def test_the_days_required_are_its_own_or_those_of_the_sites_rule(project_of: Build, own: str, days: int) -> None:
    """The rule that held on the first day."""
    site = (
        "name: T\naddress: https://thu.example/\ndescription: T.\nowner: {name: U}\ncontact: {office: V, address: X}\n"
        "rules: [{rule: consultation-working-days, value: 10, from: 2024, basis: Quy chế}]\n"
    )
    world = WORLD | {"site.yml": site, "consultations/dot.yml": f"{HEAD}{own}candidates:\n{UNIT}"}
    assert f"Ít nhất {days} ngày làm việc" in project_of(world).seen(consultation_page, "dot").text


def test_the_outcome_names_the_decision_unless_it_is_a_draft(project_of: Build) -> None:
    """How many answered, what was made of it, and what was decided."""
    outcome = "outcome: {text: Nhất trí cả hai., responses: 1.017, decision: qd}\n"
    decision = "title: Khen hai trường hợp\nissuer: hoi-dong\ndate: 2026-12-10\nrecipients: [{id: to-mot, kind: collective, name: Tổ Một}]\n"
    world = ONLY_UNITS | {
        "consultations/dot.yml": f"{HEAD}{outcome}candidates:\n{UNIT}",
        "decisions/2026/qd.yml": decision,
    }
    late = datetime.date(2026, 12, 20)
    seen = project_of(world, late).seen(consultation_page, "dot")
    assert "1.017 ý kiến" in seen.text
    assert "Nhất trí cả hai." in seen.text
    assert seen.links["Khen hai trường hợp"] == "quyet-dinh/qd/"
    draft = world | {"decisions/2026/qd.yml": decision + "status: draft\n"}
    assert "Khen hai trường hợp" not in project_of(draft, late).seen(consultation_page, "dot").text


def test_the_legal_basis_is_quoted_with_its_article(project_of: Build) -> None:
    """Also where the text is no document of the site."""
    assert "Điều 4, Quy chế của xã" in project_of(WORLD).seen(consultation_page, "dot").text


def test_the_list_names_nobody(project_of: Build) -> None:
    """Only how many are proposed, by whom and until when."""
    text = project_of(WORLD).seen(consultations_page).text
    assert "3 trường hợp được đề nghị" in text
    assert "Nguyễn Văn Thử" not in text
