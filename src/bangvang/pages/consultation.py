"""The page of a consultation: who is proposed and for what, until when the public can answer, and what came of it."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.course import consultation_course
from bangvang.pages.honours import brief
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import agency_link, basis_links, decision_line, file_lines
from bangvang.pages.people import MEDALS, initials
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, notice, record_page, was_removed
from bangvang.pages.records_index import Entry, Front, by_time, each, facts, index_page
from bangvang.records import Consultation, PartialDate, RuleName
from bangvang.records.consultation import Candidate
from bangvang.registry import counts_as_living, rule_on
from bangvang.vietnamese import text_key

TAB = "phong-trao"
SECTION = Section("consultation", TAB, Link("Lấy ý kiến nhân dân", "lay-y-kien/"))
CRUMBS = SECTION.crumbs
_FRONT = Front(
    sub="Người, tập thể được đề nghị khen thưởng và thành tích của họ, để người dân góp ý trước khi quyết định.",
    icon="people",
    empty="Chưa có đợt lấy ý kiến nào",
    hint="Khi có người, tập thể được đề nghị khen thưởng cần hỏi ý kiến, danh sách, thời hạn và cách góp ý sẽ ở đây.",
)


class CandidateView(NamedTuple):
    """Who is proposed, as the record says and no more."""

    number: int
    name: str
    url: str | None
    kind: str
    medal: str
    initials: str
    role: str
    head: str
    members: tuple[str, ...]
    place: PlaceLine | None
    fields: tuple[Link, ...]
    award: Link | None
    achievement: str
    withheld: bool = False


def consultation_page(reading: Reading, id: str) -> Page:
    """The page that the consultation's state allows; search engines stay out where living people are named."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    consultation = reading.find(Consultation, id)
    assert consultation is not None
    outcome = consultation.outcome
    context = {
        "consultation": consultation,
        "course": consultation_course(consultation, reading.day),
        "opens": _day(consultation, "opens"),
        "closes": _day(consultation, "closes"),
        "working_days": _working_days(reading, consultation),
        "agency": agency_link(reading, consultation.agency),
        "campaign": reading.link("campaign", consultation.campaign),
        "award": reading.link("award", consultation.award),
        "bases": basis_links(reading, consultation.legal_basis),
        "candidates": [
            _candidate(reading, number, candidate) for number, candidate in enumerate(consultation.candidates, 1)
        ],
        "outcome": outcome,
        "decision": decision_line(reading, outcome.decision) if outcome and outcome.decision else None,
        "files": file_lines(consultation.files),
    }
    living = any(counts_as_living(candidate, reading.day) for candidate in consultation.candidates)
    return record_page(
        reading,
        SECTION,
        id,
        consultation,
        description=_description(consultation),
        context=context,
        indexed=not living,
    )


def consultations_page(reading: Reading) -> Page:
    """All consultations by year, the one that closes last first."""
    told = list(each(reading, SECTION, Consultation))
    told.sort(key=lambda pair: text_key(pair[1].title))
    told.sort(key=lambda pair: pair[1].closes, reverse=True)
    groups = by_time((str(record.closes.year), _entry(reading, link, record)) for link, record in told)
    return index_page(reading, SECTION, _FRONT, groups)


def _candidate(reading: Reading, number: int, candidate: Candidate) -> CandidateView:
    if was_removed(reading, candidate.id):
        return CandidateView(number, "", None, "", "", "", "", "", (), None, (), None, "", withheld=True)
    profile = reading.person(candidate.id) if candidate.id else None
    return CandidateView(
        number=number,
        name=candidate.name,
        url=profile.url if profile else None,
        kind=candidate.kind.label,
        medal=MEDALS[candidate.kind],
        initials=initials(candidate.name),
        role=", ".join(part for part in (candidate.role, candidate.unit) if part),
        head=candidate.head or "",
        members=candidate.members,
        place=place_line(reading, candidate.place, candidate.place_text),
        fields=reading.links("field", candidate.fields),
        award=reading.link("award", candidate.award),
        achievement=candidate.achievement,
    )


def _working_days(reading: Reading, consultation: Consultation) -> int | None:
    """What the record says is required, otherwise the site's rule on the first day."""
    if consultation.working_days is not None:
        return consultation.working_days
    return rule_on(reading.site, RuleName.CONSULTATION_DAYS, consultation.opens)


def _day(consultation: Consultation, end: str) -> str:
    day = consultation.opens if end == "opens" else consultation.closes
    return brief(PartialDate(day.year, day.month, day.day))


def _entry(reading: Reading, link: Link, consultation: Consultation) -> Entry:
    agency = agency_link(reading, consultation.agency)
    count = len(consultation.candidates)
    return Entry(
        link=link,
        badge="",
        summary=consultation.summary or "",
        facts=facts(
            ("cal", f"{_day(consultation, 'opens')}–{_day(consultation, 'closes')}"),
            ("people", f"{count} trường hợp được đề nghị"),
            ("brief", agency.text if agency else None),
        ),
        illustrative=consultation.illustrative,
        course=consultation_course(consultation, reading.day),
    )


def _description(consultation: Consultation) -> str:
    return (
        f"{consultation.title}: {len(consultation.candidates)} trường hợp, "
        f"nhận ý kiến đến hết ngày {_day(consultation, 'closes')}."
    )
