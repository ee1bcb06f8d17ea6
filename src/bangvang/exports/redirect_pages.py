"""Pages that stand at old addresses and lead to the new ones, and what makes a redirect useless."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape
from typing import NamedTuple

from bangvang.exports.address import absolute, decoded, is_servable, relative

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{canonical}">
<title>Trang đã chuyển: {title}</title>
</head>
<body>
<main>
<h1>Trang này đã chuyển sang địa chỉ mới</h1>
<p>Nếu trình duyệt không tự chuyển, mời bấm vào: <a href="{link}">{title}</a>.</p>
</main>
</body>
</html>
"""


def redirect_page(address: str, old: str, new: str, title: str) -> bytes:
    """The page to put at `redirect_file(old)`; it leads to `new`, which is called `title`."""
    folder = (redirect_file(old) or "").rpartition("/")[0]
    canonical = absolute(address, new.partition("#")[0].removesuffix("index.html"))
    page = _PAGE.format(link=escape(relative(folder, new)), canonical=escape(canonical), title=escape(title))
    return page.encode("utf-8", "replace")


def redirect_file(old: str) -> str | None:
    """The file that answers at the old address; None where no page can: a PDF that moved needs the server's help."""
    if not is_servable(old):
        return None
    path = decoded(old).lstrip("/")
    name = path.rpartition("/")[2]
    if name.endswith((".html", ".htm")):
        return path
    if "." in name:
        return None
    return f"{path.removesuffix('/')}/index.html".lstrip("/")


class RedirectProblem(NamedTuple):
    """What is wrong with one of the redirects, counted from 0, and with which of its fields: from or to."""

    place: int
    field: str
    what: str
    remedy: str


def redirect_problems(redirects: Sequence[tuple[str, str]], live: Collection[str]) -> list[RedirectProblem]:
    """What only the list of live pages shows, and one page under two spellings.

    Exact doubles, chains and circles are the checker's to report.
    """
    pages = {_place(url) for url in live}
    spelled: dict[str, str] = {}
    for old, _ in redirects:
        spelled.setdefault(_place(old), old)
    written = {old for old, _ in redirects}
    problems = []
    for index, (old, new) in enumerate(redirects):
        for field, what, remedy in (*_source(old, pages, spelled), *_target(old, new, pages, spelled, written)):
            problems.append(RedirectProblem(index, field, what, remedy))
    return problems


def _source(old: str, pages: Collection[str], spelled: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    first = spelled[_place(old)]
    if not is_servable(old):
        what = f"địa chỉ cũ {old} có phần mà máy chủ không dùng được"
        yield "from", what, "Viết như trên thanh địa chỉ, bỏ phần từ dấu # và các đoạn //, /./, /../."
    elif _place(old) in pages:
        what = f"địa chỉ cũ {old} vẫn là một trang đang có"
        yield "from", what, "Bỏ dòng này; nếu đúng là trang đã dời thì bỏ trang cũ trước."
    elif old != first:
        yield "from", f"địa chỉ {old} và {first} là cùng một trang", "Giữ một dòng."


def _target(
    old: str, new: str, pages: Collection[str], spelled: dict[str, str], written: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    if new in written:
        return
    place = _place(new)
    if place == _place(old):
        yield "to", f"địa chỉ {new} chính là địa chỉ cũ", "Viết địa chỉ mà trang đã dời đến, hoặc bỏ dòng này."
    elif place in spelled and place not in pages:
        what = f"địa chỉ mới {new} lại là địa chỉ cũ {spelled[place]}"
        yield "to", what, "Cho địa chỉ cũ dẫn thẳng đến địa chỉ cuối cùng."
    elif place not in pages:
        what = f"địa chỉ mới {new} không có trên trang"
        yield "to", what, "Mở trang cần dẫn đến rồi chép phần địa chỉ sau tên miền, ví dụ /phong-trao/ten-moi/."


def _place(path: str) -> str:
    """One text for every spelling of a page's address."""
    return decoded(path).strip("/").removesuffix("index.html").rstrip("/")
