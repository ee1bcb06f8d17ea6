"""Entries of people and units: the name, the highest honour, where from, and all that their page tells."""

from __future__ import annotations

from collections.abc import Iterable

from bangvang.pages.honours import award_title
from bangvang.pages.membership import field_line, honours_shown, valid_honours
from bangvang.pages.people import person_card, top_honour
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading, view
from bangvang.pages.stages import campaign_stage
from bangvang.records import Award, Campaign, Honouree, WorkField
from bangvang.registry import GivenHonour, Laureate, PageForm, Phase, Telling, may_show
from bangvang.search.entry import Entry
from bangvang.search.places import nearest, place_facts
from bangvang.search.proofs import proof_keys
from bangvang.search.words import joined_words, row_text

_BEST = 1_000


def person_entry(reading: Reading, id: str) -> Entry | None:
    """The entry of a laureate whom search may find."""
    laureate = reading.laureate(id)
    if laureate is None or not reading.appearance(laureate).searched:
        return None
    card = person_card(reading, laureate.id)
    shown = honours_shown(reading.answers, laureate.id)
    valid = valid_honours(reading.answers, laureate.id)
    top = top_honour(reading, valid)
    award = reading.find(Award, top.award) if top else None
    return Entry(
        url=card.url,
        kind=str(laureate.kind),
        title=laureate.name,
        line=card.award or card.role,
        place=spoken_place(card.place),
        text=row_text(card.summary),
        names=tuple(name for name in laureate.names if name != laureate.name),
        meta=_known(reading, laureate, shown, valid),
        body=_told(reading, laureate, shown),
        facts=_facts(reading, laureate, valid),
        year=top.date.year if top and top.date else None,
        near=nearest(reading, laureate.place),
        weight=max(0, _BEST - award.rank) if award else 0,
        illustrative=card.illustrative,
        proofs=_proofs(laureate, shown),
    )


def spoken_place(line: PlaceLine | None) -> str:
    """A place in one line, as it was and as it is."""
    if line is None:
        return ""
    return f"{line.text} (nay là {line.now_text})" if line.now else line.text


@view
def award_words(reading: Reading, id: str) -> str:
    """An award by name and by all other names."""
    award = reading.find(Award, id)
    return joined_words(award.name, *award.aliases) if award else ""


@view
def campaign_words(reading: Reading, id: str) -> str:
    """A campaign by name and by all other names, if the public may see it."""
    campaign = reading.find(Campaign, id)
    if campaign is None or reading.link("campaign", id) is None:
        return ""
    return joined_words(campaign.name, *campaign.aliases)


@view
def field_words(reading: Reading, id: str) -> str:
    """A field of work by name and by all other names."""
    field = reading.find(WorkField, id)
    return joined_words(field.name, *field.aliases) if field else ""


@view
def place_words(reading: Reading, id: str) -> str:
    """A place with those above it, as it was and as it is."""
    return spoken_place(place_line(reading, id, None))


def _known(reading: Reading, laureate: Laureate, shown: tuple[GivenHonour, ...], valid: tuple[GivenHonour, ...]) -> str:
    subject = laureate.subject
    parts: list[str | None] = []
    for honour in valid:
        parts.append(award_title(reading, honour))
        if honour.award:
            parts.append(award_words(reading, honour.award))
        if honour.date:
            parts.append(str(honour.date.year))
        parts += [honour.number, honour.facts.register_number]
    campaigns = dict.fromkeys(honour.campaign for honour in valid if honour.campaign)
    parts += [campaign_words(reading, id) for id in campaigns]
    fields = dict.fromkeys([*subject.fields, *(field for honour in valid for field in honour.fields)])
    parts += [field_words(reading, id) for id in fields]
    places = dict.fromkeys([laureate.place, *(honour.subject.place for honour in shown)])
    parts += [place_words(reading, id) for id in places if id]
    parts += [subject.place_text, subject.role, laureate.unit]
    return joined_words(*parts)


def _proofs(laureate: Laureate, shown: tuple[GivenHonour, ...]) -> tuple[str, ...]:
    numbers = [number for honour in shown for number in (honour.number, honour.facts.register_number)]
    return proof_keys(laureate.names, numbers)


def _told(reading: Reading, laureate: Laureate, shown: tuple[GivenHonour, ...]) -> str:
    record = laureate.shown
    parts: list[str | None] = [honour.facts.reason for honour in shown]
    if record is not None and reading.appearance(laureate).page is PageForm.FULL:
        parts.append(record.summary)
        parts += _own_words(reading, record)
    return joined_words(*parts)


def _own_words(reading: Reading, record: Honouree) -> list[str | None]:
    story = record.story if may_show(record, Telling.STORY, reading.day) else None
    quote = record.quote if may_show(record, Telling.QUOTE, reading.day) else None
    return [story, quote]


def _facts(reading: Reading, laureate: Laureate, valid: tuple[GivenHonour, ...]) -> dict[str, tuple[str, ...]]:
    fields = dict.fromkeys([*laureate.subject.fields, *(field for honour in valid for field in honour.fields)])
    campaigns = dict.fromkeys(honour.campaign for honour in valid if honour.campaign)
    stages = [reading.ask(campaign_stage, id) for id in campaigns]
    over = bool(stages) and all(stage is Phase.CLOSED for stage in stages)
    found: dict[str, Iterable[str]] = {
        "kind": (str(laureate.kind),),
        "award": {honour.award: None for honour in valid if honour.award},
        "campaign": campaigns,
        "state": ("archive" if over else "current",),
        "year": {str(honour.date.year): None for honour in valid if honour.date},
        "field": {above: None for field in fields for above in reading.ask(field_line, field)},
        "place": place_facts(reading, (laureate.place, *(honour.subject.place for honour in valid))),
    }
    return {facet: tuple(codes) for facet, codes in found.items() if codes}
