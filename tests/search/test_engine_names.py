"""Names as the browser's engine finds them, over the files of invented people."""

from __future__ import annotations

import unicodedata

import pytest
from engine_site import Site
from invented import crowd
from playwright.sync_api import Page

from bangvang.search import Entry, Words, index_files
from bangvang.search.paths import WORD_BITS


@pytest.mark.parametrize(
    "query",
    [
        "Đặng Thúy Hòa",
        "đặng thuý hoà",
        "ĐẶNG THÚY HÒA",
        unicodedata.normalize("NFD", "Đặng Thúy Hòa"),
        "ddawngj thuys hoaf",
        "d9ang85 thuy1 hoa2",
    ],
)
def test_the_spelling_that_was_typed_comes_first(site: Site, query: str) -> None:
    """Đặng Thủy Hoa is somebody else, and comes second."""
    assert site.titles(query)[:1] == ["Đặng Thúy Hòa"]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("dang thuy hoa", "Đặng Thúy Hòa"),
        ("ly qui mi", "Lý Quý Mỹ"),
        ("Lí Quí Mĩ", "Lý Quý Mỹ"),
        ("nghiem xuan qu", "Nghiêm Xuân Quảng Lĩnh"),
        ("linh quang xuan nghiem", "Nghiêm Xuân Quảng Lĩnh"),
        ("ngiem xuan quang linh", "Nghiêm Xuân Quảng Lĩnh"),
        ("nghiem xuan quagn linh", "Nghiêm Xuân Quảng Lĩnh"),
        ("quảng lĩnh", "Nghiêm Xuân Quảng Lĩnh"),
        ("HTX Tân Tiến", "Hợp tác xã nông nghiệp Tân Tiến"),
        ("119/KH-UBND", "Tổ chức phong trào thi đua"),
        ("119 kh ubnd", "Tổ chức phong trào thi đua"),
        ("góp đất làm đường", "Hiến đất mở đường"),
        ("le van an song thu", "Lê Văn An"),
    ],
)
def test_names_are_found_however_they_are_typed(site: Site, query: str, title: str) -> None:
    """Without marks, in another order, with a slip, by number, by another name, with the place."""
    assert title in site.titles(query)[:2]


def test_a_name_is_answered_by_two_small_files(site: Site) -> None:
    """The head, and one that holds the rows whole."""
    site.titles("nguyen thi lan")
    assert len([name for name in site.asked if name[0] in "nr" and "/" in name]) == 1


def test_everybody_is_led_to_by_their_name(site: Site) -> None:
    """However deep in the tree of names a file lies: in some the path goes on with the second word."""
    assert any(int(name[2:].split(".")[0], 36) >> (WORD_BITS + 1) for name in site.files if name.startswith("n/"))
    names = sorted({entry.title for entry in crowd()})
    missed = site.page.evaluate(
        """async (names) => {
            const index = BangVangSearch.open({ base: "/chi-muc/", more: "/words.js" }), missed = [];
            await index.warm();
            for (const name of names) {
                const { hits } = await index.byName(index.parse(name), 1);
                if (hits[0]?.row.shown.title !== name) missed.push(name);
            }
            return missed;
        }""",
        names,
    )
    assert missed == []


def test_a_given_name_alone_finds_those_who_bear_it(site: Site) -> None:
    """Not those of whose names it is some other part."""
    assert all(title.endswith("Lan") for title in site.titles("lan"))


def test_a_given_name_that_is_also_an_abbreviation_is_a_given_name(site: Site) -> None:
    """Whoever types An asks for An, and not for an ninh; the field follows."""
    titles = site.titles("an", limit=100)
    assert all(title.endswith(" An") for title in titles[:10])
    assert "An ninh, trật tự" in titles


@pytest.mark.parametrize("query", ["nguyen", "NGUYEN"])
def test_a_word_within_another_name_of_a_field_never_beats_a_name(site: Site, query: str) -> None:
    """Tình nguyện is no Nguyễn: it comes after everybody who bears the name."""
    titles = site.titles(query, limit=100)
    assert titles[0].startswith("Nguyễn")
    last = max(at for at, title in enumerate(titles) if title.startswith("Nguyễn"))
    assert titles.index("Nhân đạo, từ thiện") > last


def test_marks_that_are_typed_must_agree_with_a_place_too(site: Site) -> None:
    """Xã Mậu is not xã Mẫu."""
    assert site.titles("lê văn an mẫu")[0] == "Lê Văn An"
    assert site.find("lê văn hà mậu")["total"] == 0


def test_a_letter_that_slipped_over_the_space_goes_back(site: Site) -> None:
    """Both words are mended together, and marked as they are meant."""
    found = site.find("cu chinhl an")
    assert found["rows"][0]["title"] == "Cù Chính Lan"
    assert found["corrected"] == "cu chinh lan"
    assert found["words"] == ["cu", "chinh", "lan"]


