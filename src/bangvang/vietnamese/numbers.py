"""Numbers as Vietnamese print them: 28.500 and 59,60%; Roman numerals of quarters and headings."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,[0-9]+)?")
_SWAP_SIGNS = str.maketrans(",.", ".,")
_ROMAN_PLACES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LONGEST_QUOTE = 40


class NumberError(ValueError):
    """A text that is no number as Vietnamese write it: what is wrong, and what to write instead."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} → {self.remedy}"


def parse_number(text: str) -> Decimal:
    """The number in a text: dots group thousands, a comma begins the decimals, whose zeros are kept.

    Raises NumberError for everything else: a number is never guessed.
    """
    if not _NUMBER.fullmatch(text):
        raise _explain(text)
    return Decimal(text.translate(_SWAP_SIGNS).replace(",", ""))


def format_number(value: Decimal | int) -> str:
    """A number as Vietnamese print it, every decimal kept: 28500 → 28.500, 59.60 → 59,60."""
    if isinstance(value, int):
        return _format_whole(value)
    number = value
    if not number.is_finite():
        raise ValueError("only a finite number can be printed")
    if number.is_zero():
        number = number.copy_abs()
    return format(number, ",f").translate(_SWAP_SIGNS)


@lru_cache(maxsize=4096)
def _format_whole(value: int) -> str:
    """Most numbers of a site are small, and come again and again."""
    return f"{value:,d}".replace(",", ".")


def parse_percent(text: str) -> Decimal:
    """The number before the sign in "59,60%"; raises NumberError when number or sign is missing."""
    if not text.endswith("%"):
        raise NumberError(f"“{_quote(text)}” thiếu dấu %", "thêm dấu % ngay sau số, ví dụ 59,60%")
    if text[:-1] != text[:-1].rstrip():
        raise NumberError(f"“{_quote(text)}” có khoảng trắng trước dấu %", "viết dấu % liền sau số: 59,60%")
    return parse_number(text[:-1])


def format_percent(value: Decimal | int) -> str:
    """A percentage as Vietnamese print it: 59.60 → 59,60%."""
    return f"{format_number(value)}%"


def roman(number: int) -> str:
    """The Roman numeral of a number from 1 to 3999."""
    if not 1 <= number <= 3999:
        raise ValueError("Roman numerals go from 1 to 3999")
    numeral = ""
    for value, letters in _ROMAN_PLACES:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def parse_roman(text: str) -> int | None:
    """The number of a Roman numeral in capitals and in its usual form, or None."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    number = 0
    rest = text
    for value, letters in _ROMAN_PLACES:
        while rest.startswith(letters):
            number += value
            rest = rest.removeprefix(letters)
    return number


def _explain(text: str) -> NumberError:
    """Why a text is no number; the first reason that fits, so that one mistake gives one message."""
    quoted = f"“{_quote(text)}”"
    if not text.strip():
        return NumberError("thiếu số", "điền một số, ví dụ 28.500 hoặc 59,60")
    for pattern, what, remedy in _MISTAKES:
        if re.fullmatch(pattern, text):
            return NumberError(f"{quoted} {what}", remedy(text))
    return NumberError(
        f"{quoted} không phải là số",
        "chỉ ghi chữ số, dấu chấm ngăn từng nhóm ba chữ số, dấu phẩy trước phần lẻ, ví dụ 28.500 hoặc 59,60",
    )


def _write(text: str) -> str:
    return f"viết {text}"


# Order matters: the narrower mistake comes first. Compiled only for whoever makes one.
_MISTAKES: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (
        r"(?s:\s.*|.*\s|-?[0-9.,]+(?:\s+[0-9.,]+)+)",
        "có khoảng trắng",
        lambda text: "bỏ khoảng trắng; ngăn từng nhóm ba chữ số bằng dấu chấm, ví dụ 28.500",
    ),
    (
        r"[+\u2212\u2010-\u2015][0-9.,]+",
        "có dấu lạ ở đầu",
        lambda text: "số dương không ghi dấu; số âm ghi dấu trừ thường, ví dụ -3",
    ),
    (
        r"-?0+\.[0-9]+",
        "dùng dấu chấm cho phần lẻ",
        lambda text: _write(re.sub("^(-?)0+", r"\g<1>0", text).replace(".", ",")),
    ),
    (
        r"-?0[0-9]+(?:,[0-9]+)?",
        "có số 0 thừa ở đầu",
        lambda text: _write(re.sub(r"^(-?)0+(?=[0-9])", r"\1", text)),
    ),
    (
        r"-?[1-9][0-9]*\.(?:[0-9]{1,2}|[0-9]{4,})",
        "dùng dấu chấm cho phần lẻ",
        lambda text: f"{_write(text.replace('.', ','))}; dấu chấm chỉ để ngăn từng nhóm ba chữ số",
    ),
    (
        r"-?[1-9][0-9]{3,}\.[0-9]{3}",
        "có dấu chấm không rõ nghĩa",
        lambda text: f"{_write(_grouped(text))} nếu là số nguyên, {text.replace('.', ',')} nếu có phần lẻ",
    ),
    (
        r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+|-?[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}",
        "viết theo lối Anh, Mỹ",
        lambda text: _write(text.translate(_SWAP_SIGNS)),
    ),
    (
        r"-?[0-9][0-9.]*,",
        "có dấu phẩy nhưng thiếu phần lẻ",
        lambda text: "ghi phần lẻ sau dấu phẩy, hoặc bỏ dấu phẩy",
    ),
    (
        r"-?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+",
        "viết theo lối lũy thừa",
        lambda text: "viết đủ các chữ số, ví dụ 100.000",
    ),
    (
        r"-?[0-9.,]+%",
        "có dấu %",
        lambda text: "bỏ dấu %, chỉ ghi số; đơn vị ghi ở mục đơn vị",
    ),
    (
        r"-?[0-9.,]+",
        "có dấu chấm hoặc dấu phẩy sai chỗ",
        lambda text: "dấu chấm ngăn từng nhóm đúng ba chữ số, một dấu phẩy trước phần lẻ, ví dụ 1.234.567,5",
    ),
    (
        r"(?s:-?[0-9][0-9.,]*\s*[^\W\d_][^0-9]*)",
        "có chữ đi kèm số",
        lambda text: "chỉ ghi số; đơn vị ghi ở mục đơn vị",
    ),
    (
        r"(?=.*[^\x00-\x7f])[\d.,-]+",
        "dùng chữ số không phải 0–9",
        lambda text: "gõ lại bằng các chữ số từ 0 đến 9",
    ),
)


def _grouped(text: str) -> str:
    return format_number(Decimal(text.replace(".", "")))


def _quote(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"
