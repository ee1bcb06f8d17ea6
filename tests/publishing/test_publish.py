"""Publishing: the site at its target, every address in the ledger, every change in the log."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bangvang.publishing.build import build_site
from bangvang.publishing.change_log import FILE as LOG
from bangvang.publishing.change_log import read_change_log
from bangvang.publishing.delivery import MARK
from bangvang.publishing.error import Failure, StagingError
from bangvang.publishing.ledger import FILE as LEDGER
from bangvang.publishing.ledger import read_ledger
from bangvang.publishing.lock import Lock
from bangvang.publishing.manifest import PATH as MANIFEST
from bangvang.publishing.publish import Published, publish, rehearse
from bangvang.publishing.target import target_of

DAY, NEXT = date(2026, 11, 21), date(2026, 11, 22)
DECISION = "data/decisions/2026/qd-15.yml"
CAMPAIGN = "data/campaigns/thi-dua-2026.yml"


def run(office: Path, target: Path, day: date = DAY) -> Published:
    """Publish the small project."""
    return publish(office, target_of(str(target), office, day), day=day, jobs=1)


def edit(office: Path, path: str, old: str, new: str) -> None:
    """Change a record as an office would."""
    text = (office / path).read_text(encoding="utf-8")
    assert old in text
    (office / path).write_text(text.replace(old, new), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Every file but the mark, and the list of hashes, which only a publication has."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in (MARK, Path(MANIFEST).name))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def changed(published: Published) -> set[tuple[str, str]]:
    """What a publication did to records, with their addresses."""
    return {(change.what, change.url) for change in published.publication.changes if change.kind != "list"}


def test_a_first_publication_enters_every_address(office: Path, tmp_path: Path) -> None:
    """Records, lists, hand-written pages, the home page; each since today."""
    out = tmp_path / "out"
    shutil.rmtree(office / "site")
    done = run(office, out)
    assert files(out) == files(office / "site")
    ledger = read_ledger(office)
    assert {line.first for line in ledger.values()} == {DAY}
    assert {"/", "/guong/", "/guong/k7m2q9/", "/quyet-dinh/qd-15/", "/gioi-thieu/", "/nhat-ky/"} <= ledger.keys()
    assert {"/kenh-tin/tat-ca.atom", "/kenh-tin/tat-ca.json", "/kenh-tin/lich/tat-ca.ics"} <= ledger.keys()
    assert all((out / address[1:] / ("index.html" if address.endswith("/") else "")).is_file() for address in ledger)
    assert ("added", "/phong-trao/thi-dua-2026/") in changed(done)
    assert done.told().startswith("Đã công bố ")


def test_other_files_are_not_told_as_the_same_content(office: Path, tmp_path: Path) -> None:
    """No record changed, but something was written; only what is the same to the byte is told to be."""
    out = tmp_path / "out"
    run(office, out)
    assert run(office, out).told().endswith(": nội dung như lần trước.")
    (out / "robots.txt").write_text("đã bị thay", "utf-8")
    assert run(office, out).told().endswith(": không hồ sơ nào thay đổi.")


def test_names_of_people_are_in_no_kept_file(office: Path, tmp_path: Path) -> None:
    """Addresses only: a later removal must not live on in a log."""
    run(office, tmp_path / "out")
    kept = (office / LEDGER).read_text("utf-8") + (office / LOG).read_text("utf-8")
    assert "/guong/k7m2q9/" in kept
    assert "Thi đua năm 2026" in kept
    assert "Mẫu" not in kept.replace("Ủy ban nhân dân xã Mẫu", "")


def test_a_second_publication_tells_what_changed(office: Path, tmp_path: Path) -> None:
    """One corrected row is one person and one decision; the page of changes that goes out says so already."""
    out = tmp_path / "out"
    run(office, out)
    edit(office, DECISION, "Hiến đất làm đường.", "Hiến 200 m² đất làm đường.")
    done = run(office, out, NEXT)
    assert changed(done) == {("changed", "/guong/k7m2q9/"), ("changed", "/quyet-dinh/qd-15/")}
    page = (out / "nhat-ky/index.html").read_text("utf-8")
    assert page.index('datetime="2026-11-22"') < page.index('datetime="2026-11-21"')
    assert "Cập nhật 1 gương, 1 quyết định khen thưởng" in page
    assert read_ledger(office)["/guong/k7m2q9/"].first == DAY
    assert [one.day for one in read_change_log(office)] == [DAY, NEXT]


def test_pages_that_go_out_tell_their_own_history(office: Path, tmp_path: Path) -> None:
    """The first publication and every later one, on the pages that they touched."""
    out = tmp_path / "out"
    run(office, out)
    edit(office, DECISION, "Hiến đất làm đường.", "Hiến 200 m² đất làm đường.")
    run(office, out, NEXT)
    changed, same = ((out / f"guong/{id}/index.html").read_text("utf-8") for id in ("k7m2q9", "h4t8wz"))
    assert "<li>21/11/2026: Công bố lần đầu.</li><li>22/11/2026: Cập nhật hồ sơ.</li>" in changed
    assert "<li>21/11/2026: Công bố lần đầu.</li></ol>" in same
    assert "Cập nhật hồ sơ" in (out / "quyet-dinh/qd-15/index.html").read_text("utf-8")


def test_publishing_again_without_a_change_changes_nothing(office: Path, tmp_path: Path) -> None:
    """Neither the target, nor what is kept."""
    out = tmp_path / "out"
    run(office, out)
    before = files(out) | files(office / "data")
    done = run(office, out)
    assert done.publication.changes == ()
    assert done.delivered.written == 0
    assert files(out) | files(office / "data") == before


def test_a_build_after_a_publication_gives_what_was_published(office: Path, tmp_path: Path) -> None:
    """Byte for byte: publishing adds nothing that a build would not."""
    run(office, tmp_path / "out")
    build_site(office, day=DAY, jobs=1, clean=True)
    assert files(office / "site") == files(tmp_path / "out")


def test_a_zip_holds_the_same_site(office: Path, tmp_path: Path) -> None:
    """And is entered in the ledger as any other publication."""
    run(office, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held.pop(MANIFEST)
    assert held == files(office / "site")
    assert "/guong/k7m2q9/" in read_ledger(office)
    first = (tmp_path / "a.zip").read_bytes()
    run(office, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_bytes() == first


def test_a_published_record_that_vanished_stops_the_next_publication(office: Path, tmp_path: Path) -> None:
    """The target, the ledger and the log stay as they were."""
    out = tmp_path / "out"
    run(office, out)
    before = files(out) | {path: (office / path).read_bytes() for path in (LEDGER, LOG)}
    (office / CAMPAIGN).unlink()
    with pytest.raises(Failure, match=r"1 địa chỉ đã công bố sẽ biến mất") as caught:
        run(office, out)
    assert "/phong-trao/thi-dua-2026/ (công bố từ 21/11/2026)" in str(caught.value)
    assert files(out) | {path: (office / path).read_bytes() for path in (LEDGER, LOG)} == before


def test_a_redirect_keeps_an_address_alive(office: Path, tmp_path: Path) -> None:
    """The record that got another id is found at both addresses, and the log tells of the move."""
    out = tmp_path / "out"
    run(office, out)
    (office / CAMPAIGN).rename(office / "data/campaigns/thi-dua-xa-mau.yml")
    (office / "data/redirects.yml").write_text(
        "- {from: /phong-trao/thi-dua-2026/, to: /phong-trao/thi-dua-xa-mau/}\n", encoding="utf-8"
    )
    done = run(office, out, NEXT)
    assert changed(done) == {("added", "/phong-trao/thi-dua-xa-mau/"), ("moved", "/phong-trao/thi-dua-2026/")}
    assert 'url=../thi-dua-xa-mau/"' in (out / "phong-trao/thi-dua-2026/index.html").read_text("utf-8")
    assert "/phong-trao/thi-dua-2026/ /phong-trao/thi-dua-xa-mau/ 301!" in (out / "_redirects").read_text("utf-8")
    assert "thi-dua-xa-mau" in (office / "may-chu/nginx.conf").read_text("utf-8")


def test_a_merged_id_leads_to_the_one_it_was_merged_into(office: Path, tmp_path: Path) -> None:
    """Nobody has to write a redirect for it."""
    out = tmp_path / "out"
    run(office, out)
    edit(office, "data/honourees/to-dan-van.yml", "kind:", "same_as: [h4t8wz]\nkind:")
    run(office, out, NEXT)
    assert 'url=../to-dan-van/"' in (out / "guong/h4t8wz/index.html").read_text("utf-8")


def test_a_corrected_name_needs_no_redirect_for_an_emptied_list(office: Path, tmp_path: Path) -> None:
    """The letter that nobody stands under leads to all letters, and comes back with its first name."""
    out = tmp_path / "out"
    run(office, out)
    (letter,) = [address for address in read_ledger(office) if address.startswith("/guong/chu/m")]
    for old, new in (("Văn Mẫu", "Văn Thử"), ("Thị Mẫu", "Thị Thử")):
        edit(office, DECISION, old, new)
    run(office, out, NEXT)
    page = out / letter[1:] / "index.html"
    assert 'http-equiv="refresh"' in page.read_text("utf-8")
    assert letter not in (out / "_redirects").read_text("utf-8")
    edit(office, DECISION, "Văn Thử", "Văn Mẫu")
    run(office, out, NEXT)
    assert 'http-equiv="refresh"' not in page.read_text("utf-8")


def test_a_withdrawn_record_leaves_a_tombstone_and_a_word(office: Path, tmp_path: Path) -> None:
    """It was public, so that it went is public too."""
    out = tmp_path / "out"
    run(office, out)
    edit(office, CAMPAIGN, "name:", "status: withdrawn\nwithdrawn: {date: 2026-11-22, reason: Nhập nhầm.}\nname:")
    assert changed(run(office, out, NEXT)) == {("withdrawn", "/phong-trao/thi-dua-2026/")}
    assert "Nhập nhầm." in (out / "phong-trao/thi-dua-2026/index.html").read_text("utf-8")


def test_a_removed_record_lives_on_in_no_kept_file(office: Path, tmp_path: Path) -> None:
    """Its title goes from the whole log, its digest from the ledger."""
    out = tmp_path / "out"
    run(office, out)
    (office / CAMPAIGN).write_text("status: removed\nremoved_on: 2026-11-22\n", encoding="utf-8")
    assert changed(run(office, out, NEXT)) == {("removed", "/phong-trao/thi-dua-2026/")}
    assert "Thi đua năm 2026" not in (office / LOG).read_text("utf-8")
    assert read_ledger(office)["/phong-trao/thi-dua-2026/"].content == "removed"


def test_what_a_trial_published_does_not_bind_the_real_site(office: Path, tmp_path: Path) -> None:
    """The ledger and the log begin anew with the first real publication."""
    edit(office, "data/site.yml", "name: Bảng", "trial: true\nname: Bảng")
    run(office, tmp_path / "out")
    (office / CAMPAIGN).unlink()
    edit(office, "data/site.yml", "trial: true\n", "")
    run(office, tmp_path / "out", NEXT)
    assert "/phong-trao/thi-dua-2026/" not in read_ledger(office)
    assert {line.first for line in read_ledger(office).values()} == {NEXT}
    assert [one.day for one in read_change_log(office)] == [NEXT]


@pytest.mark.parametrize("name", [LEDGER, LOG])
def test_a_damaged_kept_file_stops_a_publication(office: Path, tmp_path: Path, name: str) -> None:
    """With its place, and nothing is written."""
    (office / name).write_text("{\n", encoding="utf-8")
    with pytest.raises(StagingError, match=rf"{name}:2:1: tệp bị hỏng"):
        run(office, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_bad_data_is_not_published(office: Path, tmp_path: Path) -> None:
    """The checker's messages come with the failure."""
    edit(office, DECISION, "issuer: ubnd-xa-mau", "issuer: ubnd-xa-la")
    with pytest.raises(Failure) as caught:
        run(office, tmp_path / "out")
    assert caught.value.verdict is not None
    assert not (tmp_path / "out").exists()


