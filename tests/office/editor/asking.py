"""Asking the editor as a browser does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

from bangvang.office.editor.editor import Editor
from bangvang.office.editor.request import Fields, Request, Upload
from bangvang.office.editor.response import Response


def get(editor: Editor, path: str, **query: str) -> str:
    """A page, as it reads."""
    answer = editor.answer(Request("GET", path, Fields(tuple(query.items()))))
    assert answer.status == 200, answer.status
    return unescape(answer.body.decode())


def post(editor: Editor, path: str, files: Mapping[str, Upload] | None = None, **form: str) -> Response:
    """What a form answers."""
    return editor.answer(Request("POST", path, Fields(), Fields(tuple(form.items())), files or {}))


def told(answer: Response) -> str:
    """Where the answer leads, with what is said there; the page where it leads nowhere."""
    return unquote(answer.headers.get("Location", "")) or unescape(answer.body.decode())


def seen(page: str) -> str:
    """The state that a window shows."""
    found = re.search(r'name="_seen" value="([^"]*)"', page)
    assert found is not None
    return found[1]
