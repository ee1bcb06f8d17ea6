"""The page of one who was honoured: person, collective, household or locality."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bangvang.pages.answers import Answers, question
from bangvang.pages.card import Card
from bangvang.pages.english.addresses import pair_of
from bangvang.pages.history import laureate_history
from bangvang.pages.honours import HonourView, brief, honour_view
from bangvang.pages.json_ld import organization, person
from bangvang.pages.membership import honours_shown, valid_honours
from bangvang.pages.page import Link, Page, json_file
from bangvang.pages.people import (
    MEDALS,
    initials,
    is_illustrative,
    person_card,
    role_at,
    role_line,
    top_honour,
    years_line,
)
from bangvang.pages.pictures import picture
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.pages.recommendations import kin_of
from bangvang.pages.tombstone import removal_notice, tombstone
from bangvang.records import (
    Decision,
    Event,
    Honouree,
    Occupation,
    Practice,
    Recipient,
    Record,
    Removed,
    Subject,
    SubjectKind,
)
from bangvang.registry import (
    Appearance,
    GivenHonour,
    Laureate,
    PageForm,
    Telling,
    counts_as_living,
    may_show,
    photos_shown,
)

TAB = "guong"
CRUMBS = (Link("Gương sáng", "guong/"),)
NEIGHBOURS = 6
_CARD_LABELS = {
    SubjectKind.INDIVIDUAL: "Gương sáng",
    SubjectKind.COLLECTIVE: "Tập thể tiêu biểu",
    SubjectKind.HOUSEHOLD: "Gia đình tiêu biểu",
    SubjectKind.LOCALITY: "Địa phương tiêu biểu",
}
_ALL_LOST = "Phần thưởng đã bị hủy bỏ hoặc bị tước"
_BADGE = 28
"""How many letters a badge holds on one line of a phone."""


@question
def fellows(answers: Answers, award: str, year: int) -> tuple[str, ...]:
    """Everybody who got the same award in the same year."""
    given = answers.registry.honours_of_award(award)
    return tuple(dict.fromkeys(one.laureate for one in given if one.date and one.date.year == year))


@question
def practices_of(answers: Answers, id: str) -> tuple[str, ...]:
    """Practices that name the laureate, or that the profile names."""
    return tuple(answers.registry.practices_of(id))


@question
def in_practices(answers: Answers) -> frozenset[str]:
    """Everybody whom a practice names."""
    return frozenset(id for _, practice in answers.registry.all(Practice) for id in practice.honourees)


def _practices(reading: Reading, laureate: Laureate, profile: Honouree | None) -> tuple[str, ...]:
    """Most people have none: one answer tells of all of them."""
    if laureate.id in reading.ask(in_practices) or (profile is not None and profile.practices):
        return reading.ask(practices_of, laureate.id)
    return ()


def honouree_page(reading: Reading, id: str) -> Page:
    """The page that a laureate's state allows."""
    url = f"guong/{id}/"
    profile = reading.part("honouree", id)
    if isinstance(profile, Removed):
        return removal_notice(url, TAB, CRUMBS, profile)
    laureate = reading.laureate(id)
    assert laureate is not None
    shown = reading.appearance(laureate)
    if shown.page is PageForm.TOMBSTONE:
        return tombstone(url, TAB, CRUMBS, _withdrawn(laureate), title="Hồ sơ đã rút")
    return _page(reading, laureate, shown)


def _withdrawn(laureate: Laureate) -> Record:
    """What was taken back: the profile, or of a bare recipient the last of the decisions."""
    sources = [*(honour.source.record for honour in laureate.honours), laureate.shown]
    return next(source for source in reversed(sources) if isinstance(source, Record) and source.withdrawn)


