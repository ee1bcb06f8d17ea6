"""The sitemap: every address that search engines may list, and the day on which its record last changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from zlib import crc32

from bangvang.exports.address import absolute

MOST_URLS = 50_000
MOST_BYTES = 50_000_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<{{0}} xmlns="{NAMESPACE}">\n'


def sitemap_files(address: str, entries: Iterable[tuple[str, date | None]]) -> dict[str, bytes]:
    """Path and content of each file: sitemap.xml alone, or as an index of sitemap-1.xml, sitemap-2.xml and so on."""
    days: dict[str, date | None] = {}
    for path, day in entries:
        url = absolute(address, path)
        known = days.get(url)
        days[url] = max(known, day) if known and day else known or day
    urls = sorted(days)
    whole = _document("urlset", [_entry("url", url, days[url]) for url in urls])
    if len(urls) <= MOST_URLS and len(whole) <= MOST_BYTES:
        return {"sitemap.xml": whole}
    parts = {f"sitemap-{number}.xml": part for number, part in enumerate(_parts(urls, len(whole)), 1) if part}
    files = {
        "sitemap.xml": _document(
            "sitemapindex",
            [_entry("sitemap", absolute(address, name), _latest(part, days)) for name, part in parts.items()],
        )
    }
    for name, part in parts.items():
        files[name] = _document("urlset", [_entry("url", url, days[url]) for url in part])
    return files


def _parts(urls: Sequence[str], size: int) -> list[list[str]]:
    """Shares of the URLs; which one holds a URL depends on the URL alone, so that a new page touches one file."""
    count = 1
    while count * MOST_URLS < len(urls) or count * MOST_BYTES < size:
        count *= 2
    while True:
        parts: list[list[str]] = [[] for _ in range(count)]
        for url in urls:
            parts[crc32(url.encode()) % count].append(url)
        if all(len(part) <= MOST_URLS and _weight(part) <= MOST_BYTES for part in parts) or count >= MOST_URLS:
            return parts
        count *= 2


def _weight(part: Sequence[str]) -> int:
    """More bytes than the file will have: an entry's frame is under 80, and escaping at most sextuples a URL."""
    plain = sum(map(len, part)) + 80 * len(part) + 200
    return plain if plain > MOST_BYTES else plain + sum(5 * url.count("'") + 4 * url.count("&") for url in part)


def _latest(part: Iterable[str], days: dict[str, date | None]) -> date | None:
    return max((day for url in part if (day := days[url])), default=None)


def _entry(tag: str, url: str, day: date | None) -> str:
    when = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{tag}><loc>{escape(url)}</loc>{when}</{tag}>\n"


def _document(tag: str, entries: list[str]) -> bytes:
    return (_HEAD.format(tag) + "".join(entries) + f"</{tag}>\n").encode()
