"""The page of a record in English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.addresses import ROOT
from bangvang.pages.campaign import campaign_page
from bangvang.pages.english.record import english_record_page, english_tombstone
from bangvang.pages.honouree import honouree_page
from bangvang.pages.page import Pair

Build = Callable[..., Any]
PERSON = (
    "kind: individual\nname: Nguyễn Văn An\nrole: Trưởng thôn\nplace: xua\nborn: 1920\ndied: 1952\n"
    "fields: [nong-nghiep, thuy-san]\nsummary_en: A man who gave his land for a road.\n"
)
VIETNAMESE = '<span lang="vi">{}</span>'


def body(project: Any, kind: str = "honouree", id: str = "an") -> str:
    """The rendered page of a record, from its own root."""
    return str(project.body(project.page(english_record_page, kind, id))).replace(ROOT, "")


def honoured(english_of: Build, honour: str) -> str:
    """The page of somebody with one honour."""
    return body(english_of({"honourees/an.yml": f"{PERSON}honours: [{{{honour}}}]\n"}))


def test_a_person_is_told_by_a_summary_and_facts(english_of: Build) -> None:
    """What stays Vietnamese is marked so, and the way to the full page is there."""
    project = english_of({"honourees/an.yml": PERSON})
    page = project.page(english_record_page, "honouree", "an")
    assert (page.url, page.tab, page.title) == ("en/people/an/", "en", "Nguyễn Văn An")
    assert page.description == "A man who gave his land for a road."
    html = body(project)
    assert '<h1 lang="vi">Nguyễn Văn An</h1>' in html
    assert "<dd>1920–1952</dd>" in html
    assert VIETNAMESE.format("Trưởng thôn") in html
    assert f"{VIETNAMESE.format('Xã Xưa')} <small>(now {VIETNAMESE.format('xã Nay')})</small>" in html
    assert '<a href="en/fields/#nong-nghiep">Agriculture</a>' in html
    assert f'<a href="en/fields/#thuy-san">{VIETNAMESE.format("Thủy sản")}</a>' in html
    assert 'hreflang="vi" href="guong/an/">' in html
    assert "Illustrative" not in html


def test_both_pages_of_a_record_name_each_other(english_of: Build) -> None:
    """The Vietnamese one shows the way to a reader, too."""
    project = english_of({"honourees/an.yml": PERSON})
    full = project.page(honouree_page, "an")
    assert full.pair == project.page(english_record_page, "honouree", "an").pair == Pair("guong/an/", "en/people/an/")
    assert project.seen(honouree_page, "an").links["English summary"] == "en/people/an/"
    head = project.renderer.data(full, "https://thu.example/")
    for language, url in (("vi", "guong/an/"), ("en", "en/people/an/"), ("x-default", "guong/an/")):
        assert f'<link rel="alternate" hreflang="{language}" href="https://thu.example/{url}">' in head


def test_a_record_without_a_summary_in_english_has_no_counterpart(english_of: Build) -> None:
    """Nor does its page speak of one."""
    project = english_of({"honourees/an.yml": "kind: collective\nname: Tổ Thử\n"})
    assert project.page(honouree_page, "an").pair is None
    assert "English" not in project.seen(honouree_page, "an").text


def test_an_honour_bears_the_english_name_of_its_award(english_of: Build) -> None:
    """With class, time and day in English words; the name leads to the glossary."""
    html = honoured(
        english_of, "award: hc, class: 2, times: 3, date: 1951-05-19, authority_text: Chủ tịch nước, posthumous: true"
    )
    assert '<a href="en/awards/#hc">Order of Trial, Second Class (3rd time, posthumous)</a>' in html
    assert "<dd>19 May 1951</dd>" in html
    assert VIETNAMESE.format("Chủ tịch nước") in html
    assert 'href="guong/an/#an-1"' in html


def test_an_award_without_an_english_name_keeps_its_own(english_of: Build) -> None:
    """Marked as Vietnamese, and so is what stands in words only."""
    html = honoured(english_of, "award: kn, award_text: Vì sự nghiệp thử, date: 1950")
    assert f"{VIETNAMESE.format('Kỷ niệm chương')} ({VIETNAMESE.format('Vì sự nghiệp thử')})" in html
    html = honoured(english_of, "award_text: Bằng vàng danh dự")
    assert VIETNAMESE.format("Bằng vàng danh dự") in html
    assert "Year unknown" in html


@pytest.mark.parametrize(("state", "told"), [("cancelled", "Cancelled"), ("stripped", "Stripped")])
def test_an_honour_that_fell_is_struck_through(english_of: Build, state: str, told: str) -> None:
    """With the word for what has become of it."""
    html = honoured(english_of, f"award: gk, date: 1950, standing: [{{state: {state}, date: 1960-01-01, reason: Sai}}]")
    assert "<s>Commendation Letter</s>" in html
    assert f"</span>{told}</span>" in html


def test_sources_that_differ_are_said_to(english_of: Build) -> None:
    """What they say stands on the Vietnamese page."""
    dispute = "{what: Năm nào, claims: [{text: Năm 1950}, {text: Năm 1951}]}"
    assert "Sources differ" in honoured(english_of, f"award: gk, date: 1950, dispute: {dispute}")
    project = english_of({"honourees/an.yml": f"{PERSON}disputes: [{dispute}]\n"})
    assert "The sources differ on some points." in body(project)


def test_what_is_made_up_says_so(english_of: Build) -> None:
    """Of people and of other records."""
    project = english_of({
        "honourees/an.yml": PERSON + "illustrative: true\n",
        "practices/cach.yml": "name: Cách Thử\nkind: method\nproblem: Khó.\nillustrative: true\nsummary_en: A way.\n",
    })  # fmt: skip
    assert "Illustrative, not real" in body(project)
    assert "Illustrative, not real" in body(project, "practice", "cach")
    assert not project.page(english_record_page, "honouree", "an").indexed


RECORDS = {
    "campaign": (
        "campaigns/thu.yml",
        "name: Thi đua Thử\ntype: annual\nlevel: commune\nissuers: [ubnd, {name: Hội đồng}]\ntheme: Cùng làm\n"
        "period: {from: 2026-01-01, to: 2026-12-31}\nplace: nay\nfields: [nong-nghiep]\nsummary_en: A campaign.\n",
        ("Annual emulation movement", "Commune", "<dd>2026</dd>", "Ủy ban xã Thử", "Cùng làm", "Agriculture"),
    ),
    "practice": (
        "practices/thu.yml",
        "name: Cách Thử\nkind: model\nsince: 2025-08-14\nplace: nay\nhonourees: [an, ba]\nproblem: Khó.\n"
        "adopted: [{unit: Thôn Hai}]\nsummary_en: A model.\n",
        (
            "Model",
            "14 August 2025",
            '<a href="en/people/an/" lang="vi">Nguyễn Văn An</a>, '
            '<a href="guong/ba/" lang="vi" hreflang="vi">Tổ Ba</a>',
            "1 other",
        ),
    ),
    "event": (
        "events/thu.yml",
        "name: Đại hội Thử\ntype: congress\nfrom: 1952-05-01\nto: 1952-05-06\nvenue: Hội trường\ndelegates: 1200\n"
        "organiser: [ubnd]\nsummary_en: A congress.\n",
        ("Congress", "1 May 1952 to 6 May 1952", VIETNAMESE.format("Hội trường"), "1,200"),
    ),
    "document": (
        "documents/thu.yml",
        "type: plan\nnumber: 12/KH\ntitle: Kế hoạch thử\nissuer: ubnd\nlevel: commune\ndate: 2026-01\nsummary_en: A plan.\n"
        "campaigns: [{id: khac, action: launch}]\n",
        (
            "Kế hoạch số 12/KH: Kế hoạch thử",
            "January 2026",
            '<a href="phong-trao/khac/" lang="vi" hreflang="vi">Phong trào khác</a>',
        ),
    ),
    "report": (
        "reports/thu.yml",
        "title: Báo cáo Thử\ntype: final\ncampaigns: [khac]\nagency: ubnd\nresults: Tốt.\nsummary_en: A report.\n",
        ("Final report", "Báo cáo Thử", "Ủy ban xã Thử"),
    ),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_every_kind_has_its_facts(english_of: Build, kind: str) -> None:
    """Codes and dates in English, names as they are."""
    path, text, told = RECORDS[kind]
    project = english_of({
        path: text,
        "honourees/an.yml": PERSON,
        "honourees/ba.yml": "kind: collective\nname: Tổ Ba\n",
        "campaigns/khac.yml": "name: Phong trào khác\ntype: drive\nlevel: commune\nissuers: [ubnd]\n",
    })  # fmt: skip
    html = body(project, kind, "thu")
    for words in told:
        assert words in html


def test_a_withdrawn_record_leaves_a_word(english_of: Build) -> None:
    """The day, and the way to the reason; nothing of what was told."""
    project = english_of({
        "campaigns/thu.yml": (
            "status: withdrawn\nwithdrawn: {date: 2026-10-14, reason: Theo đề nghị.}\nname: Thi đua Thử\ntype: annual\n"
            "level: commune\nissuers: [ubnd]\nsummary_en: A secret.\n"
        )
    })  # fmt: skip
    page = project.page(english_tombstone, "campaign", "thu")
    html = project.body(page)
    assert "withdrawn from publication on 14 October 2026" in html
    assert "secret" not in html + page.description
    assert "Thi đua Thử" not in html + page.title
    assert not page.indexed
    assert page.pair is None
    assert project.page(campaign_page, "thu").pair is None


def test_who_was_removed_by_right_is_not_counted_among_those_who_took_a_practice_over(english_of: Build) -> None:
    """The page in Vietnamese does not count them either."""
    practice = (
        "name: Mô hình Thử\nkind: model\nsummary_en: A model.\n"
        "adopted: [{unit: Thôn Hai}, {unit: Tổ Ẩn, honouree: to-an}]\n"
    )
    project = english_of({"practices/thu.yml": practice, "honourees/to-an.yml": "status: removed\n"})
    assert "<dt>Taken over by</dt><dd>1 other</dd>" in body(project, "practice", "thu")
