"""Copies that no command may change are found, however they are packed, and named."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from removal_tree import NAME, PERSON

from bangvang.publishing.delivery import MARK
from bangvang.removal.copies import Copy, Sort, find_copies
from bangvang.removal.signs import Signs
from bangvang.vietnamese import Names

IDS = (PERSON,)
SIGNS = Signs(IDS, Names([NAME]))


def put(path: Path, data: bytes | str) -> Path:
    """A file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def packed(**files: bytes | str) -> bytes:
    """A ZIP file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return stream.getvalue()


def found(root: Path, *elsewhere: Path) -> list[Copy]:
    """All copies."""
    return find_copies(root, IDS, SIGNS, elsewhere)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("danh-sach.csv", f"ten\n{NAME}\n"),
        ("du-lieu.json", '{"name": "Ho\\u00e0ng Th\\u1ecb M\\u1eabu \\u0110\\u01a1n"}'),
        ("bang.xlsx", packed(xl__sharedStrings_dot_xml=f"<t>{NAME}</t>")),
        ("thu.docx", packed(word__document_dot_xml="<w:t>Hoàng Thị </w:t></w:r><w:r><w:t>Mẫu Đơn</w:t>")),
        ("trong-goi.zip", packed(ban_dot_zip=packed(a_dot_txt=f"Bà {NAME}"))),
        ("web.wacz", packed(archive__data_dot_warc_dot_gz=gzip.compress(NAME.encode()))),
        ("theo-ma.txt", f"https://bangvang.example/guong/{PERSON}/\n"),
    ],
)
def test_a_file_that_tells_is_found(tmp_path: Path, name: str, data: bytes | str) -> None:
    """In plain words, by number, in a workbook, cut into runs, packed twice, compressed, by id."""
    put(tmp_path / "ra" / name, data)
    assert found(tmp_path) == [Copy(Sort.FILE, f"ra/{name}")]


def test_what_tells_of_others_is_not(tmp_path: Path) -> None:
    """They may stay as they are."""
    put(tmp_path / "ra/khac.csv", "ten\nHoàng Thị Mẫu\n")
    assert found(tmp_path) == []


def test_what_is_locked_or_damaged_is_named_as_such(tmp_path: Path) -> None:
    """Excel opens a workbook under a password, which is no ZIP file at all; nobody else knows what is in it."""
    put(tmp_path / "ra/mat-khau.xlsx", b"\xd0\xcf\x11\xe0")
    put(tmp_path / "ra/hong.gz", b"\x1f\x8b\x08")
    locked = bytearray(packed(a_dot_txt="x"))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    put(tmp_path / "ra/khoa.zip", bytes(locked))
    assert found(tmp_path) == [Copy(Sort.SEALED, f"ra/{name}") for name in ("hong.gz", "khoa.zip", "mat-khau.xlsx")]


def test_a_deposit_counts_as_one(tmp_path: Path) -> None:
    """Open or packed; one that does not tell of them is none."""
    put(tmp_path / "nop/2026/bagit.txt", "BagIt-Version: 1.0\n")
    put(tmp_path / "nop/2026/data/source/a.yml", f"name: {NAME}\n")
    put(tmp_path / "nop/2026/data/book/ky-yeu.pdf", b"%PDF")
    put(tmp_path / "nop/2025/bagit.txt", "BagIt-Version: 1.0\n")
    put(tmp_path / "nop/2025/data/source/a.yml", "name: Ai khác\n")
    put(tmp_path / "nop/2027.zip", packed(nop__bagit_dot_txt="BagIt-Version: 1.0\n", nop__data__a_dot_yml=NAME))
    assert found(tmp_path) == [Copy(Sort.DEPOSIT, "nop/2026"), Copy(Sort.DEPOSIT, "nop/2027.zip")]


def test_a_published_folder_is_named_until_it_is_published_anew(tmp_path: Path) -> None:
    """Then a notice stands there."""
    put(tmp_path / "web" / MARK, "{}")
    page = put(tmp_path / f"web/guong/{PERSON}/index.html", f"<h1>{NAME}</h1>")
    assert found(tmp_path) == [Copy(Sort.PUBLISHED, "web")]
    page.write_text("<p>Một mục đã được gỡ bỏ.</p>", encoding="utf-8")
    assert found(tmp_path) == []


def test_what_no_machine_reads_is_named_as_such(tmp_path: Path) -> None:
    """Outside the records, where nobody knows what it is; inside only attachments of lists are told, elsewhere."""
    put(tmp_path / "ky-yeu-2026.pdf", b"%PDF")
    put(tmp_path / "data/files/quy-che.pdf", b"%PDF")
    put(tmp_path / "data/files/danh-sach.csv", NAME)
    assert found(tmp_path) == [Copy(Sort.FILE, "data/files/danh-sach.csv"), Copy(Sort.SEALED, "ky-yeu-2026.pdf")]


def test_what_is_rewritten_or_built_anew_is_no_copy(tmp_path: Path) -> None:
    """Records, caches, the site, the repository itself."""
    for path in ("data/honourees/a.yml", ".cache/a", "site/a.html", ".git/a", ".bangvang/a", "docs/a.md"):
        put(tmp_path / path, NAME)
    assert found(tmp_path) == []


def test_a_disk_elsewhere_is_looked_through(tmp_path: Path) -> None:
    """A folder, or one file."""
    disk = put(tmp_path / "dia/ban.csv", NAME).parent
    one = put(tmp_path / "rieng.txt", NAME)
    (tmp_path / "du-an").mkdir()
    assert found(tmp_path / "du-an", disk, one) == [
        Copy(Sort.FILE, str(disk / "ban.csv")),
        Copy(Sort.FILE, str(one)),
    ]
