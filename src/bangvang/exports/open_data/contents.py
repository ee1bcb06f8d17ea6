"""What of each record leaves in bulk, as JSON: no living private person, nothing that the public may not see."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from bangvang.pages.answers import Answers
from bangvang.pages.membership import honours_shown
from bangvang.records import (
    Consultation,
    Decision,
    Document,
    Event,
    Honouree,
    Loc,
    Part,
    Recipient,
    Subject,
    SubjectKind,
    references,
)
from bangvang.records.consultation import Candidate
from bangvang.records.scalars import FOR_MACHINES
from bangvang.records.site import RuleName
from bangvang.registry import (
    Laureate,
    PageForm,
    Telling,
    counts_as_living,
    may_leave_in_bulk,
    may_show,
    rule_on,
)

_PERSONS = (SubjectKind.INDIVIDUAL.value, SubjectKind.HOUSEHOLD.value)
WITHHELD: dict[str, Any] = {"withheld": True}
"""Stands for a person who may not leave in bulk; the places of the others stay as they were."""
_OFFICE_ONLY = frozenset({"waivers", "consent", "photos", "publish_on"})
"""Who consented and what was judged is the office's business; photos are under no open licence."""
_NEEDED = "id"
"""The key without which the mapping that holds it says nothing."""
_OF_THE_LIVING = frozenset({"born", "living", "sex"})
"""What a page tells of somebody living only with their consent, or not at all."""

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who and what may leave in bulk, as one record asks; it remembers what the record asked for."""

    answers: Answers
    names: Collection[str]
    """Ids of laureates who may, and kind and id, with a slash between, of every other record."""
    asked: dict[str, bool] = field(default_factory=dict)

    def person(self, id: str) -> bool:
        """Whether somebody may, under whatever id."""
        laureate = self.answers.registry.laureate(id)
        return self._may(laureate.id if laureate is not None else id)

    def record(self, kinds: tuple[str, ...], id: str) -> bool:
        """Whether what a reference leads to may."""
        return any(self.person(id) if kind == "honouree" else self._may(f"{kind}/{id}") for kind in kinds)

    def _may(self, name: str) -> bool:
        found = self.asked[name] = name in self.names
        return found


def record_content(leaving: Leaving, kind: str, id: str, record: Part) -> Content:
    """The JSON of a record of any kind but honouree; it must be one that may leave."""
    if isinstance(record, Decision):
        fields = _dump(record.model_copy(update={"recipients": (), "corrects": ()}), leaving)
        _put_recipients(leaving, id, record, fields)
    elif isinstance(record, Consultation):
        fields = _dump(record.model_copy(update={"candidates": ()}), leaving)
        fields["candidates"] = [_candidate(leaving, candidate) for candidate in record.candidates]
    elif isinstance(record, Event):
        fields = _dump(record, leaving)
        _hold_speakers_back(leaving, fields)
    else:
        fields = _dump(record, leaving)
    if isinstance(record, Document) and (text := record.full_text()):
        fields["full_text"] = text
    return _headed(kind, id, fields)


def laureate_content(leaving: Leaving, laureate: Laureate) -> Content:
    """The JSON of one who may leave: the profile as far as its page tells it, otherwise what the latest row says."""
    answers = leaving.answers
    full = answers.appearance(laureate).page is PageForm.FULL
    profile = laureate.shown if full else None
    if profile is not None:
        fields = _dump(profile, leaving, untold_of(profile, answers))
    else:
        fields = _subject(laureate.subject, leaving)
    for name in ("place", "unit"):
        if value := getattr(laureate, name):
            fields[name] = value
    shown = honours_shown(answers, laureate.id)
    fields["decisions"] = list(dict.fromkeys(one.source.id for one in shown if one.decision is not None))
    content = _headed("honouree", laureate.id, fields)
    if not content["illustrative"]:
        content["illustrative"] = _is_made_up(laureate)
    return content


def names_told(content: Content) -> Iterator[str]:
    """Names that a record tells on purpose: of the person that it is about, of those in its lists, of who signed it."""
    persons = (content, *content.get("recipients", ()), *content.get("candidates", ()))
    for person in persons:
        if person.get("kind") in _PERSONS:
            yield from (person["name"], *(other["name"] for other in person.get("names", ())))
    for signer in (content.get("signer"), *content.get("signers", ())):
        if signer:
            yield signer["name"]


def _put_recipients(leaving: Leaving, id: str, decision: Decision, fields: Content) -> None:
    honours = leaving.answers.registry.honours_of_decision(id)
    fields["recipients"] = [
        (
            WITHHELD
            if not isinstance(row, Recipient) or not leaving.person(row.id)
            else _row(honours[index].facts if index in honours else row, leaving)
        )
        for index, row in enumerate(decision.recipients)
    ]
    if decision.corrects:
        fields["corrects"] = [
            _dump(one, leaving) if one.recipient is None or leaving.person(one.recipient) else WITHHELD
            for one in decision.corrects
            if leaving.record(("decision",), one.decision)
        ]


def _hold_speakers_back(leaving: Leaving, fields: Content) -> None:
    """Of somebody without a record nobody can say that they may be named; what they spoke about stays."""
    if rule_on(leaving.answers.site, RuleName.BULK_NAMES, leaving.answers.day) != 1:
        for speaker in fields.get("speakers", ()):
            if "honouree" not in speaker:
                speaker.pop("name", None)


def _row(row: Part, leaving: Leaving) -> Content:
    living = isinstance(row, Subject) and counts_as_living(row, leaving.answers.day)
    return _dump(row, leaving, _OF_THE_LIVING if living else frozenset())


def _candidate(leaving: Leaving, candidate: Candidate) -> Content:
    """Whoever has a page is let out or kept back as there, too."""
    answers = leaving.answers
    registry = answers.registry
    known = candidate.id is not None and registry.laureate(candidate.id) is not None
    if registry.was_removed(candidate.id) or not may_leave_in_bulk(candidate, answers.day, answers.site):
        return WITHHELD
    return WITHHELD if known and not leaving.person(str(candidate.id)) else _dump(candidate, leaving)


def _subject(subject: Subject, leaving: Leaving) -> Content:
    """What a row or a profile says of who it is, and no more."""
    told = _row(subject, leaving)
    return {name: told[name] for name in Subject.model_fields if name in told}


def untold_of(profile: Honouree, answers: Answers) -> frozenset[str]:
    """What the page of somebody living does not tell."""
    parts = {"story": Telling.STORY, "quote": Telling.QUOTE}
    untold = frozenset(name for name, part in parts.items() if not may_show(profile, part, answers.day))
    agreed = profile.consent is not None or not counts_as_living(profile, answers.day)
    return untold if agreed else untold | _OF_THE_LIVING


def _is_made_up(laureate: Laureate) -> bool:
    sources = [laureate.shown] if laureate.shown else [one.source.record for one in laureate.honours if one.public]
    return any(getattr(source, "illustrative", False) for source in sources)


def _headed(kind: str, id: str, fields: Content) -> Content:
    return {"record_kind": kind, "record_id": id, "illustrative": False} | fields


def _dump(part: Part, leaving: Leaving, untold: Collection[str] = ()) -> Content:
    dumped: Content = part.model_dump(
        mode="json",
        by_alias=True,
        exclude_defaults=True,
        exclude=set(_OFFICE_ONLY.union(untold)),
        context=FOR_MACHINES,
    )
    drop_hidden(dumped, part, leaving)
    return dumped


def drop_hidden(content: Content, part: Part, leaving: Leaving) -> None:
    """Take out of the content of a record all that leads to what may not leave."""
    gone = leaving.answers.registry.was_removed
    hidden = dict.fromkeys(
        _at(one.loc, named="honouree" in one.kinds and gone(one.id))
        for one in references(part)
        if not leaving.record(one.kinds, one.id)
    )
    for loc in reversed(hidden):
        if not any(loc[:end] in hidden for end in range(1, len(loc))):
            _drop(content, loc)


def _at(loc: Loc, *, named: bool) -> Loc:
    """What to take out with a reference: the mapping that says nothing without it, or may name who was removed."""
    in_list = len(loc) > 1 and isinstance(loc[-2], int) and isinstance(loc[-1], str)
    return loc[:-1] if in_list and (named or loc[-1] == _NEEDED) else loc


def _drop(content: Content, loc: Loc) -> None:
    """Take out what leads to something hidden."""
    holders: list[Any] = [content]
    for step in loc[:-1]:
        holder = holders[-1]
        known = isinstance(step, int) and step < len(holder) if isinstance(holder, list) else step in holder
        if not known:
            return
        holders.append(holder[step])
    last = loc[-1]
    holder = holders[-1]
    if isinstance(holder, list) and isinstance(last, int):
        del holder[last]
    elif isinstance(holder, dict):
        holder.pop(str(last), None)
