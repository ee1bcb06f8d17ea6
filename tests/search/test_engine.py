"""The browser's engine in a real browser, over the files of invented people."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from invented import CONTESTS, FEW, WORDS, crowd, everybody, many_places
from playwright.sync_api import Browser, Page, Route

from bangvang.assets import FOLDER
from bangvang.search import Entry, Words, index_files
from bangvang.search.paths import WORD_BITS
from bangvang.vietnamese import name_key

SCRIPTS = {name: (FOLDER / f"search-{name}.min.js").read_text(encoding="utf-8") for name in ("engine", "words")}
VECTORS = Path(__file__).parents[1] / "data/vectors"
FOLD = json.loads((VECTORS / "fold.json").read_text(encoding="utf-8"))
SEARCH = json.loads((VECTORS / "search.json").read_text(encoding="utf-8"))
HOME = "http://tim.example/"
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"


class Site:
    """A page with the engine, and the files behind it; some may fail for a while."""

    def __init__(self, page: Page, files: dict[str, bytes]) -> None:
        self.page, self.files = page, files
        self.asked: list[str] = []
        self.scripts: list[str] = []
        self.failing: dict[str, int] = {}
        self.seen: list[str] = []
        page.on("pageerror", lambda error: self.seen.append(str(error)))
        page.on("console", lambda message: self.seen.append(message.text))
        page.route("**/*", self._answer)

    def open(self) -> None:
        """A fresh visit, with nothing loaded yet."""
        self.page.goto(HOME)
        self.asked.clear()
        self.scripts.clear()
        self.seen.clear()

    def visited(self) -> Site:
        """The same, once it was opened."""
        self.open()
        return self

    def find(self, query: object, **options: object) -> dict[str, Any]:
        """What the engine answers."""
        found = self.page.evaluate(
            """async ([query, options]) => {
                window.index ||= BangVangSearch.open({ base: "/chi-muc/", more: "/words.js" });
                const answer = await window.index.find(query, options);
                window.answer = answer;
                return JSON.parse(JSON.stringify(answer));
            }""",
            [query, options],
        )
        assert isinstance(found, dict)
        return found

    def titles(self, query: object, **options: object) -> list[str]:
        """The names of what is found, in order."""
        return [row["title"] for row in self.find(query, **options)["rows"]]

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOME)
        if path.endswith(".js"):
            self._answer_script(route, path.removesuffix(".js"))
        elif not path.startswith("chi-muc/"):
            page = '<!doctype html><meta charset="utf-8"><script src="/engine.js"></script>'
            route.fulfill(body=page, content_type="text/html", headers={"Content-Security-Policy": POLICY})
        else:
            name = path.removeprefix("chi-muc/")
            self.asked.append(name)
            kind = name[0]
            if self.failing.get(kind, 0) > 0:
                self.failing[kind] -= 1
                route.abort()
            elif name in self.files:
                route.fulfill(body=self.files[name], content_type="application/json")
            else:
                route.fulfill(status=404)

    def _answer_script(self, route: Route, name: str) -> None:
        self.scripts.append(name)
        if self.failing.get(name, 0) > 0:
            self.failing[name] -= 1
            route.abort()
        else:
            route.fulfill(body=SCRIPTS[name], content_type="text/javascript")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page of Chromium."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def whole_site(page: Page) -> Site:
    """The invented people's."""
    return Site(page, index_files(everybody(), WORDS))


@pytest.fixture
def site(whole_site: Site) -> Iterator[Site]:
    """Freshly visited; nothing may have been complained of in the end."""
    whole_site.failing.clear()
    whole_site.open()
    yield whole_site
    if not whole_site.failing:
        assert whole_site.seen == []


# -- the same words on both sides


def test_words_are_read_as_in_python(site: Site) -> None:
    """All shared vectors at once: a call for each would take long."""
    site.page.add_script_tag(url="/words.js")
    for vectors, key, wanted, call in (
        (FOLD["words"], "text", "words", "BangVangSearch.words(text)"),
        (FOLD["fold"], "text", "key", "BangVangSearch.words(text).map(BangVangSearch.fold).join(' ')"),
        (FOLD["canon"], "text", "key", "BangVangSearch.words(text).map(BangVangSearch.canon).join(' ')"),
        (SEARCH["spread"], "text", "number", "BangVangSearch.spread(text)"),
        (SEARCH["typed_keys"], "typed", "key", "BangVangSearch.Slips.typedKeys(text)"),
    ):
        texts = [vector[key] for vector in vectors]
        found = site.page.evaluate(f"texts => texts.map((text) => {call})", texts)
        assert dict(zip(texts, found, strict=True)) == {vector[key]: vector[wanted] for vector in vectors}


