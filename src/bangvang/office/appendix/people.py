"""Who a cell names: forms of address, capitals, households, and where an office is told in the same breath."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bangvang.office.appendix.header import one_line


@dataclass(frozen=True, slots=True)
class Named:
    """What the cell of a name says."""

    name: str
    kind: str | None = None
    """individual, collective or household, where the name itself tells."""
    sex: str | None = None
    head: str | None = None
    rank: str | None = None
    """What stood before the name as part of an office: Đại úy, BS."""
    posthumous: bool = False
    notes: tuple[str, ...] = ()


_ADDRESS = re.compile(
    r"(?P<form>ông|bà|anh|chị|cô|chú|bác|cụ|em|đồng chí|đ/c|đc|ô|b)\s*(?:[.:]+\s*|\s)\s*(?=[^\W\d_])", re.IGNORECASE
)
_SEXES = {"ông": "male", "anh": "male", "chú": "male", "bà": "female", "chị": "female", "cô": "female"}
_RANK = re.compile(
    r"(?P<rank>(?:(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|tá|úy|uý)|(?:thượng|trung|hạ)\s+(?:sĩ|sỹ)|"
    r"(?:gs|pgs|ts|ths|bs|bscki{1,2}|cki{1,2}|ckii|nsnd|nsưt|ngưt|nghệ nhân|bác sĩ|thạc sĩ|tiến sĩ|"
    r"linh mục|thượng tọa|đại đức|hòa thượng|ni sư|mục sư)\b\.?)"
    r"(?:\s*[.,-]?\s*(?:gs|pgs|ts|ths|bs|bscki{1,2}|cki{1,2})\b\.?)*)\s*[.:]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_HOUSEHOLD = re.compile(
    r"(?:các\s+)?(?:hộ\s+gia\s+đình|gia\s+đình|hộ)\s+(?P<head>(?:ông|bà|anh|chị|cụ|cô|chú|bác)\s+.+|[^\W\d_].*)",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"(?:(?:nhân\s+dân|cán\s+bộ|tập\s+thể|trường|phòng|tổ|đội|ban|chi\s+bộ|đảng\s+(?:bộ|ủy|uỷ)|chi\s+(?:hội|đoàn|cục)|"
    r"hội|ubnd|ủy\s+ban|uỷ\s+ban|hđnd|ubmttq|mttq|mặt\s+trận|công\s+(?:ty|an|đoàn)|htx|hợp\s+tác\s+xã|tổ\s+hợp\s+tác|"
    r"thôn|xóm|ấp|bản|buôn|làng|khóm|khu|khu\s+phố|trung\s+tâm|trạm|bệnh\s+viện|ban\s+chỉ\s+huy|bch|bchqs|"
    r"liên\s+đoàn|câu\s+lạc\s+bộ|clb|nhóm|khối|cụm|doanh\s+nghiệp|sở|cục|hạt|văn\s+phòng|đồn|lữ\s+đoàn|trung\s+đoàn|"
    r"tiểu\s+đoàn|đại\s+đội|trung\s+đội|tiểu\s+đội|ngân\s+hàng|viện|xã|phường|thị\s+trấn|nhà\s+(?:máy|văn\s+hóa)|"
    r"tổng\s+công\s+ty|xí\s+nghiệp|quỹ|chùa|giáo\s+xứ|họ\s+đạo|ủy|thường\s+trực|trại|bộ\s+chỉ\s+huy)\b"
    r"|đoàn\s+(?:thanh|tn|xã|phường|cơ|trường|viên|kinh|khối|đại\s+biểu|nghệ))",
    re.IGNORECASE,
)
_MIDDLE = re.compile(r"[^\W\d_]+ (?:văn|thị) ", re.IGNORECASE)
"""Some words for a body are family names, too."""
_GIVEN_AFTER_DEATH = re.compile(r"\s*[(\[]?\s*\b(?:truy tặng|đã mất|đã hy sinh|đã từ trần)\b\s*[)\]]?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def said_after_death(text: str) -> bool:
    """Whether a note says that the award is given after death."""
    return _GIVEN_AFTER_DEATH.search(text) is not None


def read_name(text: str, kind: str | None = None) -> Named:
    """What a cell says of who is honoured; `kind` is what the table says."""
    whole = one_line(text).strip(" ,;-") or one_line(text)
    found = Named(whole, posthumous=said_after_death(whole))
    if found.posthumous:
        found = replace(found, name=_GIVEN_AFTER_DEATH.sub("", whole).strip(" ,;-") or whole)
    household = _HOUSEHOLD.fullmatch(found.name)
    if household and kind != "collective":
        return _household(found, household["head"])
    if kind == "household":
        return _household_of(found)
    if kind == "collective" or (kind is None and _COLLECTIVE.match(found.name) and not _MIDDLE.match(found.name)):
        return _collective(found)
    return _person(found, kind)


def _household(found: Named, head: str) -> Named:
    """Hộ ông Nguyễn Văn A: named as printed, its head without the form of address."""
    person = _person(Named(head), "individual")
    start = found.name[: len(found.name) - len(head)]
    name = found.name
    if name.isupper():
        form = _ADDRESS.match(head)
        name = f"{start.capitalize()}{form[0].lower() if form else ''}{person.name}"
    return replace(found, name=name, kind="household", head=person.name, notes=person.notes)


def _household_of(found: Named) -> Named:
    """A table of households may name nobody but their heads."""
    person = _person(found, "individual")
    form = _ADDRESS.match(found.name)
    address = f"{form['form'].lower()} " if form else ""
    name = f"Hộ {address}{person.name}"
    return replace(person, name=name, kind="household", head=person.name, sex=None)


def _collective(found: Named) -> Named:
    notes = ("Tên viết hoa toàn bộ: giữ như trong tệp, nên xem lại.",) if _is_capital(found.name) else ()
    return replace(found, name=_capital_start(found.name), kind="collective", notes=notes)


def _person(found: Named, kind: str | None) -> Named:
    name, sex, rank = found.name, None, None
    form = _ADDRESS.match(name)
    if form and not (form["form"].lower() in ("ô", "b", "em", "cô") and "." not in form[0] and ":" not in form[0]):
        sex = _SEXES.get(form["form"].lower(), {"ô": "male", "b": "female"}.get(form["form"].lower()))
        name = name[form.end() :]
    elif form and form["form"].lower() == "cô":
        sex, name = "female", name[form.end() :]
    if before := _RANK.match(name):
        rank, name = before["rank"].strip(), name[before.end() :]
    proper, note = _proper(name)
    looks = kind or ("individual" if is_personal(proper) or sex else None)
    return replace(found, name=proper, kind=looks, sex=sex, rank=rank, notes=(note,) if note else ())


def is_personal(name: str) -> bool:
    """Whether a name is built like one of a person: two to six words, each with a capital."""
    parts = name.split()
    return 2 <= len(parts) <= 6 and all(part[:1].isupper() and not any(map(str.isdigit, part)) for part in parts)


_WAS_CAPITAL = "Tên viết hoa toàn bộ trong tệp, đã đổi thành viết hoa chữ đầu."
_WAS_SMALL = "Tên thiếu chữ hoa trong tệp, đã viết hoa chữ đầu mỗi tiếng."


def _proper(name: str) -> tuple[str, str]:
    """A person's name with a capital at every word, and a word on what was changed."""
    if _is_capital(name):
        return _WORD.sub(lambda word: word[0].capitalize(), name), _WAS_CAPITAL
    if len(name.split()) <= 6 and any(word[:1].islower() for word in _WORD.findall(name)) and "," not in name:
        return _WORD.sub(lambda word: word[0][:1].upper() + word[0][1:], name), _WAS_SMALL
    return name, ""


