"""The command line: thin. Parse, call, print; everything else is in the library."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn

from bangvang import __version__
from bangvang.commands import (
    archive,
    book,
    build,
    cards,
    check,
    demo,
    edit,
    export,
    forget,
    import_file,
    new,
    publish,
    schema,
    serve,
    sheet,
)
from bangvang.commands.manner import PROBLEMS, Parser
from bangvang.spoken import as_sentence, speak_utf8

COMMANDS = (
    new,
    import_file,
    check,
    build,
    serve,
    edit,
    publish,
    forget,
    cards,
    book,
    sheet,
    archive,
    schema,
    export,
    demo,
)
"""In the order in which `--help` tells of them."""


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


def build_parser() -> Parser:
    """All commands and options; documentation is tested against it."""
    parser = Parser(prog="bangvang", description="Bảng Vàng: dữ liệu thi đua, khen thưởng thành trang thông tin.")
    parser.add_argument("--version", action="version", version=f"bangvang {__version__}", help="in số phiên bản")
    commands = parser.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, parser_class=Parser, dest="LỆNH")
    for command_module in COMMANDS:
        command_module.add(commands)
    return parser
