"""The keys of an office: the secret one it signs with, and the list of public ones that its site publishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bangvang.exports.public_keys import FILE, PATH
from bangvang.publishing.error import Failure, writing
from bangvang.signatures import KeyFault, new_key, public_text
from bangvang.whole_file import replacing_durably

_HEAD = "# Khóa công khai Ed25519 của cơ quan, mỗi dòng: ngày tạo, khóa (base64). Không xóa khóa cũ.\n"


def generate(root: Path, file: Path, day: date) -> str:
    """Make a key, enter its public half in the project's list; what it tells is for the office."""
    if file.resolve().is_relative_to(root.resolve()):
        raise Failure(
            f"{file} nằm trong thư mục dự án, nơi mọi người cùng dùng. Hãy ghi khóa bí mật ra chỗ riêng, ngoài dự án."
        )
    with writing(file):
        try:
            key = new_key(file)
        except KeyFault as fault:
            raise Failure(str(fault)) from None
        except FileNotFoundError:
            raise Failure(f"Không có thư mục {file.parent}. Tạo thư mục ấy trước, rồi chạy lại lệnh.") from None
    line = public_text(key)
    enter(root, line, day)
    return (
        f"Khóa bí mật: {file}. Chỉ chủ tệp đọc được; sao lưu ra nơi an toàn, đừng gửi cho ai.\n"
        f"Khóa công khai: {line}\n"
        f"Đã ghi khóa công khai vào {FILE.as_posix()}; lần công bố sau trang sẽ đăng ở /{PATH}."
    )


def enter(root: Path, line: str, day: date) -> None:
    """Add a public key to the list; earlier ones stay, for what they signed."""
    path = root / FILE
    with writing(root):
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
        with replacing_durably(path) as stream:
            stream.write(f"{before}{day.isoformat()} {line}\n".encode())
