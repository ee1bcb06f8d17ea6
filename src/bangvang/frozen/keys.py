"""The list of an office's public keys: whose signatures count as its own, and what its site publishes of them."""

from __future__ import annotations

import base64
import re
from datetime import date
from pathlib import Path

from bangvang.frozen.manifest import FOLDER
from bangvang.problem import Problem
from bangvang.whole_file import read_plain

KEYS = f"{FOLDER}/keys.txt"
CHECK = "public-keys"
_HEAD = "# Khóa công khai Ed25519 của cơ quan, mỗi dòng: ngày tạo, khóa (base64). Không xóa khóa cũ.\n"
_LINE = re.compile(r"\d{4}-\d\d-\d\d ([A-Za-z0-9+/]{43}=)")
_MOST = 1 << 16
_REMEDY = (
    "Mỗi dòng là ngày tạo và khóa công khai, do lệnh bangvang archive keygen ghi; chép lại tệp này từ bản sao lưu hoặc "
    "từ Git. Khóa bí mật không bao giờ để ở đây, vì tệp này được đăng lên trang."
)


class BadKeys(Exception):
    """A list that cannot be used."""

    def __init__(self, line: int, what: str) -> None:
        self.problem = Problem(KEYS, line, 1, what, _REMEDY, CHECK)
        super().__init__(self.problem.told())


def keys_text(root: Path) -> str | None:
    """The list as it stands; None where an office keeps none. Raises BadKeys."""
    try:
        return read_plain(root / KEYS, _MOST).decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise BadKeys(1, "tệp này không phải là chữ UTF-8") from None
    except OSError as error:
        raise BadKeys(1, f"không mở được tệp ({error.strerror})") from error


def known_keys(root: Path) -> frozenset[str] | None:
    """The public keys that the office has entered; None where it keeps no list. Raises BadKeys."""
    text = keys_text(root)
    return None if text is None else frozenset(_keys(text))


def with_key(before: str | None, key: str, day: date) -> str:
    """The list with one more; earlier ones stay, for what they signed."""
    kept = (before or _HEAD).rstrip("\n")
    return f"{kept}\n{day.isoformat()} {key}\n"


def _keys(text: str) -> list[str]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None or len(base64.b64decode(match[1])) != 32:
            raise BadKeys(number, "dòng này không phải là một khóa công khai kèm ngày tạo")
        found.append(match[1])
    return found
