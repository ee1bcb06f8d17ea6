"""Every file of the site that is no page of a record: hand-written pages, style, photos, maps for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bangvang.assets import FOLDER, asset_names
from bangvang.exports.public_keys import PATH as KEYS_PATH
from bangvang.exports.public_keys import public_keys
from bangvang.exports.robots import robots_txt
from bangvang.exports.security_txt import PATH, security_txt
from bangvang.exports.sitemap import sitemap_files
from bangvang.publishing.attachments import attachments
from bangvang.publishing.frame import Frame
from bangvang.publishing.gallery import Gallery
from bangvang.publishing.memory import MadePage, parse_day
from bangvang.publishing.settings import Settings
from bangvang.registry import Registry


def accessories(
    root: Path, settings: Settings, registry: Registry, frame: Frame, photos: Gallery, pages: Mapping[str, MadePage]
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each."""
    for path in frame.files():
        yield path, (frame.site / path).read_bytes()
    for name, served in asset_names().items():
        yield served, (FOLDER / name).read_bytes()
    for path, source in {**photos.files, **attachments(registry, root)}.items():
        yield path, Path(source).read_bytes()
    entries = [(url, parse_day(made.updated)) for url, made in pages.items() if made.indexed and made.listed]
    written = [(path.removesuffix("index.html"), None) for path in frame.files() if path.endswith("/index.html")]
    yield from sitemap_files(settings.address, [*entries, *written]).items()
    yield "robots.txt", robots_txt(settings.address, settings.trial)
    if (keys := public_keys(root)) is not None:
        yield KEYS_PATH, keys
    if settings.site is not None:
        security = security_txt(settings.address, settings.site.contact, registry.day)
        if security is not None:
            yield PATH, security
