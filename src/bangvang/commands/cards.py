"""`bangvang cards`: the pictures that social networks show beside links to single pages."""

from __future__ import annotations

import argparse

from bangvang.commands.manner import Commands, add_day_and_jobs, day_of, project_root, reporting


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "cards",
        help="vẽ thẻ chia sẻ cho từng trang",
        description="Vẽ ảnh mà Zalo, Facebook hiện bên cạnh đường dẫn tới từng gương, quyết định, phong trào, "
        "cách làm; ảnh đã vẽ được giữ lại. Lệnh publish tự vẽ những ảnh còn thiếu.",
    )
    add_day_and_jobs(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.publishing.cards import make_cards

    day = day_of(options)
    root = project_root(options.project)
    return reporting(lambda: make_cards(root, day, options.jobs).told())
