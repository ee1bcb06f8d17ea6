"""The marks within one paragraph: emphasis, code, links, entities, line breaks; everything else stays text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html.entities import html5
from unicodedata import category
from urllib.parse import quote

# What HTML may not hold: control characters, halves of pairs, code points that are no characters.
_FORBIDDEN_BELOW = "\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
_NO_CHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_FORBIDDEN = re.compile(f"[{_FORBIDDEN_BELOW}{_NO_CHARACTERS}]")
# Ten times as fast as the exact class, and nearly always the only question.
_PERHAPS_FORBIDDEN = re.compile(f"[{_FORBIDDEN_BELOW}\ufffe-\U0010ffff]")

_MARK = re.compile(r"[\\`*_\[\]<>&\n]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ESCAPED = r"\\[!-/:-@\[-`{-~]"
_ENTITY_FORM = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ENTITY = re.compile(_ENTITY_FORM)
_ESCAPED_OR_ENTITY = re.compile(f"{_ESCAPED}|{_ENTITY_FORM}")
# Emphasis with no mark within it, and with ends that leave one reading: most of what is ever typed.
_SIMPLE = re.compile(
    r"(?:(?<!\S)(?=\*\*?[^\s*])|(?=\*\*?[^\W_]))(\*\*?)"
    r"([^\\`*_\[\]<>&\n]++)(?:(?<=[^\W_])\1(?!\*)|(?<=\S)\1(?=[\s.,:;!?)]|\Z))"
)
_RUN = {mark: re.compile(f"[{mark}]+") for mark in "`*_"}
# Points of a printed list (a), b), đ)) stand on lines of their own.
_LETTERED = re.compile(r"[a-zđ]\)[ \t]")

_ADDRESS_CHARACTER = rf"(?:[^\x00-\x20\x7f()\\]|{_ESCAPED}|\\)"
_ADDRESS = f"{_ADDRESS_CHARACTER}*+"
for _ in range(3):
    _ADDRESS = rf"(?:{_ADDRESS_CHARACTER}|\({_ADDRESS}\))*+"
# What follows a link's text: the address, and a title, which is read and left out. Possessive: it cannot backtrack.
_TARGET = re.compile(
    rf"\([ \t\n]*+(?:<((?:[^<>\n\\]|{_ESCAPED}|\\)*+)>|(?!<)({_ADDRESS}))"
    r"""(?:[ \t\n]++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+[ \t\n]*+\)""",
    re.DOTALL,
)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20\x7f<>]*)>")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"<([A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*)>")

_WEB = re.compile(r"https?://[^\s/?#\\]", re.IGNORECASE)
_CONTACT = re.compile(r"(?:mailto|tel):[^\s]", re.IGNORECASE)
_INTERNAL = re.compile(r"/(?![/\\])|#")
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9/:.#?=_~,;@+()-]*")
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_encode = partial(quote, safe="!#$%&'()*+,-./:;=?@_~", errors="replace")

_LONGEST_RUN = 3
"""More asterisks or underscores in a row are a line to write on, not emphasis."""


def render_inline(text: str, root: str) -> str:
    """The HTML of one paragraph's text; `root` leads from the page to the site's root."""
    return _Inline(text, root).render() if _MARK.search(text) else text


def allowed(text: str) -> str:
    """The text with a replacement mark for every character that HTML may not hold."""
    return _FORBIDDEN.sub("\ufffd", text) if _PERHAPS_FORBIDDEN.search(text) else text


def escape(text: str) -> str:
    """Text that stands for itself, in HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@dataclass(slots=True)
class _Run:
    """Asterisks or underscores in a row that may open or close emphasis."""

    slot: int
    mark: str
    left: int
    length: int
    opens: bool
    closes: bool
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class _Bracket:
    """A `[` or `![` that may begin a link."""

    slot: int
    runs: int
    text_from: int
    image: bool


