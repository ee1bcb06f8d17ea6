"""`bangvang archive keygen`: the key that an office signs with."""

from __future__ import annotations

import argparse
from pathlib import Path

from bangvang.commands.manner import Commands, day_of, project_root, reporting


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "keygen",
        help="tạo khóa ký của cơ quan",
        description="Tạo khóa ký Ed25519: khóa bí mật ghi vào TỆP (chỉ chủ tệp đọc được), khóa công khai ghi vào "
        "data/archive/keys.txt để trang công bố.",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="nơi ghi khóa bí mật, ngoài thư mục dự án")
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án (mặc định: nơi đang đứng)")
    parser.set_defaults(run=_run, as_of=None)


def _run(options: argparse.Namespace) -> int:
    from bangvang.archive.keys import generate

    return reporting(lambda: generate(project_root(options.project), options.file, day_of(options)))
