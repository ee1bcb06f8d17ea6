"""Addresses: site paths made absolute, percent-encoded, seen from one another."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote, unquote

_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "/%#:@!$&'()*+,;=~"
_CONTROL = re.compile(r"[\x00-\x20\x7f\\?#\ud800-\udfff]")


def encoded(path: str) -> str:
    """The path as it stands in a URL; what is percent-encoded already, and a fragment, stay."""
    if _PLAIN.fullmatch(path):
        return path
    return _BARE_PERCENT.sub("%25", quote(path, safe=_SAFE, errors="replace"))


def decoded(path: str) -> str:
    """The path as a server compares it: without percent-encoding and fragment."""
    return unquote(path.partition("#")[0])


@lru_cache(maxsize=8)
def root_of(address: str) -> str:
    """The site's address in ASCII, ending in a slash."""
    scheme, _, rest = address.strip().partition("://")
    host, _, path = rest.partition("/")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            host = quote(host, errors="replace")
    path = encoded(path.strip("/"))
    return f"{scheme.lower()}://{host.lower()}/" + (f"{path}/" if path else "")


def absolute(address: str, path: str) -> str:
    """The whole URL of a path counted from the site's root, with or without its first slash."""
    return root_of(address) + encoded(path.lstrip("/"))


def base_path(address: str) -> str:
    """The path of the site's root on its host: / or, for example, /bang-vang/."""
    return "/" + root_of(address).split("/", 3)[3]


def relative(folder: str, path: str) -> str:
    """A site path as seen from a page that stands in `folder` ("a/b/", empty for the root)."""
    place, mark, fragment = path.lstrip("/").partition("#")
    way = posixpath.relpath("/" + place, "/" + folder)
    if place.endswith("/") or not place:
        way += "/"
    if ":" in way.split("/", 1)[0]:
        way = "./" + way
    return encoded(way + mark + fragment)


def is_servable(path: str) -> bool:
    """Whether a server can hold this path as one file and name it in its settings."""
    plain = decoded(path)
    if "#" in path or _CONTROL.search(path) or re.search(r"[\x00-\x1f\x7f\\?\ufffd]", plain):
        return False
    parts = plain.removeprefix("/").removesuffix("/").split("/") if plain != "/" else []
    return path.startswith("/") and not {"", ".", ".."} & set(parts)
