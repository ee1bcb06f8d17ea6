"""Where a corrected name still stands as it was."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bangvang.loading import load_project
from bangvang.office.edits import Data
from bangvang.office.name_traces import former_names, traces
from bangvang.registry import Registry, build_registry

ID = "k7m2q9"
NOW: Data = {
    "kind": "individual",
    "name": "Nguyễn Văn Thư",
    "summary": "Nguyễn Văn Thử dậy sớm.",
    "story": "Cả thôn quý anh Thử lắm. Thử thách nào anh cũng qua.",
    "quote": "Việc thôn là việc nhà.",
    "photos": [{"file": "a.jpg", "alt": "Anh Thử bên ruộng"}],
}


@pytest.fixture
def registry(small_site: Path) -> Registry:
    """With somebody whose rows print another name than the profile bears now."""
    return build_registry(load_project(small_site), datetime.date(2026, 11, 21))


def test_a_former_name_is_found_in_texts_and_rows(registry: Registry) -> None:
    """The whole of it, the word that was corrected, and what decisions print."""
    found = {one.loc: one for one in traces(registry, ID, NOW, ["Nguyễn Văn Thử"]) if one.kind == "honouree"}
    assert set(found) == {("summary",), ("story",), ("photos", 0, "alt")}
    assert found["photos", 0, "alt"].where == "Ảnh, dòng 1, Mô tả ảnh"
    assert found[("story",)].passage == "Cả thôn quý anh Thử lắm. Thử thách nào anh cũng qua."
    rows = [one for one in traces(registry, ID, NOW, ["Nguyễn Văn Thử"]) if one.is_printed]
    assert ("qd-1", ("recipients", 0, "name")) in {(one.id, one.loc) for one in rows}
    assert "dòng 1 của quyết định 01/QĐ-UBND" in {one.where for one in rows}


def test_only_the_corrected_word_is_looked_for(registry: Registry) -> None:
    """A name that stays in part is not told of wherever that part stands; longer words are other words."""
    story = {"name": "Nguyễn Văn Thư", "story": "Ông Nguyễn Thiện và anh Văn nhận thửa ruộng, Thửa lớn."}
    assert [one for one in traces(registry, ID, story, ["Nguyễn Văn Thử"]) if one.kind == "honouree"] == []


@pytest.mark.parametrize(
    ("befores", "now", "former"),
    [
        ([{"name": "A"}, {"name": "B"}], {"name": "B"}, ("A",)),
        ([{"name": "A"}], {"name": "B", "names": [{"name": "A"}]}, ()),
        ([{"name": "Hộ ông A", "head": "A"}], {"name": "Hộ ông A", "head": "B"}, ("A",)),
        ([None, {"name": " "}, {"kind": "x"}], {"name": "B"}, ()),
        ([{"name": "A"}], None, ()),
    ],
)
def test_former_names_are_those_that_are_gone(befores: list[Data], now: Data, former: tuple[str, ...]) -> None:
    """Another name that the record lists is no mistake."""
    assert former_names(befores, now) == former
