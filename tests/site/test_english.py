"""Pages in English speak English, say where they do not, and are paired with those in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from built_site import BuiltSite, told

from bangvang.pages.addresses import ENGLISH

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNREAD = frozenset({"script", "style", "title"})
_SPOKEN = ("aria-label", "alt", "title", "placeholder")
_INTERFACE = (
    "bảng vàng", "bản dùng thử", "chế độ tối", "chia sẻ", "chuyên mục", "cơ quan", "danh hiệu", "danh sách", "dữ liệu",
    "đi tới", "địa bàn", "địa phương", "đường dẫn", "giới thiệu", "gương", "hình thức", "in trang", "khen thưởng",
    "lĩnh vực", "liên hệ", "minh họa", "mục lục", "nay là", "ngày", "nguồn", "phong trào", "quyết định", "tất cả",
    "tháng", "thi đua", "tìm kiếm", "trang chủ", "trang dùng thử", "từ năm", "xem thêm", "cá nhân", "tập thể", "hộ gia đình",
)  # fmt: skip
_NAMED = ("Bảng Vàng",)
"""What is called so in English too."""


class Spoken(HTMLParser):
    """What is read aloud as English: texts and labels outside all that is marked as Vietnamese."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        language = named.get("lang")
        spoken = language == "en" if language else (self._open[-1][1] if self._open else True)
        if tag not in _VOID:
            self._open.append((tag, spoken and tag not in _UNREAD))
        if spoken:
            self.words += [text for name in _SPOKEN if (text := named.get(name))]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Has nothing inside."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1]:
            self.words.append(data)


def interface_words(html: str) -> Iterator[str]:
    """Vietnamese words of the site's own interface among what is read as English."""
    text = " ".join(Spoken(html).words)
    for name in _NAMED:
        text = text.replace(name, "")
    text = " ".join(text.lower().split())
    yield from (word for word in _INTERFACE if re.search(rf"\b{word}\b", text))


@pytest.fixture(scope="module")
def english(built: BuiltSite) -> list[str]:
    """The addresses of all pages in English."""
    return [url for url in built.pages if url.startswith(ENGLISH)]


def test_no_vietnamese_word_of_the_interface_is_on_a_page_in_english(built: BuiltSite, english: list[str]) -> None:
    """Names and titles may be Vietnamese; they are marked, so that they are read aloud as such."""
    assert len(english) > 30
    found = told((url, word) for url in english for word in interface_words(built.html(url)))
    assert not found, found


def test_the_reader_sees_vietnamese_where_it_is() -> None:
    """So that the test above can fail: in a text, in a label; not where it is marked."""
    assert list(interface_words("<p>Go to <a>Trang chủ</a></p>")) == ["trang chủ"]
    assert list(interface_words('<nav aria-label="Chuyên mục"><br><img alt=""></nav>')) == ["chuyên mục"]
    assert list(interface_words('<p lang="vi">Trang chủ <b>Tìm kiếm</b></p><p>Bảng Vàng</p>')) == []


def test_pairs_of_pages_name_each_other(built: BuiltSite, english: list[str]) -> None:
    """Each of the two says the same three addresses; all of them are there."""
    said = {
        url: re.findall(r'<link rel="alternate" hreflang="([a-z-]+)" href="([^"]+)">', built.html(url))
        for url in built.pages
    }
    paired = [url for url in english if said[url]]
    assert len(paired) > 25
    wrong = []
    for url, links in said.items():
        languages = dict(links)
        if not links:
            continue
        own = languages["en" if url in english else "vi"]
        other = built.reached("", languages["vi" if url in english else "en"])[0]
        if own != built.address + url or other not in built.pages or said[other] != links:
            wrong.append((url, str(links)))
        if languages["x-default"] != languages["vi"]:
            wrong.append((url, "not the Vietnamese page for all others"))
    assert not wrong, told(wrong)


def test_every_page_leads_to_english(built: BuiltSite, english: list[str]) -> None:
    """By its foot, or because it is."""
    lost = [
        url
        for url, facts in built.pages.items()
        if url not in english
        and ENGLISH not in {built.reached(url, link)[0] for tag, link in facts.links if tag == "a"}
    ]
    assert lost == []
