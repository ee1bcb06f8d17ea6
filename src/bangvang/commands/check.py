"""`bangvang check`: everything that is wrong, at once."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bangvang.commands.manner import CLEAN, PROBLEMS, USAGE, Commands, add_common, day_of, open_project, project_root
from bangvang.problem import Severity

if TYPE_CHECKING:
    from bangvang.verdict import Verdict


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "check", help="kiểm tra dữ liệu", description="Kiểm tra mọi hồ sơ, báo hết lỗi một lần."
    )
    parser.add_argument("paths", nargs="*", metavar="TỆP", help="chỉ báo lỗi của các tệp, thư mục này")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="dạng kết quả")
    add_common(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from bangvang.output import FORMATS
    from bangvang.remembered import fingerprint, recall, remember

    day = day_of(options)
    root = project_root(options.project)
    wanted = [os.path.relpath(os.path.abspath(path), root) for path in options.paths]
    for path, given in zip(wanted, options.paths, strict=True):
        if path.startswith("..") or not (root / path).exists():
            print(f"Không có {given} trong dự án {root}. Hãy xem lại đường dẫn.", file=sys.stderr)
            return USAGE
    key = fingerprint(root, day)
    verdict = None if options.no_cache else recall(root, key)
    if verdict is None:
        verdict = _full_check(root, day, options.no_cache)
        if not options.no_cache:
            remember(root, key, verdict)
    folders = [Path(path).as_posix() for path in wanted]
    shown = [
        problem
        for problem in verdict.problems
        if not folders or any(path in (".", problem.path) or problem.path.startswith(f"{path}/") for path in folders)
    ]
    for line in FORMATS[options.format](verdict, shown):
        print(line)
    return PROBLEMS if any(problem.severity is Severity.ERROR for problem in shown) else CLEAN


def _full_check(root: Path, day: datetime.date, no_cache: bool) -> Verdict:
    from bangvang.checking import check

    project, registry = open_project(root, day, no_cache)
    return check(project, registry)
