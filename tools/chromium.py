"""Chromium for whoever needs one beside the product: tests, comparisons, and HTML → picture."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ASSETS = Path(__file__).resolve().parent.parent / "src/bangvang/assets"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@contextmanager
def browser() -> Iterator[Browser]:
    """The Chromium of this machine, or Playwright's own."""
    program = next((path for name in _NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-proxy-server"])
        yield opened
        opened.close()


@contextmanager
def page_of(width: int, height: int) -> Iterator[Page]:
    """A page of this size, at one pixel a pixel."""
    with browser() as opened:
        yield opened.new_page(viewport={"width": width, "height": height}, device_scale_factor=1)


def drawn(page: Page, html: str) -> Image.Image:
    """What the page shows once its fonts are there, on nothing; it may name files of the assets folder."""
    sheet = ASSETS / ".render.html"
    try:
        sheet.write_text(html, encoding="utf-8")
        page.goto(sheet.as_uri())
        page.evaluate("document.fonts.ready")
        return Image.open(BytesIO(page.screenshot(omit_background=True))).convert("RGBA")
    finally:
        sheet.unlink()
