"""What of each record leaves in bulk: living private persons stay out, and so does all that the public may not see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_open_data import SITE, Make

from bangvang.exports.open_data import Kept, OpenData
from bangvang.exports.open_data.gathering import Units
from bangvang.registry import Registry, names_held_back

ROW = "  - {id: k7m2q9, kind: individual, name: Nguyễn Văn Thử, award_text: Giấy khen, born: 1990, sex: male}\n"
TEAM = "  - {id: to-mot, kind: collective, name: Tổ Một, award_text: Giấy khen, shared_with: [k7m2q9]}\n"
DECISION = (
    "number: 15/QĐ-UBND\ndate: 2026-09-02\ntitle: Khen thưởng\nissuer: ubnd-xa-thu\nillustrative: true\n"
    f"recipients:\n{ROW}{TEAM}"
)
NAMED = "rules:\n  - {rule: bulk-names, value: 1, from: 2026-01-01, basis: Văn bản hư cấu}\n"


def lines(data: OpenData, table: str) -> dict[str, Any]:
    """The rows of a table by id."""
    return {row["record_id"]: row for row in map(json.loads, data.files[f"{table}.jsonl"].decode().splitlines())}


@pytest.mark.parametrize("plan", ["kon-tum-2015", "lam-vy-2020", "nam-dong-2019", "tam-duong-2022", "vinh-chau-2019"])
def test_a_plan_can_be_read_back_from_its_json(out: Path, plan: str) -> None:
    """Every heading, task, deadline, basis, recipient and reading."""
    told = json.loads((out / f"document/kh-{plan}.json").read_text(encoding="utf-8"))
    assert told["sections"][0]["heading"].startswith("MỤC ĐÍCH")
    assert all(task["what"] for task in told["tasks"])
    assert told["recipients"]
    assert told["readings"]
    assert told["file_code"]
    assert "Nơi nhận" in told["full_text"]
    if plan in ("kon-tum-2015", "nam-dong-2019", "vinh-chau-2019"):
        assert told["bases"]
    if plan in ("kon-tum-2015", "lam-vy-2020"):
        assert any("quarter" in due for task in told["tasks"] for due in task.get("due", ()))


def test_living_persons_are_left_out_of_bulk(out: Path) -> None:
    """No file of theirs, and only a gap in the decision's list; collectives and the dead stay."""
    names = {path.stem for path in (out / "honouree").iterdir()}
    assert "nguyen-thi-suot" in names
    assert "thon-mau-mot" in names
    assert not names & {"q3fk4t", "s72njj"}
    rows = json.loads((out / "decision/qd-58-ubnd-xa-mau-2026.json").read_text(encoding="utf-8"))["recipients"]
    assert {"withheld": True} in rows
    assert any(row.get("kind") == "collective" for row in rows)
    later = json.loads((out / "decision/qd-397-ubnd-xa-mau-2026.json").read_text(encoding="utf-8"))
    assert later["corrects"] == [{"withheld": True}]


def test_no_byte_names_a_living_private_person(made: OpenData, shipped: Registry) -> None:
    """Of the shipped records: neither a name nor an id, in any file."""
    kept_back = {id: one for id, one in shipped.laureates.items() if not shipped.appearance_of(one).in_bulk}
    names = {name for one in kept_back.values() for name in names_held_back(one)}
    assert len(names) > 15
    whole = b"\n".join([*made.files.values(), *(path.encode() for path in made.files)]).decode()
    assert [name for name in names if name in whole] == []
    assert [id for id in kept_back if f'"{id}"' in whole or f"{id}.json" in whole or f"{id}#" in whole] == []


def test_candidates_who_live_are_left_out_of_bulk(out: Path) -> None:
    """A consultation shows them on its page only."""
    told = json.loads((out / "consultation/lay-y-kien-xa-mau-2026-08.json").read_text(encoding="utf-8"))
    assert {"withheld": True} in told["candidates"]
    assert all(row.get("kind") not in ("individual", "household") for row in told["candidates"])


