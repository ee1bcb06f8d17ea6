"""Vietnamese alphabetical order, as keys for `sorted`: letters first, then tones, then a tie-break.

Keys are tuples of strings in which code point order is alphabetical order, so that they compare fast
and the browser can build the same ones.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from bangvang.vietnamese.fold import PLAIN_LETTERS

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 letters with f, j, w, z of foreign names in their Latin places."""

OTHER_INITIAL = "#"
"""The heading in an index for what begins with no letter of the alphabet."""

TextKey = tuple[str, str, str]
NameKey = tuple[str, str, str, str, str]

# ngang has no mark: an empty place, which sorts first.
_TONE_RANKS = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_FOREIGN_MARK = "6"

# Letters take places of their own above the digits; letters of other scripts keep theirs, which lie higher.
_LETTER_PLACES = {letter: chr(0x100 + place) for place, letter in enumerate(ALPHABET)}
_WORD_BREAK = "\x01"
_NUMBER_SIGN = "0"
_LONGEST_NUMBER = 0xD000

_CHUNK = re.compile("[0-9]+|(?:[^\\W_0-9]|[\u0300-\u036f])+")
_PARENTHESES = re.compile(r"\([^()]*\)")


def text_key(text: str) -> TextKey:
    """The key for titles, places, units: by letters, then by tones, then by the text as it is written."""
    letters, tones = _levels(text)
    return letters, tones, normalize("NFC", text)


def name_key(name: str, sort_name: str | None = None) -> NameKey:
    """The key for people: by given name with its tone, then by the rest with its tones, then as written.

    A Vietnamese given name is the last word. `sort_name` is for the others and is read from its first
    word on: "H'Hen Niê", "Pasteur Louis".
    """
    given, rest = _filed_under(name, sort_name)
    return *_levels(given), *_levels(rest), normalize("NFC", name)


def initial(text: str) -> str:
    """The letter under which an alphabetical index lists a text: "Điện Biên" under Đ, "24/7" under #."""
    for character in normalize("NFC", text.lower()):
        letter = "".join(_letter_and_marks(character)[0])[:1]
        if letter in _LETTER_PLACES:
            return letter.upper()
        if letter.isalnum():
            break
    return OTHER_INITIAL


def name_initial(name: str, sort_name: str | None = None) -> str:
    """The letter under which an alphabetical index lists a person."""
    return initial(_filed_under(name, sort_name)[0])


def _filed_under(name: str, sort_name: str | None) -> tuple[str, str]:
    """The word that a name is filed under, and the rest of the name; parentheses are no part of it."""
    if sort_name and sort_name.strip():
        first, *others = sort_name.split()
        return first, " ".join(others)
    *others, last = _PARENTHESES.sub(" ", name).split() or [name]
    return last, " ".join(others)


def _levels(text: str) -> tuple[str, str]:
    """Letters and tones of a text, word for word; punctuation only separates."""
    chunks = [_chunk_levels(chunk) for chunk in _CHUNK.findall(normalize("NFC", text.lower()))]
    letters = _WORD_BREAK.join([chunk[0] for chunk in chunks])
    tones = _WORD_BREAK.join([chunk[1] for chunk in chunks])
    return letters, tones


@lru_cache(32_768)
def _chunk_levels(chunk: str) -> tuple[str, str]:
    if chunk[0] in "0123456789":
        return _number_place(chunk), ""
    places: list[str] = []
    tones: list[str] = []
    for character in chunk:
        letters, marks = _letter_and_marks(character)
        places += [_LETTER_PLACES.get(letter, letter) for letter in letters]
        tones += marks
    # The tone belongs to the syllable, not to a vowel: hoà and hòa share a place.
    return "".join(places), "".join(tones)


def _number_place(digits: str) -> str:
    significant = digits.lstrip("0")
    return _NUMBER_SIGN + chr(1 + min(len(significant), _LONGEST_NUMBER)) + significant


@lru_cache(4_096)
def _letter_and_marks(character: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The alphabet's letters in a character of NFC text, and the ranks of the marks beyond them."""
    if character not in _LETTER_PLACES and character in PLAIN_LETTERS:
        return tuple(PLAIN_LETTERS[character]), (_FOREIGN_MARK,)
    decomposed = normalize("NFD", character)
    base, ranks = decomposed[0], []
    for mark in decomposed[1:]:
        quality = normalize("NFC", base + mark)
        if quality in _LETTER_PLACES:
            base = quality
        else:
            ranks.append(_TONE_RANKS.get(mark, _FOREIGN_MARK))
    if "\u0300" <= base <= "\u036f":
        return (), (_TONE_RANKS.get(base, _FOREIGN_MARK),)
    return (base,), tuple(ranks)
