"""The grammar of document numbers (số và ký hiệu): 119/KH-UBND, 91/2017/NĐ-CP, 34-CT/TW, 06/2022/QH15.

A number is read, never corrected: `printed` keeps it as it stands, `canonical` is the key under which two
spellings are one document, and a warning says where the two differ in more than spelling.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from bangvang.vietnamese.document_type import (
    HISTORIC_ISSUERS,
    HISTORIC_TYPES,
    PARTY_ISSUERS,
    PARTY_TYPES,
    STATE_ISSUERS,
    STATE_TYPES,
)
from bangvang.vietnamese.fold import strip_marks


class NumberForm(StrEnum):
    """The grammar a number follows."""

    LAW = "law"
    LEGISLATION = "legislation"
    ADMINISTRATIVE = "administrative"
    LETTER = "letter"
    PARTY = "party"
    HISTORIC = "historic"


class NumberWarning(StrEnum):
    """What a reader must know about a number before relying on its reading."""

    PARTY_SYMBOL_SWAPPED = "party-symbol-swapped"
    STATE_SYMBOL_SWAPPED = "state-symbol-swapped"
    YEAR_MISSING = "year-missing"
    BLANK_NUMBER = "blank-number"
    UNKNOWN_TYPE = "unknown-type"
    MARKS_MISSING = "marks-missing"


_WARNING_TEXTS = {
    NumberWarning.PARTY_SYMBOL_SWAPPED: (
        "Văn bản của Đảng nhưng ký hiệu viết theo lối văn bản Nhà nước; "
        "văn bản của Đảng viết số, gạch nối, tên loại, gạch chéo, cơ quan, ví dụ 39-CT/TW."
    ),
    NumberWarning.STATE_SYMBOL_SWAPPED: (
        "Văn bản của cơ quan nhà nước nhưng ký hiệu viết theo lối văn bản của Đảng; "
        "văn bản nhà nước viết số, gạch chéo, tên loại, gạch nối, cơ quan, ví dụ 119/KH-UBND."
    ),
    NumberWarning.YEAR_MISSING: (
        "Số nghị định, thông tư thiếu năm ban hành; từ năm 1997 phải viết đủ, ví dụ 91/2017/NĐ-CP."
    ),
    NumberWarning.BLANK_NUMBER: "Số văn bản còn để trống; hãy điền khi văn bản đã được cấp số.",
    NumberWarning.UNKNOWN_TYPE: (
        "Ký hiệu có phần viết tắt không phải tên loại văn bản hay cơ quan đã biết; hãy đối chiếu với bản gốc."
    ),
    NumberWarning.MARKS_MISSING: "Ký hiệu gõ thiếu dấu (ND-CP thay vì NĐ-CP); hãy viết đúng như bản gốc.",
}


class DocumentNumber(NamedTuple):
    """A document number, read.

    `number` keeps its leading zeros and is None where the print leaves it blank; `canonical` is None then.
    A year that is missing stands as ???? in `canonical`. Codes are in their official spelling.
    """

    form: NumberForm
    number: str | None
    year: int | None
    type_code: str | None
    issuer_code: str
    canonical: str | None
    printed: str
    warnings: tuple[NumberWarning, ...] = ()

    @property
    def type_name(self) -> str | None:
        """The Vietnamese name of the type; the Party and the state use one abbreviation differently (TT)."""
        return _TYPES_OF_FORM[self.form].get(self.type_code or "")


class FoundNumber(NamedTuple):
    """A document number named in a text, at text[start:end]."""

    start: int
    end: int
    number: DocumentNumber


def warning_text(code: NumberWarning) -> str:
    """What a warning says to the office."""
    return _WARNING_TEXTS[code]


@lru_cache(16_384)
def parse_document_number(text: str) -> DocumentNumber | None:
    """The number that a text consists of ("15/QĐ-UBND", "Số: 15/QĐ-UBND", "Số:      /KH-UBND"), or None."""
    match = _whole().fullmatch(text)
    return _read(match, text) if match else None


def find_document_numbers(text: str) -> list[FoundNumber]:
    """The numbers that a text names, in order. A blank one counts only after the word "số"."""
    found = []
    for match in _in_text().finditer(text):
        start = match.end("number_word") if match["number_word"] else match.start()
        number = _read(match, text[start : match.end()])
        if number and _is_credible(number):
            found.append(FoundNumber(start, match.end(), number))
    return found


# One dash of the many that Word makes; spaces may stand around a sign, a line break may not.
_GAP = "[ \t\u00a0]*+"
_SIGN = rf"{_GAP}[-/\u2010-\u2015\u2212]{_GAP}"
_DASH = rf"{_GAP}[-\u2010-\u2015\u2212]{_GAP}"
_YEAR = "(?:19|20)[0-9]{2}"

# A group of the symbol begins with a capital: UBND, TTg, QyĐ, BCĐ389, SGD&ĐT. Ð (eth) is often typed for Đ.
_GROUP = "[A-ZĐÐÂÊÔƠƯ][A-Za-zĐđÐðÂâÊêÔôƠơƯư&\u0300-\u036f]*[0-9]{0,3}"
_SYMBOL = (
    rf"(?:{_GAP}/{_GAP}(?P<year>{_YEAR}))?"
    rf"(?P<first_sign>{_SIGN})(?P<first>{_GROUP})"
    rf"(?P<second_sign>{_SIGN})(?P<second>{_GROUP}(?:{_DASH}{_GROUP}){{0,3}})"
)
_LAW = rf"/(?P<law_year>{_YEAR})/(?P<assembly>(?:UBTV)?QH[0-9]{{1,2}})"
_COUNCIL = "(?P<council_type>NQ|QĐ)/(?P<council>HĐNN[0-9]?)"
_HISTORIC = "[-/](?P<historic>CP|TTg|CT|SL|HĐBT|TVQH)(?!-)"

_NUMBERED = f"(?P<number>[0-9]{{1,5}}[a-zđ]?)(?:{_LAW}|{_SYMBOL}|{_COUNCIL}|{_HISTORIC})"
_BLANK = "[._\u2026 \t\u00a0]*+" + _SYMBOL.replace("?P<", "?P<blank_")
_NUMBER_WORD = "[Ss](?:[ốỐ]|[oO]\u0302\u0301)\\s*+:?\\s*+"
_END = "(?![\\w/\u0300-\u036f])"


@cache
def _whole() -> re.Pattern[str]:
    """Of a text that is nothing else. Compiled when it is asked for: that takes longer than most imports."""
    return re.compile(rf"\s*+(?:{_NUMBER_WORD})?(?:{_NUMBERED}|{_BLANK})\s*")


@cache
def _in_text() -> re.Pattern[str]:
    """Of each number that a text names."""
    return re.compile(rf"(?:(?<![\w/-])(?<![0-9][.,]){_NUMBERED}|(?<!\w)(?P<number_word>{_NUMBER_WORD}){_BLANK}){_END}")


# These write as the state does, whatever the print says; the Front and the unions follow the Party.
_STATE_STYLE = frozenset({"UBND", "HĐND", "CP", "TTg", "CTN", "VPCP", "HĐTĐKT"})
_PARTY_BODY = re.compile(f"(?:VP|BTG|BTC|BDV|BNC|UBKT)?(?:{'|'.join(PARTY_ISSUERS)})")
_LOCAL_ISSUERS = frozenset({"UBND", "HĐND", "HĐTĐKT"})
_BEFORE_YEARS = frozenset({"HĐBT", "LB"})
_NUMBERED_BY_YEAR = frozenset({"NĐ", "TT", "TTLT"})

_TYPES_OF_FORM: dict[NumberForm, dict[str, str]] = {
    NumberForm.LAW: {},
    NumberForm.LETTER: {},
    NumberForm.LEGISLATION: STATE_TYPES,
    NumberForm.ADMINISTRATIVE: STATE_TYPES,
    NumberForm.PARTY: PARTY_TYPES,
    NumberForm.HISTORIC: HISTORIC_TYPES,
}


class _Symbol(NamedTuple):
    """The parts of a number in official spelling, and the two signs that the print has around its type."""

    number: str | None
    year: int | None
    signs: str
    type_code: str
    issuer: str
    spelling_warnings: tuple[NumberWarning, ...]

    @property
    def first_issuer(self) -> str:
        return self.issuer.split("-")[0]


def _read(match: re.Match[str], printed: str) -> DocumentNumber | None:
    number = match["number"]
    if number is None:
        return _read_symbol(_symbol(match, "blank_"), printed)
    if match["assembly"]:
        year, assembly = int(match["law_year"]), match["assembly"]
        key = f"{_padded(number)}/{year}/{assembly}"
        return DocumentNumber(NumberForm.LAW, number, year, None, assembly, key, printed)
    if match["historic"]:
        return _read_historic(number, match["historic"], printed)
    if match["council"]:
        return _read_council(number, match["council_type"], match["council"], printed)
    return _read_symbol(_symbol(match, ""), printed)


def _read_historic(number: str, code: str, printed: str) -> DocumentNumber:
    """Numbers before 1997 that name the issuer alone; both signs were in use, one is the key."""
    sign = "-" if code in ("CP", "HĐBT") else "/"
    type_code = code if code in HISTORIC_TYPES and code not in HISTORIC_ISSUERS else None
    issuer = "CTN" if code == "SL" else code
    key = f"{_padded(number)}{sign}{code}"
    return DocumentNumber(NumberForm.HISTORIC, number, None, type_code, issuer, key, printed)


def _read_council(number: str, type_code: str, issuer: str, printed: str) -> DocumentNumber:
    """Numbers of the Council of State: resolutions were printed without a sign before the type."""
    key = f"{_padded(number)}{'' if type_code == 'NQ' else '-'}{type_code}/{issuer}"
    return DocumentNumber(NumberForm.HISTORIC, number, None, type_code, issuer, key, printed)


def _symbol(match: re.Match[str], prefix: str) -> _Symbol:
    type_code, *issuers = (
        _official(group, codes)
        for group, codes in (
            (match[f"{prefix}first"], _TYPE_SPELLINGS),
            *((group, _ISSUER_SPELLINGS) for group in re.split(_DASH, match[f"{prefix}second"])),
        )
    )
    year = match[f"{prefix}year"]
    marks_missing = any(missing for _, missing in (type_code, *issuers))
    return _Symbol(
        number=match["number"],
        year=int(year) if year else None,
        signs="".join("/" if "/" in match[f"{prefix}{place}_sign"] else "-" for place in ("first", "second")),
        type_code=type_code[0],
        issuer="-".join(code for code, _ in issuers),
        spelling_warnings=(NumberWarning.MARKS_MISSING,) if marks_missing else (),
    )


def _read_symbol(symbol: _Symbol, printed: str) -> DocumentNumber | None:
    if symbol.year:
        return _legislation(symbol, printed)
    if symbol.number and _is_of_council(symbol):
        return _read_council(symbol.number, symbol.type_code, symbol.issuer, printed)
    if _PARTY_BODY.fullmatch(symbol.first_issuer) and symbol.type_code in PARTY_TYPES:
        return _party(symbol, printed)
    if symbol.type_code in STATE_ISSUERS:
        return _letter(symbol, printed) if symbol.signs == "/-" else None
    if symbol.first_issuer in _STATE_STYLE or symbol.signs == "/-":
        return _administrative(symbol, printed)
    return _party(symbol, printed) if symbol.signs == "-/" else None


def _is_of_council(symbol: _Symbol) -> bool:
    """Whether the Council of State, or after it the State President promulgating a law, numbered it."""
    return symbol.issuer.startswith("HĐNN") or (symbol.type_code, symbol.issuer) == ("L", "CTN")


def _legislation(symbol: _Symbol, printed: str) -> DocumentNumber:
    warnings = (*_state_warnings(symbol), *_type_warnings(symbol, STATE_TYPES))
    tail = f"/{symbol.year}/{symbol.type_code}-{symbol.issuer}"
    return _document_number(NumberForm.LEGISLATION, symbol, tail, warnings, printed)


def _party(symbol: _Symbol, printed: str) -> DocumentNumber:
    swapped = () if symbol.signs == "-/" else (NumberWarning.PARTY_SYMBOL_SWAPPED,)
    warnings = (*swapped, *_type_warnings(symbol, PARTY_TYPES))
    tail = f"-{symbol.type_code}/{symbol.issuer}"
    return _document_number(NumberForm.PARTY, symbol, tail, warnings, printed)


def _letter(symbol: _Symbol, printed: str) -> DocumentNumber:
    """An official letter names no type: its symbol is the issuer, then the unit that drafted it."""
    tail = f"/{symbol.type_code}-{symbol.issuer}"
    return _document_number(NumberForm.LETTER, symbol, tail, (), printed)


def _administrative(symbol: _Symbol, printed: str) -> DocumentNumber:
    tail = f"/{symbol.type_code}-{symbol.issuer}"
    warnings = [*_state_warnings(symbol), *_type_warnings(symbol, STATE_TYPES)]
    if _lacks_year(symbol):
        warnings.append(NumberWarning.YEAR_MISSING)
        tail = f"/????{tail}"
    return _document_number(NumberForm.ADMINISTRATIVE, symbol, tail, warnings, printed)


def _document_number(
    form: NumberForm, symbol: _Symbol, tail: str, warnings: Iterable[NumberWarning], printed: str
) -> DocumentNumber:
    is_letter = form is NumberForm.LETTER
    blank = () if symbol.number else (NumberWarning.BLANK_NUMBER,)
    return DocumentNumber(
        form=form,
        number=symbol.number,
        year=symbol.year,
        type_code=None if is_letter else symbol.type_code,
        issuer_code=tail[1:] if is_letter else symbol.issuer,
        canonical=_padded(symbol.number) + tail if symbol.number else None,
        printed=printed,
        warnings=(*blank, *warnings, *symbol.spelling_warnings),
    )


def _state_warnings(symbol: _Symbol) -> tuple[NumberWarning, ...]:
    return () if symbol.signs == "/-" else (NumberWarning.STATE_SYMBOL_SWAPPED,)


def _type_warnings(symbol: _Symbol, types: dict[str, str]) -> tuple[NumberWarning, ...]:
    return () if symbol.type_code in types else (NumberWarning.UNKNOWN_TYPE,)


def _lacks_year(symbol: _Symbol) -> bool:
    """Decrees and circulars are numbered by year; before 1997 and in a province's own papers nothing is."""
    return symbol.type_code in _NUMBERED_BY_YEAR and symbol.first_issuer not in _LOCAL_ISSUERS | _BEFORE_YEARS


