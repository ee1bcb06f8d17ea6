"""`bangvang export`: the records in forms that other programs read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bangvang.commands.manner import USAGE, Commands, add_common, project_root, reporting, sound_registry


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "export",
        help="xuất dữ liệu",
        description="Xuất bộ dữ liệu mở như ở /du-lieu/ của trang (data), hoặc mỗi loại một tệp Excel để sửa (excel).",
    )
    parser.add_argument("what", choices=("data", "excel"), metavar="data|excel", help="xuất gì")
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="nơi ghi")
    parser.add_argument("--kind", metavar="LOẠI", help="chỉ xuất loại này ra Excel: honouree, decision, campaign…")
    add_common(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    return _export_excel(options) if options.what == "excel" else _export_data(options)


def _export_excel(options: argparse.Namespace) -> int:
    from bangvang.office.workbooks.conversation import write_workbooks
    from bangvang.records import KINDS

    if options.kind is not None and options.kind not in KINDS:
        print(f"Không có loại {options.kind}; chỉ có: {', '.join(KINDS)}.", file=sys.stderr)
        return USAGE
    kinds = [options.kind] if options.kind else list(KINDS)
    return write_workbooks(project_root(options.project), options.folder, kinds, print)


def _export_data(options: argparse.Namespace) -> int:
    from bangvang.exports.open_data import open_data
    from bangvang.pages.answers import Answers
    from bangvang.publishing.change_log import read_change_log
    from bangvang.publishing.error import writing
    from bangvang.vietnamese import format_number

    root = project_root(options.project)

    def work() -> str:
        data = open_data(Answers(sound_registry(options, root, "xuất")), read_change_log(root))
        with writing(options.folder):
            for path, content in data.files.items():
                target = options.folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        return (
            f"Đã ghi {format_number(len(data.files))} tệp vào {options.folder}: {format_number(data.records)} hồ sơ; "
            f"{format_number(data.left_out)} hồ sơ không được xuất hàng loạt."
        )

    return reporting(work)
