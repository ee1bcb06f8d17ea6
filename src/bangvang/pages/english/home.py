"""The front page in English: what this is, how much there is, exemplars, campaigns, how to read it."""

from __future__ import annotations

from bangvang.pages.addresses import ENGLISH, ENGLISH_TAB
from bangvang.pages.answers import Answers, question
from bangvang.pages.english.addresses import FOLDERS, counterpart, list_url
from bangvang.pages.english.cards import english_card
from bangvang.pages.english.lists import TITLES
from bangvang.pages.english.told import told_in_english
from bangvang.pages.english.words import number
from bangvang.pages.lists import counts
from bangvang.pages.membership import KIND
from bangvang.pages.page import OPEN_DATA, Link, Page
from bangvang.pages.reading import Reading
from bangvang.records import Campaign, Decision, SubjectKind
from bangvang.registry import lists_indexed

_MOST = 12
_FEW = 6


@question
def public_papers(answers: Answers) -> tuple[int, int]:
    """How many campaigns and award decisions the public can see."""
    registry = answers.registry
    return sum(1 for _ in registry.public(Campaign)), sum(1 for _ in registry.public(Decision))


def english_home_page(reading: Reading) -> Page:
    """The way in for readers abroad."""
    site = reading.site
    assert site is not None
    shown = {"honouree": _people(reading), "campaign": _first(reading, "campaign", site.home.campaigns, _FEW)}
    more = [
        (Link(TITLES[kind], list_url(kind)), number(len(told)))
        for kind in FOLDERS
        if (told := reading.ask(told_in_english, kind)) and kind not in shown
    ]
    return Page(
        url=ENGLISH,
        tab=ENGLISH_TAB,
        title="Overview",
        description=site.description_en or f"{site.name_en}: an honour roll from Việt Nam, in brief.",
        template="english/home.html",
        context={
            "site": site,
            "totals": _totals(reading),
            "people": [english_card(reading, "honouree", id) for id in shown["honouree"]],
            "campaigns": [english_card(reading, "campaign", id) for id in shown["campaign"]],
            "more": more,
            "data": OPEN_DATA,
        },
        indexed=lists_indexed(site),
        in_english=True,
        pair=counterpart(site, ""),
    )


def _people(reading: Reading) -> list[str]:
    return _first(reading, "honouree", reading.site.home.honourees if reading.site else (), _MOST)


def _first(reading: Reading, kind: str, picks: tuple[str, ...], most: int) -> list[str]:
    """The office's picks, then the others, as many as there is room for."""
    told = reading.ask(told_in_english, kind)
    return list(dict.fromkeys([*(pick for pick in picks if pick in told), *told]))[:most]


def _totals(reading: Reading) -> list[tuple[str, str]]:
    kinds = dict(reading.ask(counts, KIND))
    campaigns, decisions = reading.ask(public_papers)
    units = sum(kinds.get(kind.value, 0) for kind in (SubjectKind.COLLECTIVE, SubjectKind.LOCALITY))
    figures = (
        ("people", kinds.get(SubjectKind.INDIVIDUAL.value, 0)),
        ("collectives and communities", units),
        ("households", kinds.get(SubjectKind.HOUSEHOLD.value, 0)),
        ("campaigns", campaigns),
        ("award decisions", decisions),
    )
    return [(label, number(count)) for label, count in figures if count]
