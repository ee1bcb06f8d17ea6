"""Lists of people: by letter, by kind, by campaign, and any of them whole; the front page of the honour roll."""

from __future__ import annotations

from bangvang.pages.answers import Answers, question
from bangvang.pages.channels import kind_feeds
from bangvang.pages.holders import held_title
from bangvang.pages.listing import everybody, listing, part_url
from bangvang.pages.membership import (
    AWARD,
    CAMPAIGN,
    FIELD,
    HELD,
    KIND,
    LETTER,
    PLACE,
    YEAR,
    headings,
    letter_key,
    listed,
)
from bangvang.pages.page import Link, Page
from bangvang.pages.people import person_card
from bangvang.pages.reading import Reading, name_of
from bangvang.records import Award, Campaign, Place, SubjectKind, WorkField
from bangvang.records.place import PlaceType
from bangvang.registry import lists_indexed
from bangvang.vietnamese import ALPHABET, OTHER_INITIAL

TAB = "guong"
ROLL = Link("Gương sáng", "guong/")
KIND_URLS = {
    SubjectKind.INDIVIDUAL: "guong/loai/ca-nhan/",
    SubjectKind.COLLECTIVE: "guong/loai/tap-the/",
    SubjectKind.HOUSEHOLD: "guong/loai/ho-gia-dinh/",
    SubjectKind.LOCALITY: "guong/loai/dia-phuong/",
}
LETTERS = {letter_key(letter): letter for letter in (*ALPHABET.upper(), OTHER_INITIAL)}
_NEWEST = 12


@question
def newest(answers: Answers) -> tuple[str, ...]:
    """The ids of those honoured last."""

    def last(id: str) -> str:
        honours = answers.registry.laureates[id].honours
        return max((str(honour.date) for honour in honours if honour.date), default="")

    return tuple(sorted(answers.ask(listed), key=last, reverse=True)[:_NEWEST])


@question
def counts(answers: Answers, dimension: str) -> tuple[tuple[str, int], ...]:
    """The lists of a dimension and how many each holds, without who."""
    return answers.ask(headings, dimension)


def letter_page(reading: Reading, key: str, number: str) -> Page:
    """Everybody filed under one letter."""
    base = f"guong/chu/{key}/"
    letter = LETTERS.get(key, key.upper())
    title = "Tên không bắt đầu bằng chữ cái" if letter == OTHER_INITIAL else f"Gương sáng vần {letter}"
    return _list(reading, LETTER, key, base, int(number), title, "Người xếp theo tên gọi, tập thể theo chữ đầu.")


def kind_page(reading: Reading, key: str, number: str) -> Page:
    """Everybody of one kind."""
    kind = SubjectKind.of(key)
    return _list(reading, KIND, key, KIND_URLS[kind], int(number), f"{kind.label} được khen thưởng", "")


def campaign_people_page(reading: Reading, key: str, number: str) -> Page:
    """Everybody honoured within one campaign."""
    campaign = reading.find(Campaign, key)
    name = campaign.name if campaign else key
    crumbs = (Link("Phong trào", "phong-trao/"), Link(name, f"phong-trao/{key}/"))
    return _list(
        reading, CAMPAIGN, key, f"phong-trao/{key}/guong/", int(number), f"Gương của phong trào {name}", "",
        tab="phong-trao", crumbs=crumbs,
    )  # fmt: skip


def whole_page(reading: Reading, dimension: str, key: str, base: str) -> Page:
    """A list in one piece, for printing."""
    title = _heading(reading, dimension, key)
    return Page(
        url=f"{base}tat-ca/",
        tab="phong-trao" if dimension == CAMPAIGN else TAB,
        title=f"{title}: toàn bộ danh sách",
        description=f"Toàn bộ danh sách {title} trên một trang, để in.",
        template="pages/whole.html",
        context={"cards": everybody(reading, dimension, key), "base": base, "heading": title},
        crumbs=(ROLL, Link(title, base)),
        image="honouree",
        indexed=False,
        listed=False,
    )


