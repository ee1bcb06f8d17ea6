"""The open data: every record that may leave in bulk, in forms that programs, spreadsheets and catalogues read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bangvang.exports.groups import noted
from bangvang.exports.open_data.files import INDEX, LASTING, index_file, open_data_groups
from bangvang.exports.open_data.gathering import Gathering, Kept
from bangvang.pages.answers import Answers
from bangvang.pages.changes import Publication
from bangvang.pages.page import OPEN_DATA

__all__ = ["INDEX", "LASTING", "Gathering", "Kept", "OpenData", "index_file", "open_data", "open_data_groups"]


class OpenData(NamedTuple):
    """All files below the folder, by path, and how much left and could not leave."""

    files: Mapping[str, bytes]
    records: int
    left_out: int


def open_data(answers: Answers, log: Sequence[Publication], kept: Kept | None = None) -> OpenData:
    """The whole set at once."""
    gathering = Gathering(answers, kept or Kept(), "")
    files = {path: data for group in open_data_groups(gathering, log, "") for path, data in group.make().items()}
    files[OPEN_DATA + INDEX] = index_file({path: noted(data) for path, data in files.items()}, log)
    below = {path.removeprefix(OPEN_DATA): data for path, data in files.items()}
    return OpenData(below, len(gathering.leaving), gathering.left_out)
