"""How every command speaks: its parser in Vietnamese, the options many share, what it opens, how it fails."""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

if TYPE_CHECKING:
    from bangvang.loading import Project
    from bangvang.registry import Registry

CLEAN, PROBLEMS, USAGE = 0, 1, 2

_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"thiếu \1"),
    (r"argument (.*): invalid choice: (\S*) \(choose from (.*)\)", r"không có lựa chọn \2 cho \1; chỉ có: \3"),
    (r"argument (.*): invalid .* value: (.*)", r"\1 không nhận giá trị \2"),
    (r"argument (.*): (“.*)", r"\1: \2"),
    (r"argument (.*): expected one argument", r"\1 cần một giá trị đi kèm"),
    (r"argument (.*): not allowed with argument (.*)", r"không dùng \1 cùng với \2"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 không nhận giá trị \2"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
)


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Vietnamese."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self._positionals.title = "Tham số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này rồi thôi")

    def error(self, message: str) -> NoReturn:
        for pattern, spoken in _COMPLAINTS:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, spoken, message)
                break
        self.exit(USAGE, f"{self.prog}: {message}.\nGõ {self.prog} --help để xem hướng dẫn.\n")


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_common(parser: argparse.ArgumentParser) -> None:
    """The options of commands that read the records."""
    _add_place_and_time(parser)
    parser.add_argument("--no-cache", action="store_true", help="đọc lại mọi tệp, không dùng bộ nhớ đệm")


def add_day_and_jobs(parser: Parser) -> None:
    """The options of commands that make a site."""
    _add_place_and_time(parser)
    parser.add_argument("--jobs", type=int, metavar="SỐ", help="số tiến trình cùng làm (mặc định: số nhân của máy)")


def add_building(parser: Parser) -> None:
    """The options of commands that make a site which may be made anew."""
    add_day_and_jobs(parser)
    parser.add_argument("--clean", action="store_true", help="dựng lại mọi trang, không dùng kết quả lần trước")


def _add_place_and_time(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án (mặc định: nơi đang đứng)")
    parser.add_argument("--as-of", type=_day, metavar="NGÀY", help="xem như hôm nay là ngày này, ví dụ 2026-11-21")


def _day(typed: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{typed}” không phải là một ngày; viết như 2026-11-21") from error


def day_of(options: argparse.Namespace) -> datetime.date:
    """The day asked for, or today."""
    from bangvang.clock import today

    asked: datetime.date | None = options.as_of
    return asked or today(os.environ)


def project_root(given: Path | None) -> Path:
    """The folder given, or the nearest one upwards that has data/."""
    start = Path(os.path.abspath(given or Path.cwd()))
    above = () if given else (start, *start.parents)
    return next((folder for folder in above if (folder / "data").is_dir()), start)


def open_project(root: Path, day: datetime.date, no_cache: bool) -> tuple[Project, Registry]:
    """The project, read and put together as of the day."""
    from bangvang.loading import load_project, project_cache
    from bangvang.registry import build_registry

    project = load_project(root, cache=None if no_cache else project_cache(root))
    return project, build_registry(project, day)


def sound_registry(options: argparse.Namespace, root: Path, before: str) -> Registry:
    """All records, if they are without error; what is to be done with them names the failure otherwise."""
    from bangvang.checking import check
    from bangvang.publishing.error import Failure

    project, registry = open_project(root, day_of(options), options.no_cache)
    verdict = check(project, registry)
    if verdict.errors:
        raise Failure(f"Dữ liệu còn {verdict.errors} lỗi: chạy bangvang check và sửa trước khi {before}.")
    return registry


def reporting(work: Callable[[], str]) -> int:
    """Do what writes a site; print what it tells, or why it could not be done."""
    from bangvang.output import as_text
    from bangvang.publishing.error import Failure, StagingError

    try:
        print(work())
    except Failure as failure:
        if failure.verdict is not None:
            for line in as_text(failure.verdict, failure.verdict.problems):
                print(line)
        print(failure, file=sys.stderr)
        return PROBLEMS
    except StagingError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return CLEAN
