"""Honours as readers meet them: the award in words, the decision, who gave it, whether it still stands."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.escaping import escaped
from bangvang.pages.page import Link
from bangvang.pages.paper_names import decision_link, decision_name, document_link
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading
from bangvang.records import Agency, Award, Decision, Honour, HonourFacts, PartialDate
from bangvang.records.award import AwardLevel
from bangvang.records.dispute import Dispute
from bangvang.records.honour import StandingState
from bangvang.records.record import Source
from bangvang.registry import GivenHonour
from bangvang.vietnamese import day_in_words, short_day

_CLASSES = {1: "hạng Nhất", 2: "hạng Nhì", 3: "hạng Ba"}
_FALLEN = {StandingState.CANCELLED: "Đã hủy bỏ", StandingState.STRIPPED: "Đã bị tước"}


class Turn(NamedTuple):
    """One change in an honour's fate."""

    label: str
    when: str
    reason: str
    ruling: Link | None

    def __html__(self) -> str:
        ruling = f" ({self.ruling.__html__()})" if self.ruling else ""
        return f"{escaped(self.label)} {self.when}: {escaped(self.reason)}{ruling}"

    @property
    def ground(self) -> str:
        """When, and by whose word."""
        return f"{self.when} theo {self.ruling.text}" if self.ruling else self.when


class AmendmentNote(NamedTuple):
    """What a later decision put right."""

    item: str
    ruling: Link
    day: str
    now: str | None
    printed: str | None

    def __html__(self) -> str:
        now = f", nay là “{escaped(self.now)}”" if self.now else ""
        printed = f"; in trong quyết định: “{escaped(self.printed)}”" if self.printed else ""
        return f"{escaped(self.item)} được đính chính bởi {self.ruling.__html__()} ngày {self.day}{now}{printed}"


class HonourView(NamedTuple):
    """One honour, told in full."""

    anchor: str
    title: str
    award: Link | None
    year: str
    day: str
    number: str | None
    decision: Link | None
    authority: Link | None
    register_number: str | None
    place: PlaceLine | None
    unit: str | None
    campaign: Link | None
    ground: str | None
    reason: str | None
    shared_with: tuple[Link, ...]
    dispute: Dispute | None
    sources: tuple[Source, ...]
    fallen: str | None
    """What has become of it, where it no longer stands."""
    turns: tuple[Turn, ...]
    amendments: tuple[AmendmentNote, ...]
    top: bool
    """Whether it is of the state's own level."""
    recipient: str
    """The name that it was given to."""
    when: str
    invented: bool
    address: str
    """Where it is told of, from wherever somebody reads that; empty where the site has no address."""

    @property
    def short(self) -> str:
        """The award and its year."""
        return f"{self.title}, {self.year}" if self.year else self.title


def honour_view(reading: Reading, honour: GivenHonour) -> HonourView:
    """An honour with everything that is known of it."""
    facts = honour.facts
    award = reading.find(Award, honour.award)
    subject = honour.subject
    date = honour.date
    lost = fallen(reading, honour)
    return HonourView(
        anchor=honour.anchor,
        title=award_title(reading, honour),
        award=reading.link("award", honour.award) if award else None,
        year=str(date.year) if date else "",
        day=spoken(date),
        number=honour.number,
        decision=_decision(reading, honour),
        authority=_authority(reading, honour),
        register_number=facts.register_number,
        place=place_line(reading, subject.place, subject.place_text) if honour.decision else None,
        unit=subject.unit if honour.decision else None,
        campaign=reading.link("campaign", honour.campaign),
        ground=honour.ground.label if honour.ground else None,
        reason=facts.reason,
        shared_with=tuple(link for id in facts.shared_with if (link := reading.person(id))),
        dispute=facts.dispute,
        sources=facts.sources if isinstance(facts, Honour) else (),
        fallen=lost,
        turns=turns(reading, facts) if facts.standing else (),
        amendments=amendment_notes(reading, honour) if honour.amendments else (),
        top=award is not None and award.level is AwardLevel.STATE and lost is None,
        recipient=subject.name,
        when=_when(date) if date else "",
        invented=getattr(honour.source.record, "illustrative", False),
        address=f"{reading.site.address}guong/{honour.laureate}/#{honour.anchor}" if reading.site else "",
    )


def fallen(reading: Reading, honour: GivenHonour) -> str | None:
    """What has become of an honour that no longer stands."""
    state = honour.standing(reading.day)
    return _FALLEN.get(state) if state else None


def turns(reading: Reading, facts: HonourFacts) -> tuple[Turn, ...]:
    """The changes in an honour's fate so far."""
    return tuple(
        Turn(
            turn.state.label,
            _when(turn.date),
            turn.reason,
            decision_link(reading, turn.decision) or document_link(reading, turn.decision),
        )
        for turn in facts.standing
        if turn.date.first <= reading.day
    )


def amendment_notes(reading: Reading, honour: GivenHonour) -> tuple[AmendmentNote, ...]:
    """What later decisions put right in an honour's row."""
    found = []
    for amendment in honour.amendments:
        by = reading.find(Decision, amendment.by.id)
        ruling = decision_link(reading, amendment.by.id)
        if by is not None and ruling is not None:
            found.append(AmendmentNote(amendment.item, ruling, brief(by.date), amendment.now, amendment.printed))
    return tuple(found)


def award_title(reading: Reading, honour: GivenHonour) -> str:
    """“Huân chương Lao động hạng Nhì (lần thứ hai, truy tặng)”."""
    facts = honour.facts
    award = reading.find(Award, honour.award)
    name = facts.award_text or (award.name if award else "Khen thưởng")
    if award is not None and facts.award_text and award.name.lower() not in facts.award_text.lower():
        name = f"{award.name} “{facts.award_text}”" if award.named else facts.award_text
    decision = honour.decision
    rank = facts.class_ or (decision.class_ if decision and not facts.award else None)
    if rank and not (award and award.class_):
        name += f" {_CLASSES.get(rank, f'hạng {rank}')}"
    marks = []
    if facts.times:
        marks.append(f"lần thứ {facts.times}")
    if facts.posthumous:
        marks.append("truy tặng")
    return f"{name} ({', '.join(marks)})" if marks else name


def award_year(reading: Reading, honour: GivenHonour) -> str:
    """The award and its year, for one line."""
    title = award_title(reading, honour)
    return f"{title}, {honour.date.year}" if honour.date else title


def spoken(date: PartialDate | None) -> str:
    """“Ngày 02 tháng 9 năm 2026”."""
    return _capital(day_in_words(date.year, date.month, date.day)) if date else ""


def brief(date: PartialDate | None) -> str:
    """“02/9/2026”."""
    return short_day(date.year, date.month, date.day) if date else ""


def _when(date: PartialDate) -> str:
    """“ngày 02/9/2026”, “tháng 9/2026”, “năm 2026”."""
    part = "ngày" if date.day else "tháng" if date.month else "năm"
    return f"{part} {brief(date)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _decision(reading: Reading, honour: GivenHonour) -> Link | None:
    if honour.decision is None:
        return None
    return Link(decision_name(reading.find(Decision, honour.source.id)), f"quyet-dinh/{honour.source.id}/")


def _authority(reading: Reading, honour: GivenHonour) -> Link | None:
    agency = reading.find(Agency, honour.authority)
    if agency is not None:
        return Link(agency.name, f"co-quan/{honour.authority}/")
    text = honour.facts.authority_text if isinstance(honour.facts, Honour) else None
    return Link(text) if text else None
