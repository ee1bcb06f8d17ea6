"""The whole book: of the data that ships, and of small trees."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from bangvang.book.faces import unprintable
from bangvang.book.manuscript import Manuscript, manuscript
from bangvang.book.press import Wishes, make_book
from bangvang.book.selection import Scope, select
from bangvang.book.typesetting import Paper
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.reading import Reading
from bangvang.publishing.error import Failure
from bangvang.registry import Registry, build_registry
from bangvang.vietnamese import name_key, text_key
from tests.book.conftest import DAY, DECISION, PROFILE, Project, roles_of, texts_of

ROOT = Path(__file__).parents[2]
LONG_NAME = " ".join(["Nguyễn Thị Thử Nghiệm Rất Dài"] * 10)


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The data that ships."""
    return build_registry(load_project(ROOT), DAY)


@pytest.fixture(scope="module")
def shipped(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its book."""
    out = tmp_path_factory.mktemp("book") / "ky-yeu.pdf"
    make_book(ROOT, registry, Wishes(Scope()), out)
    return out


@pytest.fixture(scope="module")
def pages(shipped: Path) -> list[str]:
    """What its pages say."""
    return texts_of(shipped)


@pytest.fixture(scope="module")
def book(registry: Registry) -> Manuscript:
    """What was given to be printed."""
    reading = Reading(Answers(registry))
    return manuscript(reading, select(reading.answers, Scope()), {}, title=None, foreword="")


def test_everybody_and_every_campaign_stands_in_it(book: Manuscript, pages: list[str]) -> None:
    """Nobody is lost between the data and the paper."""
    whole = " ".join(pages)
    names = [entry.name for group in book.groups for entry in group.entries]
    names += [entry.name for roll in book.rolls for entry in roll.entries]
    names += [campaign.name for campaign in book.campaigns]
    assert len(names) > 100
    assert [name for name in names if name not in whole] == []
    assert 30 <= len(pages) <= 80


def test_what_stands_beside_a_story_stays_with_the_name(book: Manuscript, pages: list[str]) -> None:
    """No page begins with the end of somebody's honours and fields."""
    torn = []
    for entry in (entry for group in book.groups for entry in group.entries):
        beside = [entry.name, *(honour.title for honour in entry.honours), *(said for _, said in entry.facts)]
        if not any(all(words in page for words in beside) for page in pages):
            torn.append(entry.name)
    assert torn == []


def test_the_contents_lead_to_the_right_pages(book: Manuscript, pages: list[str]) -> None:
    """Each number in the contents is the page on which the name stands."""
    start = next(number for number, text in enumerate(pages) if "Mục lục" in text)
    end = next(number for number, text in enumerate(pages) if number > start and "Phong trào và kế hoạch" in text[:60])
    contents = " ".join(pages[start:end])
    names = [entry.name for group in book.groups for entry in group.entries]
    names += ["Những con số", "Bảng tra tên", "Về cuốn sách này"]
    for name in names:
        found = re.search(rf"{re.escape(name)}[ .]+(\d+)", contents)
        assert found, name
        assert name in pages[int(found[1]) - 1], name


def test_the_index_of_names_leads_to_the_right_pages(book: Manuscript, pages: list[str]) -> None:
    """So is each number in the index."""
    start = next(n for n in range(len(pages) - 1, 0, -1) if "Bảng tra tên" in pages[n] and "Mục lục" not in pages[n])
    index = " ".join(pages[start : start + 2])
    lines = [line for letter in book.names for line in letter.lines]
    assert len(lines) > 30
    for line in lines:
        found = re.search(rf"{re.escape(line.name)}(?: \([^)]*\))?[ .]+(\d+)", index)
        assert found, line.name
        assert line.name in pages[int(found[1]) - 1], line.name


def test_names_stand_by_given_name_and_units_by_first_word(book: Manuscript) -> None:
    """In Vietnamese order, tones and all."""
    names = [line.name for letter in book.names for line in letter.lines]
    units = [line.name for letter in book.units for line in letter.lines]
    assert names == sorted(names, key=name_key)
    assert units == sorted(units, key=text_key)
    assert [letter.letter for letter in book.names] == sorted((one.letter for one in book.names), key=text_key)


def test_the_book_is_tagged_and_says_its_language(shipped: Path) -> None:
    """A screen reader finds headings, lists, tables and the contents."""
    root = pypdf.PdfReader(shipped).trailer["/Root"]
    assert root["/Lang"] == "vi"
    assert root["/MarkInfo"]["/Marked"]
    roles = roles_of(shipped)
    assert {"/Title", "/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TOC", "/TOCI", "/Link"} <= {*roles}
    levels = [int(role[2]) for role in roles if re.fullmatch("/H[1-6]", role)]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_every_link_says_where_it_leads(shipped: Path) -> None:
    """To those who do not see it."""
    pages = pypdf.PdfReader(shipped).pages
    links = [link.get_object() for page in pages for link in page.get("/Annots", ())]
    assert len(links) > 100
    assert all(link["/Contents"] for link in links)


def test_the_book_declares_what_it_conforms_to(shipped: Path) -> None:
    """PDF/A-2a and PDF/UA-1; Typst refuses to write them where it knows of a breach."""
    metadata = pypdf.PdfReader(shipped).xmp_metadata
    assert metadata is not None
    told = metadata.stream.get_data().decode()
    assert re.search(r"<pdfaid:part>2<.*<pdfaid:conformance>A<", told)
    assert "<pdfuaid:part>1<" in told


def test_every_font_is_embedded(shipped: Path) -> None:
    """Ten years on, on a machine without them."""
    fonts = {}
    for page in pypdf.PdfReader(shipped).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[inner["/BaseFont"]] = inner["/FontDescriptor"].get_object()
    assert len(fonts) >= 4
    assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts.values())


