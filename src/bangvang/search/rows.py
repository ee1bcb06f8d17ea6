"""Rows: what a result shows, as small as JSON can be made without losing a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bangvang.search.entry import Entry

FOLDERS = {
    "individual": ("i", "guong/"),
    "collective": ("c", "guong/"),
    "household": ("h", "guong/"),
    "locality": ("l", "guong/"),
    "campaign": ("C", "phong-trao/"),
    "decision": ("D", "quyet-dinh/"),
    "document": ("V", "van-ban/"),
    "practice": ("M", "mo-hinh/"),
    "cluster": ("K", "cum-thi-dua/"),
    "event": ("S", "su-kien/"),
    "report": ("B", "bao-cao/"),
    "consultation": ("Y", "lay-y-kien/"),
    "procedure": ("T", "thu-tuc/"),
    "award": ("A", "danh-hieu/"),
    "field": ("F", "linh-vuc/"),
    "place": ("P", "dia-phuong/"),
    "agency": ("G", "co-quan/"),
    "post": ("N", ""),
    "page": ("W", ""),
}
"""Kind → the letter that stands for it, and where its pages stand."""

Row = list[str | int]


def urls_in(rows: Iterable[Row]) -> Iterator[str]:
    """The pages that some rows lead to."""
    folders = dict(FOLDERS.values())
    for _, address, *_ in rows:
        letter, name = str(address)[0], str(address)[1:]
        yield f"{folders[letter]}{name}/"


def row(entry: Entry, number: int) -> Row:
    """Number, address, title, line, place, text, year, other names, photo, whether illustrative; cut at the end."""
    letter, folder = FOLDERS[entry.kind]
    full: Row = [
        number,
        letter + entry.url.removeprefix(folder).removesuffix("/"),
        entry.title,
        entry.line,
        entry.place,
        entry.text,
        entry.year or 0,
        "|".join(entry.names),
        entry.photo,
        int(entry.illustrative),
    ]
    while not full[-1]:
        full.pop()
    return full
