"""Drift of pages: passages of a frozen page that readers no longer find, although no erratum explains it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from bangvang.frozen.archive import Freeze
from bangvang.frozen.drift import Drift
from bangvang.frozen.errata import Erratum
from bangvang.frozen.facts import Value
from bangvang.frozen.text import Said, blocks, main_part, squeezed, visible_text
from bangvang.records import KINDS
from bangvang.records.dates import date_in_figures
from bangvang.registry import Registry, Visibility
from bangvang.vietnamese import day_in_words, short_day

_ALIKE = 0.5
_NAMES = ("name", "title", "long")


def page_drifts(freeze: Freeze, url: str, html: str, registry: Registry, said: Said) -> list[Drift]:
    """What a page of the site, as readers get it, has lost of its frozen passages."""
    leaves = freeze.manifest.pages.get(url, ())
    if not leaves or not _is_public(registry, url):
        return []
    shown = blocks(main_part(html))
    seen = squeezed(" ".join(shown))
    lost = [leaf for leaf in leaves if isinstance(leaf.fact.value, str) and leaf.fact.value not in seen]
    if not lost:
        return []
    replaced = [form.casefold() for form in _replaced(freeze, registry, said) if form]
    errata = {(one.record, one.field): one for one in freeze.errata}
    frozen = {leaf.fact.value for leaf in leaves if isinstance(leaf.fact.value, str)}
    new = [block for block in shown if block not in frozen]
    drifts = []
    for leaf in lost:
        of, field, text = leaf.fact
        assert isinstance(text, str)
        if not (_settles(errata.get((of, field)), seen) or _follows(text, replaced)):
            near = get_close_matches(text, new, n=1, cutoff=_ALIKE)
            drifts.append(Drift(of, field, text, near[0] if near else None, leaf.seal_of(near[0] if near else None)))
    return drifts


def record_of(url: str) -> tuple[str, str]:
    """The kind and id of the record that a frozen page is about."""
    folder, _, id = url.strip("/").partition("/")
    return next(name for name, kind in KINDS.items() if kind.url == folder), id


def _settles(erratum: Erratum | None, seen: str) -> bool:
    """Whether a correction of the passage itself has been carried out."""
    return erratum is not None and (erratum.now is None or squeezed(erratum.now) in seen)


def _replaced(freeze: Freeze, registry: Registry, said: Said) -> Iterator[str]:
    """All forms in which pages showed what errata have since put right in records."""
    frozen = {(leaf.fact.of, leaf.fact.field): leaf.fact.value for leaf in freeze.manifest.facts}
    for erratum in freeze.errata:
        value = frozen.get((erratum.record, erratum.field))
        if value is None:
            row, _, part = erratum.field.rpartition(".")
            whole = frozen.get((erratum.record, row))
            value = whole.get(part) if isinstance(whole, Mapping) else None
        yield from _forms(value, registry, said) if value is not None else ()


def _forms(value: Value, registry: Registry, said: Said) -> Iterable[str]:
    texts = [value] if isinstance(value, str) else list(value.values())
    for text in texts:
        yield squeezed(text)
        yield visible_text(said(text))
        yield from _as_day(text)
        for records in registry.by_kind.values():
            if loaded := records.get(text):
                yield from (str(name) for field in _NAMES if (name := getattr(loaded.record, field, None)))


def _as_day(text: str) -> Iterator[str]:
    if day := date_in_figures(text):
        yield short_day(day.year, day.month, day.day)
        yield day_in_words(day.year, day.month, day.day)


def _follows(text: str, replaced: Iterable[str]) -> bool:
    """Whether a passage showed what was put right, whole or as a part of it."""
    told = text.casefold()
    return any(told in form or re.search(rf"(?<!\w){re.escape(form)}(?!\w)", told) for form in replaced)


def _is_public(registry: Registry, url: str) -> bool:
    """Of what was withdrawn or removed the records tell."""
    return registry.state_of(*record_of(url)) is Visibility.PUBLIC
