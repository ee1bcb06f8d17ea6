"""Codes have English labels where pages in English show them."""

from __future__ import annotations

import pytest

from bangvang.records import Labelled, Sex
from bangvang.records.english_labels import LABELLED_IN_ENGLISH, english_label


@pytest.mark.parametrize("codes", LABELLED_IN_ENGLISH)
def test_every_code_has_a_label_of_its_own(codes: type[Labelled]) -> None:
    """None forgotten, none twice."""
    labels = [english_label(code) for code in codes]
    assert all(labels)
    assert len(labels) == len(set(labels))
    assert not {code.label for code in codes} & set(labels)


def test_codes_that_no_page_shows_have_none() -> None:
    """Rather a failing build than a code among words."""
    with pytest.raises(KeyError):
        english_label(Sex.MALE)
