"""Faults that only several files together show."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bangvang.checking import Verdict
from bangvang.loading import Problem, Severity

Check = Callable[[Mapping[str, str | bytes | None]], Verdict]

DECISION_HEAD = """\
date: 2026-09-02
title: Khen thưởng
issuer: ubnd-xa-thu
award: giay-khen
"""


def only(verdict: Verdict) -> Problem:
    """The one problem there must be."""
    assert len(verdict.problems) == 1, verdict.problems
    return verdict.problems[0]


def person(id: str, name: str, extra: str = "") -> str:
    """A row of a decision."""
    return f"  - id: {id}\n    kind: individual\n    name: {name}\n{extra}"


def test_the_same_honour_in_profile_and_decision_is_an_error(verdict_of: Check) -> None:
    """The decision's list is the one place for it."""
    profile = (
        "kind: individual\nname: Nguyễn Văn Thử\nplace: xa-thu\n"
        "honours:\n  - award: giay-khen\n    date: 2026-09-02\n    authority: ubnd-xa-thu\n"
    )
    problem = only(verdict_of({"data/honourees/k7m2q9.yml": profile}))
    assert (problem.path, problem.line, problem.check) == ("data/decisions/2026/qd-1.yml", 8, "honour-twice")
    assert "data/honourees/k7m2q9.yml" in problem.what


def test_one_achievement_rewarded_twice_is_questioned(verdict_of: Check) -> None:
    """The law honours one achievement once."""
    second = (
        "date: 2026-10-02\ntitle: Tặng danh hiệu\nissuer: ubnd-xa-thu\naward: chien-si-thi-dua-co-so\nrecipients:\n"
        + person("k7m2q9", "Nguyễn Văn Thử", "    reason: Vận động bà con hiến đất làm đường thôn.\n")
    )
    problem = only(verdict_of({"data/decisions/2026/qd-2.yml": second}))
    assert (problem.path, problem.line, problem.check) == ("data/decisions/2026/qd-2.yml", 9, "achievement-twice")
    assert problem.severity is Severity.WARNING


def test_too_few_direct_workers_are_questioned_with_the_figures(verdict_of: Check) -> None:
    """Numerator, denominator and the unknown stand in the message."""
    ids = [f"k7m2{first}{second}" for first in "abc" for second in "abcd"]
    rows = "".join(
        person(id, f"Trần Thị {number}", "    occupation: official\n" if number else "")
        for number, id in enumerate(ids)
    )
    problem = only(verdict_of({"data/decisions/2026/qd-2.yml": DECISION_HEAD + "recipients:\n" + rows}))
    assert (problem.line, problem.check) == (6, "direct-worker-share")
    assert "0/11 cá nhân (0%), chưa trên 30%; 1 người chưa rõ" in problem.what


def test_a_judged_warning_is_silent(verdict_of: Check) -> None:
    """A waiver names the check, the reason and who judged."""
    rows = "".join(person(f"k7m2a{mark}", f"Trần Thị {mark}", "    occupation: official\n") for mark in "abcdfghjkm")
    waiver = "waivers: [{check: direct-worker-share, reason: Khen cán bộ hội, by: Chủ tịch}]\n"
    verdict = verdict_of({"data/decisions/2026/qd-2.yml": DECISION_HEAD + waiver + "recipients:\n" + rows})
    assert verdict.problems == ()


def test_two_alike_under_two_ids_are_pointed_out(verdict_of: Check) -> None:
    """Same name with or without “Thị”, same unit, same place."""
    twin = "    unit: Thôn Hai\n    place: xa-thu\n"
    rows = person("k7m2ab", "Trần Thị Lan", twin) + person("k7m2cd", "TRẦN LAN", twin)
    problem = only(verdict_of({"data/decisions/2026/qd-2.yml": DECISION_HEAD + "recipients:\n" + rows}))
    assert (problem.line, problem.check, problem.severity) == (11, "possible-double", Severity.WARNING)
    assert "k7m2ab" in problem.what


def test_homonyms_that_a_person_told_apart_are_left_alone(verdict_of: Check) -> None:
    """`not_same_as` is the answer to the question."""
    twin = "    unit: Thôn Hai\n    place: xa-thu\n"
    rows = person("k7m2ab", "Trần Thị Lan", twin) + person("k7m2cd", "Trần Thị Lan", twin)
    profile = "kind: individual\nname: Trần Thị Lan\nunit: Thôn Hai\nplace: xa-thu\nnot_same_as: [k7m2cd]\n"
    verdict = verdict_of(
        {
            "data/decisions/2026/qd-2.yml": DECISION_HEAD + "recipients:\n" + rows,
            "data/honourees/k7m2ab.yml": profile,
        }
    )
    assert verdict.problems == ()


