"""What tells of somebody in the bytes of a file."""

from __future__ import annotations

import html
import json

from hypothesis import given
from hypothesis import strategies as st

from bangvang.removal.signs import Signs, readable
from bangvang.vietnamese import Names

_SYLLABLES = st.sampled_from(["Nguyễn", "Thị", "Hoà", "Mẫu", "Đơn", "Quý", "H'Hen", "Lò"])


@given(st.lists(_SYLLABLES, min_size=2, max_size=5).map(" ".join), st.text(max_size=20))
def test_a_name_is_read_out_of_json_and_html(name: str, before: str) -> None:
    """Whatever is written by number there."""
    names = Names([name])
    told = f"{before} {name}."
    assert names.are_in(readable(json.dumps(told).encode()))
    assert names.are_in(readable(html.escape(told).encode("ascii", "xmlcharrefreplace")))


def test_an_id_is_a_sign_by_itself_but_not_inside_another_word() -> None:
    """Ids are six letters; words of a digest may hold them by chance only between other letters."""
    signs = Signs(["k7m2q9"], Names([]))
    assert signs.are_in("guong/k7m2q9/index.html")
    assert signs.are_in("the-chia-se/k7m2q9-22.jpg")
    assert not signs.are_in("ak7m2q9b")
