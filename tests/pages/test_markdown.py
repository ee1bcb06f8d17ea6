"""Record text becomes safe HTML."""

import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bangvang.pages.markdown import render

ATTRIBUTES = {
    "p": set(), "br": set(), "hr": set(), "em": set(), "strong": set(), "code": set(), "blockquote": set(),
    "a": {"href", "rel"}, "ul": set(), "ol": {"start"}, "li": set(),
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
    "table": set(), "thead": set(), "tbody": set(), "tr": set(), "th": {"scope", "class"}, "td": {"class"},
}  # fmt: skip
SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|\.\./\.\./|#)[!-~]*", re.IGNORECASE)

PIECES = (
    "*", "**", "***", "_", "`", "``", "[", "![", "]", "](/x/)", "](https://a.vn/b_c)", "](javascript:x)", '](<a b> "t")',
    "\\", "\\\n", "  \n", "\n", "\n\n", "&amp;", "&#1;", "&#xD800;", "&lt;b>", "<https://a.vn>", "<a@b.vn>", "<script>",
    "<!--", "]]>", "- ", "* ", "+ ", "1. ", "7) ", "a) ", "> ", "# ", "### ", "---", "|", "|-|-|\n", "a|b\n-|-\n", "    ", "\t",
    "đ", "nhà", "e\u0301", "“", "”", ".", " ", "\0", "\x07", "\r", "\u00a0", "\u2028", "\ufffe", "\ud800", "\U0001fffe", "🏅",
)  # fmt: skip
MARKED = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
TEXTS = MARKED | st.text() | st.text(st.characters(codec=None))


