"""The invented province before and after the reform of 1 July 2025."""

import datetime

from bangvang.demo.geography import COMMUNES_BEFORE, COMMUNES_TODAY, REFORM, communes_on, places


def test_there_are_a_hundred_places() -> None:
    """As the budgets of the design count them."""
    ids = [place["id"] for place in places()]
    assert len(ids) == len(set(ids)) == 100


def test_every_former_commune_has_a_successor() -> None:
    """An award of 2019 can say what the place is called now."""
    assert {successor for commune in COMMUNES_BEFORE for successor in commune.successors} == set(COMMUNES_TODAY)
    assert all(commune.on(REFORM) in COMMUNES_TODAY for commune in COMMUNES_BEFORE)


def test_the_last_day_of_the_districts_still_has_the_old_communes() -> None:
    """The new ones begin a day later."""
    assert communes_on(datetime.date(2025, 6, 30)) == COMMUNES_BEFORE
    assert communes_on(REFORM) == COMMUNES_TODAY


def test_names_were_used_again() -> None:
    """A new commune that bears the name of a former one is another entry."""
    former = {commune.name: commune.id for commune in COMMUNES_BEFORE}
    again = [commune for commune in COMMUNES_TODAY if commune.name in former]
    assert again
    assert all(commune.id != former[commune.name] for commune in again)
