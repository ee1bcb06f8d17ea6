"""Small bags made by hand, to be damaged and forged."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bangvang.archive.bag import DECLARED, info_text, manifest_text, oxum
from bangvang.signatures import public_text, sign

PAYLOAD = {
    "data/site/index.html": b"<title>Trang</title>",
    "data/open-data/honouree.csv": b"id,name\nk7m2q9,A\n",
    "data/source/data/site.yml": "name: Bảng Vàng\n".encode(),
}
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))


def bag_files(payload: dict[str, bytes], key: Ed25519PrivateKey | None) -> dict[str, bytes]:
    """The files of a good bag."""
    info = [("Payload-Oxum", oxum([len(data) for data in payload.values()]))]
    if key is not None:
        info.append(("Signing-Key", public_text(key)))
    tags = {
        "bagit.txt": DECLARED,
        "bag-info.txt": info_text(info),
        "manifest-sha512.txt": manifest_text(_digests(payload)),
    }
    manifest = manifest_text(_digests(tags))
    signed = {} if key is None else {"tagmanifest-sha512.txt.sig": sign(key, manifest).encode()}
    return {**payload, **tags, "tagmanifest-sha512.txt": manifest, **signed}


def as_folder(files: dict[str, bytes], folder: Path) -> Path:
    """A bag as a folder."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def as_zip(files: dict[str, bytes], file: Path) -> Path:
    """A bag as a ZIP file."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(f"bo/{path}", data)
    return file


def _digests(files: dict[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha512(data).hexdigest() for path, data in files.items()}
