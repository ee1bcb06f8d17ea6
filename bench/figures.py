"""The figures of the bench as tables of plain text, each with the budget it stands against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from bench.measure import Cost, Output, Weight, median

OURS, PAGES, HUGO, PAGEFIND, MKDOCS = "Bảng Vàng", "its pages alone", "Hugo", "Pagefind", "stock MkDocs"

FULL_BUDGETS = {1_000: 1.2, 10_000: 0.6}
"""Wall time of pages alone as a share of Hugo's."""
SEARCH_BUDGETS = {10_000: 0.7}
"""Wall time with search as a share of Hugo's and Pagefind's, one after the other."""
WALL_BUDGETS = {100_000: 180.0}
"""With search."""
PAGES_WALL_BUDGETS = {100_000: 90.0}
MEMORY_BUDGETS = {10_000: 300, 100_000: 1_500}
CHANGE_BUDGETS = {10_000: 1.5}
PAGES_CHANGE_BUDGETS = {10_000: 1.0}
ALIKE = (0.9, 1.1)
"""How far the sites may be from each other in pages and bytes before the ratio says little."""

Costs = Mapping[str, Sequence[Cost]]


def table(costs: Costs, outputs: Mapping[str, Output]) -> str:
    """A line for each generator."""
    heads = ["", "wall s", "CPU s", "memory MB"]
    if outputs:
        heads += ["output MB", "files", "pages", "KB a page", "KB an honouree"]
    rows = [heads, *(_row(name, runs, outputs.get(name)) for name, runs in costs.items())]
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return "\n".join(_line(row, widths) for row in rows)


def _row(name: str, runs: Sequence[Cost], output: Output | None) -> list[str]:
    row = [
        name,
        f"{median(runs, lambda cost: cost.wall):.2f} ({min(cost.wall for cost in runs):.2f})",
        f"{median(runs, lambda cost: cost.cpu):.2f}",
        f"{median(runs, lambda cost: cost.memory):.0f}",
    ]
    if output is not None:
        row += [f"{output.bytes / 1e6:.1f}", f"{output.files:,}", f"{output.html_files:,}"]
        row += [f"{output.page / 1e3:.1f}", f"{_honouree(output) / 1e3:.1f}"]
    return row


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *figures = row
    return "  ".join([name.ljust(widths[0]), *(map(str.rjust, figures, widths[1:]))])


def against_budgets(size: int, costs: Costs, outputs: Mapping[str, Output]) -> str:
    """What a full build of this size keeps and misses."""
    lines = []
    if PAGES in costs and HUGO in costs:
        ratio = _wall(costs, PAGES) / _wall(costs, HUGO)
        kept = _against(ratio, FULL_BUDGETS.get(size), "")
        lines.append(f"wall of pages alone, Bảng Vàng : Hugo = {ratio:.2f} {kept}")
    if OURS in costs and HUGO in costs and PAGEFIND in costs:
        ratio = _wall(costs, OURS) / (_wall(costs, HUGO) + _wall(costs, PAGEFIND))
        kept = _against(ratio, SEARCH_BUDGETS.get(size), "")
        lines.append(f"wall with search, Bảng Vàng : Hugo, then Pagefind = {ratio:.2f} {kept}")
    for name, budgets in ((OURS, WALL_BUDGETS), (PAGES, PAGES_WALL_BUDGETS)):
        if name in costs and size in budgets:
            lines.append(f"wall {_wall(costs, name):.1f} s, {name} {_against(_wall(costs, name), budgets[size], ' s')}")
    for name in (OURS, PAGES):
        if name in costs and size in MEMORY_BUDGETS:
            memory = median(costs[name], lambda cost: cost.memory)
            lines.append(f"memory {memory:.0f} MB, {name} {_against(memory, MEMORY_BUDGETS[size], ' MB')}")
    if PAGES in outputs and HUGO in outputs:
        lines += _likeness(outputs[PAGES], outputs[HUGO])
    return "\n".join(lines)


def _likeness(ours: Output, peers: Output) -> list[str]:
    """Whether the two made the same thing."""
    page = _honouree(ours) / _honouree(peers)
    pages, size = ours.html_files / peers.html_files, ours.html_bytes / peers.html_bytes
    alike = all(ALIKE[0] <= share <= ALIKE[1] for share in (page, pages, size))
    return [
        f"HTML of pages alone, ours : Hugo = {pages:.2f} in pages, {size:.2f} in bytes, {page:.2f} in an honouree's"
        + (": alike" if alike else ": NOT ALIKE, read the ratio with care")
    ]


def _honouree(output: Output) -> float:
    return output.records.get("guong", Weight()).mean


def change_against_budgets(size: int, costs: Costs) -> str:
    """The same for one changed record."""
    return "\n".join(
        f"wall {_wall(costs, name):.2f} s, {name} {_against(_wall(costs, name), budgets.get(size), ' s')}"
        for name, budgets in ((OURS, CHANGE_BUDGETS), (PAGES, PAGES_CHANGE_BUDGETS))
        if name in costs
    )


def _wall(costs: Costs, name: str) -> float:
    return median(costs[name], lambda cost: cost.wall)


def _against(value: float, budget: float | None, unit: str) -> str:
    if budget is None:
        return "(no budget)"
    return f"(budget {budget:g}{unit}: {'kept' if value <= budget else 'MISSED'})"
