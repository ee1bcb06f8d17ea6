"""Shells: whatever a record says, it lands in its hole and nowhere else."""

from __future__ import annotations

from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from bangvang.pages.addresses import ROOT
from bangvang.pages.page import Page
from bangvang.publishing.shell import (
    BODY,
    DESCRIPTION,
    HEAD,
    IMAGE,
    PATH,
    ROBOTS,
    TITLE,
    Shell,
    ShellKey,
    shell_key,
)

HTML = (
    f'<title>{TITLE} | Trang</title><meta content="{DESCRIPTION}"><meta name="robots" content="{ROBOTS}">'
    f'<link href="https://thu.example/{PATH}/{PATH}/"><img src="{IMAGE}">{HEAD}<body>{BODY}<p>{TITLE}</p></body>'
)
HOLES = (BODY, TITLE, DESCRIPTION, ROBOTS, HEAD, IMAGE, PATH)


def page(title: str = "T", description: str = "D", url: str = "guong/a/") -> Page:
    """A page whose body comes from elsewhere."""
    return Page(url=url, tab="guong", title=title, description=description, template="", context={})


def fill(shell: Shell, made: Page, body: str = "B", head: str = "H") -> str:
    """The page as text."""
    return shell.fill(made, body, description=made.description, robots="noindex", head=head, image="/i.png").decode()


def test_everything_lands_in_its_hole() -> None:
    """Once or as often as the shell has the hole."""
    assert fill(Shell.cut(HTML), page()) == (
        '<title>T | Trang</title><meta content="D"><meta name="robots" content="noindex">'
        '<link href="https://thu.example/guong/a/"><img src="/i.png">H<body>B<p>T</p></body>'
    )


@given(st.text(), st.text(), st.lists(st.sampled_from([*HOLES, f"{PATH}/{PATH}/", "x", "<"])).map("".join))
def test_no_record_can_move_a_hole(title: str, description: str, body: str) -> None:
    """Titles are escaped, bodies are as they are; words that stand for holes are words like any other."""
    filled = fill(Shell.cut(HTML), page(title + body, description + body), body)
    name = unescape(escape(title + body))
    assert filled.count(f"<body>{body}<p>") == 1
    head, _, rest = filled.partition(" | Trang</title><meta content=")
    assert unescape(head.removeprefix("<title>")) == name
    assert unescape(rest[1 : rest.index('"><meta name="robots"')]) == description + body
    assert "<" not in head.removeprefix("<title>")


def test_the_way_back_to_the_root_is_as_long_as_the_address_is_deep() -> None:
    """In the body only; elsewhere the mark is not ours."""
    shell = Shell.cut(f"{BODY}")
    assert fill(shell, page(url="guong/a/"), f'<a href="{ROOT}nam/">') == '<a href="../../nam/">'
    assert fill(shell, page(url=""), f'<a href="{ROOT}nam/">') == '<a href="nam/">'


def test_a_shell_without_holes_stays_what_it_is() -> None:
    """Nothing is added."""
    assert fill(Shell.cut("<p>không có gì</p>"), page()) == "<p>không có gì</p>"


def test_pages_of_one_part_and_depth_share_a_shell() -> None:
    """The address tells the depth."""
    assert shell_key("", "") == ShellKey("", 0)
    assert shell_key("guong/chu/dd/trang-2/", "guong") == ShellKey("guong", 4)
