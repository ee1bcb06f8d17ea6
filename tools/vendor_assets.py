"""Fetches the fonts of the site, of its share cards and of the book, the player of web archives, and their licences.

    .venv/bin/python tools/vendor_assets.py

packs the font packages with npm and writes src/bangvang/assets/fonts (for browsers) and src/bangvang/fonts (for
print, which needs whole fonts), unmodified, each with its OFL text; and src/bangvang/archive/player, unmodified, with
its AGPL text.
"""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGE = Path(__file__).resolve().parent.parent / "src/bangvang"
SCRIPTS = ("vietnamese", "latin")


@dataclass(frozen=True, slots=True)
class Family:
    """Files of a package: its version, where they go, which ones, and what they are called here."""

    package: str
    version: str
    folder: Path
    wanted: Mapping[str, str]


def for_browsers(name: str, version: str, weights: tuple[int, ...]) -> Family:
    """The subsets that the style sheet uses."""
    files = [f"{name}-{script}-{weight}-normal.woff2" for script in SCRIPTS for weight in weights]
    wanted = {f"package/files/{file}": file for file in files} | {"package/LICENSE": f"OFL-{name}.txt"}
    return Family(f"@fontsource/{name}", version, PACKAGE / "assets/fonts", wanted)


def for_print(name: str, version: str, cuts: Mapping[str, str]) -> Family:
    """Whole fonts, by the folder that the package keeps each cut in."""
    wanted = {f"package/{cut}/{file}": file for cut, file in cuts.items()}
    wanted["package/LICENSE_FONT"] = f"OFL-{name}.txt"
    return Family(f"@expo-google-fonts/{name}", version, PACKAGE / "fonts", wanted)


FAMILIES = (
    for_browsers("be-vietnam-pro", "5.3.0", (400, 600)),
    for_browsers("source-serif-4", "5.3.1", (600,)),
    for_print(
        "be-vietnam-pro",
        "0.4.1",
        {"400Regular": "BeVietnamPro_400Regular.ttf", "600SemiBold": "BeVietnamPro_600SemiBold.ttf"},
    ),
    for_print(
        "source-serif-4",
        "0.4.1",
        {
            "400Regular": "SourceSerif4_400Regular.ttf",
            "400Regular_Italic": "SourceSerif4_400Regular_Italic.ttf",
            "600SemiBold": "SourceSerif4_600SemiBold.ttf",
        },
    ),
)


PLAYER = Family(
    "replaywebpage",
    "2.5.3",
    PACKAGE / "archive/player",
    {"package/ui.js": "ui.js", "package/sw.js": "sw.js", "package/LICENSE": "LICENSE.txt"},
)


def fetch(family: Family, folder: Path) -> dict[Path, bytes]:
    """The files of one family, by where they go."""
    package = f"{family.package}@{family.version}"
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    archive = folder / subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    with tarfile.open(archive) as packed:
        return {family.folder / name: _member(packed, member) for member, name in family.wanted.items()}


def main() -> None:
    """Write all families, or nothing at all."""
    with TemporaryDirectory() as folder:
        files = [item for family in (*FAMILIES, PLAYER) for item in fetch(family, Path(folder)).items()]
    for path, content in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{path.relative_to(PACKAGE)}  {len(content)} bytes")


def _member(packed: tarfile.TarFile, member: str) -> bytes:
    stream = packed.extractfile(member)
    if stream is None:
        raise SystemExit(f"{member} is not a file in its package.")
    return stream.read()


if __name__ == "__main__":
    main()
