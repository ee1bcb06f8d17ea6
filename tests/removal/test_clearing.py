"""History, drafts, packed sites and caches: what tells of somebody goes, what tells of others stays."""

from __future__ import annotations

import zipfile
from pathlib import Path

from removal_tree import MERGED, NAME, NAMESAKE, PERSON

from bangvang.office.drafts import Draft, Drafts
from bangvang.office.history import Deed, Doing, History
from bangvang.removal.clearing import clear, clear_caches
from bangvang.removal.signs import Signs
from bangvang.vietnamese import Names

SIGNS = Signs((PERSON, MERGED), Names([NAME]))


def noted(root: Path, kind: str, id: str, before: str, *words: str) -> None:
    """A change that the office made."""
    doing = Doing(Deed.EDITED, kind, id, "Tên hiện", f"data/{kind}s/{id}.yml", words)
    History(root).note(doing, before.encode(), b"name: nay\n")


def drafted(root: Path, kind: str, id: str, text: str) -> None:
    """A record that could not be saved."""
    Drafts(root).keep(Draft("", kind, id, "Tên hiện", "", "", {"summary": text}, ()))


def packed(path: Path, **files: str) -> Path:
    """A ZIP file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return path


def test_changes_that_tell_of_somebody_go_with_what_stood_there(tmp_path: Path) -> None:
    """Their own record, lists they stood in, words about them; the rest can still be taken back."""
    noted(tmp_path, "honouree", PERSON, "name: Tên cũ\n")
    noted(tmp_path, "decision", "qd-15", f"recipients: [{{id: {PERSON}}}]\n")
    noted(tmp_path, "practice", "det-vai", f"way: Theo bà {NAME}.\n")
    noted(tmp_path, "practice", "lam-som", "way: Dậy sớm.\n", f"Bỏ tên {NAME}")
    noted(tmp_path, "practice", "lam-som", "way: Dậy muộn.\n")
    assert clear(tmp_path, SIGNS, (), ()).changes == 4
    (left,) = History(tmp_path).changes()
    assert History(tmp_path).before(left) == b"way: D\xe1\xba\xady mu\xe1\xbb\x99n.\n"
    names = [path.name for path in (tmp_path / ".bangvang/history").iterdir()]
    assert sorted(names) == sorted([f"{left.number:08}.json", f"{left.before}.was"])


def test_a_namesake_keeps_history_and_drafts(tmp_path: Path) -> None:
    """Unless an id of the removed stands in it."""
    noted(tmp_path, "honouree", NAMESAKE, f"name: {NAME}\n")
    noted(tmp_path, "honouree", NAMESAKE, f"name: {NAME}\nnot_same_as: [{PERSON}]\n")
    drafted(tmp_path, "honouree", NAMESAKE, f"Bà {NAME} dạy trẻ hát.")
    cleared = clear(tmp_path, SIGNS, (), [NAMESAKE])
    assert (cleared.changes, cleared.drafts) == (1, 0)


def test_what_cannot_be_read_any_more_goes_too(tmp_path: Path) -> None:
    """Nobody can say what it tells."""
    noted(tmp_path, "practice", "lam-som", "way: Dậy sớm.\n")
    folder = tmp_path / ".bangvang/history"
    (folder / "00000007.json").write_bytes(b"{")
    (folder / ("0" * 32 + ".was")).write_bytes(b"x")
    noted(tmp_path, "practice", "det-vai", "way: Dệt kỹ.\n")
    latest = next(History(tmp_path).changes())
    (folder / f"{latest.before}.was").write_bytes(b"damaged")
    (tmp_path / ".bangvang/drafts").mkdir()
    (tmp_path / ".bangvang/drafts/hong.json").write_bytes(b"{")
    cleared = clear(tmp_path, SIGNS, (), ())
    assert (cleared.changes, cleared.drafts) == (2, 1)
    assert len(list(folder.iterdir())) == 2


def test_packed_sites_that_hold_a_page_of_theirs_go(tmp_path: Path) -> None:
    """So do those that name them elsewhere, and halves of some; others stay."""
    packed(tmp_path / "cong-bo/a.zip", **{f"guong__{PERSON}__index.html": "<p>"})
    packed(tmp_path / "cong-bo/b.zip", **{"mo-hinh__index.html": "Ho&agrave;ng Thị Mẫu Đơn"})
    packed(tmp_path / "cong-bo/c.zip", **{"index.html": "Trang"})
    (tmp_path / "cong-bo/.d.zip.new").write_bytes(b"PK")
    assert clear(tmp_path, SIGNS, (), ()).zips == ("cong-bo/.d.zip.new", "cong-bo/a.zip", "cong-bo/b.zip")
    assert [path.name for path in (tmp_path / "cong-bo").iterdir()] == ["c.zip"]


def test_their_pictures_go(tmp_path: Path) -> None:
    """One that is gone already is no fault."""
    (tmp_path / "data/photos").mkdir(parents=True)
    (tmp_path / "data/photos/a.jpg").write_bytes(b"a")
    (tmp_path / "data/photos/b.jpg").write_bytes(b"b")
    assert clear(tmp_path, SIGNS, ("a.jpg", "c.jpg"), ()).photos == ("data/photos/a.jpg",)
    assert [path.name for path in (tmp_path / "data/photos").iterdir()] == ["b.jpg"]


def test_caches_and_cards_go_but_for_the_lock_that_is_held(tmp_path: Path) -> None:
    """Links are taken away, not followed."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/kept").write_bytes(b"k")
    for path in (".cache/bangvang/publishing/lock", ".cache/bangvang/parsed/0.cache", ".bangvang/cards/honouree/a.jpg"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_bytes(b"x")
    (tmp_path / ".cache/link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    clear_caches(tmp_path)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert left == [".cache/bangvang/publishing/lock", "elsewhere/kept"]
