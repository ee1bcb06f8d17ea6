"""What a column of an appendix means: guessed from its title, confirmed by the clerk."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from bangvang.records import Labelled, Recipient, in_reading_order
from bangvang.vietnamese import fold

_FIELDS = dict(in_reading_order(Recipient))


def _title(key: str) -> str:
    return _FIELDS[key].title or key


class Meaning(Labelled):
    """The codes stand in files of answers, the labels on the clerk's screen."""

    ORDER = "order", "Số thứ tự"
    NAME = "name", _title("name")
    HEAD = "head", _title("head")
    NAME_ROLE_UNIT = "name-role-unit", "Họ tên, chức vụ, đơn vị trong một ô"
    ROLE = "role", _title("role")
    UNIT = "unit", _title("unit")
    ROLE_UNIT = "role-unit", "Chức vụ, đơn vị công tác trong một ô"
    PLACE = "place", _title("place")
    OCCUPATION = "occupation", _title("occupation")
    SEX = "sex", _title("sex")
    BORN = "born", "Năm sinh"
    MALE = "male", "Cột Nam (năm sinh hoặc dấu x)"
    FEMALE = "female", "Cột Nữ (năm sinh hoặc dấu x)"
    KIND = "kind", "Cá nhân, tập thể hay hộ gia đình"
    AWARD = "award", _title("award")
    CLASS = "class", _title("class")
    TIMES = "times", _title("times")
    REASON = "reason", _title("reason")
    REGISTER_NUMBER = "register-number", _title("register_number")
    NOTE = "note", "Ghi chú (chỉ nhận “truy tặng”)"
    PRIVATE = "private", "Riêng tư: không bao giờ đưa lên trang"
    LEFT_OUT = "left-out", "Không đưa vào hồ sơ"
    UNKNOWN = "unknown", "Chưa rõ"


NAMES = frozenset((Meaning.NAME, Meaning.HEAD, Meaning.NAME_ROLE_UNIT))
"""Columns that say who; a table has one of them."""

_SPOKEN: dict[Meaning, str] = {
    Meaning.ORDER: "stt, tt, so tt, so thu tu, thu tu, st t, so",
    Meaning.NAME: (
        "ho va ten, ho ten, ten, ho va ten ca nhan, ho ten ca nhan, ten ca nhan, ho va ten khai sinh, ten tap the, "
        "ten don vi, ten co quan, ten tap the ca nhan, ten ca nhan tap the, ten don vi ca nhan, tap the ca nhan, "
        "ca nhan tap the, ho va ten ten tap the, ho ten ten tap the, ho va ten ten don vi, ca nhan, tap the, "
        "ten ho gia dinh, ho gia dinh, ten gia dinh, ten to chuc, ten to chuc ca nhan, don vi ca nhan, "
        "ho ten ca nhan ten tap the, ho va ten nguoi duoc khen, nguoi duoc khen, ten don vi tap the, "
        "ten tap the ca nhan ho gia dinh, ten tap the ho gia dinh, ten goi, danh sach tap the, danh sach ca nhan, "
        "ho va ten dem, ho va chu dem, ho dem, ho lot, ho va ten lot, ho"
    ),
    Meaning.HEAD: "ho ten chu ho, ho va ten chu ho, chu ho, ten chu ho, ho va ten dai dien ho gia dinh, dai dien ho",
    Meaning.NAME_ROLE_UNIT: (
        "ho va ten chuc vu don vi, ho va ten chuc vu don vi cong tac, ho ten chuc vu don vi cong tac, "
        "ho ten chuc vu don vi, ho ten chuc vu noi cong tac, ho va ten chuc vu noi cong tac, ho va ten chuc vu"
    ),
    Meaning.ROLE: "chuc vu, chuc danh, chuc vu cong tac, chuc vu chuc danh, chuc danh chuc vu, cap bac chuc vu",
    Meaning.UNIT: (
        "don vi, don vi cong tac, noi cong tac, co quan, co quan don vi, co quan cong tac, co quan don vi cong tac, "
        "phong ban, to chuc, truong, lop, don vi truong, don vi sinh hoat, khoi, chi bo, to dan pho"
    ),
    Meaning.ROLE_UNIT: (
        "chuc vu don vi, chuc vu don vi cong tac, chuc vu noi cong tac, chuc vu co quan, chuc vu co quan cong tac, "
        "chuc danh don vi, chuc danh don vi cong tac, chuc vu va don vi cong tac, don vi chuc vu, "
        "chuc vu chuc danh don vi cong tac, chuc vu co quan don vi, chuc vu va noi cong tac, "
        "nghe nghiep noi cong tac, chuc vu noi lam viec, chuc vu dia chi"
    ),
    Meaning.PLACE: (
        "dia chi, dia phuong, noi o, thon, xa, xa phuong, thon xa, dia chi thon xa, que quan noi o, noi cu tru, "
        "cho o, dia chi thuong tru, noi thuong tru, dia ban, dia chi noi o, thon ban, thon to dan pho, thon xom, "
        "xa phuong dac khu, xa phuong thi tran, ho khau thuong tru, huyen, tinh, dia chi cu tru"
    ),
    Meaning.OCCUPATION: "nghe nghiep, thanh phan, nghe, cong viec",
    Meaning.SEX: "gioi tinh, phai, nam nu, gioi",
    Meaning.BORN: (
        "nam sinh, ngay sinh, ngay thang nam sinh, sinh nam, ngay thang sinh, nam thang sinh, ngay sinh nam sinh, "
        "nam thanh lap, ngay thanh lap"
    ),
    Meaning.MALE: "nam, nam sinh nam, gioi tinh nam, ngay sinh nam, ngay thang nam sinh nam",
    Meaning.FEMALE: "nu, nam sinh nu, gioi tinh nu, ngay sinh nu, ngay thang nam sinh nu",
    Meaning.KIND: "doi tuong, loai, doi tuong khen thuong, loai doi tuong, tap the hay ca nhan, loai hinh",
    Meaning.AWARD: (
        "hinh thuc khen thuong, hinh thuc khen, muc khen, danh hieu, danh hieu thi dua, danh hieu hinh thuc, "
        "hinh thuc, danh hieu thi dua hinh thuc khen thuong, danh hieu hinh thuc khen thuong, khen thuong, "
        "de nghi khen thuong, hinh thuc de nghi khen thuong, danh hieu de nghi, loai khen thuong"
    ),
    Meaning.CLASS: "hang",
    Meaning.TIMES: "lan thu",
    Meaning.REASON: (
        "thanh tich, tom tat thanh tich, noi dung thanh tich, ly do khen thuong, ly do, noi dung khen thuong, "
        "thanh tich khen thuong, thanh tich de nghi khen thuong, ly do khen, noi dung, thanh tich dat duoc, "
        "thanh tich noi bat, tom tat thanh tich de nghi khen thuong, noi dung khen, thanh tich chinh"
    ),
    Meaning.REGISTER_NUMBER: "so vao so, so so, so dang ky, so vao so khen thuong, so bang",
    Meaning.NOTE: "ghi chu, chu thich",
    Meaning.PRIVATE: (
        "so cccd, cccd, so cmnd, cmnd, cccd cmnd, so cmnd cccd, so can cuoc, so can cuoc cong dan, can cuoc cong dan, "
        "so dinh danh, ma dinh danh, so dinh danh ca nhan, dien thoai, so dien thoai, sdt, dtdd, so tai khoan, "
        "tai khoan, tai khoan ngan hang, ma so thue, dan toc, ton giao, suc khoe, so bao hiem, so bhxh, email, "
        "so cccd so dien thoai, dien thoai lien he, ngay cap, noi cap"
    ),
    Meaning.LEFT_OUT: (
        "que quan, nguyen quan, "
        "tien thuong, muc thuong, so tien, muc tien thuong, tien thuong dong, ky nhan, ky ten, chu ky, so tien thuong, "
        "muc tien thuong dong, thanh tien, tham nien, trinh do, so phieu, ty le phieu, ty le phieu bau, so phieu bau"
    ),
}

