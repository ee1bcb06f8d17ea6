"""One record changed and changed back: the story of one honouree, in the file that each generator reads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

_SENTENCE = "Câu này vừa được thêm vào. "
_STORY = "\nstory: |\n  "


class Edit:
    """Two versions of a file, to be put in place by turns."""

    def __init__(self, path: Path, changed: str, beside: Path) -> None:
        """`beside` is a new folder that keeps both versions."""
        beside.mkdir(parents=True)
        self._path = path
        self._versions = (beside / "changed", beside / "original")
        self._next = 0
        self._versions[0].write_text(changed, encoding="utf-8")
        shutil.copyfile(path, self._versions[1])

    def turn(self) -> None:
        """Put the other version in place."""
        shutil.copyfile(self._versions[self._next], self._path)
        self._next = 1 - self._next

    def undo(self) -> None:
        """Leave the file as it was found."""
        shutil.copyfile(self._versions[1], self._path)
        self._next = 0


def told_honouree(project: Path) -> str:
    """The first honouree that has a story."""
    for path in sorted((project / "data" / "honourees").glob("*.yml")):
        if _STORY in path.read_text(encoding="utf-8"):
            return path.stem
    raise ValueError(f"no honouree of {project} has a story")


def edit_of_yaml(project: Path, honouree: str, beside: Path) -> Edit:
    """The change in a project of Bảng Vàng."""
    path = project / "data" / "honourees" / f"{honouree}.yml"
    text = path.read_text(encoding="utf-8")
    return Edit(path, text.replace(_STORY, _STORY + _SENTENCE, 1), beside)


def edit_of_json(project: Path, honouree: str, beside: Path) -> Edit:
    """The same change in the file that Hugo reads."""
    path = project / "data" / "honourees.json"
    records = json.loads(path.read_text(encoding="utf-8"))
    records[honouree]["story"] = _SENTENCE + records[honouree]["story"]
    return Edit(path, json.dumps(records, ensure_ascii=False), beside)
