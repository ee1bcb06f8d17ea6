"""Files that `publish` keeps in data/: JSON, replaced whole, and a placed message where one is damaged."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bangvang.problem import Problem
from bangvang.publishing.error import StagingError, writing
from bangvang.whole_file import replacing_durably

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_CHECK = "kept-file"
_RESTORE = "Chép lại tệp này từ bản sao lưu gần nhất; tệp do lệnh bangvang publish tự ghi, đừng sửa tay và đừng xóa."


class Damaged(StagingError):
    """A kept file that cannot be used; the message names its place and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.told())
        self.problem = problem


class KeptFile:
    """One such file as it was read, so that whatever is wrong with it can be placed."""

    def __init__(self, root: Path, name: str) -> None:
        self.name = name
        self.text = _text(root / name, name)

    def content(self) -> Any:
        """What it holds; None where there is no such file yet."""
        if self.text is None:
            return None
        if conflict := _CONFLICT.search(self.text):
            raise self._damaged(conflict.start(), "tệp còn dấu của hai bản sửa chưa được ghép lại")
        try:
            return json.loads(self.text)
        except json.JSONDecodeError as error:
            raise self._damaged(error.pos, "tệp bị hỏng nên không đọc được") from None
        except RecursionError:
            raise self._damaged(0, "tệp bị hỏng nên không đọc được") from None

    def refuse(self, what: str, near: str = "") -> Damaged:
        """What to raise over it, or over the part of it that begins with `near`."""
        found = (self.text or "").find(json.dumps(near, ensure_ascii=False)) if near else 0
        return self._damaged(max(found, 0), what)

    def _damaged(self, place: int, what: str) -> Damaged:
        before = (self.text or "")[:place]
        line, column = before.count("\n") + 1, place - before.rfind("\n")
        return Damaged(Problem(self.name, line, column, what, _RESTORE, _CHECK))


def put_kept(root: Path, name: str, text: str) -> None:
    """Replace a kept file, whole or not at all; what is there already is left alone."""
    target = root / name
    if _same(target, text):
        return
    with writing(target), replacing_durably(target) as stream:
        stream.write(text.encode())


def drop_kept(root: Path, name: str) -> None:
    """Take a kept file away again."""
    with writing(root / name):
        (root / name).unlink(missing_ok=True)


def _text(path: Path, name: str) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise Damaged(Problem(name, 1, 1, "tệp bị hỏng nên không đọc được", _RESTORE, _CHECK)) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        what = f"không mở được tệp ({reason})"
        raise Damaged(Problem(name, 1, 1, what, "Kiểm tra quyền đọc tệp này.", _CHECK)) from error


def _same(target: Path, text: str) -> bool:
    try:
        return target.read_bytes() == text.encode()
    except OSError:
        return False
