"""`bangvang build`: the site, from the records."""

from __future__ import annotations

import argparse

from bangvang.commands.manner import Commands, add_building, day_of, project_root, reporting


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "build",
        help="dựng trang vào site/",
        description="Kiểm tra dữ liệu rồi dựng trang; có lỗi thì trang cũ giữ nguyên.",
    )
    add_building(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.publishing.frame import begin_frame
    from bangvang.workers import no_garbage_collection

    day = day_of(options)
    root = project_root(options.project)

    def build() -> str:
        with no_garbage_collection():
            frame = begin_frame(root, clean=options.clean)  # MkDocs begins while the engine is being imported
            from bangvang.publishing.build import build_site

            return build_site(root, day=day, frame=frame, jobs=options.jobs, clean=options.clean).told()

    return reporting(build)
