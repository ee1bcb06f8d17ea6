"""The shell of a built page: everything that is not about its record."""

import pytest

from bench.peers.shell import ADDRESS, BODY, DESCRIPTION, HEAD, TITLE, plain_shell, shell_of

_PAGE = """<!doctype html><html><head><title>Nguyễn Văn A | Bảng Vàng</title>
<meta name="description" content="Trưởng thôn.">
<meta property="og:description" content="Trưởng thôn.">
<link rel="canonical" href="https://mau.example/guong/a/">
<script type="application/ld+json">{"name":"Nguyễn Văn A"}</script>
</head><body><header>Đầu</header><main class="md-main"><div class="md-grid">
<nav class="bv-crumbs"><ol><li>Nguyễn Văn A</li></ol></nav>
<article><h1>Nguyễn Văn A</h1><article>Huân chương</article></article>
</div></main><footer>Chân</footer></body></html>"""


def test_the_record_is_gone_and_the_rest_stays() -> None:
    """What is left fits every record."""
    text = shell_of(_PAGE).text
    assert "Nguyễn" not in text
    assert "Huân chương" not in text
    assert "Trưởng thôn" not in text
    assert "guong/a" not in text
    assert f'<div class="md-grid">\n{BODY}\n</div></main><footer>Chân</footer>' in text
    assert f"<title>{TITLE} | Bảng Vàng</title>" in text
    assert text.count(DESCRIPTION) == 2
    assert text.count(ADDRESS) == 1
    assert f"{HEAD}</head>" in text


def test_a_page_without_a_heading_is_refused() -> None:
    """A wrong page would give a wrong weight unnoticed."""
    with pytest.raises(ValueError, match="heading"):
        shell_of("<head></head><main><article>x</article></main>")


def test_the_plain_shell_has_every_place_to_fill() -> None:
    """It stands in where no built page is at hand."""
    text = plain_shell().text
    assert all(text.count(marker) == 1 for marker in (TITLE, DESCRIPTION, ADDRESS, HEAD, BODY))
