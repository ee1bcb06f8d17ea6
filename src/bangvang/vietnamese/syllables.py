"""The shape of a Vietnamese syllable: enough to tell text from text in a wrong encoding, without a word list."""

import re
from functools import lru_cache

from bangvang.vietnamese.fold import split_tone

_INITIAL = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdđghklmnpqrstvx])?")
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
    "ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang "
    "oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt "
    "ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu "
    "uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêt yêu"
)
_KNOWN_RIMES = frozenset(_RIMES.split())
_STOPPED = ("c", "ch", "p", "t")
_TONES_OF_STOPPED = ("s", "j")
_KEPT = 32_768


@lru_cache(_KEPT)
def is_syllable(word: str) -> bool:
    """Whether a word in lower case and NFC is built like a Vietnamese syllable, its tone included."""
    letters, tone = split_tone(word)
    if len(letters) > 7:
        return False
    initial = _INITIAL.match(letters)
    assert initial is not None
    rime = letters[initial.end() :]
    if rime not in _KNOWN_RIMES and not (
        initial[0] in ("gi", "qu") and (f"i{rime}" in _KNOWN_RIMES or f"u{rime}" in _KNOWN_RIMES)
    ):
        return letters in ("gi", "qu")
    return not rime.endswith(_STOPPED) or tone in _TONES_OF_STOPPED
