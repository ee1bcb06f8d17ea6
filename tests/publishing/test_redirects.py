"""Old addresses that lead on: written down, made by mergers, or lists that emptied."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.publishing.ledger import LedgerLine
from bangvang.publishing.memory import MadePage, places_of
from bangvang.publishing.redirects import (
    emptied_lists,
    redirect_faults,
    redirect_pages,
    redirect_paths,
    server_settings,
    site_redirects,
)
from bangvang.records import is_id
from bangvang.registry import Registry

Build = Callable[..., Registry]
ADDRESS = "https://bangvang.example/xa-mau/"
LIVE = ["", "phong-trao/moi/", "guong/to-moi/", "guong/"]
FILES = ["gioi-thieu/index.html", "404.html", "robots.txt", "assets/site.css", "van-ban/tep.pdf"]
COLLECTIVE = "kind: collective\nname: Tổ\nillustrative: true\n"


def pages(*urls: str) -> dict[str, MadePage]:
    """Pages as the memory of a build holds them."""
    return {url: MadePage(places_of(()), "", "", True, True, f"Trang “{url}”", "", ()) for url in urls}


def redirects(*pairs: tuple[str, str]) -> dict[str, str | None]:
    """data/redirects.yml with these lines."""
    return {"data/redirects.yml": "".join(f"- from: {old}\n  to: {new}\n" for old, new in pairs)}


def merged(*chain: str) -> dict[str, str | None]:
    """Profiles of which each is the same as the one before."""
    files: dict[str, str | None] = {f"data/honourees/{chain[0]}.yml": COLLECTIVE}
    for old, new in pairwise(chain):
        files[f"data/honourees/{new}.yml"] = f"{COLLECTIVE}same_as: [{old}]\n"
    return files


def faults(root: Path, registry: Registry, files: list[str] = FILES) -> list[str]:
    """Place and wording of everything that is wrong with the redirects."""
    found = redirect_faults(root, site_redirects(registry, LIVE), LIVE, files)
    return [f"{one.path}:{one.line}:{one.column}: {one.what} → {one.remedy}" for one in found]


def test_written_lines_and_mergers_lead_on(registry_of: Build) -> None:
    """An old id leads to the new one, whether or not it has a file of its own."""
    registry = registry_of(redirects(("/cu/", "/phong-trao/moi/")) | merged("to-cu", "to-moi"))
    moves = [lead.move for lead in site_redirects(registry, LIVE)]
    assert moves == [("/cu/", "/phong-trao/moi/"), ("/guong/to-cu/", "/guong/to-moi/")]


def test_a_chain_of_mergers_leads_straight_to_its_end(registry_of: Build) -> None:
    """No page leads to a page that leads on."""
    registry = registry_of(merged("to-rat-cu", "to-cu", "to-moi"))
    assert {lead.move for lead in site_redirects(registry, LIVE)} == {
        ("/guong/to-rat-cu/", "/guong/to-moi/"),
        ("/guong/to-cu/", "/guong/to-moi/"),
    }


def test_a_merger_into_a_page_that_is_not_there_leads_nowhere(registry_of: Build) -> None:
    """A draft, perhaps; whether the old address was owed, the ledger knows."""
    assert site_redirects(registry_of(merged("to-cu", "to-nhap")), LIVE) == ()


def test_good_redirects_have_no_faults(registry_of: Build, tmp_path: Path) -> None:
    """Pages, anchors, files and hand-written pages can be led to; what a merger says may be said again."""
    registry = registry_of(
        redirects(
            ("/a/", "/phong-trao/moi/"),
            ("/b.html", "/guong/to-moi/#qd-1-2"),
            ("/c/", "/gioi-thieu/"),
            ("/d/tep.pdf", "/van-ban/tep.pdf"),
            ("/guong/to-cu/", "/guong/to-moi/"),
            ("/e/", "/"),
        )
        | merged("to-cu", "to-moi")
    )
    assert faults(tmp_path, registry) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "what"),
    [
        ("/phong-trao/moi/", "/gioi-thieu/", "1:9", "vẫn là một trang đang có"),
        ("/gioi-thieu/", "/guong/", "1:9", "vẫn là một trang đang có"),
        ("/cu/", "/khong-co/", "2:7", "không có trên trang"),
        ("/cu/", "/cu/#doan-2", "2:7", "chính là địa chỉ cũ"),
        ("/cu/../x/", "/guong/", "1:9", "máy chủ không dùng được"),
        ("/Phong-trao/MOI/", "/guong/", "1:9", "chỉ khác chữ hoa, chữ thường"),
        ("/assets/", "/guong/", "1:9", ""),
        ("/assets/site.css/cu/", "/guong/", "1:9", "vướng một tệp khác"),
        ("/guong/to-cu/", "/phong-trao/moi/", "1:9", "nằm trong same_as của data/honourees/to-moi.yml"),
        ("/cu/", "/guong/to-cu/", "2:7", "đã nhập vào /guong/to-moi/"),
    ],
)
def test_a_redirect_that_cannot_work_is_one_placed_message(
    registry_of: Build, tmp_path: Path, old: str, new: str, place: str, what: str
) -> None:
    """In the line of the data that is to be changed."""
    found = faults(tmp_path, registry_of(redirects((old, new)) | merged("to-cu", "to-moi")))
    assert len(found) == bool(what)
    assert all(fault.startswith(f"data/redirects.yml:{place}: ") and what in fault for fault in found)


def test_two_old_addresses_that_differ_in_capitals_are_one(registry_of: Build, tmp_path: Path) -> None:
    """On Windows they are one file."""
    found = faults(tmp_path, registry_of(redirects(("/cu/", "/guong/"), ("/CU/", "/"))))
    assert len(found) == 1
    assert found[0].startswith("data/redirects.yml:3:9: ")


def test_a_page_stands_at_each_old_address(tmp_path: Path) -> None:
    """It names the new page: by its title, by that of a hand-written page, or by its address."""
    (tmp_path / "gioi-thieu").mkdir()
    (tmp_path / "gioi-thieu/index.html").write_text("<title>Giới thiệu &amp; liên hệ | Bảng Vàng</title>", "utf-8")
    moves = [("/cu/", "/guong/to-moi/#x"), ("/cu.html", "/gioi-thieu/"), ("/x", "/van-ban/tep.pdf")]
    found = {path: data.decode() for path, data in redirect_pages(ADDRESS, moves, pages(*LIVE), tmp_path)}
    assert found.keys() == redirect_paths(moves) == {"cu/index.html", "cu.html", "x/index.html"}
    assert '<a href="../guong/to-moi/#x">Trang “guong/to-moi/”</a>' in found["cu/index.html"]
    assert "Giới thiệu &amp; liên hệ</a>" in found["cu.html"]
    assert f'href="{ADDRESS}gioi-thieu/"' in found["cu.html"]
    assert "/van-ban/tep.pdf</a>" in found["x/index.html"]


@pytest.mark.parametrize("old", ["/d/tep.pdf", "/con/", "/a:b/", "/x./"])
def test_where_no_disk_can_hold_a_page_the_server_leads_on(old: str, tmp_path: Path) -> None:
    """A name that Windows cannot have, or a file that is no page."""
    assert list(redirect_pages(ADDRESS, [(old, "/guong/")], pages(*LIVE), tmp_path)) == []
    settings = server_settings(ADDRESS, [(old, "/guong/")], "default-src 'none'")
    assert (
        f'location = "/xa-mau{old}" {{ return 301 "/xa-mau/guong/"; }}'
        in settings.beside["may-chu/nginx.conf"].decode()
    )


def test_every_server_learns_redirects_and_policy() -> None:
    """What a server reads from the site is in the site; the rest is for a person and stays outside."""
    settings = server_settings(ADDRESS, [("/cu/", "/moi/")], "default-src 'none'")
    assert set(settings.site) == {".htaccess", "_headers", "_redirects", "web.config"}
    assert {"may-chu/nginx.conf", "may-chu/iis-chuyen-huong.config"} <= set(settings.beside)
    for name in (".htaccess", "_headers", "web.config"):
        assert b"default-src 'none'" in settings.site[name]
    for data in (settings.site[".htaccess"], settings.site["_redirects"], settings.beside["may-chu/nginx.conf"]):
        assert b"/moi/" in data


def test_a_list_that_emptied_leads_to_the_one_above() -> None:
    """A letter nobody's name begins with any more; records and pages of hand are no lists, and some lead on already."""
    day = date(2026, 11, 21)
    ledger = {
        "/guong/chu/m/": LedgerLine(day),
        "/guong/": LedgerLine(day),
        "/nam/1987/": LedgerLine(day),
        "/nam/1988/": LedgerLine(day),
        "/phong-trao/cu/": LedgerLine(day, "digest"),
        "/tin.atom": LedgerLine(day),
    }
    moves = emptied_lists(ledger, pages(*LIVE), [("/nam/1988/", "/phong-trao/moi/")])
    assert moves == [("/guong/chu/m/", "/guong/"), ("/nam/1987/", "/")]


@given(parts=st.lists(st.from_regex(r"[a-zA-Z0-9%._~:*@ạđ-]{1,12}", fullmatch=True), min_size=1, max_size=4))
def test_no_address_of_a_redirect_breaks_a_build(parts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is written, it is a page, a line for servers, or neither."""
    old = f"/{'/'.join(parts)}/"
    folder = tmp_path_factory.getbasetemp()
    for path, data in redirect_pages(ADDRESS, [(old, "/guong/")], pages(*LIVE), folder):
        assert path.endswith(".html") or is_id(path)
        assert data.startswith(b"<!doctype html>")
    assert server_settings(ADDRESS, [(old, "/guong/")], "x").site
