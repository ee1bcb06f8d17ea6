"""Typst in a process of its own: `python -m bangvang.book.compositor FOLDER TEMPLATE FONTS SECONDS`.

What it takes hundreds of megabytes to set is free again when the process ends, and its threads trouble nobody.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Literal, TypeAlias

from typst import Compiler, TypstError

Standard: TypeAlias = Literal["a-2a", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")
PDF, TOLD, REFUSED = "out.pdf", "told.json", "refused.txt"
"""What it leaves in the folder: the first two, or the last."""


def main(folder: Path, template: str, fonts: str, seconds: int) -> None:
    """Set a template with what lies beside it."""
    compiler = Compiler(input=str(folder / template), root=str(folder), font_paths=[fonts], ignore_system_fonts=True)
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=seconds)
        # The layout is still in memory, so that this costs next to nothing.
        told = json.loads(compiler.query("<told>", field="value", one=True))
    except TypstError as error:
        (folder / REFUSED).write_text(str(error.message), encoding="utf-8")
        return
    assert isinstance(pdf, bytes)
    (folder / PDF).write_bytes(pdf)
    (folder / TOLD).write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
