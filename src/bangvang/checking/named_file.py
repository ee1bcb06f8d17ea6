"""A file that a record names: really there, really in its folder, and of a kind that can be shown or taken home."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from bangvang.checking.finding import Finding
from bangvang.loading import Loaded
from bangvang.records import Loc, is_reserved

MISSING = "file-missing"
FORM = "photo-form"
FILE_FORM = "file-form"

PHOTO_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
FILE_SUFFIXES = (
    *(".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".csv", ".txt"),
    *sorted(PHOTO_SUFFIXES),
)
"""What may stand in data/files/: nothing that a browser or a server would run, or that carries macros."""
_RUN_BY_SERVERS = frozenset(
    {".php", ".phtml", ".phar", ".cgi", ".pl", ".py", ".asp", ".aspx", ".jsp", ".shtml", ".html", ".htm", ".svg", ".js"}
)
"""Some servers go by any part of a name that looks like a suffix: x.php.pdf."""

MAX_PHOTO_BYTES = 50_000_000
_PHONE_SUFFIXES = frozenset({".heic", ".heif", ".avif"})
_PHONE_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"},
)
_OTHER_PICTURES = (b"GIF8", b"BM", b"II*\0", b"MM\0*")
_HEAD_BYTES = 1024

_SAVE_AS = "Mở ảnh bằng một phần mềm xem ảnh, chọn lưu thành (Save as) JPEG, rồi chép tệp .jpg đó vào."


class FileProblem(NamedTuple):
    """Why a file cannot be used, before it is known which line of which record asked for it."""

    what: str
    remedy: str
    check: str

    def at(self, where: Loaded, loc: Loc) -> Finding:
        """The same as a finding at the value that names the file."""
        return Finding(where, loc, self.what, self.remedy, self.check)


def absent(folder: Path, name: str) -> FileProblem | None:
    """What is wrong with the place of a file named below a folder of data/."""
    path = folder / name
    below = f"data/{folder.name}/{name}"
    if is_reserved(path.name):
        return FileProblem(
            f"tên tệp {path.name} thì Windows giữ riêng cho thiết bị", "Đổi tên tệp, rồi sửa tên tệp ở đây.", MISSING
        )
    if path.is_symlink() or not _stays_in(folder, path):
        return FileProblem(f"{below} là đường dẫn tắt (symlink)", "Chép tệp thật vào thay cho đường dẫn tắt.", MISSING)
    if not path.is_file():
        return FileProblem(f"không thấy tệp {below}", "Chép tệp vào đúng thư mục, hoặc sửa tên tệp ở đây.", MISSING)
    if (true := path.resolve().name) != path.name:
        return FileProblem(
            f"tệp trong thư mục tên là {true}, khác {path.name} ở chữ hoa, chữ thường: máy chủ Linux sẽ không tìm thấy",
            f"Sửa tên tệp ở đây thành {true}.",
            MISSING,
        )
    return None


def unfit_attachment(folder: Path, name: str) -> FileProblem | None:
    """What is wrong with a file for readers to take home."""
    path = folder / name
    if path.suffix.lower() not in FILE_SUFFIXES:
        kind = f"đuôi {path.suffix}" if path.suffix else "không có đuôi"
        return FileProblem(
            f"tệp đính kèm {path.name} ({kind}) không thuộc loại được đăng",
            f"Lưu lại thành PDF, hoặc một trong các loại {', '.join(FILE_SUFFIXES)}, rồi sửa tên tệp ở đây.",
            FILE_FORM,
        )
    if hidden := _RUN_BY_SERVERS.intersection(suffix.lower() for suffix in path.suffixes[:-1]):
        return FileProblem(
            f"tên tệp {path.name} có {min(hidden)} ở giữa, có máy chủ sẽ chạy tệp này như chương trình",
            "Đổi tên tệp, chỉ giữ một dấu chấm trước đuôi, rồi sửa tên tệp ở đây.",
            FILE_FORM,
        )
    return absent(folder, name) or _empty(path)


def _empty(path: Path) -> FileProblem | None:
    try:
        if path.stat().st_size:
            return None
    except OSError:
        return FileProblem(f"không đọc được tệp {path.name}", "Kiểm tra quyền đọc tệp, hoặc chép lại tệp.", MISSING)
    return FileProblem(f"tệp đính kèm {path.name} rỗng", "Chép lại tệp từ nơi đã lưu.", FILE_FORM)


def unfit_photo(folder: Path, name: str) -> FileProblem | None:
    """What can be told to be wrong with a photo from its name, its place, its size and its first bytes."""
    path = folder / name
    suffix = path.suffix.lower()
    if suffix in _PHONE_SUFFIXES:
        return _phone_picture(path)
    if suffix not in PHOTO_SUFFIXES:
        return FileProblem(
            f"ảnh {path.name} không thuộc loại dùng được",
            "Dùng ảnh .jpg, .png hoặc .webp; ảnh .svg có thể chứa mã lệnh nên không nhận.",
            FORM,
        )
    return absent(folder, name) or _unfit_content(path)


def _stays_in(folder: Path, path: Path) -> bool:
    """Whether no link on the way leads out of the folder; data/ itself may lie elsewhere."""
    try:
        home = folder.parent.resolve() / folder.name
        return path.resolve().is_relative_to(home)
    except (OSError, RuntimeError):  # a circle of links
        return False


def _unfit_content(path: Path) -> FileProblem | None:
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError:
        return FileProblem(f"không đọc được ảnh {path.name}", "Kiểm tra quyền đọc tệp, hoặc chép lại ảnh.", MISSING)
    if size > MAX_PHOTO_BYTES:
        return FileProblem(
            f"tệp ảnh {path.name} nặng quá {MAX_PHOTO_BYTES // 1_000_000} MB",
            "Thu nhỏ ảnh rồi lưu lại thành JPEG; cạnh dài 4.000 điểm ảnh là đủ.",
            FORM,
        )
    return _unfit_head(path, head)


def _unfit_head(path: Path, head: bytes) -> FileProblem | None:
    if photo_format(head):
        return None
    if not head:
        return FileProblem(f"tệp ảnh {path.name} rỗng", "Chép lại ảnh từ máy ảnh hoặc từ nơi cung cấp.", FORM)
    if head[4:8] == b"ftyp" and head[8:12] in _PHONE_BRANDS:
        return _phone_picture(path)
    if b"<svg" in head.lower():
        return FileProblem(
            f"{path.name} thật ra là ảnh .svg", "Ảnh .svg có thể chứa mã lệnh nên không nhận. " + _SAVE_AS, FORM
        )
    if head.startswith(_OTHER_PICTURES):
        return FileProblem(f"ảnh {path.name} không phải là JPEG, PNG hay WebP dù mang đuôi đó", _SAVE_AS, FORM)
    return FileProblem(f"tệp {path.name} không phải là ảnh, hoặc đã hỏng", "Chép lại ảnh gốc vào.", FORM)


def photo_format(head: bytes) -> str | None:
    """The kind of picture these bytes begin, if it is one that can be shown."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return None


def _phone_picture(path: Path) -> FileProblem:
    return FileProblem(
        f"ảnh {path.name} là ảnh HEIC hoặc AVIF của điện thoại, nhiều trình duyệt không xem được",
        _SAVE_AS + " Trên iPhone: Cài đặt, Camera, Định dạng, chọn Tương thích nhất.",
        FORM,
    )
