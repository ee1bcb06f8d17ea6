"""Which records are told in English: those with a summary whose page the public may see in full."""

from __future__ import annotations

from collections.abc import Iterator

from bangvang.loading import Loaded
from bangvang.pages.answers import Answers, question
from bangvang.records import Campaign, Document, Event, Part, Practice, Report, SubjectKind
from bangvang.registry import Laureate, PageForm, appearance
from bangvang.vietnamese import name_key, text_key


@question
def told_in_english(answers: Answers, kind: str) -> tuple[str, ...]:
    """People by given name, everything else by its day, the latest first."""
    told = [loaded for loaded in _with_summary(answers, kind) if _form(answers, loaded) is PageForm.FULL]
    if kind == "honouree":
        laureates = [answers.registry.laureates[loaded.id] for loaded in told]
        return tuple(one.id for one in sorted(laureates, key=lambda one: (_filed(one), one.id)))
    return tuple(loaded.id for loaded in sorted(told, key=lambda one: (_day(one.record), one.id), reverse=True))


def withdrawn_from_english(answers: Answers, kind: str) -> Iterator[str]:
    """Those that were told in English, or would be, and were taken back."""
    return (loaded.id for loaded in _with_summary(answers, kind) if _form(answers, loaded) is PageForm.TOMBSTONE)


def _with_summary(answers: Answers, kind: str) -> Iterator[Loaded]:
    """Without reading the others."""
    return (loaded for loaded in answers.registry.by_kind[kind].values() if loaded.outline.has_english)


def _form(answers: Answers, loaded: Loaded) -> PageForm:
    if loaded.kind != "honouree":
        return appearance(loaded.record, answers.day, answers.site).page
    laureate = answers.registry.laureates.get(loaded.id)
    return answers.appearance(laureate).page if laureate else PageForm.NONE


def _filed(laureate: Laureate) -> tuple[str, ...]:
    """As in the lists in Vietnamese: people under their given name, units under their first word."""
    if laureate.kind is SubjectKind.INDIVIDUAL:
        return name_key(laureate.name, laureate.subject.sort_name)
    return text_key(laureate.name)


def _day(record: Part) -> str:
    begun = None
    if isinstance(record, Practice):
        begun = record.since
    elif isinstance(record, Event):
        begun = record.from_
    elif isinstance(record, Campaign | Document | Report):
        begun = getattr(record, "date", None) or (record.period.from_ if record.period else None)
    return str(begun or "")
