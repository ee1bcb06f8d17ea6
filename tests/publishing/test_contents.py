"""What stands at each address, and when it counts as changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bangvang.publishing.contents import Content, contents, is_feed, record_digest
from bangvang.publishing.memory import MadePage, places_of
from bangvang.publishing.written import written_digest, written_title
from bangvang.registry import Registry

Build = Callable[..., Registry]
DECISION = "data/decisions/2026/qd-15.yml"
TWO = (
    "number: 15/QĐ-UBND\ndate: 2026-09-02\ntitle: Khen thưởng\nissuer: ubnd-xa-mau\nillustrative: true\nrecipients:\n"
    "  - {id: k7m2q9, kind: individual, name: Nguyễn Văn Mẫu, award_text: Giấy khen, reason: Hiến đất.}\n"
    "  - {id: h4t8wz, kind: individual, name: Trần Thị Mẫu, award_text: Giấy khen, reason: Dạy chữ.}\n"
)


def page(title: str = "Tên", listed: bool = True) -> MadePage:
    """A page as the memory of a build holds it."""
    return MadePage(places_of(()), "", "", listed, True, title, "", ())


def digests(registry: Registry) -> dict[str, str]:
    """Of all records of the small project."""
    records = [("honouree", "k7m2q9"), ("honouree", "h4t8wz"), ("decision", "qd-15"), ("campaign", "thi-dua-2026")]
    return {id: record_digest(registry, kind, id) for kind, id in records}


def changed(build: Build, before: dict[str, str | None], after: dict[str, str | None]) -> set[str]:
    """Which records an edit changed."""
    old = digests(build(before))
    new = digests(build(after))
    return {id for id in old if old[id] != new[id]}


def test_one_row_changes_one_person(registry_of: Build) -> None:
    """The others of the decision are not touched, but the decision is."""
    edited = TWO.replace("Hiến đất.", "Hiến đất làm đường.")
    assert changed(registry_of, {DECISION: TWO}, {DECISION: edited}) == {"k7m2q9", "qd-15"}


def test_the_head_of_a_decision_changes_everybody_on_it(registry_of: Build) -> None:
    """Its day stands on each of their pages."""
    edited = TWO.replace("2026-09-02", "2026-09-03")
    assert changed(registry_of, {DECISION: TWO}, {DECISION: edited}) == {"k7m2q9", "h4t8wz", "qd-15"}


def test_order_comments_and_waivers_are_no_change(registry_of: Build) -> None:
    """Only what readers are told counts."""
    edited = "# ghi chú\nwaivers: [{check: x, reason: y, by: z}]\n" + TWO
    assert changed(registry_of, {DECISION: TWO}, {DECISION: edited}) == set()


def test_a_draft_profile_is_no_change(registry_of: Build) -> None:
    """Its page shows the row alone, as before."""
    profile = "kind: individual\nname: Nguyễn Văn Mẫu\nstatus: draft\nillustrative: true\n"
    assert changed(registry_of, {DECISION: TWO}, {DECISION: TWO, "data/honourees/k7m2q9.yml": profile}) == set()


def test_states_stand_in_place_of_digests(registry_of: Build) -> None:
    """Of what was removed by right, not even a digest stays."""
    registry = registry_of(
        {
            "data/campaigns/thi-dua-2026.yml": (
                "name: Thi đua\ntype: annual\nlevel: commune\nstatus: withdrawn\n"
                "withdrawn: {date: 2026-11-20, reason: Nhầm.}\n"
            ),
            "data/honourees/to-dan-van.yml": "status: removed\n",
        }
    )
    assert record_digest(registry, "campaign", "thi-dua-2026") == "withdrawn"
    assert record_digest(registry, "honouree", "to-dan-van") == "removed"


def test_every_permanent_address_is_found_and_named(registry_of: Build, tmp_path: Path) -> None:
    """Titles only where they name nobody; parts of lists and pages that lead on are not among them."""
    registry = registry_of()
    pages = {
        "": page("Trang chủ"),
        "guong/k7m2q9/": page("Nguyễn Văn Mẫu"),
        "quyet-dinh/qd-15/": page("Khen thưởng"),
        "phong-trao/thi-dua-2026/": page("Thi đua năm 2026"),
        "nam/2026/trang-2/": page(listed=False),
    }
    site = tmp_path / "site"
    for name, title in (("gioi-thieu", "Giới thiệu"), ("tin-tuc/ong-mau", "Ông Mẫu"), ("cu", "Cũ")):
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text(f"<title>{title} | Bảng Vàng</title><main>Chữ</main>", "utf-8")
    files = ["gioi-thieu/index.html", "tin-tuc/ong-mau/index.html", "cu/index.html", "404.html", "tin.atom", "x.css"]
    found = contents(registry, pages, files, {"cu/index.html"}, site)
    assert {address: (one.kind, one.title) for address, one in found.items()} == {
        "/": ("list", "Trang chủ"),
        "/guong/k7m2q9/": ("honouree", ""),
        "/quyet-dinh/qd-15/": ("decision", ""),
        "/phong-trao/thi-dua-2026/": ("campaign", "Thi đua năm 2026"),
        "/gioi-thieu/": ("page", "Giới thiệu"),
        "/tin-tuc/ong-mau/": ("page", ""),
        "/tin.atom": ("feed", ""),
    }
    assert found["/"] == Content("list", "", "Trang chủ")


@pytest.mark.parametrize(
    ("path", "feed"),
    [("tin.rss", True), ("tin/feed.xml", True), ("lich.ics", True), ("sitemap-1.xml", False), ("a.json", False)],
)
def test_feeds_are_told_from_other_files(path: str, feed: bool) -> None:
    """Readers' programs come back to a feed; nobody bookmarks a map of the site."""
    assert is_feed(path) is feed


def test_a_hand_written_page_changes_with_its_words_only() -> None:
    """A new theme, a new footer, a new class are no news."""
    old = "<html><head><title>A | B</title></head><main class='x'><p>Một hai</p></main><footer>1</footer>"
    new = "<html><head><title>A | C</title></head><main><div><p>Một\nhai</p></div></main><footer>2</footer>"
    assert written_digest(old) == written_digest(new)
    assert written_digest(old) != written_digest(new.replace("hai", "ba"))


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Luật 1 | 2 | Bảng Vàng</title>", "Luật 1 | 2"),
        ("<title>Bảng\n Vàng &amp; b</title>", "Bảng Vàng & b"),
        ("<p>Không có</p>", ""),
    ],
)
def test_the_title_of_a_page_comes_without_the_site(html: str, title: str) -> None:
    """As the page itself is called."""
    assert written_title(html) == title
