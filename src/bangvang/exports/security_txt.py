"""security.txt (RFC 9116): where to report a weakness of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from bangvang.exports.address import absolute, root_of
from bangvang.records.contact import Contact

PATH = ".well-known/security.txt"


def security_txt(address: str, contact: Contact, day: date) -> bytes | None:
    """The file for `PATH`, good for a year; None where the office has no address that the standard admits."""
    contacts = tuple(_contacts(contact))
    secure = address.lower().startswith("https://")
    if not contacts and secure:
        contacts = (absolute(address, ""),)
    if not contacts:
        return None
    lines = [f"Contact: {uri}" for uri in contacts]
    lines += [f"Expires: {_a_year_after(day).isoformat()}T00:00:00+07:00", "Preferred-Languages: vi, en"]
    if secure:
        lines.append(f"Canonical: {absolute(address, PATH)}")
    return ("\n".join(lines) + "\n").encode()


def _contacts(contact: Contact) -> Iterator[str]:
    """In the order in which they are to be tried."""
    if contact.email:
        yield "mailto:" + quote(contact.email, safe="@+", errors="replace")
    if contact.url and contact.url.lower().startswith("https://"):
        host, _, path = contact.url[len("https://") :].partition("/")
        yield root_of("https://" + host) + quote(path, safe="/?#[]@!$&'()*+,;=:%~", errors="replace")
    if contact.phone:
        yield "tel:" + _international(contact.phone)


def _international(phone: str) -> str:
    """A number without + is one of Việt Nam; 1800, 1900 and the like can be dialled only there."""
    digits = re.sub(r"[^0-9+]", "", phone)
    if digits.startswith("+"):
        return digits
    return "+84" + digits[1:] if digits.startswith("0") else digits + ";phone-context=+84"


def _a_year_after(day: date) -> date:
    year = min(day.year + 1, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
