"""Hands MkDocs' events to the engine, and makes it importable from a clone that was never installed."""

import sys
from pathlib import Path

try:
    import bangvang  # noqa: F401
except ModuleNotFoundError:
    sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from bangvang.mkdocs import *  # noqa: F403
