"""The frame: everything that Material renders, kept until something it was made from changes.

It holds a shell for every part of the site and depth, the hand-written pages, and the theme's files.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeAlias

from bangvang.publishing.error import writing
from bangvang.publishing.shell import Shell, ShellKey
from bangvang.remembered import files_below
from bangvang.whole_file import read_whole

FOLDER = Path(".cache/bangvang/frame")
ENGINE = Path(__file__).parent.parent
_RENDERERS = ("mkdocs", "mkdocs-material", "jinja2", "markdown")
_SHELLS = "shells.json"
_FILES = "files.json"
_SITE = "site"
_KEPT = 4
"""So many of the newest frames stay: another command may be using or making one of them."""


class FrameFault(Exception):
    """MkDocs could not render the frame; the message is finished."""


@dataclass(frozen=True)
class Frame:
    """A finished frame on the disk."""

    folder: Path

    @cached_property
    def shells(self) -> Mapping[ShellKey, Shell]:
        """The shell of every part and depth."""
        kept = json.loads((self.folder / _SHELLS).read_text(encoding="utf-8"))
        return {ShellKey(tab, depth): Shell(tuple(pieces)) for tab, depth, pieces in kept["shells"]}

    @property
    def shells_digest(self) -> str:
        """Of everything that pages take from the frame."""
        return blake2b((self.folder / _SHELLS).read_bytes(), digest_size=10).hexdigest()

    @property
    def site(self) -> Path:
        """The hand-written pages and files, under their paths in the site."""
        return self.folder / _SITE

    def result(self) -> Frame:
        """This one; a frame in the making has it ready later."""
        return self

    def abandon(self) -> None:
        """A finished frame stays where it is."""

    def files(self) -> Iterator[str]:
        """Their paths."""
        for folder, _, names in os.walk(self.site):
            for name in names:
                yield Path(folder, name).relative_to(self.site).as_posix()


class FrameInTheMaking:
    """MkDocs at work on a frame, in a process of its own, beside the reading of records."""

    def __init__(self, root: Path, key: str) -> None:
        self._root = root
        self._key = key
        self._folder = new_frame_folder(root)
        command = [sys.executable, "-m", "bangvang.make_frame", str(root), str(self._folder)]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
        environment |= {"PYTHONIOENCODING": "utf-8"}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
        )
        self._tell()

    def _tell(self) -> None:
        """Say what the frame shows of the records; while they are read in here, MkDocs is there."""
        from bangvang.publishing.settings import read_settings

        shown = read_settings(self._root).shown().as_json()
        if self._process.stdin is not None:
            with suppress(OSError):  # it has ended already, and says why
                self._process.stdin.write(shown)
                self._process.stdin.flush()

    def result(self) -> Frame:
        """The frame, once it is made and kept."""
        return self._frame

    @cached_property
    def _frame(self) -> Frame:
        output, _ = self._process.communicate()
        if self._process.returncode:
            told = output.decode(errors="replace").strip().splitlines()[-12:]
            raise FrameFault(
                "Không dựng được khung trang từ mkdocs.yml, docs/ và overrides/. MkDocs báo:\n  "
                + "\n  ".join(told)
                + "\nSửa tệp được nhắc tên ở trên, hoặc bỏ thay đổi gần nhất trong overrides/, rồi chạy lại."
            )
        return keep_frame(self._root, self._key, self._folder)

    def abandon(self) -> None:
        """Leave nothing of it behind, whether or not it was finished."""
        self._process.kill()
        if self._process.stdout is not None and not self._process.stdout.closed:
            self._process.communicate()
        shutil.rmtree(self._folder, ignore_errors=True)


ComingFrame: TypeAlias = Frame | FrameInTheMaking
"""Whichever it is, `result` gives the frame."""


def begin_frame(root: Path, *, clean: bool = False) -> ComingFrame:
    """The kept frame, or one that MkDocs has begun to make."""
    key = frame_key(root)
    if clean:
        drop_frame(root, key)
    with writing(root):
        return kept_frame(root, key) or FrameInTheMaking(root, key)


def frame_key(root: Path) -> str:
    """What the frame is made from: settings, hand-written pages, overrides, the engine's templates, the renderers."""
    digest = blake2b(digest_size=10)
    digest.update(renderers().encode())
    sources: list[str | Path] = [root / "mkdocs.yml", root / "data/site.yml"]
    sources += [path for folder in ("docs", "overrides", "hooks") for path in _below(root / folder)]
    code = [ENGINE / "mkdocs.py", ENGINE / "publishing/settings.py"]
    for path in [*sources, *_below(ENGINE / "templates"), *_below(ENGINE / "assets"), *code]:
        digest.update(f"\n{path}\n".encode(errors="surrogateescape"))
        try:
            digest.update(read_whole(path))
        except OSError:
            digest.update(b"?")
    return digest.hexdigest()


def kept_frame(root: Path, key: str) -> Frame | None:
    """The frame of this key, if it is still there and whole."""
    frame = Frame(root / FOLDER / key)
    try:
        files = json.loads((frame.folder / _FILES).read_text(encoding="utf-8"))
        whole = all((frame.site / path).stat().st_size == size for path, size in files.items()) and bool(frame.shells)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return frame if whole else None


def drop_frame(root: Path, key: str) -> None:
    """Forget a kept frame, for whoever wants everything made anew."""
    shutil.rmtree(root / FOLDER / key, ignore_errors=True)


def new_frame_folder(root: Path) -> Path:
    """Where a frame is made before it is kept."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="new-", dir=root / FOLDER))
    (folder / _SITE).mkdir()
    return folder


def write_shells(folder: Path, shells: Mapping[ShellKey, Shell]) -> None:
    """The last step of making a frame."""
    rows = [[key.tab, key.depth, list(shell.pieces)] for key, shell in sorted(shells.items())]
    files = {path: (folder / _SITE / path).stat().st_size for path in sorted(Frame(folder).files())}
    (folder / _FILES).write_text(json.dumps(files, ensure_ascii=False), encoding="utf-8")
    (folder / _SHELLS).write_text(json.dumps({"shells": rows}, ensure_ascii=False), encoding="utf-8")


def keep_frame(root: Path, key: str, made: Path) -> Frame:
    """Put a finished frame where it is found again; old ones go."""
    target = root / FOLDER / key
    if kept_frame(root, key) is None:
        shutil.rmtree(target, ignore_errors=True)
    with suppress(OSError):  # another command has just kept the same
        made.rename(target)
    shutil.rmtree(made, ignore_errors=True)
    others = sorted((entry for entry in (root / FOLDER).iterdir() if entry != target), key=_age)
    for entry in others[_KEPT - 1 :]:
        shutil.rmtree(entry, ignore_errors=True)
    return Frame(target)


def renderers() -> str:
    """What renders frames and bodies, by version."""
    return " ".join(f"{name} {_version(name)}" for name in _RENDERERS)


def _age(entry: Path) -> float:
    """Newest first."""
    try:
        return -entry.stat().st_mtime
    except OSError:
        return 0.0


def _below(folder: Path) -> Iterable[str]:
    return [entry.path for name, entry in files_below(folder) if "__pycache__/" not in name]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
