"""What a record's model refuses, in words: which field, what is wrong with it, what to do."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from bangvang.loading.suggestions import suggest_name
from bangvang.records import Labelled, Loc, Part
from bangvang.records.faults import FAULT, PATTERNS

_SHOWN_CHOICES = 12


class Complaint(NamedTuple):
    """One refusal, still without line and column."""

    loc: Loc
    at_key: bool
    what: str
    remedy: str
    check: str
    field: Loc = ()
    """The field it is about, also where that is missing."""


def complaints(error: ValidationError, model: type[Part]) -> Iterator[Complaint]:
    """One complaint per mistake; a misspelt name does not also count as a missing one."""
    details = [(_clean(detail["loc"]), detail) for detail in error.errors(include_url=False)]
    meant = set()
    for loc, detail in details:
        if detail["type"] == "extra_forbidden":
            inside = model_at(model, loc[:-1])
            guess = suggest_name(str(loc[-1]), _labels(inside)) if inside else None
            meant.add((*loc[:-1], guess))
    for loc, detail in details:
        if detail["type"] == "missing" and loc in meant:
            continue
        yield _complaint(loc, detail, model)._replace(field=loc)


def _complaint(loc: Loc, detail: Any, model: type[Part]) -> Complaint:
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_name(loc, model)
    field = _field_at(model, loc)
    subject = _subject(loc, field)
    if kind == "missing":
        title = f" ({field.title})" if field and field.title else ""
        remedy = f"Thêm dòng “{loc[-1]}: …”. {field.description or ''}".rstrip() if field else "Thêm mục này."
        return Complaint(loc[:-1], False, f"thiếu mục bắt buộc “{loc[-1]}”{title}", remedy, "missing-field")
    if kind == FAULT:
        context = detail["ctx"]
        what = f"{subject}: {context['what']}" if subject else context["what"]
        return Complaint(loc, False, what, context["remedy"], "field-value")
    if kind == "enum":
        return _not_listed(loc, subject, detail, field)
    what, remedy = _plain(kind, detail)
    return Complaint(loc, False, f"{subject}: {what}" if subject else what, remedy, "field-value")


def _plain(kind: str, detail: Any) -> tuple[str, str]:
    """Refusals that say the same of any field."""
    value = detail.get("input")
    context = detail.get("ctx", {})
    if kind in ("string_too_short", "too_short") and (value in ("", (), []) or isinstance(value, str)):
        return "đang để trống", "Điền nội dung, hoặc xóa cả dòng này."
    if kind == "string_pattern_mismatch" and context.get("pattern") in PATTERNS:
        return PATTERNS[context["pattern"]](str(value))
    if kind == "string_too_long":
        return (
            f"dài {len(str(value))} ký tự, quá mức {context.get('max_length')}",
            "Rút ngắn; phần dài nên đặt ở mục bài viết hoặc ghi chú.",
        )
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        side = "nhỏ hơn" if kind == "greater_than_equal" else "lớn hơn"
        return f"{value} {side} {bound}", "Xem lại con số trên bản giấy."
    if kind == "string_type":
        if value is None:
            return "dòng này để trống", "Điền nội dung sau dấu “- ”, hoặc xóa dòng."
        return "phải là một dòng chữ, không phải danh sách hay nhóm mục", "Viết nội dung ngay sau dấu hai chấm."
    if kind in ("tuple_type", "list_type"):
        return "phải là một danh sách", "Mỗi phần viết trên một dòng, bắt đầu bằng “- ”."
    if kind in ("model_type", "model_attributes_type", "dict_type", "model_class_type"):
        return "phải gồm các dòng “ten_muc: nội dung”", "So với một hồ sơ mẫu cùng loại rồi viết lại."
    return "giá trị này không dùng được", "So với một hồ sơ mẫu cùng loại rồi viết lại."


def _unknown_name(loc: Loc, model: type[Part]) -> Complaint:
    inside = model_at(model, loc[:-1])
    labels = _labels(inside) if inside else {}
    guess = suggest_name(str(loc[-1]), labels)
    if guess:
        remedy = f"Có phải ý bạn là “{guess}” ({labels[guess]})? Sửa lại tên mục ở đầu dòng."
    else:
        names = list(labels)
        shown = ", ".join(names[:_SHOWN_CHOICES]) + (", …" if len(names) > _SHOWN_CHOICES else "")
        remedy = f"Xóa mục này, hoặc dùng một trong các mục: {shown}."
    return Complaint(loc, True, f"không có mục nào tên “{loc[-1]}” ở đây", remedy, "unknown-field")


def _not_listed(loc: Loc, subject: str, detail: Any, field: FieldInfo | None) -> Complaint:
    value = detail.get("input")
    choices = choices_of(field.annotation) if field else {}
    if not isinstance(value, str):
        what, remedy = _plain("string_type", detail)
        return Complaint(loc, False, f"{subject}: {what}", remedy, "field-value")
    guess = suggest_name(value, choices)
    listed = ", ".join(f"{code} ({label})" for code, label in choices.items())
    remedy = f"Có phải ý bạn là “{guess}” ({choices[guess]})? " if guess else ""
    return Complaint(
        loc, False, f"{subject}: “{value}” không có trong danh sách", f"{remedy}Chỉ dùng: {listed}.", "field-value"
    )


def _clean(loc: Loc) -> Loc:
    """Without the tags that tell the forms of a list row apart."""
    return tuple(step for step in loc if not (isinstance(step, str) and step.startswith("<")))


def _subject(loc: Loc, field: FieldInfo | None) -> str:
    name = next((step for step in reversed(loc) if isinstance(step, str)), None)
    if name is None:
        return ""
    return f"{field.title} ({name})" if field and field.title else str(name)


def _labels(model: type[Part]) -> Mapping[str, str]:
    return {field.alias or name: field.title or name for name, field in model.model_fields.items()}


def model_at(model: type[Part], loc: Loc) -> type[Part] | None:
    """The model of the mapping at a path; the list positions of the path say nothing."""
    if all(isinstance(step, int) for step in loc):
        return model
    field = _field_at(model, loc)
    return model_of(field.annotation) if field else None


def _field_at(model: type[Part], loc: Loc) -> FieldInfo | None:
    """The field that the path ends in; list positions belong to the field before them."""
    inside: type[Part] | None = model
    field: FieldInfo | None = None
    for step in loc:
        if isinstance(step, int):
            continue
        if inside is None:
            return field
        field = next((f for name, f in inside.model_fields.items() if step in (name, f.alias)), None)
        if field is None:
            return None
        inside = model_of(field.annotation)
    return field


def model_of(annotation: Any) -> type[Part] | None:
    """The first model inside an annotation: of an optional field, a list, a choice of row forms."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    if get_origin(annotation) in (Annotated, tuple, Union, types.UnionType):
        for option in get_args(annotation):
            if found := model_of(option):
                return found
    return None


def choices_of(annotation: Any) -> dict[str, str]:
    """The codes and labels of the enumeration inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Labelled):
        return {str(member.value): member.label for member in _members(annotation)}
    for option in get_args(annotation):
        if found := choices_of(option):
            return found
    return {}


def _members(enumeration: type[Enum]) -> Iterator[Any]:
    yield from enumeration
