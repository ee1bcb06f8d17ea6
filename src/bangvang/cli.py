"""The command line: thin. Parse, call, print; everything else is in the library."""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from bangvang import __version__
from bangvang.problem import Severity
from bangvang.spoken import as_sentence, speak_utf8

if TYPE_CHECKING:
    from bangvang.loading import Project
    from bangvang.publishing.outlook import Outlook
    from bangvang.registry import Registry
    from bangvang.verdict import Verdict

CLEAN, PROBLEMS, USAGE = 0, 1, 2

_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"thiếu \1"),
    (r"argument (.*): invalid choice: (\S*) \(choose from (.*)\)", r"không có lựa chọn \2 cho \1; chỉ có: \3"),
    (r"argument (.*): invalid .* value: (.*)", r"\1 không nhận giá trị \2"),
    (r"argument (.*): expected one argument", r"\1 cần một giá trị đi kèm"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
)


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 for clean, 1 for problems, 2 for wrong usage."""
    speak_utf8()
    options = build_parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except BrokenPipeError:
        sys.stderr.close()
        return PROBLEMS
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return PROBLEMS
    except OSError as error:
        print(as_sentence(error), file=sys.stderr)
        return PROBLEMS


def command() -> NoReturn:
    """Run one command and leave at once: to tidy up the memory of a large project takes time and helps nobody."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # whoever read it has gone
            stream.flush()
    os._exit(code)


def build_parser() -> _Parser:
    """All commands and options; documentation is tested against it."""
    parser = _Parser(prog="bangvang", description="Bảng Vàng: dữ liệu thi đua, khen thưởng thành trang thông tin.")
    parser.add_argument("--version", action="version", version=f"bangvang {__version__}", help="in số phiên bản")
    commands = parser.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, parser_class=_Parser, dest="LỆNH")
    _add_new(commands)
    _add_import(commands)
    _add_check(commands)
    _add_build(commands)
    _add_serve(commands)
    _add_edit(commands)
    _add_publish(commands)
    _add_schema(commands)
    _add_export(commands)
    _add_demo(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _add_check(commands: _Commands) -> None:
    parser = commands.add_parser(
        "check", help="kiểm tra dữ liệu", description="Kiểm tra mọi hồ sơ, báo hết lỗi một lần."
    )
    parser.add_argument("paths", nargs="*", metavar="TỆP", help="chỉ báo lỗi của các tệp, thư mục này")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="dạng kết quả")
    _add_common(parser)
    parser.set_defaults(run=_check)


def _add_new(commands: _Commands) -> None:
    parser = commands.add_parser("new", help="tạo một hồ sơ mới", description="Hỏi từng mục rồi ghi thành tệp mới.")
    parser.add_argument("kind", metavar="LOẠI", help="honouree, decision, campaign, document, practice…")
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án")
    parser.set_defaults(run=_new)


