"""What browsers send becomes fields and files, whatever they send."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.office.editor.request import BadRequest, Upload, read_request

TYPED = "application/x-www-form-urlencoded"
MANY = "multipart/form-data; boundary=x"


def part(disposition: str, body: str) -> str:
    """One part of a form that carries files."""
    return f"--x\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{body}\r\n"


def test_typed_fields_keep_their_order_and_their_empty_values() -> None:
    """An empty field is an answer, too; Vietnamese comes through."""
    request = read_request("POST", "/a?q=1", TYPED, b"b=Nguy%E1%BB%85n+V%C4%83n&a=&b=2")
    assert list(request.form) == [("b", "Nguyễn Văn"), ("a", ""), ("b", "2")]
    assert (request.form.get("b"), request.form.all("b"), request.query.get("q")) == (
        "Nguyễn Văn",
        ("Nguyễn Văn", "2"),
        "1",
    )


def test_lines_end_as_in_files() -> None:
    """Browsers send the ends of Windows."""
    assert read_request("POST", "/", TYPED, b"a=x%0D%0Ay").form.get("a") == "x\ny"


def test_files_come_with_the_last_part_of_their_names() -> None:
    """A name cannot lead out of a folder."""
    body = part('name="ten"', "Ảnh") + part('name="anh"; filename="..\\..\\a/b.jpg"', "DATA") + "--x--\r\n"
    request = read_request("POST", "/", MANY, body.encode())
    assert request.form.get("ten") == "Ảnh"
    assert request.files == {"anh": Upload("b.jpg", b"DATA")}


def test_no_file_chosen_is_no_file() -> None:
    """Browsers then send an empty one."""
    body = part('name="anh"; filename=""', "") + "--x--\r\n"
    assert read_request("POST", "/", MANY, body.encode()).files == {}


@pytest.mark.parametrize(
    ("kind", "body"),
    [("text/plain", b"a=1"), (TYPED, b"a=%FF"), (TYPED, b"\xff"), ("multipart/form-data", b"x"), ("", b"a=1")],
)
def test_what_is_no_form_is_refused(kind: str, body: bytes) -> None:
    """With a finished sentence."""
    with pytest.raises(BadRequest, match=r"\.$"):
        read_request("POST", "/", kind, body)


@given(st.binary(max_size=400), st.sampled_from([TYPED, MANY, "multipart/form-data; boundary=", "multipart/mixed"]))
def test_any_bytes_are_a_form_or_a_refusal(body: bytes, kind: str) -> None:
    """Nothing else is raised."""
    with suppress(BadRequest):
        read_request("POST", "/a", kind, body)
