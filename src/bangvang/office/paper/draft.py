"""Draft records from a recognition: what the registry knows becomes a relation, the rest stays words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bangvang.office.paper.duties import Duty
from bangvang.office.paper.goals import Goal
from bangvang.office.paper.outline import Passage
from bangvang.office.paper.recognition import Recognition
from bangvang.office.paper.whereabouts import Whereabouts
from bangvang.records.document import DocumentType
from bangvang.records.target import Aim
from bangvang.registry import Registry
from bangvang.vietnamese import find_days, fold, parse_document_number

Tree = dict[str, Any]
_LINE, _PROSE, _MOST_IN_WORDS = 500, 20_000, 400_000
_LAUNCHES = re.compile(r"phát động|phong trào thi đua|đợt thi đua|cuộc vận động", re.IGNORECASE)
_CALLED = re.compile(r"(?P<name>(?:phong trào|đợt|cuộc vận động).*)", re.IGNORECASE)
_CONTESTED = ("noi dung thi dua", "noi dung phong trao")


def draft_document(read: Recognition, registry: Registry) -> Tree:
    """The data of a document record, as a draft."""
    where = Whereabouts(registry, read)
    head = read.letterhead
    issuer = where.issuer()
    tree: Tree = {
        "status": "draft",
        "type": (head.type or DocumentType.PLAN).value,
        "number": _number(read),
        "number_reading": _number_reading(read),
        "title": head.title[:_LINE],
        "issuer": issuer,
        "level": where.level(issuer),
        "issued_at": head.day.place[:_LINE] if head.day else None,
        "date": _date(read),
        "signers": [_signer(one) for one in read.ending.signatures],
        "bases": [where.document(text) or {"text": text[:_LINE]} for text in head.bases],
        "implements": _unique(where.documents(" ".join(head.carries_out) or head.title)),
        "period": _period(read),
        "mentions": _mentions(read, where),
        "tasks": [_task(duty, where) for duty in read.duties],
        "reporting": _reporting(read),
        "recipients": [_addressee(one, where) for one in read.ending.received],
        "file_code": read.ending.filed[:_LINE],
        "readings": [_kept({"printed": s.printed, "reading": s.reading, "note": s.note[:_LINE]}) for s in read.slips],
        "opening": _verbatim(read.outline.opening),
        "sections": [_section(passage) for passage in read.outline.passages],
        "closing": _verbatim(read.outline.closing),
    }
    return _kept(tree)


def draft_campaign(read: Recognition, registry: Registry) -> Tree | None:
    """The data of a campaign record, for a paper that launches one."""
    title = read.letterhead.title
    if not (_LAUNCHES.search(title) or (read.goals and _LAUNCHES.search(" ".join(read.outline.opening)))):
        return None
    where = Whereabouts(registry, read)
    issuer = where.issuer()
    called = _CALLED.search(title)
    name = called["name"] if called else title
    tree: Tree = {
        "status": "draft",
        "name": f"{name[:1].upper()}{name[1:]}"[:300],
        "type": _campaign_type(title),
        "level": where.level(issuer),
        "issuers": [issuer] if issuer else [],
        "place": where.place(issuer),
        "period": _period(read),
        "contents": [{"heading": text[:_LINE]} for text in _contents(read)],
        "targets": [_target(goal) for goal in read.goals],
    }
    return _kept(tree)


def _kept(tree: Tree) -> Tree:
    return {key: value for key, value in tree.items() if value not in (None, "", [], {})}


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _number(read: Recognition) -> str | None:
    """As printed; one whose digits are blank is none."""
    number = read.letterhead.number
    parsed = parse_document_number(number)
    return None if not number or (parsed is not None and parsed.number is None) else number[:_LINE]


def _number_reading(read: Recognition) -> str | None:
    number = parse_document_number(_number(read) or "")
    if number is None or not number.warnings or not number.canonical or "?" in number.canonical:
        return None
    return number.canonical


def _date(read: Recognition) -> str | None:
    parts = read.letterhead.day.parts if read.letterhead.day else None
    if parts is None:
        return None
    year, month, day = parts
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def _signer(one: Any) -> Tree:
    return _kept({"name": one.name, "title": one.title, "title_2": one.title_2, "capacity": one.capacity[:_LINE]})


def _period(read: Recognition) -> Tree | None:
    for passage, _ in read.outline.walk():
        if "thoi gian" in fold(passage.heading):
            said = [passage.heading, *passage.lines]
            for text in said:
                until = re.search(r"(?P<from>[Tt]ừ nay|[Tt]ừ ngày \S+)?\s*đến\s+(?P<to>(?:hết\s+)?ngày\s+[\d/]+)", text)
                days = _days(until["to"]) if until else []
                if until and days:
                    begin = _days(until["from"] or "")
                    return _kept(
                        {
                            "from": begin[0] if begin else None,
                            "from_printed": until["from"],
                            "to": days[0],
                            "to_printed": until["to"],
                        }
                    )
    year = re.search(r"năm\s+((?:19|20)\d{2})(?!\d|\s*[-–]\s*\d)", read.letterhead.title)
    return {"from": year[1], "to": year[1]} if year else None


def _days(text: str) -> list[str]:
    return [f"{one.year:04}-{one.month:02}-{one.day:02}" for one in find_days(text) if one.year is not None]


def _mentions(read: Recognition, where: Whereabouts) -> list[str]:
    body = " ".join(line for passage in read.outline.passages for line in passage.printed())
    named = {id for text in read.letterhead.bases for id in where.documents(text)}
    return [id for id in _unique(where.documents(body)) if id not in named]


def _task(duty: Duty, where: Whereabouts) -> Tree:
    return _kept(
        {
            "what": duty.what[:_PROSE],
            "lead": [where.actor(name) for name in duty.lead],
            "with": [where.actor(name) for name in duty.together],
            "due": [duty.due.as_data()] if duty.due else [],
            "section": duty.section[:_LINE],
        }
    )


def _reporting(read: Recognition) -> Tree | None:
    report = read.report
    if report is None:
        return None
    return _kept(
        {
            "every": [cycle.value for cycle in report.every],
            "to": report.to[:_LINE],
            "via": report.via[:_LINE],
            "printed": report.printed[:_LINE],
        }
    )


def _addressee(one: Any, where: Whereabouts) -> Tree:
    tree = {"name": one.name[:_LINE], "agency": where.agency(one.name)}
    return _kept(tree | ({"for_report": "true"} if one.for_report else {}))


def _section(passage: Passage) -> Tree:
    return _kept(
        {
            "number": passage.number,
            "heading": passage.heading[:_LINE],
            "text": _verbatim(passage.lines),
            "sections": [_section(inner) for inner in passage.passages],
        }
    )


def _verbatim(lines: Iterable[str]) -> str:
    text = "\n".join(lines)
    return f"{text}\n" if text else ""


def _contents(read: Recognition) -> list[str]:
    """The headings right below “Nội dung thi đua”."""
    for passage, _ in read.outline.walk():
        if any(word in fold(passage.heading) for word in _CONTESTED):
            found = [inner.heading for inner in passage.passages if inner.heading]
            if len(found) > 1 or not passage.passages:
                headings = [inner.heading for top in passage.passages for inner in top.passages if inner.heading]
                return (
                    headings if len(headings) > len(found) and any("noi dung" in fold(one) for one in found) else found
                )
    return []


def _campaign_type(title: str) -> str:
    plain = fold(title)
    for word, code in (
        ("cao diem", "peak"),
        ("chuyen de", "thematic"),
        ("cuoc van dong", "drive"),
        ("dac biet", "special"),
    ):
        if word in plain:
            return code
    if "dot thi dua" in plain:
        return "wave"
    return "annual"


def _target(goal: Goal) -> Tree:
    tree: Tree = {
        "name": goal.name,
        "aim": goal.aim.value if goal.aim is not Aim.REACH else None,
        "value": goal.value,
        "of": goal.of,
        "text": goal.text,
        "unit": goal.unit,
        "group": goal.group,
        "complete": None if goal.is_complete else "false",
        "parts": [_target(part) for part in goal.parts],
        "printed": goal.printed,
    }
    return _kept(tree)
