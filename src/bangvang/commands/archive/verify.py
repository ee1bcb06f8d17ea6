"""`bangvang archive verify`: is a deposit whole, unaltered, and signed by whom."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bangvang.commands.manner import CLEAN, PROBLEMS, USAGE, Commands


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "verify",
        help="kiểm tra một gói lưu trữ",
        description="Kiểm tra một gói lưu trữ: đủ tệp không, có bị sửa không, do ai ký.",
    )
    parser.add_argument("path", type=Path, metavar="ĐƯỜNG_DẪN", help="thư mục hoặc tệp .zip của gói lưu trữ")
    parser.add_argument(
        "--key", type=Path, metavar="TỆP", help="khóa công khai của cơ quan: một khóa, hoặc bản kê khóa lấy từ trang"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="cách in kết quả (mặc định: text)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.archive.keys import keys_to_trust
    from bangvang.archive.opened import NotABag
    from bangvang.archive.report import as_json, as_text
    from bangvang.archive.verification import verify
    from bangvang.commands.progress import progress
    from bangvang.signatures import KeyFault

    try:
        keys = keys_to_trust(options.key) if options.key else ()
        with progress() as told:
            judgement = verify(options.path, keys, told.count)
    except KeyFault as fault:
        print(fault, file=sys.stderr)
        return USAGE
    except NotABag as fault:
        print(fault, file=sys.stderr)
        return PROBLEMS
    print(as_json(judgement) if options.format == "json" else as_text(judgement))
    return CLEAN if judgement.sound else PROBLEMS
