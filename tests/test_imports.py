"""Imports: a command begins at once, for it leaves out what only other commands and rarer records need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bangvang.publishing.frame import Frame

_BUILD = """
import bangvang.cli
from datetime import date
from pathlib import Path
from bangvang.publishing.build import build_site
from bangvang.publishing.frame import Frame
root, frame = map(Path, sys.argv[1:])
assert build_site(root, day=date(2026, 9, 21), frame=Frame(frame), jobs=1).made
"""
_SPARED_BY_A_BUILD = {
    *(
        "PIL",
        "asyncio",
        "cryptography",
        "difflib",
        "http.client",
        "logging",
        "openpyxl",
        "ssl",
        "urllib.request",
        "xml",
    ),
    *("bangvang.archive", "bangvang.book", "bangvang.cards", "bangvang.office", "bangvang.vietnamese.aloud"),
}


def _imported(code: str, *arguments: object) -> set[str]:
    """All modules of a process that did what the code says."""
    script = f"import sys\n{code}\nprint('\\n', *sys.modules, sep='\\n')"
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return set(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines())


@pytest.mark.parametrize(
    ("begun", "spared"),
    [
        ("bangvang.cli", {"bangvang.vietnamese", "dataclasses", "jinja2", "pydantic", "yaml"}),
        ("bangvang.remembered", {"bangvang.vietnamese", "dataclasses", "jinja2", "pydantic", "yaml"}),
        ("bangvang.publishing.frame", {"bangvang.pages.page", "bangvang.vietnamese", "jinja2", "pydantic", "yaml"}),
        ("bangvang.mkdocs", {"bangvang.pages.page", "bangvang.records", "bangvang.vietnamese", "pydantic"}),
    ],
)
def test_what_is_needed_first_is_read_in_alone(begun: str, spared: set[str]) -> None:
    """The help, a verdict that still holds, and the frame, which MkDocs begins while the engine is read in."""
    imported = _imported(f"import {begun}")
    assert begun in imported
    assert not imported & spared


def test_a_build_of_plain_records_leaves_out_what_it_does_not_need(small_site: Path, frame: Frame) -> None:
    """Pictures are in the cache, codes are drawn here, nobody is asked over the network."""
    imported = _imported(_BUILD, small_site, frame.folder)
    assert "bangvang.publishing.build" in imported
    assert not imported & _SPARED_BY_A_BUILD