def _add_import(commands: _Commands) -> None:
    parser = commands.add_parser(
        "import",
        help="nhập danh sách từ Excel, Word; lời văn một kế hoạch; hoặc tệp Excel đã xuất",
        description="Đọc danh sách trong tệp .xlsx, .xlsm, .csv, .docx, hỏi chỗ chưa rõ, rồi ghi thành một quyết định. "
        "Tệp .docx, .txt, .md chứa lời văn kế hoạch, chỉ thị… thì ghi thành bản nháp văn bản và nói chỗ cần xem lại. "
        "Tệp do export excel xuất ra thì chỉ những ô đã sửa được ghi lại.",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp danh sách hoặc văn bản")
    parser.add_argument("--answers", type=Path, metavar="TỆP_TRẢ_LỜI", help="lấy câu trả lời trong tệp này, không hỏi")
    parser.add_argument("--revise", metavar="MÃ", help="danh sách đã sửa của quyết định này: chỉ thay danh sách")
    parser.add_argument("--yes", action="store_true", help="tệp do export excel xuất: ghi không hỏi, không xóa gì")
    parser.add_argument("--answers-template", action="store_true", help="chỉ in tệp trả lời mẫu cho danh sách này")
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án (mặc định: nơi đang đứng)")
    parser.set_defaults(run=_import)


def _add_build(commands: _Commands) -> None:
    parser = commands.add_parser(
        "build",
        help="dựng trang vào site/",
        description="Kiểm tra dữ liệu rồi dựng trang; có lỗi thì trang cũ giữ nguyên.",
    )
    _add_build_options(parser)
    parser.set_defaults(run=_build)


def _add_serve(commands: _Commands) -> None:
    parser = commands.add_parser(
        "serve", help="xem thử trang trên máy này", description="Mở trang trên máy này và dựng lại mỗi khi lưu một tệp."
    )
    _add_build_options(parser)
    parser.add_argument("--host", default="127.0.0.1", metavar="ĐỊA_CHỈ", help="địa chỉ để mở (mặc định 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, metavar="CỔNG", help="cổng để mở (mặc định 8000)")
    parser.set_defaults(run=_serve)


def _add_edit(commands: _Commands) -> None:
    parser = commands.add_parser(
        "edit",
        help="soạn hồ sơ bằng trình duyệt",
        description="Mở trình soạn trong trình duyệt của máy này; không máy nào khác vào được.",
    )
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án (mặc định: nơi đang đứng)")
    parser.add_argument("--no-browser", action="store_true", help="chỉ in địa chỉ, không mở trình duyệt")
    parser.set_defaults(run=_edit)


def _add_publish(commands: _Commands) -> None:
    parser = commands.add_parser(
        "publish",
        help="đưa trang vào thư mục, tệp .zip hoặc kho Git để đăng",
        description="Kiểm tra, dựng trang, nói trước người đọc sẽ thấy gì khác, "
        "chép trọn vào nơi đăng, rồi ghi sổ địa chỉ và nhật ký.",
    )
    parser.add_argument(
        "target",
        metavar="NƠI_ĐĂNG",
        help="thư mục; tên tệp .zip; zip (tệp mang tên ngày trong cong-bo/); hoặc git:ĐỊA_CHỈ#NHÁNH",
    )
    manner = parser.add_mutually_exclusive_group()
    manner.add_argument("--offline", action="store_true", help="chép một bản mở được ngay trên máy, không cần mạng")
    manner.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ thay đổi gì, không công bố")
    parser.add_argument("--yes", action="store_true", help="công bố không hỏi lại, dù nhiều người biến mất")
    _add_day_and_jobs(parser)
    parser.set_defaults(run=_publish)


def _add_day_and_jobs(parser: _Parser) -> None:
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án (mặc định: nơi đang đứng)")
    parser.add_argument("--as-of", metavar="NGÀY", help="xem như hôm nay là ngày này, ví dụ 2026-11-21")
    parser.add_argument("--jobs", type=int, metavar="SỐ", help="số tiến trình cùng làm (mặc định: số nhân của máy)")


def _add_build_options(parser: _Parser) -> None:
    _add_day_and_jobs(parser)
    parser.add_argument("--clean", action="store_true", help="dựng lại mọi trang, không dùng kết quả lần trước")


def _add_schema(commands: _Commands) -> None:
    parser = commands.add_parser(
        "schema", help="ghi JSON Schema của mọi loại hồ sơ", description="Ghi JSON Schema để trình soạn thảo gợi ý."
    )
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="nơi ghi")
    parser.set_defaults(run=_schema)


def _add_export(commands: _Commands) -> None:
    parser = commands.add_parser(
        "export",
        help="xuất dữ liệu",
        description="Xuất mỗi hồ sơ thành một tệp JSON (data), hoặc mỗi loại thành một tệp Excel để sửa (excel).",
    )
    parser.add_argument("what", choices=("data", "excel"), metavar="data|excel", help="xuất gì")
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="nơi ghi")
    parser.add_argument("--kind", metavar="LOẠI", help="chỉ xuất loại này ra Excel: honouree, decision, campaign…")
    _add_common(parser)
    parser.set_defaults(run=_export)


def _add_demo(commands: _Commands) -> None:
    parser = commands.add_parser(
        "demo", help="tạo dữ liệu giả để thử", description="Tạo một dự án hoàn chỉnh với dữ liệu hư cấu."
    )
    parser.add_argument("count", type=int, metavar="SỐ", help="số người, tập thể, hộ gia đình")
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục mới hoặc trống")
    parser.set_defaults(run=_demo)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--project", type=Path, metavar="THƯ_MỤC", help="thư mục dự án (mặc định: nơi đang đứng)")
    parser.add_argument("--as-of", metavar="NGÀY", help="xem như hôm nay là ngày này, ví dụ 2026-11-21")
    parser.add_argument("--no-cache", action="store_true", help="đọc lại mọi tệp, không dùng bộ nhớ đệm")


def _check(options: argparse.Namespace) -> int:
    from bangvang.output import FORMATS
    from bangvang.remembered import fingerprint, recall, remember

    day = _day(options.as_of)
    if day is None:
        return USAGE
    root = _project_root(options.project)
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

    project, registry = _open(root, day, no_cache)
    return check(project, registry)


def _build(options: argparse.Namespace) -> int:
    from bangvang.publishing.frame import begin_frame
    from bangvang.workers import no_garbage_collection

    day = _day(options.as_of)
    if day is None:
        return USAGE
    root = _project_root(options.project)

    def build() -> str:
        with no_garbage_collection():
            frame = begin_frame(root, clean=options.clean)  # MkDocs begins while the engine is being imported
            from bangvang.publishing.build import build_site

            return build_site(root, day=day, frame=frame, jobs=options.jobs, clean=options.clean).told()

    return _reporting(build)


def _publish(options: argparse.Namespace) -> int:
    from bangvang.publishing.publish import copy_offline, publish, rehearse
    from bangvang.publishing.target import target_of

    day = _day(options.as_of)
    if day is None:
        return USAGE
    root = _project_root(options.project)
    target = target_of(options.target, root, day)
    if options.dry_run:
        return _reporting(lambda: rehearse(root, target, day=day, jobs=options.jobs).told())
    if options.offline:
        return _reporting(lambda: copy_offline(root, target, day=day, jobs=options.jobs).told())
    agree = partial(agreed, asking=not options.yes)
    return _reporting(lambda: publish(root, target, day=day, jobs=options.jobs, agree=agree).told())


