"""`bangvang import`: lists, plans and workbooks that the office has already."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from bangvang.commands.manner import Commands, open_project, project_root

if TYPE_CHECKING:
    pass


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "import",
        help="nhập danh sách từ Excel, Word; lời văn một kế hoạch; hoặc tệp Excel đã xuất",
        description="Đọc danh sách trong tệp .xlsx, .xlsm, .csv, .docx, hỏi chỗ chưa rõ, rồi ghi thành một quyết định. "
        "Tệp .docx, .txt, .md chứa lời văn kế hoạch, chỉ thị… thì ghi thành bản nháp văn bản và nói chỗ cần xem lại. "
        "Tệp do export excel xuất ra thì chỉ những ô đã sửa được ghi lại.",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp danh sách hoặc văn bản")
    parser.add_argument("--answers", type=Path, metavar="TỆP_TRẢ_LỜI", help="lấy câu trả lời trong tệp này, không hỏi")
    parser.add_argument("--revise", metavar="MÃ", help="danh sách đã sửa của quyết định này: chỉ thay danh sách")
    parser.add_argument("--yes", action="store_true", help="tệp do export excel xuất: ghi không hỏi, không xóa gì")
    parser.add_argument("--answers-template", action="store_true", help="chỉ in tệp trả lời mẫu cho danh sách này")
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án (mặc định: nơi đang đứng)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.clock import today
    from bangvang.office.incoming import Wishes, take_file

    root = project_root(options.project)
    wishes = Wishes(options.answers, options.answers_template, options.revise, options.yes)
    return take_file(
        options.file,
        root,
        wishes,
        lambda: open_project(root, today(os.environ), no_cache=False),
        read=input,
        write=print,
    )
