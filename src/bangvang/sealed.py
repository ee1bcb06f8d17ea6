"""Plain data kept between commands: whole, or as good as not there. Not pickle: what is kept must not run as code."""

from __future__ import annotations

import marshal
from hashlib import sha256
from pathlib import Path
from typing import Any

from bangvang.whole_file import replacing

_SEAL = sha256().digest_size


def keep(path: Path, value: Any) -> None:
    """Replace what is kept; a folder that cannot be written is no error."""
    data = marshal.dumps(value)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as stream:
            stream.writelines((_seal(data), data))
    except OSError:
        return


def kept(path: Path) -> Any:
    """What was kept; None where there is nothing, or where it is damaged or of another Python."""
    try:
        whole = memoryview(path.read_bytes())
        data = whole[_SEAL:]
        return marshal.loads(data) if whole[:_SEAL] == _seal(data) else None
    except (OSError, ValueError, TypeError, EOFError):
        return None


def _seal(data: bytes | memoryview) -> bytes:
    """Damage costs time, never a wrong answer."""
    return sha256(data).digest()
