"""A published site is made again from its source, byte for byte, and whatever differs is named."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from bangvang.cli import main
from bangvang.publishing.error import Failure
from bangvang.publishing.manifest import PATH, manifest_of, manifest_text, read_manifest
from bangvang.publishing.publish import publish
from bangvang.publishing.reproducing import Reproduced, reproduce
from bangvang.publishing.target import target_of

DAY = date(2026, 11, 21)
DECISION = "data/decisions/2026/qd-15.yml"


def published(office: Path, web: Path) -> Path:
    """The small project in a folder."""
    publish(office, target_of(str(web), office, DAY), day=DAY, jobs=1)
    return web


def test_the_list_tells_the_hash_of_every_published_file(office: Path, tmp_path: Path) -> None:
    """As anybody else works it out."""
    web = published(office, tmp_path / "web")
    there = {path.relative_to(web).as_posix(): path for path in web.rglob("*") if path.is_file()}
    listed = dict(read_manifest(web).files)
    assert listed.keys() == there.keys() - {PATH, ".bang-vang.json"}
    assert all(hashlib.sha256(there[path].read_bytes()).hexdigest() == digest for path, digest in listed.items())


def test_the_same_source_gives_the_same_site(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Although the ledger has been written meanwhile; the project and its own site stay as they were."""
    web = published(office, tmp_path / "web")
    before = {path: path.stat().st_mtime_ns for path in office.rglob("*")}
    assert main(["build", "--reproduce", str(web), "--project", str(office), "--jobs", "1"]) == 0
    assert "tệp đã công bố, như vào ngày 21/11/2026, giống đến từng byte." in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in office.rglob("*")} == before


def test_every_difference_is_named(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that was changed, one that is new, one that is gone: their pages, and with them an exit code."""
    web = published(office, tmp_path / "web")
    (office / "data/ledger.json").unlink()
    (office / "data/changes.json").unlink()
    (office / "data/campaigns/thi-dua-2026.yml").rename(office / "data/campaigns/thi-dua-2027.yml")
    text = (office / DECISION).read_text(encoding="utf-8")
    (office / DECISION).write_text(text.replace("Hiến đất làm đường.", "Hiến đất."), encoding="utf-8")
    assert main(["build", "--reproduce", str(web), "--project", str(office), "--jobs", "1"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert "khác: guong/k7m2q9/index.html" in told
    assert "đã công bố, nay không dựng ra: phong-trao/thi-dua-2026/index.html" in told
    assert "nay dựng ra, chưa công bố: phong-trao/thi-dua-2027/index.html" in told
    assert not [line for line in told if "gioi-thieu/index.html" in line]


def test_another_engine_is_told_of() -> None:
    """It may be the reason."""
    manifest = manifest_of({"a": "0" * 64}, DAY, "mkdocs 0.1")
    told = Reproduced(manifest, {"a": "1" * 64}).told()
    assert "khác: a" in told
    assert "Thư viện dựng trang khi công bố: mkdocs 0.1; đang chạy: mkdocs " in told


@pytest.mark.parametrize("further", [["--clean"], ["--as-of", "2026-11-20"]])
def test_what_the_list_settles_is_not_asked_for_twice(
    office: Path, tmp_path: Path, further: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The day is the one of the publication, and nothing is taken from earlier builds."""
    listed = tmp_path / "bangvang.json"
    listed.write_text(manifest_text(manifest_of({}, DAY, "mkdocs 1")), encoding="utf-8")
    assert main(["build", "--reproduce", str(listed), "--project", str(office), *further]) == 2
    assert "bỏ --as-of, --clean" in capsys.readouterr().err


def test_a_source_with_errors_reproduces_nothing(office: Path, tmp_path: Path) -> None:
    """The reason is the one that a build gives."""
    listed = tmp_path / "bangvang.json"
    listed.write_text(manifest_text(manifest_of({}, DAY, "mkdocs 1")), encoding="utf-8")
    (office / DECISION).write_text("number: [\n", encoding="utf-8")
    with pytest.raises(Failure, match="Dữ liệu còn 1 lỗi"):
        reproduce(office, listed, jobs=1)