def _is_capital(name: str) -> bool:
    return name.isupper() and sum(map(str.isalpha, name)) > 3


def _capital_start(text: str) -> str:
    """Old fonts have no small-letter form of a capital with a tone: ủy ban."""
    return text[:1].upper() + text[1:]


_UNIT_WORDS = (
    r"Trường|Phòng|Ban|Tổ|Đội|Chi bộ|Đảng bộ|Đảng ủy|Đảng uỷ|Chi hội|Chi đoàn|Chi cục|Hội|UBND|Ủy ban|Uỷ ban|HĐND|"
    r"Hội đồng|UBMTTQ|UB MTTQ|MTTQ|Mặt trận|Công ty|Công an|Công đoàn|HTX|Hợp tác xã|Tổ hợp tác|Thôn|"
    r"Xóm|Ấp|Bản|Buôn|Làng|Khóm|"
    r"Khu|Trung tâm|Trạm|Bệnh viện|BCH|Liên đoàn|Câu lạc bộ|CLB|Nhóm|Khối|Cụm|Doanh nghiệp|Sở|Cục|Hạt|Văn phòng|Đồn|"
    r"Đoàn|Lữ đoàn|Trung đoàn|Tiểu đoàn|Đại đội|Trung đội|Ngân hàng|Viện|Xã|Phường|Thị trấn|Nhà máy|Tổng công ty|"
    r"Xí nghiệp|Quỹ|Lớp|Bộ|Tỉnh|Huyện|Thành ủy|Tỉnh ủy|Huyện ủy|THCS|THPT|Tiểu học|Mầm non"
)
_UNIT = re.compile(rf"(?<!\w)(?<!Công tác )(?:{_UNIT_WORDS})(?!\w)")
_SMALL_UNIT = re.compile(rf"\s*[,;\n]\s*(?=(?:{_UNIT_WORDS})(?!\w))", re.IGNORECASE)
_ROLE_WORDS = re.compile(
    r"(?:phó|trưởng|chủ tịch|bí thư|giám đốc|hiệu trưởng|ủy viên|uỷ viên|đội trưởng|tổ trưởng|chi hội trưởng|giáo viên|"
    r"nhân viên|cán bộ|công chức|chuyên viên|kế toán|bác sĩ|y tá|y sĩ|điều dưỡng|nông dân|công nhân|hội viên|đoàn viên|"
    r"học sinh|sinh viên|thủ quỹ|văn thư|công dân|người dân|xã viên|thành viên|chánh|thư ký|chỉ huy|"
    r"công an viên|dân quân|khu đội trưởng|thôn đội trưởng)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[,;\n]|\s[-–]\s)\s*")


