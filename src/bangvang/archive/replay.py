"""The page beside a web archive that plays it back, with a player that is kept beside it: nothing is fetched."""

from __future__ import annotations

from html import escape
from pathlib import Path

from bangvang.archive.wacz import About

_PLAYER = Path(__file__).parent / "player"
_FOLDER = "replay/"
_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{folder}page.css">
<script src="{folder}ui.js"></script>
</head>
<body>
<h1>{title}</h1>
<noscript><p>Trang này cần JavaScript. Không cần JavaScript: mở ../site/index.html.</p></noscript>
<p>{description}. Trang này phải mở qua một máy chủ: gõ <code>python3 -m http.server 8000</code> trong thư mục này,
rồi mở <code>http://localhost:8000/</code>. Không có máy chủ thì mở
<a href="../site/index.html">bản đọc không cần mạng</a>.</p>
<replay-web-page source="{source}" url="{url}" replaybase="{folder}"></replay-web-page>
</body>
</html>
"""


def replay_files(about: About, source: str) -> dict[str, bytes]:
    """The page, the player and its licence, by path."""
    page = _PAGE.format(
        title=escape(about.title),
        description=escape(about.description),
        source=escape(source),
        url=escape(about.address),
        folder=_FOLDER,
    )
    player = {f"{_FOLDER}{path.name}": path.read_bytes() for path in sorted(_PLAYER.iterdir()) if path.is_file()}
    return {"index.html": page.encode(), **player}
