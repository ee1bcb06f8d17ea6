"""Compiled templates are kept beside the engine, as Python keeps its compiled modules."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

_BESIDE_ENGINE = Path(__file__).parent / "__pycache__/templates"
_IN_PROJECT = Path(".cache/bangvang/templates")


def template_cache(environment: str, project: Path) -> FileSystemBytecodeCache | None:
    """The cache of one Jinja environment: what it compiles depends on how it is set up.

    In the project where the engine's folder cannot be written; nowhere where neither can.
    """
    for folder in (_BESIDE_ENGINE / environment, project / _IN_PROJECT / environment):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return FileSystemBytecodeCache(str(folder))
    return None
