"""Forty faults in forty files: all of them in one run, each at its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from bangvang.checking import Verdict

PERSON = "kind: collective\nname: Thôn Thử\n"
CAMPAIGN = "name: {name}\ntype: annual\nlevel: commune\n"
LIST = "date: 2026-09-02\ntitle: Khen thưởng\nissuer: ubnd-xa-thu\naward: giay-khen\nrecipients:\n"


def _row(number: int) -> str:
    return f"  - {{id: thon-{number}, kind: collective, name: Thôn {number}}}\n"


def _campaign(number: int, rest: str) -> str:
    return CAMPAIGN.format(name=f"Phong trào số {number}") + rest


H, C, D = "data/honourees/", "data/campaigns/", "data/decisions/2026/"
PLANTED: dict[str, tuple[str | bytes, int, str]] = {
    H + "f01.yml": ("kind: collective\n\tname: A\n", 2, "yaml-tab"),
    H + "f02.yml": (PERSON + "name: B\n", 3, "yaml-duplicate-key"),
    H + "f03.yml": (PERSON + "plce: xa-thu\n", 3, "unknown-field"),
    H + "f04.yml": (PERSON + "born: 30/02/2020\n", 3, "field-value"),
    H + "f05.yml": (PERSON + "born: 19/5/2024\n", 3, "field-value"),
    H + "f06.yml": ("kind: collective\n", 1, "missing-field"),
    H + "f07.yml": (PERSON + "place: xa-khong-co\n", 3, "dangling-reference"),
    H + "f08.yml": (PERSON + "foreign: no\n", 3, "field-value"),
    H + "f09.yml": (PERSON + "born: 08\n", 3, "field-value"),
    H + "f10.yml": ((PERSON + "role: x\n").encode("utf-16"), 1, "encoding"),
    H + "f11.yml": (unicodedata.normalize("NFD", PERSON + "living: có\n"), 3, "field-value"),
    H + "f12.yml": ('kind: collective\nname: "A\nrole: x\n', 2, "yaml-quote"),
    H + "f13.yml": ("kind: collective\nname: A: B\n", 2, "yaml-colon"),
    H + "f14.yml": ("a: &a [x]\nb: [*a, *a]\n", 1, "yaml-anchor"),
    H + "f15.yml": ("kind: collective\nname: *a\n", 2, "yaml-alias"),
    H + "f16.yml": ("kind: collective\nname: !!python/object:os.system x\n", 2, "yaml-tag"),
    H + "f17.yml": ("kind: collective\n<<: x\n", 2, "yaml-merge"),
    H + "f18.yml": ("kind: " + "[" * 30 + "]" * 30, 1, "yaml-depth"),
    H + "f19.yml": ("kind: collective\nname: A\0B\n", 2, "control-character"),
    H + "f20.yml": ("", 1, "empty-file"),
    H + "f21.yml": ("- kind: collective\n", 1, "file-form"),
    H + "f22.yml": (PERSON + "---\nname: B\n", 3, "yaml-documents"),
    H + "f23.yml": (PERSON + "story: Căn cước 001200012345.\n", 3, "private-id-number"),
    H + "f24.yml": (PERSON.replace("Thử", "Hai") + "summary: Gọi 0912345678.\n", 3, "private-phone"),
    H + "f25.yml": (PERSON + "head: Ông A\n", 1, "field-value"),
    H + "f26.yml": (PERSON + "born: 2000\ndied: 1990\n", 1, "field-value"),
    H + "f27.yml": ("kind: collective\nname: NguyÔn V¨n §øc\n", 2, "encoding"),
    H + "f28.yml": (PERSON.replace("Thử", "Ba") + "photos:\n  - {file: khong-co.jpg, alt: Ảnh}\n", 4, "file-missing"),
    H + "f29.yml": (PERSON + "honours:\n  - {award_text: Cờ, standing: [{state: restored, date: 2020, reason: a}]}\n", 4,
                    "field-value"),
    H + "f30.yml": (PERSON + "x" * 5_000_001, 1, "file-size"),
    H + "f31.yaml": (PERSON, 1, "file-suffix"),
    C + "f32.yml": (_campaign(32, "targets:\n  - name: T\n    value: 10\n    parts: [{name: a, value: 4}, {name: b, value: 5}]\n"),
                    6, "sum"),
    C + "f33.yml": (_campaign(33, "parent: lon\nperiod: {from: 2026, to: 2028}\n"), 5, "outside-parent-period"),
    C + "f34.yml": (_campaign(34, "parent: f34\n"), 4, "circle"),
    C + "f35.yml": (_campaign(35, "period: {from: 2026, to: 2026}\nmarks: [{what: X, years: 10, since: 2015}]\n"), 5, "anniversary"),
    C + "f36.yml": (_campaign(36, "period: {from: 2026, to: 2026}\nwaves: [{name: Đợt, from: 2025}]\n"), 5,
                    "outside-campaign-period"),
    C + "f37.yml": (_campaign(37, "targets: [{name: T, value: \"1.234,567.8\"}]\n"), 4, "field-value"),
    D + "f38.yml": (LIST.replace("2026-09-02", "2026-13-02") + _row(38), 1, "field-value"),
    D + "f39.yml": (LIST.replace("award: giay-khen", "award: chien-si-thi-dua-co-so") + _row(39), 4, "award-kind"),
    D + "f40.yml": (LIST.replace("2026-09-02", "2025-09-02") + _row(40), 1, "decision-year"),
    "data/decisions/f41.yml": (LIST + _row(41), 1, "misplaced-file"),
    D + "f42.yml": (LIST + _row(42) + _row(42), 7, "honour-twice"),
}  # fmt: skip


def test_forty_faults_are_all_found_in_one_run(
    verdict_of: Callable[[Mapping[str, str | bytes | None]], Verdict], tmp_path: Path
) -> None:
    """Right file, right line, a what and a remedy for each, and no message that nobody planted."""
    (tmp_path / H).mkdir(parents=True)
    (tmp_path / H / "f43.yml").symlink_to(tmp_path / "secret.yml")
    verdict = verdict_of({path: content for path, (content, _, _) in PLANTED.items()})
    expected = {(path, line, check) for path, (_, line, check) in PLANTED.items()} | {(H + "f43.yml", 1, "symlink")}
    assert {(problem.path, problem.line, problem.check) for problem in verdict.problems} == expected
    assert len(verdict.problems) == len(expected) == 43
    assert all(problem.what and problem.remedy for problem in verdict.problems)
