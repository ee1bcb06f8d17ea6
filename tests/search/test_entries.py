"""What of the records can be found: all kinds, and nothing that the public may not see."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bangvang.demo import write_demo
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.pictures import hand_over
from bangvang.pages.reading import Reading
from bangvang.registry import build_registry
from bangvang.search import Entry, index_files
from bangvang.search.entries import abbreviations, labels, record_entries
from bangvang.search.index import Words
from bangvang.search.proofs import proof_keys

DAY = datetime.date(2026, 11, 21)
LISTS = {
    "site.yml": """\
name: Bảng Vàng thử
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
""",
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban nhân dân xã Thử, short: UBND xã Thử}\n",
    "vocabulary/awards.yml": """\
- {id: giay-khen, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 9}
- {id: huan-chuong, name: Huân chương Lao động, aliases: [HCLĐ], kind: order, level: state, applies_to: [individual], rank: 1}
""",
    "vocabulary/places.yml": """\
- {id: tinh-thu, name: Tỉnh Thử, type: province}
- {id: xa-cu, name: Xã Cũ, type: commune, parent: tinh-thu, became: [{id: xa-moi, how: whole, date: 2025-07-01}]}
- {id: xa-moi, name: Xã Mới, type: commune, parent: tinh-thu, from: 2025-07-01}
""",
    "vocabulary/abbreviations.yml": "- {id: htx, short: HTX, long: Hợp tác xã}\n",
}
ROW = "{id: a2b3c4, kind: individual, name: Nguyễn Thử Một, place: xa-cu, award: huan-chuong, reason: Nuôi ong giỏi"
PROFILE = """\
kind: individual
name: Nguyễn Thử Một
names: [{name: Nguyễn Tên Cũ}]
place: xa-cu
summary: Người nuôi ong.
quote: Ong không ngủ trưa.
story: Chuyện kể về đàn ong trên đồi.
"""
CONSENT = "consent: {date: 2026-01-02, by: bản thân, covers: [bài viết]}\n"

Build = Callable[..., Answers]


def _decision(row: str, *, head: str = "", date: str = "2024-03-02") -> str:
    return f"date: {date}\ntitle: Khen người nuôi ong\nnumber: 15/QĐ-UBND\nissuer: ubnd\n{head}recipients:\n- {row}}}\n"


@pytest.fixture
def answers_of(tmp_path: Path) -> Build:
    """Read files given as path below data/ → text."""

    def build(files: Mapping[str, str], day: datetime.date = DAY) -> Answers:
        for path, text in {**LISTS, **files}.items():
            target = tmp_path / "data" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        project = load_project(tmp_path)
        assert not project.problems, project.problems[0]
        answers = Answers(build_registry(project, day))
        hand_over(answers, {})
        return answers

    return build


def _entries(answers: Answers) -> dict[str, Entry]:
    return {entry.url: entry for entry in record_entries(answers)}


def _everything(answers: Answers) -> str:
    """All files of the index as one text."""
    told = Words(abbreviations(Reading(answers)), labels(Reading(answers)))
    files = index_files(record_entries(answers), told)
    return " ".join(data.decode() for data in files.values())


def test_a_recipient_of_a_decision_is_found_as_the_pages_tell_them(answers_of: Build) -> None:
    """Name, award and year, the place as it was and as it is."""
    entry = _entries(answers_of({"decisions/2024/q.yml": _decision(ROW)}))["guong/a2b3c4/"]
    assert (entry.kind, entry.title, entry.line, entry.year) == (
        "individual", "Nguyễn Thử Một", "Huân chương Lao động, 2024", 2024,
    )  # fmt: skip
    assert entry.place == "Xã Cũ, tỉnh Thử (nay là xã Mới, tỉnh Thử)"
    assert entry.facts["place"] == ("xa-cu", "tinh-thu", "xa-moi")
    assert entry.facts["award"] == ("huan-chuong",)
    assert "HCLĐ" in entry.meta
    assert "Nuôi ong giỏi" in entry.body
    assert entry.near == "xa-moi"


def test_an_honour_is_found_by_number_and_name(answers_of: Build) -> None:
    """By both numbers, and words of both are searched; the decision by its number alone."""
    found = _entries(answers_of({"decisions/2024/q.yml": _decision(f"{ROW}, register_number: 07/BK")}))
    person, decision = found["guong/a2b3c4/"], found["quyet-dinh/q/"]
    assert person.proofs == proof_keys(["Nguyễn Thử Một"], ["15/QĐ-UBND", "07/BK"])
    assert "07/BK" in person.meta
    assert decision.proofs == proof_keys([""], ["15/QĐ-UBND"])


def test_a_cancelled_honour_is_found_by_its_number_too(answers_of: Build) -> None:
    """Who has the paper is to learn that it no longer holds."""
    row = f"{ROW}, standing: [{{state: cancelled, date: 2025-01-02, reason: Sai.}}]"
    entry = _entries(answers_of({"decisions/2024/q.yml": _decision(row)}))["guong/a2b3c4/"]
    assert entry.proofs == proof_keys(["Nguyễn Thử Một"], ["15/QĐ-UBND"])


def test_a_former_name_leads_to_who_bears_another_now(answers_of: Build) -> None:
    """Both names are of one person."""
    entry = _entries(answers_of({"honourees/a2b3c4.yml": PROFILE + CONSENT}))["guong/a2b3c4/"]
    assert entry.names == ("Nguyễn Tên Cũ",)


def test_of_the_living_only_what_their_consent_names_is_found(answers_of: Build) -> None:
    """The story, but not the quotation."""
    body = _entries(answers_of({"honourees/a2b3c4.yml": PROFILE + CONSENT}))["guong/a2b3c4/"].body
    assert "đàn ong trên đồi" in body
    assert "không ngủ trưa" not in body


def test_without_consent_a_story_is_not_found(answers_of: Build) -> None:
    """Its page does not tell it either."""
    assert "đàn ong trên đồi" not in _entries(answers_of({"honourees/a2b3c4.yml": PROFILE}))["guong/a2b3c4/"].body


@pytest.mark.parametrize(
    "state",
    [
        "status: draft\n",
        "publish_on: 2027-01-01\n",
        "status: withdrawn\nwithdrawn: {date: 2026-02-03, reason: Thử.}\n",
    ],
    ids=["draft", "embargoed", "withdrawn"],
)
def test_what_the_public_may_not_see_leaves_no_trace(answers_of: Build, state: str) -> None:
    """In no file of the index, not even as a word."""
    files = {"honourees/a2b3c4.yml": PROFILE.replace("Thử Một", "Khuyếch") + CONSENT + state}
    files["decisions/2024/q.yml"] = _decision(ROW.replace("a2b3c4", "b2b3c4"), head=state.replace("Thử.", "Xong."))
    text = _everything(answers_of(files)).lower()
    assert "khuyech" not in text
    assert "khuyếch" not in text
    assert "ong~" not in text
    assert "nguoi nuoi" not in text
    assert "b2b3c4" not in text


def test_the_same_words_are_there_once_they_are_public(answers_of: Build) -> None:
    """So their absence above is no accident."""
    files = {"honourees/a2b3c4.yml": PROFILE.replace("Thử Một", "Khuyếch") + CONSENT}
    text = _everything(answers_of({**files, "decisions/2024/q.yml": _decision(ROW.replace("a2b3c4", "b2b3c4"))}))
    assert all(word in text for word in ("Khuyếch", "khuyech", "người nuôi", "b2b3c4"))


def test_whoever_was_removed_is_found_in_no_decision_either(answers_of: Build) -> None:
    """Though the decision's file still holds the name."""
    removed = "status: removed\nremoved_on: 2026-10-01\nbasis: Luật\n"
    row = ROW.replace("Thử Một", "Khuyếch")
    text = _everything(answers_of({"honourees/a2b3c4.yml": removed, "decisions/2024/q.yml": _decision(row)}))
    assert "15/QĐ-UBND" in text
    assert "huyếch" not in text
    assert "khuyech" not in text


