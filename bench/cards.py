"""How long share cards take: all of a project drawn for the first time, and looked through when all are there.

python -m bench.cards [HONOUREES]        26,000 by default, who have about 10,000 cards
"""

from __future__ import annotations

import datetime
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from bangvang.demo import write_demo
from bangvang.publishing.cards import ALBUM, CardsMade, make_cards

DAY = datetime.date(2026, 11, 21)
COLD, WARM = 300.0, 3.0
"""Budgets for 10,000 cards."""


def main(size: int) -> None:
    """Measure both, and print them beside the budgets."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "demo"
        write_demo(size, root)
        cold, first = _timed(root)
        weight = sum(path.stat().st_size for path in (root / ALBUM).rglob("*.jpg"))
        warm, again = _timed(root)
        assert again == CardsMade(0, first.drawn, 0), again
        print(f"cards: {first.drawn:,} drawn in {cold:.1f} s ({cold / first.drawn * 10_000:.0f} s per 10,000,")
        print(f"       budget {COLD:.0f}), {weight / first.drawn / 1000:.0f} KB each; looked through in {warm:.2f} s,")
        print(f"       budget {WARM:g}")


def _timed(root: Path) -> tuple[float, CardsMade]:
    started = perf_counter()
    made = make_cards(root, DAY)
    return perf_counter() - started, made


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 26_000)
