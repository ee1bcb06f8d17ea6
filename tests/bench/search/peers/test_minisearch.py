"""MiniSearch comes from outside, so nothing but the known thing is taken, and its lack is said."""

import io
import shutil
import tarfile
from pathlib import Path

import pytest

from bench.search.peers import minisearch
from bench.search.peers.minisearch import MissingError, minisearch_library, without_comments


def _npm(folder: Path, package: Path) -> None:
    """A stand-in that fetches this package."""
    program = folder / "npm"
    program.write_text(f'#!/bin/sh\ncp "{package}" .\n', encoding="utf-8")
    program.chmod(0o755)


def _package(folder: Path, script: bytes) -> Path:
    package = folder / "minisearch-7.2.0.tgz"
    with tarfile.open(package, "w:gz") as archive:
        member = tarfile.TarInfo("package/dist/umd/index.js")
        member.size = len(script)
        archive.addfile(member, io.BytesIO(script))
    return package


def test_without_npm_the_reason_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bench goes on with the others."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingError, match="npm is not installed"):
        minisearch_library(tmp_path / "cache")


def test_another_package_than_the_known_one_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor kept."""
    _npm(tmp_path, _package(tmp_path, b"evil()"))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(MissingError, match="something else"):
        minisearch_library(tmp_path / "cache")
    assert not list((tmp_path / "cache").glob("*.cjs"))


def test_the_known_package_is_fetched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run needs no network."""
    package = _package(tmp_path, b"known()")
    monkeypatch.setattr(minisearch, "_DIGEST", minisearch.sha256(package.read_bytes()).hexdigest())
    _npm(tmp_path, package)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    library = minisearch_library(tmp_path / "cache")
    (tmp_path / "npm").unlink()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert minisearch_library(tmp_path / "cache").read_bytes() == library.read_bytes() == b"known()"


def test_comments_are_not_weighed() -> None:
    """Nobody would serve them; addresses in texts stay."""
    script = '/** What\n * it does. */\n  // why\nconst a = "https://site.example/";\n\n    f(a);\n'
    assert without_comments(script) == 'const a = "https://site.example/";\nf(a);\n'