def test_a_cancelled_honour_ranks_the_person_and_not_the_award(answers_of: Build) -> None:
    """The person has another that stands."""
    fallen = f"{ROW}, standing: [{{state: cancelled, date: 2025-05-01, reason: Sai.}}]"
    other = ROW.replace("huan-chuong", "giay-khen")
    files = {"decisions/2024/q.yml": _decision(fallen), "decisions/2023/r.yml": _decision(other, date="2023-02-01")}
    entry = _entries(answers_of(files))["guong/a2b3c4/"]
    assert entry.line == "Giấy khen, 2023"
    assert entry.facts["award"] == ("giay-khen",)
    assert "Huân chương" not in entry.meta


def test_a_decision_is_found_by_number_title_and_whom_it_names(answers_of: Build) -> None:
    """Its line says which paper it is."""
    entry = _entries(answers_of({"decisions/2024/q.yml": _decision(ROW)}))["quyet-dinh/q/"]
    assert entry.title == "Khen người nuôi ong"
    assert entry.line == "Quyết định, số 15/QĐ-UBND, 02/3/2024"
    assert entry.names == ("15/QĐ-UBND",)
    assert "Quyết định số 15/QĐ-UBND ngày 02/3/2024" in entry.meta
    assert "Nguyễn Thử Một" in entry.body
    assert entry.facts == {
        "kind": ("decision",), "state": ("current",), "award": ("huan-chuong",), "year": ("2024",),
    }  # fmt: skip


