"""A clerk makes a record by answering; scripted answers stand in for the clerk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import Clerk
from hypothesis import given
from hypothesis import strategies as st

from bangvang.loading import load_project
from bangvang.loading.yaml_reader import read_tree
from bangvang.office import ask_for_record
from bangvang.office.template import record_text
from bangvang.records import Honouree, is_minted


def written(root: Path, kind: str) -> Iterator[Path]:
    """The files of a folder kind."""
    return (root / "data" / kind).rglob("*.yml")


CONTACT = {"office": "Văn phòng", "address": "Trụ sở xã"}
CASES = {
    "honouree": {"kind": "Cá nhân", "name": "Nguyễn Văn Thử"},
    "decision": {"date": "2026-09-02", "title": "Khen thưởng", "issuer": "xã Thử", "number": "15/QĐ-UBND"},
    "campaign": {"name": "Phong trào mới", "type": "2", "level": "cấp xã"},
    "document": {"type": "ke hoach", "title": "Kế hoạch mới", "number": "07/KH-UBND", "date": "2026"},
    "practice": {"name": "Lúa sạch", "kind": "model"},
    "cluster": {"name": "Cụm thi đua số 1", "type": "cum"},
    "event": {"name": "Hội nghị tổng kết", "type": "review"},
    "report": {"title": "Sơ kết", "type": "interim", "campaigns": "pt", "agency": "ubnd-xa-thu", "results": "Tốt."},
    "consultation": {
        "title": "Lấy ý kiến", "opens": "2026-11-16", "closes": "2026-11-30", **CONTACT,
        "kind": "Tập thể", "name": "Thôn Thử", "achievement": "Làm đường.",
    },
    "procedure": {"name": "Tặng giấy khen", "what": "Nộp hồ sơ."},
    "award": {"id": "co-thi-dua", "name": "Cờ thi đua", "kind": "flag", "level": "commune", "applies_to": "collective", "rank": "9"},
    "field": {"id": "nong-nghiep", "name": "Nông nghiệp"},
    "place": {"id": "xa-nua", "name": "Xã Nữa", "type": "Xã"},
    "agency": {"id": "truong-thu", "name": "Trường Thử"},
    "occupation": {"id": "farmer", "name": "Nông dân", "group": "Nông dân"},
    "abbreviation": {"id": "htx", "short": "HTX", "long": "Hợp tác xã"},
    "redirect": {"from": "/cu/", "to": "/moi/"},
}  # fmt: skip


@pytest.mark.parametrize("kind", CASES)
def test_every_kind_can_be_made_by_answering(root: Path, kind: str) -> None:
    """What is written is read back without a problem."""
    clerk = Clerk(**CASES[kind])
    assert clerk.make(kind, root) == 0, clerk.heard
    project = load_project(root)
    assert project.problems == []
    assert any(
        loaded.kind == kind and loaded.id != "pt" and not loaded.id.startswith("ubnd") for loaded in project.loaded
    )


def test_the_site_record_is_made_once(root: Path) -> None:
    """And not written over: who tries is told before the first question. It begins as a trial."""

    def clerk() -> Clerk:
        return Clerk(
            name=["Bảng Vàng", "Ủy ban"],
            address=["https://b.example/", "Trụ sở xã"],
            description="Trang.",
            office="Văn phòng",
        )

    refused = clerk()
    assert refused.make("site", root) == 1
    assert refused.heard == ["Đã có data/site.yml; không ghi đè. Hãy mở tệp ấy mà sửa."]
    assert refused.asked == 0
    (root / "data/site.yml").unlink()
    assert clerk().make("site", root) == 0
    assert load_project(root).problems == []
    assert "\ntrial: true\n" in (root / "data/site.yml").read_text(encoding="utf-8")


def test_a_living_person_gets_an_id_that_says_nothing(root: Path) -> None:
    """Six minted characters; a collective's id may speak."""
    Clerk(kind="individual", name="Nguyễn Văn Thử").make("honouree", root)
    Clerk(kind="collective", name="Thôn Thử").make("honouree", root)
    ids = sorted(path.stem for path in written(root, "honourees"))
    assert [id for id in ids if is_minted(id)]
    assert "thon-thu" in ids


