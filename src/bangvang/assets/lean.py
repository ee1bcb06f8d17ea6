"""Scripts as they are served: what only their authors read is left out."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"""(?P<unread>(?://[^\n]*|/\*.*?\*/|\s)+)"""
    r"""|(?P<whole>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
    r"""|(?P<word>[\w$]+)"""
    r"""|(?P<mark>.)""",
    re.DOTALL,
)
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*")
_VALUE_ENDS = re.compile(r"[\w$)\]}'\"`]\Z")
_BEFORE_VALUES = re.compile(r"\b(?:return|typeof|case|in|of|yield|await)\Z")
_NO_LINE_AFTER = tuple("{([,;=&|?:<>!*%^~")
_NO_LINE_BEFORE = tuple(")],;.?:=&|<>*%^}")
_WORD = re.compile(r"[\w$]")


def lean(script: str) -> str:
    """The same script without comments, indentation and spaces between marks; texts in it stay as they are."""
    kept: list[str] = []
    at = 0
    while at < len(script):
        at = _keep(script, at, kept)
    return "".join(kept).strip() + "\n"


def _keep(script: str, at: int, kept: list[str]) -> int:
    """Take the next piece in, and say where it ends."""
    before = kept[-1] if kept else ""
    if script[at] == "`":
        end = _end_of_template(script, at)
        kept.append(script[at:end])
        return end
    found = _PIECE.match(script, at)
    assert found is not None
    if found.lastgroup == "unread":
        kept.append(_gap(found[0], before, script[found.end() : found.end() + 1]))
    elif found[0] == "/" and (regex := _REGEX.match(script, at)) and _value_may_follow(kept):
        kept.append(regex[0])
        return regex.end()
    else:
        kept.append(found[0])
    if not kept[-1]:
        kept.pop()
    return found.end()


def _gap(unread: str, before: str, after: str) -> str:
    """What has to stay between two pieces: a line where a statement may end, a space between words."""
    if not before or not after:
        return ""
    if "\n" in unread and not before.endswith(_NO_LINE_AFTER) and not after.startswith(_NO_LINE_BEFORE):
        return "\n"
    apart = (_WORD.match(before[-1]) and _WORD.match(after)) or before[-1] == after
    return " " if apart else ""


def _value_may_follow(kept: list[str]) -> bool:
    """Whether a slash begins a regular expression here, not a division."""
    before = "".join(kept[-3:]).rstrip()
    return not _VALUE_ENDS.search(before) or bool(_BEFORE_VALUES.search(before))


def _end_of_template(script: str, at: int) -> int:
    """Where a template text ends; templates may stand in what it fills in."""
    at += 1
    while script[at] != "`":
        if script[at] == "\\":
            at += 1
        elif script.startswith("${", at):
            at = _end_of_filling(script, at + 2)
        at += 1
    return at + 1


def _end_of_filling(script: str, at: int) -> int:
    """The brace that ends what is filled into a template."""
    depth = 1
    while True:
        if script[at] == "`":
            at = _end_of_template(script, at)
            continue
        found = _PIECE.match(script, at)
        assert found is not None
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return at
        at = found.end()
