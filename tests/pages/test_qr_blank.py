"""Codes before anything is written are those of the library that draws every sort."""

from __future__ import annotations

import pytest
import segno
from segno import consts

from bangvang.pages.qr_blank import LAST_VERSION, blank, blocks, room

_VERSIONS = range(1, LAST_VERSION + 1)


@pytest.mark.parametrize("version", _VERSIONS)
def test_marks_stand_where_every_reader_expects_them(version: int) -> None:
    """Whatever data fill, the other dots are those of any code of the version."""
    rows, way = blank(version)
    wanted = segno.make_qr("", mode="byte", error="m", version=version, mask=3, boost_error=False).matrix
    assert len(rows) == len(wanted)
    filled = set(way)
    for row, dots in enumerate(wanted):
        for column, dot in enumerate(dots):
            assert (row, column) in filled or rows[row][column] == bool(dot)


@pytest.mark.parametrize("version", _VERSIONS)
def test_data_are_dealt_to_blocks_as_the_standard_says(version: int) -> None:
    """So many of each length, the shorter first, and the way has a dot for every bit of theirs."""
    kinds = consts.ECC[version][consts.ERROR_LEVEL_M]
    wanted = [(kind.num_data, kind.num_total - kind.num_data) for kind in kinds for _ in range(kind.num_blocks)]
    assert list(blocks(version)) == wanted
    assert room(version) == sum(data for data, _ in wanted)
    assert 0 <= len(blank(version).way) - 8 * sum(map(sum, wanted)) < 8
