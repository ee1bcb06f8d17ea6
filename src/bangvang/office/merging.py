"""Two changes of one record laid over each other."""

from __future__ import annotations

from bangvang.office.edits import Data


def merge(base: dict[str, Data], current: dict[str, Data], mine: dict[str, Data]) -> Data | None:
    """Both changes together, where no field was changed by both."""
    keys = [*current, *(key for key in mine if key not in current)]
    merged = {}
    for key in keys:
        was, theirs, own = base.get(key), current.get(key), mine.get(key)
        if theirs != was and own != was and theirs != own:
            return None
        value = theirs if own == was else own
        if value is not None:
            merged[key] = value
    return merged
