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
    PICTURES,
    SERVICE_FILES,
    SHORT,
    TEXTS,
    TYPES,
    Move,
    no_variables,
)


def nginx(headers: Mapping[str, str], moves: Iterable[Move], base: str) -> str:
    texts = " ".join(TYPES[kind] for kind in TEXTS if kind != "html")
    hashed = rf"^{re.escape(base)}{ASSETS}/.*{HASHED}$"
    lines = [
        "# Cấu hình nginx cho trang Bảng Vàng.",
        "# 1. Chép tệp này thành /etc/nginx/snippets/bang-vang.conf.",
        "# 2. Trong khối server { … } của tên miền, thêm: include snippets/bang-vang.conf;",
        "#    và cho root trỏ tới thư mục của tên miền"
        + (", tức nơi đặt trang." if base == "/" else f" (trang nằm ở thư mục con {base})."),
        "# 3. Chạy nginx -t để kiểm tra, rồi nginx -s reload.",
        "# Mỗi lần trang có địa chỉ chuyển hướng mới, tệp này đổi theo: chép lại và nạp lại.",
        "",
        "# Chuyển hướng bằng đường dẫn trong trang, đúng cả khi nginx đứng sau một máy chủ khác.",
        "absolute_redirect off;",
        "",
        f"location {_text(base)} {{",
        "    index index.html;",
        f"    error_page 404 {_text(base + '404.html')};",
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
        *_headers(headers, SHORT, 4),
        "",
        f"    location {_text(base + ASSETS + '/')} {{",
        *_headers(headers, A_DAY, 8),
        f"        location ~ {_text(hashed)} {{",
        *_headers(headers, LASTING, 12),
        "        }",
        "    }",
        f"    location {_text(base + PICTURES + '/')} {{",
        *_headers(headers, LASTING, 8),
        "    }",
        *(f"    location = {_text(base + name)} {{ return 404; }}" for name in SERVICE_FILES),
        "}",
        "",
        *(f"location = {_text(old)} {{ return 301 {_text(no_variables(new))}; }}" for old, new in moves),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _headers(headers: Mapping[str, str], caching: str, indent: int) -> list[str]:
    """All of them at every level: one add_header in a location drops those inherited from outside it."""
    margin = " " * indent
    return [
        *(f"{margin}add_header {name} {_text(value)} always;" for name, value in headers.items()),
        *(f"{margin}# {line}" for line in ABOUT_HSTS),
        f"{margin}# add_header Strict-Transport-Security {_text(HSTS)} always;",
        f"{margin}add_header Cache-Control {_text(caching)};",
    ]


def _text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
