"""The whole removal: afterwards no byte of project, site, zip or cache tells of the person, and others are untouched."""

from __future__ import annotations

import errno
import json
import marshal
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from closed_campaign import CAMPAIGN, freeze_closed, verdict_of, write_closed
from closed_campaign import DAY as CLOSED_ON
from removal_tree import BEFORE, DAY, FACTS, FORMER, MERGED, NAME, NAMESAKE, PERSON, SPEAKING, TOPIC, changed

from bangvang.cli import main
from bangvang.loading import load_project
from bangvang.office.desk import Desk
from bangvang.office.drafts import Draft, Drafts
from bangvang.office.edits import Put
from bangvang.office.known import known_in
from bangvang.publishing.build import build_site
from bangvang.publishing.delivery import MARK
from bangvang.publishing.error import Failure, StagingError
from bangvang.publishing.ledger import LedgerLine, read_ledger, write_ledger
from bangvang.publishing.publish import publish
from bangvang.publishing.target import target_of
from bangvang.removal import forget
from bangvang.removal.forget import Plan, carry_out, plan_removal
from bangvang.removal.rewriting import Reason
from bangvang.removal.telling import plan_told
from bangvang.vietnamese import strip_marks

DECISION = "data/decisions/2026/qd-15.yml"


def run(root: Path, *arguments: str, day: date = DAY) -> int:
    """One command in the project."""
    return main([*arguments, "--project", str(root), "--as-of", day.isoformat(), "--jobs", "1"])


def published(root: Path, target: Path | str, day: date = DAY) -> None:
    """The site, brought somewhere."""
    publish(root, target_of(str(target), root, day), day=day, jobs=1)


def without_namesakes(root: Path) -> None:
    """The person alone bears the name, and signs nothing."""
    row = f"  - {{id: {NAMESAKE}, kind: individual, name: {NAME}, unit: Trường Mầm non Mẫu, award_text: Giấy khen}}\n"
    changed(root, DECISION, row, "")
    changed(root, DECISION, f"signer: {{name: {NAME}, title: Chủ tịch}}\n", "")
    (root / f"data/honourees/{NAMESAKE}.yml").unlink()


def lived(root: Path, web: Path) -> None:
    """Months of an office: edits with history, a draft, publications that leave old search shards, a packed site."""
    desk = Desk(root, day=BEFORE)
    for kind, id, field, value in (
        ("honouree", PERSON, "role", "Thợ dệt"),
        ("practice", "det-vai", "problem", "Vải mau rách."),
        ("decision", "qd-15", "title", "Khen thưởng sáu tháng"),
    ):
        opened = desk.open(kind, id)
        assert opened is not None
        desk.save(kind, id, [Put((field,), value)], opened.seen)
    Drafts(root).keep(Draft("", "practice", "det-vai", "Dệt vải", "", "", {"way": f"Theo bà {NAME}."}, ()))
    published(root, web, BEFORE)
    changed(root, f"data/honourees/{PERSON}.yml", "Thợ dệt", "Thợ cả")
    published(root, web, BEFORE)
    published(root, "zip", BEFORE)


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every byte that a curious reader could get at: what is packed unpacked, names of files among it."""
    for path in sorted(folder.rglob("*")):
        if ".git" in path.parts or not path.is_file():
            continue
        data = path.read_bytes()
        yield str(path), str(path).encode() + data
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                yield from ((f"{path}:{name}", name.encode() + packed.read(name)) for name in packed.namelist())
        if path.suffix == ".was":
            yield str(path), zlib.decompress(data)
        if ".cache" in path.parts and len(data) > 32:
            yield str(path), _kept(data)


def _kept(data: bytes) -> bytes:
    try:
        return repr(marshal.loads(data[32:])).encode()
    except (ValueError, EOFError, TypeError):
        return b""


def found(folder: Path, facts: tuple[str, ...]) -> list[str]:
    """Where any of the facts stands, in any spelling."""
    wanted = [
        spelling
        for fact in facts
        for spelling in (
            fact.casefold().encode(),
            normalize("NFD", fact).casefold().encode(),
            strip_marks(fact).casefold().encode(),
            json.dumps(fact)[1:-1].casefold().encode(),
        )
    ]
    return [place for place, data in everything(folder) if any(map(_folded(data).__contains__, wanted))]


def _folded(data: bytes) -> bytes:
    """As if all were written small."""
    return data.decode("utf-8", "surrogateescape").casefold().encode("utf-8", "surrogateescape")


def test_afterwards_no_byte_tells_of_the_person(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither name nor facts: project, caches, history, packed sites, and the published folder with its search index."""
    without_namesakes(whole)
    web = tmp_path / "web"
    lived(whole, web)
    before = found(tmp_path, (*FACTS, TOPIC))
    for part in (
        "/data/",
        "/.cache/",
        "/.bangvang/history/",
        "/.bangvang/drafts/",
        "/site/",
        ".zip:",
        "/web/tim-kiem/",
    ):
        assert [place for place in before if part in place], part
    assert run(whole, "forget", PERSON, "--yes", "--reason", "law") == 0
    assert found(whole, (*FACTS, TOPIC)) == []
    published(whole, web)
    published(whole, "zip")
    assert found(tmp_path, (*FACTS, TOPIC)) == []
    notice = (web / f"guong/{PERSON}/index.html").read_text(encoding="utf-8")
    assert "Một mục ở địa chỉ này đã được gỡ bỏ" in notice
    assert "Theo quy định của pháp luật" in notice
    assert (web / f"guong/{MERGED}/index.html").is_file()
    assert not list((whole / ".bangvang/cards").rglob(f"{PERSON}*"))
    assert not (whole / "data/photos/chan-dung.png").exists()
    assert f"Đã gỡ mục {PERSON}, {MERGED}." in capsys.readouterr().out


