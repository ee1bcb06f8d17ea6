"""A copy that opens from a folder: links lead to files, the index comes as scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bangvang.publishing.memory import file_digest
from bangvang.publishing.offline import OfflineParcel, with_files
from bangvang.publishing.parcel import SiteParcel

FILES = {
    "index.html": '<a href="guong/a/">A</a>',
    "guong/a/index.html": '<a href="../../">Trang chủ</a><main>"A" </main>',
    "guong/index.html": "<main>Mọi người</main>",
    "tim-kiem/chi-muc/dau.json": '{"count":1}',
    "tim-kiem/chi-muc/r/1.cd34.json": '[[5,"ia","A"],[6,"igone","B"]]',
    "tim-kiem/chi-muc/n/1.ab12.json": '{"rows":[["</script>"]]}',
    "du-lieu/a.json": "[]",
    "assets/a.css": "a{}",
    "404.html": "",
    ".htaccess": "",
    "web.config": "",
    "robots.txt": "",
    "sitemap.xml": "",
    "sitemap-2.xml": "",
    ".well-known/security.txt": "",
}


@pytest.fixture
def offline(tmp_path: Path) -> OfflineParcel:
    """The offline form of a small site."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return OfflineParcel(SiteParcel(tmp_path, {path: file_digest(text.encode()) for path, text in FILES.items()}))


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ('<a href="guong/a/">', '<a href="guong/a/index.html">'),
        ('<a class="x" href="../../">', '<a class="x" href="../../index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="../guong/a/#k-1">', '<a href="../guong/a/index.html#k-1">'),
        ('<a href="tim-kiem/?q=a&amp;loai=b/">', '<a href="tim-kiem/index.html?q=a&amp;loai=b/">'),
        ('<form action="../tim-kiem/">', '<form action="../tim-kiem/index.html">'),
        ('<meta content="0; url=../moi/">', '<meta content="0; url=../moi/index.html">'),
    ],
)
def test_a_link_to_a_folder_leads_to_the_page_in_it(link: str, led: str) -> None:
    """With its query and its fragment."""
    assert with_files(link) == led


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#khen">',
        '<a href="?q=a/">',
        '<a href="https://example.invalid/a/">',
        '<a href="mailto:a@example.invalid">',
        '<a href="tep/a.pdf">',
        '<link href="../assets/a.css">',
        '<a data-href="a/">',
        "<p>href a/</p>",
    ],
)
def test_other_links_stay(link: str) -> None:
    """They lead where they led."""
    assert with_files(link) == link


def test_no_font_is_asked_for_ahead() -> None:
    """From a disk that is refused, and stands in the console of every page; other files may be."""
    font = '<link rel="preload" href="../a.woff2" as="font" type="font/woff2" crossorigin>\n'
    script = '<link rel="preload" as="script" href="../a.js">\n'
    assert with_files(f"{font}{font}{script}<main>") == f"{script}<main>"


def test_the_index_comes_as_scripts_that_say_which_part_they_are(offline: OfflineParcel) -> None:
    """A page from a disk may run a script beside it, but not read a file."""
    text = offline.read("tim-kiem/chi-muc/n/1.ab12.js").decode()
    call, _, rest = text.partition("(")
    assert call == "BangVangSearch.take"
    assert json.loads(f"[{rest.removesuffix(');' + chr(10))}]") == ["n/1.ab12.json", {"rows": [["</script>"]]}]


def test_a_page_that_search_finds_has_its_middle_in_a_script(offline: OfflineParcel) -> None:
    """From which search tells why the page is a result; lists that are no results have none."""
    said = offline.read("guong/a/index.js").decode()
    assert said == 'BangVangSearch.take("guong/a/index.json","<main>\\"A\\" </main>");\n'


def test_what_only_a_server_reads_is_left_out(offline: OfflineParcel) -> None:
    """Everything else is there, under its name."""
    assert sorted(offline.paths) == [
        "assets/a.css",
        "du-lieu/a.json",
        "guong/a/index.html",
        "guong/a/index.js",
        "guong/index.html",
        "index.html",
        "tim-kiem/chi-muc/dau.js",
        "tim-kiem/chi-muc/n/1.ab12.js",
        "tim-kiem/chi-muc/r/1.cd34.js",
    ]
    page = offline.read("guong/a/index.html").decode()
    assert page == '<a href="../../index.html">Trang chủ</a><main>"A" </main>'
    assert offline.read("du-lieu/a.json") == b"[]"
