"""A deposit as the office writes it down."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bangvang.records import Deposit

GOOD = {"id": "ban-1", "title": "Bản lưu", "date": "2026-06-30"}


@pytest.mark.parametrize("digest", ["a" * 64, "0f" * 64, "AB" * 32])
def test_a_digest_is_taken_in_either_length(digest: str) -> None:
    """In small letters."""
    assert Deposit.model_validate({**GOOD, "digest": digest}).digest == digest.lower()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"digest": "abc"}, "không phải là mã băm"),
        ({"digest": "g" * 64}, "không phải là mã băm"),
        ({"campaign": "pt", "year": "2026"}, "lẫn năm"),
        ({"pages": "https://luutru.example/x"}, "dấu /"),
        ({"address": "luutru.zip"}, "không phải là địa chỉ"),
    ],
)
def test_what_cannot_be_right_is_said(wrong: dict[str, str], said: str) -> None:
    """With a remedy."""
    with pytest.raises(ValidationError, match=said):
        Deposit.model_validate({**GOOD, **wrong})
