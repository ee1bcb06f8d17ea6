"""Names of living private persons are found in prose and taken out of it, and no others are."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from bangvang.registry import HeldNames, Registry, as_spoken, names_held_back, runs

_SYLLABLES = st.sampled_from(["Nguyễn", "Văn", "Ánh", "Đỗ", "Thị", "Ngọc", "H'Hen", "Niê", "Ổn", "Ửng"])
NAMES = st.lists(_SYLLABLES, min_size=2, max_size=5).map(" ".join)
PROSE = st.text("abc đ.,;“”\"'()-:\n01", max_size=20)


def held(*names: str) -> HeldNames:
    """What finds these names."""
    return HeldNames(as_spoken(names))


@given(NAMES, PROSE, PROSE)
def test_a_name_is_found_wherever_it_stands_and_taken_out(name: str, before: str, after: str) -> None:
    """Between whatever signs and words."""
    text = f"{before} {name} {after}"
    assert held(name).found_in(runs(text), text) == as_spoken([name])
    assert name not in held(name).taken_out_of(text)


@given(NAMES, st.sampled_from(["\n", "\r\n", "\t", " \n "]), PROSE)
def test_a_name_is_found_across_line_ends_also_in_json(name: str, end: str, before: str) -> None:
    """At the beginning of a line, and broken over two, whether or not JSON spells the end of the line."""
    for text in (f"{before}{end}{name} ấy", f"{before} {name.replace(' ', end, 1)} ấy"):
        for written in (text, json.dumps(text, ensure_ascii=False)):
            left = held(name).taken_out_of(written)
            assert name.split()[-1] not in left
            assert left.count("[…]") == 1


def test_a_name_of_many_words_is_found() -> None:
    """As the descendants of kings bear them."""
    name = "Công Tằng Tôn Nữ Thị Bích Thử"
    assert held(name).taken_out_of(f"Bà {name} dạy.") == "Bà […] dạy."


@given(PROSE, NAMES)
def test_a_text_without_the_name_stays_as_it_is(text: str, name: str) -> None:
    """To the letter."""
    assert held(name).taken_out_of(text) == text


def test_capitals_title_words_and_hard_blanks_do_not_hide_a_name() -> None:
    """“Ông”, “Bà” before it; all capitals; a blank that does not break."""
    for text in ("Bà Trần Thị Mẫu đã hiến đất.", "TRẦN THỊ MẪU", "Trần\u00a0Thị\u00a0Mẫu"):
        assert "mẫu" not in held("Trần Thị Mẫu").taken_out_of(text).casefold()
    assert held("Trần Thị Mẫu").taken_out_of("Bà Trần Thị Mẫu đã hiến đất.") == "Bà […] đã hiến đất."


def test_a_longer_name_that_begins_alike_is_another() -> None:
    """Nobody is cut in two: the longest name goes first, and half a word is no word."""
    assert held("Trần Thị Mẫu").taken_out_of("Trần Thị Mẫuk") == "Trần Thị Mẫuk"
    assert held("Trần Thị", "Trần Thị Mẫu").taken_out_of("Trần Thị Mẫu và Trần Thị") == "[…] và […]"


def test_a_household_holds_back_its_head_and_members(registry_of: Callable[..., Registry]) -> None:
    """Beside its own name, and every other name that the profile gives."""
    registry = registry_of(
        {
            "honourees/h4t8wz.yml": "kind: household\nname: Hộ ông Lò Văn Mẫu\nhead: Lò Văn Mẫu\n"
            "members: [Lò Thị Thử]\nnames: [{name: Gia đình Lò Mẫu}]\nillustrative: true\n"
        }
    )
    assert set(names_held_back(registry.laureates["h4t8wz"])) == {
        *("Hộ ông Lò Văn Mẫu", "Lò Văn Mẫu", "Lò Thị Thử", "Gia đình Lò Mẫu")
    }