def tree(html: str) -> Element:
    """The HTML as a strict parser reads it, which raises on the first fault."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(str(html), container="main")


def content(html: str) -> str:
    """What a reader sees."""
    return "".join(tree(html).itertext())


PARAGRAPHS = [
    ("", ""),
    (" \n\t\n", ""),
    ("Một đoạn.", "<p>Một đoạn.</p>"),
    ("Một.\nHai.\n\n\nBa.", "<p>Một.\nHai.</p>\n<p>Ba.</p>"),
    ("Một.\r\n\r\nHai.\rBa.", "<p>Một.</p>\n<p>Hai.\nBa.</p>"),
    ("  thụt\n    vào  ", "<p>thụt\nvào</p>"),
    ("hết dòng  \nsang dòng", "<p>hết dòng<br>\nsang dòng</p>"),
    ("hết dòng\\\nsang dòng", "<p>hết dòng<br>\nsang dòng</p>"),
    ("một dấu cách \nthì không", "<p>một dấu cách\nthì không</p>"),
    ("trên\n\n---\n\ndưới", "<p>trên</p>\n<hr>\n<p>dưới</p>"),
    ("trên\n---\ndưới", "<p>trên</p>\n<hr>\n<p>dưới</p>"),
    ("* * *", "<hr>"),
    ("--", "<p>--</p>"),
]
EMPHASIS = [
    ("**đậm** và *nghiêng*", "<p><strong>đậm</strong> và <em>nghiêng</em></p>"),
    ("_nghiêng_ và __đậm__", "<p><em>nghiêng</em> và <strong>đậm</strong></p>"),
    ("snake_case_name, _a_b_", "<p>snake_case_name, <em>a_b</em></p>"),
    ("chữ*cái*", "<p>chữ<em>cái</em></p>"),
    ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
    ("***cả hai***", "<p><em><strong>cả hai</strong></em></p>"),
    ("**đậm *trong* đậm**", "<p><strong>đậm <em>trong</em> đậm</strong></p>"),
    ("*một **hai* ba**", "<p><em>một <em><em>hai</em> ba</em></em></p>"),
    ("*một `mã*` hai*", "<p><em>một <code>mã*</code> hai</em></p>"),
    ("**“Nhà sạch”** và *“vườn đẹp”.*", "<p><strong>“Nhà sạch”</strong> và <em>“vườn đẹp”.</em></p>"),
    ("a**“b”**c", "<p>a**“b”**c</p>"),
    ("*Kết quả:* tốt, **xong.** Hết", "<p><em>Kết quả:</em> tốt, <strong>xong.</strong> Hết</p>"),
    ("**chưa đóng", "<p>**chưa đóng</p>"),
    ("*foo**bar*", "<p><em>foo**bar</em></p>"),
    ("**foo*", "<p>*<em>foo</em></p>"),
    ("**a_*_", "<p>**a_*_</p>"),
    ("_a*_* *", "<p><em>a*</em>* *</p>"),
    ("**_**_*", "<p><strong>_</strong>_*</p>"),
    ("*a _b* c_", "<p><em>a _b</em> c_</p>"),
    ("Ngày ____/____/2026", "<p>Ngày ____/____/2026</p>"),
]
TEXT_MARKS = [
    ("`mã`", "<p><code>mã</code></p>"),
    ("`` có ` dấu ``", "<p><code>có ` dấu</code></p>"),
    ("`<b> & *x*`", "<p><code>&lt;b&gt; &amp; *x*</code></p>"),
    ("`chưa đóng", "<p>`chưa đóng</p>"),
    ("`a\\`b", "<p><code>a\\</code>b</p>"),
    (r"\*không\* \[x\] \\ \a \<b>", r"<p>*không* [x] \ \a &lt;b&gt;</p>"),
    ("&copy; &amp; &quot; &#272; &#x110; &nbsp;", '<p>© &amp; " Đ Đ \u00a0</p>'),
    ("&khongco; & &; &#0; &#1; &#x110000;", "<p>&amp;khongco; &amp; &amp;; \ufffd \ufffd \ufffd</p>"),
    ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
    ("<b onclick='x'>đậm</b>", "<p>&lt;b onclick='x'&gt;đậm&lt;/b&gt;</p>"),
    ("<div>\n*a*\n</div>", "<p>&lt;div&gt;\n<em>a</em>\n&lt;/div&gt;</p>"),
    ("a\0b\x07c\ufffed\U0001fffee🏅", "<p>a\ufffdb\ufffdc\ufffdd\ufffde🏅</p>"),
]
LISTS = [
    ("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
    ("* một\n\n* hai", "<ul>\n<li>\n<p>một</p>\n</li>\n<li>\n<p>hai</p>\n</li>\n</ul>"),
    ("1. một\n2. hai", "<ol>\n<li>một</li>\n<li>hai</li>\n</ol>"),
    ("7) bảy\n8) tám", '<ol start="7">\n<li>bảy</li>\n<li>tám</li>\n</ol>'),
    ("0. không", '<ol start="0">\n<li>không</li>\n</ol>'),
    ("- một\n* hai", "<ul>\n<li>một</li>\n</ul>\n<ul>\n<li>hai</li>\n</ul>"),
    ("- một\n  tiếp\nlơi", "<ul>\n<li>một\ntiếp\nlơi</li>\n</ul>"),
    ("- một\n  - hai\n    1. ba", "<ul>\n<li>một\n<ul>\n<li>hai\n<ol>\n<li>ba</li>\n</ol></li>\n</ul></li>\n</ul>"),
    (
        "- a\n  - b\n    - c\n      - d",
        "<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c\n- d</li>\n</ul></li>\n</ul></li>\n</ul>",
    ),
    ("- một\n\n  đoạn hai", "<ul>\n<li>\n<p>một</p>\n<p>đoạn hai</p>\n</li>\n</ul>"),
    ("-\tmột\n\t- hai", "<ul>\n<li>một\n<ul>\n<li>hai</li>\n</ul></li>\n</ul>"),
    ("- một\n\t  \n  hai", "<ul>\n<li>\n<p>một</p>\n<p>hai</p>\n</li>\n</ul>"),
    ("-*\t\nmột", "<p>-*\t\nmột</p>"),
    ("đoạn\n     - tiếp", "<p>đoạn\n- tiếp</p>"),
    ("đầu:\n- một", "<p>đầu:</p>\n<ul>\n<li>một</li>\n</ul>"),
    ("sinh năm\n1945. Sau đó", "<p>sinh năm\n1945. Sau đó</p>"),
    ("-một\n1.hai", "<p>-một\n1.hai</p>"),
    ("- \n- hai", "<ul>\n<li></li>\n<li>hai</li>\n</ul>"),
    ("    - một", "<ul>\n<li>một</li>\n</ul>"),
    ("a) Một;\nb) Hai;\nđ) Ba.", "<p>a) Một;<br>\nb) Hai;<br>\nđ) Ba.</p>"),
]
QUOTES = [
    ("> một\n> hai", "<blockquote>\n<p>một\nhai</p>\n</blockquote>"),
    (">một\nlơi\n\nngoài", "<blockquote>\n<p>một\nlơi</p>\n</blockquote>\n<p>ngoài</p>"),
    ("> - một\n> - hai", "<blockquote>\n<ul>\n<li>một</li>\n<li>hai</li>\n</ul>\n</blockquote>"),
    ("- một\n  > hai", "<ul>\n<li>một\n<blockquote>\n<p>hai</p>\n</blockquote></li>\n</ul>"),
    ("- một\n  > hai\n  >\n- ba", "<ul>\n<li>một\n<blockquote>\n<p>hai</p>\n</blockquote></li>\n<li>ba</li>\n</ul>"),
    ("> > > > bốn", "<blockquote>\n" * 3 + "<p>&gt; bốn</p>" + "\n</blockquote>" * 3),
]
HEADINGS = [
    ("# Một", '<h2 id="mot">Một</h2>'),
    ("## Đường *làng* ##", '<h2 id="duong-lang">Đường <em>làng</em></h2>'),
    (
        "# A\n## B\n### C\n#### D\n## E",
        '<h2 id="a">A</h2>\n<h2 id="b">B</h2>\n<h3 id="c">C</h3>\n<h4 id="d">D</h4>\n<h2 id="e">E</h2>',
    ),
    ("#### A\n### B\n#### C", '<h2 id="a">A</h2>\n<h2 id="b">B</h2>\n<h3 id="c">C</h3>'),
    ("##### năm", "<p>##### năm</p>"),
    ("#thẻ", "<p>#thẻ</p>"),
    ("##", "<p>##</p>"),
    ("Kết quả\n===", "<p>Kết quả\n===</p>"),
    ("# A #2", '<h2 id="a-2">A #2</h2>'),
    ("# Việc & [lợi](/x/)", '<h2 id="viec-loi">Việc &amp; <a href="../../x/">lợi</a></h2>'),
]
TABLES = [
    (
        "| Tên | Số |\n|-----|---:|\n| *Đường* | 1.200 |",
        '<table>\n<thead>\n<tr><th scope="col">Tên</th><th scope="col" class="bv-right">Số</th></tr>\n</thead>\n'
        '<tbody>\n<tr><td><em>Đường</em></td><td class="bv-right">1.200</td></tr>\n</tbody>\n</table>',
    ),
    (
        "a|b\n:-|:-:\n1\n1|2|3\n\nhết",
        '<table>\n<thead>\n<tr><th scope="col" class="bv-left">a</th><th scope="col" class="bv-center">b</th></tr>\n</thead>\n'
        '<tbody>\n<tr><td class="bv-left">1</td><td class="bv-center"></td></tr>\n'
        '<tr><td class="bv-left">1</td><td class="bv-center">2</td></tr>\n</tbody>\n</table>\n<p>hết</p>',
    ),
    (
        "đầu\na|b\n-|-\n`x\\|y`|\\|\n> hết",
        '<p>đầu</p>\n<table>\n<thead>\n<tr><th scope="col">a</th><th scope="col">b</th></tr>\n</thead>\n'
        "<tbody>\n<tr><td><code>x|y</code></td><td>|</td></tr>\n</tbody>\n</table>\n<blockquote>\n<p>hết</p>\n</blockquote>",
    ),
    ("a|b\n-|-", '<table>\n<thead>\n<tr><th scope="col">a</th><th scope="col">b</th></tr>\n</thead>\n</table>'),
    ("a|b\n-|-|-", "<p>a|b\n-|-|-</p>"),
    ("a|b\nc|d", "<p>a|b\nc|d</p>"),
]
LINKS = [
    ("[Xã](https://a.vn/b)", '<p><a href="https://a.vn/b" rel="noopener">Xã</a></p>'),
    ("[Xã](HTTP://A.vn)", '<p><a href="HTTP://A.vn" rel="noopener">Xã</a></p>'),
    ("[x](/honours/an/)", '<p><a href="../../honours/an/">x</a></p>'),
    ("[x](/)", '<p><a href="../.././">x</a></p>'),
    ("[x](/?q=a:b#c)", '<p><a href="../.././?q=a:b#c">x</a></p>'),
    ("[x](#ket-qua)", '<p><a href="#ket-qua">x</a></p>'),
    ("[x](mailto:a@b.vn) [y](tel:+84208)", '<p><a href="mailto:a@b.vn">x</a> <a href="tel:+84208">y</a></p>'),
    ('[x](/a/ "Tên") [y](</a b>)', '<p><a href="../../a/">x</a> <a href="../../a%20b">y</a></p>'),
    (
        "[x](https://a.vn/(b)_c?d=1&e=“”%)",
        '<p><a href="https://a.vn/(b)_c?d=1&amp;e=%E2%80%9C%E2%80%9D%25" rel="noopener">x</a></p>',
    ),
    (r"[a\]b](/x/\))", '<p><a href="../../x/)">a]b</a></p>'),
    ("[**đậm** [x] `]`](/x/)", '<p><a href="../../x/"><strong>đậm</strong> [x] <code>]</code></a></p>'),
    ("*[a*](/x/)", '<p>*<a href="../../x/">a*</a></p>'),
    ("[a [b](/b/) c](/a/)", '<p>[a <a href="../../b/">b</a> c](/a/)</p>'),
    ("[](/x/)", '<p><a href="../../x/">/x/</a></p>'),
    ("[x] [y][z] [t] (/a/)", "<p>[x] [y][z] [t] (/a/)</p>"),
    ("[x](/a b)", "<p>[x](/a b)</p>"),
    ("<https://a.vn/?b=1&c>", '<p><a href="https://a.vn/?b=1&amp;c" rel="noopener">https://a.vn/?b=1&amp;c</a></p>'),
    ("<ubnd@xa.gov.vn>", '<p><a href="mailto:ubnd@xa.gov.vn">ubnd@xa.gov.vn</a></p>'),
    ("[a <https://b.vn> c](/a/)", '<p>[a <a href="https://b.vn" rel="noopener">https://b.vn</a> c](/a/)</p>'),
    ("https://a.vn", "<p>https://a.vn</p>"),
    ("![Ảnh họp](/a.jpg)", '<p><a href="../../a.jpg">Ảnh họp</a></p>'),
    ("![Ảnh *họp*](hop.jpg)", "<p>Ảnh <em>họp</em></p>"),
    ("[![Ảnh](/a.jpg)](/b/)", '<p><a href="../../b/">Ảnh</a></p>'),
    (r"\![a](/x/)", '<p>!<a href="../../x/">a</a></p>'),
    ("![a]", "<p>![a]</p>"),
]


@pytest.mark.parametrize(
    ("text", "html"), [*PARAGRAPHS, *EMPHASIS, *TEXT_MARKS, *LISTS, *QUOTES, *HEADINGS, *TABLES, *LINKS]
)
def test_the_subset_reads_as_commonmark_does(text, html):
    """What authors know from elsewhere holds here."""
    assert render(text, root="../../") == html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "\x01javascript:alert(1)",
        "<java\tscript:alert(1)>",
        "< javascript:alert(1)>",
        r"javascript\:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.vn/",
        r"/\evil.vn/",
        "/&#47;evil.vn/",
        "https:evil.vn",
        "https:///evil.vn",
        "mailto:",
        "trang.html",
        "../len/",
        "?q=1",
        "",
    ],
)
def test_an_address_that_leads_nowhere_safe_stays_text(address):
    """Neither case nor entities nor control characters make a link of it."""
    assert [found.tag for found in tree(render(f"a [x]({address}) b", root="../../")).iter()][1:] == ["p"]


@pytest.mark.parametrize("scheme", ["javascript:x", "data:x", "ftp://a.vn", "JAVASCRIPT:x"])
def test_an_autolink_of_another_scheme_stays_text(scheme):
    """Only the web, mail and telephone are linked."""
    assert render(f"<{scheme}>") == f"<p>&lt;{scheme}&gt;</p>"


@pytest.mark.parametrize("root", ["", "./", "../"])
def test_an_internal_link_is_never_read_as_a_scheme(root):
    """On the home page the way to the root is empty, and the path stands alone."""
    assert render("[x](/javascript:alert(1))", root=root) == f'<p><a href="{root}./javascript:alert(1)">x</a></p>'


def test_the_way_to_the_root_goes_before_internal_links_alone():
    """Outside links and fragments stay as they are."""
    html = render("[a](/x/) [b](#y) [c](https://d.vn/)", root="../")
    assert re.findall('href="([^"]*)"', html) == ["../x/", "#y", "https://d.vn/"]


def test_the_first_heading_has_the_level_asked_for():
    """A text fits below the heading of the section that holds it."""
    html = render("## A\n### B\n#### C", heading=4)
    assert re.findall("<(h.)", html) == ["h4", "h5", "h6"]


def test_headings_go_no_deeper_than_html_does():
    """There is no seventh level."""
    assert re.findall("<(h.)", render("## A\n### B\n#### C", heading=5)) == ["h5", "h6", "h6"]


def test_heading_ids_are_unique_in_a_text():
    """Each heading can be linked to, even one without a letter, or one called like another's second."""
    html = render("# Kết quả\n# Kết quả 2\n# Kết quả\n# KẾT QUẢ\n# 金\n# …")
    assert re.findall('id="([^"]*)"', html) == ["ket-qua", "ket-qua-2", "ket-qua-3", "ket-qua-4", "muc", "muc-2"]