def test_the_same_day_gives_the_same_bytes(project_of: Callable[..., Project]) -> None:
    """And another day others: the book says which day it tells of."""
    project = project_of()
    first = project.printed("a.pdf").read_bytes()
    assert project.printed("b.pdf").read_bytes() == first
    assert project_of(day=datetime.date(2026, 11, 22)).printed("c.pdf").read_bytes() != first


def test_a5_with_marks_is_trimmed_to_its_size(project_of: Callable[..., Project]) -> None:
    """The marks stand outside the page that is cut."""
    page = pypdf.PdfReader(project_of().printed(paper=Paper.A5, marks=True)).pages[0]
    trimmed = [float(page.trimbox.width), float(page.trimbox.height)]
    assert trimmed == pytest.approx([419.53, 595.28], abs=0.1)
    assert float(page.mediabox.width) > trimmed[0] + 50


def test_a_story_with_every_odd_character_is_printed_as_it_stands(project_of: Callable[..., Project]) -> None:
    """Nothing of it is taken for markup; what the fonts lack becomes a lozenge, and the office is told where."""
    odd = '#let x = 1 $x^2$ @ref <b> `code` \\ // "quote" ~ _ * = - + / [a](b) {{ }} ẰẴẶ ữỹỵ'
    project = project_of({"honourees/k7m2q9.yml": PROFILE.replace("Ông **mở**", f"{odd} 字 Ông **mở**")})
    told = make_book(project.root, project.registry, Wishes(Scope()), project.root / "odd.pdf")
    text = " ".join(texts_of(project.root / "odd.pdf"))
    assert "#let x = 1 $x^2$ @ref <b> code" in text
    assert "ẰẴẶ ữỹỵ ◊ Ông mở đường" in text
    assert "data/honourees/k7m2q9.yml: phông chữ của sách không có 字" in told
    assert not unprintable(odd)


def test_a_very_long_story_and_a_very_long_name_find_their_pages(project_of: Callable[..., Project]) -> None:
    """Four thousand words and three hundred letters."""
    story = "\n\n  ".join([" ".join(["bền bỉ"] * 100)] * 20)
    profile = f"kind: individual\nname: {LONG_NAME}\nliving: no\nstory: |\n  {story}\n  CUỐI\n"
    pages = texts_of(project_of({"honourees/k7m2q9.yml": profile}).printed())
    assert len(LONG_NAME) >= 280
    assert " ".join(pages).count("bền") == 2000
    assert any("CUỐI" in page for page in pages)
    assert sum(LONG_NAME in page for page in pages) >= 3


