"""Laureates: each honouree once, made of a profile and of every row of decisions under the same id."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bangvang.loading import Loaded
from bangvang.records import (
    Decision,
    Ground,
    Honour,
    Honouree,
    HonourFacts,
    PartialDate,
    Recipient,
    StandingState,
    Subject,
    SubjectKind,
)
from bangvang.registry.amendments import Amendment, Due, amended, corrections_due
from bangvang.registry.states import Visibility, standing_on, visibility_of


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


class Given(NamedTuple):
    """Where an honour stands, which nobody may have read yet."""

    source: Loaded
    row: int
    public: bool
    due: Sequence[Due]
    """What later decisions put right in its decision."""

    def to(self, laureate: str) -> GivenHonour:
        """The honour."""
        record = self.source.record
        if isinstance(record, Honouree):
            return GivenHonour(laureate, record.honours[self.row], self.source, self.row, self.public)
        assert isinstance(record, Decision)
        row = record.recipients[self.row]
        assert isinstance(row, Recipient)
        right, amendments = amended(row, self.due) if self.due else (row, ())
        return GivenHonour(laureate, right, self.source, self.row, self.public, amendments)


@dataclass(slots=True)
class Laureate:
    """One person, collective, household or locality of the roll."""

    id: str
    profile: Loaded | None = None
    given: list[Given] = field(default_factory=list)
    told: bool = True
    """Whether the profile may be seen: neither a draft nor under embargo."""
    merged: list[str] = field(default_factory=list)
    """Ids that were found to be the same and now lead here."""
    _subject: Subject | None = None
    _honours: list[GivenHonour] | None = None

    @property
    def honours(self) -> list[GivenHonour]:
        """All that was given, read when somebody asks."""
        if self._honours is None:
            self._honours = [one.to(self.id) for one in self.given]
        return self._honours

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
    found: dict[str, Laureate] = {}
    removed = set()
    for id, loaded in profiles.items():
        seen = visibility_of(loaded.outline, day)
        if seen is Visibility.REMOVED:
            removed.add(id)
        elif id not in leads:
            told = seen not in (Visibility.DRAFT, Visibility.EMBARGOED)
            merged = [other for other in loaded.outline.same_as if leads.get(other) == id]
            given = [Given(loaded, index, told, ()) for index in range(loaded.outline.honours)]
            found[id] = Laureate(id, loaded, given, told, merged)
    due = corrections_due(decisions, day)
    for loaded in decisions:
        public = visibility_of(loaded.outline, day) is Visibility.PUBLIC
        corrections = due.get(loaded.id, ())
        for index, printed in enumerate(loaded.outline.recipients):
            if not printed or printed in removed:
                continue
            id = leads.get(printed, printed)
            laureate = found.get(id) or found.setdefault(id, Laureate(id))
            laureate.given.append(Given(loaded, index, public, corrections))
    return found, leads


def _merged_ids(profiles: Mapping[str, Loaded]) -> dict[str, str]:
    """Old id → id to read instead, chains followed; an id on a circle leads nowhere."""
    direct: dict[str, str] = {}
    for id, loaded in profiles.items():
        for other in loaded.outline.same_as:
            if other not in loaded.outline.not_same_as:
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
