"""Fetches the site's fonts and their licences.

    .venv/bin/python tools/vendor_assets.py

packs the two font packages with npm and writes src/bangvang/assets/fonts, unmodified, each with its OFL text.
"""

from __future__ import annotations

import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

FONTS = Path(__file__).resolve().parent.parent / "src/bangvang/assets/fonts"
SCRIPTS = ("vietnamese", "latin")


@dataclass(frozen=True, slots=True)
class Family:
    """A font family, the version we took, and the weights that the style sheet uses."""

    name: str
    version: str
    weights: tuple[int, ...]

    @property
    def package(self) -> str:
        """What npm calls it."""
        return f"@fontsource/{self.name}@{self.version}"

    @property
    def wanted(self) -> dict[str, str]:
        """Each member of the package that we keep, and the name it gets."""
        files = [f"{self.name}-{script}-{weight}-normal.woff2" for script in SCRIPTS for weight in self.weights]
        return {f"package/files/{file}": file for file in files} | {"package/LICENSE": f"OFL-{self.name}.txt"}


FAMILIES = (Family("be-vietnam-pro", "5.3.0", (400, 600)), Family("source-serif-4", "5.3.1", (600,)))


def fetch(family: Family, folder: Path) -> dict[str, bytes]:
    """The files of one family, by the name they get."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), family.package]
    archive = folder / subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    with tarfile.open(archive) as packed:
        return {name: _member(packed, member) for member, name in family.wanted.items()}


def main() -> None:
    """Write all families, or nothing at all."""
    with TemporaryDirectory() as folder:
        files = [item for family in FAMILIES for item in fetch(family, Path(folder)).items()]
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (FONTS / name).write_bytes(content)
        print(f"{name}  {len(content)} bytes")


def _member(packed: tarfile.TarFile, member: str) -> bytes:
    stream = packed.extractfile(member)
    if stream is None:
        raise SystemExit(f"{member} is not a file in its package.")
    return stream.read()


if __name__ == "__main__":
    main()
