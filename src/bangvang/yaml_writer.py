"""YAML as an office would type it: plain where that is safe, quoted where not, long text in blocks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

Fields = dict[str, object]
"""A record before it is written: field names and their values; None and empty collections are left out."""

_PLAIN = re.compile(r"""[^\W_](?:[\w .,;()/%+!?&@'"“”‘’…–-]|:(?=\S))*""")
_FLOW_ITEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FLOW_WIDTH = 80
_READ_AS_ABSENT = frozenset({"null"})
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_STEP = "  "


def to_yaml(value: Mapping[str, object] | Sequence[object]) -> str:
    """The text of a file that holds this mapping or list."""
    lines: list[str] = []
    if isinstance(value, Mapping):
        _write_mapping(value, "", "", lines)
    else:
        _write_sequence(value, "", lines)
    lines.append("")
    return "\n".join(lines)


def scalar(text: str) -> str:
    """A text on one line: plain if every YAML reader gives back the same characters, else in double quotes."""
    if _PLAIN.fullmatch(text) and text[-1] != " " and text not in _READ_AS_ABSENT:
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text on one line in double quotes."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _write_mapping(mapping: Mapping[str, object], first: str, indent: str, lines: list[str]) -> None:
    """`first` goes before the first line: the dash, where the mapping is an item of a list."""
    start = first
    for key, value in mapping.items():
        if _is_absent(value):
            continue
        _write_value(f"{start}{scalar(key)}:", value, indent, lines)
        start = indent


def _write_sequence(values: Sequence[object], indent: str, lines: list[str]) -> None:
    inside = indent + _STEP
    for value in values:
        if isinstance(value, Mapping):
            _write_mapping(value, f"{indent}- ", inside, lines)
        else:
            _write_value(f"{indent}-", value, indent, lines)


def _write_value(head: str, value: object, indent: str, lines: list[str]) -> None:
    inside = indent + _STEP
    if isinstance(value, str):
        if "\n" in value and fits_block(value):
            _write_block(head, value, inside, lines)
        else:
            lines.append(f"{head} {scalar(value)}")
    elif isinstance(value, Mapping):
        lines.append(head)
        _write_mapping(value, inside, inside, lines)
    elif isinstance(value, Sequence):
        flow = _as_flow(value)
        lines.append(f"{head} {flow}" if flow else head)
        if not flow:
            _write_sequence(value, inside, lines)
    else:
        lines.append(f"{head} {_word(value)}")


def fits_block(text: str) -> bool:
    """Whether a literal block would hold the text to the letter; its first line says how deep it is set in."""
    *lines, last = text.split("\n")
    if last:
        lines.append(last)
    begins_and_ends = lines[0].strip() and lines[0][0] != " " and lines[-1].strip()
    return bool(begins_and_ends) and all(line.isprintable() and line.rstrip() == line for line in lines)


def _write_block(head: str, text: str, indent: str, lines: list[str]) -> None:
    ends_in_newline = text.endswith("\n")
    lines.append(f"{head} |" if ends_in_newline else f"{head} |-")
    lines.extend(indent + line if line else "" for line in text.removesuffix("\n").split("\n"))


def _as_flow(values: Sequence[object]) -> str | None:
    """A short list of ids on one line."""
    if not all(isinstance(value, str) and _FLOW_ITEM.fullmatch(value) for value in values):
        return None
    flow = "[" + ", ".join(scalar(str(value)) for value in values) + "]"
    return flow if len(flow) <= _FLOW_WIDTH else None


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"no YAML for {type(value).__name__}")


def _is_absent(value: object) -> bool:
    return value is None or (not isinstance(value, str | int | datetime.date) and not value)
