"""The smallest pieces of pages, in Python: nearly every page has many of them, and a macro takes four times as long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from markupsafe import Markup, escape

from bangvang.pages.addresses import ROOT
from bangvang.pages.escaping import escaped, markup, shown
from bangvang.pages.number_marks import unbroken
from bangvang.pages.page import Link
from bangvang.pages.pictures import Shown, Source
from bangvang.vietnamese import short_date

HOME = Link("Trang chủ", "")


def icon(name: str) -> Markup:
    """A picture beside words; on a constant, Jinja does this once when it compiles."""
    return markup(f'<span class="bv-i i-{name}" aria-hidden="true"></span>')


INVENTED = Markup(f'<span class="bv-badge bv-badge--warn">{icon("warn")}Minh họa, không có thật</span>')
"""Marks what is made up, so that nobody takes it for true."""


def url(address: str) -> Markup:
    """An address of the site, from wherever the page stands; addresses hold only letters that need no escaping."""
    return markup(ROOT + address)


def unbroken_text(text: object) -> Markup:
    """A text whose number marks stay whole, for templates."""
    return unbroken(escape(text))


def links(several: Sequence[Link]) -> Markup:
    """Links in a row."""
    return markup(", ".join([link.__html__() for link in several]))


def section(id: str, title: str, sub: str = "", more: Link | None = None) -> Markup:
    """The head of a section, perhaps with a line below it and a way on."""
    below = f'<p class="bv-sub">{escaped(sub)}</p>' if sub else ""
    way = f'<a class="bv-more" href="{ROOT}{more.url}">{escaped(more.text)} {icon("arrow")}</a>' if more else ""
    heading = f'<h2 class="bv-h2" id="{escaped(id)}">{escaped(title)}</h2>'
    return markup(f'<div class="bv-sec__head"><div>{heading}{below}</div>{way}</div>')


def fact(label: str, value: object, note: str = "") -> Markup:
    """A row of a list of facts; nothing where there is no value."""
    if not value:
        return Markup()
    small = f"<small>{escaped(note)}</small>" if note else ""
    return markup(f"<div><dt>{label}</dt><dd>{shown(value)}{small}</dd></div>")


def facts(rows: Iterable[tuple[str, object]]) -> Markup:
    """The rows that have a value."""
    return markup("\n".join([f"<div><dt>{label}</dt><dd>{shown(value)}</dd></div>" for label, value in rows if value]))


def crumbs(title: str, way: tuple[Link, ...]) -> Markup:
    """The way from the home page to this page."""
    return markup(f'{_way(way)}<li aria-current="page">{escaped(title)}</li></ol></nav>')


def share_buttons(gold: bool = False, english: str | None = None) -> Markup:
    """Share and print, for whoever has a script to run them; and the way to the same in English."""
    if english is not None:
        return _share(*(_ON_LACQUER if gold else _ON_PAPER), english)
    return _SHARE_ON_LACQUER if gold else _SHARE


def _share(first: str, second: str, english: str | None = None) -> Markup:
    way = ""
    if english is not None:
        way = f'\n<a class="bv-btn{second}" lang="en" hreflang="en" href="{ROOT}{english}">English summary</a>'
    return markup(
        f'<div class="bv-btns bv-noprint"><button class="bv-btn {first} bv-js" type="button" data-act="share">'
        f'{icon("share")}Chia sẻ</button>\n<button class="bv-btn{second} bv-js" type="button" data-act="print">'
        f'{icon("print")}In trang</button>{way}</div>\n<p id="bao" class="bv-vh" role="status"></p>'
    )


_ON_PAPER, _ON_LACQUER = ("bv-btn--primary", ""), ("bv-btn--gold", " bv-btn--line")
_SHARE, _SHARE_ON_LACQUER = _share(*_ON_PAPER), _share(*_ON_LACQUER)


def correction_box(updated: date | None) -> Markup:
    """Where to say that something is wrong, and how fresh the page is."""
    fresh = f" Cập nhật {short_date(updated)}." if updated else ""
    return markup(
        '<section class="bv-box bv-noprint" aria-labelledby="h-bao-sai"><h2 id="h-bao-sai">Thấy chỗ chưa đúng?</h2>\n'
        f"<p>Gửi đính chính kèm căn cứ. Mọi thay đổi đều được ghi lại.{fresh}</p>\n"
        f'<a class="bv-btn" href="{ROOT}dinh-chinh/">{icon("flag")}Báo sai sót</a></section>'
    )


def photo_tag(picture: Shown, alt: str) -> Markup:
    """A photo as wide as the text beside it."""
    return _picture(picture.srcs, alt, "", "(min-width: 960px) 680px, 100vw")


def portrait_tag(picture: Shown, alt: str) -> Markup:
    """A portrait: the smallest size is sharp enough, and light on a phone's purse."""
    return _picture(picture.srcs[:1], alt, ' class="bv-portrait"', "(min-width: 768px) 320px, 60vw")


def _picture(sources: Sequence[Source], alt: str, attributes: str, sizes: str) -> Markup:
    webp = ", ".join(f"{ROOT}{source.webp} {source.width}w" for source in sources)
    jpeg = ", ".join(f"{ROOT}{source.jpeg} {source.width}w" for source in sources)
    widest = sources[-1]
    return markup(
        f'<picture><source type="image/webp" srcset="{webp}" sizes="{sizes}">'
        f'<img{attributes} src="{ROOT}{widest.jpeg}" srcset="{jpeg}" sizes="{sizes}" alt="{escaped(alt)}" '
        f'width="{widest.width}" height="{widest.height}" loading="lazy" decoding="async"></picture>'
    )


@lru_cache(maxsize=256)
def _way(way: tuple[Link, ...]) -> str:
    steps = "".join(f'<li><a href="{ROOT}{step.url}">{escaped(step.text)}</a></li>' for step in (HOME, *way))
    return f'<nav class="bv-crumbs" aria-label="Đường dẫn"><ol>{steps}'
