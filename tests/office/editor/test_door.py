"""Only the browser that the editor opened gets in, and only on its own behalf."""

from __future__ import annotations

import pytest

from bangvang.office.editor.door import Door

DOOR = Door(8123, "khoa-thu")
HOST = {"Host": "127.0.0.1:8123"}
KEY = {"Cookie": "x=1; bangvang-8123=khoa-thu"}
OWN = {"Origin": "http://127.0.0.1:8123"}


@pytest.mark.parametrize(
    ("method", "headers"),
    [("GET", HOST | KEY), ("POST", HOST | KEY | OWN), ("GET", {"Host": "localhost:8123"} | KEY)],
)
def test_the_opened_browser_gets_in(method: str, headers: dict[str, str]) -> None:
    """By its cookie; forms must come from our own pages."""
    assert DOOR.refusal(method, headers) is None


@pytest.mark.parametrize(
    ("method", "headers", "told"),
    [
        ("GET", {"Host": "evil.example"} | KEY, "127.0.0.1"),
        ("GET", {"Host": "127.0.0.1:9"} | KEY, "127.0.0.1"),
        ("GET", KEY, "127.0.0.1"),
        ("POST", HOST | KEY, "Một trang khác"),
        ("POST", HOST | KEY | {"Origin": "https://evil.example"}, "Một trang khác"),
        ("POST", HOST | KEY | {"Origin": "null"}, "Một trang khác"),
        ("GET", HOST, "chưa được mở từ Bảng Vàng"),
        ("GET", HOST | {"Cookie": "bangvang-8123=khac"}, "chưa được mở từ Bảng Vàng"),
        ("GET", HOST | {"Cookie": "bangvang-9=khoa-thu"}, "chưa được mở từ Bảng Vàng"),
        ("GET", HOST | {"Cookie": "\x00=;;"}, "chưa được mở từ Bảng Vàng"),
    ],
)
def test_others_are_turned_away_with_the_reason(method: str, headers: dict[str, str], told: str) -> None:
    """Names that lead here from elsewhere, other pages' forms, browsers without the key."""
    refused = DOOR.refusal(method, headers)
    assert refused is not None
    assert told in refused


def test_each_start_has_a_key_of_its_own() -> None:
    """An address kept from yesterday opens nothing today."""
    assert Door(1).key != Door(1).key
    assert not DOOR.opens_for("")
    assert not DOOR.opens_for("khóa-thử")


def test_the_cookie_is_of_no_use_to_other_sites_and_scripts() -> None:
    """Its name holds the port: two editors do not take each other's."""
    assert DOOR.cookie() == "bangvang-8123=khoa-thu; Path=/; HttpOnly; SameSite=Strict"
