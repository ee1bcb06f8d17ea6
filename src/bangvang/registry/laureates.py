"""Laureates: each honouree once, made of a profile and of every row of decisions under the same id."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bangvang.loading import Loaded
from bangvang.records import (
    Decision,
    Ground,
    Honour,
    Honouree,
    HonourFacts,
    PartialDate,
    Recipient,
    Removed,
    StandingState,
    Subject,
    SubjectKind,
)
from bangvang.registry.amendments import Amendment, amended, corrections_due
from bangvang.registry.states import Visibility, standing_on, visibility


@dataclass(frozen=True, slots=True)
class GivenHonour:
    """One award to one laureate, with what its decision says for all its rows filled in."""

    laureate: str
    facts: HonourFacts
    source: Loaded
    row: int
    """The place in the decision's list or in the profile's honours, from nought."""
    public: bool = True
    """Whether its source may be seen on the day."""
    amendments: tuple[Amendment, ...] = ()
    """What later decisions put right in its row; `facts` already tell it."""

    decision: Decision | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        record = self.source.record
        object.__setattr__(self, "decision", record if isinstance(record, Decision) else None)

    @property
    def subject(self) -> Subject:
        """Who, as this honour's source names them."""
        if isinstance(self.facts, Recipient):
            return self.facts
        assert isinstance(self.source.record, Honouree)
        return self.source.record

    @property
    def award(self) -> str | None:
        decision = self.decision
        if self.facts.award or self.facts.award_text or decision is None:
            return self.facts.award
        return decision.award

    @property
    def date(self) -> PartialDate | None:
        decision = self.decision
        if decision is not None:
            return decision.date
        return self.facts.date if isinstance(self.facts, Honour) else None

    @property
    def number(self) -> str | None:
        decision = self.decision
        if decision is not None:
            return decision.number
        return self.facts.number if isinstance(self.facts, Honour) else None

    @property
    def authority(self) -> str | None:
        """The agency that gave it."""
        decision = self.decision
        if decision is not None:
            return decision.issuer
        return self.facts.authority if isinstance(self.facts, Honour) else None

    @property
    def campaign(self) -> str | None:
        decision = self.decision
        return self.facts.campaign or (decision.campaign if decision else None)

    @property
    def ground(self) -> Ground | None:
        decision = self.decision
        return self.facts.basis or (decision.basis if decision else None)

    @property
    def fields(self) -> tuple[str, ...]:
        return self.facts.fields if isinstance(self.facts, Recipient | Honour) else ()

    @property
    def anchor(self) -> str:
        """The part of the page's address that leads to this honour."""
        return f"{self.source.id}-{self.row + 1}"

    def standing(self, day: datetime.date) -> StandingState | None:
        return standing_on(self.facts.standing, day)


@dataclass(slots=True)
class Laureate:
    """One person, collective, household or locality of the roll."""

    id: str
    profile: Loaded | None = None
    honours: list[GivenHonour] = field(default_factory=list)
    told: bool = True
    """Whether the profile may be seen: neither a draft nor under embargo."""
    merged: list[str] = field(default_factory=list)
    """Ids that were found to be the same and now lead here."""
    _subject: Subject | None = None

    @property
    def record(self) -> Honouree | None:
        return self.profile.record if self.profile and isinstance(self.profile.record, Honouree) else None

    @property
    def shown(self) -> Honouree | None:
        """The profile, unless it is still a draft or under embargo: then only the decisions speak."""
        return self.record if self.told else None

    @property
    def subject(self) -> Subject:
        """The best account of who this is: the profile, otherwise the latest row; what is not yet public comes last."""
        if self._subject is None:
            rows = [honour for honour in self.honours if honour.decision is not None]
            spoken = [honour for honour in rows if honour.public]
            record = self.record
            if record is not None and (self.told or not spoken):
                self._subject = record
            else:
                self._subject = max(spoken or rows, key=_day).subject
        return self._subject

    @property
    def name(self) -> str:
        return self.subject.name

    @property
    def kind(self) -> SubjectKind:
        return self.subject.kind

    @property
    def place(self) -> str | None:
        """Where from: as the profile says, otherwise as the latest row that says."""
        return self.subject.place or self._latest("place")

    @property
    def unit(self) -> str | None:
        """The unit, from the same sources."""
        return self.subject.unit or self._latest("unit")

    def _latest(self, field: str) -> str | None:
        speaking = [honour for honour in self.honours if honour.public] or self.honours
        named = [honour for honour in speaking if getattr(honour.subject, field)]
        newest = max(named, key=_day, default=None)
        return str(getattr(newest.subject, field)) if newest else None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it was ever entered under, the current one first."""
        record = self.record
        others = [other.name for other in record.names] if record and self.told else []
        rows = [honour.subject.name for honour in self.honours if honour.public]
        return tuple(dict.fromkeys([self.name, *others, *rows]))


def _day(honour: GivenHonour) -> datetime.date:
    return honour.date.first if honour.date else datetime.date.min


def gather(
    profiles: Mapping[str, Loaded], decisions: Collection[Loaded], day: datetime.date
) -> tuple[dict[str, Laureate], dict[str, str]]:
    """All laureates by id as of a day, and where the ids lead that were merged into another."""
    leads = _merged_ids(profiles)
    removed = {id for id, loaded in profiles.items() if isinstance(loaded.record, Removed)}
    found: dict[str, Laureate] = {}
    for id, loaded in profiles.items():
        record = loaded.record
        if isinstance(record, Honouree) and id not in leads:
            told = visibility(record, day) not in (Visibility.DRAFT, Visibility.EMBARGOED)
            merged = [other for other in record.same_as if leads.get(other) == id]
            laureate = found[id] = Laureate(id, loaded, told=told, merged=merged)
            for index, honour in enumerate(record.honours):
                laureate.honours.append(GivenHonour(id, honour, loaded, index, told))
    due = corrections_due(decisions, day)
    for loaded in decisions:
        record = loaded.record
        if not isinstance(record, Decision):
            continue
        public = visibility(record, day) is Visibility.PUBLIC
        corrections = due.get(loaded.id)
        for index, row in enumerate(record.recipients):
            if not isinstance(row, Recipient) or row.id in removed:
                continue
            id = leads.get(row.id, row.id)
            laureate = found.get(id) or found.setdefault(id, Laureate(id))
            right, amendments = amended(row, corrections) if corrections else (row, ())
            laureate.honours.append(GivenHonour(id, right, loaded, index, public, amendments))
    return found, leads


def _merged_ids(profiles: Mapping[str, Loaded]) -> dict[str, str]:
    """Old id → id to read instead, chains followed; an id on a circle leads nowhere."""
    direct: dict[str, str] = {}
    for id, loaded in profiles.items():
        if isinstance(loaded.record, Honouree):
            for other in loaded.record.same_as:
                if other in loaded.record.not_same_as:
                    continue
                direct.setdefault(other, id)
    leads: dict[str, str] = {}
    for start in direct:
        seen = {start}
        end = direct[start]
        while end in direct and end not in seen:
            seen.add(end)
            end = direct[end]
        if end not in seen:
            leads[start] = end
    return leads
