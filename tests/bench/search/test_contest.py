"""All searches are measured alike."""

import pytest
from playwright.sync_api import Browser

from bench.search.browsing import first_answers
from bench.search.contender import Contender
from bench.search.contest import Contest, visits_of
from bench.search.queries import Query
from bench.search.serving import served

FILES = {"/a.json": b'["x/", "guong/a/"]', "/b.json": b"1", "/c.json": b"2"}
GLUE = """async () => {
    const found = await (await fetch("/a.json")).json();
    return async (query, most) => {
        if (query === "hien dat") {
            await Promise.all(["/b.json", "/c.json"].map(async (path) => (await fetch(path)).text()));
        }
        return found.slice(0, most);
    };
}"""
SEARCH = Contender("Thử", FILES, GLUE, "0.1 s")
ASKED = [
    Query("no_diacritics", "le thi mau", ("guong/a/",)),
    Query("no_diacritics", "tran van mau", ("guong/b/",)),
    Query("topic_plain", "hien dat", ("guong/a/", "x/")),
]


def test_files_and_round_trips_are_counted_where_they_are_asked_for(browser: Browser) -> None:
    """Loading the index is part of the first answer; what is asked for together is one round trip."""
    with served(SEARCH.files) as home:
        first, following, words = first_answers(browser, home, SEARCH, ("le thi mau", "tran van mau", "hien dat"))
    assert (first.files, first.rounds, first.shown) == (1, 1, 2)
    assert (following.files, following.rounds, following.bytes) == (0, 0, 0)
    assert (words.files, words.rounds) == (2, 1)
    assert first.bytes > len(FILES["/a.json"])


def test_a_visitor_asks_two_names_and_some_words() -> None:
    """Every visitor others, as long as there are any."""
    assert list(visits_of(ASKED)) == [("le thi mau", "tran van mau", "hien dat")]


def test_every_search_has_a_column_in_every_table(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its figures under its name."""
    line = {"latency": 1, "downloadThroughput": -1, "uploadThroughput": -1}
    monkeypatch.setattr("bench.search.browsing.LINES", {"a fast line": line})
    entered = Contest(ASKED, ["a fast line"])
    entered.enter(browser, SEARCH)
    finding, making, costs, times = entered.told()
    assert [line.split() for line in finding.splitlines()] == [
        ["recall@10", "MRR", "Thử"],
        ["no_diacritics", "0.500", "0.250"],
        ["topic_plain", "1.000", "1.000"],
        ["all", "0.667", "0.500"],
    ]
    assert "0.1 s" in making
    assert costs.splitlines()[2].split()[-3:] == ["0.0", "0", "0"]
    assert times.splitlines()[0].split()[-1] == "Thử"