class _Inline:
    """One reading of one text, from left to right."""

    __slots__ = ("_brackets", "_chunk", "_fences", "_out", "_root", "_runs", "_text")

    def __init__(self, text: str, root: str) -> None:
        self._text = text
        self._root = root
        self._out: list[str] = []
        self._chunk = 0
        self._runs: list[_Run] = []
        self._brackets: list[_Bracket] = []
        self._fences: dict[int, list[int]] | None = None

    def render(self) -> str:
        text, out, search = self._text, self._out, _MARK.search
        position = 0
        while found := search(text, position):
            start = found.start()
            if start > position:
                out.append(text[position:start])
            self._chunk = position
            position = _HANDLERS[text[start]](self, start)
        out.append(text[position:])
        self._pair(0)
        return "".join(out)

    def _escape(self, start: int) -> int:
        following = self._text[start + 1 : start + 2]
        if following == "\n":
            self._out.append("<br>\n")
            return start + 2
        if following in _PUNCTUATION:
            self._out.append(escape(following))
            return start + 2
        self._out.append("\\")
        return start + 1

    def _newline(self, start: int) -> int:
        text, out = self._text, self._out
        if text.endswith(" ", self._chunk, start):
            out[-1] = out[-1].rstrip(" ")
        broken = text.endswith("  ", self._chunk, start) or _LETTERED.match(text, start + 1)
        out.append("<br>\n" if broken else "\n")
        return start + 1

    def _entity(self, start: int) -> int:
        found = _ENTITY.match(self._text, start)
        meant = _meant(found[0]) if found else "&"
        self._out.append(escape(meant))
        return found.end() if found else start + 1

    def _code(self, start: int) -> int:
        text = self._text
        fence = self._run_length(start)
        inside = start + fence
        if self._fences is None:
            self._fences = {}
            for run in _RUN["`"].finditer(text, start):
                self._fences.setdefault(run.end() - run.start(), []).append(run.start())
        ends = self._fences.get(fence, [])
        index = bisect_left(ends, inside)
        if index == len(ends):
            self._out.append(text[start:inside])
            return inside
        code = text[inside : ends[index]].replace("\n", " ")
        if code.startswith(" ") and code.endswith(" ") and code.strip(" "):
            code = code[1:-1]
        self._out.append(f"<code>{escape(code)}</code>")
        return ends[index] + fence

    def _emphasis(self, start: int) -> int:
        text = self._text
        if not self._runs and (simple := _SIMPLE.match(text, start)):
            tag = "em" if len(simple[1]) == 1 else "strong"
            self._out.append(f"<{tag}>{simple[2]}</{tag}>")
            return simple.end()
        mark = text[start]
        length = self._run_length(start)
        end = start + length
        if length <= _LONGEST_RUN:
            before = _kind(text[start - 1]) if start else _SPACE
            after = _kind(text[end]) if end < len(text) else _SPACE
            left = after != _SPACE and (after != _SIGN or before != _LETTER)
            right = before != _SPACE and (before != _SIGN or after != _LETTER)
            # An underscore within a word is a part of the word.
            opens = left and (mark == "*" or not right or before == _SIGN)
            closes = right and (mark == "*" or not left or after == _SIGN)
            self._runs.append(_Run(len(self._out), mark, length, length, opens, closes))
        self._out.append(text[start:end])
        return end

    def _open(self, start: int) -> int:
        out = self._out
        image = start > self._chunk and self._text[start - 1] == "!"
        if image:
            out[-1] = out[-1][:-1]
        self._brackets.append(_Bracket(len(out), len(self._runs), start + 1, image))
        out.append("![" if image else "[")
        return start + 1

    def _close(self, start: int) -> int:
        bracket = self._brackets.pop() if self._brackets else None
        target = _TARGET.match(self._text, start + 1) if bracket else None
        if bracket is None or target is None:
            self._out.append("]")
            return start + 1
        address = _unescaped(target[2] if target[1] is None else target[1])
        tag = _tag(address, self._root)
        # A picture is not shown: its text stands for it, within a link or as one.
        within = bracket.image and bool(self._brackets)
        if tag is None and not bracket.image:
            self._out.append("]")
            return start + 1
        self._pair(bracket.runs)
        if tag is None or within:
            self._out[bracket.slot] = ""
            return target.end()
        if not self._text[bracket.text_from : start].strip():
            self._out.append(escape(address))
        self._out[bracket.slot] = tag
        self._out.append("</a>")
        # No link holds another.
        self._brackets.clear()
        return target.end()

    def _less(self, start: int) -> int:
        mail = None
        found = _AUTOLINK.match(self._text, start)
        if found is None:
            found = mail = _MAIL.match(self._text, start)
        tag = _tag(f"mailto:{found[1]}" if mail else found[1], self._root) if found else None
        if found is None or tag is None:
            self._out.append("&lt;")
            return start + 1
        self._out.append(f"{tag}{escape(found[1])}</a>")
        self._brackets.clear()
        return found.end()

    def _greater(self, start: int) -> int:
        self._out.append("&gt;")
        return start + 1

    def _run_length(self, start: int) -> int:
        run = _RUN[self._text[start]].match(self._text, start)
        return run.end() - start if run else 1

    def _pair(self, first: int) -> None:
        """Make emphasis of the runs from `first` on; what finds no partner stays as it was typed."""
        if len(self._runs) == first:
            return
        openers: list[_Run] = []
        # Below this height no opener fits such a closer: without it many closers would search in vain again and again.
        bottoms: dict[tuple[str, bool, int], int] = {}
        for run in self._runs[first:]:
            while run.closes and run.left:
                kind = run.mark, run.opens, run.length % 3
                bottom = min(bottoms.get(kind, 0), len(openers))
                height = len(openers)
                while height > bottom and not _fits(openers[height - 1], run):
                    height -= 1
                if height == bottom:
                    bottoms[kind] = len(openers)
                    break
                del openers[height:]
                bottoms = {kind: min(at, height) for kind, at in bottoms.items()}
                _join(openers[-1], run)
                if not openers[-1].left:
                    openers.pop()
            if run.opens and run.left:
                openers.append(run)
        for run in self._runs[first:]:
            self._out[run.slot] = f"{run.before}{run.mark * run.left}{run.after}"
        del self._runs[first:]


