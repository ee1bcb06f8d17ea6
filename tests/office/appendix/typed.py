"""Vietnamese as it was typed before Unicode: text → runs of what a cell holds, each with the font that showed it."""

from __future__ import annotations

from itertools import groupby
from unicodedata import normalize

Run = tuple[str, str]
STYLES = ("unicode", "tcvn3", "vni")

_TCVN3 = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        strict=True,
    )
)
_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_ON_CIRCUMFLEX = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
_ON_BREVE = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
_WHOLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def runs(text: str, style: str) -> list[Run]:
    """What a typist of this style left in a cell: small toned letters in one font, capital ones in another."""
    if style == "unicode":
        return [(text, "Times New Roman")]
    if style == "vni":
        return [("".join(map(_vni, normalize("NFC", text))), "VNI-Times")]
    parts = groupby(normalize("NFC", text), key=lambda letter: letter not in _TCVN3 and letter.lower() in _TCVN3)
    return [(_tcvn3("".join(part)), ".VnTimeH" if capital else ".VnTime") for capital, part in parts]


def plain(text: str, style: str) -> str:
    """The same without fonts, as a file of text with separators has it."""
    return "".join(part for part, _ in runs(text, style))


def _tcvn3(text: str) -> str:
    return "".join(_TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def _vni(letter: str) -> str:
    small = letter.lower()
    typed = _WHOLE.get(small) or _vni_vowel(normalize("NFD", small))
    return typed if letter == small else typed.upper()


def _vni_vowel(parts: str) -> str:
    vowel, marks = parts[:1], parts[1:]
    tone = next((mark for mark in marks if mark in _TONES), "")
    if "\u0302" in marks:
        return vowel + _ON_CIRCUMFLEX[tone]
    if "\u0306" in marks:
        return vowel + _ON_BREVE[tone]
    if "\u031b" in marks:
        vowel = {"o": "ô", "u": "ö"}[vowel]
    return vowel + _TONES.get(tone, "")