HIDDEN = {
    "draft": "status: draft\n",
    "embargoed": "publish_on: 2027-01-01\n",
    "withdrawn": "status: withdrawn\nwithdrawn: {date: 2026-10-01, reason: Sai tên.}\n",
}


@pytest.mark.parametrize("state", HIDDEN)
def test_what_the_public_may_not_see_leaves_no_trace(make: Make, state: str) -> None:
    """Neither as a record nor where others lead to it."""
    campaign = "name: Phong trào bí mật\ntype: annual\nlevel: commune\nillustrative: true\n" + HIDDEN[state]
    team = "kind: collective\nname: Tổ Ẩn\nillustrative: true\n" + HIDDEN[state]
    event = (
        "name: Hội nghị\ntype: review\ncampaigns: [chua-dang]\nillustrative: true\n"
        "honoured: {honourees: [to-an]}\nspeakers: [{honouree: to-an, topic: Trồng rừng}]\n"
    )
    document = "type: plan\ntitle: Kế hoạch\ncampaigns: [{id: chua-dang, action: launch}]\nillustrative: true\n"
    data = make(
        {
            "campaigns/chua-dang.yml": campaign,
            "honourees/to-an.yml": team,
            "events/hoi-nghi.yml": event,
            "documents/kh-1.yml": document,
        }
    )
    whole = b"\n".join([*data.files.values(), *(path.encode() for path in data.files)]).decode()
    assert [word for word in ("chua-dang", "bí mật", "to-an", "Tổ Ẩn") if word in whole] == []
    assert lines(data, "event")["hoi-nghi"]["speakers"] == [{"topic": "Trồng rừng"}]
    assert lines(data, "document")["kh-1"].get("campaigns", []) == []


def test_a_person_removed_by_right_leaves_no_trace(make: Make) -> None:
    """Neither in the decision nor anywhere else."""
    removed = DECISION.replace(ROW, "  - removed: true\n").replace(", shared_with: [k7m2q9]", "")
    data = make({"honourees/k7m2q9.yml": "status: removed\n", "decisions/2026/qd-15.yml": removed})
    assert b"k7m2q9" not in b"".join(data.files.values())
    assert lines(data, "decision")["qd-15"]["recipients"][0] == {"withheld": True}


CONSULTATION = (
    "title: Lấy ý kiến\nopens: 2026-09-01\ncloses: 2026-09-20\nillustrative: true\n"
    "how: {office: Văn phòng, phone: 0270 3123 456}\n"
)


def test_a_unit_removed_by_right_is_named_by_no_other_record(make: Make) -> None:
    """Neither as a candidate nor a speaker nor among those who took a practice over; nor where it was named before."""
    files: dict[str, str | None] = {
        "consultations/lay-y-kien.yml": f"{CONSULTATION}candidates:\n"
        "  - {id: to-an, kind: collective, name: Tổ Ẩn, achievement: Hiến đất.}\n",
        "practices/hay.yml": "name: Cách hay\nkind: method\nillustrative: true\n"
        "adopted: [{unit: Tổ Ẩn, honouree: to-an}, {unit: Tổ Hai}]\n",
        "events/hoi-nghi.yml": "name: Hội nghị\ntype: review\nillustrative: true\n"
        "speakers: [{honouree: to-an, name: Tổ Ẩn, topic: Trồng rừng}, {name: Tổ Hai, topic: Trồng rau}]\n",
    }
    kept = Kept()
    stays = make({**files, "honourees/to-an.yml": "kind: collective\nname: Tổ Ẩn\nillustrative: true\n"}, kept=kept)
    assert "Tổ Ẩn".encode() in stays.files["practice.jsonl"]
    assert "Tổ Ẩn".encode() in stays.files["consultation.jsonl"]
    data = make({**files, "honourees/to-an.yml": "status: removed\n"}, kept=kept)
    assert "Tổ Ẩn".encode() not in b"".join(data.files.values())
    assert lines(data, "practice")["hay"]["adopted"] == [{"unit": "Tổ Hai"}]
    assert lines(data, "event")["hoi-nghi"]["speakers"] == [{"topic": "Trồng rau"}]


