"""How fast records go out as workbooks and come back: every honouree and every row of every decision.

python -m bench.workbooks [HONOUREES]        10,000 by default
"""

from __future__ import annotations

import datetime
import re
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from time import perf_counter

from bangvang.demo import write_demo
from bangvang.office.desk import Desk
from bangvang.office.workbooks import Kept, consider, export_workbook, read_workbook, take_back

DAY = datetime.date(2026, 11, 21)
KINDS = ("honouree", "decision")
RUNS = 3
BUDGET = 5.0
EDITS = 3


def main(size: int) -> None:
    """Measure and print each step, the fastest of a few runs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "demo"
        write_demo(size, root)
        for kind in KINDS:
            desk = Desk(root, day=DAY)
            out, data = _fastest(lambda: export_workbook(desk, kind))  # noqa: B023 - called at once
            edited, count = _edited(data)
            back, coming = _fastest(lambda: consider(desk, read_workbook(edited)))  # noqa: B023 - called at once
            started = perf_counter()
            outcome = take_back(desk, coming)
            saved = perf_counter() - started
            assert isinstance(outcome, Kept), outcome
            assert len(outcome.changes) == count, (len(outcome.changes), count)
            told = f"out {out:.2f} s, in {back:.2f} s (budget {BUDGET:g} s each)"
            print(
                f"{kind}: {_rows(data):,} rows, {len(data) / 1000:,.0f} KB: {told}; {count} records saved {saved:.2f} s"
            )


def _fastest(work):  # type: ignore[no-untyped-def]
    """Seconds, and what was made."""
    best = None
    for _ in range(RUNS):
        started = perf_counter()
        made = work()
        took = perf_counter() - started
        best = (took, made) if best is None or took < best[0] else best
    return best


def _edited(data: bytes) -> tuple[bytes, int]:
    """The first sheet with a word added to three cells."""
    source, target = zipfile.ZipFile(BytesIO(data)), BytesIO()
    found = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            text = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                pattern = rb"<row r=\"(?:2|5|9)\">.*?</row>"
                text, found = re.subn(pattern, lambda row: _with_more(row[0]), text, count=EDITS, flags=re.DOTALL)
            copy.writestr(name, text)
    return target.getvalue(), found


def _with_more(row: bytes) -> bytes:
    """The row with a word behind its third cell: a name, or a title."""
    text = re.search(rb'<c r="C[0-9]+"[^>]*><is><t[^>]*>([^<]+)</t>', row)
    assert text is not None
    return row[: text.end(1)] + " Thử".encode() + row[text.end(1) :]


def _rows(data: bytes) -> int:
    given = read_workbook(data)
    return sum(len(sheet.rows) for sheet in given.sheets.values())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