def split_office(text: str) -> tuple[str | None, str | None]:
    """Office and unit of one cell; together they say every word of it.

    A comma before a unit parts them, then a unit's own word, then the first comma.
    """
    flat = re.sub(r"\s*\n\s*", ", ", text.strip(" ,;\n")) if "\n" in text else text.strip(" ,;")
    if not flat:
        return None, None
    if before := _SMALL_UNIT.search(flat):
        role, unit = flat[: before.start()], flat[before.end() :]
        inner = _UNIT.search(role)
        if inner and inner.start() > 0 and not _SEPARATOR.search(role[: inner.start()].strip()):
            return _parted(flat, inner.start())
        return (None, flat) if _UNIT.match(role) and not _ROLE_WORDS.match(role) else (role, _capital_start(unit))
    if _UNIT.match(flat) and not _ROLE_WORDS.match(flat):
        return None, flat
    unit_word = _UNIT.search(flat, 1)
    if unit_word:
        goes_on = _SEPARATOR.search(flat, unit_word.end())
        is_second_office = goes_on is not None and _ROLE_WORDS.match(flat[goes_on.end() :]) is not None
        return (flat, None) if is_second_office else _parted(flat, unit_word.start())
    first = _SEPARATOR.search(flat)
    if first and not _ROLE_WORDS.match(flat[first.end() :]):
        return flat[: first.start()], _capital_start(flat[first.end() :])
    return flat, None


def _parted(text: str, at: int) -> tuple[str | None, str | None]:
    return text[:at].strip(" ,;-–") or None, text[at:] or None


def split_person(text: str) -> tuple[str, str]:
    """A name, and what follows it after the first comma, line or hyphen."""
    first = _SEPARATOR.search(text.strip())
    whole = text.strip()
    return (whole[: first.start()], whole[first.end() :]) if first else (whole, "")


def has_office(text: str) -> bool:
    """Whether a person's name is followed by an office in the same cell."""
    name, rest = split_person(text)
    return _ROLE_WORDS.match(rest) is not None and read_name(name).kind == "individual"


def joined(parts: Sequence[str]) -> str:
    """Several cells as one text."""
    return ", ".join(one_line(part) for part in parts if part)
