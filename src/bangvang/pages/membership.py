"""Who belongs on which list: by letter, year, field, place, award and agency, worked out in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, of_laureate, question
from bangvang.pages.held import held_at_year_ends
from bangvang.records import Place, SubjectKind, WorkField
from bangvang.registry import GivenHonour, Laureate, PageForm
from bangvang.vietnamese import OTHER_INITIAL, initial, name_initial, name_key, text_key

LETTER, KIND, YEAR, FIELD, PLACE, AWARD, AGENCY, CAMPAIGN, HELD = (
    "letter",
    "kind",
    "year",
    "field",
    "place",
    "award",
    "agency",
    "campaign",
    "held",
)
PER_PAGE = 100

_TYPED = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
_NAMED = (PageForm.FULL, PageForm.SHORT)
_UNITS = (SubjectKind.COLLECTIVE, SubjectKind.LOCALITY)


Index = dict[str, dict[str, tuple[str, ...]]]
"""Dimension → key → ids, by given name."""


class Slice(NamedTuple):
    """One page of a list."""

    members: tuple[str, ...]
    total: int
    pages: int


@of_laureate
def honours_shown(answers: Answers, id: str) -> tuple[GivenHonour, ...]:
    """The honours that a laureate's page tells, the oldest first, those without a day last."""
    laureate = answers.registry.laureate(id)
    if laureate is None:
        return ()
    profile = answers.registry.shown_profile(laureate)
    visible = _Visible(answers)
    shown = [
        honour
        for honour in laureate.honours
        if (profile is not None if honour.decision is None else visible.of(honour.source.id, honour))
    ]
    return tuple(sorted(shown, key=lambda honour: (honour.date is None, str(honour.date))))


@of_laureate
def valid_honours(answers: Answers, id: str) -> tuple[GivenHonour, ...]:
    """Those of them that still stand: only these count, and put a laureate on a roll."""
    return tuple(honour for honour in honours_shown(answers, id) if honour.standing(answers.day) is None)


@question
def members(answers: Answers, dimension: str, key: str) -> tuple[str, ...]:
    """The ids of everybody on one list, by given name."""
    return _index(answers).get(dimension, {}).get(key, ())


@question
def members_page(answers: Answers, dimension: str, key: str, number: int) -> Slice:
    """One page of a list, counted from one."""
    everybody = answers.ask(members, dimension, key)
    pages = max(1, -(-len(everybody) // PER_PAGE))
    start = (number - 1) * PER_PAGE
    return Slice(everybody[start : start + PER_PAGE], len(everybody), pages)


@question
def headings(answers: Answers, dimension: str) -> tuple[tuple[str, int], ...]:
    """The lists of one dimension that hold anybody, with how many."""
    return tuple((key, len(listed)) for key, listed in _index(answers).get(dimension, {}).items())


@question
def listed(answers: Answers) -> tuple[str, ...]:
    """The ids of everybody who may stand in a list, by given name."""
    laureates = answers.registry.laureates
    return tuple([id for id in answers.ask(named) if answers.appearance(laureates[id]).listed])


@question
def named(answers: Answers) -> tuple[str, ...]:
    """The same with those who have nothing left that stands: they are told of where it was."""
    found = [one for one in answers.registry.laureates.values() if answers.appearance(one).page in _NAMED]
    found.sort(key=lambda laureate: (_filed(laureate), laureate.id))
    return tuple([laureate.id for laureate in found])


class _Visible:
    """Which decisions the public may see, each looked at once."""

    def __init__(self, answers: Answers) -> None:
        self._registry = answers.registry
        self._known = cast("dict[str, bool]", answers.memory.setdefault("visible decisions", {}))

    def of(self, id: str, honour: GivenHonour) -> bool:
        known = self._known.get(id)
        if known is None:
            known = self._known[id] = self._registry.visible(honour)
        return known


def _filed(laureate: Laureate) -> tuple[str, ...]:
    """People stand under their given name, units under their first word."""
    if laureate.kind in _UNITS:
        return text_key(laureate.name)
    return name_key(laureate.name, laureate.subject.sort_name)


def _letter(laureate: Laureate) -> str:
    if laureate.kind in _UNITS:
        return initial(laureate.name)
    return name_initial(laureate.name, laureate.subject.sort_name)


def _index(answers: Answers) -> Index:
    known = answers.memory.get("index")
    if known is None:
        known = answers.memory["index"] = _build_index(answers)
    return cast("Index", known)


def _build_index(answers: Answers) -> Index:
    found: dict[str, defaultdict[str, list[str]]] = {
        name: defaultdict(list) for name in (LETTER, KIND, YEAR, FIELD, PLACE, AWARD, AGENCY, CAMPAIGN)
    }
    for id in answers.ask(listed):
        for dimension, keys in _memberships(answers, answers.registry.laureates[id]):
            lists = found[dimension]
            for key in keys:
                lists[key].append(id)
    index = {
        dimension: {key: tuple(everybody) for key, everybody in sorted(lists.items())}
        for dimension, lists in found.items()
    }
    given = ((id, honours_shown(answers, id)) for id in answers.ask(named))
    return index | {HELD: held_at_year_ends(answers.registry, given)}


def _memberships(answers: Answers, laureate: Laureate) -> tuple[tuple[str, Iterable[str]], ...]:
    """Every list of every dimension that a laureate belongs to."""
    valid = valid_honours(answers, laureate.id)
    subject = laureate.subject
    fields = {*subject.fields, *(field for honour in valid for field in honour.fields)}
    places = {place for place in (laureate.place, *[honour.subject.place for honour in valid]) if place}
    return (
        (LETTER, (letter_key(_letter(laureate)),)),
        (KIND, (laureate.kind.value,)),
        (YEAR, {str(honour.date.year) for honour in valid if honour.date}),
        (AWARD, {honour.award for honour in valid if honour.award}),
        (AGENCY, {honour.authority for honour in valid if honour.authority}),
        (CAMPAIGN, {honour.campaign for honour in valid if honour.campaign}),
        (FIELD, _together([answers.ask(field_line, field) for field in fields])),
        (PLACE, _together([answers.ask(place_lines, place) for place in places])),
    )


def _together(lines: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """Everything in some lines, each once; most often there is one line."""
    return lines[0] if len(lines) == 1 else {step for line in lines for step in line}


def letter_key(letter: str) -> str:
    """The part of an address that stands for a letter: Đ and D must not meet, so marks are typed as on a keyboard."""
    return _TYPED.get(letter) or ("khac" if letter == OTHER_INITIAL else letter.lower())


@question
def field_line(answers: Answers, id: str) -> tuple[str, ...]:
    """A field and those above it."""
    line = [id]
    while (field := answers.registry.find(WorkField, line[-1])) and field.parent and field.parent not in line:
        line.append(field.parent)
    return tuple(line)


@question
def place_lines(answers: Answers, id: str) -> tuple[str, ...]:
    """The lists a place's people belong to: its own, those of the places above, and those of what it all became."""
    registry = answers.registry
    if registry.find(Place, id) is None:
        return ()
    line = dict.fromkeys([id, *registry.place_ancestors(id)])
    now = registry.place_now(id)
    if now:
        common = [{node, *registry.place_ancestors(node)} for node in now]
        line.update(dict.fromkeys(sorted(set.intersection(*common))))
    return tuple(line)
