"""What stands where a record was: the reason for taking it back, or only that an entry was removed."""

from __future__ import annotations

from bangvang.pages.page import Link, Page
from bangvang.pages.reading import name_of
from bangvang.records import Record, Removed


def tombstone(url: str, tab: str, crumbs: tuple[Link, ...], record: Record, title: str = "") -> Page:
    """A withdrawn record: what it was called, unless that was a person's name, and when and why it went."""
    assert record.withdrawn is not None
    return Page(
        url=url,
        tab=tab,
        title=title or name_of(record),
        description="Hồ sơ này đã được rút khỏi trang công khai.",
        template="pages/tombstone.html",
        context={"withdrawn": record.withdrawn, "removed": None},
        crumbs=crumbs,
        indexed=False,
        updated=record.withdrawn.date,
    )


def removal_notice(url: str, tab: str, crumbs: tuple[Link, ...], removed: Removed) -> Page:
    """A removed record: nothing but that there was one."""
    return Page(
        url=url,
        tab=tab,
        title="Mục đã được gỡ bỏ",
        description="Một mục ở địa chỉ này đã được gỡ bỏ theo quy định.",
        template="pages/tombstone.html",
        context={"withdrawn": None, "removed": removed},
        crumbs=crumbs,
        indexed=False,
        updated=removed.removed_on,
    )