def _is_credible(number: DocumentNumber) -> bool:
    """Whether prose may be taken to name it: an unknown type needs the plain form of a state number."""
    if NumberWarning.UNKNOWN_TYPE not in number.warnings:
        return True
    plain = number.form in (NumberForm.ADMINISTRATIVE, NumberForm.LEGISLATION)
    others = set(number.warnings) - {NumberWarning.UNKNOWN_TYPE, NumberWarning.MARKS_MISSING}
    return plain and not others and not re.search(r"\s", number.printed)


def _padded(number: str) -> str:
    """The number as Decree 30/2020 prints it: two digits at least, so that 5 and 05 are one."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyzđ")
    return digits.lstrip("0").zfill(2) + number[len(digits) :]


def _spellings(*tables: dict[str, str]) -> dict[str, str]:
    """Official code by each way it is typed: as it is, in capitals, without marks; an official one wins."""
    codes = [code for table in tables for code in table]
    without_marks = {strip_marks(code).upper(): code for code in reversed(codes)}
    return without_marks | {code.upper(): code for code in codes}


def _official(group: str, spellings: dict[str, str]) -> tuple[str, bool]:
    """A group in its official spelling, and whether the print lacks the marks that spelling has."""
    typed = normalize("NFC", group).replace("Ð", "Đ").replace("ð", "đ")
    official = spellings.get(typed.upper(), typed)
    return official, official.upper() != typed.upper()


_TYPE_SPELLINGS = _spellings(STATE_TYPES, PARTY_TYPES, HISTORIC_TYPES, STATE_ISSUERS)
_ISSUER_SPELLINGS = _spellings(STATE_ISSUERS, PARTY_ISSUERS, HISTORIC_ISSUERS)
