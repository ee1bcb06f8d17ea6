"""`bangvang import FILE` for a paper that is no appendix: a draft record, and what to look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bangvang.office.appendix import AppendixError
from bangvang.office.desk import Desk
from bangvang.office.forms import shown
from bangvang.office.outcomes import Faulty, Saved
from bangvang.office.paper.draft import draft_campaign, draft_document
from bangvang.office.paper.lines import read_file
from bangvang.office.paper.recognition import Recognition, understand
from bangvang.records import KINDS
from bangvang.records.document import DocumentType
from bangvang.vietnamese import format_number

WRITTEN, NOT_WRITTEN = 0, 1
_ALWAYS_TEXT = (".txt", ".md")
_MAY_BE_LISTS = frozenset((DocumentType.DECISION, DocumentType.NOTICE, DocumentType.REPORT))
"""In Word these often carry a list of people; the editor takes in their text too."""


def is_paper(data: bytes, name: str) -> bool:
    """Whether a file is the text of a plan, a directive… rather than a list of people."""
    if name.casefold().endswith(_ALWAYS_TEXT):
        return True
    if not name.casefold().endswith(".docx"):
        return False
    try:
        read = understand(read_file(data, name))
    except AppendixError:
        return False
    type = read.letterhead.type
    return type is not None and type not in _MAY_BE_LISTS and bool(read.outline.passages)


def take_paper(file: Path, root: Path, *, read: Callable[[str], str], write: Callable[[str], object]) -> int:
    """Write a draft document, and a draft campaign if one is launched and wanted; the result is an exit code."""
    try:
        found = understand(read_file(file.read_bytes(), file.name))
    except AppendixError as error:
        write(str(error))
        return NOT_WRITTEN
    desk = Desk(root)
    if not _written(desk, "document", draft_document(found, desk.registry), write):
        return NOT_WRITTEN
    _tell(found, write)
    campaign = draft_campaign(found, desk.registry)
    if campaign is not None:
        goals = format_number(len(found.goals))
        if (
            read(f"Ghi cả phong trào “{campaign['name']}” với {goals} chỉ tiêu? (có/không) > ").strip().casefold()[:1]
            == "c"
        ):
            return WRITTEN if _written(desk, "campaign", campaign, write) else NOT_WRITTEN
    return WRITTEN


def _written(desk: Desk, kind: str, tree: dict[str, Any], write: Callable[[str], object]) -> bool:
    outcome = desk.create(kind, shown(KINDS[kind].model, tree))
    if isinstance(outcome, Saved):
        opened = desk.open(kind, outcome.id)
        write(f"Đã ghi {opened.path if opened else outcome.id}, là bản nháp: người đọc chưa thấy.")
        return True
    write("Chưa ghi được vào dữ liệu:")
    problems = outcome.problems if isinstance(outcome, Faulty) else ()
    for problem in problems:
        write(f"  - {problem.what}. {problem.remedy}")
    draft = getattr(outcome, "draft", None)
    if draft is not None:
        write("Bản nháp được giữ lại: chạy bangvang edit, mở Bản nháp chưa lưu để sửa rồi lưu.")
    return False


def _tell(found: Recognition, write: Callable[[str], object]) -> None:
    """What was recognised, and what a person must look at."""
    write(
        f"Nhận ra {format_number(len(list(found.outline.walk())))} mục, "
        f"{format_number(len(found.duties))} nhiệm vụ, "
        f"{format_number(len(found.goals))} chỉ tiêu, {format_number(len(found.ending.received))} nơi nhận."
    )
    for line in (*found.paper.notices, *found.doubts):
        write(f"  - {line}")
    for slip in found.slips:
        reading = f", có lẽ đọc là “{slip.reading}”" if slip.reading else ""
        write(f"  - In là “{slip.printed}”{reading}. {slip.note}")
    write("Xem lại từng mục bằng bangvang edit, rồi chạy bangvang check.")
