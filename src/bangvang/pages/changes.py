"""What changed: every publication with what it added, changed and took back, the newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.channel_addresses import LOG, feeds_of
from bangvang.pages.page import Link, Page
from bangvang.pages.reading import Reading
from bangvang.pages.rulings import latest_rulings
from bangvang.records import KINDS, Removed
from bangvang.registry import lists_indexed
from bangvang.vietnamese import format_number

TAB = ""
URL = "nhat-ky/"
TITLE = "Nhật ký cập nhật"
CRUMBS = (Link(TITLE, URL),)
LATEST = 40
_FEW, _MANY = 12, 400
"""How many of one kind of change are named: on the first page, and on that of a year."""

ADDED, CHANGED, RESTORED, MOVED, WITHDRAWN, REMOVED = (
    "added",
    "changed",
    "restored",
    "moved",
    "withdrawn",
    "removed",
)
_VERBS = {
    ADDED: "Thêm",
    CHANGED: "Cập nhật",
    RESTORED: "Công bố lại",
    MOVED: "Chuyển địa chỉ",
    WITHDRAWN: "Rút",
    REMOVED: "Gỡ bỏ",
}
_OTHER_KINDS = {"page": "trang giới thiệu, hướng dẫn, tin tức", "feed": "kênh tin"}
_LIST = "list"
"""Lists follow their records: the log has them for the archivist, readers are told of the records."""


class Change(NamedTuple):
    """One address that a publication touched."""

    what: str
    kind: str
    url: str
    """From the site's root, with its first slash."""
    title: str = ""
    """Empty where it could name somebody."""


class Publication(NamedTuple):
    """What one publication changed."""

    day: date
    changes: tuple[Change, ...]
    base: str = ""
    """Names the state of the ledger that it started from."""


class Group(NamedTuple):
    """Changes of one sort: how many of each kind, and some of them."""

    what: str
    totals: tuple[tuple[str, int], ...]
    named: tuple[Change, ...]
    more: int


class Digest(NamedTuple):
    """A publication as a page tells it."""

    day: date
    number: int
    """Its place in the log, counted from one."""
    groups: tuple[Group, ...]


class Line(NamedTuple):
    """One sentence of the page: what was done, to which records, and how many more."""

    text: str
    links: tuple[Link, ...]
    more: int

    @property
    def plain(self) -> str:
        """Without links."""
        named = ", ".join(link.text for link in self.links)
        more = f" và {format_number(self.more)} mục khác" if self.more else ""
        return f"{self.text}: {named}{more}." if named else f"{self.text}."


