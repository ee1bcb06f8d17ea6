"""The page of one who was honoured, in every state and form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from markupsafe import Markup

from bangvang.pages.honouree import honouree_page
from bangvang.pages.people import role_at
from bangvang.pages.qr_pictures import qr_picture

Build = Callable[..., Any]
AWARDS = (
    "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual, collective, household], rank: 9}\n"
    "- {id: hc, name: Huân chương Lao động, kind: order, level: state, applies_to: [individual], rank: 1}\n"
)
LISTS = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban xã Thử}\n",
    "vocabulary/awards.yml": AWARDS,
    "vocabulary/places.yml": (
        "- {id: nay, name: Xã Nay, type: commune}\n"
        "- {id: xua, name: Xã Xưa, type: commune, became: [{id: nay, how: whole, date: 2025-07-01}]}\n"
    ),
}
CONSENT = "consent: {date: 2026-01-01, by: bản thân, covers: [bài viết, lời trích, ảnh]}\n"
TOLD = "kind: individual\nname: Nguyễn Văn An\nrole: Trưởng thôn\nsummary: Tóm tắt.\nstory: Chuyện **dài**.\nquote: Lời nói.\n"


def decision(*rows: str, head: str = "number: 1/QĐ\ndate: 2024-03-04") -> str:
    """A decision of some recipients."""
    listed = "".join(f"  - {{kind: individual, {row}}}\n" for row in rows)
    return f"{head}\ntitle: Khen\nissuer: ubnd\naward: gk\nrecipients:\n{listed}"


ROW = "id: a2b3c4, name: Nguyễn Văn An, place: xua, reason: Hiến đất."


def test_a_bare_recipient_has_a_short_page(project_of: Build) -> None:
    """With the honour: award, number, day, authority, the place then and now, the reason."""
    project = project_of({**LISTS, "decisions/2024/q.yml": decision(ROW)})
    page = project.page(honouree_page, "a2b3c4")
    assert (page.url, page.title) == ("guong/a2b3c4/", "Nguyễn Văn An")
    assert page.description == "Nguyễn Văn An. Giấy khen, 2024."
    seen = project.seen(honouree_page, "a2b3c4")
    for words in (
        "Giấy khen, 2024",
        "Quyết định số 1/QĐ",
        "Ngày 04 tháng 3 năm 2024",
        "Ủy ban xã Thử",
        "Xã Xưa",
        "Nay là xã Nay",
        "Hiến đất.",
    ):
        assert words in seen.text
    assert "q-1" in seen.ids
    assert seen.links["Quyết định số 1/QĐ"] == "quyet-dinh/q/"
    assert "Câu chuyện" not in seen.text


def test_a_share_card_says_a_place_once(project_of: Build) -> None:
    """A village that is both unit and place stands in the line of the place alone."""
    told = TOLD + CONSENT + "unit: Xã Nay\nplace: nay\n"
    card = project_of({**LISTS, "honourees/a2b3c4.yml": told}).page(honouree_page, "a2b3c4").card
    assert card.lines == ("Trưởng thôn", "Xã Nay")


def test_a_role_and_its_unit_run_together(project_of: Build) -> None:
    """Offices write the beginning of the unit into the role."""
    row = f"{ROW}, role: Chủ tịch Ủy ban nhân dân xã, unit: Ủy ban nhân dân xã Thử"
    project = project_of({**LISTS, "decisions/2024/q.yml": decision(row)})
    assert "Chủ tịch Ủy ban nhân dân xã Thử." in project.page(honouree_page, "a2b3c4").description
    assert role_at("Nông dân", "Dân quân xã Thử", "") == "Nông dân, Dân quân xã Thử"
    assert role_at("Trưởng thôn", "Thôn Một", "Thôn Một, xã Thử") == "Trưởng thôn"


def test_whoever_has_lost_every_honour_is_held_up_to_nobody(project_of: Build) -> None:
    """The share card names the fact, no exemplar; one honour that stands is enough to be one."""
    lost = f"{ROW}, standing: [{{state: stripped, date: 2025-01-01, reason: Sai phạm.}}]"
    files = {**LISTS, "decisions/2024/q.yml": decision(lost), "honourees/a2b3c4.yml": TOLD + CONSENT}
    page = project_of(files).page(honouree_page, "a2b3c4")
    assert (page.card.label, page.card.lines[0]) == ("Hồ sơ", "Phần thưởng đã bị hủy bỏ hoặc bị tước")
    assert page.image == "site"
    files["decisions/2024/q2.yml"] = decision(ROW, head="number: 2/QĐ\ndate: 2024-03-05")
    page = project_of(files).page(honouree_page, "a2b3c4")
    assert (page.card.label, page.card.lines[0], page.image) == ("Gương sáng", "Giấy khen, 2024", "honouree")


@pytest.mark.parametrize(("life", "told"), [("", "1970"), ("died: 2020-05-06\n", "1970-02-03")])
def test_machines_are_told_the_year_alone_in_which_somebody_living_was_born(
    project_of: Build, life: str, told: str
) -> None:
    """As readers are."""
    profile = f"{TOLD}born: 1970-02-03\n{life}{CONSENT}"
    page = project_of({**LISTS, "honourees/a2b3c4.yml": profile}).page(honouree_page, "a2b3c4")
    assert page.data[0]["birthDate"] == told


def test_a_full_page_tells_the_story(project_of: Build) -> None:
    """Of somebody who consented."""
    project = project_of({**LISTS, "honourees/a2b3c4.yml": TOLD + CONSENT, "decisions/2024/q.yml": decision(ROW)})
    assert project.page(honouree_page, "a2b3c4").description == "Tóm tắt."
    assert "<strong>dài</strong>" in project.body(project.page(honouree_page, "a2b3c4"))
    text = project.seen(honouree_page, "a2b3c4").text
    for words in ("Tóm tắt.", "Lời nói.", "Trưởng thôn", "Giấy khen, 2024"):
        assert words in text


@pytest.mark.parametrize(("kind", "told"), [("individual", "sinh năm 1950"), ("collective", "thành lập năm 1950")])
def test_persons_are_born_and_collectives_founded(project_of: Build, kind: str, told: str) -> None:
    """The same field, in the word for each."""
    profile = f"kind: {kind}\nname: Tên Thử\nborn: 1950\n" + CONSENT
    text = project_of({**LISTS, "honourees/a2b3c4.yml": profile}).seen(honouree_page, "a2b3c4").text
    assert told in text


def test_the_living_without_consent_have_the_short_form(project_of: Build) -> None:
    """Neither summary, story nor quote, also not for machines."""
    project = project_of({**LISTS, "honourees/a2b3c4.yml": TOLD, "decisions/2024/q.yml": decision(ROW)})
    page = project.page(honouree_page, "a2b3c4")
    body = project.body(page)
    for words in ("Tóm tắt", "Chuyện", "dài", "Lời nói"):
        assert words not in f"{body} {page.description} {page.data}"
    assert "Giấy khen, 2024" in body


@pytest.mark.parametrize("state", ["status: draft\n", "publish_on: 2026-12-01\n"])
def test_nothing_of_a_profile_that_is_not_yet_public_shows(project_of: Build, state: str) -> None:
    """Until its day the decision alone speaks: name, role and place as printed."""
    hidden = "kind: individual\nname: Tên Sắp Công Bố\nrole: Chức mới\nplace: nay\nborn: 1970\nstory: Bài mới.\nsummary: Lời mới.\n"
    hidden += CONSENT + state
    project = project_of({**LISTS, "honourees/a2b3c4.yml": hidden, "decisions/2024/q.yml": decision(ROW)})
    page = project.page(honouree_page, "a2b3c4")
    assert page.title == "Nguyễn Văn An"
    said = f"{project.body(page)} {page.description} {page.data}"
    for words in ("Sắp Công Bố", "Chức mới", "1970", "Bài mới", "Lời mới"):
        assert words not in said


def test_nothing_of_a_decision_that_is_not_yet_public_shows(project_of: Build) -> None:
    """Neither the honour nor the newer role and unit that it prints."""
    later = decision(f"{ROW}, role: Chủ tịch, unit: Đơn vị mới", head="status: draft\nnumber: 2/QĐ\ndate: 2026-03-04")
    project = project_of({**LISTS, "decisions/2024/q.yml": decision(ROW), "decisions/2026/r.yml": later})
    text = project.seen(honouree_page, "a2b3c4").text
    assert "Giấy khen, 2024" in text
    for words in ("Chủ tịch", "Đơn vị mới", "2/QĐ", "2026"):
        assert words not in text


def test_a_withdrawn_profile_is_a_tombstone(project_of: Build) -> None:
    """When and why; not what it told."""
    gone = TOLD + "status: withdrawn\nwithdrawn: {date: 2026-10-01, reason: Thông tin sai.}\n"
    project = project_of({**LISTS, "honourees/a2b3c4.yml": gone, "decisions/2024/q.yml": decision(ROW)})
    page = project.page(honouree_page, "a2b3c4")
    text = project.seen(honouree_page, "a2b3c4").text
    assert not page.indexed
    assert "Thông tin sai." in text
    assert "01/10/2026" in text
    assert "Chuyện" not in text
    assert "Hiến đất" not in text


@pytest.mark.parametrize(
    "draft", [{}, {"honourees/a2b3c4.yml": TOLD + "status: draft\n"}], ids=["bare", "with a draft"]
)
def test_whom_only_a_withdrawn_decision_names_has_its_tombstone(project_of: Build, draft: dict[str, str]) -> None:
    """The address may be known; it says why, and not who."""
    head = "status: withdrawn\nwithdrawn: {date: 2026-10-01, reason: Ký nhầm.}\ndate: 2024"
    project = project_of({**LISTS, **draft, "decisions/2024/q.yml": decision(ROW, head=head)})
    text = project.seen(honouree_page, "a2b3c4").text
    assert "Ký nhầm." in text
    assert "An" not in text.split()


def test_a_removed_profile_says_only_that_something_was_removed(project_of: Build) -> None:
    """Not even who, though a decision still holds the name."""
    gone = "status: removed\nremoved_on: 2026-10-01\nbasis: Luật\n"
    project = project_of({**LISTS, "honourees/a2b3c4.yml": gone, "decisions/2024/q.yml": decision(ROW)})
    page = project.page(honouree_page, "a2b3c4")
    assert page.title == "Mục đã được gỡ bỏ"
    assert not page.indexed
    assert "An" not in project.seen(honouree_page, "a2b3c4").text.split()


def test_a_cancelled_honour_is_shown_as_such(project_of: Build) -> None:
    """Struck out, with day and reason; it is not what the page leads with."""
    row = f"{ROW}, award: hc, standing: [{{state: stripped, date: 2026-05-01, reason: Vi phạm.}}]"
    project = project_of({**LISTS, "decisions/2024/q.yml": decision(row)})
    page = project.page(honouree_page, "a2b3c4")
    assert page.description == "Nguyễn Văn An."
    body = project.body(page)
    assert "<s>Huân chương Lao động</s>" in body
    assert "Đã bị tước" in body
    assert "ngày 01/5/2026: Vi phạm." in body


def _proof(project: Any) -> Markup:
    """What whoever scanned the code reads."""
    body = project.body(project.page(honouree_page, "a2b3c4"))
    return Markup(body)[
        body.index('<div class="bv-verify"') : body.index('<dl class="bv-facts">', body.index("bv-verify"))
    ]


def test_an_honour_can_be_verified_in_one_place(project_of: Build) -> None:
    """Name, paper, day, authority, register and standing together, with the code that leads there."""
    row = f"{ROW}, register_number: 07/2024"
    proof = _proof(project_of({**LISTS, "decisions/2024/q.yml": decision(row)}))
    assert "Nguyễn Văn An" in proof
    assert "Quyết định số 1/QĐ ngày 04/3/2024 của Ủy ban xã Thử, số vào sổ 07/2024" in proof.striptags()
    assert "Còn hiệu lực" in proof
    assert 'data-number="1/QĐ" data-register="07/2024"' in proof
    assert qr_picture("https://thu.example/guong/a2b3c4/#q-1").address in proof
    assert "Minh họa" not in proof


def test_the_verification_names_what_took_an_honour_away(project_of: Build) -> None:
    """The day and the decision; it does not stand, whatever else is told."""
    row = f"{ROW}, standing: [{{state: cancelled, date: 2024-10-07, decision: r, reason: Sai.}}]"
    other = decision("id: b2c3d4, name: Trần Bình", head="number: 2/QĐ\ndate: 2024-10-07")
    project = project_of({**LISTS, "decisions/2024/q.yml": decision(row), "decisions/2024/r.yml": other})
    text = _proof(project).striptags()
    assert "Đã hủy bỏ ngày 07/10/2024 theo Quyết định số 2/QĐ" in text
    assert "Còn hiệu lực" not in text


def test_the_verification_tells_that_an_honour_was_given_back(project_of: Build) -> None:
    """It stands, and since when; a month is not called a day."""
    turns = "{state: stripped, date: 2024-10-07, reason: Sai.}, {state: restored, date: 2025-02, reason: Oan.}"
    project = project_of({**LISTS, "decisions/2024/q.yml": decision(f"{ROW}, standing: [{turns}]")})
    assert "Còn hiệu lực, đã khôi phục tháng 02/2025" in _proof(project).striptags()


def test_what_has_no_number_is_not_said_to_stand(project_of: Build) -> None:
    """Nobody can compare it with a paper."""
    project = project_of({**LISTS, "decisions/2024/q.yml": decision(ROW, head="date: 2024-03-04")})
    text = _proof(project).striptags()
    assert "Chưa có số quyết định để đối chiếu" in text
    assert "Còn hiệu lực" not in text


def test_the_verification_of_something_invented_says_so(project_of: Build) -> None:
    """Whoever comes by its code sees no other part of the page."""
    invented = decision(ROW, head="illustrative: true\nnumber: 1/QĐ\ndate: 2024-03-04")
    assert "Minh họa, không có thật" in _proof(project_of({**LISTS, "decisions/2024/q.yml": invented}))


def test_the_highest_honour_leads(project_of: Build) -> None:
    """Not the latest."""
    project = project_of(
        {
            **LISTS,
            "decisions/2020/q.yml": decision(f"{ROW}, award: hc", head="date: 2020"),
            "decisions/2024/r.yml": decision(ROW),
        }
    )
    assert project.page(honouree_page, "a2b3c4").description == "Nguyễn Văn An. Huân chương Lao động, 2020."


def test_six_neighbours_from_the_nearest_rows(project_of: Build) -> None:
    """Of the same decision; the removed and the person itself are left out."""
    rows = [f"id: a2b3c{number}, name: Người {number}" for number in (2, 3, 4, 5, 6, 7, 8, 9)]
    removed = {"honourees/a2b3c5.yml": "status: removed\n"}
    project = project_of({**LISTS, **removed, "decisions/2024/q.yml": decision(*rows)})
    neighbours = project.page(honouree_page, "a2b3c4").context["neighbours"]
    assert [card.name for card in neighbours] == [f"Người {number}" for number in (3, 2, 6, 7, 8, 9)]


def test_without_a_decision_neighbours_share_the_award_of_the_year(project_of: Build) -> None:
    """Whoever else got it then."""

    def profile(name: str, year: int) -> str:
        return f"kind: collective\nname: {name}\nhonours: [{{award: gk, date: {year}}}]\n"

    files = {
        f"honourees/{name}.yml": profile(name, year) for name, year in (("mot", 2020), ("hai", 2020), ("ba", 2021))
    }
    project = project_of({**LISTS, **files})
    assert [card.id for card in project.page(honouree_page, "mot").context["neighbours"]] == ["hai"]
    assert project.page(honouree_page, "ba").context["neighbours"] == []


def test_households_and_collectives_have_forms_of_their_own(project_of: Build) -> None:
    """Head and members; the kind in words."""
    household = "kind: household\nname: Hộ ông An\nhead: Nguyễn Văn An\nmembers: [Bà Lan, Anh Tí]\nliving: no\n"
    project = project_of(
        {**LISTS, "honourees/ho-an.yml": household, "honourees/thon.yml": "kind: collective\nname: Thôn Hai\n"}
    )
    text = project.seen(honouree_page, "ho-an").text
    for words in ("Hộ gia đình", "Chủ hộ", "Bà Lan", "Anh Tí"):
        assert words in text
    assert "Tập thể" in project.seen(honouree_page, "thon").text


def test_invented_people_are_marked_and_told_to_no_machine(project_of: Build) -> None:
    """A badge, no index, no data."""
    project = project_of({**LISTS, "honourees/thon.yml": "kind: collective\nname: Thôn Hai\nillustrative: true\n"})
    page = project.page(honouree_page, "thon")
    assert (page.indexed, page.data) == (False, ())
    assert "minh họa" in project.seen(honouree_page, "thon").text.lower()


def test_real_ones_are_told_with_what_still_stands(project_of: Build) -> None:
    """Name and awards; birth only where the profile is public."""
    cancelled = f"{ROW}, award: hc, standing: [{{state: cancelled, date: 2025, reason: Sai.}}]"
    project = project_of(
        {**LISTS, "decisions/2024/q.yml": decision(ROW), "decisions/2023/r.yml": decision(cancelled, head="date: 2023")}
    )
    (told,) = project.page(honouree_page, "a2b3c4").data
    assert told["name"] == "Nguyễn Văn An"
    assert told["award"] == "Giấy khen, 2024"
    assert "birthDate" not in told


def test_the_page_changed_when_its_last_source_did(project_of: Build) -> None:
    """For the sitemap."""
    dated = {"decisions/2024/q.yml": decision(ROW, head="date: 2024\nupdated: 2026-05-06")}
    profile = {"honourees/a2b3c4.yml": "kind: individual\nname: An\nupdated: 2026-01-02\n"}
    assert str(project_of({**LISTS, **dated, **profile}).page(honouree_page, "a2b3c4").updated) == "2026-05-06"


def test_a_long_occupation_is_a_fact_and_no_badge(project_of: Build) -> None:
    """A badge holds one line of a phone."""
    long = "Trưởng thôn, bí thư chi bộ, tổ trưởng dân phố"
    groups = f"- {{id: farmer, name: Nông dân, group: farmer}}\n- {{id: head, name: '{long}', group: other}}\n"
    rows = [f"{ROW}, occupation: head", "id: b2c3d4, name: Lê Bình, occupation: farmer"]
    files = {**LISTS, "vocabulary/occupations.yml": groups, "decisions/2024/q.yml": decision(*rows)}
    bodies = [
        project.body(project.page(honouree_page, id)) for project in [project_of(files)] for id in ("a2b3c4", "b2c3d4")
    ]
    assert f'<span class="bv-badge">{long}' not in bodies[0]
    assert f"<dt>Thành phần</dt><dd>{long}</dd>" in bodies[0]
    assert '<span class="bv-badge">Nông dân</span>' in bodies[1]
    assert "Thành phần" not in bodies[1]
