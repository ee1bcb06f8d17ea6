"""What a search is worth: how much of what it should find it does, and how far up."""

from bench.search.contender import scored


def test_of_the_first_ten_those_count_that_should_be_there() -> None:
    """Two of three, the first of them in second place."""
    assert scored(("a", "b", "c"), ("x", "a", "b")) == (2 / 3, 1 / 2)


def test_more_than_ten_cannot_be_found_among_ten() -> None:
    """Ten of twenty are all that can be asked for."""
    assert scored([*map(str, range(20))], [*map(str, range(10))]) == (1.0, 1.0)


def test_what_comes_after_the_tenth_result_is_not_found() -> None:
    """Nobody looks so far."""
    assert scored(("a",), [*map(str, range(10)), "a"]) == (0.0, 0.0)