def test_an_award_is_found_by_its_other_names(answers_of: Build) -> None:
    """Short forms that people know it by stand in its entry."""
    entries = _entries(answers_of({}))
    assert entries["danh-hieu/huan-chuong/"].names == ("HCLĐ",)


def test_a_place_is_found_by_what_it_was_made_of(answers_of: Build) -> None:
    """Whoever types the old name finds the new place, too."""
    entries = _entries(answers_of({}))
    assert "Xã Cũ" in entries["dia-phuong/xa-moi/"].meta
    assert entries["dia-phuong/xa-cu/"].facts["state"] == ("archive",)


def test_places_of_one_name_tell_their_days(answers_of: Build) -> None:
    """In the line below the name, which is all that tells the two rows apart."""
    places = LISTS["vocabulary/places.yml"] + "- {id: tinh-moi, name: Tỉnh Thử, type: province, from: 2025-07-01}\n"
    entries = {entry.url: entry for entry in record_entries(answers_of({"vocabulary/places.yml": places}))}
    assert entries["dia-phuong/tinh-moi/"].line == "Tỉnh, từ 01/7/2025"
    assert entries["dia-phuong/xa-moi/"].line == "Xã"


def test_the_row_of_a_place_says_where_it_lies_and_not_its_name_again(answers_of: Build) -> None:
    """And what it is now; a province that lives on lies nowhere."""
    entries = _entries(answers_of({}))
    assert entries["dia-phuong/xa-moi/"].place == "Tỉnh Thử"
    assert entries["dia-phuong/xa-cu/"].place == "Tỉnh Thử (nay là xã Mới, tỉnh Thử)"
    assert entries["dia-phuong/tinh-thu/"].place == ""


@pytest.mark.parametrize(("level", "line"), [("commune", "Cơ quan, cấp xã"), ("unit", "Cơ quan, đơn vị")])
def test_the_row_of_an_agency_names_its_level_once(level: str, line: str, answers_of: Build) -> None:
    """The lowest level is called an agency, too."""
    agencies = f"- {{id: ubnd, name: Ủy ban nhân dân xã Thử, level: {level}}}\n"
    assert _entries(answers_of({"vocabulary/agencies.yml": agencies}))["co-quan/ubnd/"].line == line


def test_a_filter_tells_places_of_one_name_by_their_days(answers_of: Build) -> None:
    """Both of them; what is no more and bears a name of its own says only until which year it was."""
    places = LISTS["vocabulary/places.yml"].replace(
        "Tỉnh Thử, type: province", "Tỉnh Thử, type: province, to: 2025-06-30"
    )
    places += "- {id: tinh-moi, name: Tỉnh Thử, type: province, from: 2025-07-01}\n"
    places += "- {id: tinh-khac, name: Tỉnh Khác, type: province, to: 2025-06-30}\n"
    told = labels(Reading(answers_of({"vocabulary/places.yml": places})))["place"]
    assert told["tinh-thu"] == "Tỉnh Thử (đến 30/6/2025)"
    assert told["tinh-moi"] == "Tỉnh Thử (từ 01/7/2025)"
    assert told["tinh-khac"] == "Tỉnh Khác (đến 2025)"


def test_abbreviations_and_labels_are_those_of_the_office(answers_of: Build) -> None:
    """Both are handed to the index beside the entries."""
    reading = Reading(answers_of({}))
    assert abbreviations(reading) == {"HTX": "Hợp tác xã"}
    assert labels(reading)["place"]["xa-moi"] == "Xã Mới, tỉnh Thử"
    assert labels(reading)["kind"]["individual"] == "Cá nhân"


def test_every_kind_of_page_of_a_demonstration_has_entries(tmp_path: Path) -> None:
    """Each under the address of its page, with a title and its kind."""
    write_demo(300, tmp_path / "demo")
    answers = Answers(build_registry(load_project(tmp_path / "demo"), DAY))
    hand_over(answers, {})
    entries = _entries(answers)
    kinds = {"agency", "award", "campaign", "cluster", "collective", "consultation", "decision", "document", "event"}
    kinds |= {"field", "household", "individual", "place", "practice", "report"}
    assert {entry.kind for entry in entries.values()} == kinds
    assert all(entry.title and entry.facts["kind"] == (entry.kind,) for entry in entries.values())
