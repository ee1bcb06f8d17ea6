"""Pages at old addresses, and redirects that cannot work."""

from __future__ import annotations

from urllib.parse import urljoin

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.exports.csp import surprises
from bangvang.exports.redirect_pages import redirect_file, redirect_page, redirect_problems

ADDRESS = "https://x.gov.vn/bang-vang/"
LIVE = ["", "moi/", "guong/a/", "/van-ban/tep.pdf"]


def elements(page: bytes) -> dict[str, dict[str, str]]:
    """The attributes of the page's parts by what they are; a page that is not valid HTML fails."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(page.decode())
    found = {"html": dict(tree.attrib), "a": dict(tree.find("body/main/p/a").attrib)}
    found["title"] = {"text": tree.findtext("head/title")}
    for meta in tree.iterfind("head/meta"):
        found[meta.get("name") or meta.get("http-equiv") or "charset"] = dict(meta.attrib)
    for link in tree.iterfind("head/link"):
        found[link.get("rel")] = dict(link.attrib)
    return found


def test_a_page_leads_on_by_itself_and_by_a_link() -> None:
    """Search engines keep the new address, not this page."""
    found = elements(redirect_page(ADDRESS, "/phong-trao/cu/", "/phong-trao/moi/", "Phong trào mới"))
    assert found["html"]["lang"] == "vi"
    assert found["canonical"]["href"] == ADDRESS + "phong-trao/moi/"
    assert found["refresh"]["content"] == "0; url=../moi/"
    assert found["a"]["href"] == "../moi/"
    assert found["robots"]["content"] == "noindex"
    assert "Phong trào mới" in found["title"]["text"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/cu/", "/moi/"),
        ("/cu", "/moi/"),
        ("/cu.html", "/moi/"),
        ("/a/b/c/", "/"),
        ("/guong/x/", "/guong/y/#qd-1-2"),
        ("/guong/x/", "/guong/x-y/"),
        ("/thi-đua/", "/thi%20đua/"),
        ("/tep.pdf/", "/van-ban/tep.pdf"),
    ],
)
def test_the_link_works_under_any_path(old: str, new: str) -> None:
    """It is relative to the file in which the page stands."""
    file = redirect_file(old)
    assert file is not None
    link = elements(redirect_page(ADDRESS, old, new, "Mới"))["a"]["href"]
    for root in (ADDRESS, "file:///C:/trang/"):
        assert urljoin(root + file, link) == urljoin(root, new.lstrip("/").replace("đ", "%C4%91"))


def test_a_copy_for_the_disk_may_name_the_file() -> None:
    """The canonical address stays the public one."""
    found = elements(redirect_page(ADDRESS, "/cu/", "/moi/index.html", "Mới"))
    assert found["a"]["href"] == "../moi/index.html"
    assert found["canonical"]["href"] == ADDRESS + "moi/"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_title_is_text(title: str) -> None:
    """Tags in a name stay letters; the page holds no script and no style."""
    page = redirect_page(ADDRESS, "/cu/", "/moi/", title)
    assert surprises(page.decode(), ()) == ()
    assert elements(page)["a"] == {"href": "../moi/"}


@pytest.mark.parametrize(
    ("old", "file"),
    [
        ("/cu/", "cu/index.html"),
        ("/cu", "cu/index.html"),
        ("/a/cu.html", "a/cu.html"),
        ("/c%C5%A9/", "cũ/index.html"),
        ("/", "index.html"),
        ("/tep.pdf", None),
        ("/../ngoai/", None),
        ("/%2e%2e/ngoai/", None),
    ],
)
def test_a_page_stands_where_a_server_looks(old: str, file: str | None) -> None:
    """Never outside the site, and not under the name of another kind of file."""
    assert redirect_file(old) == file


def test_good_redirects_pass() -> None:
    """With and without the last slash, to a page, an anchor, a file, home."""
    good = [("/a/", "/moi/"), ("/b/", "/moi/#x"), ("/c", "/guong/a"), ("/d.pdf", "/van-ban/tep.pdf"), ("/e/", "/")]
    assert redirect_problems(good, LIVE) == []


@pytest.mark.parametrize(
    ("redirect", "field", "what"),
    [
        (("/a/", "/mat/"), "to", "không có trên trang"),
        (("/moi/", "/guong/a/"), "from", "vẫn là một trang đang có"),
        (("/moi", "/guong/a/"), "from", "vẫn là một trang đang có"),
        (("/a/", "/a"), "to", "chính là địa chỉ cũ"),
        (("/a/#b", "/moi/"), "from", "không dùng được"),
        (("/../a/", "/moi/"), "from", "không dùng được"),
    ],
)
def test_a_redirect_that_cannot_work_is_one_message(redirect: tuple[str, str], field: str, what: str) -> None:
    """It names the line, the field, and what to do."""
    [problem] = redirect_problems([("/tot/", "/moi/"), redirect], LIVE)
    assert (problem.place, problem.field) == (1, field)
    assert what in problem.what
    assert problem.remedy.endswith(".")


def test_another_spelling_of_an_old_address_is_a_double() -> None:
    """The checker compares letter by letter."""
    [problem] = redirect_problems([("/a/", "/moi/"), ("/a/index.html", "/guong/a/")], LIVE)
    assert problem.what == "địa chỉ /a/index.html và /a/ là cùng một trang"


def test_another_spelling_of_an_old_address_as_target_is_a_chain() -> None:
    """It has to lead straight on."""
    [problem] = redirect_problems([("/a/", "/b"), ("/b/", "/moi/")], LIVE)
    assert problem.what == "địa chỉ mới /b lại là địa chỉ cũ /b/"


@pytest.mark.parametrize(
    "redirects",
    [
        [("/a/", "/moi/"), ("/a/", "/moi/")],
        [("/a/", "/a/")],
        [("/a/", "/b/"), ("/b/", "/a/")],
        [("/a/", "/b/"), ("/b/", "/moi/")],
    ],
)
def test_what_the_checker_reports_is_not_said_again(redirects: list[tuple[str, str]]) -> None:
    """One mistake, one message."""
    assert redirect_problems(redirects, LIVE) == []
