"""Goals that a paper sets: a name, a number with its unit, which way to read it, and the parts it splits into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bangvang.office.paper.outline import Outline
from bangvang.records.target import Aim
from bangvang.vietnamese import NumberError, format_number, parse_number

_UNIT = (
    "%|phần trăm|ha|tấn|tạ|kg|con|hộ|người|cháu|học sinh|sinh viên|lao động|tiêu chí|lượt người|lượt|km|m2|m²|m3|m³|"
    "mét|nghìn đồng|triệu đồng|tỷ đồng|tỉ đồng|đồng|mô hình|sản phẩm|sáng kiến|công trình|dự án"
    "|doanh nghiệp|hợp tác xã|"
    "tổ hợp tác|đơn vị|tập thể|cá nhân|căn nhà|căn|nhà|ngôi nhà|cây|giường bệnh|bác sĩ|trường|lớp|suất|giường|xã|ấp|"
    "thôn|xóm|khóm|bản|điểm|bậc|hồ sơ|thủ tục|tin|bài|buổi|cuộc|đợt|chỉ tiêu|gương|điển hình|triệu|tỷ"
)
_VALUE = re.compile(
    rf"(?<![\w.,/-])(?P<value>[0-9lIO]+(?:[.,][0-9lIO]+)*)(?:\s?/\s?(?P<of>[0-9]+))?\s?(?P<unit>{_UNIT})(?![^\W_])"
)
_BARE = re.compile(r"(?:đạt|là|còn)\s(?:từ\s)?(?P<value>[0-9]{1,3},[0-9]{1,2})$")
_SENTENCE = re.compile(r"(?<=[^\W_])\.\s+|(?<=[%”\")])\.\s+")
_AFTER_VALUE = re.compile(rf"(?<=[0-9])(\s?(?:{_UNIT})(?:\s[^\W\d_]+){{0,4}}?),\s+(?=[^\W\d_])")
_INSIDE = re.compile(r"\((?=\s*(?:trong đó|gồm|bao gồm))([^()]*)\)")
_PARTS = re.compile(r"^(?:trong đó|gồm|bao gồm)(?:\s+có)?\s*[:,]?\s*", re.IGNORECASE)
_LINKS = re.compile(
    r"(?:\s+|^)(?:phấn đấu\s+)?(?:đạt|là|có|được|thêm|khoảng|xuống còn|còn|từ|ít nhất|tối thiểu|không dưới|trên|dưới"
    r"|không quá|tối đa|không vượt quá|phải đạt|đạt từ|:)\s*$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^(?:phấn đấu(?: đạt)?|đảm bảo|bảo đảm|và|đến (?:cuối )?năm \d{4},?|trong đó,?)\s+", re.IGNORECASE
)
_AT_LEAST = re.compile(r"(?:ít nhất|tối thiểu|không dưới|trên|hơn)\s*$", re.IGNORECASE)
_AT_MOST = re.compile(r"(?:dưới|không quá|tối đa|không vượt quá)\s*$", re.IGNORECASE)
_REDUCE_TO = re.compile(r"giảm.*\scòn\s*$", re.IGNORECASE)
_REDUCE = re.compile(r"^giảm(?:\s|$)", re.IGNORECASE)
_MAINTAIN = re.compile(r"^(?:duy trì|giữ vững|giữ)\s+", re.IGNORECASE)
_OR_MORE = re.compile(r"\s*trở lên")
_COMPARED = re.compile(r"\s*(?:so với|trên tổng số|theo|trong năm|tính đến|/năm)\b.*")
_IN_WORDS = re.compile(r"^(?:duy trì|giữ vững)\s+(?=.*đạt chuẩn)|^(?:nâng cao|giảm|tăng)\s+tỷ lệ", re.IGNORECASE)
_ALIKE = re.compile(
    r"^(?P<first>(?:xã|phường|thị trấn|thôn|ấp|xóm) [^,]+),\s+(?P<second>(?:xã|phường|thị trấn|thôn|ấp|xóm) .+)$",
    re.IGNORECASE,
)
_AREA = re.compile(r"(?:xã|phường|thị trấn|thôn|ấp|xóm|huyện)\s", re.IGNORECASE)
_TOTAL = re.compile(r"tổng \w+(?: \w+)?", re.IGNORECASE)
_SPAN = re.compile(r"[0-9](?:\s?%)?\s*(?:-|–|đến)\s*$")
_LONGEST_NAME, _LONGEST = 400, 480
_MOST_WORDS_AFTER = 8
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Goal:
    """One target as the text words it; a number that cannot be read leaves only `text`."""

    name: str
    printed: str
    aim: Aim = Aim.REACH
    value: str = ""
    of: str = ""
    unit: str = ""
    text: str = ""
    group: str = ""
    parts: tuple[Goal, ...] = ()

    @property
    def parts_sum(self) -> Decimal | None:
        """What the parts come to; None where they are not of the same unit."""
        if not self.parts or any(part.unit != self.unit or not part.value for part in self.parts):
            return None
        return sum((parse_number(part.value) for part in self.parts), Decimal())

    @property
    def is_complete(self) -> bool:
        """Whether the parts come to the whole."""
        return not self.parts or (bool(self.value) and self.parts_sum == parse_number(self.value))

    @property
    def sum_differs(self) -> bool:
        """Whether the parts contradict the whole: more than it, or several that miss it."""
        total = self.parts_sum
        if total is None or not self.value:
            return False
        whole = parse_number(self.value)
        return total > whole or (total != whole and len(self.parts) > 1)

    @property
    def sum_in_words(self) -> str:
        """The sum of the parts as print has it."""
        return format_number(self.parts_sum or 0)


def goals_in(outline: Outline) -> Iterator[Goal]:
    """Every number to reach, in printed order."""
    for passage, _ in outline.walk():
        lines = [passage.heading, *passage.lines] if passage.heading else passage.lines
        for line in lines:
            for sentence in _SENTENCE.split(line.rstrip(" ./")):
                yield from _of_sentence(sentence.lstrip("-–+•* "))


def _of_sentence(sentence: str) -> Iterator[Goal]:
    waiting: Goal | None = None
    for clause in _INSIDE.sub(r"; \1", sentence).split(";"):
        plain = clause.strip(" ,")
        is_parts = bool(_PARTS.match(plain)) and waiting is not None
        for piece in _AFTER_VALUE.sub("\\1\0", _PARTS.sub("", plain)).split("\0"):
            inner = piece.strip(" ,")
            begins_parts = bool(_PARTS.match(inner)) and waiting is not None
            is_parts = is_parts or begins_parts
            for goal in _of_clause(_PARTS.sub("", inner)):
                if is_parts and waiting is not None:
                    waiting = replace(waiting, parts=(*waiting.parts, goal))
                    continue
                if waiting is not None:
                    yield waiting
                    goal = _of_what(goal, waiting)
                waiting = goal
    if waiting is not None:
        yield waiting


def _of_what(goal: Goal, before: Goal) -> Goal:
    """“Tổng sản lượng” alone is that of what was just spoken of."""
    if not _TOTAL.fullmatch(goal.name) or len(f"{goal.name}{before.name}") + 3 > _LONGEST_NAME:
        return goal
    return replace(goal, name=f"{goal.name} ({before.name[:1].lower()}{before.name[1:]})")


def _of_clause(clause: str) -> Iterator[Goal]:
    values = [one for one in _VALUE.finditer(clause) if any(map(str.isdigit, one["value"]))]
    found = values[-1] if values else _BARE.search(clause)
    if found is None or clause.endswith(":"):
        if _IN_WORDS.match(clause):
            yield from _in_words(clause)
        return
    unit = found.groupdict().get("unit") or ""
    before = clause[: found.start("value")].rstrip()
    after = clause[found.end() :]
    if len(after.split()) > _MOST_WORDS_AFTER:
        return
    name, aim = _name_and_aim(before, after, unit)
    if len(name) < _SHORTEST or len(name) > _LONGEST_NAME:
        return
    goal = Goal(name, clause[:_LONGEST], aim, unit=unit, group=_group(unit, after))
    value, of = _read(found["value"]), found.groupdict().get("of") or ""
    if not value or _SPAN.search(before) or (of and (not _read(of) or parse_number(value) > parse_number(_read(of)))):
        yield replace(goal, unit="", text=clause[:_LONGEST])
        return
    goal = replace(goal, value=value, of=_read(of) if of else "")
    alike = _ALIKE.match(name)
    for one in (alike["first"], alike["second"]) if alike else (name,):
        yield replace(
            goal, name=f"Số tiêu chí của {one[:1].lower()}{one[1:]}" if _AREA.match(one) and of else _capital(one)
        )


def _in_words(clause: str) -> Iterator[Goal]:
    """A state to reach or keep, without a number."""
    aim = Aim.MAINTAIN if _MAINTAIN.match(clause) else Aim.REACH
    name = _MAINTAIN.sub("", clause) if aim is Aim.MAINTAIN else clause
    if not _SHORTEST <= len(name) <= _LONGEST_NAME:
        return
    alike = _ALIKE.match(name)
    for part in (alike["first"], alike["second"]) if alike else (name,):
        yield Goal(_capital(part), clause[:_LONGEST], aim, text=_capital(clause[:_LONGEST]))


def _name_and_aim(before: str, after: str, unit: str) -> tuple[str, Aim]:
    aim = Aim.REACH
    if _OR_MORE.search(after) or _AT_LEAST.search(before):
        aim = Aim.AT_LEAST
    elif _AT_MOST.search(before):
        aim = Aim.AT_MOST
    elif _REDUCE_TO.search(before):
        aim = Aim.REDUCE_TO
    elif _REDUCE.search(before):
        aim = Aim.REDUCE_BY
    elif _MAINTAIN.match(before):
        aim = Aim.MAINTAIN
    name = _BEGINS.sub("", before)
    while (shorter := _LINKS.sub("", name).strip(" ,:")) != name:
        name = shorter
    if aim is Aim.REDUCE_TO:
        name = re.sub(r"^giảm\s+|\s+xuống$", "", name, flags=re.IGNORECASE)
    elif aim is Aim.MAINTAIN:
        name = _MAINTAIN.sub("", name)
    rest = _COMPARED.sub("", _OR_MORE.sub("", after)).strip(" ,")
    if (rest and unit != "%") or not name:
        name = f"{name} {unit} {rest}".strip()
    return _capital(name), aim


def _group(unit: str, after: str) -> str:
    """“hộ Khmer”: whom the number is for, where the print names them after the unit."""
    rest = _OR_MORE.sub("", after).strip(" ,)")
    return f"{unit} {rest}" if unit in ("hộ", "người") and rest[:1].isupper() and len(rest.split()) <= 3 else ""


def _read(printed: str) -> str:
    """A number as records have it: offices put a nought before a single digit."""
    plain = printed[1:] if len(printed) == 2 and printed[0] == "0" and printed[1] != "0" else printed
    try:
        parse_number(plain)
    except NumberError:
        return ""
    return plain


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
