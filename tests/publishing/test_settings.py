"""The site's own record: what the frame is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangvang.publishing.settings import read_settings
from bangvang.publishing.shown import Shown

SITE = """\
name: Bảng vàng xã Mẫu
address: https://mau.example/
description: |
  Gương người tốt
  ở xã Mẫu
owner:
  name: Ủy ban nhân dân xã Mẫu
contact:
  office: Văn phòng <xã> & đội
  phone: 0210 000 0000
"""


def shown(root: Path, site: str) -> Shown:
    """What the frame of a project with this record is told."""
    (root / "data").mkdir()
    (root / "data/site.yml").write_text(site, encoding="utf-8")
    return read_settings(root).shown()


def test_the_frame_is_told_what_head_and_foot_show(tmp_path: Path) -> None:
    """A description of several lines is one."""
    told = shown(tmp_path, SITE)
    assert (told.name, told.address, told.trial) == ("Bảng vàng xã Mẫu", "https://mau.example/", False)
    assert told.description == "Gương người tốt ở xã Mẫu"
    assert told.record["owner"]["name"] == "Ủy ban nhân dân xã Mẫu"


def test_the_contact_is_escaped(tmp_path: Path) -> None:
    """It goes into hand-written pages as HTML."""
    told = shown(tmp_path, SITE).contact
    assert told == "<p><strong>Văn phòng &lt;xã&gt; &amp; đội</strong><br>Điện thoại: 0210 000 0000</p>"


def test_another_process_is_told_the_same_in_one_line(tmp_path: Path) -> None:
    """Line breaks and accents arrive."""
    told = shown(tmp_path, SITE)
    line = told.as_json()
    assert line.count(b"\n") == 1
    assert Shown.from_json(line) == told


@pytest.mark.parametrize("site", ["name: [", "name: x\n"])
def test_a_record_that_cannot_be_read_has_a_stand_in(tmp_path: Path, site: str) -> None:
    """The checker complains of it; the frame is made all the same."""
    assert shown(tmp_path, site) == Shown()
    assert read_settings(tmp_path).address == Shown().address
    assert not read_settings(tmp_path).trial