def test_a_paper_has_the_key_that_python_gave_it(site: Site) -> None:
    """And none without a figure."""
    site.page.add_script_tag(url="/words.js")
    key = "({ name, number }) => { const { figuresOf, keyOf } = BangVangSearch.proofs, figures = figuresOf(number); return figures[0] ? keyOf(name, figures) : ''; }"
    found = site.page.evaluate(f"vectors => vectors.map({key})", SEARCH["proof_keys"])
    assert found == [vector["key"] for vector in SEARCH["proof_keys"]]


@pytest.mark.parametrize(
    ("number", "typed", "same"),
    [
        ("15/QĐ-UBND", "15", True),
        ("15/QĐ-UBND", "số 015/qd-ubnd ngày 02/9/2026", True),
        ("15/QĐ-UBND", "15/QĐ-CTUBND", False),
        ("15/QĐ-UBND", "15/QĐ-UBND-NC", False),
        ("150/QĐ-UBND", "15", False),
        ("", "15", False),
    ],
)
def test_a_number_may_be_typed_from_its_beginning(number: str, typed: str, same: bool, site: Site) -> None:
    """But not beyond its end, and no figure of it may be missing."""
    site.page.add_script_tag(url="/words.js")
    compare = "([number, typed]) => BangVangSearch.proofs.begins(number, BangVangSearch.proofs.figuresOf(typed))"
    assert site.page.evaluate(compare, [number, typed]) is same


def test_a_number_and_a_name_lead_to_the_one_who_has_both(site: Site) -> None:
    """Through one small file of its own; a namesake with another number is not there."""
    site.find("an")
    site.asked.clear()
    found = site.page.evaluate(
        """async () => {
            const { store } = await index.further(), { figuresOf, keyOf } = BangVangSearch.proofs;
            const rows = (name, number) => store.proven(keyOf(name, figuresOf(number)));
            return (await Promise.all([rows("dang thuy hoa", "9001"), rows("dang thuy hoa", "8"), rows("ai", "9001")]))
                .map((some) => some.map(({ shown }) => shown.title));
        }"""
    )
    assert found == [["Đặng Thúy Hòa"], [], []]
    assert len([name for name in site.asked if name.startswith("p/")]) <= 3


# -- names


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


def test_what_is_certain_is_shown_before_all_is_looked_through(site: Site) -> None:
    """Then comes the whole answer, which begins the same way."""
    first, last = site.page.evaluate(
        """async () => {
            const index = BangVangSearch.open({ base: "/chi-muc/", more: "/words.js" });
            const seen = [];
            const found = await index.find("lê văn an", { show: (some) => seen.push(some.rows.map((row) => row.title)) });
            return [seen[0], found.rows.map((row) => row.title)];
        }"""
    )
    assert first == last[: len(first)] == ["Lê Văn An"]


def test_an_early_answer_can_tell_how_many_there_are(site: Site) -> None:
    """It is asked for beside what is shown already."""
    found = site.find("nguyễn")
    assert found["exact"] is False
    whole = site.page.evaluate("window.answer.whole()")
    assert whole["total"] >= 70
    assert whole["rows"] == found["rows"]
    assert whole["whole"] is None


def test_where_everything_is_only_near_that_is_counted(site: Site) -> None:
    """Of all that the answer shows."""
    found = site.find("đặng thúy hòa bò sữa đường")
    counts = site.page.evaluate("window.answer.counts('kind')")
    assert found["total"] == 0
    assert counts["individual"] >= len([row for row in found["rows"] if row["kind"] == "individual"]) > 0


# -- words


