"""Typst at work: templates and data in a folder of their own, out comes a PDF for archives and screen readers."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from bangvang.assets import FOLDER as ASSETS
from bangvang.book import compositor
from bangvang.book.faces import fitted
from bangvang.fonts import FOLDER
from bangvang.publishing.error import Failure

LAYOUT = Path(__file__).parent / "layout"
_ESCAPE = re.compile(r'\\(["\\nbfrt]|u[0-9a-f]{4})')
_DIED = (
    "Chương trình dàn trang dừng đột ngột, có thể vì máy hết bộ nhớ hoặc ổ đĩa tạm đã đầy. "
    "Hãy đóng bớt chương trình khác rồi chạy lại; sách dày thì chia thêm tập bằng --volumes."
)


class Paper(StrEnum):
    """Sizes that the templates know."""

    A4 = "a4"
    A5 = "a5"


class SettingError(Exception):
    """Typst could not set what it was given; in its own words."""


def as_json(content: object) -> str:
    """Data classes as JSON in characters that the fonts have."""
    return _ESCAPE.sub(_without_control, fitted(as_written(content)))


def _without_control(escape: re.Match[str]) -> str:
    """JSON spells out control characters, which no font has."""
    return escape[0] if escape[1] in '\\"n' else " "


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
    with TemporaryDirectory(prefix="bangvang-book-") as name:
        folder = Path(name)
        for path in (*LAYOUT.glob("*.typ"), ASSETS / "trong-dong.svg"):
            shutil.copy(path, folder)
        (folder / "data.json").write_text(data, encoding="utf-8")
        for file, source in files.items():
            shutil.copy(source, folder / file)
        command = [sys.executable, "-P", "-m", compositor.__name__, name, template, str(FOLDER), str(_noon(day))]
        ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if (folder / compositor.REFUSED).is_file():
            raise SettingError((folder / compositor.REFUSED).read_text(encoding="utf-8"))
        if ended.returncode or not (folder / compositor.TOLD).is_file():
            raise Failure(_DIED)
        told = json.loads((folder / compositor.TOLD).read_text(encoding="utf-8"))
        return Printed((folder / compositor.PDF).read_bytes(), told["count"], told["pages"])


def _noon(day: datetime.date) -> int:
    return int(datetime.datetime.combine(day, datetime.time(12), datetime.UTC).timestamp())


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"a {type(value).__name__} cannot be printed")
