"""A build that makes only what changed gives what a clean build gives, whatever was edited, and makes little more."""

from __future__ import annotations

import datetime
import gc
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from bangvang.loading import load_project
from bangvang.pages.answers import Answers, Key, is_question
from bangvang.publishing import rendering
from bangvang.publishing.build import Built, build_site
from bangvang.publishing.error import Failure
from bangvang.publishing.frame import Frame
from bangvang.publishing.memory import recall
from bangvang.records import TOLD
from bangvang.registry import build_registry

DAY = datetime.date(2026, 11, 21)
DAYS = [DAY, datetime.date(2026, 10, 1), datetime.date(2026, 12, 2), datetime.date(2028, 1, 1)]
PEOPLE = ["k7m2q9", "h3n8pw", "thon-hai", "cu-ba-xua", "a2b3c4", "c2d3f4", "p2q3r4", "z9y8x7", "thon-moi"]
NAMES = [
    "Đinh Văn Đỉnh",
    "Dương Thị Dung",
    "Ôn Văn Ổn",
    "O </script> {{ o }} bv0body0bv",
    "Ửng",
    "Nguyễn Văn Thử",
    "7 Giờ",
]
PLACES = ["xa-thu", "xa-thu-cu", "tinh-thu", "xa-la", "xa-moi"]
AWARDS = ["giay-khen", "chien-si-thi-dua-co-so", "danh-hieu-la"]
DECISIONS = ["2024/qd-cu", "2026/qd-1", "2026/qd-la"]
RECORDS = [
    *(f"decisions/{id}" for id in DECISIONS),
    *(f"honourees/{id}" for id in PEOPLE[:4]),
    *(
        "campaigns/lon",
        "campaigns/nho",
        "documents/kh-1",
        "documents/cv-2",
        "practices/to-tu-quan",
        "practices/lam-som",
    ),
    *("clusters/cum-1", "events/dai-hoi", "reports/bc-1", "consultations/y-kien-1", "procedures/tt-1"),
]
STATES: list[dict[str, object]] = [
    {},
    {"status": "draft"},
    {"status": "withdrawn", "withdrawn": {"date": "2026-10-01", "reason": "Sai."}},
    {"publish_on": "2026-12-01"},
    {"updated": "2026-11-20"},
]
STATE_FIELDS = ("status", "withdrawn", "publish_on", "updated")
STANDINGS = [None, "2026-10-02", "2026-12-01"]
EXAMPLES = int(os.environ.get("BANGVANG_EDITING_SESSIONS", "4"))
Tree = Any


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def read(path: Path) -> Tree:
    """A YAML file, every scalar a text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def write(path: Path, tree: Tree) -> None:
    """A YAML file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")


def of_the_last_build(folder: str, names: list[str]) -> set[str]:
    """What a clean build does not get to see."""
    return {name for name in names if name == "site" or folder.endswith(".cache/bangvang")}


