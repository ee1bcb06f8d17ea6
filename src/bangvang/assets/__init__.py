"""What the site serves beside its pages: style, script, fonts, pictures."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent
SERVED = "assets/bangvang"
"""Where the files stand in the site."""
FINGERPRINTED = (".css", ".js")


@cache
def asset_names() -> dict[str, str]:
    """Where each file is served; style and script carry their content's hash, so a browser may keep them for ever."""
    names = {}
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts:
            name = path.relative_to(FOLDER).as_posix()
            served = name
            if path.suffix in FINGERPRINTED:
                served = f"{name.removesuffix(path.suffix)}.{sha256(path.read_bytes()).hexdigest()[:8]}{path.suffix}"
            names[name] = f"{SERVED}/{served}"
    return names


def share_images() -> dict[str, str]:
    """Which picture stands for a kind of page where it is shared, by kind."""
    return {Path(name).stem: f"/{served}" for name, served in asset_names().items() if name.startswith("share/")}
