"""The page of a decision: its card, everybody whom it honours in printed order, totals by kind, files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.history import decision_history
from bangvang.pages.honours import (
    AmendmentNote,
    Turn,
    amendment_notes,
    award_title,
    brief,
    fallen,
    spoken,
    turns,
)
from bangvang.pages.json_ld import creative_work
from bangvang.pages.page import Link, Page
from bangvang.pages.paper_names import decision_link, decision_name
from bangvang.pages.papers import agency_link, basis_links, file_lines, signature
from bangvang.pages.people import MEDALS, initials, role_at
from bangvang.pages.places import PlaceLine, joined, place_line
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, notice, record_card, record_page, was_removed
from bangvang.pages.rulings import ruled, rulings_by
from bangvang.records import Decision, Recipient, RemovedRow, SubjectKind
from bangvang.records.decision import Correction
from bangvang.registry import GivenHonour, PageForm, is_private

TAB = "quyet-dinh"
SECTION = Section("decision", TAB, Link("Quyết định", "quyet-dinh/"))
_COUNTED = {
    SubjectKind.INDIVIDUAL: "cá nhân",
    SubjectKind.COLLECTIVE: "tập thể",
    SubjectKind.HOUSEHOLD: "hộ gia đình",
    SubjectKind.LOCALITY: "địa phương",
}


class RowView(NamedTuple):
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
    fallen: str | None = None
    turns: tuple[Turn, ...] = ()
    amendments: tuple[AmendmentNote, ...] = ()
    withheld: bool = False
    left_out: bool = False
    """Whether only this copy of the site does not tell the name."""


class CorrectionView(NamedTuple):
    """What the decision puts right in an earlier one; of private facts only which."""

    item: str
    decision: Link
    person: Link | None
    was: str | None
    now: str | None


class Revocation(NamedTuple):
    """An honour that the decision cancels, strips or restores."""

    what: str
    person: Link
    day: str


@question
def honours_of_decision(answers: Answers, id: str) -> tuple[GivenHonour, ...]:
    """A decision's honours by row."""
    return tuple(answers.registry.honours_of_decision(id).values())


@question
def replaced_by(answers: Answers, id: str) -> tuple[str, ...]:
    """Later decisions in place of this one."""
    return tuple(answers.registry.used_by("decision", id, "decision", "replaces"))


@question
def corrected_by(answers: Answers, id: str) -> tuple[str, ...]:
    """Later decisions that put something in this one right."""
    return tuple(answers.registry.used_by("decision", id, "decision", "corrects"))


