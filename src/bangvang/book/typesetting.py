"""Typst at work: templates and data in a folder of their own, out comes a PDF for archives and screen readers."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

from bangvang.assets import FOLDER as ASSETS
from bangvang.book.faces import fitted
from bangvang.fonts import FOLDER

LAYOUT = Path(__file__).parent / "layout"
Standard: TypeAlias = Literal["a-2a", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")


class Paper(StrEnum):
    """Sizes that the templates know."""

    A4 = "a4"
    A5 = "a5"


class SettingError(Exception):
    """Typst could not set what it was given; in its own words."""


def as_json(content: object) -> str:
    """Data classes as JSON in characters that the fonts have."""
    return fitted(as_written(content))


def as_written(content: object) -> str:
    """Data classes as JSON, whatever characters they hold."""
    return json.dumps(content, ensure_ascii=False, default=_plain, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF, on how many pages, and on which of them the labelled headings and names stand."""

    pdf: bytes
    count: int
    pages: Mapping[str, int]


def typeset(template: str, data: str, files: Mapping[str, Path], day: datetime.date) -> Printed:
    """The PDF of a template and its data; `files` stand beside it under their names. The day is the document's."""
    from typst import Compiler, TypstError

    with TemporaryDirectory(prefix="bangvang-book-") as name:
        folder = Path(name)
        for path in LAYOUT.glob("*.typ"):
            shutil.copy(path, folder)
        shutil.copy(ASSETS / "trong-dong.svg", folder)
        (folder / "data.json").write_text(data, encoding="utf-8")
        for file, source in files.items():
            shutil.copy(source, folder / file)
        compiler = Compiler(
            input=str(folder / template), root=str(folder), font_paths=[str(FOLDER)], ignore_system_fonts=True
        )
        try:
            pdf = compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=_noon(day))
            # The layout is still in memory, so that this costs next to nothing.
            told = json.loads(compiler.query("<told>", field="value", one=True))
        except TypstError as error:
            raise SettingError(str(error.message)) from error
    assert isinstance(pdf, bytes)
    return Printed(pdf, told["count"], told["pages"])


def _noon(day: datetime.date) -> int:
    return int(datetime.datetime.combine(day, datetime.time(12), datetime.UTC).timestamp())


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"a {type(value).__name__} cannot be printed")
