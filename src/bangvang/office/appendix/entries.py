"""Rows → entries: each cell read by what its column means, what is doubtful asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bangvang.office.appendix.cells import Row
from bangvang.office.appendix.entry import FIELD_ORDER, Entry, Leftover, Value
from bangvang.office.appendix.header import one_line
from bangvang.office.appendix.layout import said_kind
from bangvang.office.appendix.meaning import Meaning
from bangvang.office.appendix.people import (
    Named,
    has_office,
    is_personal,
    joined,
    read_name,
    said_after_death,
    split_office,
    split_person,
)
from bangvang.office.appendix.person_facts import award_parts, read_class, read_sex, read_times, read_year
from bangvang.office.appendix.question import Option, Question, Topic
from bangvang.office.appendix.roll import Roll
from bangvang.records import Occupation, SubjectKind
from bangvang.registry import Registry
from bangvang.vietnamese import fold

IN_WORDS = "text"
"""The answer that keeps what is printed instead of an entry of a vocabulary."""
YES, NO = "yes", "no"
_SHORT_KINDS = {"cn": "individual", "tt": "collective", "hgd": "household", "ho": "household"}
_LONGEST_LINE = 500
_KIND_OPTIONS = tuple(Option(str(kind.value), kind.label) for kind in SubjectKind)


@dataclass(slots=True)
class Reader:
    """Reads the rows of all tables; questions on the same words are asked once."""

    registry: Registry
    roll: Roll
    answers: Mapping[str, str]
    questions: dict[str, Question] = field(default_factory=dict)
    leftovers: list[Leftover] = field(default_factory=list)

    def ask(
        self, id: str, topic: Topic, text: str, options: Sequence[Option], proposed: str | None, key: str
    ) -> str | None:
        """The answer that holds for now; the same question is asked once for all its rows."""
        before = self.questions.get(id)
        rows = (*before.rows, key) if before else (key,)
        self.questions[id] = Question(id, topic, text, tuple(options), proposed, rows)
        return self.answers.get(id, proposed)

    def occupation(self, text: str) -> str | None:
        plain = fold(text)
        for id, entry in self.registry.all(Occupation):
            if plain in map(fold, (entry.name, *entry.aliases)):
                return id
        return None


def read_entry(row: Row, key: str, where: str, hints: Sequence[str], reader: Reader) -> Entry:
    """One row as the fields of a recipient."""
    fields: dict[str, Value] = {}
    notes = list(row.notes)
    rest = _read_who(row, key, hints, reader, fields, notes)
    _read_office(row, rest, fields, reader, where)
    _read_birth(row, fields, notes, reader, where)
    _read_award(row, key, hints, reader, fields)
    _read_place(row, key, reader, fields)
    if reason := "\n".join(row.texts(Meaning.REASON)):
        fields["reason"] = one_line(reason)
    if number := row.text(Meaning.REGISTER_NUMBER):
        fields["register_number"] = one_line(number)
    _tell_unread(row, fields, reader, where)
    for text in row.texts(Meaning.NOTE):
        if said_after_death(text):
            fields["posthumous"] = True
        if not said_after_death(text) or len(fold(text)) > len("da truy tang"):
            reader.leftovers.append(Leftover(where, text, "ghi chú"))
    ordered = {name: fields[name] for name in FIELD_ORDER if fields.get(name)}
    return Entry(key, where, ordered, tuple(dict.fromkeys(notes)))


def _read_who(
    row: Row, key: str, hints: Sequence[str], reader: Reader, fields: dict[str, Value], notes: list[str]
) -> str:
    """Name, kind and sex; the result is what the name's cell says of the office."""
    text, rest = " ".join(map(one_line, row.texts(Meaning.NAME))), ""
    if not text and row.text(Meaning.NAME_ROLE_UNIT):
        text, rest = split_person(row.text(Meaning.NAME_ROLE_UNIT))
    elif has_office(text):
        text, rest = split_person(text)
        notes.append("Ô họ tên có cả chức vụ, đơn vị: đã tách ở dấu đầu tiên.")
    heads = row.text(Meaning.HEAD)
    said = _said_kind(row, hints) or ("household" if heads and not text else None)
    named = read_name(text or heads, said)
    kind = _kind(named, said, key, reader)
    if kind != named.kind:
        named = read_name(text or heads, kind)
    fields["kind"], fields["name"] = kind, named.name
    if kind == "household" and (named.head or heads):
        fields["head"] = read_name(heads, "individual").name if heads else named.head or ""
    if kind == "individual" and (sex := _sex(row) or named.sex):
        fields["sex"] = sex
    if named.posthumous:
        fields["posthumous"] = True
    if named.rank:
        fields["role"] = named.rank
    notes.extend(named.notes)
    return rest


