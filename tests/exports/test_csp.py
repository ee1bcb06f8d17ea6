"""The security policy names each inline script, and nothing else gets past it unseen."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bangvang.exports.csp import inline_scripts, policy, script_hash, style_surprises, surprises

SHELL = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<link rel="canonical" href="https://x.gov.vn/a/"><link rel="alternate" type="application/rss+xml" href="https://x.gov.vn/tin.xml">
<meta property="og:image" content="https://x.gov.vn/anh.png"><link rel="stylesheet" href="../assets/main.css">
<link rel="icon" href="data:image/svg+xml,&lt;svg/&gt;"><script>var a = 1 < 2 && "x";</script>
<script type="application/ld+json">{"url": "https://schema.org", "a": "onclick=1"}</script>
<script id="__config" type="application/json">{}</script></head>
<body><a href="https://chinhphu.vn/">Chính phủ</a><a href="mailto:a@b.vn">Thư</a><img src="data:image/gif;base64,R0lGOD" alt="url(https://x.vn)">
<img src="../anh/a.webp" srcset="../anh/a.webp 1x, ../anh/a-2.webp 2x" alt=""><svg fill="url(#nen)"><use href="#ngoi-sao"/></svg>
<form action="../tim-kiem/"><input name="q"></form><script src="../assets/main.js"></script></body></html>"""
KNOWN = script_hash('var a = 1 < 2 && "x";')


def test_only_what_a_browser_runs_is_an_inline_script() -> None:
    """Neither data blocks nor scripts in files."""
    assert inline_scripts(SHELL) == ('var a = 1 < 2 && "x";',)


@pytest.mark.parametrize(
    "kind", ["", "module", "text/javascript", "TEXT/JavaScript", "application/ecmascript", "importmap", " "]
)
def test_every_type_that_runs_counts(kind: str) -> None:
    """In the words of the HTML standard."""
    assert inline_scripts(f'<script type="{kind}">a()</script>') == ("a()",)


@pytest.mark.parametrize("kind", ["application/json", "application/ld+json", "text/template", "text/plain"])
def test_a_data_block_is_no_script(kind: str) -> None:
    """The policy leaves it alone, and so do the messages."""
    html = f'<script type="{kind}">a()</script>'
    assert inline_scripts(html) == surprises(html, ()) == ()


def test_a_script_is_hashed_as_the_browser_reads_it() -> None:
    """Line ends are LF whatever the file holds; entities are not resolved; the same text counts once."""
    html = "<script>a &amp; 1\r\nb</script><p></p><script>a &amp; 1\nb</script >"
    assert inline_scripts(html) == ("a &amp; 1\nb",)


def test_the_hash_is_the_one_of_the_standard() -> None:
    """SHA-256 of the UTF-8 text in base 64."""
    digest = base64.b64encode(hashlib.sha256("đ".encode()).digest()).decode()
    assert script_hash("đ") == f"sha256-{digest}"


