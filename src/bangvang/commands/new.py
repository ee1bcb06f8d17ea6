"""`bangvang new`: one new record, asked for field by field."""

from __future__ import annotations

import argparse
from pathlib import Path

from bangvang.commands.manner import Commands, project_root


def add(commands: Commands) -> None:
    parser = commands.add_parser("new", help="tạo một hồ sơ mới", description="Hỏi từng mục rồi ghi thành tệp mới.")
    parser.add_argument("kind", metavar="LOẠI", help="honouree, decision, campaign, document, practice…")
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.office.new_record import ask_for_record

    root = project_root(options.project)
    return ask_for_record(options.kind, root, read=input, write=print)
