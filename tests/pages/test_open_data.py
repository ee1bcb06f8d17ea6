"""The page of the open data says what there is, where it stands and who is not in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.open_data import open_data_page
from bangvang.pages.page import Page
from bangvang.pages.reading import Reading
from bangvang.records import OPEN_KINDS

Build = Callable[..., Any]
SITE = (
    "name: Bảng Vàng thử\naddress: https://thu.example/\ndescription: Trang để thử.\n"
    "owner: {name: Ủy ban nhân dân xã Thử}\ncontact: {office: Văn phòng, email: vanphong@thu.example}\n"
)
LICENCE = "licence: {name: CC BY 4.0, url: https://example.org/by, attribution: Theo Bảng Vàng thử}\n"
NAMED = "rules: [{rule: bulk-names, value: 1, basis: Văn bản hư cấu}]\n"


def page_of(project_of: Build, site: str) -> tuple[Page, str]:
    """The page, and its body."""
    project = project_of({"site.yml": site})
    page = open_data_page(Reading(project.answers))
    return page, " ".join(project.renderer.body(page).split())


def test_every_table_is_offered_in_every_form(project_of: Build) -> None:
    """With its schema."""
    _, body = page_of(project_of, SITE)
    for kind in OPEN_KINDS:
        for end in ("-excel.csv", ".csv", ".jsonl"):
            assert f'href="\x01du-lieu/v1/{kind.name}{end}"' in body
        assert f'href="\x01du-lieu/v1/schema/{kind.name}.schema.json"' in body


def test_the_page_tells_who_is_not_in_the_files(project_of: Build) -> None:
    """Unless the site names its legal basis."""
    assert "không có tên cá nhân, hộ gia đình còn sống" in page_of(project_of, SITE)[1]
    assert "có căn cứ pháp lý" in page_of(project_of, SITE + NAMED)[1]


def test_whoever_counts_is_led_to_the_full_numbers(project_of: Build) -> None:
    """Where living people are left out, rows are no total; and what was taken back has a column."""
    body = page_of(project_of, SITE)[1]
    assert 'Cần tổng số, lấy tệp CSV ở trang <a href="\x01thong-ke/">Thống kê</a>' in body
    assert "Cần tổng số" not in page_of(project_of, SITE + NAMED)[1]
    assert '~khen.standing.isin(["cancelled", "stripped"]) &amp; (khen.illustrative == "false")' in body


def test_the_examples_name_the_sites_own_address(project_of: Build) -> None:
    """To be copied as they are."""
    body = page_of(project_of, SITE)[1]
    assert "curl -O https://thu.example/du-lieu/v1/honours.csv" in body
    assert 'pandas.read_csv("https://thu.example/du-lieu/v1/honours.csv"' in body


def test_the_licence_is_told_or_that_there_is_none(project_of: Build) -> None:
    """With the words to credit the site."""
    assert "Xin ghi nguồn: “Theo Bảng Vàng thử”" in page_of(project_of, SITE + LICENCE)[1]
    assert "chưa ghi giấy phép" in page_of(project_of, SITE)[1]


def test_the_head_leads_to_catalogue_package_feeds_and_calendar(project_of: Build) -> None:
    """And says to search engines what the data are."""
    page, _ = page_of(project_of, SITE + LICENCE)
    assert [one.url for one in page.alternates] == [
        "du-lieu/v1/catalog.jsonld",
        "du-lieu/v1/datapackage.json",
        "kenh-tin/tat-ca.atom",
        "kenh-tin/tat-ca.json",
        "kenh-tin/lich/tat-ca.ics",
    ]
    (told,) = page.data
    assert told["license"] == "https://example.org/by"
    assert len(told["distribution"]) == 2 * (len(OPEN_KINDS) + 1)  # type: ignore[arg-type]
