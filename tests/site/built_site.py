"""A built site as the tests see it: its files, what each page says, and one address for every kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from html_facts import Facts, read_html

from bangvang.pages.page import Target
from bangvang.registry import PageForm, Registry

_MOST = 40
"""How many findings a failed test tells."""


@dataclass(frozen=True)
class BuiltSite:
    """One site; pages go by their address from the root, such as `guong/cu-chinh-lan/` or `404.html`."""

    folder: Path
    registry: Registry
    targets: Sequence[Target]

    @cached_property
    def address(self) -> str:
        """Where it says it stands."""
        assert self.registry.site is not None
        return self.registry.site.address

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files."""
        return frozenset(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    @cached_property
    def pages(self) -> Mapping[str, Facts]:
        """Every page, read."""
        return {
            path.removesuffix("index.html"): read_html(self.text(path))
            for path in sorted(self.files)
            if path.endswith(".html")
        }

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """One page of every kind, and of everything that pages of that kind can show: what it is, and its address."""
        chosen = dict(self._kinds())
        shown = set[str]().union(*(self.pages[url].classes for url in chosen.values()))
        while unseen := set[str]().union(*(facts.classes for facts in self.pages.values())) - shown:
            url, facts = max(self.pages.items(), key=lambda page: (len(page[1].classes & unseen), -page[1].size))
            chosen[f"with {min(facts.classes & unseen)}"] = url
            shown |= facts.classes
        return chosen

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def html(self, url: str) -> str:
        """A page's source."""
        return self.text(f"{url}index.html" if url.endswith("/") or not url else url)

    def reached(self, base: str, link: str) -> tuple[str | None, str]:
        """The address of the site that a link on the page `base` leads to, None for other sites; and its fragment."""
        url = urlsplit(urljoin(self.address + base, link))
        plain = url._replace(query="", fragment="").geturl()
        if not plain.startswith(self.address):
            return None, ""
        return unquote(plain.removeprefix(self.address)), unquote(url.fragment)

    def _kinds(self) -> Iterator[tuple[str, str]]:
        kinds: dict[str, list[str]] = {}
        for url, builder, arguments in self.targets:
            kinds.setdefault(builder, []).append(url)
            if builder == "honouree":
                kinds.setdefault(_form(self.registry, arguments[0]), []).append(url)
        yield from ((kind, max(urls, key=self._worth)) for kind, urls in kinds.items())
        made = {target.url for target in self.targets}
        yield from ((f"written {url}", url) for url in self.pages if url not in made)

    def _worth(self, url: str) -> float:
        """What a page shows, less what it costs to look at it."""
        return len(self.pages[url].classes) - self.pages[url].size / 4000


def _form(registry: Registry, id: str) -> str:
    laureate = registry.laureate(id)
    if laureate is None:
        return PageForm.REMOVAL_NOTICE.value
    form = registry.appearance_of(laureate).page
    if form not in (PageForm.FULL, PageForm.SHORT):
        return form.value
    return f"{form.value} {laureate.kind.value} {'with' if laureate.record else 'without'} profile"


def told(findings: Iterable[tuple[str, str]]) -> str:
    """Pages and what is wrong with each, by what is wrong, the most frequent first; empty when nothing is."""
    pages: dict[str, list[str]] = {}
    for page, what in findings:
        pages.setdefault(what, []).append(f"/{page}")
    most = sorted(pages.items(), key=lambda entry: -len(entry[1]))
    lines = [f"{what}: {len(places)} page(s), {' '.join(places[:5])}" for what, places in most[:_MOST]]
    return "\n".join(lines + ([f"and {len(most) - _MOST} more"] if len(most) > _MOST else []))
