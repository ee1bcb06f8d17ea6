"""A site that speaks English, built and published; and one that does not."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bangvang.publishing.build import build_site
from bangvang.publishing.ledger import read_ledger
from bangvang.publishing.publish import publish
from bangvang.publishing.target import target_of
from bangvang.search import FOLDER
from bangvang.search.index import ROWS
from bangvang.search.rows import urls_in

DAY, NEXT = date(2026, 11, 21), date(2026, 11, 22)
UNIT, CAMPAIGN = "data/honourees/to-dan-van.yml", "data/campaigns/thi-dua-2026.yml"
_MAIN_ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="https://bangvang\.example/([^"]*)">')


def speak_english(office: Path) -> Path:
    """A name, two summaries and an about page."""
    (office / "docs/en").mkdir()
    (office / "docs/en/about.md").write_text(
        "---\ntitle: About\nlang: en\ntranslation: gioi-thieu/\n---\n\nA made-up page with eleven words about a made-up site.\n"
    )
    about = office / "docs/gioi-thieu.md"
    about.write_text(about.read_text("utf-8").replace("title:", "translation: en/about/\ntitle:"), "utf-8")
    for path, line in (
        ("data/site.yml", "name_en: Golden Board of Mẫu\n"),
        (UNIT, "summary_en: A made-up unit.\n"),
        (CAMPAIGN, "summary_en: A made-up campaign.\n"),
    ):
        with (office / path).open("a", encoding="utf-8") as file:
            file.write(line)
    return office


@pytest.fixture(scope="module")
def english_office(built_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once."""
    root = tmp_path_factory.mktemp("english") / "office"
    shutil.copytree(built_office, root, ignore=shutil.ignore_patterns(".cache", "site"))
    build_site(speak_english(root), day=DAY, jobs=1)
    return root


@pytest.fixture
def speaking(english_office: Path, tmp_path: Path) -> Path:
    """A copy for one test; its frame is made anew, for its key tells of the folder."""
    return Path(shutil.copytree(english_office, tmp_path / "office"))


def page(office: Path, url: str) -> str:
    """A page of the built site."""
    return (office / "site" / url / "index.html").read_text(encoding="utf-8")


def edit(office: Path, path: str, old: str, new: str) -> None:
    """Change a record as an office would."""
    text = (office / path).read_text(encoding="utf-8")
    assert old in text
    (office / path).write_text(text.replace(old, new), encoding="utf-8")


def test_pages_say_in_which_language_they_are(english_office: Path) -> None:
    """Those of records, the hand-written one, and those in Vietnamese."""
    for url in ("en", "en/people/to-dan-van", "en/awards", "en/about"):
        html = page(english_office, url)
        assert '<html lang="en"' in html
        assert 'property="og:locale" content="en_GB"' in html
        assert "| Golden Board of Mẫu</title>" in html
        assert "Skip to content" in html
        assert "search.min" not in html
    assert '<html lang="vi"' in page(english_office, "guong/to-dan-van")


def test_pairs_name_each_other(english_office: Path) -> None:
    """Both name both, and the Vietnamese page for all other readers."""
    pairs = (
        ("", "en/"),
        ("gioi-thieu/", "en/about/"),
        ("guong/to-dan-van/", "en/people/to-dan-van/"),
        ("phong-trao/thi-dua-2026/", "en/campaigns/thi-dua-2026/"),
        ("danh-hieu/", "en/awards/"),
    )
    for vietnamese, english in pairs:
        for url in (vietnamese, english):
            found = _MAIN_ALTERNATE.findall(page(english_office, url))
            assert found == [("vi", vietnamese), ("en", english), ("x-default", vietnamese)]


def test_the_way_to_english_stands_on_every_page(english_office: Path) -> None:
    """In the foot."""
    assert '<a lang="en" hreflang="en" href="../../en/">English</a>' in page(english_office, "guong/k7m2q9")
    assert '<a lang="en" hreflang="en" href="../en/">English</a>' in page(english_office, "gioi-thieu")


def test_search_engines_find_english_and_the_sites_own_search_does_not(english_office: Path) -> None:
    """Whose index is of Vietnamese words."""
    site = english_office / "site"
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://bangvang.example/en/</loc>" in sitemap
    assert "<loc>https://bangvang.example/en/about/</loc>" in sitemap
    found = {
        url
        for path in (site / FOLDER / ROWS.name).iterdir()
        for url in urls_in(json.loads(path.read_text(encoding="utf-8")))
    }
    assert {"guong/to-dan-van/", "gioi-thieu/"} <= found
    assert not [url for url in found if url.startswith("en/")]


def test_a_site_without_an_english_name_shows_nothing_of_it(built_office: Path, english_office: Path) -> None:
    """Its pages are those of the other without the link in the foot; a page in docs/en/ waits."""
    quiet = {path.relative_to(built_office): path.read_text("utf-8") for path in built_office.rglob("site/**/*.html")}
    assert not any("/en/" in html or "hreflang" in html or "English" in html for html in quiet.values())
    assert not any(path.parts[1] == "en" for path in quiet)
    link = re.compile(r'<p><a lang="en" hreflang="en" href="[./]*en/">English</a></p>')
    other = (english_office / "site/guong/k7m2q9/index.html").read_text("utf-8")
    assert link.sub("", other) == quiet[Path("site/guong/k7m2q9/index.html")]


def test_hand_written_pages_in_english_wait_for_the_name(english_office: Path, tmp_path: Path) -> None:
    """Without it they would stand in a Vietnamese frame."""
    office = Path(shutil.copytree(english_office, tmp_path / "office", ignore=shutil.ignore_patterns(".cache", "site")))
    edit(office, "data/site.yml", "name_en: Golden Board of Mẫu\n", "")
    build_site(office, day=DAY, jobs=1)
    assert not (office / "site/en").exists()
    assert "hreflang" not in page(office, "gioi-thieu")


def test_what_was_published_in_english_goes_on_leading_somewhere(speaking: Path, tmp_path: Path) -> None:
    """A withdrawn record has a notice; one that lost its summary, or was removed, leads to the Vietnamese page."""

    def run(day: date) -> None:
        publish(speaking, target_of(str(tmp_path / "out"), speaking, day), day=day, jobs=1)

    run(DAY)
    ledger = read_ledger(speaking)
    assert {"/en/", "/en/people/to-dan-van/", "/en/campaigns/thi-dua-2026/", "/en/about/"} <= ledger.keys()
    edit(speaking, CAMPAIGN, "name:", "status: withdrawn\nwithdrawn: {date: 2026-11-22, reason: Nhầm.}\nname:")
    edit(speaking, UNIT, "summary_en: A made-up unit.\n", "")
    run(NEXT)
    assert "withdrawn from publication on 22 November 2026" in page(speaking, "en/campaigns/thi-dua-2026")
    assert "url=../../../guong/to-dan-van/" in page(speaking, "en/people/to-dan-van")
    (speaking / UNIT).write_text("status: removed\n", encoding="utf-8")
    run(NEXT)
    assert "url=../../../guong/to-dan-van/" in page(speaking, "en/people/to-dan-van")


def test_the_log_counts_a_record_once(speaking: Path, tmp_path: Path) -> None:
    """However many languages tell of it; and names nobody."""
    done = publish(speaking, target_of(str(tmp_path / "out"), speaking, DAY), day=DAY, jobs=1)
    english = [change for change in done.publication.changes if change.url.startswith("/en/people/")]
    assert {change.kind for change in english} == {"list"}
    assert {change.title for change in english} == {""}
