"""What a new project begins with beside its records: settings, the hook, the pages that every site needs.

In a checkout these are the site's own files; a wheel carries copies of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FILES = (
    "bangvang.bat",
    "khoi-dong/start.py",
    "khoi-dong/thieu-python.txt",
    "mkdocs.yml",
    "hooks/site.py",
    "docs/index.md",
    "docs/dinh-chinh.md",
    "docs/quyen-rieng-tu.md",
    "docs/tiep-can.md",
    "docs/huong-dan/tim-kiem.md",
    "docs/huong-dan/van-phong.md",
    "docs/tin-tuc/index.md",
    "overrides/README.md",
)
_PACKAGED = Path(__file__).parent / "starter"
_CHECKOUT = Path(__file__).parents[2]


def starter_files() -> Iterator[tuple[str, bytes]]:
    """Path in the project and content of each."""
    source = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    for path in FILES:
        yield path, (source / path).read_bytes()
