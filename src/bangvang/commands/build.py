"""`bangvang build`: the site, from the records."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bangvang.commands.manner import (
    CLEAN,
    PROBLEMS,
    USAGE,
    Commands,
    add_building,
    day_of,
    project_root,
    reporting,
)


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "build",
        help="dựng trang vào site/",
        description="Kiểm tra dữ liệu rồi dựng trang; có lỗi thì trang cũ giữ nguyên.",
    )
    parser.add_argument(
        "--reproduce",
        type=Path,
        metavar="DANH_SÁCH",
        help="dựng lại từ nguồn vào một thư mục tạm rồi so với danh sách đã công bố "
        "(tệp .well-known/bangvang.json, thư mục đã đăng, hoặc tệp .zip); trang trong site/ giữ nguyên",
    )
    add_building(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.publishing.frame import begin_frame
    from bangvang.workers import no_garbage_collection

    if options.reproduce is not None:
        return _reproduce(options)
    day = day_of(options)
    root = project_root(options.project)

    def build() -> str:
        with no_garbage_collection():
            frame = begin_frame(root, clean=options.clean)  # MkDocs begins while the engine is being imported
            from bangvang.publishing.build import build_site

            return build_site(root, day=day, frame=frame, jobs=options.jobs, clean=options.clean).told()

    return reporting(build)


def _reproduce(options: argparse.Namespace) -> int:
    from bangvang.publishing.reproducing import Reproduced, reproduce

    if options.as_of is not None or options.clean:
        print("--reproduce lấy ngày trong danh sách và luôn dựng từ đầu: bỏ --as-of, --clean.", file=sys.stderr)
        return USAGE
    found: list[Reproduced] = []

    def compare() -> str:
        found.append(reproduce(project_root(options.project), options.reproduce, options.jobs))
        return found[0].told()

    code = reporting(compare)
    return code if code != CLEAN or found[0].is_same else PROBLEMS