def test_marks_that_conflict_put_texts_before_names(site: Site) -> None:
    """Bò sữa is not Bơ Sữa."""
    found = site.find("bò sữa")
    assert [row["title"] for row in found["rows"]][:2] == ["Đặng Thúy Hòa", "Võ Bơ Sữa"]
    assert found["total"] == 1
    assert site.titles("bơ sữa")[0] == "Võ Bơ Sữa"


@pytest.mark.parametrize("query", ["hiến đất làm đường", "hien dat lam duong", '"làm đường giao thông"'])
def test_deeds_are_found_by_their_words(site: Site, query: str) -> None:
    """In a story as in a name."""
    assert "Đặng Thủy Hoa" in site.titles(query)[:2]


def test_quotation_marks_leave_only_what_holds_the_words_in_a_row(site: Site) -> None:
    """Without them whoever holds the words somewhere follows."""
    assert site.titles('"làm đường giao thông"') == ["Đặng Thủy Hoa"]
    assert site.titles('"hiến đất mở đường"')[0] == "Hiến đất mở đường"
    assert "Đặng Thủy Hoa" in site.titles('"đường thôn, đất nông"')


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("Số: 119/KH-UBND", "van-ban/kh-119/"),
        ("ke hoach so 119/kh-ubnd", "van-ban/kh-119/"),
        ("119/KH-UBND ngày 09/5/2019", "van-ban/kh-119/"),
        ("98/2023/NĐ-CP", "van-ban/nd-98/"),
        ("98 2023 nd cp", "van-ban/nd-98/"),
    ],
)
def test_a_paper_is_found_as_other_papers_cite_it(site: Site, query: str, url: str) -> None:
    """What could be short for something else stands for itself in a number, wherever the number stands."""
    found = site.find(query)
    assert [row["url"] for row in found["rows"][: found["near"]]] == [url]


def test_a_letter_alone_is_an_initial_and_no_slip(site: Site) -> None:
    """Every short word is one slip away from it."""
    found = site.find("Nghiêm X. Q. Lĩnh")
    assert found["corrected"] is None
    assert found["rows"][0]["title"] == "Nghiêm Xuân Quảng Lĩnh"


def test_what_an_abbreviation_is_short_for_is_meant_word_for_word(site: Site) -> None:
    """Words of it that stand apart make a text only like it."""
    found = site.find("THPT")
    assert (found["total"], [row["title"] for row in found["rows"]]) == (0, ["Tổ chức phong trào thi đua"])
    assert site.titles("HTX Tân Tiến") == ["Hợp tác xã nông nghiệp Tân Tiến"]


def test_letters_alone_find_nothing_for_certain(site: Site) -> None:
    """A piece of HTML is no question; what holds its letters somewhere is only near."""
    assert site.find("<b>x</b>")["total"] == 0


def test_hand_written_pages_come_after_what_they_give_as_an_example(site: Site) -> None:
    """Unless it is what they are."""
    assert site.titles("dạy hát then")[:2] == ["Lý Quý Mỹ", "Cách tìm"]
    assert site.titles('"dạy hát then"')[:2] == ["Lý Quý Mỹ", "Cách tìm"]
    assert site.titles("hướng dẫn")[0] == "Cách tìm"


def test_a_deed_and_a_place_together_find_who_has_both(site: Site) -> None:
    """Both the story and the address speak."""
    assert site.titles("bò sữa sông thử")[0] == "Đặng Thúy Hòa"


