"""Makes the scripts as they are served from those that people read.

    .venv/bin/python tools/minify_scripts.py

writes src/bangvang/assets/*.min.js; a test holds them to src/bangvang/scripts, where a folder is one script in parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import minify

PACKAGE = Path(__file__).resolve().parent.parent / "src/bangvang"
SOURCES, SERVED = PACKAGE / "scripts", PACKAGE / "assets"


def minified() -> Iterator[tuple[Path, str]]:
    """Each served script with what is to stand in it."""
    for source in sorted(SOURCES.iterdir()):
        parts = sorted(source.glob("*.js")) if source.is_dir() else [source]
        text = "".join(part.read_text(encoding="utf-8") for part in parts)
        script = minify.string("application/javascript", text)
        yield SERVED / f"{source.stem}.min.js", f"{script}\n"


if __name__ == "__main__":
    for path, text in minified():
        path.write_text(text, encoding="utf-8", newline="\n")
