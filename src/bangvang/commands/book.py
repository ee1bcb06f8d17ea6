"""`bangvang book`: the yearbook as a PDF."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bangvang.commands.manner import USAGE, Commands, add_common, project_root, reporting, sound_registry


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "book",
        help="in kỷ yếu ra tệp PDF",
        description="Dàn trang cuốn kỷ yếu từ dữ liệu: bìa, mục lục, phong trào, gương sáng, quyết định, bảng tra tên.",
    )
    parser.add_argument("out", type=Path, metavar="TỆP.pdf", help="nơi ghi cuốn sách")
    parser.add_argument("--campaign", metavar="MÃ", help="chỉ những ai được khen trong phong trào này")
    parser.add_argument("--year", type=int, metavar="NĂM", help="chỉ những ai được khen trong năm này")
    parser.add_argument("--event", metavar="MÃ", help="chỉ những ai được vinh danh tại sự kiện này")
    parser.add_argument("--place", metavar="MÃ", help="chỉ những ai ở địa phương này")
    parser.add_argument(
        "--select", type=Path, metavar="TỆP", help="chỉ những mã ghi trong tệp này, mỗi dòng một mã (hồ sơ, quyết định)"
    )
    parser.add_argument("--title", metavar="TÊN", help="tên sách in ở bìa")
    parser.add_argument("--foreword", type=Path, metavar="TỆP", help="lời nói đầu (mặc định: data/book/loi-noi-dau.md)")
    parser.add_argument("--paper", choices=("a4", "a5"), default="a4", help="khổ giấy (mặc định: a4)")
    parser.add_argument("--volumes", type=int, metavar="SỐ", help="chia thành mấy tập (mặc định: sách dày mới chia)")
    parser.add_argument("--marks", action="store_true", help="in dấu xén và chừa lề xén cho nhà in")
    add_common(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.book.press import Wishes, make_book
    from bangvang.book.selection import Scope, ids_listed
    from bangvang.book.typesetting import Paper

    if options.out.suffix.lower() != ".pdf":
        print(f"{options.out} không có đuôi .pdf: đặt tên tệp như ky-yeu-2026.pdf.", file=sys.stderr)
        return USAGE
    if options.volumes is not None and options.volumes < 1:
        print("--volumes: số tập phải từ 1 trở lên.", file=sys.stderr)
        return USAGE
    root = project_root(options.project)

    def work() -> str:
        registry = sound_registry(options, root, "in sách")
        ids = ids_listed(options.select) if options.select else ()
        scope = Scope(options.campaign, options.year, options.event, options.place, ids)
        wishes = Wishes(scope, Paper(options.paper), options.marks, options.title, options.foreword, options.volumes)
        return make_book(root, registry, wishes, options.out, lambda line: print(line, file=sys.stderr))

    return reporting(work)
