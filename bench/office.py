"""How fast the office's tools are: an appendix of thousands of rows, from the file to the decision.

python -m bench.office [ROWS …]        5000 by default, beside a roll of 10,000 honourees
"""

from __future__ import annotations

import datetime
import io
import random
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from openpyxl import Workbook
from openpyxl.styles import Font

from bangvang.demo import write_demo
from bangvang.loading import load_project, project_cache
from bangvang.office.appendix import Proposal, decide, read, understand, write
from bangvang.office.known import known_in
from bangvang.registry import build_registry

RUNS = 3
ROLL = 10_000
DAY = datetime.date(2026, 11, 21)
BUDGET = 3.0
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
_MIDDLES = ("Văn", "Thị", "Minh", "Thanh", "Đức", "Ngọc", "Hữu", "Thu", "Quang", "Xuân")
_GIVEN = (
    "An",
    "Bình",
    "Cường",
    "Dung",
    "Giang",
    "Hà",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Sơn",
    "Thảo",
    "Yến",
)
HEADER = {"number": "15/QĐ-UBND", "date": "2026-09-02", "title": "Khen thưởng", "illustrative": "true"}


def main(sizes: list[int]) -> None:
    """Measure each size and print its steps."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "demo"
        write_demo(ROLL, root)
        load_project(root, cache=project_cache(root))
        for size in sizes:
            data = appendix(size)
            runs = [_steps(root, data) for _ in range(RUNS)]
            best = min(runs, key=lambda steps: sum(steps.values()))
            told = ", ".join(f"{step} {seconds:.2f} s" for step, seconds in best.items())
            total = sum(best.values()) - best["open"]
            budget = f" (budget {BUDGET:g} s)" if size == 5_000 else ""
            print(f"{size:,} rows, {len(data) / 1000:,.0f} KB: import {total:.2f} s{budget}; {told}")


def appendix(rows: int) -> bytes:
    """An invented list in the plain dress of an office."""
    dice = random.Random(rows)
    book = Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG"])
    sheet.append(["STT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị công tác", "Địa chỉ", "Thành tích", "Ghi chú"])
    for number in range(1, rows + 1):
        name = " ".join(map(dice.choice, (_FAMILIES, _MIDDLES, _GIVEN)))
        village = f"Thôn Thử {dice.randint(1, 900)}"
        reason = (
            f"Vận động {dice.randint(5, 90)} hộ hiến {dice.randint(100, 900)} m² đất làm đường giao thông nông thôn."
        )
        sheet.append([number, f"Ông {name}", dice.randint(1950, 2000), f"Trưởng thôn, {village}", village, reason])
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name="Times New Roman")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _steps(root: Path, data: bytes) -> dict[str, float]:
    steps: dict[str, float] = {}
    started = perf_counter()
    project = load_project(root, cache=project_cache(root))
    registry, known = build_registry(project, DAY), known_in(project)
    issuer = next(iter(known.of(("agency",))))
    started = _tick(steps, "open", started)
    workbook = read(data, "danh-sach.xlsx")
    started = _tick(steps, "read", started)
    proposal = understand(workbook, registry)
    started = _tick(steps, "understand", started)
    proposal = proposal.with_answers(_answers(proposal))
    started = _tick(steps, "answer", started)
    decided = decide(proposal, {**HEADER, "issuer": issuer}, known)
    started = _tick(steps, "decide", started)
    with tempfile.TemporaryDirectory() as folder:
        write(decided, Path(folder))
    _tick(steps, "write", started)
    return steps


def _answers(proposal: Proposal) -> dict[str, str]:
    """Whoever looks like another is another."""
    choice = {"double": "two", "same": "new"}
    return {question.id: choice.get(question.topic, question.options[-1].value) for question in proposal.questions}


def _tick(steps: dict[str, float], name: str, started: float) -> float:
    now = perf_counter()
    steps[name] = now - started
    return now


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [5_000])
