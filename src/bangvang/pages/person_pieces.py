"""A laureate in lists: as a row beside a page, as a card, as a line for printing.

In Python, because every laureate stands in a dozen lists: a template takes six times as long.
"""

from __future__ import annotations

from bangvang.pages.addresses import ROOT
from bangvang.pages.escaping import escaped
from bangvang.pages.people import PersonCard
from bangvang.pages.pieces import icon

_MEDAL, _PIN = icon("medal"), icon("pin")
_INVENTED = f'<p><span class="bv-badge bv-badge--warn">{icon("warn")}Minh họa</span></p>'


def person_row(card: PersonCard) -> str:
    """One of a few beside the text of a page."""
    return (
        f'<li class="bv-row">{_medal(card, "")}<div>'
        f'<a class="bv-name bv-name--s bv-card__link" href="{ROOT}{card.url}">{escaped(card.name)}</a>'
        f'<p class="bv-meta">{escaped(card.award or card.role)}</p></div></li>\n'
    )


def person_item(card: PersonCard) -> str:
    """A card of a list."""
    role = f'<p class="bv-person__role">{escaped(card.role)}</p>' if card.role else ""
    more = f' <span class="bv-nb">và {card.more} khen thưởng khác</span>' if card.more else ""
    award = f'<p class="bv-award">{_MEDAL}<span>{escaped(card.award)}{more}</span></p>' if card.award else ""
    place = f'<p class="bv-meta">{_PIN}<span>{card.place.plain}</span></p>' if card.place else ""
    return (
        f'<li class="bv-card bv-person">{_medal(card, " bv-medal--m")}<div class="bv-person__body">'
        f'<h3 class="bv-name bv-name--s"><a class="bv-card__link" href="{ROOT}{card.url}">{escaped(card.name)}</a></h3>'
        f"{role}{award}{place}{_INVENTED if card.illustrative else ''}</div></li>\n"
    )


def person_index(card: PersonCard) -> str:
    """A line of a list for the printer."""
    place = f"; {escaped(card.place.text)}" if card.place else ""
    told = escaped(card.award or card.role)
    note = f" <small>{told}{place}</small>" if told else ""
    return f'<li><a href="{ROOT}{card.url}">{escaped(card.name)}</a>{note}</li>\n'


def _medal(card: PersonCard, size: str) -> str:
    return f'<span class="bv-medal{size} {card.medal}" aria-hidden="true">{escaped(card.initials)}</span>'
