"""Who may be whom: doubles within an appendix, and people that the roll knows already. The clerk decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bangvang.office.appendix.entry import Entry
from bangvang.office.appendix.question import Option, Question, Topic
from bangvang.office.appendix.roll import Roll, name_key
from bangvang.records import Recipient
from bangvang.registry import Laureate
from bangvang.vietnamese import fold

ONE, TWO, DROP, NEW = "one", "two", "drop", "new"
_MOST_SHOWN = 6
_DOUBLE_OPTIONS = (
    Option(ONE, "Cùng một, được khen ở cả hai dòng"),
    Option(TWO, "Hai người, hai tập thể khác nhau"),
    Option(DROP, "Dòng sau bị lặp nhầm: bỏ dòng sau"),
)


def double_questions(entries: Sequence[Entry]) -> Iterator[Question]:
    """Rows of one name that nothing tells apart."""
    seen: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        key = (entry.text("kind"), name_key(entry.name))
        for earlier in seen.get(key, ()):
            if not _told_apart(_marks(earlier), _marks(entry)):
                alike = f"{entry.where}: “{entry.name}” giống {earlier.where}{_office(earlier)}."
                text = f"{alike} Có phải cùng một người, một tập thể không?"
                yield Question(
                    f"double:{entry.key}", Topic.DOUBLE, text, _DOUBLE_OPTIONS, rows=(earlier.key, entry.key)
                )
                break
        seen.setdefault(key, []).append(entry)


def same_questions(
    entries: Sequence[Entry], roll: Roll, renamed: Mapping[str, Sequence[Recipient]]
) -> Iterator[Question]:
    """Rows whose name the roll knows, with nothing that tells the two apart; and those with a corrected name."""
    for entry in entries:
        marks = _marks(entry)
        alike = [
            one
            for one in roll.alike(entry.name)
            if one.kind.value == entry.text("kind") and not _told_apart(_marks_of(one), marks)
        ][:_MOST_SHOWN]
        former = renamed.get(entry.key, ())
        if alike or former:
            options = [Option(row.id, f"Đúng là {row.name} của lần nhập trước (mã {row.id})") for row in former]
            options += [Option(one.id, f"Đúng là {_shown(one, roll)}") for one in alike]
            options.append(Option(NEW, "Không, là người (tập thể) khác"))
            text = f"{entry.where}: “{entry.name}”{_office(entry)} có phải là người, tập thể đã có trong bảng vàng?"
            yield Question(f"same:{entry.key}", Topic.SAME, text, tuple(options), rows=(entry.key,))


def _marks(entry: Entry) -> Mapping[str, str]:
    return {
        "place": entry.text("place"),
        "unit": fold(entry.text("unit") or entry.text("place_text")),
        "sex": entry.text("sex"),
        "born": entry.text("born"),
    }


def _marks_of(laureate: Laureate) -> Mapping[str, str]:
    subject = laureate.subject
    return {
        "place": laureate.place or "",
        "unit": fold(laureate.unit or subject.place_text or ""),
        "sex": subject.sex.value if subject.sex else "",
        "born": str(subject.born.year) if subject.born else "",
    }


def _told_apart(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """By sex or year; otherwise by unit and place together, where both tell."""
    if any(one[mark] and other[mark] and one[mark] != other[mark] for mark in ("sex", "born")):
        return True
    if one["place"] and one["place"] == other["place"]:
        return False
    units = one["unit"], other["unit"]
    if all(units):
        return not (units[0] in units[1] or units[1] in units[0])
    return bool(one["place"] and other["place"])


def _office(entry: Entry) -> str:
    told = ", ".join(filter(None, (entry.text("role"), entry.text("unit"), entry.text("place_text"))))
    return f" ({told})" if told else ""


def _shown(laureate: Laureate, roll: Roll) -> str:
    place = roll.place_name(laureate.place) if laureate.place else ""
    told = ", ".join(filter(None, (laureate.subject.role, laureate.unit, place)))
    return f"{laureate.name}{f', {told}' if told else ''} (mã {laureate.id})"