def test_rendered_text_is_marked_as_safe():
    """Templates do not escape it again."""
    assert isinstance(render("a & b"), Markup)


@given(TEXTS)
def test_any_text_gives_valid_html_with_nothing_but_the_allowed(text):
    """Whatever is typed, the page holds no other tag, attribute or address."""
    for found in list(tree(render(text, root="../../")).iter())[1:]:
        assert set(found.attrib) <= ATTRIBUTES[found.tag]
        assert SAFE_ADDRESS.fullmatch(found.get("href", "#"))
        assert found.get("class", "bv-left") in {"bv-left", "bv-center", "bv-right"}
        assert (found.get("rel") == "noopener") == found.get("href", "").lower().startswith("http")


@given(TEXTS)
def test_ids_of_any_text_are_unique(text):
    """Two headings never share an address."""
    ids = re.findall(' id="([^"]*)"', render(text.replace("\n", "\n# ")))
    assert len(ids) == len(set(ids))


@given(st.text("<>/&\"'= !-abđscript"))
def test_html_is_shown_as_it_was_typed(text):
    """Tags, comments and entities cut short are text like any other."""
    assert content(render(f"x{text}x")) == f"x{text}x"


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1))
def test_a_backslash_before_every_sign_keeps_the_text(text):
    """Every mark can be written as itself."""
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
    assert content(render(escaped)) == text


