"""The keys of an office: the secret one it signs with, and the list of public ones that its site publishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bangvang.exports.public_keys import FILE, PATH
from bangvang.frozen.archive import KEYS, known_keys
from bangvang.publishing.error import Failure, writing
from bangvang.signatures import KeyFault, load_public_key, new_key, public_key, public_text
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


def refuse_strange(root: Path, key: str) -> None:
    """Who looks for the key later looks in the office's list."""
    known = known_keys(root)
    if key and known is not None and key not in known:
        raise Failure(f"Khóa này không có trong {KEYS}. Dùng khóa của cơ quan, hoặc tạo bằng bangvang archive keygen.")


def keys_to_trust(path: Path) -> tuple[Ed25519PublicKey, ...]:
    """The keys of a file: one in PEM, or a list as the site publishes it, where the key ends each line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return (load_public_key(path),)
    lines = [line.split()[-1] for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines or "-----BEGIN" in text:
        return (load_public_key(path),)
    return tuple([public_key(line) for line in lines])


def enter(root: Path, line: str, day: date) -> None:
    """Add a public key to the list; earlier ones stay, for what they signed."""
    path = root / FILE
    with writing(root):
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
        with replacing_durably(path) as stream:
            stream.write(f"{before}{day.isoformat()} {line}\n".encode())
