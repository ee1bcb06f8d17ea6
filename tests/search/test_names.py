"""Names under their words, the rarest first."""

from __future__ import annotations

from bangvang.search import Entry
from bangvang.search.names import leaves, named


def _named(number: int, name: str, *others: str, kind: str = "individual", weight: int = 0):  # type: ignore[no-untyped-def]
    return named(number, Entry(f"{number}/", kind, name, names=others, weight=weight))


def test_the_words_of_all_names_stand_once_the_rarest_first() -> None:
    """A former name leads to the same row."""
    assert _named(1, "Nguyễn Văn Khuyếch", "Nguyễn Khuyếch").words == ("khuyech", "van", "nguyen")


def test_titles_that_are_sentences_are_found_by_number_only() -> None:
    """The words of a decision's title are in the index of words."""
    assert set(_named(1, "Khen thưởng", "15/QĐ-UBND", kind="decision").words) == {"15", "qd", "ubnd"}


def test_a_small_key_holds_every_row() -> None:
    """Whoever types one rare word sees all who bear it."""
    found = {leaf.text: leaf for leaf in leaves([_named(1, "Lê Khuyếch"), _named(2, "Trần Khuyếch")])}
    assert found["khuyech"].whole
    assert set(found["khuyech"].numbers) == {1, 2}
    assert "khuyech.le" not in found


def test_a_large_key_keeps_the_best_and_splits_by_the_next_word() -> None:
    """With every spelling among the best, so that whoever types the marks finds theirs."""
    crowd = [_named(number, f"Lê Văn {'Oanh' if number % 40 else 'Oánh'}") for number in range(1, 400)]
    found = {leaf.text: leaf for leaf in leaves([*crowd, _named(1000, "Trần Đức Oanh")])}
    assert not found["oanh"].whole
    assert len(found["oanh"].numbers) < 100
    assert {40, 80, 120} <= set(found["oanh"].numbers)
    assert found["oanh.duc"].whole
    assert found["oanh.duc"].numbers == (1000,)


def test_names_of_no_other_words_stay_under_a_key_that_is_split() -> None:
    """Under no longer one would anybody find them."""
    alike = [_named(number, "Nguyễn Nhung") for number in range(60)]
    longer = [_named(number, "Nguyễn Văn Nhung", weight=9) for number in range(60, 120)]
    found = {leaf.text: leaf for leaf in leaves([*alike, *longer])}
    assert not found["nhung.nguyen"].whole
    assert set(range(60)) <= set(found["nhung.nguyen"].numbers)


def test_a_word_that_a_name_has_twice_is_a_spelling_of_its_own() -> None:
    """Nguyễn Thị Thi is found among hundreds called Nguyễn Thị."""
    crowd = [_named(number, "Nguyễn Thị") for number in range(200)]
    found = {leaf.text: leaf for leaf in leaves([*crowd, _named(999, "Nguyễn Thị Thi")])}
    assert 999 in found["thi.nguyen"].numbers


def test_given_names_come_before_other_names_under_a_single_word() -> None:
    """Lan is mostly somebody's given name."""
    crowd = [_named(number, f"Lan {'Anh' if number % 2 else 'Chi'} Mai") for number in range(200)]
    found = next(leaf for leaf in leaves([*crowd, _named(999, "Vũ Thị Hoàng Lan")]) if leaf.text == "lan")
    assert found.numbers[0] == 999


def test_leaves_of_some_words_are_those_of_all() -> None:
    """After a change only they are made anew."""
    people = [_named(number, f"Lê Văn {given}") for number, given in enumerate(("An", "Bình", "Chi") * 50)]
    everything = {leaf.key: leaf for leaf in leaves(people)}
    some = {leaf.key: leaf for leaf in leaves(people, frozenset({"binh"}))}
    assert some == {key: leaf for key, leaf in everything.items() if key[0] == "binh"}


def test_names_of_the_words_of_a_key_alone_stay_under_it() -> None:
    """No longer key leads to them, however many bear a further word."""
    crowd = [_named(number, f"Trần Oanh {given}", weight=9) for number, given in enumerate(("An", "Bình", "Chi") * 60)]
    alone = [_named(1000 + number, "Trần Oanh") for number in range(60)]
    found = {leaf.text: leaf for leaf in leaves([*crowd, *alone])}
    assert not found["oanh.tran"].whole
    assert {one.number for one in alone} <= set(found["oanh.tran"].numbers)


def test_a_word_that_stands_twice_in_a_name_parts_it_from_names_that_have_it_once() -> None:
    """Each of both spellings is among the best: Lê Thị Lệ beside Lê Thị."""
    once = [_named(number, "Lê Thị", weight=9) for number in range(300)]
    found = {leaf.text: leaf for leaf in leaves([*once, _named(1000, "Lê Thị Lệ")])}
    assert 1000 in found["le.thi"].numbers
