"""JSON-LD: right names, nothing empty, and no text that could end the block."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bangvang.pages.json_ld import (
    breadcrumb_list,
    creative_work,
    dataset,
    event,
    json_ld_block,
    location,
    organization,
    person,
    web_site,
)

ADDRESS = "https://x.gov.vn/bang-vang/"
OPENING, CLOSING = '<script type="application/ld+json">', "</script>"


def read(block: str) -> object:
    """What a machine reads in the block."""
    assert block.startswith(OPENING)
    assert block.endswith(CLOSING)
    return json.loads(block[len(OPENING) : -len(CLOSING)])


@given(st.text())
def test_no_text_ends_the_block_or_changes_on_the_way(text: str) -> None:
    """Tags, comments, entities and line separators."""
    block = json_ld_block({"@type": "Thing", "name": text, text: [text]})
    assert not set(block[len(OPENING) : -len(CLOSING)]) & set("<>&\u2028\u2029\n\r")
    assert read(block) == {"@context": "https://schema.org", "@type": "Thing", "name": text} | {text: [text]}


def test_a_name_that_looks_like_markup_stays_a_name() -> None:
    """The classic attack on data blocks."""
    block = json_ld_block(person("</script><script>alert(1)</script><!--"))
    assert block.count("<") == 2
    assert "\\u003c/script\\u003e" in block


def test_several_things_share_one_context() -> None:
    """As a graph; without things there is no block."""
    assert read(json_ld_block(location("A"), location("B"))) == {
        "@context": "https://schema.org",
        "@graph": [{"@type": "Place", "name": "A"}, {"@type": "Place", "name": "B"}],
    }
    assert json_ld_block() == ""


def test_what_is_unknown_is_left_out() -> None:
    """Neither null nor empty lists."""
    assert person("A") == {"@type": "Person", "name": "A"}
    assert organization("A") == {"@type": "Organization", "name": "A"}
    assert event("A") == {"@type": "Event", "name": "A"}
    assert creative_work("A") == {"@type": "CreativeWork", "name": "A", "inLanguage": "vi"}
    assert dataset("A", "B").keys() == {"@type", "name", "description", "inLanguage", "isAccessibleForFree"}


def test_crumbs_are_numbered_from_home() -> None:
    """With whole addresses, under a path too."""
    assert breadcrumb_list(ADDRESS, [("Trang chủ", ""), ("Gương", "/guong/")])["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Trang chủ", "item": ADDRESS},
        {"@type": "ListItem", "position": 2, "name": "Gương", "item": ADDRESS + "guong/"},
    ]
    assert isinstance(breadcrumb_list(ADDRESS, [("Trang chủ", "")])["itemListElement"], list)


def test_the_site_says_how_it_is_searched() -> None:
    """The form that search engines ask for."""
    told = web_site(ADDRESS, "Bảng Vàng", description="Gương sáng")
    assert told["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": ADDRESS + "tim-kiem/?q={search_term_string}"},
        "query-input": "required name=search_term_string",
    }
    assert (told["url"], told["description"]) == (ADDRESS, "Gương sáng")


def test_a_person_has_awards_and_belongs_somewhere() -> None:
    """One award stands alone, several as a list; days as far as they are known."""
    told = person(
        "A",
        unit="Thôn Mẫu Một",
        place="Xã Mẫu",
        born="1930",
        died=date(2016, 5, 1),
        awards=["Huân chương"],
        role="Trưởng thôn",
    )
    assert told == {
        "@type": "Person",
        "name": "A",
        "jobTitle": "Trưởng thôn",
        "affiliation": {"@type": "Organization", "name": "Thôn Mẫu Một"},
        "homeLocation": {"@type": "Place", "name": "Xã Mẫu"},
        "birthDate": "1930",
        "deathDate": "2016-05-01",
        "award": "Huân chương",
    }
    assert person("A", awards=["X", "Y"])["award"] == ["X", "Y"]


def test_an_event_has_days_a_venue_in_its_place_and_organizers() -> None:
    """And the larger event that it is part of."""
    told = event(
        "Đại hội",
        start=date(2025, 12, 26),
        end="2025-12-27",
        place="Hà Nội",
        venue="Hội trường",
        organizers=["A", "B"],
        part_of=("Phong trào", ADDRESS),
    )
    assert (told["startDate"], told["endDate"]) == ("2025-12-26", "2025-12-27")
    assert told["location"] == {
        "@type": "Place",
        "name": "Hội trường",
        "containedInPlace": {"@type": "Place", "name": "Hà Nội"},
    }
    assert told["organizer"] == [{"@type": "Organization", "name": "A"}, {"@type": "Organization", "name": "B"}]
    assert told["superEvent"] == {"@type": "Event", "name": "Phong trào", "url": ADDRESS}
    assert event("A", place="Hà Nội")["location"] == {"@type": "Place", "name": "Hà Nội"}


def test_a_decision_has_a_number_a_day_and_a_publisher() -> None:
    """In the words of schema.org."""
    told = creative_work("Khen thưởng", number="15/QĐ-UBND", published=date(2026, 9, 2), publisher="UBND xã Mẫu")
    assert (told["identifier"], told["datePublished"]) == ("15/QĐ-UBND", "2026-09-02")
    assert told["publisher"] == {"@type": "Organization", "name": "UBND xã Mẫu"}


def test_a_dataset_has_terms_and_a_maker() -> None:
    """Whoever uses it is told on what terms."""
    told = dataset("A", "B", licence="https://l.vn/", creator=organization("C"))
    assert told["license"] == "https://l.vn/"
    assert told["creator"] == {"@type": "Organization", "name": "C"}
