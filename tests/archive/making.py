"""What tests of deposits share: the project they are made of, how they are made, what lies inside."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from bangvang.archive.deposit import Deposited, Order, deposit
from bangvang.archive.form import Form
from bangvang.archive.payload import Extras
from bangvang.loading import load_project
from bangvang.registry import build_registry

DAY = date(2026, 11, 21)
HELD_BACK = ("Trần Văn Hai", "Phạm Văn Bốn", "Ngô Văn Tám")
"""Living private persons, whom texts of the project name, too."""
_MORE = {
    "data/practices/lam-muon.yml": (
        "name: Làm muộn\nkind: method\nplace: xa-thu\nway: Ông Trần Văn Hai làm mẫu trước cả thôn.\nillustrative: true\n"
    ),
    "data/honourees/to-bon.yml": (
        "kind: collective\nname: Tổ Bốn\nplace: xa-thu\nillustrative: true\nsummary: Tổ do ông Phạm Văn Bốn dựng nên.\n"
        "photos: [{file: to-bon.png, alt: Cả tổ ngoài đồng}]\n"
    ),
    "data/honourees/to-nhap.yml": (
        "kind: collective\nname: Tổ Còn Soạn\nplace: xa-thu\nillustrative: true\nstatus: draft\nsummary: Chưa xong.\n"
    ),
    "data/consultations/y-kien-song.yml": (
        "title: Lấy ý kiến về một người\nopens: 2026-11-16\ncloses: 2026-11-30\naward: giay-khen\n"
        "how: {office: Văn phòng, address: Trụ sở xã}\nillustrative: true\n"
        "candidates:\n  - {kind: individual, name: Ngô Văn Tám, achievement: Làm cầu., place: xa-thu}\n"
    ),
    "data/decisions/2026/qd-9.yml": (
        "number: 09/QĐ-UBND\ndate: 2026-10-20\ntitle: Khen thưởng việc làm đường\nissuer: ubnd-xa-thu\n"
        "award: giay-khen\ncampaign: lon\nillustrative: true\nfiles: [{file: phu-luc.pdf, title: Phụ lục}]\n"
        "recipients:\n  - {id: to-bon, kind: collective, name: Tổ Bốn, place: xa-thu}\n"
        "  - {id: b2c3d4, kind: individual, name: Trần Văn Hai, place: xa-thu, occupation: farmer}\n"
    ),
    "docs/tin-cu.md": "---\ntitle: Tin cũ\n---\n\nÔng Phạm Văn\nBốn vừa được khen.\n",
    "data/files/phu-luc.pdf": "%PDF-1.4\nTrần Văn Hai\n%%EOF\n",
}


@dataclass(frozen=True, slots=True)
class Made:
    """A project, its key, and a bag made of it."""

    root: Path
    key: Path
    out: Path
    deposited: Deposited


def enrich(root: Path) -> Path:
    """Give a project prose with names, a draft, a photo, an attachment, a consultation about somebody living."""
    for path, text in _MORE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / "data/photos").mkdir(exist_ok=True)
    Image.new("RGB", (900, 600), (150, 30, 30)).save(root / "data/photos/to-bon.png")
    return root


def depositing(root: Path, out: Path, asked: str, form: Form, *, key: Ed25519PrivateKey | None = None) -> Deposited:
    """Make a bag without a book."""
    registry = build_registry(load_project(root), DAY)
    order = Order(asked, form, DAY, extras=Extras(without_book=True), key=key)
    return deposit(root, registry, order, out)


def files_of(bag: Path) -> dict[str, bytes]:
    """Every file of a bag, by path."""
    if bag.is_file():
        with zipfile.ZipFile(bag) as archive:
            return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    return {
        Path(place, name).relative_to(bag).as_posix(): Path(place, name).read_bytes()
        for place, _, names in os.walk(bag)
        for name in names
    }


def opened(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file, and what lies in those that are packed."""
    for path, data in files.items():
        if path.endswith((".wacz", ".zip")):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                yield from opened({f"{path}/{name}": archive.read(name) for name in archive.namelist()})
        elif path.endswith(".gz"):
            yield path, gzip.decompress(data)
        else:
            yield path, data
