"""Bodies from templates: ours, below those that the office puts into overrides/."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
)
from markupsafe import Markup, escape

from bangvang.pages import drawings, person_pieces, pieces
from bangvang.pages.addresses import ENGLISH, ROOT
from bangvang.pages.escaping import QuickTemplate, markup
from bangvang.pages.history import history_fold
from bangvang.pages.honour_pieces import honour_items
from bangvang.pages.honours import brief, spoken
from bangvang.pages.json_ld import breadcrumb_list, json_ld_block
from bangvang.pages.markdown import render as render_markdown
from bangvang.pages.page import LINK_FORMAT, TIMEMAP, Alternate, Link, Page, Pair
from bangvang.pages.people import PersonCard
from bangvang.pages.places import lower_first
from bangvang.pages.template_fault import template_fault
from bangvang.records import PartialDate
from bangvang.vietnamese import format_number, format_percent, short_date

TEMPLATES = Path(__file__).parent.parent / "templates"
_OFFICE_MISTAKES = (TemplateError, TypeError, AttributeError, ValueError, LookupError, ArithmeticError, RecursionError)
"""What a wrong template may raise."""
_TIMEMAP = f'<link rel="timemap" type="{LINK_FORMAT}" href="{TIMEMAP}">'
"""For archives (RFC 7089): the list of a page's versions stands beside it."""
_COMMON = ("pages/honouree.html", "people_list.html")


class Head(NamedTuple):
    """What a template may know of its page besides the context."""

    title: str
    url: str
    crumbs: tuple[Link, ...]
    english: str | None = None
    """Where the same is told in English, if this is not that page."""


class Renderer:
    """Renders bodies; each template is compiled once."""

    def __init__(self, overrides: Path | None = None, cache: BytecodeCache | None = None) -> None:
        self._environment = _environment(overrides, cache)
        self._templates: dict[str, Template] = {}
        self._pieces: dict[str, dict[str, tuple[PersonCard, str]]] = {}
        self._environment.filters.update(
            person_rows=partial(self._persons, person_pieces.person_row),
            person_index=partial(self._persons, person_pieces.person_index),
            person_items=partial(self._persons, person_pieces.person_item),
        )

    def body(self, page: Page) -> str:
        """The part of a page between the site's head and foot."""
        english = page.pair.english if page.pair and not page.in_english else None
        return self.piece(page.template, page=Head(page.title, page.url, page.crumbs, english), **page.context)

    def piece(self, template: str, /, **context: object) -> str:
        """A template with its context filled in."""
        try:
            return self._load(template).render(context)
        except _OFFICE_MISTAKES as error:
            raise template_fault(error, template) from error

    def data(self, page: Page, address: str) -> str:
        """What the page says to programs, for its head: what belongs to it; its place in the site, what it is about."""
        beside = "".join([_alternate(page.url, one) for one in page.alternates])
        if page.versioned:
            beside += _TIMEMAP
        if page.pair is not None:
            beside += _in_both_languages(address, page.pair)
        if not page.indexed:
            return beside
        if not page.url:
            return beside + json_ld_block(*page.data)
        home = ("Home", ENGLISH) if page.in_english else ("Trang chủ", "")
        crumbs = [home, *((step.text, step.url or "") for step in page.crumbs), (page.title, page.url)]
        return beside + json_ld_block(breadcrumb_list(address, crumbs), *page.data)

    def warm(self) -> None:
        """Load the templates that every worker needs, before the work is shared out."""
        for name in _COMMON:
            self._load(name)

    def forget(self) -> None:
        """Let go of the entries of lists."""
        self._pieces.clear()

    def _load(self, name: str) -> Template:
        known = self._templates.get(name)
        if known is None:
            try:
                known = self._templates[name] = self._environment.get_template(name)
            except _OFFICE_MISTAKES as error:
                raise template_fault(error, name) from error
            known.globals = dict(known.globals)  # every page copies it, and a plain dict is copied ten times as fast
        return known

    def _persons(self, piece: Callable[[PersonCard], str], cards: Iterable[PersonCard]) -> Markup:
        """The entries of a list of people; each is the same in every list, so it is written once."""
        known = self._pieces.setdefault(piece.__name__, {})
        find = known.get

        def written(card: PersonCard) -> str:
            known[card.id] = card, piece(card)
            return known[card.id][1]

        return markup(
            "".join(
                [
                    entry[1] if (entry := find(card.id)) is not None and entry[0] is card else written(card)
                    for card in cards
                ]
            )
        )


def _environment(overrides: Path | None, cache: BytecodeCache | None) -> Environment:
    """Where templates are found, and the words they have beside Jinja's own."""
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in (overrides, TEMPLATES) if folder is not None]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=cache,
    )
    environment.template_class = QuickTemplate
    environment.globals.update(_GLOBALS)
    environment.filters.update(_FILTERS)
    return environment


def _alternate(url: str, one: Alternate) -> str:
    way = "../" * url.count("/")
    return f'<link rel="alternate" type="{one.type}" title="{escape(one.title)}" href="{way}{one.url}">'


def _in_both_languages(address: str, pair: Pair) -> str:
    """For search engines: which page to show to whom; whole addresses, as they ask."""
    pages = (("vi", pair.vietnamese), ("en", pair.english), ("x-default", pair.vietnamese))
    return "".join(
        [f'<link rel="alternate" hreflang="{language}" href="{escape(address)}{url}">' for language, url in pages]
    )


def _markdown(text: str | None, heading: int = 3) -> Markup:
    return render_markdown(text, root=ROOT, heading=heading) if text else Markup("")


def _day(value: PartialDate | date | Decimal | None) -> str:
    if isinstance(value, PartialDate):
        return brief(value)
    if isinstance(value, date):
        return short_date(value)
    return ""


_GLOBALS: Mapping[str, object] = {
    "correction_box": pieces.correction_box,
    "crumbs": pieces.crumbs,
    "fact": pieces.fact,
    "facts": pieces.facts,
    "history_fold": history_fold,
    "invented": pieces.INVENTED,
    "photo_tag": pieces.photo_tag,
    "portrait_tag": pieces.portrait_tag,
    "section": pieces.section,
    "share_buttons": pieces.share_buttons,
}
_FILTERS: Mapping[str, Callable[..., object]] = {
    "chart_names": drawings.names,
    "chart_table": drawings.table,
    "drawing": drawings.drawing,
    "legend": drawings.legend,
    # As filters, too: Jinja calls one without looking at it first, and on constants once, when it compiles.
    "correction_box": pieces.correction_box,
    "facts": pieces.facts,
    "history_fold": history_fold,
    "section": pieces.section,
    "honour_items": honour_items,
    "icon": pieces.icon,
    "url": pieces.url,
    "links": pieces.links,
    "lower_first": lower_first,
    "nb": pieces.unbroken_text,
    "md": _markdown,
    "day": _day,
    "words": spoken,
    "num": format_number,
    "pct": format_percent,
}
