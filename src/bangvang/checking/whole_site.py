"""What concerns the site as a whole: its own record, least counts, ids used twice, old addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bangvang.checking.finding import Finding
from bangvang.loading import Loaded, Problem, Project
from bangvang.records import KINDS, Redirect, Site, is_reserved
from bangvang.registry import Registry

SITE = "site-missing"
COUNT = "minimum-count"
TWICE = "id-twice"
REDIRECT = "redirect"
RESERVED = "reserved-id"


def check_site_exists(project: Project) -> Iterator[Problem]:
    """Without data/site.yml nothing can be published."""
    has_site = any(loaded.kind == "site" for loaded in project.loaded)
    if not has_site and not project.broken.get("site") and not any(p.check == "no-data" for p in project.problems):
        yield Problem("data/site.yml", 1, 1, "chưa có tệp data/site.yml", "Tạo bằng lệnh bangvang new site.", SITE)


def check_whole_site(registry: Registry, project: Project) -> Iterator[Finding]:
    """Least counts, ids used twice and redirects."""
    yield from _counts(registry, project)
    yield from _twice(project)
    yield from _reserved(project)
    yield from _redirects(registry)


def _counts(registry: Registry, project: Project) -> Iterator[Finding]:
    """Far fewer records than agreed look like a deletion by accident."""
    site = registry.find(Site, "site")
    loaded = registry.loaded("site", "site")
    if site is None or loaded is None:
        return
    for kind, least in site.minimum_counts.model_dump().items():
        held = len(registry.laureates) if kind == "honouree" else len(registry.by_kind[kind])
        if held + len(project.broken.get(kind, ())) < least:
            yield Finding(
                loaded,
                ("minimum_counts", kind),
                f"chỉ còn {held} {KINDS[kind].label}, ít hơn mức tối thiểu {least}",
                "Xem có tệp nào bị xóa nhầm; nếu đúng là vậy thì hạ con số này.",
                COUNT,
            )


def _reserved(project: Project) -> Iterator[Finding]:
    """An entry of a list is no file, but its page is a folder; files are looked at where they are found."""
    for loaded in project.loaded:
        if loaded.loc and is_reserved(loaded.id):
            yield Finding(
                loaded,
                (*loaded.loc, "id"),
                f"mã “{loaded.id}” trùng tên mà Windows giữ riêng cho thiết bị, nên không chép được trang sang Windows",
                f"Đổi mã, ví dụ {loaded.id}-2.",
                RESERVED,
            )


def _twice(project: Project) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Loaded] = {}
    for loaded in project.loaded:
        if loaded.kind == "redirect":
            continue
        other = seen.setdefault((loaded.kind, loaded.id), loaded)
        if other is not loaded:
            yield Finding(
                loaded,
                (*loaded.loc, "id") if loaded.loc else (),
                f"mã “{loaded.id}” đã dùng ở {other.path}",
                "Đổi một trong hai mã; mã không được trùng.",
                TWICE,
            )


def _redirects(registry: Registry) -> Iterator[Finding]:
    entries = [
        (loaded, loaded.record)
        for loaded in registry.by_kind["redirect"].values()
        if isinstance(loaded.record, Redirect)
    ]
    targets: dict[str, str] = {}
    for loaded, redirect in entries:
        if redirect.from_ in targets:
            yield Finding(
                loaded,
                (*loaded.loc, "from"),
                f"địa chỉ {redirect.from_} được chuyển hướng hai lần",
                "Giữ một dòng.",
                REDIRECT,
            )
        targets.setdefault(redirect.from_, redirect.to)
    for loaded, redirect in entries:
        if redirect.to in targets:
            circle = _comes_back(redirect.from_, targets)
            what = "vòng lặp chuyển hướng" if circle else "chuyển hướng nối tiếp"
            remedy = "Cho địa chỉ cũ dẫn thẳng đến địa chỉ cuối cùng."
            yield Finding(loaded, (*loaded.loc, "to"), f"{what} qua {redirect.to}", remedy, REDIRECT)


def _comes_back(start: str, targets: Mapping[str, str]) -> bool:
    seen = {start}
    node = targets[start]
    while node in targets:
        if node in seen:
            return True
        seen.add(node)
        node = targets[node]
    return node in seen
