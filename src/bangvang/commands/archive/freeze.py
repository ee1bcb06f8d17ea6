"""`bangvang archive freeze`: a campaign is closed, and from then on nothing in it changes unseen."""

from __future__ import annotations

import argparse
from pathlib import Path

from bangvang.commands.manner import Commands, add_common, day_of, open_project, project_root, reporting


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "freeze",
        help="khóa hồ sơ một phong trào đã kết thúc",
        description="Khóa hồ sơ một phong trào đã kết thúc: ghi lại nội dung các hồ sơ và trang của phong trào; "
        "từ đó chỗ nào khác đi mà không có đính chính thì check và build báo lỗi.",
    )
    parser.add_argument("campaign", metavar="PHONG_TRÀO", help="mã phong trào")
    parser.add_argument("--by", required=True, metavar="NGƯỜI_KHÓA", help="người khóa: họ tên, chức vụ")
    parser.add_argument("--key", type=Path, metavar="TỆP", help="ký bằng khóa bí mật này")
    add_common(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.archive.freezing import Order, freeze
    from bangvang.archive.keys import signing_key
    from bangvang.checking import check

    root = project_root(options.project)

    def work() -> str:
        key = signing_key(root, options.key)
        project, registry = open_project(root, day_of(options), options.no_cache)
        return freeze(root, registry, check(project, registry), Order(options.campaign, options.by, key)).told()

    return reporting(work)