@pytest.fixture
def fresh_page(browser: Browser) -> Iterator[Page]:
    """One for a site of a few entries."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


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


def test_an_abbreviation_leads_to_names_before_places_that_share_a_word(fresh_page: Page) -> None:
    """Between Hợp tác xã and what it is called stands nông nghiệp; Xã Phú Cường is only where another is."""
    names = {"Hợp tác xã nông nghiệp Phú Hải": "Xã Phú Cường", "Hợp tác xã nông nghiệp Phú Cường": "Xã Mẫu"}
    units = [Entry(f"guong/{at}/", "collective", title, meta=place) for at, (title, place) in enumerate(names.items())]
    site = Site(fresh_page, index_files(units, WORDS)).visited()
    assert site.titles("HTX Phú Cường") == [*reversed(names)]


def test_fixed_rows_of_words_of_office_are_found_by_their_middle(fresh_page: Page) -> None:
    """Who holds all of the award comes before who holds some of its words."""
    award, other = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "Giấy khen của Giám đốc Sở"
    held = {"Tổ hợp tác Nam": award, "Tổ hợp tác Bắc": other}
    units = [
        Entry(url=f"guong/{at}/", kind="collective", title=title, meta=meta)
        for at, (title, meta) in enumerate(held.items())
    ]
    assert Site(fresh_page, index_files(units, Words())).visited().titles(award)[0] == "Tổ hợp tác Nam"


@pytest.fixture(scope="module")
def villages(browser: Browser) -> Iterator[Site]:
    """Many places, on a page of their own."""
    context = browser.new_context()
    yield Site(context.new_page(), index_files(many_places(), WORDS))
    context.close()


def test_what_lies_in_one_place_is_found_by_one_piece_of_each_list(villages: Site) -> None:
    """Of the lists that are cut, only the pieces in which both the deed and the village may stand are asked for."""
    villages.open()
    rows = villages.find("trồng rừng ngập mặn thôn giả 7")["rows"]
    wanted = {entry.url for entry in many_places() if "ngập mặn" in entry.body and entry.place == "Thôn Giả 7"}
    assert {row["url"] for row in rows} <= wanted
    assert len(rows) == 10
    assert villages.seen == []


@pytest.mark.parametrize(
    ("query", "most"), [("trồng rừng ngập mặn thôn giả 7", 6), ("dạy hát then có văn thư thôn giả 12", 9)]
)
def test_lists_that_others_speak_for_are_not_read_on(villages: Site, query: str, most: int) -> None:
    """Where samples tell that who holds one pair of words holds another, too, the rarer list is enough."""
    villages.open()
    assert len(villages.find(query)["rows"]) == 10
    assert len([name for name in villages.asked if name.startswith("t/")]) <= most


def test_a_rare_pair_leads_to_who_has_the_whole_phrase(villages: Site) -> None:
    """Before those who hold all the words of it elsewhere, many and at hand: other lists are not read to their ends."""
    villages.open()
    rows = villages.find("thượng lâm chung sức xây dựng")["rows"]
    assert {row["url"] for row in rows} <= {f"guong/nguoi{number:04}/" for number in range(0, 8_000, FEW)}
    assert len(rows) == 10
    assert len([name for name in villages.asked if name.startswith("t/")]) <= 6
    assert villages.seen == []


def test_a_row_of_words_spells_a_word_alike_in_both_of_its_pairs(villages: Site) -> None:
    """Lạc thị xã, thi đua is no Lạc thi đua; the few that may have the row are looked for where lists are cut off."""
    villages.open()
    rows = villages.find("lac thi dua yeu nuoc")["rows"]
    assert {row["url"] for row in rows[:CONTESTS]} == {f"su-kien/{number}/" for number in range(CONTESTS)}
    assert len([name for name in villages.asked if name.startswith("t/")]) <= 6
    assert villages.seen == []


def test_spellings_that_no_row_can_hold_are_not_read_on(villages: Site) -> None:
    """Vàm cờ tướng xuân is told of in few papers; Vàm Cỏ, of which the many tell, leads to no chess."""
    villages.open()
    rows = villages.find("vam co tuong xuan")["rows"]
    assert {row["url"] for row in rows[:CONTESTS]} == {f"su-kien/co-{number}/" for number in range(CONTESTS)}
    assert len([name for name in villages.asked if name.startswith("t/")]) <= 4
    assert villages.seen == []


def test_a_name_before_a_place_is_answered_without_reading_long_lists_on(villages: Site) -> None:
    """Whoever bears the name there is who was meant: each pair of words is asked for once, and no piece of a list."""
    villages.open()
    assert villages.titles("ngo van thu lam chung")[0] == "Ngô Văn Thư"
    assert len([name for name in villages.asked if name.startswith("t/")]) <= 4
    assert villages.seen == []


def test_what_is_known_is_gone_through_once_until_more_is(villages: Site) -> None:
    """Long queries know ten thousand documents, and a phone is slow: what they tell is worked out for all who ask."""
    villages.open()
    villages.page.add_script_tag(url="/words.js")
    done = villages.page.evaluate(
        """async () => {
            const { prototype } = BangVangSearch.Texts, done = [];
            for (const name of ["implications", "ranked"]) {
                const work = prototype[name];
                prototype[name] = function (...given) {
                    done.push(`${name} of ${this.noted}`);
                    return work.apply(this, given);
                };
            }
            await BangVangSearch.open({ base: "/chi-muc/" }).find("thượng lâm chung sức xây dựng", { show() {} });
            return done;
        }"""
    )
    assert {one.split()[0] for one in done} == {"implications", "ranked"}
    assert len(done) == len(set(done))


def test_a_row_says_what_a_result_shows(site: Site) -> None:
    """Everything but the words that only search reads."""
    assert site.find("vo bo sua")["rows"][0] == {
        "url": "guong/nguoi9003/",
        "kind": "individual",
        "title": "Võ Bơ Sữa",
        "line": "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã, 2019",
        "place": "Xã Mẫu, tỉnh Thử",
        "text": "",
        "year": 2019,
        "names": "",
        "photo": "",
        "illustrative": True,
        "initials": "VS",
    }


# -- filters, order, counts


def test_filters_leave_what_counts_under_all_of_them(site: Site) -> None:
    """Codes of one facet add to each other, facets take away."""
    found = site.find("nguyen van an", filters={"place": ["xa-mau"], "kind": ["individual", "household"]})
    assert found["rows"]
    assert {row["place"] for row in found["rows"]} == {"Xã Mẫu, tỉnh Thử"}
    assert site.titles("nguyen van an", filters={"kind": ["household"]}) == []


def test_filters_alone_browse_the_newest_first(site: Site) -> None:
    """Page by page, without a gap or a double."""
    first = site.find("", filters={"place": ["xa-song-thu"]}, limit=20)
    second = site.find("", filters={"place": ["xa-song-thu"]}, limit=20, offset=20)
    years = [row["year"] for row in (*first["rows"], *second["rows"])]
    urls = [row["url"] for row in (*first["rows"], *second["rows"])]
    assert years == sorted(years, reverse=True)
    assert len(set(urls)) == 40
    assert first["exact"] is True


def test_answers_are_put_in_the_order_that_is_asked_for(site: Site) -> None:
    """By year either way, and by given name."""
    oldest = [row["year"] for row in site.find("nguyen", sort="oldest")["rows"]]
    assert oldest == sorted(oldest)
    given = [title.split()[-1] for title in site.titles("lê văn", sort="name", limit=50)]
    assert given[:3] == ["An", "Bình", "Cường"]


def test_counts_tell_how_many_of_the_answer_count_under_each_code(site: Site) -> None:
    """What is chosen of a facet does not narrow its own counts."""
    total = site.find("", filters={"place": ["xa-mau"]})["total"]
    counts = site.page.evaluate("window.answer.counts('place')")
    assert counts["xa-mau"] == total
    assert counts["xa-song-thu"] == counts_of("xa-song-thu")
    values = site.page.evaluate("window.index.further().then(({ store }) => store.values('place'))")
    assert values[-1] | {"parent": None} == {
        "code": "xa-song-thu",
        "label": "xa-song-thu",
        "count": counts_of("xa-song-thu"),
        "parent": None,
    }


def counts_of(place: str) -> int:
    """How many of the invented entries count under a place."""
    return sum(place in entry.facts.get("place", ()) for entry in everybody())


@pytest.mark.parametrize("query", ["nguyen", "thị", "le van", "viec thu", "nguyen thi lan"])
def test_a_total_is_never_more_than_can_be_seen(site: Site, query: str) -> None:
    """Where it is cut it says so, all of it can be asked for, and a filter that all pass takes nothing away."""
    first = site.find(query)
    counts = site.page.evaluate("window.answer.counts('kind')")
    deep = site.find(query, limit=200)
    filtered = site.find(query, filters={"kind": ["individual"]}, limit=200)
    assert first["total"] <= deep["total"]
    assert first["total"] == deep["total"] or (first["exact"], first["more"]) == (False, True)
    assert min(deep["total"], 200) == deep["near"]
    assert len({row["url"] for row in deep["rows"]}) == len(deep["rows"])
    assert counts["individual"] == filtered["total"] <= deep["total"]


def test_a_first_answer_that_names_suffice_for_does_not_pretend_to_be_all(site: Site) -> None:
    """Seventy people bear the name; ten come first."""
    first = site.find("nguyễn")
    assert (len(first["rows"]), first["exact"], first["more"]) == (10, False, True)
    assert site.find("nguyễn", limit=30)["total"] > 10


def test_what_lies_beyond_the_first_rows_is_left_out_by_no_order(site: Site) -> None:
    """However many are asked for."""
    filters = {"kind": ["individual"]}
    total = site.find("", filters=filters)["total"]
    for sort in ("name", "newest", "oldest"):
        assert len(site.find("", filters=filters, sort=sort, limit=total)["rows"]) == total


def test_many_stand_in_the_order_of_names_from_the_first_to_the_last(site: Site) -> None:
    """As many as are looked at; who lies beyond costs nothing."""
    wanted = sorted((entry.title for entry in everybody() if entry.kind == "individual"), key=name_key)
    assert site.titles("", filters={"kind": ["individual"]}, sort="name", limit=300) == wanted[:300]


def test_the_first_by_name_are_found_without_reading_all_names(villages: Site) -> None:
    """As much of the order as should hold them."""
    villages.open()
    assert villages.titles("", filters={"kind": ["individual"]}, sort="name", limit=5)[0] == "Ngô Văn 0"
    assert 0 < len([name for name in villages.asked if name.startswith("o/")]) <= 2


@pytest.mark.parametrize("sort", ["relevance", "newest", "name"])
def test_rows_with_only_some_of_the_words_stand_below_and_do_not_count(site: Site, sort: str) -> None:
    """Where they begin is told, on each page of the answer, in any order."""
    found = site.find("đặng thúy hòa bò sữa đường", sort=sort)
    assert (found["total"], found["near"]) == (0, 0)
    assert "Đặng Thủy Hoa" in [row["title"] for row in found["rows"]]
    found = site.find("dang thuy hoa bo sua", sort=sort)
    assert (found["total"], found["near"], found["rows"][0]["title"]) == (1, 1, "Đặng Thúy Hòa")
    assert len(found["rows"]) > 1
    assert site.find("dang thuy hoa bo sua", sort=sort, offset=1)["near"] == 0


def test_all_that_is_found_may_hold_all_the_words(site: Site) -> None:
    """Then nothing is near."""
    found = site.find("nghiem xuan quang linh", limit=20)
    assert found["near"] == found["total"] == len(found["rows"]) == 1


# -- bad input and faults


@pytest.mark.parametrize(
    "query",
    [
        "", "   ", "\u0301\u0303", "😀🎉", "(.*)+$[", "\\d{9}", "<script>alert(1)</script>", "' OR 1=1 --", "a" * 10_000,
        "nguyen van an " * 700, "nguyenx" * 50, "Привет мир", "中文 nguyễn", "%00", "\ud800", "__proto__", "constructor toString", "folded rows keys", None, 7, {},
    ],
    ids=lambda query: repr(query)[:20],
)  # fmt: skip
def test_nothing_that_is_typed_raises(site: Site, query: object) -> None:
    """The engine answers with rows or without."""
    assert isinstance(site.find(query)["rows"], list)
    assert isinstance(site.page.evaluate("async (query) => (await window.index.suggest(query)).rows", query), list)


def test_of_a_long_query_sixteen_words_are_read(site: Site) -> None:
    """So that they fit into the bits of a number, and no paste keeps a phone busy."""
    assert site.find(" ".join(f"xin{number}" for number in range(60)))["words"] == [
        f"xin{number}" for number in range(16)
    ]


def test_abbreviations_in_a_number_are_left_as_they_are(site: Site) -> None:
    """The number is filed so; without one before it UBND is what it is short for."""
    assert site.find("119/KH-UBND")["words"] == ["119", "kh", "ubnd"]
    assert site.find("ke hoach ubnd")["words"][-4:] == ["uy", "ban", "nhan", "dan"]


def test_a_file_that_fails_once_is_asked_for_again(site: Site) -> None:
    """A bad connection is no reason to find nothing."""
    site.find("lan")
    site.failing["n"] = 1
    assert "Nghiêm Xuân Quảng Lĩnh" in site.titles("nghiem xuan quang linh")


def test_a_file_that_cannot_be_had_is_said_to_be_so_and_may_come_back(site: Site) -> None:
    """The error has a name, and the next try asks again."""
    site.failing["d"] = 3
    told = site.page.evaluate(
        """async () => {
            window.index = BangVangSearch.open({ base: "/chi-muc/", more: "/words.js" });
            return window.index.find("lan").catch((error) => error instanceof BangVangSearch.Unreachable);
        }"""
    )
    assert told is True
    assert site.titles("nghiem xuan quang linh") == ["Nghiêm Xuân Quảng Lĩnh"]


def test_files_of_names_that_fail_side_by_side_are_told_of_once(site: Site) -> None:
    """Whoever asks hears of it; nothing stands in the console beside."""
    told = site.page.evaluate(
        """async () => {
            const stray = [], opened = new Set();
            addEventListener("unhandledrejection", () => stray.push(1));
            const load = async (path) => {
                if (path.startsWith("n/") && opened.add(path).size > 1) throw new Error(path);
                return (await fetch(`/chi-muc/${path}`)).json();
            };
            const index = BangVangSearch.open({ load, more: "/words.js" });
            const failed = await index.find("nguyen thi hoa", { limit: 30 }).catch((error) => error instanceof BangVangSearch.Unreachable);
            await new Promise((done) => setTimeout(done, 2_000));
            return [failed, opened.size > 2, stray.length];
        }"""
    )
    assert told == [True, True, 0]


def test_words_that_ask_at_once_wait_for_one_tree(site: Site) -> None:
    """That of a large site has tens of thousands of leaves, and a long query asks fifteen times."""
    grown = site.page.evaluate(
        """async () => {
            let grown = 0;
            const directory = { get shape() { grown++; return "100"; }, hashes: "aaaabbbb", together: 1 };
            const { place } = BangVangSearch.tools.tree("t", async () => directory);
            return [await Promise.all(["0", "1"].map(place)), grown];
        }"""
    )
    assert grown == [["t/2.aaaa.json", "t/3.bbbb.json"], 1]


def test_the_head_may_come_with_the_page(site: Site) -> None:
    """Then no file but the one with the rows is needed."""
    head = json.loads(site.files["dau.json"])
    titles = site.page.evaluate(
        """async (head) => {
            const index = BangVangSearch.open({ base: "/chi-muc/", more: "/words.js", head });
            return (await index.find("nghiêm xuân quảng lĩnh")).rows.map((row) => row.title);
        }""",
        head,
    )
    assert titles == ["Nghiêm Xuân Quảng Lĩnh"]
    assert "dau.json" not in site.asked


# -- highlighting


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Nuôi bò sữa.", [["Nuôi ", False], ["bò", True], [" sữa.", False]]),
        (unicodedata.normalize("NFD", "Bò"), [[unicodedata.normalize("NFD", "Bò"), True]]),
        ("Hoà Hòa", [["Hoà", True], [" ", False], ["Hòa", True]]),
        ("<b>đường</b>", [["<b>đường</b>", False]]),
        ("", []),
    ],
)
def test_matched_words_are_shown_as_they_are_written(site: Site, text: str, pieces: list[list[object]]) -> None:
    """In any normal form and with either placement of the tone."""
    found = site.page.evaluate("text => BangVangSearch.highlight(text, ['bo', 'hoa'])", text)
    assert found == pieces


@pytest.mark.parametrize(
    ("text", "start", "marked"),
    [
        ("Nguyễn Thị Chiên", "chi", ["Chi"]),
        (unicodedata.normalize("NFD", "Lệ"), "le", [unicodedata.normalize("NFD", "Lệ")]),
        (unicodedata.normalize("NFD", "Lệnh"), "le", [unicodedata.normalize("NFD", "Lệ")]),
        ("Đường Æsop", "d", ["Đ"]),
        ("Æsop", "aes", ["Æs"]),
        ("Lan", "lane", []),
    ],
)
def test_of_the_last_word_as_much_is_marked_as_was_typed(site: Site, text: str, start: str, marked: list[str]) -> None:
    """Letters with all their marks, however these are written."""
    found = site.page.evaluate("([text, start]) => BangVangSearch.highlight(text, [], start)", [text, start])
    assert [part for part, hit in found if hit] == marked
    assert "".join(part for part, _ in found) == text
