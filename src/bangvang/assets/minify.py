"""Scripts as they are served: without comments and needless space, with short names for what no one else sees.

A name is shortened only if every place where it stands is a variable: never behind a dot, as a key, or standing for
a key and its value at once. So one table of names serves the whole script, whatever its scopes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*|/\*.*?\*/)
  | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
  | (?P<word>(?:[^\W\d]|\$)[\w$]*)
  | (?P<number>\d[\w.]*)
  | (?P<sign>=>|\?\.(?!\d)|\.\.\.|\?\?=|\|\|=|&&=|>>>=|>>>|<<=|>>=|\*\*=?|===|!==|==|!=|<=|>=|&&|\|\||\?\?|\+\+|--|<<|>>
      |[-+*/%&|^]=|[-+*/%&|^!~<>=?:;,.(){}\[\]])
    """,
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_REGEX = frozenset("( , = : [ ! & | ? { } ; + - * % < > => && || ?? return".split())
_DECLARING = frozenset({"const", "let", "var", "function", "class"})
_KEPT = frozenset(
    "async await break case catch class const continue default delete do else export extends finally for from"
    " function get if import in instanceof let new null of return set static super switch this throw true try typeof"
    " undefined var void while yield false".split()
)
_GLOBAL = frozenset(
    "Array Boolean CSS Error Intl JSON Map Math Number Object Promise RegExp Set String Symbol TextEncoder URL"
    " URLSearchParams WeakMap addEventListener clearTimeout console document fetch globalThis history location"
    " navigator requestAnimationFrame setTimeout window".split()
)
"""What browsers bring: never to be taken for a name of the script's own."""
_FIRST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_"


class Token(NamedTuple):
    """A piece of a script."""

    kind: str
    text: str


def minified(script: str) -> str:
    """The same script, shorter."""
    tokens = list(_tokens(script))
    short = _short_names(tokens)
    written = [short.get(token.text, token.text) if token.kind == "word" else token.text for token in tokens]
    # A name behind a dot and a key are never in the table, so nothing else needs to be asked here.
    pieces: list[str] = []
    for text in written:
        if pieces and _would_merge(pieces[-1], text):
            pieces.append(" ")
        pieces.append(text)
    return "".join(pieces)


def _would_merge(before: str, after: str) -> bool:
    last, first = before[-1], after[0]
    if (last.isalnum() or last in "_$") and (first.isalnum() or first in "_$"):
        return True
    return last == first and first in "+-/"


def _tokens(script: str, start: int = 0, end: str = "") -> Iterator[Token]:
    """The pieces of a script, or of the inside of a template up to its closing brace."""
    before = ""
    depth = 0
    place = start
    while place < len(script):
        if script[place] == "`":
            yield from _template(script, place)
            place = _template_end(script, place)
            before = "`"
            continue
        match = _TOKEN.match(script, place)
        if script[place] == "/" and (match is None or match["sign"]) and (not before or before in _BEFORE_REGEX):
            match = _REGEX.match(script, place)
            kind = "regex"
        elif match is not None:
            kind = str(match.lastgroup)
        if match is None:
            raise ValueError(f"no script: {script[place : place + 30]!r}")
        text = match.group()
        depth += (text == "{") - (text == "}")
        if end and depth < 0:
            return
        place = match.end()
        if kind != "space":
            yield Token(kind, text)
            before = text


def _template(script: str, start: int) -> Iterator[Token]:
    """A template's texts as they are, and the expressions in it piece by piece."""
    begin = place = start + 1
    opening = "`"
    while script[place] != "`":
        if script.startswith("${", place):
            yield Token("template", f"{opening}{script[begin:place]}${{")
            yield from _tokens(script, place + 2, "}")
            place = begin = _expression_end(script, place + 2) + 1
            opening = "}"
            continue
        place += 2 if script[place] == "\\" else 1
    yield Token("template", f"{opening}{script[begin:place]}`")


def _template_end(script: str, start: int) -> int:
    place = start + 1
    while script[place] != "`":
        if script.startswith("${", place):
            place = _expression_end(script, place + 2)
        place += 2 if script[place] == "\\" else 1
    return place + 1


def _expression_end(script: str, start: int) -> int:
    """Where the brace stands that closes an expression of a template."""
    depth, place = 0, start
    while depth or script[place] != "}":
        if script[place] == "`":
            place = _template_end(script, place)
            continue
        match = _TOKEN.match(script, place)
        text = match.group() if match else script[place]
        depth += (text == "{") - (text == "}")
        place += len(text)
    return place


def _short_names(tokens: list[Token]) -> dict[str, str]:
    """Names that are variables wherever they stand, the most frequent with the shortest names."""
    used = Counter(token.text for token in tokens if token.kind == "word")
    public = set(_public(tokens))
    names = [name for name, _ in used.most_common() if name in _declared(tokens) and name not in public and len(name) > 1]
    taken = (set(used) - set(names)) | _KEPT
    free = (name for number in count() if (name := _name(number)) not in taken)
    return dict(zip(names, free, strict=False))


def _declared(tokens: list[Token]) -> set[str]:
    """Every name that the script itself brings in, whether as a variable or as a parameter."""
    found: set[str] = set()
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.kind != "word" or token.text in _KEPT or token.text in _GLOBAL:
            continue
        if before.text in _DECLARING or after.text == "=>":
            found.add(token.text)
        elif before.text in ("(", ",", "[", "...") and after.text in (")", ",", "]", "="):
            found.add(token.text)
    return found


def _public(tokens: list[Token]) -> Iterator[str]:
    """Names behind a dot, keys, names of methods, those that stand for a key and its value, and the outermost."""
    open_brackets: list[str] = []
    padded = [Token("", ""), *tokens, Token("", "")]
    for before, token, after in zip(padded, padded[1:], padded[2:], strict=False):
        if token.text in ("(", "[", "{") or token.text.endswith("${"):
            open_brackets.append(token.text)
        elif token.text in (")", "]", "}") or (token.kind == "template" and token.text[0] == "}"):
            open_brackets.pop()
            if token.text.endswith("${"):
                open_brackets.append("{")
        if token.kind != "word":
            continue
        inside = open_brackets[-1] if open_brackets else ""
        is_key = before.text in ("{", ",") and inside == "{" and after.text in (",", "}", "=", ":", "(")
        if before.text in (".", "?.", "async", "get", "static") or is_key or not open_brackets:
            yield token.text
        elif inside == "{" and after.text == "(" and before.text in ("}", ";", "*"):
            yield token.text


def _name(number: int) -> str:
    first, rest = number % len(_FIRST), number // len(_FIRST)
    return _FIRST[first] if not rest else _name(rest - 1) + _FIRST[first]