_LONGEST_TITLE = 80
_CUTOFF = 0.86


@cache
def _by_title() -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}
    for meaning, spoken in _SPOKEN.items():
        for title in spoken.split(", "):
            table.setdefault(title, meaning)
    for meaning in _SPOKEN:
        table.setdefault(_flat(meaning.label), meaning)
    return {_flat(title): meaning for title, meaning in table.items()}


def named_exactly(title: str) -> Meaning | None:
    """What a title of a header says, to the word; Năm is a year, Nam are men."""
    if not 0 < len(title) <= _LONGEST_TITLE or title.casefold() == "năm":
        return None
    return _by_title().get(_flat(title))


def meaning_of(parts: Sequence[str]) -> tuple[Meaning, bool]:
    """What a title means that stands in one to three cells above each other, and whether that is sure.

    The whole counts first, then its end: under "Thông tin cá nhân" stands "Họ và tên".
    """
    for start in range(len(parts)):
        if found := named_exactly(" ".join(parts[start:])):
            return found, True
    for start in range(len(parts)):
        if found := _nearly(_flat(" ".join(parts[start:]))):
            return found, False
    for part in reversed(parts):
        if found := named_exactly(part):
            return found, False
    return Meaning.UNKNOWN, False


@lru_cache(4096)
def _nearly(title: str) -> Meaning | None:
    """A title with a slip of the pen, or with more words after one that is known."""
    if not 3 <= len(title) <= _LONGEST_TITLE:
        return None
    near = difflib.get_close_matches(title, _by_title(), n=1, cutoff=_CUTOFF)
    if near:
        return _by_title()[near[0]]
    starts = [known for known in _by_title() if len(known) > 4 and title.startswith(f"{known} ")]
    return _by_title()[max(starts, key=len)] if starts else None


def by_content(texts: Iterable[str]) -> Meaning:
    """What a column without a telling title seems to hold."""
    plain = [fold(text) for text in texts if text][:200]
    if not plain:
        return Meaning.UNKNOWN
    if all(text in ("nam", "nu") for text in plain):
        return Meaning.SEX
    if all(len(text) in (9, 10, 12) and text.isdigit() for text in plain):
        return Meaning.PRIVATE
    if len(plain) > 1 and all(text.isdigit() and 1900 <= int(text) <= 2020 for text in plain):
        return Meaning.BORN
    return Meaning.UNKNOWN


@lru_cache(65_536)
def _flat(text: str) -> str:
    return fold(text.partition("(")[0] or text)
