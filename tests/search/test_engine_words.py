"""Words as the browser's engine finds them, over the files of invented people."""

from __future__ import annotations

import pytest
from engine_site import Site
from invented import WORDS
from playwright.sync_api import Page

from bangvang.search import Entry, Words, index_files


def test_marks_that_conflict_put_texts_before_names(site: Site) -> None:
    """Bò sữa is not Bơ Sữa."""
    found = site.find("bò sữa")
    assert [row["title"] for row in found["rows"]][:2] == ["Đặng Thúy Hòa", "Võ Bơ Sữa"]
    assert found["total"] == 1
    assert site.titles("bơ sữa")[0] == "Võ Bơ Sữa"


@pytest.mark.parametrize("query", ["hiến đất làm đường", "hien dat lam duong", '"làm đường giao thông"'])
def test_deeds_are_found_by_their_words(site: Site, query: str) -> None:
    """In a story as in a name."""
    assert "Đặng Thủy Hoa" in site.titles(query)[:2]


def test_quotation_marks_leave_only_what_holds_the_words_in_a_row(site: Site) -> None:
    """Without them whoever holds the words somewhere follows."""
    assert site.titles('"làm đường giao thông"') == ["Đặng Thủy Hoa"]
    assert site.titles('"hiến đất mở đường"')[0] == "Hiến đất mở đường"
    assert "Đặng Thủy Hoa" in site.titles('"đường thôn, đất nông"')


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("Số: 119/KH-UBND", "van-ban/kh-119/"),
        ("ke hoach so 119/kh-ubnd", "van-ban/kh-119/"),
        ("119/KH-UBND ngày 09/5/2019", "van-ban/kh-119/"),
        ("98/2023/NĐ-CP", "van-ban/nd-98/"),
        ("98 2023 nd cp", "van-ban/nd-98/"),
    ],
)
def test_a_paper_is_found_as_other_papers_cite_it(site: Site, query: str, url: str) -> None:
    """What could be short for something else stands for itself in a number, wherever the number stands."""
    found = site.find(query)
    assert [row["url"] for row in found["rows"][: found["near"]]] == [url]


def test_what_an_abbreviation_is_short_for_is_meant_word_for_word(site: Site) -> None:
    """Words of it that stand apart make a text only like it."""
    found = site.find("THPT")
    assert (found["total"], [row["title"] for row in found["rows"]]) == (0, ["Tổ chức phong trào thi đua"])
    assert site.titles("HTX Tân Tiến") == ["Hợp tác xã nông nghiệp Tân Tiến"]


def test_letters_alone_find_nothing_for_certain(site: Site) -> None:
    """A piece of HTML is no question; what holds its letters somewhere is only near."""
    assert site.find("<b>x</b>")["total"] == 0


def test_hand_written_pages_come_after_what_they_give_as_an_example(site: Site) -> None:
    """Unless it is what they are."""
    assert site.titles("dạy hát then")[:2] == ["Lý Quý Mỹ", "Cách tìm"]
    assert site.titles('"dạy hát then"')[:2] == ["Lý Quý Mỹ", "Cách tìm"]
    assert site.titles("hướng dẫn")[0] == "Cách tìm"


def test_a_deed_and_a_place_together_find_who_has_both(site: Site) -> None:
    """Both the story and the address speak."""
    assert site.titles("bò sữa sông thử")[0] == "Đặng Thúy Hòa"


def test_an_abbreviation_leads_to_names_before_places_that_share_a_word(fresh_page: Page) -> None:
    """Between Hợp tác xã and what it is called stands nông nghiệp; Xã Phú Cường is only where another is."""
    names = {"Hợp tác xã nông nghiệp Phú Hải": "Xã Phú Cường", "Hợp tác xã nông nghiệp Phú Cường": "Xã Mẫu"}
    units = [Entry(f"guong/{at}/", "collective", title, meta=place) for at, (title, place) in enumerate(names.items())]
    site = Site(fresh_page, index_files(units, WORDS)).visited()
    assert site.titles("HTX Phú Cường") == [*reversed(names)]


def test_fixed_rows_of_words_of_office_are_found_by_their_middle(fresh_page: Page) -> None:
    """Who holds all of the award comes before who holds some of its words."""
    award, other = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "Giấy khen của Giám đốc Sở"
    held = {"Tổ hợp tác Nam": award, "Tổ hợp tác Bắc": other}
    units = [
        Entry(url=f"guong/{at}/", kind="collective", title=title, meta=meta)
        for at, (title, meta) in enumerate(held.items())
    ]
    assert Site(fresh_page, index_files(units, Words())).visited().titles(award)[0] == "Tổ hợp tác Nam"
