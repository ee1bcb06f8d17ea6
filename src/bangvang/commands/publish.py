"""`bangvang publish`: what readers get, told beforehand."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import TYPE_CHECKING

from bangvang.commands.manner import Commands, add_day_and_jobs, day_of, project_root, reporting

if TYPE_CHECKING:
    from bangvang.publishing.outlook import Outlook


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "publish",
        help="đưa trang vào thư mục, tệp .zip hoặc kho Git để đăng",
        description="Kiểm tra, dựng trang, nói trước người đọc sẽ thấy gì khác, "
        "chép trọn vào nơi đăng, rồi ghi sổ địa chỉ và nhật ký.",
    )
    parser.add_argument(
        "target",
        metavar="NƠI_ĐĂNG",
        help="thư mục; tên tệp .zip; zip (tệp mang tên ngày trong cong-bo/); hoặc git:ĐỊA_CHỈ#NHÁNH",
    )
    manner = parser.add_mutually_exclusive_group()
    manner.add_argument("--offline", action="store_true", help="chép một bản mở được ngay trên máy, không cần mạng")
    manner.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ thay đổi gì, không công bố")
    parser.add_argument("--yes", action="store_true", help="công bố không hỏi lại, dù nhiều người biến mất")
    add_day_and_jobs(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.publishing.publish import copy_offline, publish, rehearse
    from bangvang.publishing.target import target_of

    day = day_of(options)
    root = project_root(options.project)
    target = target_of(options.target, root, day)
    if options.dry_run:
        return reporting(lambda: rehearse(root, target, day=day, jobs=options.jobs).told())
    if options.offline:
        return reporting(lambda: copy_offline(root, target, day=day, jobs=options.jobs).told())
    agree = partial(agreed, asking=not options.yes)
    return reporting(lambda: publish(root, target, day=day, jobs=options.jobs, agree=agree).told())


def agreed(expected: Outlook, *, asking: bool) -> bool:
    """Tell what readers will see; ask where it may not be what was meant."""
    from bangvang.vietnamese import fold

    print(expected.told(), flush=True)
    if not (asking and expected.needs_agreement):
        return True
    try:
        return fold(input("Vẫn công bố? (có/không) ").strip()) in ("co", "c")
    except EOFError:
        print("Không ai trả lời. Muốn công bố không hỏi lại, hãy thêm --yes.", file=sys.stderr)
        return False
