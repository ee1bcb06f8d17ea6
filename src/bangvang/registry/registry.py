"""The registry: all records of a project together, seen as of one day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from bangvang.loading import Loaded, Project
from bangvang.records import (
    KINDS,
    Action,
    Campaign,
    Decision,
    Document,
    Event,
    Honouree,
    Loc,
    Part,
    Place,
    Practice,
    Recipient,
    Report,
    Site,
    references,
    references_in,
)
from bangvang.records.kinds import kind_name
from bangvang.registry.hierarchy import ancestors, children_of, final_successors
from bangvang.registry.laureates import GivenHonour, Laureate, gather
from bangvang.registry.states import (
    APPEARANCES,
    Appearance,
    Phase,
    Visibility,
    appearance,
    campaign_phase,
    person_appearance,
    visibility,
    visibility_of,
)

R = TypeVar("R", bound=Part)


class Use(NamedTuple):
    """A place where one record refers to another."""

    by: Loaded
    loc: Loc


class Succession(NamedTuple):
    """A place that another became, wholly or in part."""

    id: str
    whole: bool
    date: datetime.date


@dataclass(frozen=True)
class Registry:
    """Knows every record by kind and id, and answers what belongs together."""

    day: datetime.date
    by_kind: Mapping[str, Mapping[str, Loaded]]
    laureates: Mapping[str, Laureate]
    merged_ids: Mapping[str, str]

    # -- single records

    def loaded(self, kind: str, id: str | None) -> Loaded | None:
        """The record of this kind and id, with its file."""
        return self.by_kind[kind].get(id) if id else None

    def state_of(self, kind: str, id: str | None) -> Visibility | None:
        """Whether the record of this kind and id is public; None where there is none."""
        loaded = self.loaded(kind, id)
        return visibility(loaded.record, self.day) if loaded is not None else None

    def was_removed(self, id: str | None) -> bool:
        """Whether somebody was taken off the site by right: then no other record may name them either."""
        loaded = self.loaded("honouree", id)
        return loaded is not None and visibility_of(loaded.outline, self.day) is Visibility.REMOVED

    def find(self, model: type[R], id: str | None) -> R | None:
        """The record of this model and id."""
        found = self.loaded(kind_name(model), id)
        record = found.record if found else None
        return record if isinstance(record, model) else None

    def all(self, model: type[R]) -> Iterator[tuple[str, R]]:
        """Every record of this model with its id, whatever its state."""
        for id, loaded in self.by_kind[kind_name(model)].items():
            if isinstance(loaded.record, model):
                yield id, loaded.record

    def public(self, model: type[R]) -> Iterator[tuple[str, R]]:
        """Those that the public may see in lists on the day."""
        for id, record in self.all(model):
            if appearance(record, self.day, self.site).listed:
                yield id, record

    def laureate(self, id: str) -> Laureate | None:
        """The laureate of this id, or of the one it was merged into."""
        return self.laureates.get(self.merged_ids.get(id, id))

    def exists(self, kind: str, id: str) -> bool:
        """Whether a reference to this id leads anywhere."""
        if id in self.by_kind[kind]:
            return True
        return kind == "honouree" and (id in self.laureates or id in self.merged_ids)

    @cached_property
    def site(self) -> Site | None:
        """The site's own record."""
        return self.find(Site, "site")

    def read_all(self) -> None:
        """Read every record now, so that processes which share the registry need not each do it."""
        for records in self.by_kind.values():
            for loaded in records.values():
                loaded.read()

    # -- references

    @cached_property
    def uses(self) -> Mapping[tuple[str, str], list[Use]]:
        """For every record, where others refer to it."""
        return self._uses_from(loaded for records in self.by_kind.values() for loaded in records.values())

    def _uses_from(self, some: Iterable[Loaded], field: str | None = None) -> Mapping[tuple[str, str], list[Use]]:
        found: dict[tuple[str, str], list[Use]] = {}
        for loaded in some:
            made = references(loaded.record) if field is None else references_in(loaded.record, field)
            for reference in made:
                for kind in reference.kinds:
                    if self.exists(kind, reference.id):
                        found.setdefault((kind, reference.id), []).append(Use(loaded, reference.loc))
                        break
        return found

    def used_by(self, kind: str, id: str, by_kind: str, field: str | None = None) -> list[str]:
        """Ids of the records of one kind that refer to this one, from one field or from any."""
        uses = self._uses_by_source.get((by_kind, field))
        if uses is None:
            some = [
                loaded
                for loaded in self.by_kind[by_kind].values()
                if field is None or loaded.loc or field in loaded.outline.refers
            ]
            uses = self._uses_by_source[by_kind, field] = self._uses_from(some, field)
        return list(dict.fromkeys([use.by.id for use in uses.get((kind, id), ())]))

    @cached_property
    def _uses_by_source(self) -> dict[tuple[str, str | None], Mapping[tuple[str, str], list[Use]]]:
        """Kind and field of those that refer → what `uses` tells of them: few records are read for it."""
        return {}

    # -- honours

    @cached_property
    def honours(self) -> tuple[GivenHonour, ...]:
        """Every honour of every laureate, whatever its state."""
        return tuple(honour for laureate in self.laureates.values() for honour in laureate.honours)

    @cached_property
    def _honours_by_campaign(self) -> Mapping[str, list[GivenHonour]]:
        return _grouped(self.honours, lambda honour: honour.campaign)

    @cached_property
    def _honours_by_award(self) -> Mapping[str, list[GivenHonour]]:
        return _grouped(self.honours, lambda honour: honour.award)

    def honours_of_decision(self, id: str) -> dict[int, GivenHonour]:
        """A decision's honours by row, as later decisions have put them right."""
        decision = self.find(Decision, id)
        found = {}
        for index, row in enumerate(decision.recipients if decision else ()):
            laureate = self.laureate(row.id) if isinstance(row, Recipient) else None
            for honour in laureate.honours if laureate else ():
                if honour.row == index and honour.decision is decision:
                    found[index] = honour
        return found

    def honours_of_campaign(self, id: str) -> list[GivenHonour]:
        """Honours given within a campaign."""
        return self._honours_by_campaign.get(id, [])

    def honours_of_award(self, id: str) -> list[GivenHonour]:
        """Honours of one entry of the catalogue."""
        return self._honours_by_award.get(id, [])

    def visible(self, honour: GivenHonour) -> bool:
        """Whether the source of an honour may be seen on the day."""
        return visibility(honour.source.record, self.day) is Visibility.PUBLIC

    # -- campaigns and documents

    @cached_property
    def _campaign_children(self) -> Mapping[str, list[str]]:
        return children_of({id: campaign.parent for id, campaign in self.all(Campaign)})

    def campaign_children(self, id: str) -> list[str]:
        """Campaigns that answer to this one."""
        return self._campaign_children.get(id, [])

    def campaign_ancestors(self, id: str) -> list[str]:
        """The campaigns above this one, nearest first."""
        return ancestors(id, lambda child: c.parent if (c := self.find(Campaign, child)) else None)

    def campaign_phase(self, id: str) -> Phase:
        """Where the campaign is on the day."""
        campaign = self.find(Campaign, id)
        if campaign is None:
            return Phase.UNKNOWN
        gone = bool(campaign.place and self.place_now(campaign.place))
        return campaign_phase(campaign, self.day, place_is_gone=gone)

    def documents_of_campaign(self, id: str) -> list[tuple[str, Action]]:
        """The documents that launched, continued, reassessed or joined the campaign."""
        return [
            (use.by.id, use.by.record.campaigns[int(use.loc[1])].action)
            for use in self.uses.get(("campaign", id), ())
            if isinstance(use.by.record, Document) and use.loc[0] == "campaigns"
        ]

    def decisions_of_campaign(self, id: str) -> list[str]:
        """Decisions that award within the campaign, for all their rows or for one."""
        return self.used_by("campaign", id, "decision")

    def reports_of_campaign(self, id: str) -> list[str]:
        """Reports on the campaign."""
        return [report_id for report_id, report in self.all(Report) if id in report.campaigns]

    def events_of_campaign(self, id: str) -> list[str]:
        """Events that reviewed or launched the campaign."""
        return [event_id for event_id, event in self.all(Event) if id in (*event.campaigns, *event.launches)]

    # -- places and agencies

    @cached_property
    def _predecessors(self) -> Mapping[str, list[Succession]]:
        found: dict[str, list[Succession]] = {}
        for id, place in self.all(Place):
            for turn in place.became:
                found.setdefault(turn.id, []).append(Succession(id, turn.how.value == "whole", turn.date.first))
        return found

    def place_ancestors(self, id: str) -> list[str]:
        """Places above this one, nearest first."""
        return ancestors(id, lambda child: p.parent if (p := self.find(Place, child)) else None)

    def place_predecessors(self, id: str) -> list[Succession]:
        """What this place was made of."""
        return self._predecessors.get(id, [])

    def place_successors(self, id: str) -> list[Succession]:
        """What this place directly became."""
        place = self.find(Place, id)
        turns = place.became if place else ()
        return [Succession(turn.id, turn.how.value == "whole", turn.date.first) for turn in turns]

    def place_now(self, id: str) -> list[str]:
        """Every place of today that this one lives on in; empty while it still exists."""
        return final_successors(id, lambda node: [turn.id for turn in self.place_successors(node)])

    def practices_of(self, laureate_id: str) -> list[str]:
        """Practices that name the laureate, or that the profile names."""
        laureate = self.laureate(laureate_id)
        own = laureate.shown.practices if laureate and laureate.shown else ()
        return list(dict.fromkeys([*own, *self._practices_by_name.get(laureate_id, ())]))

    @cached_property
    def _practices_by_name(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id, practice in self.all(Practice):
            for honouree in practice.honourees:
                found.setdefault(honouree, []).append(id)
        return found

    def adopters(self, practice_id: str) -> list[str]:
        """Units that took the practice over, in the practice's order."""
        practice = self.find(Practice, practice_id)
        return [adoption.unit for adoption in practice.adopted] if practice else []

    # -- appearance

    def appearance_of(self, laureate: Laureate) -> Appearance:
        """Where the laureate may show: by the profile's state, or by that of the decisions."""
        if laureate.profile is not None and laureate.record is None:
            return APPEARANCES[Visibility.REMOVED]
        record = self.shown_profile(laureate)
        if record is not None:
            shown = appearance(record, self.day, self.site)
        else:
            sources = [honour.source.record for honour in laureate.honours if honour.decision is not None]
            shown = max(
                (appearance(source, self.day, self.site) for source in sources),
                key=lambda one: (one.listed, one.counted),
                default=APPEARANCES[Visibility.DRAFT],
            )
            if all(honour.standing(self.day) for honour in laureate.honours if self.visible(honour)):
                shown = shown._replace(listed=False, in_feeds=False)
        return person_appearance(
            shown,
            person=laureate.subject,
            told=record is not None and bool(record.story or record.photos),
            consented=record is not None and record.consent is not None,
            day=self.day,
            site=self.site,
        )

    def shown_profile(self, laureate: Laureate) -> Honouree | None:
        """The profile, unless it is still a draft or under embargo: then only the decisions speak."""
        return laureate.shown


def build_registry(project: Project, day: datetime.date) -> Registry:
    """Put the records of a project together."""
    by_kind: dict[str, dict[str, Loaded]] = {name: {} for name in KINDS}
    for loaded in project.loaded:
        by_kind[loaded.kind].setdefault(loaded.id, loaded)
    laureates, merged = gather(by_kind["honouree"], by_kind["decision"].values(), day)
    return Registry(day, by_kind, laureates, merged)


def _grouped(
    honours: tuple[GivenHonour, ...], key: Callable[[GivenHonour], str | None]
) -> dict[str, list[GivenHonour]]:
    found: dict[str, list[GivenHonour]] = {}
    for honour in honours:
        name = key(honour)
        if name is not None:
            found.setdefault(name, []).append(honour)
    return found