def _page(reading: Reading, laureate: Laureate, shown: Appearance) -> Page:
    full = shown.page is PageForm.FULL
    profile = laureate.shown if full else None
    shown_honours = honours_shown(reading.answers, laureate.id)
    honours = [honour_view(reading, honour) for honour in shown_honours]
    valid = valid_honours(reading.answers, laureate.id)
    top = top_honour(reading, valid)
    best = next((view for view in honours if top is not None and view.anchor == top.anchor), None)
    updated = _updated(reading, laureate)
    neighbours = _neighbours(reading, laureate.id, valid)
    practices = _practices(reading, laureate, laureate.record)
    context = {
        "laureate": laureate,
        "full": full,
        "honours": honours,
        "best": best,
        "illustrative": is_illustrative(laureate),
        "practices": reading.links("practice", practices),
        "campaigns": tuple(dict.fromkeys(view.campaign for view in honours if view.campaign)),
        "neighbours": [person_card(reading, other.id) for other in neighbours],
        "kin": kin_of(reading, laureate, [other.id for other in neighbours], practices),
        "together": _together(honours),
        "history": laureate_history(reading, laureate.id, shown_honours),
        "updated": updated,
        **_identity(reading, laureate, full),
        **_telling(reading, profile),
    }
    return Page(
        url=f"guong/{laureate.id}/",
        tab=TAB,
        title=laureate.name,
        description=_description(laureate, profile, best),
        template="pages/honouree.html",
        context=context,
        crumbs=CRUMBS,
        image="site" if honours and not valid else "honouree",
        card=_card(reading, laureate, profile, honours, best) if profile else None,
        indexed=shown.indexed,
        updated=updated,
        data=_data(reading, laureate, profile, honours),
        alternates=(json_file("honouree", laureate.id),) if shown.in_bulk and laureate.shown else (),
        pair=pair_of(reading.site, "honouree", laureate.id, profile),
    )


def _card(
    reading: Reading, laureate: Laureate, profile: Honouree, honours: Sequence[HonourView], best: HonourView | None
) -> Card:
    """Whoever has lost every honour is held up to nobody."""
    lost = best is None and bool(honours)
    place = place_line(reading, laureate.place, laureate.subject.place_text)
    where = place.text if place else ""
    unit = laureate.unit if laureate.unit != laureate.name else None
    first = best.short if best else _ALL_LOST if lost else ""
    lines = (first, role_at(laureate.subject.role, unit, where), where)
    photos = photos_shown(profile, reading.day)
    portrait = reading.ask(picture, photos[0].file) if photos else None
    return Card(
        kind="honouree",
        id=laureate.id,
        label="Hồ sơ" if lost else _CARD_LABELS[laureate.kind],
        title=laureate.name,
        lines=tuple(line for line in lines if line),
        site=reading.site.name if reading.site else "",
        initials=initials(laureate.name),
        portrait=portrait.srcs[-1].jpeg if portrait else "",
        illustrative=is_illustrative(laureate),
    )


def _identity(reading: Reading, laureate: Laureate, full: bool) -> dict[str, object]:
    """Who it is."""
    subject, kind = laureate.subject, laureate.kind
    return {
        "kind": kind,
        "household": kind is SubjectKind.HOUSEHOLD,
        "collective": kind in (SubjectKind.COLLECTIVE, SubjectKind.LOCALITY),
        "subject": subject,
        "medal": MEDALS[kind],
        "initials": initials(laureate.name),
        "years": years_line(subject) if full or subject.died else "",
        "role": role_line(laureate),
        "place": place_line(reading, laureate.place, subject.place_text),
        "fields": reading.links("field", subject.fields),
        "agency": reading.link("agency", subject.agency),
        **_occupation(reading, subject.occupation),
    }


def _telling(reading: Reading, profile: Honouree | None) -> dict[str, object]:
    """What the profile tells beyond that."""
    photos = photos_shown(profile, reading.day) if profile else ()
    return {
        "profile": profile,
        "story": profile.story if profile and may_show(profile, Telling.STORY, reading.day) else None,
        "quote": profile.quote if profile and may_show(profile, Telling.QUOTE, reading.day) else None,
        "photo": photos[0] if photos else None,
        "portrait": reading.ask(picture, photos[0].file) if photos else None,
        "more_photos": [(photo, found) for photo in photos[1:] if (found := reading.ask(picture, photo.file))],
        "other_names": list(profile.names) if profile else [],
        "labels": profile.labels if profile else (),
        "experiences": _experiences(reading, profile),
    }


