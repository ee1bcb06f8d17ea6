"""The search page: filters whose names fit the index, and what there is to browse."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from bangvang.pages.search import FACETS, KINDS, SHOWN, search_page
from bangvang.records import KINDS as RECORD_KINDS
from bangvang.records import SubjectKind

Build = Callable[..., Any]
FILES = {
    "vocabulary/fields.yml": "- {id: lua, name: Trồng lúa}\n",
    "honourees/mot.yml": "kind: collective\nname: Thôn Một\nfields: [lua]\n",
}


class Boxes(HTMLParser):
    """The values of each filter, whether they show, and the ids and references of the page."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.facet = ""
        self.hidden = False
        self.values: dict[str, list[str]] = {}
        self.shown: dict[str, int] = {}
        self.open: list[str] = []
        self.ids: list[str] = []
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag == "details":
            self.facet = str(named["data-facet"])
            self.values[self.facet] = []
            self.shown[self.facet] = 0
            if "open" in named:
                self.open.append(self.facet)
        if tag == "label":
            self.hidden = "hidden" in named
        if tag == "input" and named.get("type") == "checkbox":
            self.values[self.facet].append(str(named["value"]))
            self.shown[self.facet] += not self.hidden


def test_every_kind_that_has_pages_can_be_chosen(project_of: Build) -> None:
    """Each once: honourees by their own kinds, records, and what is written by hand."""
    codes = [choice.code for choice in KINDS]
    assert len(codes) == len(set(codes))
    with_pages = {name for name, kind in RECORD_KINDS.items() if kind.url and name != "honouree"}
    assert set(codes) == with_pages | {kind.value for kind in SubjectKind} | {"post", "page"}
    assert len({choice.label for choice in KINDS}) == len(KINDS)


def test_the_panel_has_a_group_for_every_filter(project_of: Build) -> None:
    """The first open; those whose names only the index knows are empty; long ones begin short."""
    project = project_of(FILES)
    boxes = Boxes(project.body(project.page(search_page)))
    assert list(boxes.values) == [facet.name for facet in FACETS]
    assert boxes.open == ["kind"]
    assert boxes.values["kind"] == [choice.code for choice in KINDS]
    assert boxes.shown["kind"] == SHOWN
    assert boxes.values["state"] == ["current", "archive"]
    assert boxes.values["award"] == []
    assert len(boxes.ids) == len(set(boxes.ids))


def test_until_something_is_asked_there_is_a_way_to_everybody(project_of: Build) -> None:
    """By letter, field and the rest."""
    seen = project_of(FILES).seen(search_page)
    assert seen.links["Trồng lúa"] == "linh-vuc/lua/"
    assert seen.links["T"] == "guong/chu/t/"
    assert seen.links["Xem tất cả gương"] == "guong/"