def test_a_candidate_is_held_back_as_soon_as_a_profile_says_that_they_live(make: Make) -> None:
    """Though the consultation says that they do not, and has not changed."""
    text = (
        f"{CONSULTATION}candidates:\n"
        "  - {id: k7m2q9, kind: individual, name: Lò Thị Thử, living: no, achievement: Hiến đất.}\n"
    )
    units: dict[str, Units] = {}
    kept = Kept(load=lambda name: units.get(name, {}), save=units.__setitem__)
    data = make({"consultations/lay-y-kien.yml": text}, kept=kept)
    assert lines(data, "consultation")["lay-y-kien"]["candidates"][0]["name"] == "Lò Thị Thử"
    profile = "kind: individual\nname: Lò Thị Thử\nillustrative: true\n"
    data = make({"honourees/k7m2q9.yml": profile}, kept=kept)
    assert lines(data, "consultation")["lay-y-kien"]["candidates"] == [{"withheld": True}]


def test_a_reference_to_a_living_person_is_dropped(make: Make) -> None:
    """An id would lead straight to the page that names them."""
    told = lines(make({"decisions/2026/qd-15.yml": DECISION}), "decision")["qd-15"]
    assert told["recipients"][0] == {"withheld": True}
    assert told["recipients"][1]["name"] == "Tổ Một"
    assert told["recipients"][1].get("shared_with", []) == []


def test_prose_that_names_a_living_person_is_redacted(make: Make) -> None:
    """In JSON, in cells and in titles; whoever is dead or signs stays named."""
    practice = (
        "name: Cách của ông Nguyễn Văn Thử\nkind: method\nillustrative: true\n"
        "way: Ông NGUYỄN VĂN THỬ và bà Lò Thị Xưa hiến đất.\nsteps: [Hỏi anh Nguyễn Văn Thử]\n"
    )
    dead = "kind: individual\nname: Lò Thị Xưa\nliving: no\nillustrative: true\n"
    data = make(
        {
            "decisions/2026/qd-15.yml": DECISION,
            "practices/hien-dat.yml": practice,
            "honourees/lo-thi-xua.yml": dead,
        }
    )
    told = lines(data, "practice")["hien-dat"]
    assert told["way"] == "Ông […] và bà Lò Thị Xưa hiến đất."
    assert told["steps"] == ["Hỏi anh […]"]
    assert b"Nguy\xe1\xbb\x85n V\xc4\x83n Th" not in b"".join(data.files.values())


def test_a_name_that_somebody_else_bears_too_stays_only_where_it_is_meant(make: Make) -> None:
    """In the record of the dead who bore it and on the paper that was signed with it; prose says not whom it means."""
    bearer = "kind: individual\nname: Nguyễn Văn Thử\nliving: no\nillustrative: true\nsummary: Ông Nguyễn Văn Thử.\n"
    practice = "name: Cách hay\nkind: method\nway: Hỏi ông Nguyễn Văn Thử.\nillustrative: true\n"
    signed = DECISION.replace("recipients:", "signer: {name: Nguyễn Văn Thử, title: Chủ tịch}\nrecipients:")
    data = make(
        {
            "decisions/2026/qd-15.yml": signed,
            "honourees/nguyen-van-thu.yml": bearer,
            "practices/hay.yml": practice,
        }
    )
    assert lines(data, "honouree")["nguyen-van-thu"]["name"] == "Nguyễn Văn Thử"
    assert lines(data, "decision")["qd-15"]["signer"]["name"] == "Nguyễn Văn Thử"
    assert lines(data, "practice")["hay"]["way"] == "Hỏi ông […]."


def test_a_speaker_without_a_record_is_not_named(make: Make) -> None:
    """Unless the site has a ground to name the living; what was spoken about stays."""
    event = (
        "name: Hội nghị thử\ntype: conference\nfrom: 2026-05-01\nillustrative: true\n"
        "speakers: [{name: Trần Văn Nói, topic: Làm đường}]\n"
    )
    told = lines(make({"events/hoi-nghi.yml": event}), "event")["hoi-nghi"]
    assert told["speakers"] == [{"topic": "Làm đường"}]
    told = lines(make({"site.yml": SITE + NAMED, "events/hoi-nghi.yml": event}), "event")["hoi-nghi"]
    assert told["speakers"][0]["name"] == "Trần Văn Nói"


