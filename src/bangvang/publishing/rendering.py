"""Pages to files: each target built, rendered, spliced into its shell and staged, by as many workers as help."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from bangvang.pages.answers import Answers, Key
from bangvang.pages.catalogue import build_page, other_targets, people_targets
from bangvang.pages.chart_files import chart_files
from bangvang.pages.open_data import URL as OF_FILES
from bangvang.pages.page import Page, Target
from bangvang.pages.reading import Reading
from bangvang.pages.rendering import Renderer
from bangvang.pages.share_picture import drawn_card
from bangvang.publishing.memory import Batch, MadePage, Noted, file_digest, places_of
from bangvang.publishing.shell import Shell, ShellKey, shell_key
from bangvang.publishing.staging import put_file, writing
from bangvang.vietnamese import shortened
from bangvang.workers import Deal, share

_WORTH_SHARING = 400
"""Fewer pages than this are made faster than a second process starts."""
_LONGEST_DESCRIPTION = 300


class Press(NamedTuple):
    """All that it takes to make pages."""

    answers: Answers
    renderer: Renderer
    shells: Mapping[ShellKey, Shell]
    images: Mapping[str, str]
    """Which share picture stands for which kind, by address."""
    address: str
    folder: Path
    site: Path
    standing: Mapping[str, str]
    """The digests of the files that the site already has, by path: what has not changed is not written."""

    def forget(self) -> None:
        """All pages are made: what was worked out for them takes much room on a large site."""
        self.answers.forget()
        self.renderer.forget()

    def put(self, path: str, data: bytes) -> str:
        """Stage a file unless it stands already; its digest."""
        digest = file_digest(data)
        if self.standing.get(path) != digest:
            with writing(self.site):
                put_file(self.folder, path, data)
        return digest


def is_of_files(target: Target) -> bool:
    """Whether a page tells of files that are made beside the pages, so that it is made after them."""
    return target.url == OF_FILES


def print_pages(press: Press, targets: Sequence[Target], jobs: int) -> list[Batch]:
    """Make some pages, and say what each was made from."""
    if jobs < 2 or len(targets) < _WORTH_SHARING:
        return [_print_some(press, targets)]
    with Deal(targets) as deal:
        return share([lambda: _print_some(press, deal)] * jobs)


def print_site(press: Press, jobs: int) -> tuple[list[Target], list[Batch]]:
    """Make all pages, and say which those are. The people's are begun before the lists are known."""
    people = list(people_targets(press.answers))
    others: list[Target] = []
    press.renderer.warm()

    def print_others(then: Iterable[Target]) -> Batch:
        others.extend(other_targets(press.answers))
        return _print_some(press, chain((one for one in others if not is_of_files(one)), then))

    if jobs < 2 or len(people) < _WORTH_SHARING:
        batches = [print_others(people)]
    else:
        with Deal(people) as deal:
            batches = share([lambda: print_others(deal), *[lambda: _print_some(press, deal)] * (jobs - 1)])
    return [*others, *people], batches


def page_bytes(press: Press, page: Page, reading: Reading) -> bytes:
    """A page as it stands in the site."""
    shell = press.shells[shell_key(page.url, page.tab)]
    return shell.fill(
        page,
        press.renderer.body(page),
        description=brief_description(page.description),
        robots="index,follow" if page.indexed else "noindex",
        head=press.renderer.data(page, press.address),
        image=drawn_card(reading, page) or press.images.get(page.image, press.images["site"]),
    )


def brief_description(description: str) -> str:
    """A description that a search engine shows whole."""
    return shortened(description, _LONGEST_DESCRIPTION)


def _print_some(press: Press, targets: Iterable[Target]) -> Batch:
    made: dict[str, MadePage] = {}
    places: defaultdict[Key, int] = defaultdict(count().__next__)
    for target in targets:
        page, reading = build_page(press.answers, target)
        digest = press.put(f"{page.url}index.html", page_bytes(press, page, reading))
        made[page.url] = MadePage(
            places_of(map(places.__getitem__, reading.keys)),
            digest,
            page.updated.isoformat() if page.updated else "",
            page.listed,
            page.indexed,
            page.title,
            target.builder,
            target.arguments,
            _put_charts(press, page) if page.charts else (),
        )
    return seen_through(press.answers, dict(places), made)


def _put_charts(press: Press, page: Page) -> tuple[tuple[str, str], ...]:
    """The files of a page's charts, with their digests."""
    site = press.answers.site
    source = f"Nguồn: {site.name if site else ''}, {press.address}{page.url}"
    return tuple(
        (path, press.put(path, data))
        for name, data in chart_files(page.charts, page.title, source)
        for path in (f"{page.url}{name}",)
    )


def pieces_seen(answers: Answers) -> Batch:
    """The shared pieces that were looked at outside any page."""
    return seen_through(answers, {key: place for place, key in enumerate(answers.seen)})


def seen_through(
    answers: Answers,
    places: dict[Key, int],
    made: dict[str, MadePage] | None = None,
    noted: dict[str, Noted] | None = None,
) -> Batch:
    """A batch in which the keys of shared pieces are followed to what they looked at."""
    views: dict[int, list[int]] = {}
    waiting = [key for key in places if key in answers.seen]
    while waiting:
        key = waiting.pop()
        inner = []
        for looked in answers.seen[key]:
            if looked not in places:
                places[looked] = len(places)
                if looked in answers.seen:
                    waiting.append(looked)
            inner.append(places[looked])
        views[places[key]] = inner
    return Batch([*places], [answers.digest(key) for key in places], views, made or {}, noted or {})