def test_new_records_start_as_drafts_with_the_help_of_each_field(root: Path) -> None:
    """Nothing is published by accident; the file explains itself."""
    Clerk(kind="collective", name="Thôn Thử").make("honouree", root)
    text = (root / "data/honourees/thon-thu.yml").read_text(encoding="utf-8")
    assert "\nstatus: draft\n" in text
    assert "# Chức vụ: Chức vụ, nghề nghiệp khi được khen.\n# role:" in text


def test_a_refused_answer_is_explained_and_asked_again(root: Path) -> None:
    """In the model's own words."""
    clerk = Clerk(date=["31/02/2026", "2026-09-02"], title="Khen", issuer="ubnd-xa-thu")
    assert clerk.make("decision", root) == 0
    assert any("không có ngày 31/02/2026 trong lịch" in line for line in clerk.heard)


@pytest.mark.parametrize(
    ("typed", "written_as"),
    [
        ("20/11/2026", "2026-11-20"),
        ("20-11-2026", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("2/9/2026", "2026-09-02"),
        ("9/2026", "2026-09"),
    ],
)
def test_a_day_may_be_typed_as_offices_print_it(root: Path, typed: str, written_as: str) -> None:
    """Days come first; what was understood is said back."""
    clerk = Clerk(date=typed, title="Khen", issuer="ubnd-xa-thu")
    assert clerk.make("decision", root) == 0
    (path,) = written(root, "decisions")
    assert f"\ndate: {written_as}\n" in path.read_text(encoding="utf-8")
    assert any(line.startswith("Hiểu là ") and "tháng" in line for line in clerk.heard) == (typed != written_as)


def test_a_name_without_accents_finds_the_record(root: Path) -> None:
    """Several matches are listed; one is taken."""
    clerk = Clerk(date="2026", title="Khen", issuer=["uy ban", "xa khac"])
    assert clerk.make("decision", root) == 0
    (path,) = written(root, "decisions")
    assert "issuer: ubnd-xa-khac" in path.read_text(encoding="utf-8")
    assert any("2 hồ sơ khớp" in line for line in clerk.heard)


def test_an_unknown_id_is_kept_only_when_confirmed(root: Path) -> None:
    """A record may be made before the one it refers to."""
    clerk = Clerk(date="2026", title="Khen", issuer=["ubnd-moi", "ubnd-moi"], KEEP=["không", "có"])
    assert clerk.make("decision", root) == 0
    (path,) = written(root, "decisions")
    assert "issuer: ubnd-moi" in path.read_text(encoding="utf-8")


def test_nothing_is_written_over(root: Path) -> None:
    """A taken id is refused at the question, a taken list entry at the end."""
    Clerk(kind="collective", name="Thôn Thử").make("honouree", root)
    clerk = Clerk(kind="collective", name="Thôn Thử", ID=["thon-thu", ""])
    assert clerk.make("honouree", root) == 0
    assert sorted(path.stem for path in written(root, "honourees")) == ["thon-thu", "thon-thu-2"]
    before = (root / "data/vocabulary/agencies.yml").read_bytes()
    assert Clerk(id="ubnd-xa-thu", name="Khác").make("agency", root) == 1
    assert (root / "data/vocabulary/agencies.yml").read_bytes() == before


def test_stopping_writes_nothing(root: Path) -> None:
    """Ctrl-D anywhere."""

    def stop(prompt: str) -> str:
        raise EOFError

    heard: list[str] = []
    assert ask_for_record("campaign", root, read=stop, write=heard.append) == 1
    assert heard[-1] == "Chưa ghi gì cả."
    assert [path.stem for path in written(root, "campaigns")] == ["pt"]


def test_an_unknown_kind_names_those_there_are(root: Path) -> None:
    """Labels work as well as codes."""
    clerk = Clerk()
    assert clerk.make("xyzxyz", root) == 2
    assert "honouree (gương)" in clerk.heard[0]
    assert Clerk(name="Phong trào mới", type="annual", level="commune").make("phong trao", root) == 0


@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), min_size=1).filter(lambda text: text.strip())
)
def test_any_text_survives_the_file(name: str) -> None:
    """Quotes, colons, hashes, leading stars: the reader gives back what was answered."""
    tree = read_tree(record_text(Honouree, {"kind": "collective", "name": name}))
    assert tree == {"kind": "collective", "name": name}
