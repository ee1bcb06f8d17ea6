"""Record text becomes a tree in which every word stands for itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bangvang.book.story import Tree, tree

SITE = "https://thu.example/"


def _words(nodes: Tree) -> str:
    return "".join(node if isinstance(node, str) else f" {_words(node.get('body', []))} " for node in nodes)  # type: ignore[arg-type]


def test_paragraphs_lists_and_marks_become_nodes() -> None:
    """What the template sets is named, what it prints is text."""
    assert tree("Một *hai* ba.\n\n- bốn\n- **năm**", SITE) == [
        {"tag": "p", "body": ["Một ", {"tag": "em", "body": ["hai"]}, " ba."]},
        {
            "tag": "ul",
            "body": [
                {"tag": "li", "body": ["bốn"]},
                {"tag": "li", "body": [{"tag": "strong", "body": ["năm"]}]},
            ],
        },
    ]


def test_two_marked_words_keep_the_space_between_them() -> None:
    """And there is none where none was typed."""
    (paragraph,) = tree("**một** *hai*, *ba*!", SITE)
    assert isinstance(paragraph, dict)
    assert [part if isinstance(part, str) else "…" for part in paragraph["body"]] == ["…", " ", "…", ", ", "…", "!"]  # type: ignore[attr-defined]


def test_links_within_the_site_lead_to_its_public_address() -> None:
    """A printed book, and a PDF on a disk, have no root to start from."""
    (paragraph,) = tree("[Gương](/guong/) và [đoạn](#doan)", SITE)
    assert isinstance(paragraph, dict)
    assert paragraph["body"] == [
        {"tag": "a", "href": "https://thu.example/guong/", "body": ["Gương"]},
        " và ",
        {"tag": "a", "body": ["đoạn"]},
    ]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zs", "Zl", "Zp"))))
def test_no_character_of_plain_text_is_lost(text: str) -> None:
    """Whatever it means to Typst or to HTML."""
    escaped = "".join(f"\\{sign}" if sign in "\\`*_[]<>&#+-.!|(){}~=\"'0123456789$" else sign for sign in f"a{text}")
    plain = escaped.replace("\\0", "0")
    for digit in "123456789":
        plain = plain.replace(f"\\{digit}", digit)
    assert _words(tree(plain, SITE)).split() == [f"a{text}"]
