"""A deposit: records, site, web archive, photos and yearbook of a campaign, a year or everything, in one bag."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bangvang.archive.bag import (
    DECLARATION,
    DECLARED,
    INFO,
    MANIFEST,
    PAYLOAD,
    SIGNATURE,
    TAG_MANIFEST,
    info_text,
    manifest_text,
)
from bangvang.archive.description import README, Described, info_entries, readme
from bangvang.archive.form import Form
from bangvang.archive.packing import Packer, Written, item_of_bytes, packing, refuse_taken
from bangvang.archive.payload import Extras, payload
from bangvang.archive.reach import Reach, in_words, reach_of
from bangvang.archive.sitecopy import Wanted, copy_of, workroom
from bangvang.archive.telling import SILENT, Telling
from bangvang.exports.address import root_of
from bangvang.publishing.delivery import refuse_dangerous
from bangvang.publishing.error import Failure
from bangvang.registry import Registry
from bangvang.signatures import public_text, sign
from bangvang.vietnamese import format_number, slug
from bangvang.yaml_writer import Fields, to_yaml


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be deposited, for whom, and with what beside."""

    asked: str
    form: Form
    day: date
    site: Path | None = None
    extras: Extras = field(default_factory=Extras)
    key: Ed25519PrivateKey | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Deposited:
    """What a deposit holds."""

    out: Path
    described: Described
    reach: Reach
    files: int
    size: int
    digest: str
    """SHA-512 of the ZIP file, or of the tag manifest in a folder: either vouches for all the rest."""

    @property
    def entry(self) -> Fields:
        """What data/deposits.yml is to say of it, but for where it is kept."""
        return {
            "id": self.described.name,
            "title": self.described.title,
            "date": self.described.day,
            "campaign": self.reach.campaign,
            "year": self.reach.year,
            "digest": self.digest,
        }

    def told(self) -> str:
        """For the terminal."""
        megabytes = f"{self.size / 1_000_000:.1f}".replace(".", ",")
        lines = [
            f"Đã ghi {format_number(self.files)} tệp ({megabytes} MB) vào {self.out}: {self.described.title}.",
            self.described.access,
            *self.described.notes,
            "Đã ký." if self.described.key else "Chưa ký: thêm --key để người nhận biết gói lưu trữ do ai lập.",
            f"Kiểm tra: bangvang archive verify {self.out}",
            "Giao cho nơi giữ xong thì ghi vào data/deposits.yml, thêm nơi giữ (keeper):",
            to_yaml([self.entry]).rstrip(),
        ]
        return "\n".join(lines)


def deposit(root: Path, registry: Registry, order: Order, out: Path, telling: Telling = SILENT) -> Deposited:
    """Make the bag; raises Failure or StagingError with a finished message."""
    refuse_taken(out)
    refuse_dangerous(root, out)
    key = public_text(order.key) if order.key else ""
    reach = reach_of(registry, order.asked)
    with workroom(root) as room:
        wanted = Wanted(reach, order.form, order.site, order.day, order.jobs)
        copy = copy_of(root, registry, wanted, room, telling.say)
        site = copy.registry.site
        if site is None:
            raise Failure("Chưa có data/site.yml: chạy bangvang check.")
        name = slug(f"{root_of(site.address).partition('://')[2]} {reach.code} {order.form.value}")
        items = payload(copy, wanted, order.extras, room, telling)
        words, notes = in_words(registry, reach), (*copy.notes, *items.notes)
        about = Described(site, name, words, order.form, order.day, copy.withheld, key, notes)
        telling.say(f"Đang đóng gói {format_number(len(items.items))} tệp…")
        with packing(out, name, order.day) as packer:
            for number, item in enumerate(sorted(items.items, key=lambda item: item.path)):
                telling.count(number, len(items.items))
                packer.put(item)
            written = packer.written
            sizes = dict(written.sizes)
            _put_tags(packer, written, about, sizes, order.key)
    return Deposited(out, about, reach, len(sizes), sum(sizes.values()), _digest(out))


def _digest(out: Path) -> str:
    with (out if out.is_file() else out / TAG_MANIFEST).open("rb") as stream:
        return hashlib.file_digest(stream, "sha512").hexdigest()


def _put_tags(
    packer: Packer, written: Written, about: Described, sizes: Mapping[str, int], key: Ed25519PrivateKey | None
) -> None:
    """All that is not payload, the manifest of it last; and the signature over that."""
    tags = {
        DECLARATION: DECLARED,
        INFO: info_text(info_entries(about, sizes)),
        README: readme(about, sizes.keys()),
        MANIFEST: manifest_text(written.digests),
    }
    for path, data in sorted(tags.items()):
        packer.put(item_of_bytes(path, data))
    manifest = manifest_text({path: digest for path, digest in written.digests.items() if not path.startswith(PAYLOAD)})
    packer.put(item_of_bytes(TAG_MANIFEST, manifest))
    if key is not None:
        packer.put(item_of_bytes(SIGNATURE, sign(key, manifest).encode()))
