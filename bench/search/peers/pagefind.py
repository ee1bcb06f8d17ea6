"""Pagefind over one small page an entry: as it comes, and over words without their marks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from shutil import rmtree
from time import perf_counter

from bangvang.search import Entry
from bangvang.vietnamese import strip_marks
from bench.search.contender import Contender

STOCK, FOLDED = "Pagefind", "Pagefind, folded"
_BUNDLE = "pagefind"
# Without its worker, whose loading no slowed line would reach; one query alone has nothing to run beside.
_GLUE = """async () => {
    const pagefind = (await import("/pagefind/pagefind.js")).createInstance({ noWorker: true });
    await pagefind.init();
    return async (query, most) => {
        const { results } = await pagefind.search(TYPED);
        const shown = await Promise.all(results.slice(0, most).map((result) => result.data()));
        return shown.map((page) => page.url.replace(/^\\//, ""));
    };
}"""
_AS_TYPED = "query"
_FOLDED = 'query.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "").replaceAll("đ", "d")'


def pagefind_searches(entries: Iterable[Entry], folder: Path) -> Iterator[Contender]:
    """Stock, and as somebody sets it up who knows that Vietnamese is typed without marks."""
    entries = list(entries)
    yield _search(STOCK, entries, folder, str, _AS_TYPED)
    yield _search(FOLDED, entries, folder, lambda text: strip_marks(text).lower(), _FOLDED)


def _search(name: str, entries: Iterable[Entry], folder: Path, spelled: Callable[[str], str], typed: str) -> Contender:
    site = folder / "pagefind-site"
    for entry in entries:
        page = site / entry.url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(page_of(entry, spelled), encoding="utf-8")
    started = perf_counter()
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"], check=True, capture_output=True)
    took = perf_counter() - started
    files = {
        f"/{path.relative_to(site).as_posix()}": path.read_bytes()
        for path in (site / _BUNDLE).rglob("*")
        if path.is_file() and "-ui." not in path.name
    }
    rmtree(site)
    return Contender(name, files, _GLUE.replace("TYPED", typed), f"{took:.1f} s")


def page_of(entry: Entry, spelled: Callable[[str], str] = str) -> str:
    """A page of what the entry holds, its words spelled in some way; its title is shown as it is."""
    told = (" ".join(entry.names), entry.line, entry.place, entry.meta, entry.body)
    texts = "".join(f"<p>{escape(spelled(text))}</p>" for text in told if text)
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8">'
        f'<meta data-pagefind-meta="title[content]" content="{escape(entry.title)}">'
        f"<body><h1>{escape(spelled(entry.title))}</h1>{texts}"
    )
