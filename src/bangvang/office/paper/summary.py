"""A draft document in a few lines for the eye: what each field would hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from bangvang.office.fields import Shape, fields_of
from bangvang.office.forms import day_shown
from bangvang.records import Document

Named = Callable[[Iterable[str], str], str]
_MISSING = "chưa thấy"
_SHOWN = ("type", "number", "title", "issuer", "level", "issued_at", "date", "file_code")


def summary_of(tree: dict[str, Any], named: Named) -> list[tuple[str, str]]:
    """Titles of fields and what was recognised for them; what was not is said to be missing."""
    fields = {field.key: field for field in fields_of(Document)}
    facts = [(fields[key].title, _said(tree.get(key), fields[key], named)) for key in _SHOWN]
    facts += [
        (fields[key].title, "; ".join(_basis(one, named) for one in tree[key]))
        for key in ("bases", "implements", "mentions")
        if tree.get(key)
    ]
    facts.append((fields["signers"].title, "; ".join(one["name"] for one in tree.get("signers", ())) or _MISSING))
    facts.append((fields["recipients"].title, "; ".join(one["name"] for one in tree.get("recipients", ())) or _MISSING))
    if report := tree.get("reporting"):
        facts.append((fields["reporting"].title, report["printed"]))
    return facts


def _said(value: Any, field: Any, named: Named) -> str:
    if not value:
        return _MISSING
    if field.shape is Shape.RELATION:
        return named(field.kinds, value)
    if field.shape is Shape.CHOICE:
        return next((choice.label for choice in field.choices if choice.code == value), str(value))
    return day_shown(value) if field.shape is Shape.DATE else str(value)


def _basis(one: Any, named: Named) -> str:
    return named(("document",), one) if isinstance(one, str) else str(one.get("text", ""))
