"""Bytes of a file → text in NFC with Unix line ends, or a plain word on why not."""

from __future__ import annotations

import re
import unicodedata

from bangvang.loading.problem import Unreadable

MAX_BYTES = 5_000_000

_SAVE_AS = "Mở bằng Notepad, chọn File → Save As, ở ô Encoding chọn UTF-8 rồi lưu."
_CONVERT = "Mở tệp gốc trong Word hoặc Excel, đổi sang phông Unicode (như Times New Roman) rồi chép lại nội dung."
_RETYPE = "Xóa chỗ đó và gõ lại."

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL_OR_DIRECTION = re.compile(_CONTROL.pattern[:-1] + _DIRECTION.pattern[1:])
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")

# Traces of text typed in a legacy font and saved as if it were Unicode: marks inside words, and letters
# that Vietnamese does not have, more of them than of those that only Vietnamese has.
# Each pattern begins with the rare letter and looks back from it: what stands before it is in every word.
_TCVN3_INSIDE = re.compile("[\u00a8-\u00ac\u00ae\u00b5-\u00b9](?<=[A-Za-z].)(?=[A-Za-z])")
_VNI_INSIDE = re.compile("[âÂêÊøØ](?<=[aeoAEO][âÂ]|[aA][êÊ]|[A-Za-z][øØ])")
_NOT_VIETNAMESE = re.compile("[¨©ª¬®µ¶¸¹§ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]")
_ONLY_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_TCVN3_BYTES = re.compile(rb"[A-Za-z][\xa8-\xac\xae\xb5-\xb9\xc6-\xcb\xd0-\xd6\xe1-\xef\xf1-\xfd]")
_VNI_BYTES = re.compile(rb"[A-Za-z](?:\xe2[\xf9\xf8\xfb\xf5\xef]?|\xea|\xf8|\xf9|\xfb|\xf5|\xef)")
_ENOUGH = 3


def decode(data: bytes) -> str:
    """The text of a file; raises `Unreadable` for what an editor saved in another encoding."""
    if len(data) > MAX_BYTES:
        raise Unreadable(
            1,
            1,
            f"tệp lớn {len(data) / 1e6:.1f} MB, quá mức 5 MB cho phép".replace(".", ",", 1),
            "Tách thành nhiều hồ sơ; ảnh và tệp đính kèm để ở data/photos/ hoặc data/files/.",
            "file-size",
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:64].count(0) > 8:
        raise Unreadable(1, 1, "tệp lưu ở dạng “Unicode” (UTF-16)", _SAVE_AS, "encoding")
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise _legacy_bytes(data, error.start) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_marks(text)
    if not text.isascii():
        _refuse_legacy_font(text)
        if _INVISIBLE.search(text):
            text = _INVISIBLE.sub("", text)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    return text


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from one, of an offset."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)


def unwanted_mark(text: str) -> str | None:
    """The first character that steers machines and says nothing to readers."""
    found = _CONTROL_OR_DIRECTION.search(text)
    return found.group() if found else None


def _refuse_marks(text: str) -> None:
    if not _CONTROL_OR_DIRECTION.search(text):
        return
    if found := _CONTROL.search(text):
        line, column = place_of(text, found.start())
        code = f"U+{ord(found.group()):04X}"
        raise Unreadable(line, column, f"có ký tự điều khiển không đọc được ({code})", _RETYPE, "control-character")
    if found := _DIRECTION.search(text):
        line, column = place_of(text, found.start())
        raise Unreadable(line, column, "có ký tự ẩn đổi chiều chữ", _RETYPE, "control-character")


def _refuse_legacy_font(text: str) -> None:
    inside = _TCVN3_INSIDE.search(text)
    vni = [found.start() - 1 for _, found in zip(range(2), _VNI_INSIDE.finditer(text), strict=False)]
    strange = [found.start() for found in _NOT_VIETNAMESE.finditer(text)] if not inside else []
    if inside or (len(strange) >= _ENOUGH and len(strange) > len(_ONLY_VIETNAMESE.findall(text))):
        line, column = place_of(text, inside.start() if inside else strange[0])
        name = "VNI" if len(vni) == 2 else "TCVN3, .VnTime"
    elif len(vni) == 2:
        line, column = place_of(text, vni[0])
        name = "VNI"
    else:
        return
    raise Unreadable(line, column, f"chữ gõ bằng phông cũ ({name}), không phải Unicode", _CONVERT, "encoding")


def _legacy_bytes(data: bytes, start: int) -> Unreadable:
    line = data.count(b"\n", 0, start) + 1
    column = start - data.rfind(b"\n", 0, start)
    if len(_VNI_BYTES.findall(data)) >= _ENOUGH and not re.search(rb"[\xa8-\xac\xae\xb5-\xb9]", data):
        return Unreadable(line, column, "chữ gõ bằng phông cũ (VNI), không phải Unicode", _CONVERT, "encoding")
    if len(_TCVN3_BYTES.findall(data)) >= _ENOUGH:
        return Unreadable(
            line, column, "chữ gõ bằng phông cũ (TCVN3, .VnTime), không phải Unicode", _CONVERT, "encoding"
        )
    return Unreadable(line, column, "tệp không phải mã UTF-8", _SAVE_AS, "encoding")