def _tell_unread(row: Row, fields: Mapping[str, Value], reader: Reader, where: str) -> None:
    """What a cell says that no field could take is left over, like a cell of no meaning."""
    has_name, is_person = bool(row.text(Meaning.NAME)), fields["kind"] == "individual"
    understood: dict[Meaning, Callable[[str], object]] = {
        Meaning.SEX: lambda text: is_person and read_sex(text),
        Meaning.MALE: lambda text: is_person or read_year(text),
        Meaning.FEMALE: lambda text: is_person or read_year(text),
        Meaning.CLASS: read_class,
        Meaning.TIMES: read_times,
        Meaning.KIND: lambda text: fold(text) in _SHORT_KINDS or said_kind(text),
        Meaning.NAME_ROLE_UNIT: lambda text: not has_name,
        Meaning.HEAD: lambda text: not has_name or "head" in fields,
    }
    for meaning, is_understood in understood.items():
        texts = row.texts(meaning)
        for text in texts[:1]:
            if not is_understood(text):
                reader.leftovers.append(Leftover(where, text, f"chưa hiểu ở cột {meaning.label.lower()}"))
        reader.leftovers.extend(Leftover(where, text, "ô thứ hai cùng nghĩa") for text in texts[1:])


def _said_kind(row: Row, hints: Sequence[str]) -> str | None:
    """The nearest word on it: the row's own, its headings from the inmost, the lines above the table."""
    if kind := _SHORT_KINDS.get(fold(row.text(Meaning.KIND))):
        return kind
    for text in (row.text(Meaning.KIND), *reversed(row.sections), *reversed(hints)):
        if text and (kind := said_kind(text)):
            return kind
    return None


def _kind(named: Named, said: str | None, key: str, reader: Reader) -> str:
    """What table and name agree on; where they do not, or neither tells, the clerk is asked."""
    own = read_name(named.name).kind
    if said and (own in (None, said) or (own, said) == ("individual", "household")):
        return said
    if own == "household" or (own and not said):
        return own or "household"
    proposed = said or ("individual" if is_personal(named.name) else "collective")
    text = f"“{named.name}” là cá nhân, tập thể hay hộ gia đình?"
    return reader.ask(f"kind:{key}", Topic.KIND, text, _KIND_OPTIONS, proposed, key) or proposed


def _sex(row: Row) -> str | None:
    if told := read_sex(row.text(Meaning.SEX)):
        return told
    if row.text(Meaning.FEMALE):
        return "female"
    return "male" if row.text(Meaning.MALE) else None


def _read_office(row: Row, rest: str, fields: dict[str, Value], reader: Reader, where: str) -> None:
    role, unit = split_office(rest) if rest else (None, None)
    if text := row.text(Meaning.ROLE_UNIT):
        if fields["kind"] == "individual":
            role, unit = split_office(text)
        else:
            unit = joined(text.split("\n"))
    role = joined([str(fields.pop("role", "")), joined(row.texts(Meaning.ROLE)), role or ""])
    unit = joined([joined(row.texts(Meaning.UNIT)), unit or ""])
    if text := one_line(row.text(Meaning.OCCUPATION)):
        if id := reader.occupation(text):
            fields["occupation"] = id
        if not id or not role:
            role = joined([role, text])
    if not unit:
        unit = _unit_of_section(row, reader)
    for name, value in (("role", role), ("unit", unit)):
        if value:
            fields[name] = value[:_LONGEST_LINE]
            if len(value) > _LONGEST_LINE:
                reader.leftovers.append(Leftover(where, value[_LONGEST_LINE:], "quá dài cho một dòng"))