def test_a_name_without_capitals_is_redacted_too(make: Make) -> None:
    """A household is often called by one word of its head's name."""
    household = "kind: household\nname: Hộ ông Bảy\nillustrative: true\n"
    practice = "name: Cách hay\nkind: method\nway: Hỏi hộ ông Bảy ở đầu xóm.\nillustrative: true\n"
    data = make({"honourees/h4t8wz.yml": household, "practices/hay.yml": practice})
    assert lines(data, "practice")["hay"]["way"] == "Hỏi […] ở đầu xóm."


def test_a_candidate_without_a_profile_is_named_nowhere(make: Make) -> None:
    """Not in what came of the consultation either, nor at the beginning of a line of what others tell."""
    consultation = (
        f"{CONSULTATION}candidates:\n  - {{kind: individual, name: Lò Thị Thử, achievement: Hiến đất.}}\n"
        "outcome: {text: Bà Lò Thị Thử được đồng tình.}\n"
    )
    practice = "name: Cách hay\nkind: method\nway: |\n  Hỏi bà con.\n  Lò Thị Thử chỉ cách.\nillustrative: true\n"
    data = make({"consultations/lay-y-kien.yml": consultation, "practices/hay.yml": practice})
    assert lines(data, "consultation")["lay-y-kien"]["outcome"]["text"] == "Bà […] được đồng tình."
    assert lines(data, "practice")["hay"]["way"].split("\n")[1] == "[…] chỉ cách."


@pytest.mark.parametrize("story", ["story: Chuyện riêng.\n", ""])
def test_with_a_legal_basis_names_leave_but_no_more_than_their_pages_tell(make: Make, story: str) -> None:
    """No birth date or sex of somebody living, no story without consent."""
    profile = f"kind: individual\nname: Nguyễn Văn Thử\nborn: 1990-02-03\nsex: male\n{story}illustrative: true\n"
    data = make({"site.yml": SITE + NAMED, "decisions/2026/qd-15.yml": DECISION, "honourees/k7m2q9.yml": profile})
    told = lines(data, "honouree")["k7m2q9"]
    assert told["name"] == "Nguyễn Văn Thử"
    assert not {"born", "story", "sex"} & told.keys()
    row = lines(data, "decision")["qd-15"]["recipients"][0]
    assert row["name"] == "Nguyễn Văn Thử"
    assert not {"born", "sex"} & row.keys()


def test_consents_waivers_and_photos_are_the_offices_business(make: Make) -> None:
    """They stand in no file."""
    profile = (
        "kind: individual\nname: Lò Thị Xưa\nliving: no\nillustrative: true\n"
        "consent: {date: 2026-01-01, by: con trai trưởng, covers: [bài viết]}\n"
        "waivers: [{check: thu, reason: Đã xem, by: Trưởng phòng}]\n"
    )
    data = make({"honourees/lo-thi-xua.yml": profile})
    assert not {"consent", "waivers", "photos"} & lines(data, "honouree")["lo-thi-xua"].keys()
    assert b"con trai" not in b"".join(data.files.values()).lower().replace("con trai trưởng.".encode(), b"")


def test_numbers_are_written_for_machines(make: Make) -> None:
    """28.500 is twenty-eight thousand five hundred; 59,60 keeps its zero."""
    campaign = (
        "name: Thi đua\ntype: annual\nlevel: commune\nillustrative: true\n"
        "targets: [{name: Diện tích, value: '28.500'}, {name: Tỷ lệ, value: '59,60'}]\n"
    )
    told = lines(make({"campaigns/thi-dua.yml": campaign}), "campaign")["thi-dua"]
    assert [target["value"] for target in told["targets"]] == ["28500", "59.60"]
