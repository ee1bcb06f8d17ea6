"""Invented honourees: ids, kinds, and nobody mistaken for another."""

from collections import Counter

import pytest

from bangvang.demo import figures as casting
from bangvang.demo.decisions import plan_decisions
from bangvang.demo.figures import cast, kind_of, minted
from bangvang.demo.trades import Body
from bangvang.records import is_minted
from bangvang.vietnamese import fold


def test_minted_ids_are_of_the_office_s_form_and_never_alike() -> None:
    """Six characters that say nothing."""
    ids = [minted(index) for index in range(50_000)]
    assert all(map(is_minted, ids))
    assert len(set(ids)) == len(ids)


def test_minted_ids_run_through_their_whole_space() -> None:
    """The step leads back to the start only after every id has been used."""
    space = 22 * 30**5
    for prime in (2, 3, 5, 11):
        assert minted(0) != minted(space // prime)
    assert minted(0) == minted(space)


def test_of_fifty_honourees_thirty_six_are_individuals() -> None:
    """72, 18 and 10 per cent in every full decision."""
    assert Counter(map(kind_of, range(50))) == {"individual": 36, "collective": 9, "household": 5}


def test_a_larger_province_begins_with_the_same_people() -> None:
    """Who an honouree is does not depend on how many follow."""
    decisions = plan_decisions(20)
    small, large = cast(120, plan_decisions(3)), cast(1000, decisions)
    assert [(figure.id, figure.name, figure.commune.id) for figure in small] == [
        (figure.id, figure.name, figure.commune.id) for figure in large[:120]
    ]


def test_ids_are_unique() -> None:
    """Collectives have names for ids, so they are the ones that could clash."""
    figures = cast(5000, plan_decisions(100))
    assert len({figure.id for figure in figures}) == 5000


def test_there_are_namesakes_but_never_in_the_same_place_and_unit() -> None:
    """The check for doubles has nothing to ask, and search has homonyms to tell apart."""
    people = [figure for figure in cast(5000, plan_decisions(100)) if figure.kind == "individual"]
    names = Counter(figure.name for figure in people)
    assert max(names.values()) > 2
    alike = Counter((fold(figure.name), figure.commune.id, fold(figure.unit or "")) for figure in people)
    assert max(alike.values()) == 1


def test_a_known_namesake_is_another_of_the_same_name() -> None:
    """A profile says of some homonyms that they are not the same."""
    figures = {figure.id: figure for figure in cast(1000, plan_decisions(20))}
    pairs = [(figure, figures[figure.namesake]) for figure in figures.values() if figure.namesake]
    assert len(pairs) == 4
    assert all(one.name == other.name and one.id != other.id and one.sex == other.sex for one, other in pairs)


def test_three_individuals_of_five_do_direct_labour() -> None:
    """In every decision, also in the short last one."""
    figures = cast(153, plan_decisions(4))
    for first in range(0, 153, 50):
        people = [figure for figure in figures[first : first + 50] if figure.kind == "individual"]
        direct = [figure for figure in people if figure.occupation in ("farmer", "worker", "driver")]
        assert len(direct) * 5 >= len(people) * 3


def test_a_collective_finds_a_name_where_all_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is one health station to a commune, so the second gets a numbered name."""
    station = Body("Trạm Y tế {commune}", "health", "trạm y tế", ("y-te",))
    monkeypatch.setattr(casting, "body", lambda dice, year: station)
    collectives = [figure for figure in cast(1000, plan_decisions(20)) if figure.kind == "collective"]
    assert len({figure.id for figure in collectives}) == len(collectives) == 180
    assert {figure.name.split(" ")[0] for figure in collectives} == {"Trạm", "Tổ"}