def _unit_of_section(row: Row, reader: Reader) -> str:
    """A heading that says neither kind nor award may be the unit of what stands under it: the clerk says."""
    for text in reversed(row.sections):
        if said_kind(text) or "tap the" in fold(text) or reader.roll.awards_told(text):
            continue
        options = (Option(YES, "Có, là đơn vị của các dòng ấy"), Option(NO, "Không, chỉ là tiêu đề"))
        question = f"Tiêu đề “{text}” có phải là đơn vị của các dòng bên dưới?"
        if reader.ask(f"section:{fold(text)}", Topic.SECTION, question, options, YES, str(row.row)) == YES:
            return text
    return ""


def _read_birth(row: Row, fields: dict[str, Value], notes: list[str], reader: Reader, where: str) -> None:
    """The year alone: a full day of birth of somebody living is nobody's business."""
    for meaning in (Meaning.BORN, Meaning.MALE, Meaning.FEMALE):
        text = row.text(meaning)
        if not text or (meaning is not Meaning.BORN and not any(map(str.isdigit, text))):
            continue
        if year := read_year(text):
            fields["born"] = year
        else:
            notes.append(f"“{text}” không đọc được thành năm sinh: để trống.")
            reader.leftovers.append(Leftover(where, text, "không đọc được thành năm sinh"))


def _read_award(row: Row, key: str, hints: Sequence[str], reader: Reader, fields: dict[str, Value]) -> None:
    text = joined(row.texts(Meaning.AWARD))
    if text:
        name, class_, times = award_parts(text)
        found = reader.roll.awards_called(text) or reader.roll.awards_called(name)
        _set_award(text, name, found, key, reader, fields)
        if class_ and not _has_class(fields, reader):
            fields["class"] = class_
        if times:
            fields["times"] = times
    else:
        _award_of_heading(row, hints, key, reader, fields)
    if class_ := read_class(row.text(Meaning.CLASS)):
        fields["class"] = class_
    if times := read_times(row.text(Meaning.TIMES)):
        fields["times"] = times


def _award_of_heading(row: Row, hints: Sequence[str], key: str, reader: Reader, fields: dict[str, Value]) -> None:
    for heading in (*reversed(row.sections), *reversed(hints)):
        if found := reader.roll.awards_told(heading):
            _set_award(heading, heading, found, key, reader, fields)
            return


def _has_class(fields: Mapping[str, Value], reader: Reader) -> bool:
    return "award" in fields and "hang" in fold(reader.roll.award_name(str(fields["award"]))).split()


def _set_award(text: str, name: str, found: list[str], key: str, reader: Reader, fields: dict[str, Value]) -> None:
    if len(found) == 1:
        fields["award"] = found[0]
        return
    answer: str | None = IN_WORDS
    if found:
        options = [Option(id, reader.roll.award_name(id)) for id in found]
        options.append(Option(IN_WORDS, "Không có trong các mục trên: giữ nguyên chữ trong tệp"))
        question = f"“{text}” là danh hiệu, hình thức khen thưởng nào?"
        answer = reader.ask(f"award:{fold(text)}", Topic.AWARD, question, options, None, key)
    if answer in (IN_WORDS, None):
        fields["award_text"] = name
    else:
        fields["award"] = answer or ""


def _read_place(row: Row, key: str, reader: Reader, fields: dict[str, Value]) -> None:
    text = joined(row.texts(Meaning.PLACE))
    if not text:
        found = reader.roll.places_called(str(fields.get("unit", "")))
        if len(found) == 1:
            fields["place"] = found[0]
        return
    found = reader.roll.places_called(text)
    place: str | None = found[0] if len(found) == 1 else None
    if len(found) > 1:
        options = [Option(id, f"{reader.roll.place_name(id)} ({id})") for id in found]
        options.append(Option(IN_WORDS, "Không có trong các mục trên: giữ nguyên chữ trong tệp"))
        question = f"“{text}” là địa phương nào?"
        answer = reader.ask(f"place:{fold(text)}", Topic.PLACE, question, options, None, key)
        place = None if answer in (IN_WORDS, None) else answer
    if place:
        fields["place"] = place
    if not place or fold(reader.roll.place_name(place).partition(",")[0]) != fold(text):
        fields["place_text"] = text[:_LONGEST_LINE]