def test_a_correction_must_not_repeat_a_name(verdict_of: Check) -> None:
    """Errata to names record field and day, never the old value."""
    text = DECISION_HEAD + "corrects:\n  - {decision: qd-1, recipient: k7m2q9, field: Họ tên, was: Nguyễn Văn Sai}\n"
    problem = only(verdict_of({"data/decisions/2026/qd-2.yml": text}))
    assert (problem.line, problem.check) == (6, "correction")
    assert "không nhắc lại" in problem.what


def test_a_correction_must_meet_somebody_of_the_old_list(verdict_of: Check) -> None:
    """The id is looked up in the corrected decision."""
    text = DECISION_HEAD + "corrects:\n  - {decision: qd-1, recipient: k7m2zz, field: đơn vị, now: Thôn Ba}\n"
    problem = only(verdict_of({"data/decisions/2026/qd-2.yml": text}))
    assert (problem.line, problem.check) == (6, "correction")
    assert "k7m2zz" in problem.what


def test_one_document_is_one_record(verdict_of: Check) -> None:
    """Two spellings of one number by one issuer in one year are one document."""
    text = "type: plan\nnumber: 2/KH-UBND\ntitle: Kế hoạch thử\nissuer: ubnd-xa-thu\ndate: 2026-01-05\n"
    problem = only(verdict_of({"data/documents/kh-2.yml": text}))
    assert (problem.path, problem.line, problem.check) == ("data/documents/kh-2.yml", 2, "document-twice")
    assert "data/documents/kh-1.yml" in problem.what


def test_spelling_variants_of_a_campaign_belong_into_one_record(verdict_of: Check) -> None:
    """Names are compared without accents and case."""
    text = "name: PHONG TRÀO LỚN\ntype: annual\nlevel: commune\nperiod: {from: 2026-01-01}\n"
    problem = only(verdict_of({"data/campaigns/phong-trao-lon.yml": text}))
    assert (problem.path, problem.line, problem.check) == (
        "data/campaigns/phong-trao-lon.yml",
        1,
        "campaign-name-twice",
    )
    assert "aliases" in problem.remedy


@pytest.mark.parametrize(
    ("redirects", "line", "what"),
    [
        ("- {from: /a/, to: /b/}\n- {from: /a/, to: /c/}\n", 2, "hai lần"),
        ("- {from: /a/, to: /b/}\n- {from: /b/, to: /c/}\n", 1, "nối tiếp"),
    ],
)
def test_redirects_lead_straight_to_one_place(verdict_of: Check, redirects: str, line: int, what: str) -> None:
    """No double entries, no chains."""
    problem = only(verdict_of({"data/redirects.yml": redirects}))
    assert (problem.path, problem.line, problem.check) == ("data/redirects.yml", line, "redirect")
    assert what in problem.what


def test_a_circle_of_redirects_is_called_one(verdict_of: Check) -> None:
    """Both entries of the circle are shown."""
    problems = verdict_of({"data/redirects.yml": "- {from: /a/, to: /b/}\n- {from: /b/, to: /a/}\n"}).problems
    assert [(problem.line, "vòng lặp" in problem.what) for problem in problems] == [(1, True), (2, True)]


def test_an_id_one_letter_off_is_suggested(verdict_of: Check) -> None:
    """Ids are suggested only when the guess is almost sure."""
    text = DECISION_HEAD.replace("ubnd-xa-thu", "ubnd-xa-thư".replace("ư", "uu"))
    problem = only(verdict_of({"data/decisions/2026/qd-2.yml": text + "corrects: [{decision: qd-1, field: đơn vị}]\n"}))
    assert "Có phải ý bạn là “ubnd-xa-thu”?" in problem.remedy


def test_a_place_is_suggested_although_many_are_alike(verdict_of: Check) -> None:
    """Nobody is honoured by a wrong guess of a place."""
    lists = "data/vocabulary/places.yml"
    alike = "".join(f"- {{id: thon-{name}-xa-moi, name: Thôn, type: village}}\n" for name in ("mot", "hai", "ba"))
    verdict = verdict_of(
        {lists: alike, "data/honourees/to-hai.yml": "kind: collective\nname: Tổ Hai\nplace: thon-mott-xa-moi\n"}
    )
    (found,) = [problem for problem in verdict.problems if problem.path.endswith("to-hai.yml")]
    assert "Có phải ý bạn là “thon-mot-xa-moi”?" in found.remedy


