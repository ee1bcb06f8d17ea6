"""Where things are filed depends on words alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.search.paths import APART, NUMBER_BITS, OWN_BITS, WORD_BITS, numbers, path_of, spread

VECTORS = json.loads((Path(__file__).parents[1] / "data/vectors/search.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["spread"], ids=lambda vector: vector["text"])
def test_texts_are_spread_as_the_browser_spreads_them(vector: dict[str, str | int]) -> None:
    """Both sides must look into the same file."""
    assert spread(str(vector["text"])) == vector["number"]


@given(st.sets(st.text(max_size=12), max_size=60))
def test_every_address_has_a_number_of_its_own(urls: set[str]) -> None:
    """Two documents with one number would be one document."""
    found = numbers(dict.fromkeys(urls, "xa-mau"))
    assert len(set(found.values())) == len(urls)
    assert all(0 <= number < 1 << NUMBER_BITS for number in found.values())


@given(st.sets(st.text(max_size=8), min_size=1, max_size=40), st.text(max_size=8))
def test_a_new_address_hardly_moves_others(urls: set[str], new: str) -> None:
    """Adding a record must not renumber the site: only who shares a number by chance moves."""
    before, after = numbers(dict.fromkeys(urls, "")), numbers(dict.fromkeys(urls | {new}, ""))
    moved = [url for url in urls if before[url] != after[url]]
    own = {url: spread(url) >> (32 - OWN_BITS) for url in (*urls, new)}
    assert len(moved) <= sum(abs(own[url] - own[new]) <= len(urls) for url in urls)


def test_what_lies_at_one_place_has_numbers_that_are_near() -> None:
    """Whoever looks for a deed and a place needs few pieces of long lists."""
    found = numbers({f"guong/{place}{number}/": place for place in ("xa-mau", "xa-thu") for number in range(50)})
    assert len({number >> OWN_BITS for url, number in found.items() if "xa-mau" in url}) == 1
    assert len({number >> OWN_BITS for number in found.values()}) == 2


@given(st.text(max_size=8).filter(lambda place: place != APART))
def test_hand_written_pages_are_known_by_their_numbers(place: str) -> None:
    """No place shares the last of all numbers with them."""
    found = numbers({"gioi-thieu/": APART, "guong/a2b3c4/": place})
    apart = 255 << OWN_BITS
    assert found["guong/a2b3c4/"] < apart <= found["gioi-thieu/"]


def test_keys_that_begin_alike_lie_together() -> None:
    """The rows of one rare word can then be had with one file."""
    one, other = path_of(("khue", "van")), path_of(("khue", "thi", "nguyen"))
    rest = 2 * WORD_BITS
    assert one >> rest == other >> rest
