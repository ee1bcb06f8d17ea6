"""What a removal by right means for publications: none while one is half done, and nothing lingers after one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from bangvang.publishing.error import StagingError
from bangvang.records import Removed, Status
from bangvang.registry import Registry

NOTE = ".bangvang/removal.json"
"""Stands while somebody is only half removed."""
_AFTERWARDS = timedelta(days=60)
"""So long the office corrects what else told of somebody."""


def refuse_half_removed(root: Path) -> None:
    """Raise while somebody is only half removed."""
    if (root / NOTE).exists():
        raise StagingError(
            "Việc gỡ một người theo yêu cầu còn dở dang nên chưa công bố. "
            "Hãy chạy lại lệnh bangvang forget với mã của người ấy: phần còn lại sẽ được làm nốt."
        )


def removed_lately(registry: Registry, day: date) -> bool:
    """Whether somebody left so short ago that earlier publications may tell of them more than pages of their own."""
    for loaded in registry.by_kind["honouree"].values():
        if loaded.outline.status == Status.REMOVED and isinstance(loaded.record, Removed):
            since = loaded.record.removed_on
            if since is not None and since <= day <= since + _AFTERWARDS:
                return True
    return False
