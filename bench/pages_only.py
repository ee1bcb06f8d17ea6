"""`bangvang` without what a peer of pages alone does not make: bench/pages_only.py build …

No search index, no open data, no feeds, no calendars; charts to download stay, for they are parts of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from bangvang.cli import command
from bangvang.exports.groups import Group
from bangvang.publishing import build, finding
from bangvang.publishing.memory import Batch, Memory
from bangvang.search import Words


def _no_index(catalogue: finding.Catalogue, root: Path, put: finding.Put) -> tuple[Batch, finding.MadeIndex, str]:
    return Batch([], [], {}), finding.MadeIndex({}, ""), finding.words_digest(Words())


def _no_differences(catalogue: finding.Catalogue, old: Memory, changed: set[int]) -> finding.Differences:
    return finding.Differences(Batch([], [], {}), (), (), {}, Words())


def _no_index_kept(root: Path) -> Callable[[finding.Change], None]:
    return lambda change: None


def _no_groups(files: build.OpenFiles, store: object) -> Iterator[Group]:
    return iter(())


def main(run: Callable[[], None] = command) -> None:
    """Leave all that out, then do as `bangvang` does."""
    build.OpenFiles._groups = _no_groups  # type: ignore[method-assign]
    build.make_index, build.differences, build.take_up_index = _no_index, _no_differences, _no_index_kept
    run()


if __name__ == "__main__":
    main()
