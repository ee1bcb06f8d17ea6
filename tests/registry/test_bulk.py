"""Names of living private persons are found in prose and taken out of it, and no others are."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from bangvang.registry import Registry, as_spoken, mentions, names_held_back, redacted, signers

_SYLLABLES = st.sampled_from(["Nguyễn", "Văn", "Ánh", "Đỗ", "Thị", "Ngọc", "H'Hen", "Niê", "Ổn", "Ửng"])
NAMES = st.lists(_SYLLABLES, min_size=2, max_size=5).map(" ".join)
PROSE = st.text("abc đ.,;“”\"'()-:\n01", max_size=20)


@given(NAMES, PROSE, PROSE)
def test_a_name_is_found_wherever_it_stands_and_taken_out(name: str, before: str, after: str) -> None:
    """Between whatever signs and words."""
    text = f"{before} {name} {after}"
    found = mentions(text) & as_spoken([name])
    assert found
    assert name not in redacted(text, found)


@given(PROSE, NAMES)
def test_a_text_without_the_name_stays_as_it_is(text: str, name: str) -> None:
    """To the letter."""
    assert mentions(text) & as_spoken([name]) == frozenset()
    assert redacted(text, as_spoken([name])) == text


def test_capitals_title_words_and_hard_blanks_do_not_hide_a_name() -> None:
    """“Ông”, “Bà” before it; all capitals; a blank that does not break."""
    held = as_spoken(["Trần Thị Mẫu"])
    for text in ("Bà Trần Thị Mẫu đã hiến đất.", "TRẦN THỊ MẪU", "Trần\u00a0Thị\u00a0Mẫu"):
        assert "Mẫu" not in redacted(text, mentions(text) & held).replace("MẪU", "Mẫu")
    assert redacted("Bà Trần Thị Mẫu đã hiến đất.", held) == "Bà […] đã hiến đất."


def test_a_longer_name_that_begins_alike_is_another() -> None:
    """Nobody is cut in two: the longest name goes first, and half a word is no word."""
    assert redacted("Trần Thị Mẫuk", as_spoken(["Trần Thị Mẫu"])) == "Trần Thị Mẫuk"
    both = as_spoken(["Trần Thị", "Trần Thị Mẫu"])
    assert redacted("Trần Thị Mẫu và Trần Thị", both) == "[…] và […]"


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


def test_whoever_signs_for_an_office_is_no_private_person(registry_of: Callable[..., Registry]) -> None:
    """In decisions and documents that the public may see."""
    registry = registry_of(
        {
            "vocabulary/agencies.yml": "- {id: ubnd-xa-mau, name: Ủy ban nhân dân xã Mẫu, level: commune}\n",
            "decisions/2026/qd-1.yml": "date: 2026-09-02\ntitle: Khen thưởng\nissuer: ubnd-xa-mau\n"
            "signer: {name: Lê Thị Mẫu}\nillustrative: true\n",
            "documents/kh-1.yml": "type: plan\ntitle: Kế hoạch\nsigners: [{name: Vi Văn Mẫu}]\nillustrative: true\n",
            "documents/kh-2.yml": "type: plan\ntitle: Nháp\nsigners: [{name: Hà Văn Nháp}]\nstatus: draft\n",
        }
    )
    assert list(signers(registry)) == ["Lê Thị Mẫu", "Vi Văn Mẫu"]
