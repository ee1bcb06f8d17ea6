"""Duties that a paper hands out: what, who leads, who helps, until when, under which printed number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bangvang.office.paper.deadlines import Deadline, deadline_in, is_deadline_line
from bangvang.office.paper.outline import Outline, Passage
from bangvang.vietnamese import fold

_VERBS = (
    "tham mưu|hướng dẫn|phối hợp|chủ trì|chỉ đạo|xây dựng|triển khai|tổ chức|thực hiện|tăng cường|đẩy mạnh|nâng cao|"
    "tiếp tục|tập trung|kịp thời|chủ động|tích cực|rà soát|giải quyết|ứng dụng|công khai|kiện toàn|củng cố|đổi mới|"
    "phát động|phát hiện|phát huy|phát triển|khen thưởng|chú trọng|coi trọng|tuyên truyền|quán triệt|bồi dưỡng|"
    "nhân rộng|sơ kết|tổng kết|bình xét|xét tặng|xét chọn|đăng ký|theo dõi|kiểm tra|đôn đốc"
    "|giám sát|giao|mở|dành|gắn|tham gia|"
    "làm việc|làm tốt|đề xuất|thẩm định|trình|ban hành|kết hợp|thiết thực|biểu dương|tôn vinh|tìm hiểu|hưởng ứng|"
    "đánh giá lại|bảo đảm|đảm bảo|huy động|vận động|xác định|bố trí|sắp xếp|căn cứ|phản ánh|tổng hợp|báo cáo|sử dụng|"
    "nghiêm túc|lựa chọn|khuyến khích|hỗ trợ|duy trì|cần|có trách nhiệm|phụ trách|phấn đấu|sẽ|tiếp nhận|bảo vệ|"
    "tùy theo|cải cách|đơn giản|chuẩn bị|cụ thể hóa|đề cao|tập huấn|thu hút|tạo|lồng ghép|xem xét|ký|đưa|họp|lập|rút"
)
_STARTS = re.compile(rf"(?:{_VERBS})(?!\w)", re.IGNORECASE)
_ACTS = re.compile(rf"(?<!\b[Cc]ác)(?<!đua)(?<!đua,)(?<!tác)(?<!ngành,)(?<!-)\s(?:{_VERBS})(?!\w)")
_AGENCY = (
    r"(?:các |mỗi |từng |toàn thể )?(?:cơ quan|đơn vị|sở|phòng|ban(?! hành)|bộ phận|bộ|trung tâm|ủy ban|uỷ ban|ubnd"
    r"|mttq|mặt trận|hội đồng|văn phòng|công an|quân sự|đài|báo(?! cáo)|trạm|hội(?! nghị| nhập)|đoàn(?! kết)|thủ trưởng"
    r"|người đứng đầu|thành viên|chủ tịch|trường|ngành|địa phương|cụm|khối|xã|phường|đảng ủy|chi bộ"
    r"|liên đoàn|doanh nghiệp|xóm|thôn|bản|tổ dân phố|cấp ủy"
    r"|công chức|cán bộ|kho bạc|hạt kiểm lâm|chi cục|cục|viện|kế toán|tổ(?! chức))(?!\w)"
)
_NAMES_AGENCY = re.compile(
    rf"(?:đề nghị |giao |yêu cầu |năm \d{{4}} )*(?:(?:các |mỗi |từng )tổ chức(?!\w)|{_AGENCY})", re.IGNORECASE
)
_BEFORE_NAME = re.compile(r"^(?:đề nghị|giao(?: cho)?|yêu cầu|nhất là|năm \d{4})\s+", re.IGNORECASE)
_CHARGED = re.compile(r"\s+(?:chủ trì|chịu trách nhiệm|có trách nhiệm|sẽ|phụ trách .*|căn cứ .*)$", re.IGNORECASE)
_TOGETHER = re.compile(
    rf"(?:phối hợp|cùng)(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+(?P<who>(?:(?!\s(?:{_VERBS})(?!\w)).){{1,300}}?)"
    rf"(?=\s(?:{_VERBS})(?!\w)|[;.]|$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<=[^\W\d_][.…])\s+(?=[^\W\d_])|(?<=[”\")0-9.][.])\s+(?=[^\W\d_])|(?<=\.)(?<!\.\.)\s+(?=[^\W\d_])"
)
_CLAUSE = re.compile(
    rf";\s+(?=(?:đồng thời\s+)?(?:{_VERBS})(?!\w))|\s+(?=[Đđ]ồng thời\s+(?:{_VERBS})(?!\w))", re.IGNORECASE
)
_BULLET = re.compile(r"^[-–+•*]\s*")
_CONDITION = re.compile(
    rf"^(?:riêng |trong )?năm \d{{4}},\s+(?=(?:{_VERBS})(?!\w))|"
    r"^(?:căn cứ|trong quá trình|để|nhằm|tùy theo|tuỳ theo|riêng|ngoài|trong đó|số lượng)\s[^:]{0,160}?"
    rf"(?:[,:]\s+|(?<=này)\s+|(?<=cụ thể)\s+)(?=(?:năm \d{{4}} |đề nghị )?(?:các |mỗi |từng )?{_AGENCY})",
    re.IGNORECASE,
)
_WAVE = re.compile(r"đợt\s+(?:[IVX]+|\d+)\b", re.IGNORECASE)
_WITHOUT_LIST = re.compile(r"[,;]?\s+(?:trọng tâm là|cụ thể|gồm|như sau|sau|trong đó)[^,;]*:$")
_NO_DUTY = ("muc dich", "doi tuong khen thuong")
_CONTESTED = ("noi dung thi dua", "noi dung phong trao")
_SHORTEST = 4
"""Words; less is no duty."""
_FEWEST_IN_CLAUSE = 5
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Duty:
    """One task as the text words it."""

    what: str
    lead: tuple[str, ...]
    together: tuple[str, ...]
    due: Deadline | None
    section: str


def duties_in(outline: Outline, last_words: Sequence[str], year: int | None) -> list[Duty]:
    """Every sentence of the text that tells somebody to do something, in printed order."""
    found: list[Duty] = []
    for passage, above in outline.walk():
        path = (*above, passage)
        if not _hands_out(path):
            continue
        found += _duties_of(passage, path, year)
    main = [passage for passage in outline.passages if passage.number]
    section = main[-1].number if main else ""
    for line in last_words:
        if not fold(line).startswith("tren day"):
            found += _duties_in_line(line, (), None, section, year)
    return found


def _hands_out(path: Sequence[Passage]) -> bool:
    headings = [fold(passage.heading) for passage in path]
    if "yeu cau" in headings:
        return True
    if any(word in heading for heading in headings for word in _NO_DUTY):
        return False
    return bool(headings)


def _duties_of(passage: Passage, path: Sequence[Passage], year: int | None) -> Iterator[Duty]:
    section = section_of(path)
    alone = [line for line in passage.lines if is_deadline_line(line)]
    due = deadline_in(alone[-1], year) if alone else _due_of_headings(path, year)
    lead = _lead_of_headings(path)
    handed_out = any("to chuc thuc hien" in fold(one.heading) for one in path)  # who was named goes on being meant
    contested = any(word in fold(one.heading) for one in path for word in _CONTESTED)
    for line in passage.lines:
        said = _WITHOUT_LIST.sub("", _BULLET.sub("", line))
        if line in alone or said.endswith(":") or _WAVE.match(said):
            continue
        for sentence in _SENTENCE.split(said):
            for duty in _duties_in_line(sentence, lead, due, section, year):
                if handed_out:
                    lead = duty.lead
                if not contested or duty.lead:
                    yield duty


def section_of(path: Sequence[Passage]) -> str:
    """The printed numbers down to a part: III.1.2., II.1.a)."""
    numbers = [passage.number.replace(" ", "") for passage in path if passage.number]
    kept: list[str] = []
    for number in numbers:
        if kept and "." in number.rstrip(".") and number.startswith(kept[-1].rstrip(".") + "."):
            kept.pop()
        kept.append(number)
    return "".join(
        number if number.endswith((".", ")")) or at == len(kept) - 1 else f"{number}." for at, number in enumerate(kept)
    )


def _due_of_headings(path: Sequence[Passage], year: int | None) -> Deadline | None:
    for passage in reversed(path):
        if passage.heading and len(passage.heading) < 60 and (due := deadline_in(passage.heading, year)):
            return due
    return None


def _lead_of_headings(path: Sequence[Passage]) -> tuple[str, ...]:
    for passage in reversed(path):
        if (
            passage.heading
            and _NAMES_AGENCY.match(passage.heading)
            and len(path) > 1
            and not _ACTS.search(_charged(passage.heading))
        ):
            return _names(_charged(passage.heading))
    return ()


def _charged(heading: str) -> str:
    return _CHARGED.sub("", heading.strip(" :.,;"))


def _duties_in_line(
    line: str, lead: tuple[str, ...], due: Deadline | None, section: str, year: int | None
) -> Iterator[Duty]:
    for sentence in _SENTENCE.split(line):
        subject = lead
        own = deadline_in(sentence, year)
        for place, clause in enumerate(_clauses(sentence)):
            duty = _duty(clause, subject, due or own, section, needs_verb=place == 0 and not lead)
            if duty is None:
                continue
            if place == 0 and duty.lead:
                subject = duty.lead
            yield duty


def _clauses(sentence: str) -> list[str]:
    """A sentence where a further verb begins after a semicolon is several duties."""
    parts: list[str] = []
    for part in _CLAUSE.split(sentence):
        if parts and (len(part.split()) < _FEWEST_IN_CLAUSE or len(parts[-1].split()) < _FEWEST_IN_CLAUSE):
            parts[-1] += f"; {part}"
        else:
            parts.append(part)
    return parts


def _duty(clause: str, lead: tuple[str, ...], due: Deadline | None, section: str, *, needs_verb: bool) -> Duty | None:
    plain = clause.strip(" ./;")
    if len(plain.split()) < _SHORTEST:
        return None
    told = _CONDITION.sub("", plain)
    told = told if len(told.split()) >= _SHORTEST else plain
    own, deed = _subject(told)
    if not own and not _STARTS.match(_without_particles(told)) and needs_verb:
        own, deed = _subject(plain)
        if not own and not _STARTS.match(_without_particles(plain)):
            return None
    together = _TOGETHER.search(deed)
    helpers = _names(together["who"]) if together else ()
    what = f"{deed[:1].upper()}{deed[1:]}"
    return Duty(f"{what}.", own or lead, helpers, due, section)


_PARTICLE = re.compile(
    r"^(?:đồng thời|trong đó|qua đó|với nội dung|thường xuyên|hàng năm|bên cạnh đó),?\s*", re.IGNORECASE
)


def _without_particles(text: str) -> str:
    return _PARTICLE.sub("", text)


def _subject(sentence: str) -> tuple[tuple[str, ...], str]:
    """Who is told to act, and the act; nobody where the sentence begins with the verb."""
    if not _NAMES_AGENCY.match(sentence):
        return (), sentence
    verb = _ACTS.search(sentence, _NAMES_AGENCY.match(sentence).end() - 1)  # type: ignore[union-attr]
    if verb is None:
        return (), sentence
    who = _charged(sentence[: verb.start()])
    who = re.split(r"\s+căn cứ\s|\s+phụ trách\s|\s+tùy\s", who)[0]
    if len(who) > _LONGEST_NAME or ":" in who or "“" in who:
        return (), sentence
    return _names(who), sentence[verb.start() :].strip(" ,")


def _names(text: str) -> tuple[str, ...]:
    """The agencies that a phrase lists."""
    plain = _BEFORE_NAME.sub("", text.strip(" ,.;:"))
    parts = [part.strip(" ,.;:") for part in plain.split(";")]
    names = [name for part in parts for name in _apart(part)]
    return tuple(f"{name[:1].upper()}{name[1:]}" for name in names if name)[:20]


_NEXT_AGENCY = re.compile(
    r",\s+(?=(?:[Cc]ác (?:cơ quan|đơn vị|tổ chức|sở|phòng|ngành)|Sở |Phòng |Ban |Báo |Đài |Ủy ban |UBND |Trung tâm "
    r"|Hội |Công an|Mặt trận|Văn phòng|Trường |Chủ tịch|Đoàn |Liên đoàn|Bộ "
    r"|Trạm ))|\s+và\s+(?=(?:Ủy ban |UBND |Sở |Phòng "
    r"|Trung tâm |các tổ chức|các cơ quan|Báo |Đài |Hội |Công an))"
)


def _apart(phrase: str) -> list[str]:
    return [part.strip(" ,") for part in _NEXT_AGENCY.split(phrase)]
