"""Facts: what the records of a campaign say, each at its place in its file; what an office goes on tending is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from bangvang.records import Decision, Honouree, Loc, Part, Recipient, Standing
from bangvang.registry import GivenHonour, Registry, Visibility

Value: TypeAlias = str | Mapping[str, str]

_TENDED = frozenset({"status", "publish_on", "withdrawn", "updated", "summary_en", "waivers", "photos", "sources"})
"""Of any record: how it is kept, not what it says."""
_LATER = frozenset({"related", "fulfilled_by"})
"""What later papers and campaigns add to an earlier one."""
_OF_BOTH = ("register_number", "award_text", "times", "posthumous", "reason")
_OF_SUBJECT = ("name", "kind", "head", "role", "unit", "place", "place_text")


class Fact(NamedTuple):
    """One fact at its place; an honour is one fact of several parts."""

    of: str
    """The record, as kind/id."""
    field: str
    """The path inside the record: targets.0.value."""
    value: Value

    @property
    def honouree(self) -> str:
        """Whose honour it is; empty where it is none."""
        return "" if isinstance(self.value, str) else self.value["id"]


def facts_of(registry: Registry, campaign: str) -> list[Fact]:
    """All facts of a campaign that are public: its own, those of its papers, and the honours given within it."""
    facts = [
        fact
        for kind, id in records_of(registry, campaign)
        if registry.state_of(kind, id) is Visibility.PUBLIC
        for fact in record_facts(registry, kind, id)
    ]
    return facts + honour_facts(registry, campaign)


def records_of(registry: Registry, campaign: str) -> list[tuple[str, str]]:
    """The records that make up a campaign, by kind and id: itself, its papers, decisions and reports."""
    papers = dict.fromkeys(id for id, _ in registry.documents_of_campaign(campaign))
    return [
        ("campaign", campaign),
        *(("document", id) for id in papers),
        *(("decision", id) for id in registry.decisions_of_campaign(campaign)),
        *(("report", id) for id in registry.reports_of_campaign(campaign)),
    ]


def record_facts(registry: Registry, kind: str, id: str) -> list[Fact]:
    """What one record says, but for whom a decision honours."""
    loaded = registry.loaded(kind, id)
    if loaded is None:
        return []
    plain = loaded.record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    outside = _TENDED | ({"recipients"} if isinstance(loaded.record, Decision) else frozenset())
    told = {name: value for name, value in plain.items() if name not in outside}
    return [Fact(f"{kind}/{id}", ".".join(path), text) for path, text in _flat(told, ())]


def honour_facts(registry: Registry, campaign: str) -> list[Fact]:
    """The honours given within a campaign, as their decisions printed them."""
    return [_honour_fact(honour) for honour in registry.honours_of_campaign(campaign) if honour.public]


def standing_text(turns: tuple[Standing, ...]) -> str:
    """What became of an honour, a turn after the other."""
    return "; ".join(" ".join(filter(None, (turn.state.value, str(turn.date), turn.decision))) for turn in turns)


def loc_of(field: str) -> Loc:
    """The path of a fact as positions in a file are looked up."""
    return tuple(int(step) if step.isdigit() else step for step in field.split(".") if step)


def _flat(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _LATER:
                yield from _flat(inner, (*path, name))
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _flat(inner, (*path, str(place)))
    elif value not in (None, ""):
        yield path, _text(value)


def _honour_fact(honour: GivenHonour) -> Fact:
    source, decision = honour.source, honour.decision
    record = source.record
    row, subject, owner, place = _printed(record, honour.row, source.id)
    own_award = row.award or row.award_text
    found: dict[str, object] = {
        "id": owner,
        **{name: getattr(subject, name, None) for name in _OF_SUBJECT},
        "number": honour.number,
        "date": honour.date,
        "authority": honour.authority or getattr(row, "authority_text", None),
        "award": honour.award,
        "class": row.class_ or (decision.class_ if decision is not None and not own_award else None),
        **{name: getattr(row, name) for name in _OF_BOTH},
        "standing": standing_text(row.standing),
    }
    said = {name: _text(value) for name, value in found.items() if value not in (None, "", False)}
    return Fact(f"{source.kind}/{source.id}", place, said)


def _printed(record: Part, row: int, id: str) -> tuple[Any, Any, str, str]:
    """The row as its file has it, not as later decisions put it right; who it names; whose it is; where it stands."""
    if isinstance(record, Decision):
        recipient = record.recipients[row]
        assert isinstance(recipient, Recipient)
        return recipient, recipient, recipient.id, f"recipients.{row}"
    assert isinstance(record, Honouree)
    return record.honours[row], record, id, f"honours.{row}"


def _text(value: object) -> str:
    return "true" if value is True else "false" if value is False else str(value)
