"""The keys of an office: the secret one it signs with, and the list of public ones that its site publishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bangvang.exports.public_keys import PATH
from bangvang.frozen.keys import KEYS, BadKeys, keys_text, known_keys, with_key
from bangvang.publishing.error import Failure, writing
from bangvang.signatures import KeyFault, load_key, load_public_key, new_key, public_key, public_text
from bangvang.whole_file import replacing_durably


def generate(root: Path, file: Path, day: date) -> str:
    """Make a key, enter its public half in the project's list; what it tells is for the office."""
    if file.resolve().is_relative_to(root.resolve()):
        raise Failure(
            f"{file} nằm trong thư mục dự án, nơi mọi người cùng dùng. Hãy ghi khóa bí mật ra chỗ riêng, ngoài dự án."
        )
    try:
        known_keys(root)
    except BadKeys as bad:
        raise Failure(f"Chưa tạo khóa: danh sách khóa công khai hỏng.\n{bad}") from None
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
        f"Đã ghi khóa công khai vào {KEYS}; lần công bố sau trang sẽ đăng ở /{PATH}."
    )


def signing_key(root: Path, file: Path | None) -> Ed25519PrivateKey | None:
    """The secret key of a file, if one is given; whoever looks for its public half later looks in the office's list."""
    if file is None:
        return None
    try:
        key, known = load_key(file), known_keys(root)
    except (KeyFault, BadKeys) as fault:
        raise Failure(str(fault)) from None
    if known is not None and public_text(key) not in known:
        raise Failure(f"Khóa này không có trong {KEYS}. Dùng khóa của cơ quan, hoặc tạo bằng bangvang archive keygen.")
    return key


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
    """Add a public key to the list."""
    path = root / KEYS
    with writing(root):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing_durably(path) as stream:
            stream.write(with_key(keys_text(root), line, day).encode())
