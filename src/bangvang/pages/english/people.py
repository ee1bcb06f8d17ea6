"""People and units in English: how they are named in other pages, and what is said of them."""

from __future__ import annotations

from markupsafe import Markup, escape

from bangvang.pages.addresses import ROOT
from bangvang.pages.english.addresses import english_url, pair_of
from bangvang.pages.english.pieces import to_vietnamese
from bangvang.pages.reading import Reading
from bangvang.registry import Laureate, PageForm


def told(reading: Reading, laureate: Laureate | None) -> bool:
    """Whether somebody has a page in English."""
    return (
        laureate is not None
        and reading.appearance(laureate).page is PageForm.FULL
        and pair_of(reading.site, "honouree", laureate.id, laureate.shown) is not None
    )


def person_link(reading: Reading, id: str) -> Markup:
    """A laureate by name: to the page in English where there is one, else to the Vietnamese page."""
    link, laureate = reading.person(id), reading.laureate(id)
    if link is None or laureate is None:
        return Markup()
    if not told(reading, laureate):
        return to_vietnamese(link)
    return Markup(f'<a href="{ROOT}{english_url("honouree", laureate.id)}" lang="vi">{escape(link.text)}</a>')


def years_of(laureate: Laureate) -> str:
    """“1920–1952”, “born in 1920”, “until 1975”."""
    subject = laureate.subject
    born, died = (date.year if date else None for date in (subject.born, subject.died))
    if born and died:
        return f"{born}–{died}"
    person = laureate.kind.value == "individual"
    if died:
        return f"died in {died}" if person else f"until {died}"
    if born:
        return f"born in {born}" if person else f"founded in {born}"
    return ""
