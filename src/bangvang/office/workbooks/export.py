"""The workbook of a kind, and what it may be chosen from in its cells."""

from __future__ import annotations

from bangvang.office.desk import Desk
from bangvang.office.workbooks.cells import called
from bangvang.office.workbooks.plan import plan_of
from bangvang.office.workbooks.stock import stock_of
from bangvang.office.workbooks.writing import write_workbook
from bangvang.records import KINDS
from bangvang.vietnamese import slug

_MOST_OPTIONS = 1_500


def export_workbook(desk: Desk, kind: str) -> bytes:
    """Every record of the kind as a file for Excel."""
    plan = plan_of(kind)
    kinds = {one for sheet in plan.sheets for column in sheet.columns for one in column.field.kinds}
    options = {}
    for one in kinds:
        hits = desk.listed((one,))
        if len(hits) <= _MOST_OPTIONS:
            options[one] = [called(hit.id, hit.title) for hit in hits]
    return write_workbook(plan, stock_of(desk.root, plan.kind), options, desk.named)


def file_name(kind: str) -> str:
    """What the file is called: the kind, plainly."""
    return f"{KINDS[kind].url or slug(KINDS[kind].label)}.xlsx"
