"""What a record's state keeps from the public is nowhere in a built site, in no spelling."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from html_facts import read_html

from bangvang.vietnamese import fold

ROOT = Path(__file__).parents[2]
FILES = {
    "docs/index.md": "# Trang chủ\n",
    "data/site.yml": """\
name: Bảng Vàng thử
address: https://thu.example/bang-vang/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
""",
    "data/vocabulary/awards.yml": """\
- {id: giay-khen, name: Giấy khen cấp xã, kind: commendation, level: commune, powers: [commune-chair], applies_to: [individual, collective], from: 2004-07-01, rank: 145}
""",
    "data/vocabulary/agencies.yml": "- {id: ubnd-xa-thu, name: Ủy ban nhân dân xã Thử, level: commune, place: xa-thu, authority_class: commune-chair}\n",
    "data/vocabulary/places.yml": "- {id: xa-thu, name: Xã Thử, type: commune, from: 2025-07-01}\n",
    "data/vocabulary/fields.yml": "- {id: nong-nghiep, name: Nông nghiệp}\n",
    "data/campaigns/lon.yml": """\
name: Phong trào lớn
type: annual
level: commune
issuers: [ubnd-xa-thu]
period: {from: 2026-01-01, to: 2026-12-31}
illustrative: true
""",
    "data/campaigns/dang-soan.yml": """\
status: draft
name: Phong trào Nửa Chừng
type: annual
level: commune
issuers: [ubnd-xa-thu]
parent: lon
period: {from: 2026-01-01, to: 2026-12-31}
""",
    "data/decisions/2026/qd-1.yml": """\
number: 01/QĐ-UBND
date: 2026-09-02
title: Khen thưởng năm 2026
issuer: ubnd-xa-thu
award: giay-khen
campaign: lon
illustrative: true
recipients:
  - {id: k7m2q2, kind: individual, name: Lê Minh Bạch, place: xa-thu, fields: [nong-nghiep], reason: Làm đường thôn.}
  - {id: k7m2q3, kind: individual, name: Võ Không Còn, place: xa-thu, fields: [nong-nghiep], reason: Làm cầu., standing: [{state: cancelled, date: 2026-10-01, reason: Khen trùng.}]}
  - {id: k7m2q4, kind: individual, name: Hà Chưa Hỏi, place: xa-thu, fields: [nong-nghiep], reason: Làm kênh.}
  - {removed: true}
  - {id: k7m2q9, kind: individual, name: Mai Dòng Thường, place: xa-thu, fields: [nong-nghiep], reason: Làm ruộng.}
""",
    "data/decisions/2026/qd-2.yml": """\
publish_on: 2026-12-20
number: 02/QĐ-UBND
date: 2026-11-20
title: Khen thưởng Đợt Bí Mật
issuer: ubnd-xa-thu
award: giay-khen
campaign: lon
illustrative: true
recipients:
  - {id: k7m2q5, kind: individual, name: Bùi Chờ Ngày, place: xa-thu, fields: [nong-nghiep], reason: Làm đê.}
  - {id: k7m2q2, kind: individual, name: Lê Minh Bạch, place: xa-thu, fields: [nong-nghiep], reason: Thành tích Còn Giấu.}
""",
    "data/honourees/k7m2q4.yml": """\
kind: individual
name: Hà Chưa Hỏi
place: xa-thu
living: yes
illustrative: true
story: Câu chuyện Ngăn Tủ chưa được đồng ý.
""",
    "data/honourees/k7m2q6.yml": """\
status: draft
kind: individual
name: Đặng Nháp Kín
place: xa-thu
illustrative: true
summary: Bản thảo Dở Dang.
honours: [{award: giay-khen, date: 2026-05-01, campaign: lon}]
""",
    "data/honourees/k7m2q7.yml": """\
status: withdrawn
withdrawn: {date: 2026-10-14, reason: Theo đề nghị của nhân vật.}
kind: individual
name: Cao Đã Rút
place: xa-thu
illustrative: true
summary: Lời kể Thu Hồi.
honours: [{award: giay-khen, date: 2026-05-01, campaign: lon}]
""",
    "data/honourees/k7m2q8.yml": "status: removed\nremoved_on: 2026-10-15\nbasis: Theo yêu cầu hợp pháp\n",
    "data/practices/cach-hay.yml": """\
