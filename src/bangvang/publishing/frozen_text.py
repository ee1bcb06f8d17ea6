"""Frozen pages of a site that is about to stand: each must still say what it said, unless it is known to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from bangvang.frozen.archive import Freeze
from bangvang.frozen.drift import Drift
from bangvang.frozen.errata import errata_path
from bangvang.frozen.page_drift import page_drifts, record_of
from bangvang.frozen.wording import erratum_line, excerpts
from bangvang.pages.markdown import render
from bangvang.problem import Problem
from bangvang.publishing.memory import MadePage
from bangvang.registry import Registry
from bangvang.sealed import keep, kept
from bangvang.vietnamese import short_date

CHECK = "frozen-text"
FILE = Path(".cache/bangvang/frozen-pages")
_MOST = 5
"""So many passages of one page are told."""


def frozen_text_problems(
    root: Path,
    freezes: Sequence[Freeze],
    pages: Mapping[str, MadePage],
    registry: Registry,
    html_of: Callable[[str], str],
) -> list[Problem]:
    """What frozen pages have lost; one that is, byte for byte, known to be sound is not looked at again."""
    known = kept(root / FILE)
    known = known if isinstance(known, dict) else {}
    sound: dict[str, str] = {}
    problems: list[Problem] = []
    for freeze in freezes:
        mark = _mark(freeze)
        for url in freeze.manifest.pages:
            made = pages.get(url)
            if made is None:
                continue
            state = f"{mark} {made.digest}"
            place = f"{freeze.manifest.campaign} {url}"
            drifts = [] if known.get(place) == state else page_drifts(freeze, url, html_of(url), registry, _said)
            if not drifts:
                sound[place] = state
            problems += _told(freeze, url, drifts, registry)
    if sound != known:
        keep(root / FILE, sound)
    return problems


def _said(text: str) -> str:
    return str(render(text))


def _told(freeze: Freeze, url: str, drifts: Sequence[Drift], registry: Registry) -> Iterator[Problem]:
    loaded = registry.loaded(*record_of(url))
    path = loaded.path if loaded is not None else "data"
    day = short_date(freeze.day)
    for drift in drifts[:_MOST]:
        was, now = excerpts(drift.was, drift.now)
        near = f"; nay gần nhất là “{now}”" if now else ""
        more = f" (và {len(drifts) - _MOST} đoạn khác)" if drift is drifts[:_MOST][-1] and len(drifts) > _MOST else ""
        what = f"trang /{url} thuộc hồ sơ khóa ngày {day} không còn đoạn “{was}”{near}{more}"
        remedy = (
            "Trả lại hồ sơ, danh mục hoặc mẫu trang như lúc khóa; nếu là đính chính được duyệt, thêm vào "
            f"{errata_path(freeze.manifest.campaign)} dòng: {erratum_line(drift, registry.day)}"
        )
        yield Problem(path, 1, 1, what, remedy, CHECK)


def _mark(freeze: Freeze) -> str:
    return blake2b(freeze.mark.encode(), digest_size=16).hexdigest()
