"""Netlify and hosts like it: _headers and _redirects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bangvang.exports.address import encoded
from bangvang.exports.servers.settings import A_DAY, ABOUT_HSTS, ASSETS, HSTS, LASTING, LASTING_FOLDERS, Move


def headers_file(headers: Mapping[str, str], base: str) -> str:
    """Caching of pages is left to the host, which asks anew each time: two rules for one path would be joined."""
    lines = [
        "# Dành cho Netlify, Cloudflare Pages và các nơi đọc tệp _headers.",
        f"{base}*",
        *(f"  {name}: {value}" for name, value in headers.items()),
        *(f"  # {line}" for line in ABOUT_HSTS),
        f"  # Strict-Transport-Security: {HSTS}",
        "",
        f"{base}{ASSETS}/*",
        f"  Cache-Control: {A_DAY}",
        *(line for name in LASTING_FOLDERS for line in ("", f"{base}{name}/*", f"  Cache-Control: {LASTING}")),
    ]
    return "\n".join(lines) + "\n"


def redirects_file(moves: Iterable[Move]) -> str:
    """The answer is 301!, because a page stands at each old address and would otherwise come first."""
    lines = ["# Dành cho Netlify và các nơi đọc tệp _redirects: địa chỉ cũ, địa chỉ mới, mã trả lời."]
    lines += (f"{_path(old)} {_path(new)} 301!" for old, new in moves)
    return "\n".join(lines) + "\n"


def _path(path: str) -> str:
    """A colon would begin a placeholder, an asterisk stand for anything."""
    return encoded(path).replace(":", "%3A").replace("*", "%2A")
