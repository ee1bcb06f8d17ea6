"""Reading: every look is noted, and nobody sees by name what the public may not see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.lists import counts
from bangvang.pages.page import Link
from bangvang.pages.reading import Reading, name_of, view
from bangvang.records import Campaign, Document

Build = Callable[..., Any]
FILES = {
    "campaigns/pt.yml": "name: Phong trào\ntype: short\nlevel: commune\n",
    "campaigns/nhap.yml": "name: Nháp\ntype: short\nlevel: commune\nstatus: draft\n",
    "campaigns/rut.yml": "name: Rút\ntype: short\nlevel: commune\nstatus: withdrawn\nwithdrawn: {date: 2026-01-01, reason: Sai.}\n",
    "campaigns/cho.yml": "name: Chờ\ntype: short\nlevel: commune\npublish_on: 2026-12-01\n",
    "documents/vb.yml": "type: notice\ntitle: Thông báo\nissuer: ubnd\n",
    "honourees/a2b3c4.yml": "kind: individual\nname: An\nsame_as: [b2c3d4]\n",
    "honourees/nhap.yml": "kind: collective\nname: Nháp\nstatus: draft\n",
}


@pytest.fixture
def reading(project_of: Build) -> Reading:
    """Of a few records in every state."""
    return Reading(project_of(FILES).answers)


def test_every_look_is_noted(reading: Reading) -> None:
    """Whether or not anything was there."""
    campaign, document = reading.find(Campaign, "pt"), reading.find(Document, "khong-co")
    assert campaign is not None
    assert campaign.name == "Phong trào"
    assert document is None
    assert reading.find(Document, None) is None
    reading.part("honouree", "x")
    reading.laureate("b2c3d4")
    reading.laureate("x")
    reading.ask(counts, "letter")
    reading.link("campaign", "nhap")
    assert reading.keys == {
        ("campaign", "pt"),
        ("document", "khong-co"),
        ("honouree", "x"),
        ("laureate", "a2b3c4"),
        ("laureate", "x"),
        ("?counts", "letter"),
        ("campaign", "nhap"),
    }


def test_links_lead_to_public_records_only(reading: Reading) -> None:
    """Draft, embargoed, withdrawn and unknown ones are left out."""
    assert reading.links("campaign", ["nhap", "pt", "rut", "cho", "khong-co"]) == (
        Link("Phong trào", "phong-trao/pt/"),
    )
    assert reading.link("campaign", None) is None


def test_a_link_is_noted_by_each_page_that_shows_it(reading: Reading) -> None:
    """Though it is worked out once."""
    other = Reading(reading.answers)
    assert reading.link("document", "vb") is other.link("document", "vb")
    assert other.keys == {("document", "vb")}


def test_people_are_linked_where_they_have_a_page(reading: Reading) -> None:
    """Under the id they were merged into."""
    assert reading.person("b2c3d4") == Link("An", "guong/a2b3c4/")
    assert reading.person("nhap") is None
    assert reading.person("khong-co") is None


def test_a_piece_is_made_once_and_noted_by_name(reading: Reading) -> None:
    """What it looked at is kept with it, not with the page."""
    made = []

    @view
    def piece(inner: Reading, id: str) -> str:
        made.append(id)
        inner.part("campaign", id)
        return id.upper()

    other = Reading(reading.answers)
    assert [piece(reading, "pt"), piece(other, "pt")] == ["PT", "PT"]
    assert made == ["pt"]
    assert reading.keys == other.keys == {("=piece", "pt")}
    assert set(reading.answers.seen["=piece", "pt"]) == {("campaign", "pt")}


def test_records_are_called_by_their_name_or_title(reading: Reading) -> None:
    """Whichever the kind has."""
    names = [
        name_of(record) for kind, id in (("campaign", "pt"), ("document", "vb")) if (record := reading.part(kind, id))
    ]
    assert names == ["Phong trào", "Thông báo"]
