"""Published addresses that a build would lose, and what is said about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from bangvang.pages.changes import Change, Publication
from bangvang.publishing.change_log import write_change_log
from bangvang.publishing.contents import record_digest
from bangvang.publishing.kept_json import Damaged
from bangvang.publishing.ledger import FILE, LedgerLine, ledger_digest, write_ledger
from bangvang.publishing.memory import MadePage, places_of
from bangvang.publishing.vanished import lost_addresses, vanished_problems
from bangvang.registry import Registry

Build = Callable[..., Registry]
DAY = date(2026, 11, 21)


def pages(*urls: str) -> dict[str, MadePage]:
    """Pages as the memory of a build holds them."""
    return {url: MadePage(places_of(()), "", "", True, True, url, "", ()) for url in urls}


def lost(registry: Registry, address: str, *live: str, content: str = "digest", files: tuple[str, ...] = ()) -> str:
    """What is said about one published address, all that stands being the `live` pages and files."""
    found = lost_addresses({address: LedgerLine(DAY, content)}, registry, pages(*live), files)
    assert len(found) <= 1
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("address", "live", "files"),
    [
        ("/", [""], []),
        ("/guong/k7m2q9/", ["guong/k7m2q9/"], []),
        ("/gioi-thieu/", [], ["gioi-thieu/index.html"]),
        ("/tin.atom", [], ["tin.atom"]),
    ],
)
def test_what_still_stands_needs_no_word(registry_of: Build, address: str, live: list[str], files: list[str]) -> None:
    """As a page, as a file of a hand-written page or one that leads on, as a feed."""
    assert lost(registry_of(), address, *live, files=tuple(files)) == ""


def test_a_record_that_is_gone_may_be_withdrawn_removed_or_moved(registry_of: Build) -> None:
    """All three ways are said, with the file and the words to write."""
    said = lost(registry_of(), "/quyet-dinh/qd-14/")
    assert said.startswith("/quyet-dinh/qd-14/ (công bố từ 21/11/2026): không còn quyết định khen thưởng này → ")
    assert "data/decisions/<năm>/qd-14.yml" in said
    assert "“status: withdrawn”" in said
    assert "“status: removed”" in said
    assert "“- {from: /quyet-dinh/qd-14/, to: " in said


def test_a_record_that_got_another_id_is_recognised(registry_of: Build) -> None:
    """By its content: then the one line to write is known."""
    registry = registry_of()
    content = record_digest(registry, "campaign", "thi-dua-2026")
    said = lost(registry, "/phong-trao/x/", "phong-trao/thi-dua-2026/", content=content)
    assert "nay ở /phong-trao/thi-dua-2026/" in said
    assert "“- {from: /phong-trao/x/, to: /phong-trao/thi-dua-2026/}”" in said


def test_a_likely_new_address_is_proposed(registry_of: Build) -> None:
    """One with nearly the same last part, or just the same elsewhere."""
    registry = registry_of()
    near = lost(registry, "/phong-trao/thi-dua-nam-2026/", "phong-trao/thi-dua-nam-2025/", "phong-trao/khac/")
    assert "to: /phong-trao/thi-dua-nam-2025/}" in near
    elsewhere = lost(registry, "/su-kien/le-phat-dong/", "phong-trao/le-phat-dong/", "phong-trao/khac/")
    assert "to: /phong-trao/le-phat-dong/}" in elsewhere


def test_no_stranger_is_proposed_for_a_person(registry_of: Build) -> None:
    """Codes of people resemble one another by chance only."""
    assert "k7m2q8" not in lost(registry_of(), "/guong/k7m2q9/", "guong/k7m2q8/")


@pytest.mark.parametrize(
    ("state", "advice"),
    [
        ("status: draft\n", "nay lại là bản nháp → Trong data/campaigns/thi-dua-2026.yml ghi “status: published”"),
        ("publish_on: 2027-01-01\n", "Bỏ mục publish_on trong data/campaigns/thi-dua-2026.yml"),
    ],
)
def test_a_record_hidden_after_publication_is_to_be_shown_or_withdrawn(
    registry_of: Build, state: str, advice: str
) -> None:
    """Hiding is no way back."""
    text = f"name: Thi đua năm 2026\ntype: annual\nlevel: commune\n{state}"
    assert advice in lost(registry_of({"data/campaigns/thi-dua-2026.yml": text}), "/phong-trao/thi-dua-2026/")


def test_an_entry_of_a_list_goes_back_into_its_list(registry_of: Build) -> None:
    """Its file is named."""
    said = lost(registry_of(), "/co-quan/ubnd-xa-cu/")
    assert "Đưa mục ấy trở lại data/vocabulary/agencies.yml" in said


def test_a_hand_written_page_goes_back_into_docs(registry_of: Build) -> None:
    """Or leads on."""
    said = lost(registry_of(), "/huong-dan/tra-cuu/", "huong-dan/")
    assert "Đưa tệp docs/huong-dan/tra-cuu.md trở lại" in said
    assert "“- {from: /huong-dan/tra-cuu/, to: /huong-dan/}”" in said


def test_an_address_with_marks_is_written_as_the_data_takes_it(registry_of: Build) -> None:
    """Percent-encoded: a redirect holds no blanks."""
    assert "from: /ghi%20ch%C3%BA/," in lost(registry_of(), "/ghi chú/")


def settled(root: Path, ledger: Mapping[str, LedgerLine]) -> None:
    """Give a project a ledger."""
    write_ledger(root, ledger)


def test_a_project_without_a_ledger_has_nothing_to_lose(registry_of: Build, tmp_path: Path) -> None:
    """Before the first publication."""
    assert vanished_problems(tmp_path, registry_of(), {}) == []


def test_every_lost_address_is_said_at_once(registry_of: Build, tmp_path: Path) -> None:
    """A line for each, in order."""
    registry = registry_of()
    settled(tmp_path, {address: LedgerLine(DAY, "x") for address in ("/phong-trao/b/", "/phong-trao/a/", "/")})
    found = vanished_problems(tmp_path, registry, pages(""))
    assert [line.split(" ")[0] for line in found] == ["/phong-trao/a/", "/phong-trao/b/"]


def test_what_a_trial_published_is_not_owed_afterwards(registry_of: Build, tmp_path: Path) -> None:
    """While it is a trial and nearly everything is gone, the way to begin again is said; not for one lost page."""
    site = (
        "name: Bảng Vàng\naddress: https://bangvang.example/\ndescription: Thử.\nowner: {name: Xã Mẫu}\n"
        "contact: {office: Văn phòng, email: vanphong@xamau.example}\ntrial: true\n"
    )
    trying = registry_of({"data/site.yml": site})
    settled(tmp_path, {"/phong-trao/a/": LedgerLine(DAY, "x", trial=True)})
    assert "xóa data/ledger.json và data/changes.json" in vanished_problems(tmp_path, trying, {})[0]
    assert vanished_problems(tmp_path, registry_of(), {}) == []
    settled(tmp_path, {f"/phong-trao/{id}/": LedgerLine(DAY, "x", trial=True) for id in "abc"})
    few = vanished_problems(tmp_path, trying, pages("phong-trao/b/", "phong-trao/c/"))
    assert [line.split(" ")[0] for line in few] == ["/phong-trao/a/"]
    assert "ledger.json" not in few[0]


def test_a_row_that_was_deleted_is_to_be_put_back_or_blanked(registry_of: Build) -> None:
    """A bare recipient had no file to bring back."""
    said = lost(registry_of(), "/guong/b2c3d4/")
    assert "không còn ai mang mã b2c3d4" in said
    for words in ("đưa trở lại, giữ nguyên mã", "“- removed: true”", "data/honourees/b2c3d4.yml", "same_as: [b2c3d4]"):
        assert words in said


def test_a_ledger_that_was_lost_is_missed(registry_of: Build, tmp_path: Path) -> None:
    """The log tells that something was published; an entry that never reached the ledger does not count."""
    registry = registry_of()
    first = Publication(DAY, (Change("added", "campaign", "/phong-trao/a/"),), ledger_digest({}))
    write_change_log(tmp_path, [first])
    assert vanished_problems(tmp_path, registry, {}) == []
    write_change_log(tmp_path, [first, Publication(DAY, first.changes, "0123")])
    with pytest.raises(Damaged, match=r"data/ledger\.json:1:1: sổ địa chỉ đã công bố bị mất → "):
        vanished_problems(tmp_path, registry, {})


def test_a_damaged_ledger_stops_everything(registry_of: Build, tmp_path: Path) -> None:
    """What was published is not known, so nothing may go."""
    registry = registry_of()
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    with pytest.raises(Damaged):
        vanished_problems(tmp_path, registry, {})
