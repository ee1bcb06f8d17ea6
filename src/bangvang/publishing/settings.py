"""The site's own record, data/site.yml; a file that cannot be read is the checker's to complain of."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup
from pydantic import ValidationError

from bangvang.loading import Unreadable
from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.publishing.shown import Shown
from bangvang.records import Site
from bangvang.records.contact import Contact

FILE = Path("data/site.yml")
_SHOWN = {"name", "short_name", "name_en", "owner", "contact", "licence"}


class Settings(NamedTuple):
    """The site's own record, or what stands for it while it cannot be read."""

    site: Site | None

    @property
    def address(self) -> str:
        return self.site.address if self.site else Shown().address

    @property
    def trial(self) -> bool:
        return self.site.trial if self.site else Shown().trial

    def shown(self) -> Shown:
        """What of it stands in the frame."""
        if self.site is None:
            return Shown()
        record = self.site.model_dump(mode="json", include=_SHOWN)
        description = " ".join(self.site.description.split())
        return Shown(self.site.name, self.address, description, self.trial, record, _told(self.site.contact))


def _told(contact: Contact) -> str:
    """Where to write, for hand-written pages."""
    lines = [Markup("<strong>{}</strong>").format(contact.office)]
    if contact.address:
        lines.append(Markup("Địa chỉ: {}").format(contact.address))
    if contact.phone:
        lines.append(Markup("Điện thoại: {}").format(contact.phone))
    if contact.email:
        lines.append(Markup('Thư điện tử: <a href="mailto:{0}">{0}</a>').format(contact.email))
    if contact.url:
        lines.append(Markup('Trang mạng: <a href="{0}">{0}</a>').format(contact.url))
    return f"<p>{Markup('<br>').join(lines)}</p>"


def read_settings(root: Path) -> Settings:
    """The settings of a project."""
    try:
        tree = read_tree(decode((root / FILE).read_bytes()))
        return Settings(Site.model_validate(tree))
    except (OSError, Unreadable, ValidationError):
        return Settings(None)
