"""Archived versions of a page: named on it and in the list beside it, and never taken for the page itself."""

from __future__ import annotations

import re

from built_site import BuiltSite

CAMPAIGN = "phong-trao/xa-mau-2025/"
_LINK = re.compile(r"<([^>]+)>;rel=\"([^\"]+)\"")


def _heads(built: BuiltSite, url: str, rel: str) -> list[str]:
    return re.findall(rf'<link rel="{rel}"[^>]* href="([^"]+)"', built.html(url))


def _mementos(built: BuiltSite, url: str) -> list[str]:
    return re.findall(r'<a href="([^"]+)" rel="memento noopener"', built.html(url))


def test_a_page_and_its_list_name_the_same_versions(built: BuiltSite) -> None:
    """Of the campaign, and of the home page."""
    for url in (CAMPAIGN, ""):
        assert _heads(built, url, "timemap") == ["timemap.link"]
        listed = {relation: address for address, relation in _LINK.findall(built.text(f"{url}timemap.link"))}
        assert listed["original"] == built.address + url
        assert listed["self"] == f"{built.address}{url}timemap.link"
        assert listed["first last memento"] == f"https://luutru.example/2026/{url}"
    assert _mementos(built, CAMPAIGN) == [f"https://luutru.example/2026/{CAMPAIGN}"]


def test_the_page_itself_stays_the_canonical_one(built: BuiltSite) -> None:
    """However many versions of it are kept elsewhere."""
    for url in (CAMPAIGN, "", "luu-tru/"):
        assert _heads(built, url, "canonical") == [built.address + url]


def test_no_other_page_claims_to_have_versions(built: BuiltSite) -> None:
    """Only campaigns and the home page have lists; each that is named is there."""
    claiming = {url for url in built.pages if _heads(built, url, "timemap")}
    assert {f"{url}timemap.link" for url in claiming} == {path for path in built.files if path.endswith(".link")}
    assert all(url == "" or url.startswith("phong-trao/") for url in claiming)


def test_the_archive_tells_of_every_deposit(built: BuiltSite) -> None:
    """The campaign's own leads back to its page."""
    assert {"luu-ca-trang-2026", "luu-xa-mau-2025"} <= set(built.pages["luu-tru/"].ids)
    assert 'href="https://luutru.example/xa-mau-2025.zip"' in built.html(CAMPAIGN)
