"""Everything of a kind that is told in English, in pages of a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bangvang.pages.addresses import ENGLISH_TAB
from bangvang.pages.answers import Answers
from bangvang.pages.english.addresses import FOLDERS, list_url
from bangvang.pages.english.cards import english_card
from bangvang.pages.english.told import told_in_english
from bangvang.pages.english.words import counted
from bangvang.pages.membership import PER_PAGE
from bangvang.pages.page import Link, Page, Target
from bangvang.pages.reading import Reading
from bangvang.registry import lists_indexed

BUILDER = "english-list"
TITLES: Mapping[str, str] = {
    "honouree": "Exemplars",
    "campaign": "Campaigns",
    "practice": "Good practices",
    "event": "Events",
    "document": "Plans and documents",
    "report": "Reports",
}
_ABOUT: Mapping[str, str] = {
    "honouree": "People, collectives and households that were honoured, with a summary in English.",
    "campaign": "Emulation movements, campaigns and public drives, with a summary in English.",
    "practice": "Initiatives and ways of working that others can take over, with a summary in English.",
    "event": "Congresses, conferences, launches and award ceremonies, with a summary in English.",
    "document": "Emulation plans and other official documents, with a summary in English.",
    "report": "Reviews of campaigns, with a summary in English.",
}
_ALWAYS = ("honouree", "campaign")
"""The menu leads to these, whether or not there is anything on them."""


def english_list_targets(answers: Answers) -> Iterator[Target]:
    """The pages of each list."""
    for kind in FOLDERS:
        total = len(answers.ask(told_in_english, kind))
        if not total and kind not in _ALWAYS:
            continue
        for number in range(1, max(1, _pages(total)) + 1):
            yield Target(_part_url(kind, number), BUILDER, (kind, str(number)))


def english_list_page(reading: Reading, kind: str, number: str) -> Page:
    """One page of a list."""
    page = int(number)
    ids = reading.ask(told_in_english, kind)
    start = (page - 1) * PER_PAGE
    title = TITLES[kind]
    pages = _pages(len(ids))
    return Page(
        url=_part_url(kind, page),
        tab=ENGLISH_TAB,
        title=title if page == 1 else f"{title}, page {page}",
        description=_ABOUT[kind],
        template="english/list.html",
        context={
            "about": _ABOUT[kind],
            "total": counted(len(ids), "record", "records"),
            "cards": [english_card(reading, kind, id) for id in ids[start : start + PER_PAGE]],
            "steps": [(Link(str(step), _part_url(kind, step)), step == page) for step in range(1, pages + 1)],
            "previous": _part_url(kind, page - 1) if page > 1 else None,
            "next": _part_url(kind, page + 1) if page < pages else None,
        },
        crumbs=() if page == 1 else (Link(title, list_url(kind)),),
        indexed=lists_indexed(reading.site),
        listed=page == 1,
        in_english=True,
    )


def _pages(total: int) -> int:
    return -(-total // PER_PAGE)


def _part_url(kind: str, number: int) -> str:
    return list_url(kind) if number == 1 else f"{list_url(kind)}page-{number}/"
