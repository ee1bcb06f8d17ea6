"""How fast a campaign is frozen, and what its being frozen costs every later check.

python -m bench.freeze [N]        N honourees in one campaign; 5000 by default
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

DAY = "2026-11-21"
BUDGET = 10.0
_ROWS = 50
_CAMPAIGN = "xa-mau-2025"
_VOCABULARY = {
    "data/site.yml": (
        "name: Bảng Vàng xã Mẫu\naddress: https://bangvang.example/\ndescription: Trang hư cấu để đo.\ntrial: true\n"
        "owner: {name: Ủy ban nhân dân xã Mẫu}\ncontact: {office: Văn phòng, email: vanphong@xamau.example}\n"
    ),
    "data/vocabulary/agencies.yml": "- {id: ubnd-xa-mau, name: Ủy ban nhân dân xã Mẫu, level: commune}\n",
    f"data/campaigns/{_CAMPAIGN}.yml": (
        "name: Thi đua xã Mẫu năm 2025\ntype: annual\nlevel: commune\nillustrative: true\n"
        "period: {from: 2025-01-01, to: 2025-12-31}\n"
    ),
}
_LETTERS = "abcdfghjkmnpqrstuvwxyz"


def main(honourees: int) -> None:
    """Make a project with one campaign, freeze it, check it before and after."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, honourees)
        before = min(_run(root, "check", "--no-cache") for _ in range(3))
        seconds = _run(root, "archive", "freeze", _CAMPAIGN, "--by", "Văn phòng")
        after = min(_run(root, "check", "--no-cache") for _ in range(3))
        warm = min(_run(root, "check") for _ in range(3))
        size = sum(path.stat().st_size for path in (root / "data/archive").iterdir()) / 1e6
    print(f"{honourees:,} honourees in one campaign")
    print(f"  freeze {seconds:6.2f} s (budget {BUDGET:g} s), manifest {size:.1f} MB")
    print(f"  check  {before:6.2f} s before, {after:.2f} s after, {warm:.2f} s where nothing has changed")


def _write(root: Path, honourees: int) -> None:
    files = dict(_VOCABULARY)
    for place in range(0, honourees, _ROWS):
        number = place // _ROWS + 1
        rows = [_row(one) for one in range(place, min(place + _ROWS, honourees))]
        files[f"data/decisions/2025/qd-{number}.yml"] = (
            f"number: {number}/QĐ-UBND\ndate: 2025-12-20\ntitle: Khen thưởng đợt {number}\nissuer: ubnd-xa-mau\n"
            f"campaign: {_CAMPAIGN}\nillustrative: true\nrecipients:\n{''.join(rows)}"
        )
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def _row(place: int) -> str:
    code, rest = "", place
    for _ in range(6):
        code, rest = _LETTERS[rest % len(_LETTERS)] + code, rest // len(_LETTERS)
    return (
        f"  - {{id: {code}, kind: individual, name: Nguyễn Văn Mẫu {place}, unit: Thôn {place % 40}, "
        f"award_text: Giấy khen, register_number: {place}/2025, reason: Việc làm thứ {place}.}}\n"
    )


def _run(root: Path, *arguments: str) -> float:
    command = [sys.executable, "-m", "bangvang", *arguments, "--project", str(root), "--as-of", DAY]
    started = perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return perf_counter() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
