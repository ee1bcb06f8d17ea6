"""Who is let in: the browser that this program opened, on this machine, and no other page's requests."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

ENTRANCE = "/vao"
_HOSTS = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True)
class Door:
    """The door of one running editor; its key is made anew at each start."""

    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def address(self) -> str:
        """Where the browser is sent first: the key goes into a cookie and out of sight."""
        return f"http://{_HOSTS[0]}:{self.port}{ENTRANCE}?khoa={self.key}"

    def opens_for(self, key: str) -> bool:
        """Whether somebody holds the key."""
        return secrets.compare_digest(key.encode(), self.key.encode())

    def cookie(self) -> str:
        """What the browser shows from then on; of no use to scripts and to other sites."""
        return f"{self._name}={self.key}; Path=/; HttpOnly; SameSite=Strict"

    def refusal(self, method: str, headers: Mapping[str, str], *, entering: bool = False) -> str | None:
        """Why a request is turned away; None if it may come in."""
        if headers.get("Host", "") not in [f"{host}:{self.port}" for host in _HOSTS]:
            return "Trình soạn chỉ mở cho máy này, tại 127.0.0.1."
        if method == "POST" and headers.get("Origin", "") not in [f"http://{host}:{self.port}" for host in _HOSTS]:
            return "Một trang khác đã gửi yêu cầu này, nên trình soạn không nhận."
        if entering or self.opens_for(self._shown(headers.get("Cookie", ""))):
            return None
        return "Cửa sổ này chưa được mở từ Bảng Vàng. Hãy chạy lại bangvang edit, rồi dùng trang mà lệnh ấy mở ra."

    @property
    def _name(self) -> str:
        """Cookies are not told apart by port: two editors must not take each other's."""
        return f"bangvang-{self.port}"

    def _shown(self, header: str) -> str:
        try:
            found = SimpleCookie(header).get(self._name)
        except CookieError:
            return ""
        return found.value if found else ""