def test_the_policy_lets_in_the_site_and_the_named_scripts_only() -> None:
    """The same hashes in any order give the same header."""
    assert policy(["sha256-b=", "sha256-a=", "sha256-b="]) == (
        "default-src 'none'; script-src 'self' 'sha256-a=' 'sha256-b='; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    assert "script-src 'self';" in policy(())


def test_a_clean_page_holds_no_surprise() -> None:
    """Links, canonical addresses and metadata may point outside."""
    assert surprises(SHELL, {KNOWN}) == ()


def test_an_unknown_script_is_placed_and_explained() -> None:
    """With line and column, so that it can be found in the template."""
    [surprise] = surprises(SHELL, ())
    lines = SHELL[: SHELL.index("<script>")].split("\n")
    assert (surprise.line, surprise.column) == (len(lines), len(lines[-1]) + 1)
    assert "var a = 1" in surprise.what
    assert ".js" in surprise.remedy


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<p onclick=a()>x</p>", "onclick"),
        ("<svg/onload=a()>", "onload"),
        ("<p ONCLICK='a()'>x</p>", "onclick"),
        ("<p style='color:red'>x</p>", "style=…"),
        ("<style>p{}</style>", "<style>"),
        ("<base href='https://x.vn/'>", "<base>"),
        ("<iframe src='https://x.vn/'></iframe>", "<iframe>"),
        ("<iframe src='/a/'></iframe>", "<iframe>"),
        ("<video src='a.mp4'></video>", "<video>"),
        ("<a href='javascript:a()'>x</a>", "javascript:"),
        ("<a href=' java\nscript:a()'>x</a>", "javascript:"),
        ("<a href='&#106;avascript:a()'>x</a>", "javascript:"),
        ("<form action='JavaScript:a()'></form>", "javascript:"),
        ("<meta http-equiv=refresh content='0; url=javascript:a()'>", "javascript:"),
        ("<meta http-equiv='Refresh' content='0;URL=\"https://x.vn/\"'>", "https://x.vn/"),
        ("<script src='https://cdn.vn/a.js'></script>", "https://cdn.vn/a.js"),
        ("<script src='//cdn.vn/a.js'></script>", "//cdn.vn/a.js"),
        ("<script src='\\\\cdn.vn/a.js'></script>", "cdn.vn/a.js"),
        ("<script src='data:text/javascript,a()'></script>", "data:"),
        ("<img src='https://x.vn/a.png'>", "https://x.vn/a.png"),
        ("<img src='a.png' srcset='a.png 1x, https://x.vn/b.png 2x'>", "https://x.vn/b.png"),
        ("<img srcset='data:image/png;base64,AA== 1x,https://x.vn/b.png 2x'>", "https://x.vn/b.png"),
        ("<link rel='preload' imagesrcset='https://x.vn/b.png' as=image>", "https://x.vn/b.png"),
        ("<link rel='stylesheet' href='https://fonts.vn/css'>", "https://fonts.vn/css"),
        ("<link rel='alternate stylesheet' href='https://fonts.vn/css'>", "https://fonts.vn/css"),
        ("<link rel='preconnect' href='https://fonts.vn'>", "https://fonts.vn"),
        ("<link rel='icon' href='https://x.vn/i.png'>", "https://x.vn/i.png"),
        ("<form action='https://x.vn/'></form>", "https://x.vn/"),
        ("<button formaction='//x.vn/'>x</button>", "//x.vn/"),
        ("<a href='/a/' ping='https://x.vn/'>x</a>", "https://x.vn/"),
        ("<svg><use xlink:href='https://x.vn/i.svg#a'/></svg>", "https://x.vn/i.svg#a"),
        ("<svg><rect fill='url(https://x.vn/i.svg#a)'/></svg>", "https://x.vn/i.svg#a"),
        ("<script>a()", "chưa đóng"),
        ("<script/>a()</script>", "a()"),
        ("<script href=x>a()</script>", "a()"),
        ("<![odd]><p onclick=a()>", "onclick"),
        ("<p onclick=a() ", "onclick"),
    ],
)
def test_whatever_the_policy_stops_or_leaves_the_site_is_one_message(html: str, what: str) -> None:
    """In Vietnamese, with a remedy."""
    found = surprises(html if html.endswith(">") else html + ">", ())
    assert len(found) == 1
    assert what in found[0].what
    assert found[0].remedy.endswith(".")


def test_surprises_come_in_the_order_of_the_page() -> None:
    """Scripts among the rest."""
    found = surprises("<p style='a'>\n<script>a()</script>\n<p onclick='b()'>", ())
    assert [one.line for one in found] == [1, 2, 3]


@given(st.text())
@example("<![")
@example("<![x[")
@example("<!-")
@example("</")
@example("<script")
@example("&#x;")
@example("<img srcset=', ,'>")
def test_no_text_breaks_the_reading(text: str) -> None:
    """However odd a template's output is."""
    for html in (text, f"<p a='{text}'>", f"<script>{text}</script>", f"<img srcset='{text}' style={text}>"):
        assert isinstance(surprises(html, ()), tuple)


@given(
    st.lists(
        st.sampled_from(
            ["<![", "<!--", "-->", "<script>", "</script>", "<style", ">", "'", "x=", "<", "/", "&#", "]]>", "<?", "</"]
        )
    )
)
def test_no_pile_of_markup_breaks_the_reading(pieces: list[str]) -> None:
    """Markup that is open, crossed or cut off."""
    assert isinstance(surprises("".join(pieces), ()), tuple)


def test_a_style_sheet_loads_nothing_from_elsewhere() -> None:
    """Placed by line and column; data and the site's own files pass."""
    css = "a{background:url(../a.png) url('data:image/png;base64,A')}\n@import 'b.css';\n @import \"https://x.vn/c.css\";\nb{src: url( //x.vn/f.woff2 )}"
    assert [(one.line, one.column) for one in style_surprises(css)] == [(3, 2), (4, 8)]
    assert "https://x.vn/c.css" in style_surprises(css)[0].what
