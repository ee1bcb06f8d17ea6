"""The sheets in words: a script to be read on the radio, a list for the press."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, takewhile

from bangvang.book.sheets.docx import Block, Heading, Paragraph, Table, docx
from bangvang.book.sheets.rows import HonourRow, LeftOut, day_inside, decision_of, left_out, rows_of_decision
from bangvang.pages.paper_names import decision_name
from bangvang.pages.papers import agency_link
from bangvang.pages.places import joined, lower_first
from bangvang.pages.reading import Reading
from bangvang.records import Abbreviation, Decision, SubjectKind
from bangvang.registry import Registry
from bangvang.vietnamese import day_in_words, number_in_words
from bangvang.vietnamese.aloud import aloud, said_day

_WORDS_A_MINUTE = 130
_SAID_KINDS = {
    SubjectKind.INDIVIDUAL: "cá nhân",
    SubjectKind.COLLECTIVE: "tập thể",
    SubjectKind.HOUSEHOLD: "hộ gia đình",
    SubjectKind.LOCALITY: "địa phương",
}
_INVENTED = "Hư cấu, để minh họa: không phải người thật, việc thật."
_VERBS = frozenset({"Về", "Khen", "Tặng", "Truy", "Công", "Phê"})
"""With which a title may begin that is no name."""
_SHORT_FORM = re.compile(r"(?<!\w)[A-ZĐĂÂÊÔƠƯ]{2,}(?!\w)")
_HEAD = ("Số TT", "Họ tên hoặc tên gọi", "Chức vụ, đơn vị", "Địa phương", "Hình thức khen", "Thành tích")
_WIDTHS = (6, 20, 22, 16, 16, 28)


def radio_script(reading: Reading, id: str) -> list[str]:
    """The paragraphs of an announcement, everything in words."""
    decision = decision_of(reading, id)
    rows = rows_of_decision(reading, id)
    long_forms = abbreviations(reading.answers.registry)
    shared = _shared_place(rows)
    body = [
        "Kính thưa bà con và các bạn!",
        _opening(reading, decision),
        f"Theo quyết định này, có {_totals(rows)}{f' ở {shared}' if shared else ''} được khen thưởng.",
        *_announced(decision, rows, shared),
        _ending(rows),
        "Xin cảm ơn bà con đã lắng nghe.",
    ]
    said = [aloud(paragraph, long_forms) for paragraph in body]
    minutes = max(1, round(sum(len(paragraph.split()) for paragraph in said) / _WORDS_A_MINUTE))
    head = [f"BẢN TIN PHÁT THANH (đọc chậm, chừng {number_in_words(minutes)} phút)"]
    return [
        *head,
        *([_INVENTED] if decision.illustrative else []),
        *_not_to_be_read(left_out(reading, id)),
        *said,
    ]


def radio_document(reading: Reading, id: str) -> bytes:
    """The announcement as a Word document."""
    head, *paragraphs = radio_script(reading, id)
    return docx([Heading(head), *map(Paragraph, paragraphs)])


def unread(reading: Reading, id: str) -> tuple[str, ...]:
    """Short forms in a script that nobody has said how to read; names may stand in capitals and are not looked at."""
    texts = [decision_of(reading, id).title]
    for row in rows_of_decision(reading, id):
        texts += [row.award, row.role, row.place, row.reason]
    said = aloud("\n".join(texts), abbreviations(reading.answers.registry))
    return tuple(dict.fromkeys(_SHORT_FORM.findall(said)))


def press_list(reading: Reading, id: str) -> bytes:
    """The rows of a decision as a table in a Word document."""
    decision = decision_of(reading, id)
    rows = rows_of_decision(reading, id)
    issuer = agency_link(reading, decision.issuer)
    day = reading.day
    address = f" Tra cứu tại {reading.site.address}quyet-dinh/{id}/." if reading.site else ""
    blocks: list[Block] = [
        Heading("Danh sách được khen thưởng"),
        Paragraph(decision.title),
        Paragraph(
            ", ".join(
                part
                for part in (decision_name(decision), day_inside(decision.date), issuer.text if issuer else "")
                if part
            )
        ),
        *([Paragraph(_INVENTED)] if decision.illustrative else []),
        Paragraph(" ".join(part for part in (f"Gồm {_counted(rows)}.", _missing(left_out(reading, id))) if part)),
        Table(_HEAD, _WIDTHS, tuple(_cells(decision, row) for row in rows)),
        Paragraph(f"Tính đến {day_in_words(day.year, day.month, day.day)}.{address}"),
    ]
    return docx(blocks, across=True)


def abbreviations(registry: Registry) -> Mapping[str, str]:
    """Short forms and what they stand for; one that stands for several things stays as it is written."""
    known: dict[str, set[str]] = {}
    for _, entry in registry.all(Abbreviation):
        known.setdefault(entry.short, set()).add(entry.long)
    noted = {entry.short for _, entry in registry.all(Abbreviation) if entry.note}
    return {short: long.pop() for short, long in known.items() if len(long) == 1 and short not in noted}


def _opening(reading: Reading, decision: Decision) -> str:
    issuer = agency_link(reading, decision.issuer)
    date = decision.date
    who = issuer.text if issuer else "cơ quan có thẩm quyền"
    when = said_day(date.year, date.month, date.day)
    first, _, rest = decision.title.partition(" ")
    title = f"{first.lower()} {rest}" if first in _VERBS else decision.title
    return f"{when[:1].upper()}{when[1:]}, {who} ban hành {decision_name(decision)}, {title.rstrip('.')}."


def _not_to_be_read(rows: Sequence[LeftOut]) -> list[str]:
    """What the announcer should know of those whom the script passes over."""
    told = [
        f"{number_in_words(len(numbers))} trường hợp {why} (dòng số {joined(list(map(number_in_words, numbers)))})"
        for why, numbers in _by_reason(rows).items()
    ]
    note = f"Lưu ý, không đọc lên: trong danh sách của quyết định có {joined(told)}; bản tin không nhắc đến."
    return [note] if told else []


def _missing(rows: Sequence[LeftOut]) -> str:
    """The same for readers."""
    told = [
        f"{len(numbers)} trường hợp {why} (số thứ tự {joined(list(map(str, numbers)))})"
        for why, numbers in _by_reason(rows).items()
    ]
    return f"Không in {joined(told)}." if told else ""


def _by_reason(rows: Sequence[LeftOut]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(row.why, []).append(row.number)
    return found


def _shared_place(rows: list[HonourRow]) -> str:
    """The end that the places of all rows have in common: it is said once."""
    places = [lower_first(row.place).split(", ") for row in rows]
    ends = zip(*(place[::-1] for place in places), strict=False)
    common = [parts[0] for parts in takewhile(lambda parts: len(set(map(str.casefold, parts))) == 1, ends)]
    return ", ".join(common[::-1]) if len(rows) > 1 else ""


def _without(place: str, text: str) -> str:
    """A row without the end of its place that was said for all."""
    parts = place.split(", ") if place else []
    for start in range(len(parts)):
        end = ", ".join(("", *parts[start:]))
        if text.casefold().endswith(end.casefold()):
            return text[: -len(end)]
    return text


def _ending(rows: list[HonourRow]) -> str:
    """Nobody congratulates the dead."""
    invited = "mời bà con cùng học tập, làm theo những việc làm tốt ấy."
    if all(row.posthumous for row in rows):
        return f"Xin kính cẩn tưởng nhớ người đã khuất và {invited}"
    if any(row.posthumous for row in rows):
        return f"Xin kính cẩn tưởng nhớ người đã khuất, trân trọng chúc mừng những người được khen và {invited}"
    return f"Xin trân trọng chúc mừng và {invited}"


def _announced(decision: Decision, rows: list[HonourRow], shared: str) -> list[str]:
    """Award by award, in the order of the decision."""
    told = []
    for award, under in groupby(sorted(rows, key=lambda row: _first(rows, row.award)), key=lambda row: row.award):
        told.append(_award_said(award))
        told += [_sentence(decision, row, shared) for row in under]
    return told


def _first(rows: list[HonourRow], award: str) -> int:
    return next(index for index, row in enumerate(rows) if row.award == award)


def _award_said(award: str) -> str:
    name = award.removesuffix(" (truy tặng)").replace(", truy tặng)", ")")
    return f"{award} được trao cho:" if name == award else f"Truy tặng {name} cho:"


def _sentence(decision: Decision, row: HonourRow, shared: str) -> str:
    who = _without(shared, ", ".join((row.name, *map(lower_first, row.about))))
    deed = f"{who}. Thành tích: {row.reason.rstrip('.')}." if row.reason else f"{who}."
    return " ".join(part for part in (deed, _mark(decision, row)) if part)


def _mark(decision: Decision, row: HonourRow) -> str:
    """What is said of somebody invented in a list that as a whole is not."""
    return _INVENTED if row.illustrative and not decision.illustrative else ""


def _totals(rows: list[HonourRow]) -> str:
    counts = Counter(row.kind for row in rows)
    return joined([f"{number_in_words(counts[kind])} {name}" for kind, name in _SAID_KINDS.items() if counts[kind]])


def _counted(rows: list[HonourRow]) -> str:
    counts = Counter(row.kind for row in rows)
    return joined([f"{counts[kind]} {name}" for kind, name in _SAID_KINDS.items() if counts[kind]])


def _cells(decision: Decision, row: HonourRow) -> tuple[str, ...]:
    name = ". ".join(part for part in (row.name, _mark(decision, row)) if part)
    return (str(row.number), name, row.role, row.place, row.award, row.reason)
