"""Texts and queries are read in the browser as in Python, and marked as they are written."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from engine_site import Site

VECTORS = Path(__file__).parents[1] / "data/vectors"
FOLD = json.loads((VECTORS / "fold.json").read_text(encoding="utf-8"))
SEARCH = json.loads((VECTORS / "search.json").read_text(encoding="utf-8"))


def test_words_are_read_as_in_python(site: Site) -> None:
    """All shared vectors at once: a call for each would take long."""
    site.page.add_script_tag(url="/words.js")
    for vectors, key, wanted, call in (
        (FOLD["words"], "text", "words", "BangVangSearch.words(text)"),
        (FOLD["fold"], "text", "key", "BangVangSearch.words(text).map(BangVangSearch.fold).join(' ')"),
        (FOLD["canon"], "text", "key", "BangVangSearch.words(text).map(BangVangSearch.canon).join(' ')"),
        (SEARCH["spread"], "text", "number", "BangVangSearch.spread(text)"),
        (SEARCH["typed_keys"], "typed", "key", "BangVangSearch.Slips.typedKeys(text)"),
    ):
        texts = [vector[key] for vector in vectors]
        found = site.page.evaluate(f"texts => texts.map((text) => {call})", texts)
        assert dict(zip(texts, found, strict=True)) == {vector[key]: vector[wanted] for vector in vectors}


def test_a_paper_has_the_key_that_python_gave_it(site: Site) -> None:
    """And none without a figure."""
    site.page.add_script_tag(url="/words.js")
    key = "({ name, number }) => { const { figuresOf, keyOf } = BangVangSearch.proofs, figures = figuresOf(number); return figures[0] ? keyOf(name, figures) : ''; }"
    found = site.page.evaluate(f"vectors => vectors.map({key})", SEARCH["proof_keys"])
    assert found == [vector["key"] for vector in SEARCH["proof_keys"]]


@pytest.mark.parametrize(
    ("number", "typed", "same"),
    [
        ("15/QĐ-UBND", "15", True),
        ("15/QĐ-UBND", "số 015/qd-ubnd ngày 02/9/2026", True),
        ("15/QĐ-UBND", "15/QĐ-CTUBND", False),
        ("15/QĐ-UBND", "15/QĐ-UBND-NC", False),
        ("150/QĐ-UBND", "15", False),
        ("", "15", False),
    ],
)
def test_a_number_may_be_typed_from_its_beginning(number: str, typed: str, same: bool, site: Site) -> None:
    """But not beyond its end, and no figure of it may be missing."""
    site.page.add_script_tag(url="/words.js")
    compare = "([number, typed]) => BangVangSearch.proofs.begins(number, BangVangSearch.proofs.figuresOf(typed))"
    assert site.page.evaluate(compare, [number, typed]) is same


def test_a_number_and_a_name_lead_to_the_one_who_has_both(site: Site) -> None:
    """Through one small file of its own; a namesake with another number is not there."""
    site.find("an")
    site.asked.clear()
    found = site.page.evaluate(
        """async () => {
            const { store } = await index.further(), { figuresOf, keyOf } = BangVangSearch.proofs;
            const rows = (name, number) => store.proven(keyOf(name, figuresOf(number)));
            return (await Promise.all([rows("dang thuy hoa", "9001"), rows("dang thuy hoa", "8"), rows("ai", "9001")]))
                .map((some) => some.map(({ shown }) => shown.title));
        }"""
    )
    assert found == [["Đặng Thúy Hòa"], [], []]
    assert len([name for name in site.asked if name.startswith("p/")]) <= 3


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Nuôi bò sữa.", [["Nuôi ", False], ["bò", True], [" sữa.", False]]),
        (unicodedata.normalize("NFD", "Bò"), [[unicodedata.normalize("NFD", "Bò"), True]]),
        ("Hoà Hòa", [["Hoà", True], [" ", False], ["Hòa", True]]),
        ("<b>đường</b>", [["<b>đường</b>", False]]),
        ("", []),
    ],
)
def test_matched_words_are_shown_as_they_are_written(site: Site, text: str, pieces: list[list[object]]) -> None:
    """In any normal form and with either placement of the tone."""
    found = site.page.evaluate("text => BangVangSearch.highlight(text, ['bo', 'hoa'])", text)
    assert found == pieces


@pytest.mark.parametrize(
    ("text", "start", "marked"),
    [
        ("Nguyễn Thị Chiên", "chi", ["Chi"]),
        (unicodedata.normalize("NFD", "Lệ"), "le", [unicodedata.normalize("NFD", "Lệ")]),
        (unicodedata.normalize("NFD", "Lệnh"), "le", [unicodedata.normalize("NFD", "Lệ")]),
        ("Đường Æsop", "d", ["Đ"]),
        ("Æsop", "aes", ["Æs"]),
        ("Lan", "lane", []),
    ],
)
def test_of_the_last_word_as_much_is_marked_as_was_typed(site: Site, text: str, start: str, marked: list[str]) -> None:
    """Letters with all their marks, however these are written."""
    found = site.page.evaluate("([text, start]) => BangVangSearch.highlight(text, [], start)", [text, start])
    assert [part for part, hit in found if hit] == marked
    assert "".join(part for part, _ in found) == text
