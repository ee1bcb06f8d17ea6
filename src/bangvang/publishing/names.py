"""Which paths a site may have: inside it, and such as Windows can hold too."""

from __future__ import annotations

import ntpath
import re

from bangvang.publishing.error import StagingError

_LONGEST = 255
_NO_NAMES = frozenset({"", ".", ".."})
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\ud800-\udfff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE)
_PLAIN = re.compile(r"(?:[a-z0-9](?:-?[a-z0-9]){4,99}/)*[a-z]{5,99}\.html")
"""As most are: too long to be a name that Windows keeps, and too short to be too long."""


def leads_outside(path: str) -> bool:
    """Whether a path would lead out of the folder it belongs in, on whatever machine."""
    return bool(ntpath.splitdrive(path)[0]) or "\0" in path or not _NO_NAMES.isdisjoint(re.split(r"[/\\]", path))


def require_inside(path: str) -> None:
    """Refuse what would lead out of the site."""
    if leads_outside(path):
        raise _refusal(path, "đường dẫn phải nằm trong thư mục của trang")


def require_portable(path: str) -> None:
    """Refuse what leads out of the site, and names that Windows cannot hold: the site may be copied there."""
    if _PLAIN.fullmatch(path):
        return
    if found := _FORBIDDEN.search(path):
        raise _refusal(path, f"tên không được chứa ký tự “{_shown(found.group())}”")
    require_inside(path)
    for part in path.split("/"):
        if part[-1] in ". ":
            raise _refusal(path, "tên không được kết thúc bằng dấu chấm hoặc dấu cách")
        if _RESERVED.fullmatch(part):
            raise _refusal(path, f"“{part}” là tên mà Windows giữ riêng")
        if len(part.encode()) > _LONGEST:
            raise _refusal(path, "tên quá dài")


def _refusal(path: str, why: str) -> StagingError:
    return StagingError(f"Không ghi được tệp “{_shown(path)}” vào trang: {why}. Hãy đổi tên tệp, rồi chạy lại lệnh.")


def _shown(text: str) -> str:
    """Control characters and broken letters by their codes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
