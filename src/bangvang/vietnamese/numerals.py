"""Numbers as they are said: 1.970 is “một nghìn chín trăm bảy mươi”, 59,60 is “năm mươi chín phẩy sáu mươi”."""

from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", " nghìn", " triệu")
_BILLION = 1_000_000_000
_SHORT_FRACTION = 2
"""So many decimals are said as one number, more of them digit by digit."""


def number_in_words(value: Decimal | int) -> str:
    """A number in words; every decimal is said, zeros too."""
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError("only a finite number can be said")
    whole, _, fraction = f"{abs(number):f}".partition(".")
    said = _whole_in_words(int(whole))
    if fraction:
        said += f" phẩy {_fraction_in_words(fraction)}"
    return f"âm {said}" if number < 0 else said


def ordinal_in_words(number: int) -> str:
    """What follows “lần thứ”: nhất, hai, ba, tư, năm…; “nhì” belongs to ranks."""
    return {1: "nhất", 4: "tư"}.get(number) or number_in_words(number)


def digits_in_words(digits: str) -> str:
    """Figures said one by one, as those of a code are."""
    return " ".join(_DIGITS[int(digit)] for digit in digits)


def _whole_in_words(number: int) -> str:
    if number < _BILLION:
        return _below_billion(number, full=False)
    above, rest = divmod(number, _BILLION)
    said = f"{_whole_in_words(above)} tỷ"
    return f"{said} {_below_billion(rest, full=True)}" if rest else said


def _below_billion(number: int, *, full: bool) -> str:
    """Three digits at a time; after a group that was said, the next one is said with its hundreds."""
    if number == 0:
        return _DIGITS[0]
    said: list[str] = []
    for scale in (2, 1, 0):
        group = number // 1000**scale % 1000
        if group:
            said.append(_group(group, full=full or bool(said)) + _SCALES[scale])
    return " ".join(said)


def _group(group: int, *, full: bool) -> str:
    hundreds, rest = divmod(group, 100)
    if not (hundreds or full):
        return _below_hundred(rest)
    said = f"{_DIGITS[hundreds]} trăm"
    if rest == 0:
        return said
    return f"{said} {_below_hundred(rest) if rest > 9 else f'linh {_DIGITS[rest]}'}"


def _below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return _DIGITS[unit]
    said = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if unit == 0:
        return said
    if tens > 1 and unit in (1, 4):
        return f"{said} {'mốt' if unit == 1 else 'tư'}"
    return f"{said} {'lăm' if unit == 5 else _DIGITS[unit]}"


def _fraction_in_words(fraction: str) -> str:
    if len(fraction) <= _SHORT_FRACTION and not fraction.startswith("0"):
        return _below_hundred(int(fraction))
    return digits_in_words(fraction)
