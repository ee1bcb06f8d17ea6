"""Scripts are served without what only their authors read, and do what they did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.assets import FOLDER, asset_names, served_bytes
from bangvang.assets.lean import lean

SCRIPTS = sorted(FOLDER.glob("*.js"))
PIECES = (
    "a",
    "$b",
    "12",
    "return",
    '"a // b"',
    "'/* \\' */'",
    "`c  ${ `d ${e}` }`",
    "=>",
    "(",
    ")",
    "{",
    "}",
    "+",
    "-",
    ".",
    ",",
)
GAPS = (" ", "\n  ", "\t", " // one\n", "/* two\n */", " /** three */ ")


@pytest.mark.parametrize(
    ("script", "served"),
    [
        ("// why\nconst a = 1; // one\n", "const a=1;\n"),
        ("/** what\n * for */\nlet a = b + c;\n", "let a=b+c;\n"),
        ("if (a) {\n  b();\n}\n", "if(a){b();}\n"),
        ("a = b\nc = d\n", "a=b\nc=d\n"),
        ("a()\n  .b()\n", "a().b()\n"),
        ("return typeof  a  in  b", "return typeof a in b\n"),
        ("a + +b - -c", "a+ +b- -c\n"),
        ("a / b / c // d", "a/b/c\n"),
    ],
)
def test_what_only_authors_read_is_left_out(script: str, served: str) -> None:
    """Comments, indentation, spaces between marks; not the end of a line where a statement may end."""
    assert lean(script) == served


@pytest.mark.parametrize(
    "text",
    [
        '"a // b  /* c */"',
        "'a\\'  // b'",
        "`a // ${ b  +  `c  ${d}` + {} }  /* e */`",
        "/[/]  \\/ \\/* a/gu",
        "/\"  '/",
    ],
)
def test_texts_and_patterns_stay_as_they_are(text: str) -> None:
    """Whatever looks like a comment in them."""
    assert lean(f"a( {text} , b )  // c") == f"a({text},b)\n"


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS))))
def test_nothing_that_is_read_is_lost(pieces: list[tuple[str, str]]) -> None:
    """And words do not grow together."""
    served = lean("".join(piece + gap for piece, gap in pieces))
    rest = served
    for piece, _ in pieces:
        rest = rest.lstrip()
        assert rest.startswith(piece)
        rest = rest.removeprefix(piece)
        assert not (piece[-1].isalnum() and rest[:1].isalnum())
    assert not rest.strip()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_is_served_is_lean_and_named_by_its_content(path: object) -> None:
    """Making it leaner changes nothing; its address changes with it alone."""
    name = str(getattr(path, "name", ""))
    served = served_bytes(name).decode()
    assert lean(served) == served
    assert "\n  " not in served
    assert len(served) < len((FOLDER / name).read_text(encoding="utf-8"))
    assert asset_names()[name].startswith(f"assets/bangvang/{name.removesuffix('.js')}.")
