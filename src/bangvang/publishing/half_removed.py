"""The mark of a removal by right that was begun and not ended: until it is, nothing may be published."""

from __future__ import annotations

from pathlib import Path

from bangvang.publishing.error import StagingError

NOTE = ".bangvang/removal.json"


def refuse_half_removed(root: Path) -> None:
    """Raise while somebody is only half removed."""
    if (root / NOTE).exists():
        raise StagingError(
            "Việc gỡ một người theo yêu cầu còn dở dang nên chưa công bố. "
            "Hãy chạy lại lệnh bangvang forget với mã của người ấy: phần còn lại sẽ được làm nốt."
        )
