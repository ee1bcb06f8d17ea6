"""The figures: what counts, what is unknown, what was left out, and the share of direct workers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.figure_charts import key_facts
from bangvang.pages.figures import SITE as WHOLE
from bangvang.pages.figures import figures
from bangvang.pages.statistics import statistics_page

Build = Callable[..., Any]
SITE = (
    "name: Bảng Vàng thử\naddress: https://thu.example/\ndescription: Trang để thử.\nowner: {name: Ủy ban}\n"
    "contact: {office: Văn phòng, email: a@thu.example}\n"
)
LISTS = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "vocabulary/awards.yml": "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual, collective], rank: 9}\n",
    "vocabulary/fields.yml": "- {id: nong, name: Nông nghiệp}\n",
    "vocabulary/occupations.yml": (
        "- {id: farmer, name: Nông dân, group: farmer, direct_worker: true}\n"
        "- {id: official, name: Cán bộ, group: official, direct_worker: false}\n"
    ),
}


def row(id: str, more: str = "", kind: str = "individual") -> str:
    """A recipient."""
    return f"  - {{id: {id}, kind: {kind}, name: Tên {id}{more}}}\n"


def decision(*rows: str, head: str = "") -> str:
    """A decision of some recipients."""
    return f"{head}date: 2026-03-04\ntitle: Khen\nissuer: ubnd\naward: gk\nrecipients:\n{''.join(rows)}"


GOOD = decision(
    row("a2b3c4", ", occupation: farmer, sex: female, fields: [nong]"),
    row("b2c3d4", ", occupation: official, sex: male"),
    row("c2d3f4", ", occupation: farmer"),
    row("d2f3g4"),
    row("thon", kind="collective"),
)


def test_every_honour_that_stands_is_counted_once(project_of: Build) -> None:
    """By year, kind, award, field and sex; what is not said is unknown, never guessed."""
    found = project_of({**LISTS, "decisions/2026/q.yml": GOOD}).answers.ask(figures, WHOLE, "")
    assert found.years.known == {"2026": 5}
    assert found.kinds.known == {"individual": 4, "collective": 1}
    assert found.awards.known == {"commendation": 5}
    assert (found.fields.known, found.fields.unknown) == ({"nong": 1}, 4)
    assert found.sexes.known == {"female": 1, "male": 1}


def test_what_does_not_count_is_told_with_its_reason(project_of: Build) -> None:
    """Cancelled and invented honours; drafts are not even told."""
    cancelled = decision(row("h2j3k4", ", standing: [{state: cancelled, date: 2026-05, reason: Sai.}]"))
    project = project_of(
        {
            **LISTS,
            "decisions/2026/q.yml": GOOD,
            "decisions/2026/r.yml": cancelled,
            "decisions/2026/s.yml": decision(row("j2k3m4"), head="illustrative: true\n"),
            "decisions/2026/t.yml": decision(row("k2m3n4"), head="status: draft\n"),
        }
    )
    found = project.answers.ask(figures, WHOLE, "")
    assert found.counted == 5
    assert found.excluded.counts == (1, 1)
    assert "Không tính:" in project.seen(statistics_page).text


def test_the_share_of_direct_workers_shows_all_its_parts(project_of: Build) -> None:
    """Numerator, denominator, unknown; the rule with its ground."""
    rules = "rules: [{rule: direct-worker-share, value: 30, basis: Kế hoạch thử}]\n"
    project = project_of({**LISTS, "site.yml": SITE + rules, "decisions/2026/q.yml": GOOD})
    assert project.answers.ask(figures, WHOLE, "").direct == (2, 3, 1)
    text = project.seen(statistics_page).text
    for words in (
        "2 trong 3 lần, 66,7%",
        "1 lần chưa rõ có trực tiếp lao động hay không",
        "tỷ lệ từ 50% đến 75%",
        "Trên mức 30%",
        "Căn cứ: Kế hoạch thử.",
    ):
        assert words in text


def test_the_headline_share_is_a_range_where_something_is_unknown(project_of: Build) -> None:
    """Nobody may quote a share of the known as if it were that of all."""
    project = project_of({**LISTS, "decisions/2026/q.yml": GOOD})
    facts = key_facts(project.answers.ask(figures, WHOLE, ""))
    assert ("tặng người trực tiếp lao động, tùy 1 lần chưa rõ", "50%–75%") in facts
    known = project_of({"decisions/2026/q.yml": GOOD.replace(row("d2f3g4"), "")})
    facts = key_facts(known.answers.ask(figures, WHOLE, ""))
    assert ("tặng người trực tiếp lao động, trong 3 lần tặng cá nhân", "66,7%") in facts


def test_whether_a_rule_is_kept_stays_open_where_the_unknown_decide(project_of: Build) -> None:
    """Two of three are above six in ten, two of four are not."""
    rules = "rules: [{rule: direct-worker-share, value: 60, basis: Kế hoạch thử}]\n"
    project = project_of({**LISTS, "site.yml": SITE + rules, "decisions/2026/q.yml": GOOD})
    text = project.seen(statistics_page).text
    assert "Chưa đủ rõ để nói có trên mức 60%" in text
    assert "Chưa trên mức 60%" not in text


def test_a_site_without_honours_has_a_page_without_shares(project_of: Build) -> None:
    """Nothing is divided by nothing."""
    project = project_of({})
    assert "0 lần khen thưởng" in project.page(statistics_page).description
    assert "Tỷ lệ người trực tiếp lao động" not in project.seen(statistics_page).text