def test_a_refused_target_leaves_nothing_in_the_log(office: Path, tmp_path: Path) -> None:
    """The log tells of what was published, not of what was tried."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "cua-toi.txt").write_bytes(b"x")
    with pytest.raises(StagingError, match=r"cua-toi\.txt"):
        run(office, out)
    assert not (office / LOG).exists()
    assert not (office / LEDGER).exists()


def test_a_ledger_that_cannot_be_written_is_made_good_by_the_next_publication(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site stands already; the log then tells of it once."""
    out = tmp_path / "out"

    def full(*_: object) -> None:
        raise StagingError("Ổ đĩa đã đầy.")

    with monkeypatch.context() as patch:
        patch.setattr("bangvang.publishing.publish.write_ledger", full)
        with pytest.raises(StagingError, match=r"Trang mới đã nằm ở .* nhưng chưa ghi được sổ địa chỉ\. Ổ"):
            run(office, out)
    assert not (office / LEDGER).exists()
    run(office, out, NEXT)
    assert "/guong/k7m2q9/" in read_ledger(office)
    assert [one.day for one in read_change_log(office)] == [NEXT]


def test_what_an_interrupted_publication_brought_is_owed_too(office: Path, tmp_path: Path) -> None:
    """The target remembers its addresses, should the ledger have missed them."""
    out = tmp_path / "out"
    run(office, out)
    (office / LEDGER).unlink()
    (office / CAMPAIGN).unlink()
    with pytest.raises(Failure, match=r"1 địa chỉ đang có ở .* sẽ biến mất") as caught:
        run(office, out, NEXT)
    assert "/phong-trao/thi-dua-2026/" in str(caught.value)


