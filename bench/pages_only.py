"""`bangvang` without what a peer of pages alone does not make: bench/pages_only.py build …

No search index, no open data, no feeds, no calendars; no figures of each place, year and campaign, with their charts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bangvang.cli import command
from bangvang.publishing import frame


def main(run: Callable[[], None] = command) -> None:
    """Leave all that out, then do as `bangvang` does: MkDocs begins while the engine is being imported."""
    begin = frame.begin_frame

    def begin_frame(root: Path, *, clean: bool = False) -> frame.ComingFrame:
        begun = begin(root, clean=clean)
        _leave_out()
        return begun

    frame.begin_frame = begin_frame
    run()


def _leave_out() -> None:
    from bangvang.pages import catalogue
    from bangvang.publishing import build, finding
    from bangvang.publishing.memory import Batch
    from bangvang.search import Words

    nothing = Batch([], [], {})

    def no_index(*_: Any) -> tuple[Batch, finding.MadeIndex, str]:
        return nothing, finding.MadeIndex({}, ""), finding.words_digest(Words())

    def no_differences(*_: Any) -> finding.Differences:
        return finding.Differences(nothing, (), (), {}, Words())

    def no_index_kept(root: Path) -> Callable[[Any], None]:
        return lambda change: None

    build.OpenFiles._groups = lambda *_: iter(())  # type: ignore[method-assign]
    catalogue.figures_targets = lambda *_: []
    build.make_index, build.differences, build.take_up_index = no_index, no_differences, no_index_kept


if __name__ == "__main__":
    main()