def _data(
    reading: Reading, laureate: Laureate, profile: Honouree | None, honours: list[HonourView]
) -> tuple[Mapping[str, object], ...]:
    """The laureate to machines; invented ones are nobody to tell of."""
    if is_illustrative(laureate) or reading.site is None:
        return ()
    subject = laureate.subject
    place = place_line(reading, laureate.place, subject.place_text)
    url = f"{reading.site.address}guong/{laureate.id}/"
    awards = [view.short for view in honours if view.fallen is None]
    names = laureate.names[1:] if profile else ()
    where = place.text if place else None
    if laureate.kind in (SubjectKind.COLLECTIVE, SubjectKind.LOCALITY):
        return (organization(laureate.name, url=url, other_names=names, place=where, awards=awards),)
    if laureate.kind is SubjectKind.HOUSEHOLD:
        return ()
    return (
        person(
            laureate.name,
            url=url,
            other_names=names,
            role=subject.role,
            unit=laureate.unit,
            place=where,
            born=_born_told(reading, subject) if profile else None,
            died=str(subject.died) if subject.died else None,
            awards=awards,
        ),
    )


def _born_told(reading: Reading, subject: Subject) -> str | None:
    """The day of birth of somebody living is for readers, not for machines that gather; the year is enough."""
    if subject.born is None:
        return None
    return str(subject.born.year if counts_as_living(subject, reading.day) else subject.born)


def _neighbours(reading: Reading, own: str, valid: Sequence[GivenHonour]) -> list[Laureate]:
    """Six who stand next to a laureate: in the latest decision, otherwise under the same award of the same year."""
    if not valid:
        return []
    found: dict[str, Laureate] = {}
    for id in _candidates(reading, valid):
        laureate = reading.laureate(id)
        if laureate is not None and laureate.id != own and reading.answers.appearance(laureate).listed:
            found.setdefault(laureate.id, laureate)
            if len(found) == NEIGHBOURS:
                break
    return list(found.values())


def _candidates(reading: Reading, valid: Sequence[GivenHonour]) -> Iterable[str]:
    """Ids from the nearest row on."""
    last = next((honour for honour in reversed(valid) if honour.decision is not None), None)
    if last is None:
        honour = valid[-1]
        return reading.ask(fellows, honour.award, honour.date.year) if honour.award and honour.date else ()
    rows = last.decision.recipients if last.decision else ()
    places = (place for step in range(1, 3 * NEIGHBOURS) for place in (last.row - step, last.row + step))
    return (row.id for place in places if 0 <= place < len(rows) and isinstance(row := rows[place], Recipient))


def _together(honours: list[HonourView]) -> Link | None:
    """Where to see everybody of the same decision."""
    for view in reversed(honours):
        if view.decision is not None and view.fallen is None:
            return view.decision
    return None


def _occupation(reading: Reading, id: str | None) -> Mapping[str, str | None]:
    """A badge; a long name is a fact in the list instead."""
    occupation = reading.find(Occupation, id)
    name = occupation.name if occupation else None
    fits = name is None or len(name) <= _BADGE
    return {"occupation": name if fits else None, "group": None if fits else name}


def _experiences(reading: Reading, profile: Honouree | None) -> list[tuple[str, Link | None, str]]:
    found = []
    for told in profile.shared_experience if profile else ():
        event = reading.find(Event, told.event)
        found.append((told.topic, reading.link("event", told.event), brief(event.from_) if event else ""))
    return found


def _updated(reading: Reading, laureate: Laureate) -> date | None:
    days = [getattr(laureate.shown, "updated", None)]
    for honour in honours_shown(reading.answers, laureate.id):
        decision = reading.find(Decision, honour.source.id) if honour.decision else None
        days.append(decision.updated if decision else None)
    return max((day for day in days if day), default=None)


def _description(laureate: Laureate, profile: Honouree | None, best: HonourView | None) -> str:
    if profile is not None and profile.summary:
        return " ".join(profile.summary.split())
    parts = [laureate.name, role_line(laureate), best.short if best else ""]
    return ". ".join(part for part in parts if part) + "."
