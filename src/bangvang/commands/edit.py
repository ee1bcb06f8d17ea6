"""`bangvang edit`: the editor in the browser."""

from __future__ import annotations

import argparse
from pathlib import Path

from bangvang.commands.manner import CLEAN, Commands, project_root


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "edit",
        help="soạn hồ sơ bằng trình duyệt",
        description="Mở trình soạn trong trình duyệt của máy này; không máy nào khác vào được.",
    )
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án (mặc định: nơi đang đứng)")
    parser.add_argument("--no-browser", action="store_true", help="chỉ in địa chỉ, không mở trình duyệt")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.office.editor import run_editor

    run_editor(project_root(options.project), print, opening=not options.no_browser)
    return CLEAN
