"""Papers in lists: the day as well as it is known, and what a paper stands on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.papers import basis_lines, document_line
from bangvang.pages.reading import Reading
from bangvang.records import Document

Build = Callable[..., Any]


@pytest.mark.parametrize(
    ("date", "big", "small"),
    [
        ("date: 2026-03-02\n", "02/3", "2026"),
        ("date: 2026-03\n", "2026", "tháng 3"),
        ("date: 2026\n", "2026", ""),
        ("", "", "Chưa rõ ngày"),
    ],
)
def test_a_day_is_told_as_well_as_it_is_known(project_of: Build, date: str, big: str, small: str) -> None:
    """Words rather than dots where it is not known at all."""
    project = project_of({"documents/x.yml": f"type: plan\ntitle: Kế hoạch\n{date}"})
    line = document_line(Reading(project.answers), "x")
    assert line is not None
    assert (line.big, line.small) == (big, small)


def test_a_basis_that_the_site_does_not_hold_says_so(project_of: Build) -> None:
    """The other is called by its number, with the article and the title below."""
    project = project_of(
        {
            "documents/x.yml": "type: plan\ntitle: Kế hoạch\nbases: [{document: luat, article: Điều 80}, {text: Nghị quyết}]\n",
            "documents/luat.yml": "type: law\nnumber: 06/2022/QH15\ntitle: Luật Thi đua\ndate: 2022-06-15\n",
        }
    )
    reading = Reading(project.answers)
    document = reading.find(Document, "x")
    assert document is not None
    held, words = basis_lines(reading, document.bases)
    assert (held.title, held.url, held.note) == ("Luật số 06/2022/QH15", "van-ban/luat/", "Điều 80. Luật Thi đua")
    assert (words.title, words.url, words.big, words.small) == ("Nghị quyết", None, "", "Chưa đưa lên trang")