@pytest.mark.parametrize(
    ("query", "title"),
    [("tan van an", "Trần Văn An"), ("tarn văn an", "Trần Văn An"), ("hong van an", "Hoàng Văn An")],
)
def test_a_slip_in_the_name_of_a_family_comes_before_words_here_and_there(site: Site, query: str, title: str) -> None:
    """Also where what was typed is a word of its own, or keys of Telex."""
    assert site.titles(query)[0] == title


def test_a_name_needs_nothing_but_the_first_script(site: Site) -> None:
    """What answers words may be late, or never come: that is told only to whoever asks for words."""
    site.failing["words"] = 99
    assert site.titles("Nghiêm Xuân Quảng Lĩnh") == ["Nghiêm Xuân Quảng Lĩnh"]
    told = site.page.evaluate(
        "window.index.find('bò sữa giỏi').catch((error) => error instanceof BangVangSearch.Unreachable)"
    )
    assert told is True


def test_a_letter_alone_is_an_initial_and_no_slip(site: Site) -> None:
    """Every short word is one slip away from it."""
    found = site.find("Nghiêm X. Q. Lĩnh")
    assert found["corrected"] is None
    assert found["rows"][0]["title"] == "Nghiêm Xuân Quảng Lĩnh"


def test_a_beginning_with_marks_leads_on_where_whole_names_bear_others(fresh_page: Page) -> None:
    """`Án` is no An: it may become Ánh."""
    names = ("Trần Thị An", "Trần Thị Ánh", "Trần Thị Bích")
    people = [Entry(url=f"guong/m{at}/", kind="individual", title=name) for at, name in enumerate(names)]
    assert Site(fresh_page, index_files(people, Words())).visited().titles("Trần Thị Án")[0] == "Trần Thị Ánh"


def _titled(fresh_page: Page, *people: tuple[str, str]) -> Site:
    """A site of people of these names, each from a place."""
    entries = [
        Entry(url=f"guong/n{at}/", kind="individual", title=name, place=place, illustrative=True)
        for at, (name, place) in enumerate(people)
    ]
    return Site(fresh_page, index_files(entries, Words())).visited()


def test_who_is_called_so_and_no_more_comes_before_names_that_go_on(fresh_page: Page) -> None:
    """Also where the marks of the longer name are those that were typed."""
    site = _titled(fresh_page, ("Phạm Thị Thanh Nga", ""), ("Phạm Thị Thành", ""), ("Phạm Thị Thanh", ""))
    assert site.titles("pham thi thanh") == ["Phạm Thị Thanh", "Phạm Thị Thành", "Phạm Thị Thanh Nga"]


def test_a_beginning_comes_before_the_same_words_in_another_order(fresh_page: Page) -> None:
    """Whoever types `viet th` has begun to write Việt Thành."""
    site = _titled(fresh_page, ("Nguyễn Thanh Việt", ""), ("Nguyễn Việt Thành", ""))
    assert site.titles("nguyen viet th")[0] == "Nguyễn Việt Thành"


def test_a_beginning_may_be_a_word_of_its_own_that_others_bear_elsewhere(site: Site) -> None:
    """Hà is a name, and in `nguyen binh ha` the beginning of Hải."""
    assert site.titles("nguyen binh ha")[:2] == ["Nguyễn Bình Hải", "Nguyễn Hà Bình"]


def test_a_place_after_a_name_is_read_in_a_row(fresh_page: Page) -> None:
    """Words of the place between those of a name are chance."""
    places = ("Xã Sông Vân, tỉnh Thử", "Phường Vân Trung, tỉnh Thử")
    site = _titled(fresh_page, ("Lê Thành Trung", places[0]), ("Lê Thành", places[1]))
    answer = site.find("le thanh van trung")
    assert [row["title"] for row in answer["rows"]][: answer["near"]] == ["Lê Thành"]


def test_a_slip_may_have_been_made_in_the_name_of_either_of_two_families(fresh_page: Page) -> None:
    """`dong` is one letter from Đặng and from Dương; who bears the rarer comes before words here and there, too."""
    entries = [
        Entry("guong/a2b3c4/", "individual", "Dương Văn Tài"),
        Entry("quyet-dinh/qd-2/", "decision", "Khen thưởng các tổ", body="Tổ Đồng . Tổ Văn Tài"),
    ]
    site = Site(fresh_page, index_files(entries, Words())).visited()
    assert site.titles("dong van tai") == ["Dương Văn Tài", "Khen thưởng các tổ"]


def test_a_family_name_may_come_last_beside_lists_of_names(fresh_page: Page) -> None:
    """Where one name of a list ends in Thắm and the next begins with Nguyễn, nobody is called so."""
    entries = [
        Entry("quyet-dinh/qd-1/", "decision", "Khen thưởng", "Quyết định", body="Lê Thị Thắm . Nguyễn Văn An"),
        Entry("guong/n1/", "individual", "Nguyễn Thị Thắm"),
    ]
    assert Site(fresh_page, index_files(entries, Words())).visited().titles("Thắm Nguyễn")[0] == "Nguyễn Thị Thắm"
