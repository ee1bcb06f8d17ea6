"""The content security policy of the site, made from the frame; whatever it would stop fails the build.

Bodies of records hold no scripts by their making, so the frame tells all: shells and hand-written pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bangvang.problem import Problem
from bangvang.publishing.frame import ENGINE, Frame

if TYPE_CHECKING:
    from bangvang.exports.csp import Surprise

KNOWN: frozenset[str] = frozenset()
"""Inline scripts of Material's own that the site runs, by hash. It runs none."""
_KEPT = "policy.json"
_CHECK = "content-security-policy"
_QUOTED = re.compile(r"“([^”…]+)")


class Inspection(NamedTuple):
    """What looking through a frame gave."""

    policy: str
    """The header's value."""
    problems: tuple[Problem, ...]


def inspect_frame(root: Path, frame: Frame, known: frozenset[str] = KNOWN) -> Inspection:
    """The policy for a frame, and everything in it that a browser would stop; a clean result is kept with the frame."""
    maker = _maker(known)
    kept = _recall(frame, maker)
    if kept is not None:
        return Inspection(kept, ())
    from bangvang.exports.csp import inline_scripts, policy, script_hash, style_surprises, surprises

    hashes: set[str] = set()
    found: dict[tuple[str, str], Problem] = {}
    for where, html in _pages(frame):
        hashes.update(hash for text in inline_scripts(html) if (hash := script_hash(text)) in known)
        for surprise in surprises(html, known):
            found.setdefault((where, surprise.what), _placed(root, where, html, surprise))
    for path, css in _styles(frame.site):
        for surprise in style_surprises(css):
            found.setdefault((path, surprise.what), _placed(root, f"tệp {path}", css, surprise))
    header = policy(hashes)
    if not found:
        _keep(frame, maker, header)
    return Inspection(header, tuple(found.values()))


def _pages(frame: Frame) -> Iterator[tuple[str, str]]:
    """All shells count as one; those that only stand at other depths of the site are looked at together."""
    shells = ["".join(shell.pieces) for shell in frame.shells.values()]
    for html in {html.replace("../", ""): html for html in shells}.values():
        yield "khung chung của mọi trang", html
    for path, html in _files(frame.site, ".html"):
        yield f"trang /{path.removesuffix('index.html')}", html


def _styles(folder: Path) -> Iterable[tuple[str, str]]:
    return _files(folder, ".css")


def _files(folder: Path, suffix: str) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob(f"*{suffix}")):
        yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8", errors="replace")


def _placed(root: Path, where: str, text: str, surprise: Surprise) -> Problem:
    """In the office's own file that holds the offending piece, or in mkdocs.yml, which chose all the rest."""
    lines = text.split("\n")
    piece = lines[surprise.line - 1][surprise.column - 1 :] if surprise.line <= len(lines) else ""
    quoted = _QUOTED.search(surprise.what)
    tag = re.match(r"<[a-zA-Z]+", piece)
    needles = [quoted[1] if quoted else "", piece[:40], tag[0] if tag else ""]
    path, line, column = _find(root, [needle for needle in needles if len(needle) > 3])
    return Problem(path, line, column, f"{where}: {surprise.what}", surprise.remedy, _CHECK)


def _find(root: Path, needles: Iterable[str]) -> tuple[str, int, int]:
    sources = [
        path
        for folder in ("overrides", "docs")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in (".html", ".md", ".css") and path.is_file()
    ]
    for needle in needles:
        for path in sources:
            text = path.read_text(encoding="utf-8", errors="replace")
            place = text.find(needle)
            if place >= 0:
                name = path.relative_to(root).as_posix()
                return name, text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    return "mkdocs.yml", 1, 1


@cache
def _maker(known: frozenset[str]) -> str:
    """Of the code that judged: a verdict holds for no other."""
    digest = blake2b(" ".join(sorted(known)).encode(), digest_size=8)
    for source in ("publishing/policy.py", "exports/csp.py"):
        digest.update((ENGINE / source).read_bytes())
    return digest.hexdigest()


def _recall(frame: Frame, maker: str) -> str | None:
    try:
        kept = json.loads((frame.folder / _KEPT).read_bytes())
        return str(kept["policy"]) if kept["maker"] == maker else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _keep(frame: Frame, maker: str, header: str) -> None:
    """A folder that cannot be written is no error: then the frame is looked through again."""
    with suppress(OSError):
        (frame.folder / _KEPT).write_text(json.dumps({"maker": maker, "policy": header}), encoding="utf-8")
