"""`bangvang schema`: what a text editor can check by itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from bangvang.commands.manner import CLEAN, Commands


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "schema", help="ghi JSON Schema của mọi loại hồ sơ", description="Ghi JSON Schema để trình soạn thảo gợi ý."
    )
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="nơi ghi")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    import json

    from bangvang.records import KINDS, json_schema, schema_file_name

    options.folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS.values():
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
        (options.folder / schema_file_name(kind)).write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"Đã ghi {len(KINDS)} tệp vào {options.folder}.")
    return CLEAN