def decision_page(reading: Reading, id: str) -> Page:
    """The page that the decision's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    decision = reading.find(Decision, id)
    assert decision is not None
    named = [row for row in decision.recipients if isinstance(row, Recipient) and not was_removed(reading, row.id)]
    totals = Counter(row.kind for row in named)
    issuer = agency_link(reading, decision.issuer)
    context = {
        "decision": decision,
        "issuer": issuer,
        "signature": signature(decision.signer),
        "day": spoken(decision.date),
        "totals": [(totals[kind], name) for kind, name in _COUNTED.items() if totals[kind]],
        "total": len(named),
        "campaign": reading.link("campaign", decision.campaign),
        "event": reading.link("event", decision.event),
        "bases": basis_links(reading, decision.bases),
        "proposed_by": [
            (agency_link(reading, proposal.agency), reading.link("document", proposal.document))
            for proposal in decision.proposed_by
        ],
        "files": file_lines(decision.files),
        **_list(reading, id, decision),
        **_history(reading, id, decision),
    }
    return record_page(
        reading,
        SECTION,
        id,
        decision,
        description=_description(decision, issuer, totals),
        context=context,
        data=_data(reading, SECTION.url(id), decision, issuer),
        card=record_card(
            reading, SECTION, id, decision, label="Quyết định khen thưởng", lines=_card_lines(decision, totals)
        ),
    )


def _card_lines(decision: Decision, totals: Counter[SubjectKind]) -> tuple[str, ...]:
    return f"{decision_name(decision)} ngày {brief(decision.date)}", _counted(totals)


def _list(reading: Reading, id: str, decision: Decision) -> Mapping[str, object]:
    """Everybody, and the award that all of them got, if it is one."""
    rows = decision_rows(reading, id, decision)
    awards = {row.award for row in rows if row.award}
    return {"rows": rows, "one_award": awards.pop() if len(awards) == 1 else None}


def _history(reading: Reading, id: str, decision: Decision) -> Mapping[str, object]:
    """What the decision changes in earlier ones, and later ones in it."""
    return {
        "replaces": reading.links("decision", decision.replaces),
        "corrects": [_corrected(reading, correction) for correction in decision.corrects],
        "replaced_by": _rulings(reading, reading.ask(replaced_by, id)),
        "corrected_by": _rulings(reading, reading.ask(corrected_by, id)),
        "revokes": _revoked(reading, id),
        "history": decision_history(reading, id, reading.ask(honours_of_decision, id)),
    }


def _revoked(reading: Reading, id: str) -> list[Revocation]:
    """Those whose pages the public may see, each honour by a link of its own."""
    found = []
    for ruling in reading.ask(rulings_by, id):
        person = reading.person(ruling.laureate)
        if person is not None:
            link = Link(person.text, f"{person.url}#{ruling.anchor}")
            found.append(Revocation(ruled(ruling.state), link, brief(ruling.date)))
    return found


def _corrected(reading: Reading, correction: Correction) -> CorrectionView:
    private = is_private(correction.field)
    return CorrectionView(
        item=correction.field[:1].lower() + correction.field[1:],
        decision=decision_link(reading, correction.decision) or Link("quyết định trước"),
        person=reading.person(correction.recipient) if correction.recipient else None,
        was=None if private else correction.was,
        now=None if private else correction.now,
    )


def _rulings(reading: Reading, ids: Sequence[str]) -> tuple[tuple[Link, str], ...]:
    """Later decisions by number and day."""
    found = []
    for id in ids:
        decision, link = reading.find(Decision, id), decision_link(reading, id)
        if decision is not None and link is not None:
            found.append((link, brief(decision.date)))
    return tuple(found)


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


def decision_rows(reading: Reading, id: str, decision: Decision) -> list[RowView]:
    """Everybody in printed order; of who was removed, that there was a row."""
    given = {honour.row: honour for honour in reading.ask(honours_of_decision, id)}
    return [
        _row(reading, index, row.id, given[index])
        if isinstance(row, Recipient) and not was_removed(reading, row.id)
        else _removed_row(index, left_out=isinstance(row, RemovedRow) and row.withheld)
        for index, row in enumerate(decision.recipients)
    ]


def _row(reading: Reading, index: int, id: str, honour: GivenHonour) -> RowView:
    row = honour.subject
    laureate = reading.laureate(id)
    form = reading.appearance(laureate).page if laureate else PageForm.NONE
    shown = form in (PageForm.FULL, PageForm.SHORT)
    return RowView(
        number=index + 1,
        name=row.name,
        url=f"guong/{laureate.id}/#{honour.anchor}" if laureate and shown else None,
        medal=MEDALS[row.kind],
        initials=initials(row.name),
        role=role_at(row.role, row.unit, ""),
        award=award_title(reading, honour),
        place=place_line(reading, row.place, row.place_text),
        reason=honour.facts.reason or "",
        fallen=fallen(reading, honour),
        turns=turns(reading, honour.facts),
        amendments=amendment_notes(reading, honour),
    )


def _removed_row(index: int, *, left_out: bool) -> RowView:
    return RowView(index + 1, "", None, "", "", "", "", None, "", withheld=True, left_out=left_out)


def _counted(totals: Counter[SubjectKind]) -> str:
    return joined([f"{totals[kind]} {name}" for kind, name in _COUNTED.items() if totals[kind]])


def _description(decision: Decision, issuer: Link | None, totals: Counter[SubjectKind]) -> str:
    by = f" của {issuer.text}" if issuer else ""
    return f"{decision_name(decision)} ngày {brief(decision.date)}{by}: khen thưởng {_counted(totals)}."
