"""Text typed before Unicode comes back letter by letter."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.vietnamese.legacy import Encoding, decode_legacy, encoding_of_font, guess_encoding, vietnamese_share

sys.path.insert(0, str(Path(__file__).parents[1] / "office/appendix"))
from typed import plain, runs

_SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
_TEXTS = st.text(st.sampled_from(_SMALL + _SMALL.upper() + " 0123456789.,;-/()%"), max_size=60)
_SMALL_TEXTS = st.text(st.sampled_from(_SMALL + "AEOUĂÂĐÊÔƠƯ 0123456789.,;-/()%"), max_size=60)


@pytest.mark.parametrize(
    ("typed", "encoding", "meant"),
    [
        ("NguyÔn V¨n Thö", Encoding.TCVN3, "Nguyễn Văn Thử"),
        ("§­êng lµng, 1.200 m²", Encoding.TCVN3, "Đường làng, 1.200 m²"),
        ("céng hßa x· héi", Encoding.TCVN3_CAPITALS, "CỘNG HÒA XÃ HỘI"),
        ("Nguyeãn Vaên Thöû", Encoding.VNI, "Nguyễn Văn Thử"),
        ("ÑÖÔØNG LAØNG", Encoding.VNI, "ĐƯỜNG LÀNG"),
        ("Leâ Thò Myõ, Quyønh", Encoding.VNI, "Lê Thị Mỹ, Quỳnh"),
        ("Nguye\u0302\u0303n", Encoding.UNICODE, "Nguyễn"),
        ("Đã là Unicode trong phông cũ", Encoding.TCVN3, "Đã là Unicode trong phông cũ"),
        ("Μ lµ μ: l\u03bc", Encoding.TCVN3, "Μ là à: là"),
    ],
)
def test_known_texts_are_read_as_they_were_meant(typed: str, encoding: Encoding, meant: str) -> None:
    """As documents of their time have them."""
    assert decode_legacy(typed, encoding) == meant


@given(_TEXTS)
def test_vni_comes_back_to_the_letter(text: str) -> None:
    """Whatever was typed, small and capital; but where a vowel happens to stand before a letter that is also a sign."""
    spaced = " ".join(text)
    assert decode_legacy(plain(spaced, "vni"), Encoding.VNI) == spaced


@given(_SMALL_TEXTS)
def test_tcvn3_comes_back_to_the_letter(text: str) -> None:
    """All small letters and the capitals that the font has."""
    assert decode_legacy(plain(text, "tcvn3"), Encoding.TCVN3) == text


@given(_TEXTS)
def test_two_fonts_in_one_cell_come_back_to_the_letter(text: str) -> None:
    """Toned capitals were typed in the font of capitals."""
    parts = [(part, encoding_of_font(font)) for part, font in runs(text, "tcvn3")]
    assert "".join(decode_legacy(part, encoding) for part, encoding in parts if encoding) == text


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", Encoding.TCVN3),
        (".VnTimeH", Encoding.TCVN3_CAPITALS),
        (".VnArial NarrowH", Encoding.TCVN3_CAPITALS),
        ("VNI-Times", Encoding.VNI),
        ("Times New Roman", None),
        ("", None),
        (None, None),
    ],
)
def test_a_font_tells_how_its_text_was_typed(font: str | None, encoding: Encoding | None) -> None:
    """Or says nothing."""
    assert encoding_of_font(font) is encoding


@pytest.mark.parametrize(
    ("style", "encoding"), [("unicode", Encoding.UNICODE), ("tcvn3", Encoding.TCVN3), ("vni", Encoding.VNI)]
)
@pytest.mark.parametrize(
    "texts",
    [
        ("Nguyễn Văn Thử", "Lê Thanh Hà", "Trần Thị Bình"),
        ("Vận động nhân dân hiến 500 m² đất làm đường giao thông nông thôn",),
        ("Hà", "Lê", "Đỗ"),
        ("Trưởng thôn, bí thư chi bộ", "Chủ tịch hội phụ nữ xã"),
    ],
)
def test_the_reading_with_most_vietnamese_words_wins(texts: tuple[str, ...], style: str, encoding: Encoding) -> None:
    """Without a font, the words themselves tell."""
    assert guess_encoding([plain(text, style) for text in texts]) is encoding


@pytest.mark.parametrize("texts", [(), ("",), ("An", "Binh 123"), ("café", "Ångström")])
def test_what_tells_nothing_stays_as_it_is(texts: tuple[str, ...]) -> None:
    """Plain and foreign words are no sign of an old font."""
    assert guess_encoding(texts) is Encoding.UNICODE


def test_the_share_of_vietnamese_counts_words() -> None:
    """Broken syllables and stray signs count against it."""
    assert vietnamese_share("Nguyễn Văn Thử") == 1
    assert vietnamese_share("Nguyễn xyzt") == 0.5
    assert vietnamese_share("V¨n") == 0
    assert vietnamese_share("") == 0
