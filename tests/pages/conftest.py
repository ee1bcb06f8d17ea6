"""A small invented project whose pages can be built and rendered as of a day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.page import Builder, Page
from bangvang.pages.reading import Reading
from bangvang.pages.rendering import Renderer
from bangvang.registry import build_registry

DAY = datetime.date(2026, 11, 21)
SITE = """\
name: Bảng Vàng thử
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
"""


class Seen(HTMLParser):
    """What of a body a reader sees: texts outside `hidden` elements, and where links lead."""

    _EMPTY = frozenset({"br", "img", "input", "meta", "link", "source", "hr", "wbr"})

    def __init__(self, body: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: dict[str, str] = {}
        self.ids: list[str] = []
        self._open: list[bool] = []
        self._href: str | None = None
        self._words: list[str] = []
        self.feed(body)
        self.close()

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag == "a":
            self._href, self._words = named.get("href"), []
        if tag not in self._EMPTY:
            self._open.append("hidden" in named)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._EMPTY:
            self._open.pop()
        if tag == "a" and self._href is not None:
            self.links[" ".join("".join(self._words).split())] = self._href.lstrip("\x01")
            self._href = None

    def handle_data(self, data: str) -> None:
        if any(self._open):
            return
        self.texts.append(data)
        if self._href is not None and data.strip():
            self.links[data.strip()] = self._href.lstrip("\x01")
            self._words.append(data)


@dataclass(frozen=True)
class Project:
    """Records put together, ready for builders."""

    answers: Answers
    renderer: Renderer

    def page(self, builder: Builder, *arguments: str) -> Page:
        """One page."""
        return builder(Reading(self.answers), *arguments)

    def body(self, page: Page) -> str:
        """Its rendered body."""
        return self.renderer.body(page)

    def seen(self, builder: Builder, *arguments: str) -> Seen:
        """What a reader of the page sees."""
        return Seen(self.body(self.page(builder, *arguments)))


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    """The package's own templates, compiled once."""
    return Renderer()


@pytest.fixture
def project_of(tmp_path: Path, renderer: Renderer) -> Callable[..., Project]:
    """Read files given as path below data/ → text; every one must be good."""

    def build(files: Mapping[str, str], day: datetime.date = DAY) -> Project:
        for path, text in {"site.yml": SITE, **files}.items():
            target = tmp_path / "data" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        project = load_project(tmp_path)
        assert not project.problems, project.problems[0]
        return Project(Answers(build_registry(project, day)), renderer)

    return build
