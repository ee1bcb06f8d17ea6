"""An editor for the tests of its windows, and how they ask it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bangvang.office.editor.editor import Editor
from bangvang.office.editor.running import open_editor

sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def editor(small_site: Path) -> Editor:
    """On a project of its own."""
    return Editor(small_site)


@pytest.fixture
def clerk(browser: Browser, small_site: Path) -> Iterator[Page]:
    """The window that `bangvang edit` opens; whatever goes wrong in it fails the test."""
    server = open_editor(small_site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.door.port}", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda sent: wrong.append(sent.url) if not sent.url.startswith(("http://127", "data:")) else None
    )
    page.goto(server.door.address)
    yield page
    context.close()
    server.shutdown()
    thread.join()
    server.server_close()
    assert wrong == []
