"""How a long form is laid out: what is seldom filled at its end, and of honourees only what fits their kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from bangvang.office.fields import Field, fields_of
from bangvang.records import Honouree, Part

_SELDOM = frozenset(
    (
        *("summary_en", "sources", "waivers", "illustrative", "publish_on", "withdrawn", "updated"),
        *("same_as", "not_same_as", "disputes", "number_reading", "sort_name"),
    )
)
_SELDOM_OF_HONOUREES = frozenset(("place_text", "foreign", "names", "followed_since", "shared_experience"))
_FOR = {
    "role": ("individual",),
    "unit": ("individual", "collective", "household"),
    "occupation": ("individual", "household"),
    "sex": ("individual",),
    "collective_type": ("collective",),
    "small": ("collective",),
    "head": ("household",),
    "members": ("household",),
    "agency": ("collective",),
    "born": ("individual", "collective"),
    "died": ("individual", "collective"),
    "living": ("individual", "household"),
}
"""Field of an honouree → the kinds that have it; all have those not named here."""
_IDENTITY = (
    *("kind", "name", "head", "members", "role", "unit", "place", "place_text", "occupation", "sex"),
    *("collective_type", "small", "agency", "born", "died", "living", "foreign", "names"),
)
_EXAMPLE = ("labels", "fields", "summary", "story", "quote", "consent", "practices")
HONOURS = "khen-thuong"
"""The group beside which the decisions are listed."""
_GROUPS_OF_HONOUREES = (
    ("la-ai", "Là ai", _IDENTITY),
    ("neu-guong", "Nêu gương", _EXAMPLE),
    (HONOURS, "Khen thưởng", ("honours",)),
    ("trang", "Ảnh và tình trạng", ("photos", "status")),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one title; a form of few fields has one group without."""

    name: str
    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A form."""

    groups: tuple[Group, ...]
    other: tuple[Field, ...]
    """Folded away."""

    def kinds_for(self, field: Field) -> tuple[str, ...]:
        """The kinds of honouree whose form shows the field; nothing where all do, or none."""
        return _FOR.get(field.key, ()) if self.groups[0].title else ()


def layout_of(model: type[Part], values: Mapping[str, Any], faulty: Collection[str] = ()) -> Layout:
    """Fields that hold something, or something wrong, are never folded away only because they fit another kind."""
    fields = fields_of(model)
    if model is not Honouree:
        main = tuple(field for field in fields if field.key not in _SELDOM)
        return Layout((Group("", "", main),), tuple(field for field in fields if field.key in _SELDOM))
    by_key = {field.key: field for field in fields}
    kind = str(values.get("kind") or "")
    groups = tuple(
        Group(name, title, tuple(by_key[key] for key in keys if key in faulty or _belongs(by_key[key], kind, values)))
        for name, title, keys in _GROUPS_OF_HONOUREES
    )
    shown = {field.key for group in groups for field in group.fields}
    return Layout(groups, tuple(field for field in fields if field.key not in shown))


def _belongs(field: Field, kind: str, values: Mapping[str, Any]) -> bool:
    said = values.get(field.key)
    if said and said != field.default:
        return True
    return field.key not in _SELDOM_OF_HONOUREES and kind in _FOR.get(field.key, (kind,))