def test_what_refers_to_a_broken_file_is_not_reported_too(verdict_of: Check) -> None:
    """One mistake, one message."""
    verdict = verdict_of({"data/campaigns/lon.yml": "name: Phong trào lớn\ntype: annual\nlevel: comune\n"})
    assert [(problem.path, problem.line) for problem in verdict.problems] == [("data/campaigns/lon.yml", 3)]


def test_a_list_that_cannot_be_read_makes_no_strangers(verdict_of: Check) -> None:
    """All references into an unreadable vocabulary stay silent."""
    verdict = verdict_of({"data/vocabulary/places.yml": "- id: xa-thu\n\tname: x\n"})
    assert [problem.check for problem in verdict.problems] == ["yaml-tab"]


def test_a_missing_site_record_is_said_once(verdict_of: Check) -> None:
    """Everything else goes on being checked."""
    assert only(verdict_of({"data/site.yml": None})).check == "site-missing"


def _jpeg_with_gps() -> bytes:
    tiff = b"II*\0" + struct.pack("<IHHHII", 8, 1, 0x8825, 4, 1, 26) + struct.pack("<I", 0)
    exif = b"Exif\0\0" + tiff
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xd9"


def test_a_photo_that_tells_where_it_was_taken_is_pointed_out(verdict_of: Check) -> None:
    """GPS data in the source photo is found without decoding the picture."""
    profile = "kind: collective\nname: Thôn Hai\nphotos:\n  - {file: a.jpg, alt: Đường thôn}\n"
    verdict = verdict_of({"data/honourees/thon-hai.yml": profile, "data/photos/a.jpg": _jpeg_with_gps()})
    problem = only(verdict)
    assert (problem.line, problem.check, problem.severity) == (4, "photo-gps", Severity.WARNING)


def test_a_picture_to_take_home_must_not_tell_where_it_was_taken(verdict_of: Check) -> None:
    """It is published as it is, so here it is an error; in a paper, that mark means nothing."""
    profile = "title: Sơ kết\ntype: interim\ncampaigns: [lon]\nagency: ubnd-xa-thu\nresults: Tốt.\nfiles:\n  - {file: a%s, title: Ảnh}\n"
    for suffix, checks in ((".jpg", ["photo-gps"]), (".pdf", [])):
        files = {"data/reports/so-ket.yml": profile % suffix, f"data/files/a{suffix}": _jpeg_with_gps()}
        problems = verdict_of(files).problems
        assert [problem.check for problem in problems] == checks
        assert all((problem.line, problem.severity) == (7, Severity.ERROR) for problem in problems)


def test_a_photo_without_gps_is_fine(verdict_of: Check) -> None:
    """The tag must be there, not only an EXIF block."""
    photo = _jpeg_with_gps().replace(struct.pack("<H", 0x8825), struct.pack("<H", 0x0112))
    profile = "kind: collective\nname: Thôn Hai\nphotos:\n  - {file: a.jpg, alt: Đường thôn}\n"
    assert verdict_of({"data/honourees/thon-hai.yml": profile, "data/photos/a.jpg": photo}).problems == ()


def test_a_linked_photo_is_refused(verdict_of: Check, tmp_path: Path) -> None:
    """A link could publish any file of the machine."""
    (tmp_path / "data/photos").mkdir(parents=True)
    (tmp_path / "data/photos/a.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    profile = "kind: collective\nname: Thôn Hai\nphotos:\n  - {file: a.jpg, alt: Đường thôn}\n"
    problem = only(verdict_of({"data/honourees/thon-hai.yml": profile}))
    assert (problem.line, problem.check) == (4, "file-missing")
    assert "symlink" in problem.what


def test_a_doubtful_mark_of_the_catalogue_only_warns(verdict_of: Check) -> None:
    """Where the catalogue itself is unverified, nobody is stopped by it."""
    awards = (
        "- {id: giay-khen, name: Giấy khen, kind: commendation, level: commune, rank: 1,"
        " applies_to: [individual], from: 2026-12-01, unverified: [from, applies_to]}\n"
    )
    problems = verdict_of({"data/vocabulary/awards.yml": awards}).problems
    assert {problem.check for problem in problems} == {"award-validity", "award-kind"}
    assert {problem.severity for problem in problems} == {Severity.WARNING}


@pytest.mark.parametrize("entry", ["- {id: xa thu, name: Xã Thử, type: commune}", "- {name: Xã Thử, type: commune}"])
def test_a_misspelt_id_in_a_list_is_said_once(verdict_of: Check, entry: str) -> None:
    """Not again by everybody who refers to it."""
    verdict = verdict_of({"data/vocabulary/places.yml": entry + "\n"})
    assert [problem.path for problem in verdict.problems] == ["data/vocabulary/places.yml"]