_HANDLERS: dict[str, Callable[[_Inline, int], int]] = {
    "\\": _Inline._escape,
    "\n": _Inline._newline,
    "&": _Inline._entity,
    "`": _Inline._code,
    "*": _Inline._emphasis,
    "_": _Inline._emphasis,
    "[": _Inline._open,
    "]": _Inline._close,
    "<": _Inline._less,
    ">": _Inline._greater,
}

_LETTER, _SPACE, _SIGN = range(3)


def _kind(character: str) -> int:
    if character.isalnum():
        return _LETTER
    if character.isspace():
        return _SPACE
    return _SIGN if category(character)[0] in "PS" else _LETTER


def _fits(opener: _Run, closer: _Run) -> bool:
    """Whether two runs make emphasis; a run between letters matches only where lengths leave no doubt."""
    if opener.mark != closer.mark:
        return False
    doubtful = (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0
    return not doubtful or (opener.length % 3 == 0 and closer.length % 3 == 0)


def _join(opener: _Run, closer: _Run) -> None:
    """Take one or two marks from either side and put a tag in their place."""
    strong = opener.left > 1 and closer.left > 1
    tag = "strong" if strong else "em"
    opener.after = f"<{tag}>{opener.after}"
    closer.before = f"{closer.before}</{tag}>"
    opener.left -= 1 + strong
    closer.left -= 1 + strong


def _meant(entity: str) -> str:
    """The character that an entity stands for; an unknown name stands for itself."""
    if entity[1] != "#":
        return html5.get(entity[1:], entity)
    digits = entity[2:-1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    meant = chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
    return allowed(meant)


def _unescaped(address: str) -> str:
    if "\\" not in address and "&" not in address:
        return address
    return _ESCAPED_OR_ENTITY.sub(lambda found: found[0][1:] if found[0][0] == "\\" else _meant(found[0]), address)


def _tag(address: str, root: str) -> str | None:
    """The opening tag of a link, or None where the address is not one that a text may lead to."""
    outside = _WEB.match(address)
    if not (outside or _CONTACT.match(address) or _INTERNAL.match(address)):
        return None
    href = address
    if not _PLAIN_ADDRESS.fullmatch(href):
        href = _STRAY_PERCENT.sub("%25", _encode(href)).replace("&", "&amp;")
    if href[0] == "/":
        href = escape(root).replace('"', "&quot;") + _from_root(href[1:])
    return f'<a href="{href}" rel="noopener">' if outside else f'<a href="{href}">'


def _from_root(path: str) -> str:
    """A path without its first slash, such that its beginning is never read as a scheme or as a host."""
    return f"./{path}" if not path or ":" in path.partition("/")[0] else path
