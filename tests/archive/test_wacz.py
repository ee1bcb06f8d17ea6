"""Web archives as other tools read them."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from surt import surt as other_surt
from warcio.archiveiterator import ArchiveIterator

from bangvang.archive.wacz import About, write_wacz
from bangvang.archive.warc import surt
from bangvang.publishing.memory import file_digest
from bangvang.publishing.parcel import SiteParcel

DAY = date(2026, 11, 21)
ABOUT = About("Trang thử", "Bản thử", "https://thu.example/bang/", DAY)
FILES = {
    "index.html": "<title>Trang &amp; nhà</title>",
    "guong/a/index.html": "<title>A</title>",
    "assets/Ảnh đẹp.css": "a{}",
    "du-lieu/a.json": "{}",
    "404.html": "không có",
    ".htaccess": "x",
}
TOOLS = Path(sys.executable).parent


def _count(done: int, all: int) -> None:
    assert done <= all == len(FILES)


def _site(folder: Path) -> SiteParcel:
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return SiteParcel(folder, {path: file_digest(text.encode()) for path, text in FILES.items()})


@pytest.fixture
def wacz(tmp_path: Path) -> Path:
    """The web archive of a small site."""
    assert write_wacz(_site(tmp_path / "trang"), ABOUT, tmp_path / "trang.wacz", _count) == 4
    return tmp_path / "trang.wacz"


def test_wacz_finds_it_valid(wacz: Path) -> None:
    """The validator of those who wrote the format."""
    told = subprocess.run(
        [str(TOOLS / "wacz"), "validate", "-f", str(wacz)], capture_output=True, text=True, check=False, cwd=wacz.parent
    )
    assert "Validation succeeded" in told.stdout, told.stdout + told.stderr


def test_warcio_finds_its_records_valid(wacz: Path) -> None:
    """Lengths and hashes of each."""
    with zipfile.ZipFile(wacz) as archive:
        archive.extract("archive/data.warc.gz", wacz.parent)
    told = subprocess.run(
        [str(TOOLS / "warcio"), "check", "-v", str(wacz.parent / "archive/data.warc.gz")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout
    assert told.stdout.count("digest pass") == 4


def test_every_address_a_reader_may_ask_for_is_there_as_a_resource(wacz: Path) -> None:
    """Nobody captured an answer, so none is claimed; settings of servers are nobody's address."""
    with zipfile.ZipFile(wacz) as archive:
        warc = archive.read("archive/data.warc.gz")
    records = {
        record.rec_headers.get_header("WARC-Target-URI"): (record.rec_type, record.content_stream().read().decode())
        for record in ArchiveIterator(io.BytesIO(warc))
        if record.rec_type != "warcinfo"
    }
    assert records == {
        "https://thu.example/bang/": ("resource", FILES["index.html"]),
        "https://thu.example/bang/guong/a/": ("resource", FILES["guong/a/index.html"]),
        "https://thu.example/bang/assets/%E1%BA%A2nh%20%C4%91%E1%BA%B9p.css": ("resource", "a{}"),
        "https://thu.example/bang/du-lieu/a.json": ("resource", "{}"),
    }


def test_the_index_leads_to_each_record(wacz: Path) -> None:
    """By its place in the file; sorted, as readers of indexes need it."""
    with zipfile.ZipFile(wacz) as archive:
        warc, lines = archive.read("archive/data.warc.gz"), archive.read("indexes/index.cdx").decode().splitlines()
    assert lines == sorted(lines)
    for line in lines:
        key, moment, told = line.split(" ", 2)
        entry = json.loads(told)
        start, length = int(entry["offset"]), int(entry["length"])
        record = next(iter(ArchiveIterator(io.BytesIO(warc[start : start + length]))))
        content = record.content_stream().read()
        assert record.rec_headers.get_header("WARC-Target-URI") == entry["url"]
        assert entry["digest"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert (key, moment) == (surt(entry["url"]), "20261121000000")


@pytest.mark.parametrize(
    "url",
    ["https://thu.example/a.css", "https://So.Thu.Example:8443/A/b.html?q=1", "http://xa.tinh.gov.vn/du-lieu/a.json"],
)
def test_addresses_are_sorted_as_elsewhere(url: str) -> None:
    """By the Internet Archive's own rule."""
    assert surt(url) == other_surt(url, trailing_comma=False, with_scheme=False)


def test_pages_are_listed_with_their_titles(wacz: Path) -> None:
    """As text, not as HTML."""
    with zipfile.ZipFile(wacz) as archive:
        head, *pages = map(json.loads, archive.read("pages/pages.jsonl").decode().splitlines())
    assert head["format"] == "json-pages-1.0"
    assert {(page["url"], page["title"]) for page in pages} == {
        ("https://thu.example/bang/", "Trang & nhà"),
        ("https://thu.example/bang/guong/a/", "A"),
    }


def test_the_same_site_gives_the_same_bytes(wacz: Path, tmp_path: Path) -> None:
    """Wherever it lies."""
    write_wacz(_site(tmp_path / "noi-khac"), ABOUT, tmp_path / "khac.wacz", _count)
    assert (tmp_path / "khac.wacz").read_bytes() == wacz.read_bytes()