@given(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), min_size=1).filter(lambda text: text.strip(" "))
)
def test_text_without_marks_is_one_paragraph(text):
    """Most of what is written needs nothing."""
    assert render(text) == f"<p>{text.strip(' ')}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "a" + "*" * 50_000,
        "a" + "_" * 50_000,
        "[" * 50_000,
        "]" * 50_000,
        "`" * 50_000,
        " ".join("`" * length for length in range(1, 300)),
        "a" + " " * 50_000 + "b",
        "*a " * 15_000 + "b",
        "[a](" * 12_000,
        "![" * 25_000 + "]" * 25_000,
        "[a](b 't " * 5_000 + "c",
        "[a](" + "(" * 50_000 + ")" * 49_999,
        "<a:" * 16_000,
        "<" + "a" * 50_000 + "@",
        "&a" * 25_000,
    ],
    ids=lambda text: text[:8],
)
def test_marks_without_end_stay_text(text):
    """A slip of the keyboard, or malice, costs no more than its length."""
    assert render(text) == f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a**b" * 10_000, "a<strong>ba</strong>b" * 5_000),
        ("*a " * 10_000 + "b*" * 10_000, "<em>a " * 10_000 + "b</em>" * 10_000),
        ("[a](/b/)" * 5_000, '<a href="./b/">a</a>' * 5_000),
        ("[" * 20_000 + "[a](/b/)" * 2_000, "[" * 20_000 + '<a href="./b/">a</a>' * 2_000),
    ],
    ids=["pairs", "nested", "links", "links after brackets"],
)
def test_many_marks_are_read_as_a_few_are(text, html):
    """Length changes nothing in the rules."""
    assert render(text, root="./") == f"<p>{html}</p>"


@pytest.mark.parametrize(
    "text",
    [
        ">" * 50_000,
        "- " * 25_000 + "a",
        "> # a\nb\n" * 5_000,
        "".join("  " * level + "- a\n" for level in range(200)),
        "|a" * 30 + "\n" + "|-" * 30 + "\n" + "a\n" * 20_000,
    ],
    ids=["quotes", "points", "quotes and headings", "stairs", "rows"],
)
def test_blocks_without_end_stay_shallow_and_small(text):
    """Nesting stops at three, and a table fills up thirty columns at most."""
    html = render(text)
    assert not re.search("(?:<blockquote>\\s*){4}|(?:<ul>\\s*<li>[a\\s]*){4}", html)
    assert len(html) < 300 * len(text)


def test_a_table_of_very_many_columns_is_text():
    """Short rows would be filled up without end."""
    assert render("|a" * 31 + "\n" + "|-" * 31) == f"<p>{'|a' * 31}\n{'|-' * 31}</p>"
