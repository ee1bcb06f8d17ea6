"""One fault in a sound project: the right file, the right line, a sentence that helps, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest

from bangvang.checking import Verdict
from bangvang.loading import Problem, Severity

Plant = Callable[..., Problem]


class Fault(NamedTuple):
    """A passage, what stands there instead, and the problem that must follow."""

    name: str
    path: str
    passage: str
    instead: str
    line: int
    check: str
    what: str
    remedy: str
    severity: Severity = Severity.ERROR
    problem_path: str | None = None


QD = "data/decisions/2026/qd-1.yml"
NHO = "data/campaigns/nho.yml"
GUONG = "data/honourees/k7m2q9.yml"
KH = "data/documents/kh-1.yml"
SITE = "data/site.yml"
AWARDS = "data/vocabulary/awards.yml"
PLACES = "data/vocabulary/places.yml"

FAULTS = (
    Fault("tab", GUONG, "name:", "\tname:", 2, "yaml-tab", "phím Tab", "dấu cách"),
    Fault("duplicate key", GUONG, "place: xa-thu", "name: A", 3, "yaml-duplicate-key", "viết hai lần", "Giữ một chỗ"),
    Fault("unknown key", GUONG, "place:", "plase:", 3, "unknown-field", "plase", "place"),
    Fault("key in Vietnamese", QD, "    unit:", "    đơn vị:", 11, "unknown-field", "đơn vị", "unit"),
    Fault("day not in calendar", QD, "2026-09-02", "30/02/2020", 2, "field-value", "không có ngày 30/02/2020", "bản giấy"),
    Fault("day the Vietnamese way", QD, "2026-09-02", "19/5/2026", 2, "field-value", "ngày/tháng/năm", "2026-05-19"),
    Fault("missing field", QD, "title: Khen thưởng\n", "", 1, "missing-field", "thiếu mục bắt buộc “title”", "title: …"),
    Fault("dangling reference", QD, "campaign: lon", "campaign: xyz", 6, "dangling-reference", "xyz", "data/campaigns/"),
    Fault("yes or no", GUONG, "place: xa-thu", "foreign: no", 3, "field-value", "không rõ là có hay không", "false"),
    Fault("octal-looking number", NHO, "value: 28.500", "value: 08", 14, "field-value", "08", "8"),
    Fault("English decimal", NHO, "value: 28.500", "value: 59.6", 14, "field-value", "59.6", "59,6"),
    Fault("unclosed quote", GUONG, "name: Nguyễn", 'name: "Nguyễn', 2, "yaml-quote", "thiếu dấu nháy đóng", "dấu nháy"),
    Fault("colon in text", GUONG, "Anh Thử dậy", "Anh Thử: dậy", 4, "yaml-colon", "dấu hai chấm", "dấu nháy kép"),
    Fault("alias", GUONG, "Anh Thử dậy sớm.", "*sao", 4, "yaml-alias", "dấu *", "dấu nháy kép"),
    Fault("anchor", GUONG, "Anh Thử dậy sớm.", "&a b", 4, "yaml-anchor", "dấu &", "dấu nháy kép"),
    Fault("tag", GUONG, "Anh Thử dậy sớm.", "!x b", 4, "yaml-tag", "dấu !", "dấu nháy kép"),
    Fault("merge key", GUONG, "place: xa-thu", "<<: a", 3, "yaml-merge", "<<", "Chép nội dung"),
    Fault("nesting too deep", GUONG, "Anh Thử dậy sớm.", "[" * 25 + "]" * 25, 4, "yaml-depth", "20 cấp", "Bỏ bớt"),
    Fault("NUL", GUONG, "dậy sớm", "dậy\0sớm", 4, "control-character", "U+0000", "gõ lại"),
    Fault("name too long", GUONG, "Nguyễn", "A" * 301, 2, "field-value", "300", "ngắn"),
    Fault("indentation", QD, "    name: Thôn Hai", "   name: Thôn Hai", 17, "yaml-indent", "thụt vào", "thẳng hàng"),
    Fault("wrong enumeration", QD, "kind: collective", "kind: tập thể", 16, "field-value", "tập thể", "collective"),
    Fault("sum", NHO, "28.500", "29.500", 14, "sum", "24.000 + 4.500 = 28.500", "complete: false"),
    Fault("anniversary", NHO, "years: 26", "years: 25", 11, "anniversary", "2000 cộng 25 năm là 2025", "26"),
    Fault("wave outside", NHO, "    to: 2026-03", "    to: 2026-09", 9, "outside-campaign-period", "Đợt I", "thời gian"),
    Fault("child outside parent", NHO, "to: 2026-06", "to: 2027-06", 5, "outside-parent-period", "Phong trào lớn", "parent"),
    Fault("period reversed", NHO, "from: 2026-02, to", "from: 2026-09, to", 1, "field-value", "trước khi bắt đầu", "period"),
    Fault("circle", "data/campaigns/lon.yml", "period:", "parent: nho\nperiod:", 5, "circle", "lon → nho → lon", "parent"),
    Fault("award before its law", AWARDS, "from: 2004-07-01", "from: 2026-12-01", 5, "award-validity", "chỉ có từ 2026-12-01",
          "ngày", problem_path=QD),
    Fault("award outside its authority's power", AWARDS, "powers: [commune-chair]", "powers: [unit-head]", 4, "award-power",
          "không có thẩm quyền", "Thủ trưởng", problem_path=QD),
    Fault("power that came later", AWARDS, "powers: [commune-chair]", "powers: [{authority: commune-chair, from: 2027}]", 4,
          "award-power", "ngày 2026-09-02", "Thẩm quyền thuộc về", problem_path=QD),
    Fault("wrong kind for award", QD, "award: giay-khen", "award: chien-si-thi-dua-co-so", 5, "award-kind", "tập thể", "cá nhân"),
    Fault("year folder", QD, "2026-09-02", "2027-01-02", 2, "decision-year", "thư mục 2026", "decisions/2027/"),
    Fault("place of another time", QD, "    place: xa-thu\n", "    place: xa-thu-cu\n", 12, "place-validity", "Xã Thử Cũ",
          "đúng thời điểm", Severity.WARNING),
    Fault("same honour twice", QD, "  - id: thon-hai\n    kind: collective", "  - id: k7m2q9\n    kind: individual", 15,
          "honour-twice", "dòng 1 và dòng 2", "Xóa một dòng"),
    Fault("award missing", QD, "award: giay-khen\n", "", 7, "award-missing", "chưa ghi danh hiệu", "mọi dòng"),
    Fault("id shows a living person's name", QD, "id: thon-hai\n    kind: collective\n    name: Thôn Hai",
          "id: tran-thi-thu\n    kind: individual\n    name: Trần Thị Thu", 15, "id-shows-name", "để lộ tên", "sáu ký tự"),
    Fault("story without consent", GUONG, "consent: {date: 2026-08-01, by: bản thân, covers: [bài viết, lời trích, ảnh]}\n", "", 4, "consent",
          "chưa có sự đồng ý", "consent"),
    Fault("identity number in a story", GUONG, "dậy sớm", "có căn cước 001200012345", 4, "private-id-number",
          "001200012345", "Xóa"),
    Fault("phone number in a story", GUONG, "dậy sớm", "số máy 0912 345 678", 4, "private-phone", "0912 345 678", "contact"),
    Fault("home address in a story", GUONG, "dậy sớm", "ở số 12 ngõ 5", 4, "private-address", "số 12 ngõ", "thôn, xã",
          Severity.WARNING),
    Fault("health in a story", GUONG, "dậy sớm", "vượt qua ung thư", 4, "private-health", "ung thư", "đồng ý", Severity.WARNING),
    Fault("ethnicity in a story", GUONG, "dậy sớm", "người dân tộc thiểu số", 4, "private-ethnicity", "dân tộc", "đồng ý",
          Severity.WARNING),
    Fault("document number", KH, "02/KH-UBND", "39/CT-TW", 2, "document-number", "39/CT-TW", "39-CT/TW", Severity.WARNING),
    Fault("reading not in text", KH, "printed: Thi đấu", "printed: Thi đậu", 12, "reading-not-in-text", "Thi đậu", "Chép đúng"),
    Fault("score of a stranger", "data/clusters/cum-1.yml", "from: 2025}", "from: 2026}", 8, "cluster-member", "năm 2025",
          "members"),
    Fault("consultation too short", "data/consultations/y-kien-1.yml", "closes: 2026-11-30", "closes: 2026-11-20", 3,
          "consultation-too-short", "5 ngày làm việc", "Lùi", Severity.WARNING),
    Fault("minimum count", SITE, "rules:", "minimum_counts: {decision: 3}\nrules:", 6, "minimum-count", "chỉ còn 1",
          "xóa nhầm"),
    Fault("id twice", PLACES, "- id: xa-thu-cu", "- id: xa-thu", 5, "id-twice", "xa-thu", "Đổi một trong hai mã"),
    Fault("photo that is not there", GUONG, "place:", "photos: [{file: a.jpg, alt: Ảnh}]\nplace:", 3, "file-missing", "a.jpg",
          "Chép tệp"),
    Fault("SVG photo", GUONG, "place:", "photos: [{file: a.svg, alt: Ảnh}]\nplace:", 3, "photo-form", "a.svg", ".jpg"),
    Fault("withdrawn without reason", GUONG, "place:", "status: withdrawn\nplace:", 1, "field-value", "chưa ghi ngày và lý do",
          "withdrawn"),
    Fault("unused waiver", GUONG, "place:", "waivers: [{check: sum, reason: a, by: b}]\nplace:", 3, "unused-waiver", "sum",
          "Xóa mục này", Severity.WARNING),
    Fault("same_as and not_same_as", GUONG, "place:", "same_as: [thon-hai]\nnot_same_as: [thon-hai]\nplace:", 3, "same-as",
          "vừa ghi là cùng người", "same_as"),
    Fault("shared with a stranger", QD, "    occupation: farmer", "    shared_with: [thon-hai]\n    occupation: farmer", 13,
          "shared-with", "không ghi lại", "shared_with", Severity.WARNING),
)  # fmt: skip


@pytest.mark.parametrize("planted", FAULTS, ids=lambda planted: planted.name)
def test_a_planted_fault_is_found_where_it_is_and_explained(fault: Plant, planted: Fault) -> None:
    """Exactly one problem, at the planted place, with a sentence that says what to do."""
    problem = fault(planted.path, planted.passage, planted.instead)
    assert (problem.path, problem.line, problem.check) == (
        planted.problem_path or planted.path,
        planted.line,
        planted.check,
    )
    assert planted.what in problem.what
    assert planted.remedy in problem.remedy
    assert problem.severity is planted.severity


def test_the_sound_project_has_no_problem(verdict_of: Callable[[Mapping[str, str | bytes | None]], Verdict]) -> None:
    """The ground on which every other test stands."""
    assert verdict_of({}).problems == ()
