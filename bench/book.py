"""How long a yearbook takes, and how much memory: every entry with a profile has a portrait of its own.

python -m bench.book [N]        N honourees as `bangvang demo` lays them out, a third with a story; 5000 by default

Portraits are resampled once and kept; the first book of a project pays for that, and is told apart.
"""

from __future__ import annotations

import random
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter

from bangvang.demo import write_demo
from bench.measure import Cost, run

BUDGETS = {5_000: (60.0, 1_536.0)}
"""Seconds and megabytes of the largest process."""
LIMIT = 1_800.0
_PORTRAIT = (400, 500)
_GRAIN = (80, 100)


def main(size: int) -> None:
    """Print one small table."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "demo"
        write_demo(size, root)
        portraits = add_portraits(root)
        print(f"\nA yearbook of {size:,} entries, {portraits:,} of them with a story and a portrait")
        first, again = (_book(root) for _ in range(2))
        volumes = sorted(root.glob("ky-yeu*.pdf"))
        megabytes = sum(path.stat().st_size for path in volumes) / 1e6
        print(f"  first book, portraits resampled  {first.wall:6.1f} s  {first.memory:6,.0f} MB")
        print(f"  any later book                   {again.wall:6.1f} s  {again.memory:6,.0f} MB{_budget(size)}")
        print(f"  {len(volumes)} volumes, {megabytes:.0f} MB of PDF/A-2a and PDF/UA-1")


def add_portraits(root: Path) -> int:
    """Give every profile a portrait: grain that compresses as badly as a face does."""
    profiles = sorted((root / "data/honourees").glob("*.yml"))
    (root / "data/photos").mkdir(exist_ok=True)
    for number, profile in enumerate(profiles):
        (root / "data/photos" / f"{profile.stem}.jpg").write_bytes(_portrait(number))
        with profile.open("a", encoding="utf-8") as stream:
            stream.write(
                f"\nphotos:\n  - file: {profile.stem}.jpg\n    alt: Ảnh chân dung\n"
                "    consent: {date: 2026-01-05, by: bản thân, covers: [ảnh]}\n"
            )
    return len(profiles)


def _portrait(number: int) -> bytes:
    grain = random.Random(number).randbytes(_GRAIN[0] * _GRAIN[1] * 3)
    picture = Image.frombytes("RGB", _GRAIN, grain).resize(_PORTRAIT).filter(ImageFilter.GaussianBlur(1))
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=90)
    return stream.getvalue()


def _book(root: Path) -> Cost:
    command = [sys.executable, "-m", "bangvang", "book", "ky-yeu.pdf", "--as-of", "2026-11-21"]
    return run(command, cwd=root, limit=LIMIT)


def _budget(size: int) -> str:
    seconds, megabytes = BUDGETS.get(size, (None, None))
    return f"  (budget {seconds:g} s, {megabytes:,.0f} MB)" if seconds and megabytes else ""


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
