"""Stock MkDocs gets the same records as Markdown pages."""

import json
import subprocess
import sys
from pathlib import Path

from bangvang.demo import write_demo
from bench.peers.records import read_records
from bench.peers.stock_mkdocs import OUTPUT, write_mkdocs_project


def test_every_honouree_becomes_a_page_and_no_link_is_broken(tmp_path: Path) -> None:
    """MkDocs itself complains about links that lead nowhere when it is strict."""
    write_demo(20, tmp_path / "demo")
    out = tmp_path / "mkdocs"
    write_mkdocs_project(tmp_path / "demo", out)
    config = json.loads((out / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config["plugins"] == []
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], cwd=out, check=True)
    rows = [row for decision in read_records(tmp_path / "demo")["decisions"].values() for row in decision["recipients"]]
    assert all((out / OUTPUT / "guong" / row["id"] / "index.html").is_file() for row in rows)
