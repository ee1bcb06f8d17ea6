"""What awards and fields of work are called in English."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from bangvang.pages.addresses import ENGLISH_TAB
from bangvang.pages.answers import Answers, question
from bangvang.pages.english.addresses import AWARDS, FIELDS, counterpart
from bangvang.pages.english.pieces import entry_name
from bangvang.pages.english.words import span_text
from bangvang.pages.page import Page
from bangvang.pages.reading import Reading
from bangvang.records import Award, WorkField
from bangvang.records.award import AwardKind
from bangvang.records.english_labels import english_label
from bangvang.registry import lists_indexed


class AwardLine(NamedTuple):
    """An award of the glossary."""

    id: str
    name: Markup
    vietnamese: str
    level: str
    given: str
    """By whom it can be given today or could be given last."""
    span: str


class FieldLine(NamedTuple):
    """A field of work, and those within it."""

    id: str
    name: Markup
    vietnamese: str
    below: tuple[FieldLine, ...]


@question
def awards_by_rank(answers: Answers) -> tuple[str, ...]:
    """All awards, the highest first."""
    return tuple(id for id, _ in sorted(answers.registry.all(Award), key=lambda entry: (entry[1].rank, entry[0])))


@question
def all_fields(answers: Answers) -> tuple[str, ...]:
    """All fields, in the order of their list."""
    return tuple(id for id, _ in answers.registry.all(WorkField))


def english_awards_page(reading: Reading) -> Page:
    """Every award by kind, kinds and awards in the order of their rank."""
    groups: dict[AwardKind, list[AwardLine]] = {}
    for id in reading.ask(awards_by_rank):
        award = reading.find(Award, id)
        if award is not None:
            groups.setdefault(award.kind, []).append(_award(id, award))
    return _page(
        reading,
        AWARDS,
        "danh-hieu/",
        title="Awards",
        description="The awards of Việt Nam in English and Vietnamese, with their kind, level and order of rank.",
        template="english/awards.html",
        context={"groups": [(kind.value, english_label(kind), lines) for kind, lines in groups.items()]},
    )


def english_fields_page(reading: Reading) -> Page:
    """Every field of work."""
    found = [(id, field) for id in reading.ask(all_fields) if (field := reading.find(WorkField, id))]

    def line(id: str, field: WorkField) -> FieldLine:
        below = tuple(line(other, inner) for other, inner in found if inner.parent == id)
        return FieldLine(id, entry_name(field), field.name, below)

    return _page(
        reading,
        FIELDS,
        "linh-vuc/",
        title="Fields of work",
        description="The fields of work for which people and units are honoured, in English and Vietnamese.",
        template="english/fields.html",
        context={"lines": [line(id, field) for id, field in found if field.parent is None]},
    )


def _award(id: str, award: Award) -> AwardLine:
    return AwardLine(
        id=id,
        name=entry_name(award),
        vietnamese=award.name,
        level=english_label(award.level),
        given="; ".join(english_label(power.authority) for power in award.powers),
        span=span_text(award.from_, award.to) if award.to else "",
    )


def _page(
    reading: Reading,
    url: str,
    vietnamese: str,
    *,
    title: str,
    description: str,
    template: str,
    context: dict[str, object],
) -> Page:
    return Page(
        url=url,
        tab=ENGLISH_TAB,
        title=title,
        description=description,
        template=template,
        context={"about": description, **context},
        indexed=lists_indexed(reading.site),
        in_english=True,
        pair=counterpart(reading.site, vietnamese),
    )
