"""The last verdict, good for as long as nothing that a check looks at has changed.

It stands alone and imports little: answering “nothing has changed” must not cost the time of loading the engine.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from bangvang.problem import Problem, Severity
from bangvang.verdict import Verdict
from bangvang.whole_file import read_whole, replacing

FILE = Path(".cache/bangvang/verdict.json")
_ENGINE = Path(__file__).parent
_ASSETS = ("photos/", "files/", "archive/")
"""Below these no file is a record."""


def surroundings(root: Path) -> str:
    """Of everything that a check looks at beside the records: the engine, and the look of all other files of data/."""
    digest = hashlib.blake2b(digest_size=16)
    _add_engine(digest)
    for name, entry in files_below(root / "data"):
        if not name.endswith(".yml") or name.startswith(_ASSETS):
            _add_status(digest, name, entry)
    return digest.hexdigest()


def fingerprint(root: Path, day: datetime.date) -> str:
    """Of every record's content, every other file's size and time, the engine itself and the day."""
    digest = hashlib.blake2b(digest_size=32)
    digest.update(f"{day} {root}".encode())
    _add_engine(digest)
    for name, entry in files_below(root / "data"):
        if name.endswith(".yml") and not entry.is_symlink():
            digest.update(f"\n{name}\n".encode(errors="surrogateescape"))
            digest.update(hashlib.sha256(read_whole(entry.path)).digest())
        else:
            _add_status(digest, name, entry)
    return digest.hexdigest()


def recall(root: Path, key: str) -> Verdict | None:
    """The verdict of the last check, if it was on just this."""
    try:
        kept = json.loads((root / FILE).read_bytes())
        if kept["key"] != key:
            return None
        problems = tuple(
            Problem(**(entry | {"severity": Severity(entry["severity"])})) for entry in kept.pop("problems")
        )
        return Verdict(problems, kept["files"], kept["records"], kept["seconds"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(root: Path, key: str, verdict: Verdict) -> None:
    """Keep the verdict, whole or not at all; a folder that cannot be written is no error."""
    text = json.dumps({"key": key, **verdict._asdict(), "problems": [one._asdict() for one in verdict.problems]})
    target = root / FILE
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as stream:
            stream.write(text.encode())
    except OSError:
        return


def files_below(folder: Path, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file of a folder that is there, by its path below it, in a fixed order."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(Path(entry.path), f"{below}{entry.name}/")
        else:
            yield f"{below}{entry.name}", entry


def _add_engine(digest: hashlib.blake2b) -> None:
    for name, entry in files_below(_ENGINE):
        if name.endswith(".py"):
            _add_status(digest, name, entry)


def _add_status(digest: hashlib.blake2b, name: str, entry: os.DirEntry[str]) -> None:
    status = entry.stat(follow_symlinks=False)
    line = f"\n{name} {status.st_mode} {status.st_size} {status.st_mtime_ns}"
    digest.update(line.encode(errors="surrogateescape"))
