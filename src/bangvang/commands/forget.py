"""`bangvang forget`: somebody is removed by right, everywhere in the project."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bangvang.commands.manner import CLEAN, PROBLEMS, Commands, add_day_and_jobs, day_of, project_root, reporting

_REASONS = ("request", "law")


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "forget",
        help="gỡ hẳn một người theo yêu cầu",
        description="Gỡ một người, một tập thể khỏi mọi tệp, lịch sử sửa, bộ nhớ đệm và trang đã dựng; "
        "chỉ để lại việc có một mục đã gỡ. Nói rõ những nơi còn giữ bản sao.",
    )
    parser.add_argument("id", metavar="MÃ", help="mã của người ấy, đứng cuối địa chỉ trang: /guong/<mã>/")
    parser.add_argument(
        "--reason",
        choices=_REASONS,
        default=_REASONS[0],
        help="căn cứ hiện cho người đọc: request (theo yêu cầu) hoặc law (theo quy định của pháp luật)",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="TÊN",
        help="tìm và dọn cả tên này: tên gọi khác, hoặc tên của người đã gỡ từ trước; ghi được nhiều lần",
    )
    parser.add_argument(
        "--look-into",
        type=Path,
        action="append",
        default=[],
        metavar="NƠI",
        help="tìm bản sao cả ở thư mục, tệp này, ví dụ ổ đĩa giữ bản nộp lưu; ghi được nhiều lần",
    )
    parser.add_argument("--yes", action="store_true", help="gỡ không hỏi lại")
    add_day_and_jobs(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.publishing.error import Failure, StagingError
    from bangvang.removal.forget import Gone, carry_out, plan_removal
    from bangvang.removal.rewriting import Reason
    from bangvang.removal.telling import forgotten_told, gone_told, plan_told

    day = day_of(options)
    root = project_root(options.project)
    for place in options.look_into:
        if not place.exists():
            print(f"Không có {place}. Hãy xem lại đường dẫn sau --look-into.", file=sys.stderr)
            return PROBLEMS
    try:
        plan = plan_removal(root, options.id, day, Reason(options.reason), options.name)
    except (Failure, StagingError) as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    if isinstance(plan, Gone):
        print(gone_told(plan))
        return CLEAN
    print(plan_told(plan), flush=True)
    if not (options.yes or _agreed()):
        print("Chưa gỡ gì cả.", file=sys.stderr)
        return PROBLEMS
    places = [place.absolute() for place in options.look_into]
    return reporting(lambda: forgotten_told(carry_out(root, plan, jobs=options.jobs, look_into=places)))


def _agreed() -> bool:
    from bangvang.vietnamese import fold

    try:
        return fold(input("Gỡ hẳn? (có/không) ").strip()) in ("co", "c")
    except EOFError:
        print("Không ai trả lời. Muốn gỡ không hỏi lại, hãy thêm --yes.", file=sys.stderr)
        return False
