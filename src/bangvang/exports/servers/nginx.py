"""nginx: a snippet for the server block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

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
    no_variables,
    quoted,
)

_HOW_TO = """# Cấu hình nginx cho trang Bảng Vàng.
# 1. Chép tệp này thành /etc/nginx/snippets/bang-vang.conf.
# 2. Trong khối server của tên miền, thêm dòng: include snippets/bang-vang.conf;
#    và cho root trỏ tới thư mục của tên miền{where}.
# 3. Chạy nginx -t để kiểm tra, rồi nginx -s reload.
# Mỗi lần trang có địa chỉ chuyển hướng mới, tệp này đổi theo: chép lại và nạp lại.

# Chuyển hướng bằng đường dẫn trong trang, đúng cả khi nginx đứng sau một máy chủ khác.
absolute_redirect off;
"""


def nginx(headers: Mapping[str, str], moves: Iterable[Move], base: str) -> str:
    """The site's location and, beside it, one for each old path: nginx finds these by name, however many."""
    where = ", tức thư mục chứa trang" if base == "/" else f"; trang nằm ở thư mục con {base}"
    lines = [
        _HOW_TO.format(where=where),
        f"location {quoted(base)} {{",
        f"    error_page 404 {quoted(base + '404.html')};",
        *_types(),
        *_headers(headers, SHORT, 4),
        *(f"    # {line}" for line in ABOUT_HSTS),
        f"    # add_header Strict-Transport-Security {quoted(HSTS)} always;",
        *_folders(headers, base),
        *(f"    location = {quoted(base + name)} {{ return 404; }}" for name in SERVICE_FILES),
        "}",
        *(f"location = {quoted(old)} {{ return 301 {quoted(no_variables(new))}; }}" for old, new in moves),
    ]
    return "\n".join(lines) + "\n"


def _types() -> list[str]:
    texts = " ".join(TYPES[kind] for kind in TEXTS if kind != "html")
    return [
        "    index index.html;",
        "    types {",
        *(f"        {type} {kind};" for kind, type in TYPES.items()),
        "    }",
        "    default_type application/octet-stream;",
        "    charset utf-8;",
        f"    charset_types {texts};",
        "    gzip on;",
        "    gzip_vary on;",
        "    gzip_min_length 1024;",
        f"    gzip_types {texts};",
    ]


def _folders(headers: Mapping[str, str], base: str) -> list[str]:
    """Longer caching for what does not change under its name."""
    hashed = rf"^{re.escape(base)}{ASSETS}/.*{HASHED}$"
    return [
        f"    location {quoted(base + ASSETS + '/')} {{",
        *_headers(headers, A_DAY, 8),
        f"        location ~ {quoted(hashed)} {{",
        *_headers(headers, LASTING, 12),
        "        }",
        "    }",
        *(line for name in LASTING_FOLDERS for line in _lasting(headers, f"{base}{name}/")),
    ]


def _lasting(headers: Mapping[str, str], folder: str) -> list[str]:
    return [f"    location {quoted(folder)} {{", *_headers(headers, LASTING, 8), "    }"]


def _headers(headers: Mapping[str, str], caching: str, indent: int) -> list[str]:
    """All of them at every level: one add_header in a location drops those inherited from outside it."""
    margin = " " * indent
    return [
        *(f"{margin}add_header {name} {quoted(value)} always;" for name, value in headers.items()),
        f"{margin}add_header Cache-Control {quoted(caching)};",
    ]
