"""Files that come with pages: made with them, kept with them, gone with them."""

from __future__ import annotations

import datetime
from pathlib import Path

from bangvang.publishing.build import build_site

DAY = datetime.date(2026, 11, 21)
FIGURES = "nam/2025/so-lieu/"


def _decision(fields: list[str]) -> str:
    rows = "".join(
        f"  - {{id: h4t8w{letter}, kind: individual, name: Tên Mẫu, award_text: Giấy khen, fields: [{field}]}}\n"
        for letter, field in zip("abcdfghjk", fields, strict=False)
    )
    return f"date: 2025-03-04\ntitle: Khen thưởng\nissuer: ubnd-xa-mau\nrecipients:\n{rows}"


def _build(root: Path, fields: list[str]) -> dict[str, int]:
    """The files below the figures of a year, with when each was written."""
    lists = "- {id: y-te, name: Y tế}\n- {id: nong, name: Nông nghiệp}\n"
    (root / "data/vocabulary/fields.yml").write_text(lists, encoding="utf-8")
    decision = root / "data/decisions/2025/q.yml"
    decision.parent.mkdir(exist_ok=True)
    decision.write_text(_decision(fields), encoding="utf-8")
    build_site(root, day=DAY, jobs=1)
    folder = root / "site" / FIGURES
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} if folder.exists() else {}


def test_the_files_of_charts_come_stay_and_go_with_their_page(office: Path) -> None:
    """One more honour changes what counts it and leaves what does not; without enough of them all are taken away."""
    first = _build(office, ["y-te"] * 4 + ["nong"])
    assert {"index.html", "linh-vuc.csv", "linh-vuc.svg", "tap-trung.csv"} <= set(first)
    table = office / "site" / FIGURES / "linh-vuc.csv"
    assert table.read_text(encoding="utf-8-sig").splitlines() == [
        "Lĩnh vực,Số lần",
        "Y tế,4",
        "Nông nghiệp,1",
        "Tổng cộng,5",
    ]
    second = _build(office, ["y-te"] * 3 + ["nong"] * 2)
    assert table.read_text(encoding="utf-8-sig").splitlines()[1:3] == ["Y tế,3", "Nông nghiệp,2"]
    assert second["linh-vuc.csv"] != first["linh-vuc.csv"]
    assert second["tap-trung.csv"] == first["tap-trung.csv"]
    assert _build(office, ["y-te"] * 2) == {}


def test_files_that_somebody_took_away_come_back_with_a_clean_build(office: Path) -> None:
    """And one that does not belong there goes."""
    _build(office, ["y-te"] * 4 + ["nong"])
    folder = office / "site" / FIGURES
    (folder / "linh-vuc.csv").unlink()
    (folder / "khac.csv").write_text("x", encoding="utf-8")
    build_site(office, day=DAY, jobs=1, clean=True)
    assert (folder / "linh-vuc.csv").exists()
    assert not (folder / "khac.csv").exists()
