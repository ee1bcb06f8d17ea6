"""The text of a new record: what was answered, and every other field as a comment with its help."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from bangvang.loading.explanation import choices_of
from bangvang.records import Part, in_reading_order
from bangvang.yaml_writer import to_yaml

_WIDTH = 110


def record_text(model: type[Part], answers: Mapping[str, Any]) -> str:
    """A whole file, in the order of the model."""
    blocks = []
    for key, field in in_reading_order(model):
        choices = choices_of(field.annotation)
        help = f"{field.title}: {field.description or ''}"
        if choices:
            help += " Chọn: " + ", ".join(f"{code} ({label})" for code, label in choices.items()) + "."
        lines = textwrap.wrap(help, _WIDTH, initial_indent="# ", subsequent_indent="#   ")
        lines.append(to_yaml({key: answers[key]}).rstrip("\n") if key in answers else f"# {key}:")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def entry_text(answers: Mapping[str, Any]) -> str:
    """One entry of a list file."""
    return to_yaml([answers])
