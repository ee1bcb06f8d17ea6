"""Pagefind is asked over the same entries, as it comes and folded."""

from pathlib import Path

from playwright.sync_api import Browser

from bangvang.search import Entry
from bench.search.browsing import found
from bench.search.peers.pagefind import page_of, pagefind_searches
from bench.search.serving import served

PEOPLE = [
    Entry(
        "guong/a/", "individual", "Đặng Thúy Hòa", "Bằng khen, 2021", "Xã Mẫu", body="Nuôi bò sữa.", illustrative=True
    ),
    Entry("guong/b/", "individual", "Lý Quý Mỹ", "Giấy khen, 2020", "Xã Thử", body="Hiến đất.", illustrative=True),
]


def test_a_page_holds_what_the_entry_holds() -> None:
    """And nothing in it is taken for markup."""
    page = page_of(Entry("x/", "page", "A <b>", "dòng", "nơi", names=("tên khác",), meta="biết", body="kể & tả"))
    assert all(text in page for text in ("A &lt;b&gt;", "dòng", "nơi", "tên khác", "biết", "kể &amp; tả"))


def test_both_find_names_typed_with_marks_and_without(browser: Browser, tmp_path: Path) -> None:
    """And leave nothing behind."""
    for search in pagefind_searches(PEOPLE, tmp_path):
        with served(search.files) as home:
            brought = found(browser, home, search, ["Lý Quý Mỹ", "dang thuy hoa"])
        assert brought == [["guong/b/"], ["guong/a/"]], search.name
    assert not list(tmp_path.iterdir())
