"""Apache: .htaccess in the site's root."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bangvang.exports.address import decoded
from bangvang.exports.servers.settings import (
    A_DAY,
    ABOUT_HSTS,
    ASSETS,
    HASHED,
    HSTS,
    LASTING,
    LASTING_FOLDERS,
    SERVICE_FILES,
    SHORT,
    TEXTS,
    TYPES,
    Move,
    quoted,
)


def apache(headers: Mapping[str, str], moves: Iterable[Move], base: str) -> str:
    """Only directives of the class FileInfo: one that a server does not allow would stop the whole site."""
    plain = re.escape(decoded(base))
    lines = [
        "# Cấu hình Apache cho trang Bảng Vàng; máy chủ cần cho phép: AllowOverride FileInfo (hoặc All).",
        f"ErrorDocument 404 {base}404.html",
        *_types(),
        "<IfModule mod_headers.c>",
        *(f"  Header always set {name} {_header(value)}" for name, value in headers.items()),
        *(f"  # {line}" for line in ABOUT_HSTS),
        f"  # Header always set Strict-Transport-Security {_header(HSTS)}",
        *_caching(plain),
        "</IfModule>",
        "<IfModule mod_alias.c>",
        *(f"  RedirectMatch 404 {quoted(f'^{plain}{re.escape(name)}$')}" for name in SERVICE_FILES),
        *(f"  RedirectMatch 301 {quoted(f'^{re.escape(old)}$')} {_target(new)}" for old, new in moves),
        "</IfModule>",
    ]
    return "\n".join(lines) + "\n"


def _types() -> list[str]:
    return [
        "AddDefaultCharset UTF-8",
        "<IfModule mod_mime.c>",
        *(f"  AddType {type} .{kind}" for kind, type in TYPES.items()),
        "  AddCharset UTF-8 " + " ".join(f".{kind}" for kind in TEXTS),
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        "  <IfModule mod_filter.c>",
        "    AddOutputFilterByType DEFLATE " + " ".join(TYPES[kind] for kind in TEXTS),
        "  </IfModule>",
        "</IfModule>",
    ]


def _caching(plain: str) -> list[str]:
    """How long a browser may keep what stands in which folder; `plain` is the site's path as a pattern."""
    return [
        f"  Header set Cache-Control {_header(SHORT)}",
        "  <IfModule mod_setenvif.c>",
        f"    SetEnvIf Request_URI {quoted(f'^{plain}{ASSETS}/')} bangvang_day",
        f"    SetEnvIf Request_URI {quoted(f'^{plain}{ASSETS}/.*{HASHED}$')} bangvang_lasting",
        *(f"    SetEnvIf Request_URI {quoted(f'^{plain}{name}/')} bangvang_lasting" for name in LASTING_FOLDERS),
        f"    Header set Cache-Control {_header(A_DAY)} env=bangvang_day",
        f"    Header set Cache-Control {_header(LASTING)} env=bangvang_lasting",
        "  </IfModule>",
    ]


def _header(value: str) -> str:
    """A percent sign in a header's value would begin a format."""
    return quoted(value.replace("%", "%%"))


def _target(url: str) -> str:
    """Apache percent-encodes the path of a target itself; $1 in it would be a group of the pattern."""
    path, mark, fragment = url.partition("#")
    return quoted(decoded(path).replace("\\", "\\\\").replace("$", "\\$") + mark + fragment)
