"""Ed25519 signatures: a key in a file that only its owner reads, and the signature of some bytes as one line."""

from __future__ import annotations

import base64
import binascii
import os
import stat
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from bangvang.whole_file import read_whole

_OWNER_ONLY = 0o600
_MOST = 1 << 16
"""No key file is larger."""
_AGAIN = "Tạo khóa mới bằng bangvang archive keygen, hoặc chép lại khóa từ bản sao lưu."


class KeyFault(Exception):
    """A finished sentence: why a key or a signature cannot be used, and what to do."""


def new_key(path: Path) -> Ed25519PrivateKey:
    """Make a key and keep it in a new file that only its owner may read; a key that is there is never replaced."""
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    except FileExistsError:
        raise KeyFault(f"{path} đã có: khóa cũ không bị ghi đè. Chọn tên tệp khác.") from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        path.unlink()
        raise
    return key


def load_key(path: Path) -> Ed25519PrivateKey:
    """The key of a file; raises KeyFault, also where others can read it."""
    data = _read(path)
    _refuse_if_others_can_read(path)
    try:
        key = load_pem_private_key(data, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyFault(f"{path} không phải là khóa ký dùng được (PEM, không đặt mật khẩu). {_AGAIN}") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFault(f"{path} là khóa loại khác, không phải Ed25519. {_AGAIN}")
    return key


def load_public_key(path: Path) -> Ed25519PublicKey:
    """The public key of a file, in PEM or as the line that `public_text` writes; raises KeyFault."""
    data = _read(path)
    if not data.lstrip().startswith(b"-----"):
        return public_key(data.decode("ascii", "replace").strip())
    try:
        key = load_pem_public_key(data)
    except (ValueError, UnsupportedAlgorithm):
        raise KeyFault(f"{path} không phải là khóa công khai dùng được. {_AGAIN}") from None
    if not isinstance(key, Ed25519PublicKey):
        raise KeyFault(f"{path} là khóa loại khác, không phải Ed25519. {_AGAIN}")
    return key


def public_text(key: Ed25519PrivateKey | Ed25519PublicKey) -> str:
    """The public half of a key in one line of base64."""
    public = key.public_key() if isinstance(key, Ed25519PrivateKey) else key
    return base64.b64encode(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def public_pem(key: Ed25519PrivateKey | Ed25519PublicKey) -> bytes:
    """The public half of a key as other programs read it."""
    public = key.public_key() if isinstance(key, Ed25519PrivateKey) else key
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def public_key(text: str) -> Ed25519PublicKey:
    """The key behind a line of `public_text`; raises KeyFault."""
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except (ValueError, binascii.Error):
        raise KeyFault(f"“{text[:60]}” không phải là khóa công khai. {_AGAIN}") from None


def sign(key: Ed25519PrivateKey, data: bytes) -> str:
    """The signature of some bytes: one line of base64, as it stands in a `.sig` file."""
    return base64.b64encode(key.sign(data)).decode() + "\n"


def is_signed(key: Ed25519PublicKey, data: bytes, signature: str) -> bool:
    """Whether the signature is this key's, of just these bytes."""
    try:
        key.verify(base64.b64decode(signature.strip(), validate=True), data)
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True


def _read(path: Path) -> bytes:
    try:
        return read_whole(path, _MOST)
    except FileNotFoundError:
        raise KeyFault(f"Không có tệp khóa {path}. Xem lại đường dẫn.") from None
    except OSError as error:
        raise KeyFault(f"Không mở được tệp khóa {path} ({error.strerror}). Xem lại đường dẫn và quyền đọc.") from None


def _refuse_if_others_can_read(path: Path) -> None:
    """Windows keeps such rights elsewhere."""
    if os.name != "nt" and stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyFault(f"Người khác trên máy đọc được tệp khóa {path}. Gõ chmod 600 {path} rồi chạy lại lệnh.")
