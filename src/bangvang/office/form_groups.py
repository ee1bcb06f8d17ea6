"""How a form is laid out: long ones in groups, what is seldom filled at the end, of honourees what fits their kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bangvang.office.fields import Field, fields_of
from bangvang.records import Campaign, Decision, Document, Honouree, Part

_ID_HELP = "Để trống thì máy tự đặt theo tên. Đã dùng rồi thì đừng đổi."
_SELDOM = frozenset(
    (
        "id",
        *("summary_en", "sources", "waivers", "illustrative", "publish_on", "withdrawn", "updated"),
        *("same_as", "not_same_as", "disputes", "number_reading", "sort_name"),
    )
)
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
IDENTITY, HONOURS = "la-ai", "khen-thuong"
"""The group that changes with the kind, and the one beside which the decisions are listed."""
_WHO = (
    *("kind", "name", "head", "members", "role", "unit", "place", "place_text", "occupation", "sex"),
    *("collective_type", "small", "agency", "born", "died", "living", "foreign", "names"),
)
_EXAMPLE = (
    "labels",
    "fields",
    "summary",
    "story",
    "quote",
    "consent",
    "practices",
    "followed_since",
    "shared_experience",
)
_DECISION = ("number", "date", "title", "issuer", "signer", "award", "class", "basis", "campaign")
_CAMPAIGN = (
    *("name", "type", "level", "issuers", "period", "theme", "place", "parent", "sector", "fields"),
    *("summary", "aliases", "related"),
)
_DOCUMENT = (
    *("type", "number", "date", "title", "issuer", "level", "issued_at", "signers", "period", "campaigns"),
    "summary",
)
_GROUPS: Mapping[type[Part], tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    Honouree: (
        (IDENTITY, "Là ai", _WHO),
        ("neu-guong", "Nêu gương", _EXAMPLE),
        (HONOURS, "Khen thưởng", ("honours",)),
        ("trang", "Ảnh và tình trạng", ("photos", "status")),
    ),
    Decision: (
        ("quyet-dinh", "Quyết định", _DECISION),
        ("danh-sach", "Danh sách được khen", ("recipients",)),
        ("kem-theo", "Kèm theo", ("summary", "proposed_by", "bases", "event", "replaces", "corrects")),
        ("trang", "Tệp, ảnh và tình trạng", ("files", "photos", "status")),
    ),
    Campaign: (
        ("phong-trao", "Phong trào", _CAMPAIGN),
        ("noi-dung", "Nội dung thi đua", ("participants", "contents", "criteria", "rewards", "registration")),
        ("chi-tieu", "Các đợt và chỉ tiêu", ("waves", "targets", "marks")),
        ("trang", "Ảnh và tình trạng", ("photos", "status")),
    ),
    Document: (
        ("van-ban", "Văn bản", _DOCUMENT),
        ("loi-van", "Lời văn", ("opening", "sections", "closing", "readings")),
        ("nhiem-vu", "Nhiệm vụ, báo cáo, nơi nhận", ("tasks", "reporting", "recipients", "file_code")),
        ("can-cu", "Căn cứ và liên quan", ("bases", "implements", "requires", "triggered_by", "mentions")),
        ("trang", "Tệp, ảnh và tình trạng", ("files", "text_status", "photos", "status")),
    ),
}
"""Long forms, group by group: name, title, fields. A field that no group names is folded away."""
_FOLDED: Mapping[type[Part], frozenset[str]] = {
    Honouree: frozenset(("place_text", "foreign", "names", "followed_since", "shared_experience")),
    Decision: frozenset(("replaces", "corrects")),
    Campaign: frozenset(("aliases", "related")),
    Document: frozenset(("text_status", "triggered_by", "mentions")),
}
"""What is folded away while it is empty."""


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
        return _FOR.get(field.key, ()) if self.groups[0].name == IDENTITY else ()


def layout_of(model: type[Part], values: Mapping[str, Any], faulty: Collection[str] = ()) -> Layout:
    """Fields that hold something, or something wrong, are in their group whatever else they are."""
    fields = fields_of(model)
    if model not in _GROUPS:
        main = tuple(field for field in fields if field.key not in _SELDOM)
        return Layout((Group("", "", main),), tuple(_optional(field) for field in fields if field.key in _SELDOM))
    by_key = {field.key: field for field in fields}
    absent = _FOLDED[model] | (_of_other_kinds(str(values.get("kind") or "")) if model is Honouree else frozenset())
    wanted = {
        field.key for field in fields if field.key not in absent or field.key in faulty or _is_filled(field, values)
    }
    groups = tuple(
        Group(name, title, tuple(by_key[key] for key in keys if key in wanted)) for name, title, keys in _GROUPS[model]
    )
    shown = {field.key for group in groups for field in group.fields}
    return Layout(groups, tuple(field for field in fields if field.key not in shown))


def _optional(field: Field) -> Field:
    """An id need not be thought up."""
    return replace(field, required=False, help=_ID_HELP) if field.key == "id" else field


def _of_other_kinds(kind: str) -> frozenset[str]:
    return frozenset(key for key, kinds in _FOR.items() if kind not in kinds)


def _is_filled(field: Field, values: Mapping[str, Any]) -> bool:
    said = values.get(field.key)
    return bool(said) and said != field.default