def agreed(expected: Outlook, *, asking: bool) -> bool:
    """Tell what readers will see; ask where it may not be what was meant."""
    from bangvang.vietnamese import fold

    print(expected.told(), flush=True)
    if not (asking and expected.needs_agreement):
        return True
    try:
        return fold(input("Vẫn công bố? (có/không) ").strip()) in ("co", "c")
    except EOFError:
        print("Không ai trả lời. Muốn công bố không hỏi lại, hãy thêm --yes.", file=sys.stderr)
        return False


def _reporting(work: Callable[[], str]) -> int:
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


def _serve(options: argparse.Namespace) -> int:
    from bangvang.preview import PreviewError, serve
    from bangvang.publishing.build import SITE

    if _day(options.as_of) is None:
        return USAGE
    root = _project_root(options.project)
    passed = [
        *(["--as-of", options.as_of] if options.as_of else []),
        *(["--jobs", str(options.jobs)] if options.jobs else []),
        *(["--clean"] if options.clean else []),
    ]
    try:
        serve(root, root / SITE, options.host, options.port, passed, lambda line: print(line, flush=True))
    except PreviewError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return CLEAN


def _edit(options: argparse.Namespace) -> int:
    from bangvang.office.editor import run_editor

    run_editor(_project_root(options.project), print, opening=not options.no_browser)
    return CLEAN


def _new(options: argparse.Namespace) -> int:
    from bangvang.office.new_record import ask_for_record

    root = _project_root(options.project)
    return ask_for_record(options.kind, root, read=input, write=print)


def _import(options: argparse.Namespace) -> int:
    from bangvang.clock import today
    from bangvang.office.incoming import Wishes, take_file

    root = _project_root(options.project)
    wishes = Wishes(options.answers, options.answers_template, options.revise, options.yes)
    return take_file(
        options.file, root, wishes, lambda: _open(root, today(os.environ), no_cache=False), read=input, write=print
    )


def _schema(options: argparse.Namespace) -> int:
    import json

    from bangvang.records import KINDS, json_schema, schema_file_name

    options.folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS.values():
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
        (options.folder / schema_file_name(kind)).write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"Đã ghi {len(KINDS)} tệp vào {options.folder}.")
    return CLEAN


def _export(options: argparse.Namespace) -> int:
    return _export_excel(options) if options.what == "excel" else _export_data(options)


def _export_excel(options: argparse.Namespace) -> int:
    from bangvang.office.workbooks.conversation import write_workbooks
    from bangvang.records import KINDS

    if options.kind is not None and options.kind not in KINDS:
        print(f"Không có loại {options.kind}; chỉ có: {', '.join(KINDS)}.", file=sys.stderr)
        return USAGE
    kinds = [options.kind] if options.kind else list(KINDS)
    return write_workbooks(_project_root(options.project), options.folder, kinds, print)


def _export_data(options: argparse.Namespace) -> int:
    from bangvang.checking import check
    from bangvang.exports.records import export_records

    day = _day(options.as_of)
    if day is None:
        return USAGE
    project, registry = _open(_project_root(options.project), day, options.no_cache)
    verdict = check(project, registry)
    if verdict.errors:
        print(f"Dữ liệu còn {verdict.errors} lỗi: chạy bangvang check và sửa trước khi xuất.", file=sys.stderr)
        return PROBLEMS
    summary = export_records(registry, options.folder)
    print(f"Đã ghi {summary.written} tệp vào {options.folder}; {summary.left_out} hồ sơ không được xuất hàng loạt.")
    return CLEAN


def _demo(options: argparse.Namespace) -> int:
    from bangvang.demo import DemoError, write_demo

    if options.count < 1:
        print("Số người, tập thể phải từ 1 trở lên.", file=sys.stderr)
        return USAGE
    try:
        summary = write_demo(options.count, options.folder)
    except DemoError as error:
        print(error, file=sys.stderr)
        return USAGE
    print(f"Đã tạo {summary.files} tệp dữ liệu giả trong {options.folder}.")
    return CLEAN


def _open(root: Path, day: datetime.date, no_cache: bool) -> tuple[Project, Registry]:
    """The project, read and put together as of the day."""
    from bangvang.loading import load_project, project_cache
    from bangvang.registry import build_registry

    project = load_project(root, cache=None if no_cache else project_cache(root))
    return project, build_registry(project, day)


def _day(as_of: str | None) -> datetime.date | None:
    """The day asked for, or today; None where what was asked for is no day."""
    from bangvang.clock import today

    if as_of is None:
        return today(os.environ)
    try:
        return datetime.date.fromisoformat(as_of)
    except ValueError:
        print(f"--as-of: “{as_of}” không phải là một ngày; viết như 2026-11-21.", file=sys.stderr)
        return None


def _project_root(given: Path | None) -> Path:
    """The folder given, or the nearest one upwards that has data/."""
    start = Path(os.path.abspath(given or Path.cwd()))
    above = () if given else (start, *start.parents)
    return next((folder for folder in above if (folder / "data").is_dir()), start)