def test_a_namesake_who_signs_and_speaks_is_left_in_peace(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Their row, their page; the signature is shown to the clerk, the facts of the removed are gone all the same."""
    lived(whole, tmp_path / "web")
    assert run(whole, "forget", PERSON, "--yes") == 0
    published(whole, tmp_path / "web")
    told = capsys.readouterr().out
    assert f"Người khác cùng tên, không động tới: {NAMESAKE} ({NAME}, Trường Mầm non Mẫu)." in told
    assert f"{DECISION}:5: {NAME} (người ký văn bản, việc công: thường giữ lại)" in told
    assert NAME in (tmp_path / f"web/guong/{NAMESAKE}/index.html").read_text(encoding="utf-8")
    assert found(tmp_path, (FORMER, "Xưởng Dệt Hư Cấu", "tám trăm tấm vải", "Sợi nào cũng là", TOPIC)) == []


def test_what_the_clerk_corrects_days_later_lingers_nowhere(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The publication in between, its search shards and the history of the correction tell of it as well."""
    without_namesakes(whole)
    changed(whole, "docs/gioi-thieu.md", "Trang hư cấu.", f"Bà {NAME} dệt vải.")
    published(whole, tmp_path / "web", BEFORE)
    assert run(whole, "forget", PERSON, "--yes") == 0
    published(whole, tmp_path / "web")
    assert f'Sửa xong thì chạy bangvang forget {PERSON} --name "{NAME}"' in capsys.readouterr().out
    changed(whole, "docs/gioi-thieu.md", f"Bà {NAME} dệt vải.", "Trang hư cấu.")
    assert run(whole, "forget", PERSON, "--yes", "--name", NAME, day=date(2026, 12, 1)) == 0
    published(whole, tmp_path / "web", date(2026, 12, 1))
    assert found(tmp_path, (NAME,)) == []


@pytest.mark.parametrize(
    ("id", "facts"),
    [(SPEAKING, ("Nguyễn Văn Xưa", "Đắp đê năm ấy")), ("to-dan-van", ("Tổ dân vận thôn Mẫu", "Đi từng ngõ"))],
)
def test_an_id_that_tells_a_name_leaves_the_ledger_too(
    whole: Path, tmp_path: Path, id: str, facts: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Its address leads nowhere; that an entry was removed is told under an id that says nothing."""
    published(whole, tmp_path / "web", BEFORE)
    assert f"/guong/{id}/" in read_ledger(whole)
    assert run(whole, "forget", id, "--yes") == 0
    published(whole, tmp_path / "web")
    assert found(tmp_path, (id, *facts)) == []
    told = capsys.readouterr().out
    new = told.partition(f"Mã {id} có thể nói lên tên nên được thay bằng ")[2][:6]
    assert read_ledger(whole)[f"/guong/{new}/"].content == "removed"
    assert (tmp_path / f"web/guong/{new}/index.html").is_file()


def test_the_id_is_never_given_again(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever chance proposes."""
    _forgotten(whole)
    thrown = iter([PERSON, MERGED, "a9b9c9"])
    monkeypatch.setattr("bangvang.office.known.mint_id", lambda taken: next(id for id in thrown if not taken(id)))
    assert known_in(load_project(whole)).mint() == "a9b9c9"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("zzzzzz", "Không ai trên bảng vàng mang mã “zzzzzz”."),
        ("to-dan-vam", "Có phải ý bạn là to-dan-van?"),
        ("hoàng thị mẫu đơn", f"Lệnh này cần mã, không nhận tên. Mang tên “hoàng thị mẫu đơn” có: {PERSON} ("),
    ],
)
def test_an_unknown_id_is_refused_with_a_way_on(
    project: Path, typed: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the keyboard removes nobody; a name is answered with ids."""
    before = _texts(project)
    assert run(project, "forget", typed, "--yes") == 1
    assert told in capsys.readouterr().err
    assert _texts(project) == before


def test_who_is_removed_already_is_told_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Since when; nothing is done."""
    _forgotten(project)
    before = _texts(project)
    assert run(project, "forget", PERSON, "--yes") == 0
    assert f"Mục {PERSON} đã được gỡ từ ngày 21/11/2026, không còn gì để gỡ." in capsys.readouterr().out
    assert _texts(project) == before


def test_a_removal_by_hand_is_completed(project: Path) -> None:
    """Who wrote `status: removed` and left the rows as they were, or the history."""
    (project / f"data/honourees/{PERSON}.yml").write_text("status: removed\nremoved_on: 2026-10-01\n", encoding="utf-8")
    _forgotten(project)
    assert "removed_on: 2026-10-01" in (project / f"data/honourees/{PERSON}.yml").read_text(encoding="utf-8")
    assert "tám trăm" not in (project / DECISION).read_text(encoding="utf-8")


def test_a_merged_id_means_the_person_it_leads_to(project: Path) -> None:
    """Whichever of their ids somebody has in hand."""
    plan = plan_removal(project, MERGED, DAY, Reason.REQUEST)
    assert isinstance(plan, Plan)
    assert plan.work.person.id == PERSON
    assert f"Gỡ cả các mã đã gộp vào mục này: {MERGED}." in plan_told(plan)


def test_a_clock_set_back_stops_it(project: Path) -> None:
    """The day of the removal stands in the public record for ever."""
    write_ledger(project, {"/": LedgerLine(DAY)})
    with pytest.raises(Failure, match="Hôm nay là 20/11/2026 theo đồng hồ máy, nhưng trang đã công bố ngày 21/11/2026"):
        plan_removal(project, PERSON, BEFORE, Reason.REQUEST)


def test_a_file_that_tells_of_them_and_cannot_be_read_stops_it(project: Path) -> None:
    """Nobody could take them out of it; one that tells of others does not matter."""
    (project / "data/events/khac.yml").write_text("name: [\n", encoding="utf-8")
    assert isinstance(plan_removal(project, PERSON, DAY, Reason.REQUEST), Plan)
    (project / "data/events/khac.yml").write_text(f"name: [ # {NAME}\n", encoding="utf-8")
    with pytest.raises(Failure, match=r"có tệp nhắc đến người này mà còn lỗi(.|\n)*data/events/khac\.yml:"):
        plan_removal(project, PERSON, DAY, Reason.REQUEST)


def test_a_file_that_cannot_be_opened_stops_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is in it may tell of them."""
    (project / "data/events/khac.yml").write_text("name: [\n", encoding="utf-8")

    def denied(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(forget, "read_whole", denied)
    assert run(project, "forget", PERSON, "--yes") == 1
    assert "data/events/khac.yml:" in capsys.readouterr().err


def test_without_a_yes_nothing_is_done(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The clerk sees first what it means."""
    before = _texts(project)
    monkeypatch.setattr("builtins.input", lambda _: "không")
    assert run(project, "forget", PERSON) == 1
    said = capsys.readouterr()
    assert f"Sẽ gỡ hẳn mục {PERSON} ({NAME}, {FORMER}). Không hoàn tác được." in said.out
    assert f"  {DECISION}\n" in said.out
    assert "  data/photos/chan-dung.png\n" in said.out
    assert "Chưa gỡ gì cả." in said.err
    assert _texts(project) == before


def test_a_site_that_cannot_be_built_is_taken_away(whole: Path) -> None:
    """Rather none than the old one; the reason is told."""
    build_site(whole, day=DAY, jobs=1)
    changed(whole, "data/site.yml", "home:", "minimum_counts: {honouree: 5}\nhome:")
    done = carry_out(whole, _planned(whole), jobs=1)
    assert not (whole / "site").exists()
    assert "Dữ liệu còn" in done.why_not
    assert not (whole / ".bangvang/removal.json").exists()


def test_git_is_told_of_and_left_alone(project: Path) -> None:
    """Its history is for an administrator."""
    git = ("git", "-c", "user.name=Văn phòng", "-c", "user.email=vp@xamau.example")
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Đầu tiên")):
        subprocess.run([*git, *arguments], cwd=project, check=True)
    done = carry_out(project, _planned(project), jobs=1)
    assert done.commits is not None
    assert len(done.commits.found) == 1
    log = subprocess.run(["git", "log", "--oneline"], cwd=project, check=True, capture_output=True, text=True)
    assert len(log.stdout.splitlines()) == 1


def test_frozen_campaigns_forget_and_their_seals_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By id and by name, in facts and in what pages said; a check finds nothing to blame afterwards."""
    root = write_closed(tmp_path / "xa")
    freeze_closed(root)
    manifest = root / f"data/archive/{CAMPAIGN}.facts.json"
    assert "cu-mau" in manifest.read_text(encoding="utf-8")
    assert run(root, "forget", "cu-mau", "--yes", day=CLOSED_ON) == 0
    assert f"Hồ sơ lưu trữ được viết lại:\n  data/archive/{CAMPAIGN}.facts.json" in capsys.readouterr().out
    assert "cu-mau" not in manifest.read_text(encoding="utf-8")
    assert verdict_of(root).errors == 0


def test_a_damaged_manifest_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    """Nobody is half removed because an archive could not be read."""
    root = write_closed(tmp_path / "xa")
    freeze_closed(root)
    changed(root, f"data/archive/{CAMPAIGN}.facts.json", "Thi đua", "Thi đùa")
    with pytest.raises(Failure, match="nội dung đã khóa bị sửa"):
        plan_removal(root, "cu-mau", CLOSED_ON, Reason.REQUEST)


def test_deposits_given_into_keeping_are_told(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What lies elsewhere is for people to take back."""
    (whole / "data/deposits.yml").write_text(
        "- {id: lan-1, title: Bản lưu năm 2025, date: 2026-01-20, keeper: Lưu trữ tỉnh Mẫu, illustrative: true}\n",
        encoding="utf-8",
    )
    assert run(whole, "forget", PERSON, "--yes") == 0
    told = capsys.readouterr().out
    assert "  Bản lưu năm 2025 (20/01/2026), Lưu trữ tỉnh Mẫu\n" in told


def test_copies_elsewhere_are_told(whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A published folder until it is published anew, a packed site on a stick; a place that is not there is refused."""
    published(whole, tmp_path / "web", BEFORE)
    published(whole, tmp_path / "usb/ban.zip", BEFORE)
    assert run(whole, "forget", PERSON, "--yes", "--look-into", str(tmp_path / "khong-co")) == 1
    assert "Hãy xem lại đường dẫn sau --look-into" in capsys.readouterr().err
    places = ["--look-into", str(tmp_path / "web"), "--look-into", str(tmp_path / "usb")]
    assert run(whole, "forget", PERSON, "--yes", *places) == 0
    told = capsys.readouterr().out
    assert f"(công bố lại vào đây):\n  {tmp_path / 'web'}\n" in told
    assert f"  {tmp_path / 'usb/ban.zip'}\n" in told
    assert (tmp_path / "web" / MARK).is_file()


def test_while_somebody_is_half_removed_nothing_is_published(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is anybody else removed; the same command does the rest."""
    published(whole, tmp_path / "web", BEFORE)
    plan = _planned(whole)

    def broken(root: Path) -> None:
        raise StagingError("Ổ đĩa đầy.")

    with monkeypatch.context() as full:
        full.setattr("bangvang.removal.forget.clear_caches", broken)
        with pytest.raises(StagingError, match="Ổ đĩa đầy"):
            carry_out(whole, plan, jobs=1)
    with pytest.raises(StagingError, match="Việc gỡ một người theo yêu cầu còn dở dang nên chưa công bố"):
        published(whole, tmp_path / "web")
    with pytest.raises(Failure, match=f"Hãy chạy bangvang forget {PERSON} trước"):
        plan_removal(whole, "h4t8wz", DAY, Reason.REQUEST)
    again = plan_removal(whole, PERSON, DAY, Reason.REQUEST)
    assert isinstance(again, Plan)
    assert f"Lần gỡ {PERSON} trước đây bị dừng giữa chừng" in plan_told(again)
    carry_out(whole, again, jobs=1)
    published(whole, tmp_path / "web")


def test_a_damaged_note_is_told(project: Path) -> None:
    """With what to do about it."""
    (project / ".bangvang").mkdir()
    (project / ".bangvang/removal.json").write_text("{", encoding="utf-8")
    with pytest.raises(StagingError, match=r"Hãy xóa tệp ấy, rồi chạy lại bangvang forget"):
        plan_removal(project, PERSON, DAY, Reason.REQUEST)


def _planned(root: Path) -> Plan:
    plan = plan_removal(root, PERSON, DAY, Reason.REQUEST)
    assert isinstance(plan, Plan)
    return plan


def _forgotten(root: Path) -> None:
    carry_out(root, _planned(root), jobs=1)


def _texts(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