name: Cách làm Công Khai
kind: method
illustrative: true
honourees: [k7m2q2, k7m2q6, k7m2q7, k7m2q8]
problem: Đường xấu.
way: Cùng làm.
""",
}
"""Everybody in them is invented."""
KEPT = {
    "a draft": ("Đặng Nháp Kín", "Bản thảo Dở Dang", "Phong trào Nửa Chừng", "k7m2q6"),
    "an embargo": ("Bùi Chờ Ngày", "Đợt Bí Mật", "Thành tích Còn Giấu", "02/QĐ-UBND", "k7m2q5"),
    "a withdrawal": ("Lời kể Thu Hồi",),
    "want of consent": ("Ngăn Tủ",),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real site, no trial, built by the command line; it stands below a path of its host."""
    root = tmp_path_factory.mktemp("states")
    for part in ("overrides", "hooks"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "bangvang", "build", "--as-of", "2026-11-21"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def texts(site: Path) -> dict[str, str]:
    """Every file that holds text, folded as a search folds it, by its address."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): fold(path.read_text(encoding="utf-8"))
        for path in site.rglob("*")
        if path.suffix in (".html", ".xml", ".json", ".txt", ".csv", ".ics", ".js")
    }


def _where(texts: dict[str, str], what: str) -> set[str]:
    return {url for url, text in texts.items() if f" {fold(what)} " in f" {text} "}


def _robots(site: Path, url: str) -> list[str]:
    return read_html((site / url / "index.html").read_text(encoding="utf-8")).meta("robots")


@pytest.mark.parametrize("state", KEPT)
def test_what_is_not_public_is_in_no_file_of_the_site(texts: dict[str, str], state: str) -> None:
    """Neither in a page nor in a list, a number, a map, a feed or an index."""
    assert {what: found for what in KEPT[state] if (found := _where(texts, what))} == {}


def test_somebody_public_is_found_where_they_belong(texts: dict[str, str]) -> None:
    """So that the test above can fail."""
    everywhere = _where(texts, "Lê Minh Bạch")
    assert {"guong/k7m2q2/", "quyet-dinh/qd-1/", "mo-hinh/cach-hay/", "danh-hieu/giay-khen/", "nam/2026/"} <= everywhere


def test_a_withdrawn_person_is_named_nowhere(site: Path, texts: dict[str, str]) -> None:
    """The page says when and why, and asks search engines to stay away."""
    assert _where(texts, "Cao Đã Rút") == set()
    assert fold("14/10/2026") in texts["guong/k7m2q7/"]
    assert fold("Theo đề nghị của nhân vật") in texts["guong/k7m2q7/"]
    assert _robots(site, "guong/k7m2q7/") == ["noindex"]


def test_a_removed_entry_leaves_a_notice_and_no_link(site: Path, texts: dict[str, str]) -> None:
    """The page says that there was something; nobody leads there. Its row in a decision keeps its number."""
    assert _where(texts, "k7m2q8") == {"guong/k7m2q8/"}
    assert fold("15/10/2026") in texts["guong/k7m2q8/"]
    assert _robots(site, "guong/k7m2q8/") == ["noindex"]
    assert fold("đã được gỡ bỏ") in texts["quyet-dinh/qd-1/"]


def test_a_cancelled_honour_is_out_of_rolls_and_counts(texts: dict[str, str]) -> None:
    """By award, year, agency and campaign; it is told, as cancelled, where it was given and on the page of who had it."""
    found = _where(texts, "Võ Không Còn")
    assert {"guong/k7m2q3/", "quyet-dinh/qd-1/"} <= found
    assert not {url for url in found if url.startswith(("danh-hieu/", "nam/", "co-quan/", "phong-trao/", "thong-ke/"))}
    assert fold("Khen trùng") in texts["guong/k7m2q3/"]
    assert fold("hủy") in texts["quyet-dinh/qd-1/"].split()


def test_somebody_who_was_not_asked_has_a_short_page(texts: dict[str, str]) -> None:
    """The decision is public; the story is not."""
    assert {"guong/k7m2q4/", "quyet-dinh/qd-1/"} <= _where(texts, "Hà Chưa Hỏi")


def test_what_is_invented_is_marked_and_kept_from_search_engines(site: Path, texts: dict[str, str]) -> None:
    """On a real site; the site's own pages are open to them."""
    for url in ("guong/k7m2q2/", "quyet-dinh/qd-1/", "mo-hinh/cach-hay/", "phong-trao/lon/"):
        assert _robots(site, url) == ["noindex"], url
        assert fold("minh họa") in texts[url]
    assert _robots(site, "") == ["index,follow"]
    assert _robots(site, "danh-hieu/giay-khen/") == ["index,follow"]


def test_the_sitemap_names_what_search_engines_may_show(texts: dict[str, str], site: Path) -> None:
    """And nothing that asks them to stay away."""
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://thu.example/bang-vang/danh-hieu/giay-khen/</loc>" in sitemap
    for url in texts:
        if url.endswith("/") and _robots(site, url) == ["noindex"]:
            assert f"/{url}</loc>" not in sitemap