def test_two_publications_of_one_project_do_not_meet(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second is told to wait."""
    monkeypatch.setattr("bangvang.publishing.publish._PATIENCE", 0)
    lock = Lock(office / ".cache/bangvang/publishing")
    assert lock.acquire(0)
    with pytest.raises(StagingError, match="Một lệnh khác đang công bố dự án này"):
        run(office, tmp_path / "out")
    lock.release()


def test_the_mark_of_a_target_names_its_files(office: Path, tmp_path: Path) -> None:
    """So that the next publication knows its own."""
    run(office, tmp_path / "out")
    assert set(json.loads((tmp_path / "out" / MARK).read_bytes())["files"]) == {MANIFEST, *files(tmp_path / "out")}


def test_a_rehearsal_tells_what_would_change_and_changes_nothing(office: Path, tmp_path: Path) -> None:
    """Neither at the target nor in the ledger or the log."""
    out = tmp_path / "out"
    run(office, out)
    before, ledger, log = files(out), (office / LEDGER).read_bytes(), (office / LOG).read_bytes()
    edit(office, DECISION, "Hiến đất làm đường.", "Hiến 200 m² đất làm đường.")
    expected = rehearse(office, target_of(str(out), office, NEXT), day=NEXT, jobs=1)
    assert "thêm 0 người, sửa 1, gỡ 0" in expected.told()
    assert (files(out), (office / LEDGER).read_bytes(), (office / LOG).read_bytes()) == (before, ledger, log)


def test_without_agreement_nothing_is_published(office: Path, tmp_path: Path) -> None:
    """Whoever says no finds everything as it was."""
    out = tmp_path / "out"
    with pytest.raises(Failure, match="Chưa công bố gì cả"):
        publish(office, target_of(str(out), office, DAY), day=DAY, jobs=1, agree=lambda expected: expected.people > 9)
    assert not out.exists()
    assert not (office / LOG).exists()


def test_a_link_that_leads_nowhere_stops_the_publication(office: Path, tmp_path: Path) -> None:
    """With the page it stands on."""
    edit(office, "docs/gioi-thieu.md", "Trang hư cấu.", "Xem [gương](/guong/khong-co/).")
    with pytest.raises(
        Failure, match=r"1 liên kết không dẫn tới đâu[^/]*/gioi-thieu/: liên kết “\.\./guong/khong-co/”"
    ):
        run(office, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_called_after_the_day_stands_in_the_project(office: Path) -> None:
    """For an office that sends one file a week to the portal's host."""
    publish(office, target_of("zip", office, DAY), day=DAY, jobs=1)
    assert zipfile.is_zipfile(office / "cong-bo/bang-vang-2026-11-21.zip")


def test_a_first_publication_makes_hardly_a_page_twice(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page tells when it was first published before the log does; only the pages of changes follow."""
    made = []

    def counted(*arguments: Any, **named: Any) -> Any:
        built = build_site(*arguments, **named)
        made.append((built.pages, built.made))
        return built

    monkeypatch.setattr("bangvang.publishing.publish.build_site", counted)
    run(office, tmp_path / "out")
    (_, first), (pages, again) = made
    assert again <= 3 < first <= pages
