"""Scripts are served small, and what is served is made from what people read."""

from __future__ import annotations

import runpy
from pathlib import Path

from bangvang.assets import FOLDER

TOOL = Path(__file__).parents[2] / "tools/minify_scripts.py"


def test_served_scripts_are_made_from_their_sources() -> None:
    """Whoever changes a script runs the tool; none is left over."""
    wanted = dict(runpy.run_path(str(TOOL))["minified"]())
    assert {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js")} == wanted
