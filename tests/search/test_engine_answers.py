"""What an answer of the browser's engine holds: rows, filters, orders, counts."""

from __future__ import annotations

import pytest
from engine_site import Site
from invented import everybody

from bangvang.vietnamese import name_key


def test_what_is_certain_is_shown_before_all_is_looked_through(site: Site) -> None:
    """Then comes the whole answer, which begins the same way."""
    first, last = site.page.evaluate(
        """async () => {
            const index = BangVangSearch.open({ base: "/chi-muc/", more: "/words.js" });
            const seen = [];
            const found = await index.find("lê văn an", { show: (some) => seen.push(some.rows.map((row) => row.title)) });
            return [seen[0], found.rows.map((row) => row.title)];
        }"""
    )
    assert first == last[: len(first)] == ["Lê Văn An"]


def test_an_early_answer_can_tell_how_many_there_are(site: Site) -> None:
    """It is asked for beside what is shown already."""
    found = site.find("nguyễn")
    assert found["exact"] is False
    whole = site.page.evaluate("window.answer.whole()")
    assert whole["total"] >= 70
    assert whole["rows"] == found["rows"]
    assert whole["whole"] is None


def test_where_everything_is_only_near_that_is_counted(site: Site) -> None:
    """Of all that the answer shows."""
    found = site.find("đặng thúy hòa bò sữa đường")
    counts = site.page.evaluate("window.answer.counts('kind')")
    assert found["total"] == 0
    assert counts["individual"] >= len([row for row in found["rows"] if row["kind"] == "individual"]) > 0


def test_a_row_says_what_a_result_shows(site: Site) -> None:
    """Everything but the words that only search reads."""
    assert site.find("vo bo sua")["rows"][0] == {
        "url": "guong/nguoi9003/",
        "kind": "individual",
        "title": "Võ Bơ Sữa",
        "line": "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã, 2019",
        "place": "Xã Mẫu, tỉnh Thử",
        "text": "",
        "year": 2019,
        "names": "",
        "photo": "",
        "illustrative": True,
        "initials": "VS",
    }


def test_filters_leave_what_counts_under_all_of_them(site: Site) -> None:
    """Codes of one facet add to each other, facets take away."""
    found = site.find("nguyen van an", filters={"place": ["xa-mau"], "kind": ["individual", "household"]})
    assert found["rows"]
    assert {row["place"] for row in found["rows"]} == {"Xã Mẫu, tỉnh Thử"}
    assert site.titles("nguyen van an", filters={"kind": ["household"]}) == []


def test_filters_alone_browse_the_newest_first(site: Site) -> None:
    """Page by page, without a gap or a double."""
    first = site.find("", filters={"place": ["xa-song-thu"]}, limit=20)
    second = site.find("", filters={"place": ["xa-song-thu"]}, limit=20, offset=20)
    years = [row["year"] for row in (*first["rows"], *second["rows"])]
    urls = [row["url"] for row in (*first["rows"], *second["rows"])]
    assert years == sorted(years, reverse=True)
    assert len(set(urls)) == 40
    assert first["exact"] is True


def test_answers_are_put_in_the_order_that_is_asked_for(site: Site) -> None:
    """By year either way, and by given name."""
    oldest = [row["year"] for row in site.find("nguyen", sort="oldest")["rows"]]
    assert oldest == sorted(oldest)
    given = [title.split()[-1] for title in site.titles("lê văn", sort="name", limit=50)]
    assert given[:3] == ["An", "Bình", "Cường"]


def test_counts_tell_how_many_of_the_answer_count_under_each_code(site: Site) -> None:
    """What is chosen of a facet does not narrow its own counts."""
    total = site.find("", filters={"place": ["xa-mau"]})["total"]
    counts = site.page.evaluate("window.answer.counts('place')")
    assert counts["xa-mau"] == total
    assert counts["xa-song-thu"] == counts_of("xa-song-thu")
    values = site.page.evaluate("window.index.further().then(({ store }) => store.values('place'))")
    assert values[-1] | {"parent": None} == {
        "code": "xa-song-thu",
        "label": "xa-song-thu",
        "count": counts_of("xa-song-thu"),
        "parent": None,
    }


def counts_of(place: str) -> int:
    """How many of the invented entries count under a place."""
    return sum(place in entry.facts.get("place", ()) for entry in everybody())


@pytest.mark.parametrize("query", ["nguyen", "thị", "le van", "viec thu", "nguyen thi lan"])
def test_a_total_is_never_more_than_can_be_seen(site: Site, query: str) -> None:
    """Where it is cut it says so, all of it can be asked for, and a filter that all pass takes nothing away."""
    first = site.find(query)
    counts = site.page.evaluate("window.answer.counts('kind')")
    deep = site.find(query, limit=200)
    filtered = site.find(query, filters={"kind": ["individual"]}, limit=200)
    assert first["total"] <= deep["total"]
    assert first["total"] == deep["total"] or (first["exact"], first["more"]) == (False, True)
    assert min(deep["total"], 200) == deep["near"]
    assert len({row["url"] for row in deep["rows"]}) == len(deep["rows"])
    assert counts["individual"] == filtered["total"] <= deep["total"]


def test_a_first_answer_that_names_suffice_for_does_not_pretend_to_be_all(site: Site) -> None:
    """Seventy people bear the name; ten come first."""
    first = site.find("nguyễn")
    assert (len(first["rows"]), first["exact"], first["more"]) == (10, False, True)
    assert site.find("nguyễn", limit=30)["total"] > 10


def test_what_lies_beyond_the_first_rows_is_left_out_by_no_order(site: Site) -> None:
    """However many are asked for."""
    filters = {"kind": ["individual"]}
    total = site.find("", filters=filters)["total"]
    for sort in ("name", "newest", "oldest"):
        assert len(site.find("", filters=filters, sort=sort, limit=total)["rows"]) == total


def test_many_stand_in_the_order_of_names_from_the_first_to_the_last(site: Site) -> None:
    """As many as are looked at; who lies beyond costs nothing."""
    wanted = sorted((entry.title for entry in everybody() if entry.kind == "individual"), key=name_key)
    assert site.titles("", filters={"kind": ["individual"]}, sort="name", limit=300) == wanted[:300]


def test_the_first_by_name_are_found_without_reading_all_names(villages: Site) -> None:
    """As much of the order as should hold them."""
    villages.open()
    assert villages.titles("", filters={"kind": ["individual"]}, sort="name", limit=5)[0] == "Ngô Văn 0"
    assert 0 < len([name for name in villages.asked if name.startswith("o/")]) <= 2


@pytest.mark.parametrize("sort", ["relevance", "newest", "name"])
def test_rows_with_only_some_of_the_words_stand_below_and_do_not_count(site: Site, sort: str) -> None:
    """Where they begin is told, on each page of the answer, in any order."""
    found = site.find("đặng thúy hòa bò sữa đường", sort=sort)
    assert (found["total"], found["near"]) == (0, 0)
    assert "Đặng Thủy Hoa" in [row["title"] for row in found["rows"]]
    found = site.find("dang thuy hoa bo sua", sort=sort)
    assert (found["total"], found["near"], found["rows"][0]["title"]) == (1, 1, "Đặng Thúy Hòa")
    assert len(found["rows"]) > 1
    assert site.find("dang thuy hoa bo sua", sort=sort, offset=1)["near"] == 0


def test_all_that_is_found_may_hold_all_the_words(site: Site) -> None:
    """Then nothing is near."""
    found = site.find("nghiem xuan quang linh", limit=20)
    assert found["near"] == found["total"] == len(found["rows"]) == 1
