"""What every server is told, whatever its language: types, headers, caching, redirects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bangvang.exports.address import decoded, encoded, is_servable
from bangvang.exports.open_data.files import LASTING as OPEN_DATA
from bangvang.search import FOLDER

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
    "link": "application/link-format",
    "webmanifest": "application/manifest+json",
    "txt": "text/plain",
    "csv": "text/csv",
    "xml": "application/xml",
    "ics": "text/calendar",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
"""Every kind of file in the site; a server may know fewer (IIS answers 404 for a kind that it does not know)."""
TEXTS = (
    "html",
    "css",
    "js",
    "json",
    "jsonl",
    "jsonld",
    "atom",
    "link",
    "webmanifest",
    "txt",
    "csv",
    "xml",
    "ics",
    "svg",
)
"""Kinds that are UTF-8 and worth compressing."""

SHORT = "public, max-age=60"
"""A corrected name is to be seen at once."""
A_DAY = "public, max-age=86400"
"""For the site's own pictures and fonts, whose names do not change with their content."""
LASTING = "public, max-age=31536000, immutable"
"""For files whose name holds their content's hash."""
LASTING_FOLDERS = ("anh", OPEN_DATA.removesuffix("/"), *(f"{FOLDER}{part}" for part in "fnrtv"))
"""Photos, open data and the search index under names with a hash: nothing in them changes under its name."""
ASSETS = "assets"
HASHED = r"\.[0-9a-f]{8,}\.(min\.)?[a-z0-9]+"

PUBLICATION_MARK = ".bang-vang.json"
"""What `publish` leaves at its target, to know it again; no reader's business."""
SERVICE_FILES = (".htaccess", "_headers", "_redirects", "web.config", PUBLICATION_MARK)
"""Settings that stand in the site's root for one server and that the others are not to show."""

HSTS = "max-age=31536000"
ABOUT_HSTS = (
    "Khi mọi trang của tên miền này đều chạy HTTPS thì mở dòng dưới đây:",
    "trong một năm sau đó trình duyệt chỉ vào trang qua HTTPS, không lùi lại được.",
)


class Move(NamedTuple):
    """A redirect: the old path as a server compares it, the new one as a header holds it; both with the base."""

    old: str
    new: str


def security_headers(policy: str) -> dict[str, str]:
    """What every answer tells the browser to allow."""
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def moves(redirects: Iterable[tuple[str, str]], base: str) -> list[Move]:
    """The redirects that a server can hold and that lead away, each old path once."""
    targets: dict[str, str] = {}
    for old, new in redirects:
        if is_servable(old) and is_servable(new.partition("#")[0]):
            path, target = base + decoded(old)[1:], encoded(base + new[1:])
            if decoded(target) != path:
                targets.setdefault(path, target)
    return [Move(old, targets[old]) for old in sorted(targets)]


def no_variables(url: str) -> str:
    """nginx and URL Rewrite would take what follows a $ or stands in { } for a variable."""
    return url.replace("$", "%24").replace("{", "%7B").replace("}", "%7D")


def quoted(text: str) -> str:
    """As nginx and Apache both write a word that may hold anything."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