def roll_page(reading: Reading) -> Page:
    """The front page of the honour roll."""
    kinds = dict(reading.ask(counts, KIND))
    context = {
        "letters": letter_strip(reading, None),
        "kinds": [(kind.label, url, kinds[kind.value]) for kind, url in KIND_URLS.items() if kinds.get(kind.value)],
        "total": sum(kinds.values()),
        "newest": [person_card(reading, id) for id in reading.ask(newest)],
        **browse(reading),
    }
    return Page(
        url="guong/",
        tab=TAB,
        title="Gương sáng",
        description="Người, tập thể, hộ gia đình được khen thưởng, xếp theo tên, năm, lĩnh vực, địa phương, danh hiệu.",
        template="pages/roll.html",
        context=context,
        image="honouree",
        indexed=_indexed(reading),
        alternates=kind_feeds("honouree"),
    )


def browse(reading: Reading, most: int = 24) -> dict[str, object]:
    """Chips by field, place, year and award, for the home page and the front page of the roll."""
    fields = [
        (Link(field.name, f"linh-vuc/{id}/"), count)
        for id, count in _by_count(reading, FIELD)
        if (field := reading.find(WorkField, id))
    ]
    places = [
        (Link(_short_place(place), f"dia-phuong/{id}/"), count)
        for id, count in _by_count(reading, PLACE)
        if (place := reading.find(Place, id)) and place.type in (PlaceType.PROVINCE, PlaceType.CITY) and not place.to
    ]
    years = [(Link(year, f"nam/{year}/"), count) for year, count in sorted(reading.ask(counts, YEAR), reverse=True)]
    awards = [
        (Link(award.name, f"danh-hieu/{id}/"), count)
        for id, count in _by_count(reading, AWARD)
        if (award := reading.find(Award, id))
    ]
    return {
        "fields": fields[:most],
        "places": places[:most],
        "years": years[:most],
        "award_chips": awards[:most],
    }


def letter_strip(reading: Reading, current: str | None) -> list[tuple[str, str | None, int, bool]]:
    """The alphabet: letter, address, how many, whether it is this page."""
    found = dict(reading.ask(counts, LETTER))
    return [
        (letter, f"guong/chu/{key}/" if found.get(key) else None, found.get(key, 0), key == current)
        for key, letter in LETTERS.items()
        if found.get(key) or letter != OTHER_INITIAL
    ]


def _list(
    reading: Reading,
    dimension: str,
    key: str,
    base: str,
    number: int,
    title: str,
    sub: str,
    *,
    tab: str = TAB,
    crumbs: tuple[Link, ...] = (ROLL,),
) -> Page:
    people = listing(reading, dimension, key, base, number)
    return Page(
        url=part_url(base, number),
        tab=tab,
        title=title if number == 1 else f"{title}, trang {number}",
        description=f"{title}: {people.total} người, tập thể, hộ gia đình được khen thưởng.",
        template="pages/list.html",
        context={
            "people": people,
            "sub": sub,
            "letters": letter_strip(reading, key) if dimension == LETTER else [],
        },
        crumbs=crumbs if number == 1 else (*crumbs, Link(title, base)),
        image="honouree",
        indexed=_indexed(reading),
        listed=number == 1,
    )


def _heading(reading: Reading, dimension: str, key: str) -> str:
    if dimension == LETTER:
        return f"Gương sáng vần {LETTERS.get(key, key)}"
    if dimension == KIND:
        return f"{SubjectKind.of(key).label} được khen thưởng"
    if dimension == YEAR:
        return f"Khen thưởng năm {key}"
    if dimension == HELD:
        return held_title(reading, key)
    kind = {AWARD: "award", FIELD: "field", PLACE: "place", CAMPAIGN: "campaign"}.get(dimension, "agency")
    record = reading.part(kind, key)
    return name_of(record) if record else key


def _by_count(reading: Reading, dimension: str) -> list[tuple[str, int]]:
    return sorted(reading.ask(counts, dimension), key=lambda entry: (-entry[1], entry[0]))


def _short_place(place: Place) -> str:
    return place.name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def _indexed(reading: Reading) -> bool:
    return lists_indexed(reading.site)
