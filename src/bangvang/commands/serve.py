"""`bangvang serve`: the site on this machine while records are edited."""

from __future__ import annotations

import argparse
import sys

from bangvang.commands.manner import CLEAN, PROBLEMS, Commands, add_building, project_root


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "serve", help="xem thử trang trên máy này", description="Mở trang trên máy này và dựng lại mỗi khi lưu một tệp."
    )
    add_building(parser)
    parser.add_argument("--host", default="127.0.0.1", metavar="ĐỊA_CHỈ", help="địa chỉ để mở (mặc định 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, metavar="CỔNG", help="cổng để mở (mặc định 8000)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.preview import PreviewError, serve
    from bangvang.publishing.build import SITE

    root = project_root(options.project)
    passed = [
        *(["--as-of", str(options.as_of)] if options.as_of else []),
        *(["--jobs", str(options.jobs)] if options.jobs else []),
        *(["--clean"] if options.clean else []),
    ]
    try:
        serve(root, root / SITE, options.host, options.port, passed, lambda line: print(line, flush=True))
    except PreviewError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return CLEAN
