"""Vietnamese spelling for comparing: words, tones, and the two keys that search and "did you mean" match on.

`canon` makes spellings of one word equal (hoà = hòa, quý = quí, NFD = NFC) and keeps every mark;
`fold` also strips the marks, as a citizen types without an input method.
The browser runs the same rules; the shared vectors hold both sides together.
"""

import re
from functools import lru_cache
from unicodedata import normalize

TONE_LETTERS = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
"""Tone mark → the letter that Telex types for it: huyền, sắc, ngã, hỏi, nặng."""

_TONE_MARKS = "".join(TONE_LETTERS)
_MARKS = re.compile("[\u0300-\u036f]+")

# Latin letters, digits and the marks that follow them; × and ÷ lie between the letters but are none.
_LETTER = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_WORD = re.compile(f"[{_LETTER}][{_LETTER}\u0300-\u036f]*")

PLAIN_LETTERS = {
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
}  # fmt: skip
"""Letters that no decomposition turns into plain ones."""
_TO_PLAIN = str.maketrans(PLAIN_LETTERS)
_PLAIN_D = str.maketrans({"đ": "d", "Đ": "D"})

# Where a lone final y and i are the same sound, both spellings are in use: Mỹ, Mĩ.
_FREE_Y = re.compile(r"(qu|[bdhklmstv]|)y")

_SYLLABLES_KEPT = 32_768


def words(text: str) -> list[str]:
    """The words of a text in lower case and NFC, with their marks and digits, without punctuation."""
    return _WORD.findall(normalize("NFC", text.lower()))


@lru_cache(_SYLLABLES_KEPT)
def split_tone(syllable: str) -> tuple[str, str]:
    """The letters without the tone mark, and the tone as a letter ("" for ngang): hoà and hòa give hoa, f."""
    tone = ""
    letters = []
    for character in normalize("NFD", syllable):
        if character in TONE_LETTERS:
            tone = TONE_LETTERS[character]
        else:
            letters.append(character)
    return normalize("NFC", "".join(letters)), tone


@lru_cache(_SYLLABLES_KEPT)
def canon_word(word: str) -> str:
    """The key of one word (as `words` gives it) that keeps its marks: hoà and hòa both give hoa~f."""
    letters, tone = split_tone(word)
    letters = _merge_free_y(letters)
    return f"{letters}~{tone}" if tone else letters


@lru_cache(_SYLLABLES_KEPT)
def fold_word(word: str) -> str:
    """The key of one word (as `words` gives it) without any mark: đường gives duong, quý gives qui."""
    return _merge_free_y(_plain(word))


def canon(text: str) -> str:
    """A text's words by `canon_word`: equal for two spellings of the same words."""
    return " ".join(map(canon_word, words(text)))


def fold(text: str) -> str:
    """A text's words by `fold_word`: equal for texts that differ in marks, case and punctuation only."""
    return " ".join(map(fold_word, words(text)))


def strip_marks(text: str) -> str:
    """The text without marks and with d for đ; case, spaces and punctuation stay."""
    return normalize("NFC", _MARKS.sub("", normalize("NFD", text))).translate(_PLAIN_D)


def slug(text: str) -> str:
    """An id made from a text (Xã Mẫu → xa-mau); "" when the text holds no Latin letter or digit."""
    plain = " ".join(map(_plain, words(text)))
    return "-".join(re.findall("[a-z0-9]+", plain))


def modern_tones(text: str) -> str:
    """The text in NFC with the tone of open oa, oe, uy on the second vowel: hòa → hoà."""
    return _move_tones(text, _CLASSIC, r"\1\3\2")


def classic_tones(text: str) -> str:
    """The text in NFC with the tone of open oa, oe, uy on the first vowel: hoà → hòa."""
    return _move_tones(text, _MODERN, r"\1\3\2")


# An open syllable ends after its vowels; after q the u is no vowel.
_SYLLABLE_END = r"(?![\w\u0300-\u036f])"
_CLASSIC = tuple(
    re.compile(rf"(?<![qQ])({first})([{_TONE_MARKS}])({second}){_SYLLABLE_END}")
    for first, second in (("[oO]", "[aAeE]"), ("[uU]", "[yY]"))
)
_MODERN = tuple(
    re.compile(rf"(?<![qQ])({first})({second})([{_TONE_MARKS}]){_SYLLABLE_END}")
    for first, second in (("[oO]", "[aAeE]"), ("[uU]", "[yY]"))
)


def _move_tones(text: str, patterns: tuple[re.Pattern[str], ...], order: str) -> str:
    moved = normalize("NFD", text)
    for pattern in patterns:
        moved = pattern.sub(order, moved)
    return normalize("NFC", moved)


def _merge_free_y(letters: str) -> str:
    return letters[:-1] + "i" if _FREE_Y.fullmatch(letters) else letters


def _plain(word: str) -> str:
    # đ with a mark of its own decomposes to a bare đ, so the marks go first.
    return _MARKS.sub("", normalize("NFD", word)).translate(_TO_PLAIN)
