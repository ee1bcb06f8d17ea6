"""Strict YAML: libyaml's events straight to plain objects; every scalar stays text, nothing is guessed."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from bangvang.loading.problem import Unreadable
from bangvang.loading.text import unwanted_mark
from bangvang.loading.yaml_errors import explain_yaml_error

MAX_DEPTH = 20

Tree = dict[str, Any] | list[Any] | str | None

_Parser: Any = getattr(yaml, "CParser", None) or getattr(yaml, "CLoader", yaml.Loader)
_NOTHING = object()


def read_tree(text: str) -> Tree:
    """The one document of a file as dicts, lists and text; a plain empty value or `null` is absent."""
    try:
        return _read(_Parser(text).get_event)
    except yaml.YAMLError as error:
        raise explain_yaml_error(error, text) from None


def _read(next_event: Any) -> Tree:
    root: Any = _NOTHING
    container: Any = None
    key: Any = _NOTHING
    key_lines: dict[str, int] = {}
    stack: list[tuple[Any, Any, dict[str, int]]] = []
    while True:
        event = next_event()
        form = type(event)
        if form is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                raise _refused(event)
            value = event.value
            if event.style == '"':
                _check_escapes(event)
            if type(container) is dict and key is _NOTHING:
                _check_key(event, container, key_lines)
                key_lines[value] = event.start_mark.line
                key = value
                continue
            if not event.style and (value == "" or value == "null"):
                value = None
        elif form is MappingStartEvent or form is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                raise _refused(event)
            if type(container) is dict and key is _NOTHING:
                raise _at(event, "tên mục không phải là một chữ", "Viết theo dạng ten_muc: nội dung.", "yaml-key")
            if len(stack) >= MAX_DEPTH:
                raise _at(event, f"các mục lồng nhau quá {MAX_DEPTH} cấp", "Bỏ bớt cấp thụt dòng.", "yaml-depth")
            stack.append((container, key, key_lines))
            container = {} if form is MappingStartEvent else []
            key, key_lines = _NOTHING, {}
            continue
        elif form is MappingEndEvent or form is SequenceEndEvent:
            value = container
            container, key, key_lines = stack.pop()
        elif form is StreamEndEvent:
            return None if root is _NOTHING else root
        elif form is DocumentStartEvent:
            if root is not _NOTHING:
                raise _at(event, "tệp có hai phần ngăn bởi ---", "Tách phần sau thành một tệp khác.", "yaml-documents")
            continue
        elif form is AliasEvent:
            raise _refused(event)
        else:
            continue
        if container is None:
            root = value
        elif type(container) is list:
            container.append(value)
        else:
            if value is not None:
                container[key] = value
            key = _NOTHING


def _check_key(event: ScalarEvent, seen: dict[str, Any], lines: dict[str, int]) -> None:
    name = event.value
    if name == "<<" and not event.style:
        raise _at(event, "mục gộp “<<” không được dùng", "Chép nội dung cần dùng vào đây.", "yaml-merge")
    if name in lines:
        raise _at(
            event,
            f"mục “{name}” bị viết hai lần (lần đầu ở dòng {lines[name] + 1})",
            "Giữ một chỗ, xóa chỗ kia.",
            "yaml-duplicate-key",
        )


def _check_escapes(event: ScalarEvent) -> None:
    """What may not stand in a file may not be spelled in one either: `\\x07` would make a feed no XML."""
    found = unwanted_mark(event.value)
    if found is not None:
        code = f"U+{ord(found):04X}"
        raise _at(
            event,
            f"nội dung trong nháy kép có ký tự điều khiển viết bằng dấu \\ ({code})",
            "Xóa chỗ có dấu \\ ấy; muốn viết chính dấu \\ thì dùng nháy đơn.",
            "control-character",
        )


def _refused(event: Event) -> Unreadable:
    tag = getattr(event, "tag", None)
    if isinstance(event, AliasEvent):
        return _at(event, "nội dung bắt đầu bằng dấu *", 'Đặt cả nội dung trong dấu nháy kép: "*…".', "yaml-alias")
    if getattr(event, "anchor", None) is not None:
        return _at(event, "nội dung bắt đầu bằng dấu &", 'Đặt cả nội dung trong dấu nháy kép: "&…".', "yaml-anchor")
    return _at(event, f"nội dung bắt đầu bằng dấu ! ({tag})", 'Đặt cả nội dung trong dấu nháy kép: "!…".', "yaml-tag")


def _at(event: Event, what: str, remedy: str, check: str) -> Unreadable:
    mark = event.start_mark
    return Unreadable(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, what, remedy, check)
