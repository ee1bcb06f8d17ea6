"""The home page: the office's words and picks, then what is newest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.home import HomeWords, hand_over_words, home_page

Build = Callable[..., Any]
SITE = (
    "name: Bảng Vàng thử\naddress: https://thu.example/\ndescription: Trang để thử.\nowner: {name: Ủy ban}\n"
    "contact: {office: Văn phòng, email: a@thu.example}\n"
)
CAMPAIGN = "name: {name}\ntype: short\nlevel: commune\nperiod: {{from: {start}, to: 2026-12}}\n"
FILES = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "honourees/mot.yml": "kind: collective\nname: Thôn Một\nstory: Chuyện.\nupdated: 2026-01-01\n",
    "honourees/hai.yml": "kind: collective\nname: Thôn Hai\nstory: Chuyện.\nupdated: 2026-02-02\nsame_as: [hai-cu]\n",
    "honourees/nhap.yml": "kind: collective\nname: Thôn Nháp\nstory: Chuyện.\nstatus: draft\n",
    "honourees/a2b3c4.yml": "kind: individual\nname: Lê Chưa Ưng\nstory: Chuyện.\nupdated: 2026-03-03\n",
    "campaigns/cu.yml": CAMPAIGN.format(name="Phong trào trước", start="2026-01"),
    "campaigns/moi.yml": CAMPAIGN.format(name="Phong trào sau", start="2026-06"),
    "campaigns/xong.yml": CAMPAIGN.format(name="Phong trào xong", start="2025-01").replace("2026-12", "2025-12"),
    "decisions/2026/q.yml": "number: 1/QĐ\ndate: 2026-01-02\ntitle: Khen\nissuer: ubnd\nrecipients: [{id: mot, kind: collective, name: Thôn Một}]\n",
    "decisions/2026/r.yml": "number: 2/QĐ\ndate: 2026-03-04\ntitle: Khen\nissuer: ubnd\nrecipients: [{id: mot, kind: collective, name: Thôn Một}]\n",
}


def featured(project: Any) -> list[str]:
    """Who stands at the top."""
    context = project.page(home_page).context
    return [card.name for card in ([context["lead"]] if context["lead"] else []) + list(context["featured"])]


def test_those_whose_story_may_be_told_come_first(project_of: Build) -> None:
    """The latest told first; no draft, and last those who did not consent."""
    assert featured(project_of(FILES))[:2] == ["Thôn Hai", "Thôn Một"]
    assert "Thôn Nháp" not in featured(project_of(FILES))


def test_what_the_office_picked_leads(project_of: Build) -> None:
    """Once, even under two ids; picks that are not public are passed over."""
    site = SITE + "home: {honourees: [nhap, mot, hai, hai-cu], campaigns: [cu, xong], decisions: [q]}\n"
    project = project_of({**FILES, "site.yml": site})
    assert featured(project)[:2] == ["Thôn Một", "Thôn Hai"]
    assert len(featured(project)) == len(set(featured(project)))
    context = project.page(home_page).context
    assert [card["link"].text for card in context["campaigns"]] == ["Phong trào trước", "Phong trào sau"]
    assert [line.url for line in context["decisions"]] == ["quyet-dinh/q/", "quyet-dinh/r/"]


def test_only_campaigns_under_way_are_shown_the_latest_first(project_of: Build) -> None:
    """Without picks."""
    context = project_of(FILES).page(home_page).context
    assert [card["link"].text for card in context["campaigns"]] == ["Phong trào sau", "Phong trào trước"]


def test_the_office_s_words_stand_on_the_page(project_of: Build) -> None:
    """And examples to try; without words there are fitting ones."""
    project = project_of(FILES)
    assert "Mỗi việc tốt, một tên người" in project.seen(home_page).text
    other = project_of(FILES)
    words = HomeWords(
        title="T", description="Lời chào.", heading="Đầu trang", examples=("nguyễn & con",), text="**Đậm** <b>"
    )
    hand_over_words(other.answers, words)
    page = other.page(home_page)
    assert (page.title, page.description) == ("T", "Lời chào.")
    body = other.body(page)
    assert "<h1>Đầu trang</h1>" in body
    assert "<strong>Đậm</strong> &lt;b&gt;" in body
    assert "?q=nguy%E1%BB%85n%20%26%20con" in body


def test_figures_count_what_there_is(project_of: Build) -> None:
    """And leave out what there is not."""
    assert dict(project_of(FILES).page(home_page).context["totals"]) == {"cá nhân": 1, "tập thể": 2, "phong trào": 3}
    assert project_of(FILES).seen(home_page).text.count("hộ gia đình") == 0


@pytest.mark.parametrize(("more", "indexed"), [("", True), ("trial: true\n", False)])
def test_a_trial_is_not_for_search_engines(project_of: Build, more: str, indexed: bool) -> None:
    """A real site is."""
    assert project_of({"site.yml": SITE + more}).page(home_page).indexed is indexed


def test_campaigns_of_unknown_end_and_coming_ones_stand_on_the_time_line(project_of: Build) -> None:
    """Of any level; those of a commune that are over do not."""
    files = {
        "campaigns/dai-phong.yml": "name: Gió Đại Phong\ntype: thematic\nlevel: ministry\nperiod: {from: 1961}\n",
        "campaigns/toi.yml": CAMPAIGN.format(name="Phong trào tới", start="2027-01").replace("2026-12", "2027-12"),
    }
    line = project_of({**FILES, **files}).page(home_page).context["timeline"]
    assert [(bar.link.text, bar.look) for bar in line.bars] == [
        ("Gió Đại Phong", "is-open"),
        ("Phong trào trước", "is-live"),
        ("Phong trào sau", "is-live"),
        ("Phong trào tới", "is-coming"),
    ]


def test_figures_of_people_add_up_to_everybody(project_of: Build) -> None:
    """Whoever is of a rare kind is counted beside the like of them."""
    place = {
        "honourees/thon.yml": "kind: locality\nname: Thôn Ba\n",
        "honourees/ho.yml": "kind: household\nname: Hộ Tư\n",
    }
    context = project_of({**FILES, **place}).page(home_page).context
    figures = dict(context["totals"])
    assert figures["tập thể, địa phương"] == 3
    assert sum(figures[kind] for kind in ("cá nhân", "tập thể, địa phương", "hộ gia đình")) == context["people"]
