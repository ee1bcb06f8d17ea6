"""Bad input and files that fail, in the browser's engine."""

from __future__ import annotations

import json

import pytest
from engine_site import Site


@pytest.mark.parametrize(
    "query",
    [
        "", "   ", "\u0301\u0303", "😀🎉", "(.*)+$[", "\\d{9}", "<script>alert(1)</script>", "' OR 1=1 --", "a" * 10_000,
        "nguyen van an " * 700, "nguyenx" * 50, "Привет мир", "中文 nguyễn", "%00", "\ud800", "__proto__", "constructor toString", "folded rows keys", None, 7, {},
    ],
    ids=lambda query: repr(query)[:20],
)  # fmt: skip
def test_nothing_that_is_typed_raises(site: Site, query: object) -> None:
    """The engine answers with rows or without."""
    assert isinstance(site.find(query)["rows"], list)
    assert isinstance(site.page.evaluate("async (query) => (await window.index.suggest(query)).rows", query), list)


def test_of_a_long_query_sixteen_words_are_read(site: Site) -> None:
    """So that they fit into the bits of a number, and no paste keeps a phone busy."""
    assert site.find(" ".join(f"xin{number}" for number in range(60)))["words"] == [
        f"xin{number}" for number in range(16)
    ]


def test_abbreviations_in_a_number_are_left_as_they_are(site: Site) -> None:
    """The number is filed so; without one before it UBND is what it is short for."""
    assert site.find("119/KH-UBND")["words"] == ["119", "kh", "ubnd"]
    assert site.find("ke hoach ubnd")["words"][-4:] == ["uy", "ban", "nhan", "dan"]


def test_a_file_that_fails_once_is_asked_for_again(site: Site) -> None:
    """A bad connection is no reason to find nothing."""
    site.find("lan")
    site.failing["n"] = 1
    assert "Nghiêm Xuân Quảng Lĩnh" in site.titles("nghiem xuan quang linh")


def test_a_file_that_cannot_be_had_is_said_to_be_so_and_may_come_back(site: Site) -> None:
    """The error has a name, and the next try asks again."""
    site.failing["d"] = 3
    told = site.page.evaluate(
        """async () => {
            window.index = BangVangSearch.open({ base: "/chi-muc/", more: "/words.js" });
            return window.index.find("lan").catch((error) => error instanceof BangVangSearch.Unreachable);
        }"""
    )
    assert told is True
    assert site.titles("nghiem xuan quang linh") == ["Nghiêm Xuân Quảng Lĩnh"]


def test_files_of_names_that_fail_side_by_side_are_told_of_once(site: Site) -> None:
    """Whoever asks hears of it; nothing stands in the console beside."""
    told = site.page.evaluate(
        """async () => {
            const stray = [], opened = new Set();
            addEventListener("unhandledrejection", () => stray.push(1));
            const load = async (path) => {
                if (path.startsWith("n/") && opened.add(path).size > 1) throw new Error(path);
                return (await fetch(`/chi-muc/${path}`)).json();
            };
            const index = BangVangSearch.open({ load, more: "/words.js" });
            const failed = await index.find("nguyen thi hoa", { limit: 30 }).catch((error) => error instanceof BangVangSearch.Unreachable);
            await new Promise((done) => setTimeout(done, 2_000));
            return [failed, opened.size > 2, stray.length];
        }"""
    )
    assert told == [True, True, 0]


def test_words_that_ask_at_once_wait_for_one_tree(site: Site) -> None:
    """That of a large site has tens of thousands of leaves, and a long query asks fifteen times."""
    grown = site.page.evaluate(
        """async () => {
            let grown = 0;
            const directory = { get shape() { grown++; return "100"; }, hashes: "aaaabbbb", together: 1 };
            const { place } = BangVangSearch.tools.tree("t", async () => directory);
            return [await Promise.all(["0", "1"].map(place)), grown];
        }"""
    )
    assert grown == [["t/x2.aaaa.json", "t/x3.bbbb.json"], 1]


def test_the_head_may_come_with_the_page(site: Site) -> None:
    """Then no file but the one with the rows is needed."""
    head = json.loads(site.files["dau.json"])
    titles = site.page.evaluate(
        """async (head) => {
            const index = BangVangSearch.open({ base: "/chi-muc/", more: "/words.js", head });
            return (await index.find("nghiêm xuân quảng lĩnh")).rows.map((row) => row.title);
        }""",
        head,
    )
    assert titles == ["Nghiêm Xuân Quảng Lĩnh"]
    assert "dau.json" not in site.asked
