"""`bangvang export excel` and `bangvang import` of such a workbook, on a screen with a keyboard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from bangvang.office.appendix.fault import AppendixError
from bangvang.office.desk import Desk
from bangvang.office.workbooks.changes import Removal
from bangvang.office.workbooks.export import export_workbook, file_name
from bangvang.office.workbooks.reading import read_workbook
from bangvang.office.workbooks.returning import NotKept, Return, Told, consider, take_back
from bangvang.records import KINDS
from bangvang.vietnamese import fold
from bangvang.whole_file import replacing

Write = Callable[[str], object]
Agree = Callable[[Return], Collection[Removal] | None]
"""Which removals are confirmed; None where nothing is to be saved."""

DONE, NOT_DONE = 0, 1
_MOST_SHOWN = 40
_NOTHING = "Chưa ghi gì cả."


def write_workbooks(root: Path, folder: Path, kinds: Sequence[str], write: Write) -> int:
    """A workbook per kind into the folder."""
    desk = Desk(root)
    folder.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        path = folder / file_name(kind)
        with replacing(path) as stream:
            stream.write(export_workbook(desk, kind))
        write(f"{path}: {KINDS[kind].label}, {len(desk.listed((kind,)))} mục.")
    write("Sửa trong Excel, lưu lại, rồi nhập bằng lệnh: bangvang import TỆP")
    return DONE


def take_workbook(file: Path, root: Path, write: Write, agree: Agree) -> int:
    """Show what a workbook changes, and save it if that is agreed."""
    try:
        given = read_workbook(file)
    except AppendixError as error:
        write(f"{error}")
        write(_NOTHING)
        return NOT_DONE
    desk = Desk(root)
    coming = consider(desk, given)
    for line in told(coming):
        write(line)
    if coming.problems:
        write(f"Sửa {len(coming.problems)} lỗi trên trong tệp rồi nhập lại. {_NOTHING}")
        return NOT_DONE
    if coming.is_empty:
        write("Tệp không thay đổi gì." if not coming.conflicts else _NOTHING)
        return NOT_DONE if coming.conflicts else DONE
    removals = agree(coming)
    if removals is None:
        write(_NOTHING)
        return NOT_DONE
    outcome = take_back(desk, coming, removals)
    if isinstance(outcome, NotKept):
        for reason in outcome.reasons:
            write(reason)
        write(_NOTHING)
        return NOT_DONE
    for change in outcome.changes:
        write(f"{change.told}: {change.doing.path}")
    write(f"Đã ghi {len(outcome.changes)} thay đổi. Hoàn tác từng thay đổi ở Lịch sử trong bangvang edit.")
    return NOT_DONE if coming.conflicts else DONE


def asked(read: Callable[[str], str]) -> Agree:
    """Agreement as somebody types it: first to the changes, then to the removals."""

    def says_yes(question: str) -> bool:
        try:
            return fold(read(question).strip()) in ("co", "c")
        except EOFError:
            return False

    def agree(coming: Return) -> Collection[Removal] | None:
        removals = coming.comparison.removals
        gone: Collection[Removal] = ()
        if removals and says_yes(f"Tệp thiếu {len(removals)} dòng nêu trên. Xóa luôn trong dữ liệu? (có/không) "):
            gone = removals
        if not coming.changed and not gone:
            return None
        return gone if says_yes("Ghi những thay đổi này? (có/không) ") else None

    return agree


def changes_only(coming: Return) -> Collection[Removal] | None:
    """Agreement without asking: what is missing stays."""
    return () if coming.changed else None


def told(coming: Return) -> Iterator[str]:
    """All that a clerk should know before saying yes."""
    yield from coming.notices
    for one in coming.changed[:_MOST_SHOWN]:
        yield from _told(one)
    if len(coming.changed) > _MOST_SHOWN:
        yield f"… và {len(coming.changed) - _MOST_SHOWN} hồ sơ khác."
    for one in coming.removed[:_MOST_SHOWN]:
        yield f"Không còn trong tệp: “{one.title}”, {one.words[0]} (giữ nguyên nếu bạn không xác nhận xóa)."
    if len(coming.removed) > _MOST_SHOWN:
        yield f"… và {len(coming.removed) - _MOST_SHOWN} dòng khác không còn trong tệp."
    for title in coming.conflicts:
        yield f"“{title}” đã được sửa ở nơi khác sau khi xuất tệp này: giữ nguyên, không ghi đè. Xuất lại để sửa tiếp."
    for problem in coming.problems:
        yield problem.told()


def _told(one: Told) -> Iterator[str]:
    yield f"{one.deed} “{one.title}”{':' if one.words else ''}"
    for words in one.words:
        yield f"  {words}"
