"""robots.txt, read by the standard library's own reader."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest

from bangvang.exports.robots import robots_txt


def reading(content: bytes) -> RobotFileParser:
    """What a robot makes of it."""
    parser = RobotFileParser()
    parser.parse(content.decode().splitlines())
    return parser


@pytest.mark.parametrize("address", ["https://x.gov.vn/", "https://x.gov.vn/bang-vang/"])
def test_a_real_site_is_open_and_names_its_sitemap(address: str) -> None:
    """With the whole address, as the standard asks."""
    robots = reading(robots_txt(address, trial=False))
    assert robots.can_fetch("*", address + "guong/a/")
    assert robots.site_maps() == [address + "sitemap.xml"]


@pytest.mark.parametrize("address", ["https://x.gov.vn/", "https://x.gov.vn/bang-vang/"])
def test_a_trial_site_is_closed(address: str) -> None:
    """Nothing of it is to be found by a search engine."""
    robots = reading(robots_txt(address, trial=True))
    assert not robots.can_fetch("*", address)
    assert not robots.can_fetch("Googlebot", address + "guong/a/")
    assert robots.site_maps() is None


def test_a_trial_under_a_path_closes_only_itself() -> None:
    """Its lines may be copied into the file of the whole host."""
    assert reading(robots_txt("https://x.gov.vn/bang-vang/", trial=True)).can_fetch("*", "https://x.gov.vn/tin-tuc/")
