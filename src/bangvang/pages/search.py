"""The search page."""

from __future__ import annotations

from bangvang.pages.lists import browse, letter_strip
from bangvang.pages.page import Page
from bangvang.pages.reading import Reading


def search_page(reading: Reading) -> Page:
    """The box, and what there is to browse."""
    return Page(
        url="tim-kiem/",
        tab="",
        title="Tìm kiếm",
        description="Tìm người, tập thể, hộ gia đình, phong trào, quyết định; gõ có dấu hay không dấu đều được.",
        template="pages/search.html",
        context={"letters": letter_strip(reading, None), **browse(reading)},
        image="site",
        indexed=False,
    )
