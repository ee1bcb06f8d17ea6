"""The search page: the box, the filters, and what there is to browse until something is asked."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.assets import asset_names
from bangvang.pages.lists import browse, letter_strip
from bangvang.pages.page import Page
from bangvang.pages.reading import Reading
from bangvang.records import SubjectKind


class Choice(NamedTuple):
    """A value of a filter whose name the page knows before the index is asked."""

    code: str
    label: str


class Facet(NamedTuple):
    """A group of filters; values that are not named here come with the index, and so do all counts."""

    name: str
    title: str
    choices: tuple[Choice, ...] = ()
    ranked: bool = False
    """Whether the most frequent values stand first; others keep the order of the index."""


KINDS = (
    *(Choice(kind.value, kind.label) for kind in SubjectKind if kind is not SubjectKind.LOCALITY),
    Choice("campaign", "Phong trào"),
    Choice("decision", "Quyết định"),
    Choice("practice", "Cách làm hay"),
    Choice("document", "Kế hoạch, văn bản"),
    Choice("event", "Sự kiện"),
    Choice(SubjectKind.LOCALITY.value, "Địa phương được khen"),
    Choice("report", "Sơ kết, tổng kết"),
    Choice("cluster", "Cụm, khối thi đua"),
    Choice("consultation", "Lấy ý kiến nhân dân"),
    Choice("procedure", "Thủ tục khen thưởng"),
    Choice("award", "Danh hiệu, hình thức"),
    Choice("field", "Lĩnh vực"),
    Choice("place", "Xã, huyện, tỉnh"),
    Choice("agency", "Cơ quan"),
    Choice("post", "Tin tức"),
    Choice("page", "Hướng dẫn, giới thiệu"),
)
FACETS = (
    Facet("kind", "Loại", KINDS),
    Facet("award", "Hình thức khen thưởng", ranked=True),
    Facet("field", "Lĩnh vực", ranked=True),
    Facet("place", "Địa phương", ranked=True),
    Facet("campaign", "Phong trào", ranked=True),
    Facet("period", "Giai đoạn"),
    Facet("year", "Năm"),
    Facet("state", "Tình trạng", (Choice("current", "Hiện hành"), Choice("archive", "Lưu trữ"))),
)
SHOWN = 8
"""So many values of a group stand there before somebody asks for more."""


def search_page(reading: Reading) -> Page:
    """The box, the filters, and what there is to browse."""
    return Page(
        url="tim-kiem/",
        tab="",
        title="Tìm kiếm",
        description="Tìm người, tập thể, hộ gia đình, phong trào, quyết định; gõ có dấu hay không dấu đều được.",
        template="pages/search.html",
        context={
            "facets": FACETS,
            "shown": SHOWN,
            "letters": letter_strip(reading, None),
            "assets": asset_names(),
            **browse(reading),
        },
        image="site",
        indexed=False,
    )
