"""`bangvang` without its search index, to compare with what makes none: bench/pages_only.py build …"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bangvang.cli import command
from bangvang.publishing import build, finding
from bangvang.publishing.memory import Batch, Memory
from bangvang.search import Words


def _no_index(catalogue: finding.Catalogue, root: Path, put: finding.Put) -> tuple[Batch, finding.MadeIndex, str]:
    return Batch([], [], {}), finding.MadeIndex({}, ""), finding.words_digest(Words())


def _no_differences(catalogue: finding.Catalogue, old: Memory, changed: set[int]) -> finding.Differences:
    return finding.Differences(Batch([], [], {}), (), (), {}, Words())


def _no_index_kept(root: Path) -> Callable[[finding.Change], None]:
    return lambda change: None


def main(run: Callable[[], None] = command) -> None:
    """Leave the index out, then do as `bangvang` does."""
    build.make_index, build.differences, build.take_up_index = _no_index, _no_differences, _no_index_kept
    run()


if __name__ == "__main__":
    main()
