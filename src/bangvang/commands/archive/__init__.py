"""`bangvang archive`: what is kept for decades, and how to see that it is whole; a module for each sub-command."""

from __future__ import annotations

from bangvang.commands.archive import deposit, freeze, keygen, verify
from bangvang.commands.manner import Commands, Parser

_COMMANDS = (freeze, keygen, deposit, verify)


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "archive",
        help="lưu trữ: khóa hồ sơ, tạo khóa ký, đóng gói, kiểm tra",
        description="Lưu trữ lâu dài: khóa hồ sơ một phong trào đã kết thúc (freeze), tạo khóa ký (keygen), "
        "đóng gói một phong trào, một năm hoặc toàn bộ (deposit), kiểm tra gói lưu trữ (verify).",
    )
    below = parser.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, parser_class=Parser, dest="VIỆC")
    for module in _COMMANDS:
        module.add(below)
