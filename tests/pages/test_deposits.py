"""Deposits: on the page of the archive, on the pages of their campaigns, and as versions in the head of a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bangvang.pages.archive import archive_page
from bangvang.pages.campaign import campaign_page
from bangvang.pages.deposits import deposits_of_campaign, versioned_pages
from bangvang.pages.home import home_page

Build = Callable[..., Any]
DIGEST = "ab" * 64
DEPOSITS = (
    f"- {{id: ca-trang, title: Bản lưu cả trang, date: 2026-06-30, pages: 'https://luutru.example/2026-06/', digest: {DIGEST}}}\n"
    "- {id: pt, title: Bản lưu phong trào, date: 2026-02-01, campaign: pt, address: 'https://luutru.example/pt.zip', keeper: Trung tâm Lưu trữ}\n"
    "- {id: nam, title: Bản lưu năm 2025, date: 2026-03-01, year: 2025, pages: 'https://luutru.example/2025/'}\n"
    "- {id: sau, title: Bản lưu chưa đến ngày, date: 2027-01-01}\n"
)
CAMPAIGN = "name: Phong trào {0}\ntype: annual\nlevel: commune\nperiod: {{from: {1}, to: {2}}}\n"
WORLD = {
    "deposits.yml": DEPOSITS,
    "campaigns/pt.yml": CAMPAIGN.format("Một", "2025-01-01", "2025-12-31"),
    "campaigns/moi.yml": CAMPAIGN.format("Mới", "2026-09-01", "2026-12-31"),
    "campaigns/nhap.yml": "status: draft\n" + CAMPAIGN.format("Nháp", "2025-01-01", "2025-12-31"),
}


@pytest.mark.parametrize(
    ("campaign", "kept"),
    [("pt", ("pt", "nam", "ca-trang")), ("moi", ())],
    ids=["its own, its year's and the whole site's", "begun after all of them"],
)
def test_a_campaign_has_the_deposits_that_can_hold_it(project_of: Build, campaign: str, kept: tuple[str, ...]) -> None:
    """The earliest first; what is to come is not there yet."""
    assert project_of(WORLD).answers.ask(deposits_of_campaign, campaign) == kept


def test_a_campaign_leads_to_its_deposits(project_of: Build) -> None:
    """To the page as it was where it can be read, otherwise to the parcel."""
    seen = project_of(WORLD).seen(campaign_page, "pt")
    assert seen.links["Bản lưu phong trào"] == "https://luutru.example/pt.zip"
    assert seen.links["Trang này, ngày 30/6/2026"] == "https://luutru.example/2026-06/phong-trao/pt/"
    assert "(Trung tâm Lưu trữ)" in seen.text
    assert "Bản lưu" not in project_of(WORLD).seen(campaign_page, "moi").text


def test_a_page_names_its_versions_and_the_list_of_them(project_of: Build) -> None:
    """The list in the head, each version where readers are led to it, in the words that archives look for."""
    built = project_of(WORLD)
    head = built.renderer.data(built.page(campaign_page, "pt"), "https://thu.example/")
    assert '<link rel="timemap" type="application/link-format" href="timemap.link">' in head
    body = built.body(built.page(campaign_page, "pt"))
    assert '<a href="https://luutru.example/2025/phong-trao/pt/" rel="memento noopener">' in body
    assert body.count('rel="memento noopener"') == 2
    assert 'rel="timemap"' not in built.renderer.data(built.page(campaign_page, "moi"), "https://thu.example/")


def test_every_page_with_versions_is_known(project_of: Build) -> None:
    """The home page has those of the whole site; what the public may not see has none."""
    built = project_of(WORLD)
    found = versioned_pages(built.answers)
    assert set(found) == {"", "phong-trao/pt/"}
    assert [one.day for one in found["phong-trao/pt/"]] == [date(2026, 3, 1), date(2026, 6, 30)]
    assert built.page(home_page).versioned
    assert versioned_pages(project_of({"deposits.yml": "[]\n"}).answers) == {}


def test_the_archive_lists_every_deposit_made_so_far(project_of: Build) -> None:
    """With its digest, for whoever wants to compare."""
    seen = project_of(WORLD).seen(archive_page)
    assert {"luu-ca-trang", "luu-pt", "luu-nam"} <= set(seen.ids)
    assert "luu-sau" not in seen.ids
    assert DIGEST in seen.text
    assert seen.links["Phong trào Một"] == "phong-trao/pt/"
