"""Pages alone are pages alone, or the bench would measure something else than it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bangvang.exports.open_data import INDEX
from bangvang.pages.channel_addresses import CALENDARS, FOLDER
from bangvang.pages.page import OPEN_DATA
from bangvang.search import FOLDER as SEARCH
from bench.site import CHECKOUT, HAND_WRITTEN, PAGES_ONLY


def test_no_index_no_open_data_no_feeds_and_no_figures_are_made(tmp_path: Path) -> None:
    """But every honouree's page is."""
    subprocess.run([sys.executable, "-m", "bangvang", "demo", "20", str(tmp_path)], check=True, capture_output=True)
    for name in HAND_WRITTEN:
        if not (tmp_path / name).exists():
            (tmp_path / name).symlink_to(CHECKOUT / name)
    command = [sys.executable, str(PAGES_ONLY), "build", "--project", str(tmp_path), "--as-of", "2026-11-21"]
    subprocess.run(command, check=True, capture_output=True, cwd=CHECKOUT)
    site = tmp_path / "site"
    made = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    left_out = (SEARCH, FOLDER, CALENDARS)
    assert [
        path for path in made if path.startswith(left_out) and path.endswith((".json", ".xml", ".atom", ".ics"))
    ] == []
    assert {path for path in made if path.startswith(OPEN_DATA)} <= {OPEN_DATA + INDEX}
    assert [path for path in made if "/so-lieu/" in path] == []
    assert len([path for path in made if path.startswith("guong/")]) >= 20