class Editing(RuleBasedStateMachine):
    """An office at work: after each edit the site is built again, and beside it from nothing."""

    project: Path
    frame: Frame
    counts: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.root = self.folder / "du-an"
        shutil.copytree(self.project, self.root)
        self.day = DAY
        self.jobs = 1
        self.compare()

    def teardown(self) -> None:
        """Once in each session the data are surely bad."""
        (self.root / "data/documents/hong.yml").write_text("type: [", encoding="utf-8")
        with pytest.raises(Failure):
            self.compare()
        shutil.rmtree(self.folder)

    # -- what is compared

    def build(self, root: Path, *, clean: bool = False) -> Built:
        return build_site(root, day=self.day, frame=self.frame, jobs=self.jobs, clean=clean)

    def compare(self) -> None:
        """Raises Failure, with the site untouched, where the edit made the data bad."""
        site = self.root / "site"
        before = contents(site)
        gc.collect()  # of a hundred builds: what forks takes longer the more lies about
        try:
            built = self.build(self.root)
        except Failure:
            assert contents(site) == before
            raise
        fresh = self.folder / "sach"
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(self.root, fresh, ignore=of_the_last_build)
        assert built.pages == self.build(fresh, clean=True).pages
        assert contents(site) == contents(fresh / "site")

    def edit(self, path: str, change: Callable[[Tree], Tree]) -> None:
        """Change one YAML file of the data, or add it (from None), or delete it (to None); bad data are taken back."""
        file = self.root / "data" / f"{path}.yml"
        old = file.read_bytes() if file.exists() else None
        tree = change(read(file) if file.exists() else None)
        if tree is None:
            file.unlink(missing_ok=True)
        else:
            write(file, tree)
        try:
            self.compare()
            self.counts["good"] += 1
        except Failure:
            self.counts["bad"] += 1
            file.unlink(missing_ok=True)
            if old is not None:
                file.write_bytes(old)

    def update(self, path: str, **fields: object) -> None:
        """Set fields of a record, or take them out (None)."""

        def change(tree: Tree) -> Tree:
            merged = {**(tree or {}), **fields}
            return {name: value for name, value in merged.items() if value is not None} if tree else None

        self.edit(path, change)

    def update_entry(self, path: str, id: str, **fields: object) -> None:
        """The same for one entry of a vocabulary."""
        self.edit(path, lambda tree: [{**entry, **fields} if entry["id"] == id else entry for entry in tree])

    # -- people

    @rule(id=st.sampled_from(PEOPLE), name=st.sampled_from(NAMES), kind=st.sampled_from(["individual", "collective"]))
    def write_a_profile(self, id: str, name: str, kind: str) -> None:
        self.edit(f"honourees/{id}", lambda tree: {**(tree or {"illustrative": "true"}), "name": name, "kind": kind})

    @rule(id=st.sampled_from(PEOPLE), story=st.sampled_from(["Chuyện **một**.", "Chuyện hai </script>", None]))
    def tell_a_story(self, id: str, story: str | None) -> None:
        self.update(f"honourees/{id}", story=story)

    @rule(path=st.sampled_from(RECORDS), summary=st.sampled_from(["Tóm tắt một.", "Tóm tắt hai </script>", None]))
    def sum_up(self, path: str, summary: str | None) -> None:
        self.update(path, summary=summary)

    @rule(
        id=st.sampled_from(PEOPLE), place=st.sampled_from(PLACES), field=st.sampled_from(["nong-nghiep", "trong-trot"])
    )
    def move_somebody(self, id: str, place: str, field: str) -> None:
        self.update(f"honourees/{id}", place=place, fields=[field])

    @rule(id=st.sampled_from(PEOPLE))
    def delete_a_profile(self, id: str) -> None:
        self.edit(f"honourees/{id}", lambda _: None)

    @rule(id=st.sampled_from(PEOPLE))
    def remove_somebody_by_right(self, id: str) -> None:
        self.edit(f"honourees/{id}", lambda _: {"status": "removed", "removed_on": "2026-11-01"})

    @rule(id=st.sampled_from(PEOPLE), other=st.sampled_from([*PEOPLE, None]))
    def find_two_to_be_one_or_not(self, id: str, other: str | None) -> None:
        self.update(f"honourees/{id}", same_as=[other] if other else None)

    @rule(id=st.sampled_from(PEOPLE), award=st.sampled_from(AWARDS), year=st.sampled_from(["2019", "2026"]))
    def add_an_honour(self, id: str, award: str, year: str) -> None:
        self.update(f"honourees/{id}", honours=[{"award": award, "date": year, "authority": "ubnd-xa-thu"}])

    # -- decisions

    @rule(decision=st.sampled_from(DECISIONS), number=st.integers(0, 12), name=st.sampled_from(NAMES))
    def correct_a_row(self, decision: str, number: int, name: str) -> None:
        self.change_row(decision, number, lambda row: {**row, "name": name})

    @rule(
        decision=st.sampled_from(DECISIONS),
        number=st.integers(0, 12),
        day=st.sampled_from(STANDINGS),
        by=st.sampled_from([{}, {"decision": "qd-1"}, {"decision": "cv-2"}]),
    )
    def cancel_an_award(self, decision: str, number: int, day: str | None, by: dict[str, str]) -> None:
        turns = [{"state": "cancelled", "date": day, "reason": "Khai sai.", **by}] if day else []
        self.change_row(decision, number, lambda row: {**row, "standing": turns})

    @rule(
        decision=st.sampled_from(DECISIONS),
        old=st.sampled_from(DECISIONS),
        id=st.sampled_from(PEOPLE),
        item=st.sampled_from([("Đơn vị", "Tổ Năm"), ("Họ tên", "Nguyễn Đúng"), None]),
    )
    def put_an_earlier_row_right(self, decision: str, old: str, id: str, item: tuple[str, str] | None) -> None:
        entry = {"decision": old.rpartition("/")[2], "recipient": id}
        corrects = [{**entry, "field": item[0], "now": item[1]}] if item else []
        self.update(f"decisions/{decision}", corrects=corrects)

    @rule(decision=st.sampled_from(DECISIONS), number=st.integers(0, 12), place=st.sampled_from(PLACES))
    def move_a_row(self, decision: str, number: int, place: str) -> None:
        self.change_row(decision, number, lambda row: {**row, "place": place})

    @rule(decision=st.sampled_from(DECISIONS), number=st.integers(0, 12))
    def blank_a_row(self, decision: str, number: int) -> None:
        self.change_row(decision, number, lambda _: {"removed": "true"})

    @rule(decision=st.sampled_from(DECISIONS), number=st.integers(0, 12))
    def delete_a_row(self, decision: str, number: int) -> None:
        self.change_rows(decision, lambda rows: rows[:number] + rows[number + 1 :])

    @rule(decision=st.sampled_from(DECISIONS), number=st.integers(0, 12), id=st.sampled_from(PEOPLE))
    def add_a_row(self, decision: str, number: int, id: str) -> None:
        row = {"id": id, "kind": "individual", "name": f"Người {id}", "place": "xa-thu"}
        self.change_rows(decision, lambda rows: [*rows[:number], row, *rows[number:]])

    @rule(
        decision=st.sampled_from(DECISIONS), award=st.sampled_from(AWARDS), date=st.sampled_from(["2023", "2026-11-20"])
    )
    def change_a_decision(self, decision: str, award: str, date: str) -> None:
        self.update(f"decisions/{decision}", award=award, date=date)

    def change_row(self, decision: str, number: int, change: Callable[[Tree], Tree]) -> None:
        self.change_rows(
            decision, lambda rows: [change(row) if place == number else row for place, row in enumerate(rows)]
        )

    def change_rows(self, decision: str, change: Callable[[list[Tree]], list[Tree]]) -> None:
        self.edit(
            f"decisions/{decision}", lambda tree: {**tree, "recipients": change(tree["recipients"])} if tree else None
        )

    # -- any record

    @rule(path=st.sampled_from(RECORDS), state=st.sampled_from(STATES), illustrative=st.sampled_from(["true", None]))
    def change_a_state(self, path: str, state: dict[str, object], illustrative: str | None) -> None:
        self.update(path, **{**dict.fromkeys(STATE_FIELDS), **state, "illustrative": illustrative})

    @rule(path=st.sampled_from(RECORDS[7:]), name=st.sampled_from(NAMES))
    def rename_a_record(self, path: str, name: str) -> None:
        field = "title" if path.split("/")[0] in ("documents", "reports", "consultations") else "name"
        self.update(path, **{field: name})

    @rule(path=st.sampled_from(RECORDS), new=st.sampled_from(["moi-1", "moi-2"]))
    def change_an_id(self, path: str, new: str) -> None:
        source = self.root / "data" / f"{path}.yml"
        target = source.with_stem(new)
        if not source.exists() or target.exists():
            return
        source.rename(target)
        try:
            self.compare()
            target.rename(source)
            self.compare()
            self.counts["good"] += 1
        except Failure:
            self.counts["bad"] += 1
            target.rename(source)

    @rule(parent=st.sampled_from([None, "lon"]), start=st.sampled_from([None, "2019-01", "2026-03"]))
    def change_a_campaign(self, parent: str | None, start: str | None) -> None:
        self.update("campaigns/nho", parent=parent, period={"from": start, "to": "2026-06"} if start else None)

    @rule(bases=st.sampled_from([[], ["kh-1"], ["van-ban-la"]]), date=st.sampled_from(["2026-02-05", "2019"]))
    def change_a_document(self, bases: list[str], date: str) -> None:
        self.update("documents/cv-2", bases=bases, date=date)

    @rule(id=st.sampled_from(PEOPLE), place=st.sampled_from(PLACES))
    def change_a_practice(self, id: str, place: str) -> None:
        self.update("practices/lam-som", honourees=[id], place=place)

    # -- shared lists

    @rule(id=st.sampled_from(PLACES), name=st.sampled_from(NAMES))
    def rename_a_place(self, id: str, name: str) -> None:
        self.update_entry("vocabulary/places", id, name=name)

    @rule(to=st.sampled_from(["xa-thu", "xa-la", None]), how=st.sampled_from(["whole", "part"]))
    def change_what_a_place_became(self, to: str | None, how: str) -> None:
        turns = [{"id": to, "how": how, "date": "2025-07-01"}] if to else []
        self.update_entry("vocabulary/places", "xa-thu-cu", became=turns)

    @rule(name=st.sampled_from([*NAMES, None]))
    def add_or_delete_a_place(self, name: str | None) -> None:
        entry = {"id": "xa-moi", "name": name, "type": "commune", "parent": "tinh-thu"}
        self.edit(
            "vocabulary/places",
            lambda tree: [*(one for one in tree if one["id"] != "xa-moi"), *([entry] if name else [])],
        )

    @rule(id=st.sampled_from(AWARDS), name=st.sampled_from(NAMES), rank=st.sampled_from(["1", "500"]))
    def change_an_award(self, id: str, name: str, rank: str) -> None:
        self.update_entry("vocabulary/awards", id, name=name, rank=rank)

    @rule(id=st.sampled_from(AWARDS), kind=st.sampled_from(["commendation", "title", "state-title"]))
    def change_what_an_award_is(self, id: str, kind: str) -> None:
        self.update_entry("vocabulary/awards", id, kind=kind)

    @rule(
        scope=st.sampled_from([{}, {"campaign": "lon"}, {"year": "2026"}]),
        day=st.sampled_from(["2026-07-01", "2026-12-01"]),
        pages=st.sampled_from([{}, {"pages": "https://luutru.example/mot/"}]),
    )
    def give_into_keeping(self, scope: dict[str, str], day: str, pages: dict[str, str]) -> None:
        self.edit("deposits", lambda _: [{"id": "ban-1", "title": "Bản lưu", "date": day, **scope, **pages}])

    @rule(name=st.sampled_from(NAMES), parent=st.sampled_from([{}, {"parent": "linh-vuc-la"}]))
    def change_a_field(self, name: str, parent: dict[str, str]) -> None:
        entry = {"id": "trong-trot", "name": name, **parent}
        self.edit("vocabulary/fields", lambda tree: [entry if one["id"] == "trong-trot" else one for one in tree])

    @rule(id=st.sampled_from(["ubnd-xa-thu", "hoi-nong-dan-xa-thu"]), name=st.sampled_from(NAMES))
    def rename_an_agency(self, id: str, name: str) -> None:
        self.update_entry("vocabulary/agencies", id, name=name)

    @rule(direct=st.sampled_from(["true", "false"]))
    def change_an_occupation(self, direct: str) -> None:
        self.update_entry("vocabulary/occupations", "official", direct_worker=direct)

    # -- everything else

    @rule(trial=st.sampled_from(["true", "false"]), picked=st.sampled_from(PEOPLE), share=st.sampled_from(["30", "90"]))
    def change_the_settings(self, trial: str, picked: str, share: str) -> None:
        rules = [{"rule": "direct-worker-share", "value": share, "basis": "Kế hoạch"}]
        self.update("site", trial=trial, home={"honourees": [picked]}, rules=rules)

    @rule(text=st.sampled_from(["Lời mới.", "---\nhero_title: Đầu trang khác\n---\nLời khác."]))
    def change_the_words_of_the_home_page(self, text: str) -> None:
        (self.root / "docs/index.md").write_text(text, encoding="utf-8")
        self.compare()

    @rule(text=st.sampled_from(["Một", "Hai", None]), name=st.sampled_from(["pages/list.html", "pages/document.html"]))
    def override_a_template(self, text: str | None, name: str) -> None:
        file = self.root / "overrides" / name
        file.parent.mkdir(exist_ok=True)
        if text:
            file.write_text(text, encoding="utf-8")
        else:
            file.unlink(missing_ok=True)
        self.compare()

    @rule(day=st.sampled_from(DAYS), jobs=st.sampled_from([1, 2]))
    def another_day(self, day: datetime.date, jobs: int) -> None:
        before, self.day, self.jobs = self.day, day, jobs
        try:
            self.compare()
        except Failure:
            self.day = before

    @rule(memory=st.sampled_from([b"", b"{}", None]))
    def lose_the_memory_of_the_last_build(self, memory: bytes | None) -> None:
        file = self.root / ".cache/bangvang/build"
        file.write_bytes(file.read_bytes()[:-9] if memory is None else memory)
        self.compare()


