"""`bangvang demo`: an invented project for trials."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bangvang.commands.manner import CLEAN, USAGE, Commands


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "demo", help="tạo dữ liệu giả để thử", description="Tạo một dự án hoàn chỉnh với dữ liệu hư cấu."
    )
    parser.add_argument("count", type=int, metavar="SỐ", help="số người, tập thể, hộ gia đình")
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục mới hoặc trống")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.demo import DemoError, write_demo

    if options.count < 1:
        print("Số người, tập thể phải từ 1 trở lên.", file=sys.stderr)
        return USAGE
    try:
        summary = write_demo(options.count, options.folder)
    except DemoError as error:
        print(error, file=sys.stderr)
        return USAGE
    print(f"Đã tạo {summary.files} tệp dữ liệu giả trong {options.folder}.")
    return CLEAN
