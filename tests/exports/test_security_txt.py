"""security.txt keeps RFC 9116."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.exports.security_txt import security_txt
from bangvang.records.contact import Contact

ADDRESS = "https://x.gov.vn/bang-vang/"
DAY = date(2026, 11, 21)


def fields(content: bytes | None) -> list[tuple[str, str]]:
    """The lines of a file that keeps the standard's form."""
    assert content is not None
    assert content.isascii()
    assert content.endswith(b"\n")
    return [(name, value) for name, _, value in (line.partition(": ") for line in content.decode().splitlines())]


def test_every_way_to_reach_the_office_is_a_uri() -> None:
    """Mail first, then the page, then the telephone, as one dials it from anywhere."""
    contact = Contact(
        office="Văn phòng", phone="0208 3855-123", email="bao.loi@xa.gov.vn", url="https://xa.gov.vn/lien-he"
    )
    told = fields(security_txt(ADDRESS, contact, DAY))
    assert [value for name, value in told if name == "Contact"] == [
        "mailto:bao.loi@xa.gov.vn",
        "https://xa.gov.vn/lien-he",
        "tel:+842083855123",
    ]


@pytest.mark.parametrize(
    ("phone", "uri"), [("+84 208 3855 123", "tel:+842083855123"), ("1900 1234", "tel:19001234;phone-context=+84")]
)
def test_numbers_that_do_not_begin_with_nought_keep_their_form(phone: str, uri: str) -> None:
    """A number that only works in Việt Nam says so (RFC 3966)."""
    assert ("Contact", uri) in fields(security_txt(ADDRESS, Contact(office="Văn phòng", phone=phone), DAY))


def test_it_holds_for_a_year_and_says_where_it_stands() -> None:
    """One Expires with zone, one Preferred-Languages, one Canonical."""
    told = fields(security_txt(ADDRESS, Contact(office="Văn phòng", email="a@b.vn"), DAY))
    assert told[1:] == [
        ("Expires", "2027-11-21T00:00:00+07:00"),
        ("Preferred-Languages", "vi, en"),
        ("Canonical", ADDRESS + ".well-known/security.txt"),
    ]


@given(st.dates())
def test_any_day_has_a_day_a_year_later(day: date) -> None:
    """29 February and the last year of the calendar too."""
    told = dict(fields(security_txt(ADDRESS, Contact(office="Văn phòng", email="a@b.vn"), day)))
    assert 0 <= (datetime.fromisoformat(told["Expires"]).date() - day).days <= 366


def test_an_office_with_only_a_postal_address_is_reached_over_the_site() -> None:
    """The standard wants a URI, and the site names the address."""
    told = fields(security_txt(ADDRESS, Contact(office="Văn phòng", address="Xã Mẫu"), DAY))
    assert told[0] == ("Contact", ADDRESS)


def test_unencrypted_addresses_are_not_named() -> None:
    """The standard admits https only: without any other way there is no file."""
    contact = Contact(office="Văn phòng", url="http://xa.gov.vn/")
    assert security_txt("http://x.gov.vn/", contact, DAY) is None
    assert fields(security_txt(ADDRESS, contact, DAY))[0] == ("Contact", ADDRESS)


def test_odd_characters_stay_on_their_line() -> None:
    """A mailbox or a page with accents is percent-encoded."""
    contact = Contact(office="Văn phòng", email="liên-hệ@xa.gov.vn", url="https://xã.vn/liên-hệ?a=1")
    assert [value for name, value in fields(security_txt(ADDRESS, contact, DAY)) if name == "Contact"] == [
        "mailto:li%C3%AAn-h%E1%BB%87@xa.gov.vn",
        "https://xn--x-yfa.vn/li%C3%AAn-h%E1%BB%87?a=1",
    ]
