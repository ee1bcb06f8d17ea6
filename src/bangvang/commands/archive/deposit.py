"""`bangvang archive deposit`: a campaign, a year or everything in one bag."""

from __future__ import annotations

import argparse
from pathlib import Path

from bangvang.commands.manner import Commands, add_common, day_of, project_root, reporting, sound_registry


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "deposit",
        help="đóng gói một phong trào, một năm hoặc toàn bộ để lưu trữ",
        description="Đóng gói thành một gói lưu trữ BagIt 1.0: dữ liệu, dữ liệu mở, bản đọc không cần mạng, "
        "bản lưu web (WACZ), ảnh, kỷ yếu.",
    )
    parser.add_argument("what", metavar="PHONG_TRÀO|NĂM|ALL", help="mã phong trào, một năm như 2026, hoặc ALL")
    parser.add_argument("out", type=Path, metavar="NƠI_GHI", help="thư mục mới, hoặc tên tệp .zip mới")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--public", action="store_true", help="bản công khai, theo quy tắc về tên người (mặc định)")
    form.add_argument("--full", action="store_true", help="bản đầy đủ, hạn chế: cả dữ liệu nguồn và hồ sơ chưa công bố")
    parser.add_argument("--site", type=Path, metavar="THƯ_MỤC", help="lấy trang đã dựng ở đây (mặc định: dựng lại)")
    book = parser.add_mutually_exclusive_group()
    book.add_argument("--book", type=Path, metavar="TỆP.pdf", help="lấy kỷ yếu đã in (mặc định: in mới)")
    book.add_argument("--no-book", action="store_true", help="không kèm kỷ yếu")
    parser.add_argument("--key", type=Path, metavar="TỆP", help="ký bằng khóa bí mật này")
    parser.add_argument("--jobs", type=int, metavar="SỐ", help="số tiến trình cùng làm (mặc định: số nhân của máy)")
    add_common(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.archive.deposit import Order, deposit
    from bangvang.archive.form import Form
    from bangvang.archive.keys import signing_key
    from bangvang.archive.payload import Extras
    from bangvang.archive.telling import Telling
    from bangvang.commands.progress import progress

    root = project_root(options.project)

    def work() -> str:
        key = signing_key(root, options.key)
        registry = sound_registry(options, root, "đóng gói")
        order = Order(
            options.what,
            Form.FULL if options.full else Form.PUBLIC,
            day_of(options),
            options.site,
            Extras(options.book, options.no_book),
            key,
            options.jobs,
        )
        with progress() as told:
            return deposit(root, registry, order, options.out, Telling(told.say, told.count)).told()

    return reporting(work)