def test_a_name_without_a_space_stays_on_its_pages(project_of: Callable[..., Project]) -> None:
    """Wherever it is printed: in the contents, over the story, in the index."""
    profile = f"kind: individual\nname: {'Nguyễn' * 50}\nliving: no\nsummary: Tóm tắt.\n"
    document = pypdfium2.PdfDocument(project_of({"honourees/k7m2q9.yml": profile}).printed())
    for page in document:
        letters = page.get_textpage()
        rights = [letters.get_charbox(index)[2] for index in range(letters.count_chars())]
        assert max(rights) < page.get_width() - 40
    document.close()


def test_who_is_withdrawn_is_in_no_new_book(project_of: Callable[..., Project]) -> None:
    """Between two books a record can be taken back."""
    withdrawn = f"{PROFILE}status: withdrawn\nwithdrawn: {{date: 2026-10-01, reason: Xem lại thành tích.}}\n"
    assert "Nguyễn Văn Thử" in " ".join(texts_of(project_of().printed()))
    assert "Nguyễn Văn Thử" not in " ".join(texts_of(project_of({"honourees/k7m2q9.yml": withdrawn}).printed()))


def test_an_honour_that_was_cancelled_is_in_no_new_book(project_of: Callable[..., Project]) -> None:
    """The others of the decision stay, under their own numbers."""
    cancelled = DECISION.replace(
        "unit: Trường Thử, place: xa-thu}",
        "unit: Trường Thử, place: xa-thu, standing: [{state: cancelled, date: 2026-10-01, reason: Sai.}]}",
    )
    text = " ".join(texts_of(project_of({"decisions/2026/qd-15.yml": cancelled}).printed()))
    assert "Đặng Thử Ánh" not in text
    assert re.search(r"1\. Nguyễn Văn Thử.*3\. Tổ tự quản Thử", text)


def test_somebody_living_without_consent_is_told_in_brief(project_of: Callable[..., Project]) -> None:
    """The name and the honour, as the decision has them."""
    text = " ".join(texts_of(project_of({"honourees/k7m2q9.yml": PROFILE.replace("no", "yes")}).printed()))
    assert "Nguyễn Văn Thử" in text
    assert "xà beng" not in text
    assert "Người mở đường" not in text


def test_what_is_invented_is_marked(project_of: Callable[..., Project]) -> None:
    """Nobody takes it for true."""
    assert "Hư cấu" not in " ".join(texts_of(project_of().printed()))
    invented = project_of({"honourees/k7m2q9.yml": f"{PROFILE}illustrative: true\n"})
    assert "Hư cấu, để minh họa" in " ".join(texts_of(invented.printed()))


def test_the_foreword_comes_from_the_project(project_of: Callable[..., Project]) -> None:
    """data/book/loi-noi-dau.md, or a file that was named."""
    project = project_of({"book/loi-noi-dau.md": "Lời đầu của **xã**.\n"})
    assert "Lời nói đầu Lời đầu của xã." in texts_of(project.printed())[1]
    with pytest.raises(Failure, match="Không thấy tệp lời nói đầu"):
        project.printed(foreword=project.root / "khong-co.md")


def test_a_portrait_that_cannot_be_used_gives_way_to_a_medallion(project_of: Callable[..., Project]) -> None:
    """The book is made, and the office is told."""
    project = project_of({"honourees/k7m2q9.yml": f"{PROFILE}photos: [{{file: mat.jpg, alt: Chân dung ông Thử}}]\n"})
    told = make_book(project.root, project.registry, Wishes(Scope()), project.root / "sach.pdf")
    assert "data/honourees/k7m2q9.yml: không thấy tệp data/photos/mat.jpg; sách in huy hiệu thay cho ảnh." in told


def test_a_book_in_volumes_has_one_index_for_all(project_of: Callable[..., Project]) -> None:
    """The last volume tells in which volume, and on which page of it."""
    project = project_of()
    project.printed(volumes=2)
    first, last = (texts_of(project.root / f"sach-tap-{number}.pdf") for number in (1, 2))
    page = next(number for number, text in enumerate(first, 1) if "xà beng" in text)
    assert not any("Bảng tra tên" in text for text in first)
    assert re.search(rf"Nguyễn Văn Thử[ .]*I\.{page}\b", " ".join(last))
    assert "Tập 2" in last[0]
