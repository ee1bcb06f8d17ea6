"""What differs from a frozen campaign and what may."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from closed_campaign import CAMPAIGN, DECISION, ERRATA, FILES, PLAN, PROFILE, REPORT, registry_of, rewrite

from bangvang.frozen.archive import read_archive
from bangvang.frozen.drift import Compared, Drift, compare

FIRST = "{id: k7m2q9, kind: individual, name: Nguyễn Văn Mẫu, unit: Thôn Một, register_number: 15/2025, reason: Hiến đất làm đường.}"


def compared(root: Path) -> Compared:
    """The records beside the manifest."""
    archive = read_archive(root)
    assert archive.problems == ()
    (freeze,) = archive.freezes
    return compare(freeze.manifest, freeze.errata, registry_of(root))


def drifts(root: Path) -> list[tuple[str, str, str | None, str | None]]:
    """All differences, plainly."""
    return [tuple(drift[:4]) for drift in compared(root).drifts]  # type: ignore[misc]


def erratum(root: Path, drift: Drift, **fields: str) -> None:
    """Approve a difference."""
    fields = {
        "date": "2026-11-22",
        "record": drift.of,
        "field": drift.field,
        "reason": "Gõ nhầm",
        "approver": "Lê Thị Mẫu",
    } | fields
    entry = ", ".join(f'{name}: "{value}"' for name, value in fields.items())
    with (root / ERRATA).open("a", encoding="utf-8") as stream:
        stream.write(f"- {{{entry}}}\n")


def test_nothing_has_changed(frozen: Path) -> None:
    """Right after freezing."""
    assert compared(frozen) == Compared((), ())


@pytest.mark.parametrize(
    ("path", "was", "now", "told"),
    [
        (f"data/campaigns/{CAMPAIGN}.yml", "value: 28.700", "value: 28.701", (f"campaign/{CAMPAIGN}", "targets.0.results.0.value", "28.700", "28.701")),
        (f"data/campaigns/{CAMPAIGN}.yml", "theme: Đoàn kết, sáng tạo\n", "", (f"campaign/{CAMPAIGN}", "theme", "Đoàn kết, sáng tạo", None)),
        (f"data/campaigns/{CAMPAIGN}.yml", "level: commune", "level: commune\nsector: Y tế", (f"campaign/{CAMPAIGN}", "sector", None, "Y tế")),
        (PLAN, "Khơi dậy", "Phát huy", ("document/kh-1", "sections.0.text", "Khơi dậy tinh thần thi đua của nhân dân trong xã.", "Phát huy tinh thần thi đua của nhân dân trong xã.")),
        (REPORT, "12 km", "15 km", ("report/bc-1", "results", "Toàn xã làm được 12 km đường bê tông.", "Toàn xã làm được 15 km đường bê tông.")),
        (DECISION, "number: 15/", "number: 16/", ("decision/qd-1", "number", "15/QĐ-UBND", "16/QĐ-UBND")),
        (DECISION, "15/2025", "16/2025", ("decision/qd-1", "recipients.0.register_number", "15/2025", "16/2025")),
        (DECISION, "name: Nguyễn Văn Mẫu", "name: Nguyễn Văn Mậu", ("decision/qd-1", "recipients.0.name", "Nguyễn Văn Mẫu", "Nguyễn Văn Mậu")),
        (PROFILE, "date: 2025-09-02", "date: 2025-09-03", ("honouree/cu-mau", "honours.0.date", "2025-09-02", "2025-09-03")),
    ],
)  # fmt: skip
def test_one_changed_fact_is_one_difference(
    frozen: Path, path: str, was: str, now: str, told: tuple[str, str, str | None, str | None]
) -> None:
    """Of what a decision says for all its rows too."""
    rewrite(frozen, path, was, now)
    assert drifts(frozen) == [told]


def test_names_are_marked_as_not_to_be_repeated(frozen: Path) -> None:
    """So are whose honour it is, and the head of a household."""
    rewrite(frozen, DECISION, "name: Nguyễn Văn Mẫu", "name: Nguyễn Văn Mậu")
    assert [drift.private for drift in compared(frozen).drifts] == [True]


def test_a_missing_and_an_added_honour_are_differences(frozen: Path) -> None:
    """Nobody is slipped in or out of a closed campaign."""
    rewrite(frozen, DECISION, "  - {id: thon-ba, kind: collective, name: Thôn Ba, reason: Làm ba cây số đường.}\n", "")
    assert [drift[:2] for drift in compared(frozen).drifts] == [("decision/qd-1", "recipients.2")]
    rewrite(frozen, DECISION, "recipients:", "recipients:\n  - {id: thon-tu, kind: collective, name: Thôn Tư}")
    assert {"recipients.0.name", "recipients.1.name"} < {drift.field for drift in compared(frozen).drifts}
    rewrite(frozen, DECISION, "  - {id: thon-tu, kind: collective, name: Thôn Tư}\n", "")
    last = "  - {id: thon-ba, kind: collective, name: Thôn Ba, reason: Làm ba cây số đường.}\n"
    with (frozen / DECISION).open("a", encoding="utf-8") as stream:
        stream.write(last + last.replace("thon-ba", "thon-tu"))
    assert [drift[:2] for drift in compared(frozen).drifts] == [("decision/qd-1", "recipients.3")]


def test_rows_keep_their_order(frozen: Path) -> None:
    """Anchors and printed numbers hang on it."""
    lines = (frozen / DECISION).read_text(encoding="utf-8").splitlines(keepends=True)
    (frozen / DECISION).write_text("".join([*lines[:-2], lines[-1], lines[-2]]), encoding="utf-8")
    assert {drift.field.split(".")[1] for drift in compared(frozen).drifts} == {"1", "2"}


def test_a_new_decision_and_a_new_report_of_the_campaign_are_differences(frozen: Path) -> None:
    """A campaign that is closed honours nobody any more."""
    (frozen / "data/decisions/2025/qd-9.yml").write_text(FILES[DECISION].replace("15/QĐ", "19/QĐ"), encoding="utf-8")
    (frozen / "data/reports/bc-9.yml").write_text(FILES[REPORT], encoding="utf-8")
    assert {drift.of for drift in compared(frozen).drifts} == {"decision/qd-9", "report/bc-9"}


@pytest.mark.parametrize("path", [DECISION, PLAN, REPORT])
def test_a_record_that_is_gone_or_withdrawn_is_one_difference(frozen: Path, path: str) -> None:
    """Not one for each of its rows."""
    rewrite(
        frozen,
        path,
        "illustrative: true",
        "illustrative: true\nstatus: withdrawn\nwithdrawn: {date: 2026-11-20, reason: Thử}",
    )
    assert [drift.now for drift in compared(frozen).drifts] == ["Đã rút"]
    (frozen / path).unlink()
    assert [drift[3] for drift in compared(frozen).drifts] == [None]


def test_revoking_and_restoring_stay_possible(frozen: Path) -> None:
    """What becomes of an honour is added to what it was."""
    turns = [
        "{state: stripped, date: 2026-11-01, reason: Gian dối}",
        "{state: restored, date: 2026-11-20, reason: Xét lại}",
    ]
    for count in (1, 2):
        standing = f"reason: Hiến đất làm đường., standing: [{', '.join(turns[:count])}]}}"
        rewrite(frozen, DECISION, FIRST if count == 1 else re.search(r"reason: Hiến.*]}", (frozen / DECISION).read_text(encoding="utf-8"))[0], FIRST.replace("reason: Hiến đất làm đường.}", standing) if count == 1 else standing)  # type: ignore[index]  # fmt: skip
        assert drifts(frozen) == []


def test_a_person_removed_by_law_is_no_difference_but_still_named(frozen: Path) -> None:
    """As a whole, or in one row; whom the manifest still names is told by id."""
    rewrite(frozen, DECISION, FIRST, "{removed: true}")
    (frozen / "data/honourees/thon-ba.yml").write_text("status: removed\nremoved_on: 2026-11-20\n", encoding="utf-8")
    assert compared(frozen) == Compared((), ("k7m2q9", "thon-ba"))


def test_a_later_honour_of_the_same_person_breaks_nothing(frozen: Path) -> None:
    """In another decision, and above the old one in a profile."""
    other = (
        FILES[DECISION]
        .replace("15/QĐ", "19/QĐ")
        .replace("campaign: xa-mau-2025\n", "")
        .replace("2025-12-20", "2026-10-10")
    )
    (frozen / "data/decisions/2026").mkdir()
    (frozen / "data/decisions/2026/qd-9.yml").write_text(other, encoding="utf-8")
    rewrite(frozen, PROFILE, "honours:", "honours:\n  - {award_text: Huy chương, date: 2026-09-02}")
    assert drifts(frozen) == []


def test_what_is_left_to_the_office_breaks_nothing(frozen: Path) -> None:
    """A photo, a source, an English summary; a plan that another fulfils later."""
    rewrite(frozen, REPORT, "type: final", "type: final\nsummary_en: The year in review.\nupdated: 2026-11-20")
    assert drifts(frozen) == []


@pytest.mark.parametrize("field", ["value: 28.701", "value: 28.702"])
def test_an_erratum_settles_just_what_it_says(frozen: Path, field: str) -> None:
    """The next change needs one of its own."""
    path = f"data/campaigns/{CAMPAIGN}.yml"
    rewrite(frozen, path, "value: 28.700", "value: 28.701")
    (drift,) = compared(frozen).drifts
    erratum(frozen, drift, was="28.700", now="28.701")
    rewrite(frozen, path, "value: 28.701", field)
    assert (drifts(frozen) == []) == (field == "value: 28.701")


def test_an_erratum_to_a_name_repeats_neither(frozen: Path) -> None:
    """A seal says that it is this new name and no other."""
    rewrite(frozen, DECISION, "name: Nguyễn Văn Mẫu", "name: Nguyễn Văn Mậu")
    (drift,) = compared(frozen).drifts
    erratum(frozen, drift, seal=drift.seal)
    assert drifts(frozen) == []
    rewrite(frozen, DECISION, "name: Nguyễn Văn Mậu", "name: Nguyễn Văn Mâu")
    assert len(drifts(frozen)) == 1


def test_an_erratum_that_repeats_a_name_is_refused(frozen: Path) -> None:
    """With the place in its file."""
    erratum(frozen, Drift("decision/qd-1", "recipients.0.name", None, None, ""), was="Nguyễn Văn Mẫu")
    (problem,) = read_archive(frozen).problems
    assert (problem.path, problem.line) == (ERRATA, 1)
    assert "không được nhắc lại" in problem.what


@pytest.mark.parametrize(
    "text",
    ["record: x\n", "- {date: 2026-11-22}\n", "- {date: 22/11/2026, record: a, field: b, reason: c, approver: d}\n", "- &a x\n", "- {date: 2026-11-22, record: a, field: b, reason: …, approver: d}\n"],
)  # fmt: skip
def test_errata_that_cannot_be_read_are_placed_and_explained(frozen: Path, text: str) -> None:
    """Without a traceback, and without being passed over."""
    (frozen / ERRATA).write_text(text, encoding="utf-8")
    problems = read_archive(frozen).problems
    assert problems
    assert {problem.path for problem in problems} == {ERRATA}
    assert all(problem.remedy for problem in problems)
