"""From a project to the PDF of its yearbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bangvang.book.manuscript import Manuscript, manuscript
from bangvang.book.portraits import album
from bangvang.book.selection import Scope, select
from bangvang.book.typesetting import Paper, as_json, typeset
from bangvang.pages.answers import Answers
from bangvang.pages.reading import Reading
from bangvang.publishing.error import Failure, writing
from bangvang.registry import Registry
from bangvang.vietnamese import format_number
from bangvang.whole_file import replacing

FOREWORD = Path("data/book/loi-noi-dau.md")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the book is to be made."""

    scope: Scope
    paper: Paper = Paper.A4
    marks: bool = False
    title: str | None = None
    foreword: Path | None = None
    """A Markdown file; without one, the project's own, if it has one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the template reads."""

    paper: str
    marks: bool
    book: Manuscript


def make_book(root: Path, registry: Registry, wishes: Wishes, out: Path) -> str:
    """Write the book; what it tells is for the office."""
    reading = Reading(Answers(registry))
    selection = select(reading.answers, wishes.scope)
    laureates = [laureate for id in selection.honours if (laureate := reading.laureate(id))]
    photos = album(root, laureates, registry.day)
    foreword = foreword_of(root, wishes.foreword)
    book = manuscript(reading, selection, photos.portraits, title=wishes.title, foreword=foreword)
    pdf = typeset("book.typ", as_json(Setting(wishes.paper.value, wishes.marks, book)), photos.files, registry.day)
    write_whole(out, pdf)
    told = f"Đã in {format_number(len(laureates))} người, tập thể, hộ gia đình vào {out}."
    return "\n".join([told, *photos.problems])


def foreword_of(root: Path, given: Path | None) -> str:
    """The foreword's Markdown; nothing where the project has none."""
    path = given or root / FOREWORD
    if given is None and not path.is_file():
        return ""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Failure(f"Không thấy tệp lời nói đầu {path}. Xem lại tên tệp.") from None
    except (UnicodeDecodeError, OSError):
        raise Failure(
            f"Không đọc được tệp lời nói đầu {path}. Lưu lại thành tệp chữ UTF-8 rồi chạy lại lệnh."
        ) from None


def write_whole(out: Path, content: bytes) -> None:
    """Replace the file, or say why it cannot be."""
    with writing(out.parent):
        out.parent.mkdir(parents=True, exist_ok=True)
        with replacing(out) as stream:
            stream.write(content)
