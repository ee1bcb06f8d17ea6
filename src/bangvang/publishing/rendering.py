"""Pages to files: each target built, rendered, spliced into its shell and staged, by as many workers as help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bangvang.pages import Answers, Key, Page, Renderer, Target, build_page
from bangvang.publishing.memory import Batch, Made
from bangvang.publishing.shell import Shell, ShellKey, shell_key
from bangvang.publishing.staging import put_file, writing
from bangvang.workers import ranges, share

_WORTH_SHARING = 400
"""Fewer pages than this are made faster than a second process starts."""
_WEIGHTS = {"whole": 6.0, "letter": 3.0, "decision": 4.0, "place": 2.0, "year": 2.0, "campaign": 12.0}
"""About how long a page of a kind takes, an honouree's being one."""


@dataclass(frozen=True)
class Press:
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
    """The digests of the pages that the site already has, by address: what has not changed is not written."""


def print_pages(press: Press, targets: Sequence[Target], jobs: int) -> list[Batch]:
    """Make the pages, and say what each was made from."""
    jobs = jobs if len(targets) >= _WORTH_SHARING else 1
    shares = ranges([_WEIGHTS.get(target.builder, 1.0) for target in targets], jobs)
    return share(lambda worker: _print_some(press, [targets[place] for place in shares[worker]]), jobs)


def page_bytes(press: Press, page: Page) -> bytes:
    """A page as it stands in the site."""
    shell = press.shells[shell_key(page.url, page.tab)]
    return shell.fill(
        page,
        press.renderer.body(page),
        robots="index,follow" if page.indexed else "noindex",
        head=press.renderer.data(page, press.address),
        image=press.images.get(page.image, press.images["site"]),
    )


def _print_some(press: Press, targets: Sequence[Target]) -> Batch:
    made: dict[str, Made] = {}
    places: dict[Key, int] = {}
    with writing(press.site):
        for target in targets:
            page, reading = build_page(press.answers, target)
            data = page_bytes(press, page)
            digest = blake2b(data, digest_size=8).hexdigest()
            if press.standing.get(page.url) != digest:
                put_file(press.folder, f"{page.url}index.html", data)
            made[page.url] = Made(
                tuple([places.setdefault(key, len(places)) for key in reading.keys]),
                digest,
                page.updated.isoformat() if page.updated else "",
                page.listed,
                page.indexed,
                page.title,
            )
    return _batch(press.answers, places, made)


def _batch(answers: Answers, places: dict[Key, int], made: dict[str, Made]) -> Batch:
    """With the keys of shared pieces followed to what they looked at."""
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
    return Batch([*places], [answers.digest(key) for key in places], views, made)
