"""What waits for the clerk's word."""

from __future__ import annotations

import re

from bangvang.office.editor.arrivals import Arrivals


def test_what_came_in_is_held_under_a_name_until_it_is_let_go() -> None:
    """And may change meanwhile."""
    arrivals = Arrivals[str]()
    name = arrivals.take_in("a")
    assert re.fullmatch("[0-9a-f]{8}", name)
    assert arrivals.get(name) == "a"
    arrivals.put(name, "b")
    assert arrivals.get(name) == "b"
    arrivals.let_go(name)
    arrivals.let_go(name)
    assert arrivals.get(name) is None


def test_the_oldest_is_forgotten_first() -> None:
    """A clerk has a few files open, not a drawer of them."""
    arrivals = Arrivals[int]()
    names = [arrivals.take_in(number) for number in range(6)]
    assert [arrivals.get(name) for name in names] == [None, None, 2, 3, 4, 5]
