"""Deposits of the small project, made once: both forms, signed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from making import Made, depositing, enrich

from bangvang.archive.form import Form
from bangvang.signatures import load_key, new_key


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, small_site_copier: Callable[[Path], Path]) -> Path:
    """The small project with all that a deposit has to think of."""
    return enrich(small_site_copier(tmp_path_factory.mktemp("project") / "du-an"))


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a secret key."""
    file = tmp_path_factory.mktemp("key") / "khoa.pem"
    new_key(file)
    return file


@pytest.fixture(scope="session")
def full(project: Path, key: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Everything, in a folder, signed."""
    out = tmp_path_factory.mktemp("full") / "bo"
    return Made(project, key, out, depositing(project, out, "ALL", Form.FULL, key=load_key(key)))


@pytest.fixture(scope="session")
def public(project: Path, key: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """What everybody may see, in a ZIP file, signed."""
    out = tmp_path_factory.mktemp("public") / "bo.zip"
    return Made(project, key, out, depositing(project, out, "ALL", Form.PUBLIC, key=load_key(key)))