@pytest.fixture
def editing(small_site: Path, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> type[Editing]:
    """The machine, with its project, its frame and two workers wherever two are asked for."""
    monkeypatch.setattr(rendering, "_WORTH_SHARING", 1)
    return type("EditingHere", (Editing,), {"project": small_site, "frame": frame, "counts": {"good": 0, "bad": 0}})


def test_a_build_after_any_edits_equals_a_clean_build(editing: type[Editing]) -> None:
    """Byte for byte, all files; an edit that makes the data bad leaves the site as it was."""
    run_state_machine_as_test(
        editing,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=12,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
    assert editing.counts["good"] > editing.counts["bad"]


def answers_of(root: Path) -> Answers:
    """What the records of a project answer."""
    return Answers(build_registry(load_project(root), DAY))


def tell_everywhere(root: Path, words: str) -> int:
    """Give every record a summary, and put words before each text that it tells; how many texts those are."""
    count = 0
    for path in (root / "data").glob("*/**/*.yml"):
        tree = read(path)
        if isinstance(tree, dict) and tree.get("status") != "removed":
            texts = {name: f"{words} {tree.get(name, '')}" for name in TOLD & {"summary", *tree}}
            count += len(texts)
            write(path, tree | texts)
    return count


def test_no_answer_depends_on_the_wording_of_what_records_tell(small_site: Path, frame: Frame, tmp_path: Path) -> None:
    """Of all questions that the pages and the index of a site ask; so the world is the same."""
    root = shutil.copytree(small_site, tmp_path / "noi-khac")
    assert tell_everywhere(root, "Lời đầu.") > 20
    build_site(root, day=DAY, frame=frame)
    memory = recall(root)
    assert memory is not None
    asked: list[Key] = [key for key in memory.keys if is_question(key)]
    before = answers_of(root)
    world, known = before.world(), [before.digest(key) for key in asked]
    assert len({key[0] for key in asked}) > 40
    tell_everywhere(root, "Nói cách khác.")
    after = answers_of(root)
    assert after.world() == world
    assert [key for key, digest in zip(asked, known, strict=True) if after.digest(key) != digest] == []