class Told(NamedTuple):
    """One publication as the template is given it."""

    day: date
    number: int
    lines: tuple[Line, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on a page of changes."""
        return f"lan-{self.number}"

    @property
    def url(self) -> str:
        """Where it stands for good."""
        return f"{URL}{self.day.year}/#{self.anchor}"

    @property
    def text(self) -> str:
        """In plain sentences."""
        return " ".join([line.plain for line in self.lines])


def hand_over_changes(answers: Answers, log: Sequence[Publication], publishing: date | None = None) -> None:
    """Give pages the change log, the oldest publication first, and the day of the publication that they are made for.

    What that publication brings for the first time tells so before the log does, so that no page is made twice for it.
    """
    answers.memory["changes"] = tuple(log)
    answers.memory["publishing"] = publishing


@question
def latest_publications(answers: Answers) -> tuple[Digest, ...]:
    """The last publications, the newest first."""
    log = _log(answers)
    start = max(0, len(log) - LATEST)
    return _digests(log, range(start, len(log)), _FEW)


@question
def publications_of_year(answers: Answers, year: str) -> tuple[Digest, ...]:
    """All publications of a year, the newest first."""
    log = _log(answers)
    return _digests(log, [place for place, one in enumerate(log) if str(one.day.year) == year], _MANY)


@question
def publication_years(answers: Answers) -> tuple[str, ...]:
    """The years that have publications, the latest first."""
    return tuple(sorted({str(one.day.year) for one in _log(answers)}, reverse=True))


@question
def times_of(answers: Answers, url: str) -> tuple[tuple[date, str], ...]:
    """The days on which publications touched the page of a record, the oldest first, and what each did."""
    known = answers.own.get(("changes", "by address"))
    if known is None:
        known = answers.own["changes", "by address"] = _by_address(_log(answers))
    found = cast("dict[str, list[tuple[date, str]]]", known).get(url)
    if found:
        return tuple(dict.fromkeys(found))
    publishing = cast("date | None", answers.memory.get("publishing"))
    return ((publishing, ADDED),) if publishing else ()


def changes_page(reading: Reading) -> Page:
    """The last publications, and the way to all of them."""
    return _page(reading, "", reading.ask(latest_publications))


def told_publications(reading: Reading) -> tuple[Told, ...]:
    """The last publications in words, the newest first."""
    return tuple([_told(reading, one) for one in reading.ask(latest_publications)])


def changes_year_page(reading: Reading, year: str) -> Page:
    """Everything that the publications of one year changed."""
    return _page(reading, year, reading.ask(publications_of_year, year))


def _page(reading: Reading, year: str, publications: Sequence[Digest]) -> Page:
    years = [(Link(f"Năm {one}", f"{URL}{one}/"), one == year) for one in reading.ask(publication_years)]
    feeds = feeds_of(LOG, TITLE)
    rulings = reading.ask(latest_rulings, year, _MANY if year else LATEST)
    return Page(
        url=f"{URL}{year}/" if year else URL,
        tab=TAB,
        title=f"{TITLE} năm {year}" if year else TITLE,
        description="Những gì đã thêm, cập nhật, rút, gỡ bỏ; khen thưởng bị hủy, bị tước, được khôi phục.",
        template="pages/changes.html",
        context={
            "publications": [_told(reading, one) for one in publications],
            "rulings": rulings,
            "years": years,
            "feeds": feeds,
        },
        crumbs=CRUMBS if year else (),
        indexed=lists_indexed(reading.site),
        updated=publications[0].day if publications else None,
        alternates=feeds,
    )


def _log(answers: Answers) -> tuple[Publication, ...]:
    return cast("tuple[Publication, ...]", answers.memory.get("changes", ()))


def _by_address(log: Sequence[Publication]) -> dict[str, list[tuple[date, str]]]:
    found: dict[str, list[tuple[date, str]]] = {}
    for publication in log:
        for change in publication.changes:
            if change.kind != _LIST:
                found.setdefault(change.url, []).append((publication.day, change.what))
    return found


def _digests(log: Sequence[Publication], places: Sequence[int], most: int) -> tuple[Digest, ...]:
    """The first of all publications is told in numbers: it brought everything."""
    told = [Digest(log[place].day, place + 1, _groups(log[place], most if place else 0)) for place in reversed(places)]
    return tuple(digest for digest in told if digest.groups)


def _groups(publication: Publication, most: int) -> tuple[Group, ...]:
    by_sort: dict[str, list[Change]] = {}
    for change in publication.changes:
        if change.kind != _LIST:
            by_sort.setdefault(change.what, []).append(change)
    return tuple(_group(what, by_sort[what], most) for what in _VERBS if what in by_sort)


def _group(what: str, changes: Sequence[Change], most: int) -> Group:
    counts = Counter(change.kind for change in changes)
    order = [*KINDS, *_OTHER_KINDS]
    totals = tuple((kind, counts[kind]) for kind in order if counts[kind])
    named = tuple(changes[:most])
    return Group(what, totals, named, len(changes) - len(named) if most else 0)


def _told(reading: Reading, publication: Digest) -> Told:
    first = publication.number == 1
    return Told(
        publication.day, publication.number, tuple(_line(reading, first, group) for group in publication.groups)
    )


def _line(reading: Reading, first: bool, group: Group) -> Line:
    verb = "Công bố lần đầu:" if first and group.what == ADDED else _VERBS[group.what]
    counts = ", ".join(f"{format_number(count)} {_label(kind)}" for kind, count in group.totals)
    return Line(f"{verb} {counts}", tuple(_link(reading, change) for change in group.named), group.more)


def _link(reading: Reading, change: Change) -> Link:
    """By the name that the page bears today; what bears none any more goes by its address."""
    id = change.url.strip("/").rpartition("/")[2]
    url = change.url.lstrip("/")
    if change.kind == "honouree":
        found = reading.person(id)
    elif change.kind in KINDS:
        found = reading.link(change.kind, id)
    else:
        return Link(change.title or change.url, url)
    if found is not None:
        return found
    record = reading.part(change.kind, id)
    title = "" if isinstance(record, Removed) else change.title
    return Link(title or change.url, url)


def _label(kind: str) -> str:
    return KINDS[kind].label if kind in KINDS else _OTHER_KINDS.get(kind, "trang")
