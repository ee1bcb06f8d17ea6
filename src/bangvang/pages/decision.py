"""The page of a decision: its card, everybody whom it honours in printed order, totals by kind, files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bangvang.pages.answers import Answers, question
from bangvang.pages.honours import FALLEN, award_title, brief, spoken
from bangvang.pages.json_ld import creative_work
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import agency_link, basis_links, decision_line, file_lines, signature
from bangvang.pages.people import MEDALS, initials
from bangvang.pages.places import PlaceLine, joined, place_line
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, notice, record_page, was_removed
from bangvang.records import Decision, Recipient, SubjectKind
from bangvang.registry import GivenHonour, PageForm

TAB = "quyet-dinh"
SECTION = Section("decision", TAB, Link("Quyết định", "quyet-dinh/"))
_COUNTED = {
    SubjectKind.INDIVIDUAL: "cá nhân",
    SubjectKind.COLLECTIVE: "tập thể",
    SubjectKind.HOUSEHOLD: "hộ gia đình",
    SubjectKind.LOCALITY: "địa phương",
}


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the list."""

    number: int
    name: str
    url: str | None
    medal: str
    initials: str
    role: str
    award: str
    place: PlaceLine | None
    reason: str
    fallen: str | None
    withheld: bool


@question
def honours_of_decision(answers: Answers, id: str) -> tuple[GivenHonour, ...]:
    """A decision's honours by row."""
    loaded = answers.registry.loaded("decision", id)
    found = []
    if loaded is not None and isinstance(loaded.record, Decision):
        for index, row in enumerate(loaded.record.recipients):
            if isinstance(row, Recipient):
                found.append(GivenHonour(row.id, row, loaded, index))
    return tuple(found)


@question
def corrections_of(answers: Answers, id: str) -> tuple[str, ...]:
    """Later decisions that replace or correct this one."""
    registry = answers.registry
    found = [
        *registry.used_by("decision", id, "decision", "replaces"),
        *registry.used_by("decision", id, "decision", "corrects"),
    ]
    return tuple(dict.fromkeys(found))


def decision_page(reading: Reading, id: str) -> Page:
    """The page that the decision's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    decision = reading.find(Decision, id)
    assert decision is not None
    rows = _rows(reading, id, decision)
    awards = tuple(dict.fromkeys(row.award for row in rows if row.award))
    named = [row for row in decision.recipients if isinstance(row, Recipient) and not was_removed(reading, row.id)]
    totals = Counter(row.kind for row in named)
    issuer = agency_link(reading, decision.issuer)
    campaign = reading.link("campaign", decision.campaign)
    context = {
        "decision": decision,
        "issuer": issuer,
        "signature": signature(decision.signer),
        "day": spoken(decision.date),
        "rows": rows,
        "one_award": awards[0] if len(awards) == 1 else None,
        "awards": awards,
        "totals": [(totals[kind], name) for kind, name in _COUNTED.items() if totals[kind]],
        "total": len(decision.recipients),
        "campaign": campaign,
        "event": reading.link("event", decision.event),
        "bases": basis_links(reading, decision.bases),
        "proposed_by": [
            (agency_link(reading, proposal.agency), reading.link("document", proposal.document))
            for proposal in decision.proposed_by
        ],
        "files": file_lines(decision.files),
        "replaces": reading.links("decision", decision.replaces),
        "corrects": [
            (
                entry,
                decision_line(reading, entry.decision),
                reading.person(entry.recipient) if entry.recipient else None,
            )
            for entry in decision.corrects
        ],
        "corrected_by": [line for other in reading.ask(corrections_of, id) if (line := decision_line(reading, other))],
        "updated": decision.updated,
    }
    return record_page(
        reading,
        SECTION,
        id,
        decision,
        description=_description(decision, issuer, totals),
        context=context,
        data=_data(reading, SECTION.url(id), decision, issuer),
    )


def _data(reading: Reading, url: str, decision: Decision, issuer: Link | None) -> tuple[Mapping[str, object], ...]:
    if decision.illustrative or reading.site is None:
        return ()
    return (
        creative_work(
            decision.title,
            url=f"{reading.site.address}{url}",
            number=decision.number,
            published=str(decision.date) if decision.date else None,
            publisher=issuer.text if issuer else None,
        ),
    )


def _rows(reading: Reading, id: str, decision: Decision) -> list[RowView]:
    given = {honour.row: honour for honour in reading.ask(honours_of_decision, id)}
    return [
        _row(reading, index, row, given[index]) if isinstance(row, Recipient) else _removed_row(index)
        for index, row in enumerate(decision.recipients)
    ]


def _row(reading: Reading, index: int, row: Recipient, honour: GivenHonour) -> RowView:
    if was_removed(reading, row.id):
        return _removed_row(index)
    laureate = reading.laureate(row.id)
    form = reading.appearance(laureate).page if laureate else PageForm.NONE
    state = honour.standing(reading.day)
    shown = form in (PageForm.FULL, PageForm.SHORT)
    return RowView(
        number=index + 1,
        name=row.name,
        url=f"guong/{laureate.id}/#{honour.anchor}" if laureate and shown else None,
        medal=MEDALS[row.kind],
        initials=initials(row.name),
        role=", ".join(part for part in (row.role, row.unit) if part),
        award=award_title(reading, honour),
        place=place_line(reading, row.place, row.place_text),
        reason=row.reason or "",
        fallen=FALLEN.get(state) if state else None,
        withheld=False,
    )


def _removed_row(index: int) -> RowView:
    return RowView(index + 1, "", None, "", "", "", "", None, "", None, True)


def _description(decision: Decision, issuer: Link | None, totals: Counter[SubjectKind]) -> str:
    counted = joined([f"{totals[kind]} {name}" for kind, name in _COUNTED.items() if totals[kind]])
    number = f"Quyết định số {decision.number}" if decision.number else "Quyết định"
    by = f" của {issuer.text}" if issuer else ""
    return f"{number} ngày {brief(decision.date)}{by}: khen thưởng {counted}."
