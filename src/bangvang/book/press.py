"""From a project to the PDF of its yearbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bangvang.book.campaigns import CampaignBrief
from bangvang.book.culprit import culprit
from bangvang.book.decisions import PrintedDecision
from bangvang.book.faces import unprintable
from bangvang.book.manuscript import Manuscript, manuscript
from bangvang.book.pieces import Piece, pieces_of, with_pieces
from bangvang.book.portraits import Album, album
from bangvang.book.selection import Scope, select
from bangvang.book.typesetting import Paper, Printed, SettingError, as_json, as_written, typeset
from bangvang.book.volumes import volumes
from bangvang.pages.answers import Answers
from bangvang.pages.reading import Reading
from bangvang.publishing.error import Failure, writing
from bangvang.registry import Registry
from bangvang.vietnamese import format_number, roman
from bangvang.whole_file import replacing

Tell = Callable[[str], None]
"""Where the office is told what is being done."""
FOREWORD = Path("data/book/loi-noi-dau.md")


def _to_nobody(line: str) -> None:
    """For callers that do not wait in front of a screen."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the book is to be made."""

    scope: Scope
    paper: Paper = Paper.A4
    marks: bool = False
    title: str | None = None
    foreword: Path | None = None
    """A Markdown file; without one, the project's own, if it has one."""
    volumes: int | None = None
    """How many; without a wish, as many as it takes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the template reads."""

    paper: str
    marks: bool
    elsewhere: Mapping[str, str]
    """Volume and page of those who stand in earlier volumes."""
    book: Manuscript


def make_book(root: Path, registry: Registry, wishes: Wishes, out: Path, tell: Tell = _to_nobody) -> str:
    """Write the book; what it tells, while at it and in the end, is for the office."""
    reading = Reading(Answers(registry))
    selection = select(reading.answers, wishes.scope)
    laureates = [laureate for id in selection.honours if (laureate := reading.laureate(id))]
    tell(f"Đang chuẩn bị {format_number(len(laureates))} hồ sơ và ảnh…")
    photos = album(root, laureates, registry.day)
    foreword = foreword_of(root, wishes.foreword)
    book = manuscript(reading, selection, photos.portraits, title=wishes.title, foreword=foreword)
    printed = print_volumes(book, wishes, photos, registry, tell)
    paths = [out] if len(printed) == 1 else [volume_path(out, number) for number in range(1, len(printed) + 1)]
    for path, volume in zip(paths, printed, strict=True):
        write_whole(path, volume.pdf)
    lines = [f"Đã in {format_number(len(laureates))} người, tập thể, hộ gia đình:"]
    lines += [f"- {path}: {format_number(one.count)} trang" for path, one in zip(paths, printed, strict=True)]
    return "\n".join([*lines, *photos.problems, *_strange_letters(book, registry)])


def volume_path(out: Path, number: int) -> Path:
    """“ky-yeu.pdf” → “ky-yeu-tap-2.pdf”."""
    return out.with_name(f"{out.stem}-tap-{number}{out.suffix}")


def print_volumes(
    book: Manuscript, wishes: Wishes, photos: Album, registry: Registry, tell: Tell = _to_nobody
) -> list[Printed]:
    """Volume by volume; the last one knows the pages of all."""
    done: list[Printed] = []
    elsewhere: dict[str, str] = {}
    parts = volumes(book, wishes.volumes)
    for number, volume in enumerate(parts, 1):
        tell(f"Đang dàn tập {number} trong {len(parts)} tập…" if len(parts) > 1 else "Đang dàn trang…")
        setting = Setting(wishes.paper.value, wishes.marks, elsewhere if volume.names else {}, volume)
        printed = _set(setting, photos, registry)
        elsewhere |= {id: f"{roman(number)}.{page}" for id, page in printed.pages.items()}
        done.append(printed)
    return done


def _set(setting: Setting, photos: Album, registry: Registry) -> Printed:
    try:
        return _typeset(setting, photos, registry)
    except SettingError as error:
        raise Failure(_blamed(setting, photos, registry, error)) from error


def _typeset(setting: Setting, photos: Album, registry: Registry) -> Printed:
    data = as_json(setting)
    files = {name: path for name, path in photos.files.items() if name in data}
    return typeset("book.typ", data, files, registry.day)


def _blamed(setting: Setting, photos: Album, registry: Registry, error: SettingError) -> str:
    """Which record could not be set, and what Typst said of it."""
    bare = replace(setting.book, foreword=[], figures=None, names=(), units=(), sources=())

    def sets(pieces: Sequence[Piece]) -> bool:
        try:
            _typeset(replace(setting, book=with_pieces(bare, pieces)), photos, registry)
        except SettingError:
            return False
        return True

    found = culprit(pieces_of(setting.book), sets)
    what = (
        f"Không dàn trang được {found.item.name} ({_path(found, registry)})" if found else "Không dàn trang được sách"
    )
    remedy = "Sửa tệp ấy rồi chạy lại lệnh" if found else "Hãy báo cho người phụ trách kỹ thuật"
    return f"{what}. Chương trình dàn trang báo: “{error}”. {remedy}."


def _path(piece: Piece, registry: Registry) -> str:
    """The file that an item comes from."""
    id = piece.item.id
    for kind in ("campaign", "decision") if isinstance(piece.item, CampaignBrief | PrintedDecision) else ():
        if loaded := registry.loaded(kind, id):
            return loaded.path
    laureate = registry.laureate(id)
    if laureate is None:
        return id
    return laureate.profile.path if laureate.profile else laureate.honours[-1].source.path


def _strange_letters(book: Manuscript, registry: Registry) -> list[str]:
    """Where a lozenge stands for a character that the fonts do not have."""
    if not unprintable(as_written(book)):
        return []
    told = []
    for piece in pieces_of(book):
        strange = unprintable(as_written(piece))
        if strange:
            signs = " ".join(sorted(strange))
            told.append(f"{_path(piece, registry)}: phông chữ của sách không có {signs}; sách in ◊ thay vào.")
    return told


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
