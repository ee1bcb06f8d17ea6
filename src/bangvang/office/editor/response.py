"""What the editor answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

HTML = "text/html; charset=utf-8"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Response:
    """Status, headers and body."""

    status: HTTPStatus
    body: bytes = b""
    kind: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)

    def all_headers(self) -> dict[str, str]:
        """With those that every answer carries."""
        return {"Content-Type": self.kind, "Content-Length": str(len(self.body)), **_ALWAYS, **self.headers}


def html(text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """A page."""
    return Response(status, text.encode("utf-8", "replace"))


def as_json(value: Any, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Data for the page's own script."""
    return Response(status, json.dumps(value, ensure_ascii=False).encode(), "application/json; charset=utf-8")


def see(path: str, **query: str) -> Response:
    """Go and look there: what a form that was saved answers."""
    told = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items())
    return Response(
        HTTPStatus.SEE_OTHER, headers={"Location": quote(path, safe="/#%?=:&") + (f"?{told}" if told else "")}
    )


def download(data: bytes, name: str, kind: str) -> Response:
    """A file to keep."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(HTTPStatus.OK, data, kind, {"Content-Disposition": disposition})
