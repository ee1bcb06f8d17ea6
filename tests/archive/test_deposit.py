"""Deposits as others see them: whole, the same every time, valid by the tools of others, without names to hold back."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from base64 import b64decode
from pathlib import Path

import pytest
from making import DAY, HELD_BACK, Made, depositing, files_of, opened

from bangvang.archive.bag import read_info
from bangvang.archive.deposit import Order, deposit
from bangvang.archive.form import Form
from bangvang.archive.opened import NotABag
from bangvang.archive.payload import Extras
from bangvang.archive.verification import verify
from bangvang.checking import check
from bangvang.loading import load_project
from bangvang.publishing.error import Failure, StagingError
from bangvang.records import Deposit
from bangvang.registry import build_registry
from bangvang.signatures import load_key, public_pem
from bangvang.vietnamese import fold


def _info(made: Made) -> dict[str, str]:
    return dict(read_info(files_of(made.out)["bag-info.txt"]))


def test_a_deposit_verifies_with_the_key_of_its_office(full: Made, public: Made) -> None:
    """Both forms, as a folder and as a ZIP file."""
    for made in (full, public):
        judgement = verify(made.out, [load_key(made.key).public_key()])
        assert judgement.findings == ()
        assert judgement.known
        assert judgement.files == made.deposited.files


def test_a_deposit_holds_all_its_parts(full: Made) -> None:
    """Source, open data, the copy to read, the web archive with its player, photos."""
    files = files_of(full.out)
    for path in (
        "data/source/data/site.yml",
        "data/source/data/honourees/to-nhap.yml",
        "data/source/docs/index.md",
        "data/open-data/honouree.csv",
        "data/open-data/honouree.jsonl",
        "data/open-data/datapackage.json",
        "data/site/index.html",
        "data/site/guong/k7m2q9/index.html",
        "data/site/tim-kiem/chi-muc/dau.js",
        "data/web/trang.wacz",
        "data/web/index.html",
        "data/web/replay/sw.js",
        "data/web/replay/LICENSE.txt",
        "data/photos/to-bon.png",
    ):
        assert path in files
    assert not [path for path in files if path.startswith("data/source/data/photos/")]


def test_a_deposit_tells_whose_player_it_carries_and_where_its_source_is(full: Made) -> None:
    """As the licence asks of whoever hands the player on."""
    files = files_of(full.out)
    assert "AGPL 3.0" in files["DOC-TRUOC.txt"].decode()
    assert b"AFFERO GENERAL PUBLIC LICENSE" in files["data/web/replay/LICENSE.txt"]
    assert b"https://github.com/webrecorder/replayweb.page" in files["data/web/replay/NOTICE.txt"]


def test_other_tools_find_the_bag_valid(full: Made) -> None:
    """The Library of Congress' own, file by file."""
    told = subprocess.run(
        [sys.executable, "-m", "bagit", "--validate", str(full.out)], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert "is valid" in told.stderr


def test_openssl_finds_the_signature_good(full: Made, tmp_path: Path) -> None:
    """It is plain Ed25519 over the tag manifest."""
    (tmp_path / "key.pem").write_bytes(public_pem(load_key(full.key)))
    (tmp_path / "sig").write_bytes(b64decode((full.out / "tagmanifest-sha512.txt.sig").read_bytes()))
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-sigfile", "sig", "-in"]
    manifest = str(full.out / "tagmanifest-sha512.txt")
    told = subprocess.run([*command, manifest], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout.strip()) == (0, "Signature Verified Successfully")


def test_the_same_deposit_made_elsewhere_is_the_same(public: Made, full: Made, tmp_path: Path) -> None:
    """Another project folder, another name of the file, another time of all files: not one byte differs."""
    root = shutil.copytree(public.root, tmp_path / "noi-khac", ignore=shutil.ignore_patterns(".cache", "site"))
    key = load_key(public.key)
    depositing(root, tmp_path / "ten-khac.zip", "ALL", Form.PUBLIC, key=key)
    assert (tmp_path / "ten-khac.zip").read_bytes() == public.out.read_bytes()
    depositing(root, tmp_path / "day-du", "ALL", Form.FULL, key=key)
    assert files_of(tmp_path / "day-du") == files_of(full.out)


@pytest.mark.parametrize("asked", ["ALL", "lon", "2026"])
def test_the_public_form_names_nobody_who_may_not_leave_in_bulk(asked: str, public: Made, tmp_path: Path) -> None:
    """In no page, table, index, picture or text, whatever its spelling; and under no id."""
    out = public.out
    if asked != "ALL":
        out = tmp_path / "bo.zip"
        depositing(public.root, out, asked, Form.PUBLIC)
    names = [fold(name) for name in HELD_BACK]
    for path, data in opened(files_of(out)):
        text = data.decode(errors="replace")
        plain = fold(re.sub(r"\s+", " ", text))
        assert not [name for name in names if name in plain], path
        assert not re.search(r"\b(b2c3d4|d2f3g4|j2k3m4)\b", text), path


def test_the_public_form_has_no_source_no_drafts_and_no_attachments(public: Made) -> None:
    """Nobody can look for names inside a scan."""
    files = files_of(public.out)
    assert not [path for path in files if path.startswith("data/source/") or path.endswith("phu-luc.pdf")]
    assert not [path for path, data in opened(files) if "Tổ Còn Soạn".encode() in data]
    assert "data/open-data/honouree/to-bon.json" in files


def test_the_public_form_keeps_the_numbers_of_the_rows(public: Made) -> None:
    """And says that the row is there."""
    page = files_of(public.out)["data/site/quyet-dinh/qd-9/index.html"].decode()
    assert 'id="hang-2"' in page
    assert "Bản lưu công khai không nêu người này" in page


def test_the_public_form_keeps_what_the_public_may_have(public: Made) -> None:
    """Collectives, their photo, texts apart from the names."""
    files = files_of(public.out)
    page = files["data/site/guong/to-bon/index.html"].decode()
    assert "Tổ do ông […] dựng nên." in page
    assert files["data/photos/to-bon.png.jpg"][:3] == b"\xff\xd8\xff"


def test_each_form_says_who_may_open_it(full: Made, public: Made) -> None:
    """In bag-info and on the page to read first."""
    assert _info(full)["Access-Restriction"].startswith("HẠN CHẾ")
    assert "HẠN CHẾ" in files_of(full.out)["DOC-TRUOC.txt"].decode()
    assert _info(public)["Access-Restriction"].startswith("Công khai. Không nêu ")
    assert "HẠN CHẾ" not in files_of(public.out)["DOC-TRUOC.txt"].decode()


def test_bag_info_speaks_as_libraries_do(full: Made) -> None:
    """The reserved labels of BagIt."""
    info = _info(full)
    payload = [data for path, data in files_of(full.out).items() if path.startswith("data/")]
    assert info["Source-Organization"] == "Ủy ban nhân dân xã Thử"
    assert info["Bagging-Date"] == "2026-11-21"
    assert info["External-Identifier"] == "thu-example-tat-ca-day-du"
    assert info["Payload-Oxum"] == f"{sum(map(len, payload))}.{len(payload)}"
    assert info["Signing-Key-Location"] == "https://thu.example/.well-known/bangvang-keys.txt"


def test_pages_in_a_deposit_name_the_address_where_they_stood(full: Made, public: Made) -> None:
    """rel=canonical leads to the public site, not to a file of the copy."""
    for made in (full, public):
        pages = {
            path.removeprefix("data/site/"): data.decode()
            for path, data in files_of(made.out).items()
            if path.startswith("data/site/") and path.endswith("/index.html")
        }
        found = {path: re.findall(r'rel="canonical" href="([^"]+)"', text) for path, text in pages.items()}
        wrong = {
            path: hrefs
            for path, hrefs in found.items()
            if hrefs != [f"https://thu.example/{path.removesuffix('index.html')}"]
            and 'http-equiv="refresh"' not in pages[path]
        }
        assert wrong == {}


def test_a_campaign_is_deposited_with_what_it_refers_to_and_no_more(full: Made, tmp_path: Path) -> None:
    """Its decision and who is in it; not another campaign's."""
    depositing(full.root, tmp_path / "bo", "nho", Form.FULL)
    files = files_of(tmp_path / "bo")
    assert verify(tmp_path / "bo").sound
    assert "data/source/data/campaigns/nho.yml" in files
    assert "data/site/phong-trao/nho/index.html" in files
    assert "data/source/data/decisions/2026/qd-9.yml" not in files
    assert "data/source/data/reports/bc-la.yml" not in files


def test_a_year_is_deposited_with_its_decisions(full: Made, tmp_path: Path) -> None:
    """And not with those of another."""
    depositing(full.root, tmp_path / "bo", "2026", Form.FULL)
    decisions = {path for path in files_of(tmp_path / "bo") if path.startswith("data/source/data/decisions/")}
    assert "data/source/data/decisions/2026/qd-9.yml" in decisions
    assert not [path for path in decisions if "/2024/" in path]


def test_what_was_asked_for_must_be_known(full: Made, tmp_path: Path) -> None:
    """A slip of the hand is answered with what can be asked for."""
    with pytest.raises(Failure, match="Không có phong trào nào mang mã “khong-co”"):
        depositing(full.root, tmp_path / "bo", "khong-co", Form.FULL)
    assert not (tmp_path / "bo").exists()


def test_nothing_is_ever_written_over(full: Made, tmp_path: Path) -> None:
    """Not even another deposit."""
    (tmp_path / "bo.zip").write_bytes(b"x")
    with pytest.raises(StagingError, match="không bao giờ bị ghi đè"):
        depositing(full.root, tmp_path / "bo.zip", "ALL", Form.FULL)
    assert (tmp_path / "bo.zip").read_bytes() == b"x"


def test_a_site_that_is_built_can_be_taken(full: Made, tmp_path: Path) -> None:
    """As it stands in its folder."""
    site = tmp_path / "trang"
    shutil.copytree(full.root / "site", site)
    (site / "them.txt").write_text("có")
    registry = build_registry(load_project(full.root), DAY)
    order = Order("ALL", Form.FULL, DAY, site=site, extras=Extras(without_book=True))
    deposit(full.root, registry, order, tmp_path / "bo.zip")
    assert files_of(tmp_path / "bo.zip")["data/site/them.txt"] == "có".encode()


def test_a_built_site_is_not_taken_where_names_are_to_be_held_back(full: Made, tmp_path: Path) -> None:
    """It tells them."""
    registry = build_registry(load_project(full.root), DAY)
    order = Order("ALL", Form.PUBLIC, DAY, site=full.root / "site")
    with pytest.raises(Failure, match="--site chỉ dùng được"):
        deposit(full.root, registry, order, tmp_path / "bo.zip")


def test_a_yearbook_that_nobody_can_look_into_stays_out_of_the_public_form(full: Made, tmp_path: Path) -> None:
    """It, too, tells names; the full form takes it."""
    (tmp_path / "sach.pdf").write_bytes(b"%PDF-1.4 sach")
    registry = build_registry(load_project(full.root), DAY)
    given = Extras(book=tmp_path / "sach.pdf")
    with pytest.raises(Failure, match="phải lược tên"):
        deposit(full.root, registry, Order("ALL", Form.PUBLIC, DAY, extras=given), tmp_path / "a.zip")
    deposit(full.root, registry, Order("ALL", Form.FULL, DAY, extras=given), tmp_path / "b.zip")
    assert files_of(tmp_path / "b.zip")["data/book/sach.pdf"] == b"%PDF-1.4 sach"


def test_the_yearbook_of_the_public_form_is_set_without_the_names(public: Made, tmp_path: Path) -> None:
    """From the same excerpt as its pages."""
    import pypdfium2

    registry = build_registry(load_project(public.root), DAY)
    deposit(public.root, registry, Order("ALL", Form.PUBLIC, DAY), tmp_path / "bo.zip")
    book = pypdfium2.PdfDocument(files_of(tmp_path / "bo.zip")["data/book/ky-yeu.pdf"])
    text = fold(" ".join(" ".join(page.get_textpage().get_text_range().split()) for page in book))
    assert fold("Tổ Bốn") in text
    assert not [name for name in HELD_BACK if fold(name) in text]


def test_what_is_told_in_the_end_can_be_entered_among_the_deposits(full: Made, public: Made, tmp_path: Path) -> None:
    """With a hash that vouches for all: of the file, or of the list of lists in a folder."""
    for made, file in ((public, public.out), (full, full.out / "tagmanifest-sha512.txt")):
        root = shutil.copytree(made.root, tmp_path / made.out.name, ignore=shutil.ignore_patterns(".cache", "site"))
        told = made.deposited.told()
        (root / "data/deposits.yml").write_text(told[told.index("- id: ") :], encoding="utf-8")
        project = load_project(root)
        assert check(project, build_registry(project, DAY)).errors == 0
        (entry,) = [one.record for one in project.loaded if isinstance(one.record, Deposit)]
        assert entry.digest == hashlib.sha512(file.read_bytes()).hexdigest()
        assert entry.title == made.deposited.described.title


def test_where_the_law_lets_names_leave_the_public_form_is_the_site_itself(full: Made, tmp_path: Path) -> None:
    """Page by page as it is published, attachments with it."""
    root = shutil.copytree(full.root, tmp_path / "du-an", ignore=shutil.ignore_patterns(".cache", "site"))
    with (root / "data/site.yml").open("a", encoding="utf-8") as stream:
        stream.write("  - {rule: bulk-names, value: 1, basis: Quy chế thử}\n")
    made = depositing(root, tmp_path / "bo.zip", "ALL", Form.PUBLIC)
    files = files_of(tmp_path / "bo.zip")
    assert made.described.access == "Công khai."
    assert "Trần Văn Hai" in files["data/site/quyet-dinh/qd-9/index.html"].decode()
    assert files["data/open-data/honouree.csv"] == (root / "site/du-lieu/v1/honouree.csv").read_bytes()
    assert [path for path in files if path.endswith("phu-luc.pdf")]


def test_what_a_killed_command_left_is_no_hindrance(full: Made, tmp_path: Path) -> None:
    """Half a project in the cache, half a bag beside the name; the next command clears both away."""
    left = full.root / ".cache/bangvang/deposit/work/project/data"
    left.mkdir(parents=True)
    (left / "site.yml").write_text("hong", encoding="utf-8")
    (tmp_path / ".bo.staging/files-abcd/data").mkdir(parents=True)
    with pytest.raises(NotABag):
        verify(tmp_path / ".bo.staging/files-abcd")
    depositing(full.root, tmp_path / "bo", "nho", Form.FULL)
    assert verify(tmp_path / "bo").sound
    assert [path.name for path in tmp_path.iterdir()] == ["bo"]
    assert not (full.root / ".cache/bangvang/deposit").exists()


def test_the_bag_in_a_zip_file_lies_in_one_folder(public: Made) -> None:
    """Named for what it is, not for the file."""
    with zipfile.ZipFile(public.out) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"thu-example-tat-ca-cong-khai"}
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}


def test_the_open_data_are_those_of_the_site(full: Made) -> None:
    """With the data package that describes them."""
    files = files_of(full.out)
    package = json.loads(files["data/open-data/datapackage.json"])
    assert all(f"data/open-data/{one['path']}" in files for one in package["resources"])
