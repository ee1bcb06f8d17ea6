"""What the frame shows of the site's own record, in plain values: MkDocs needs no records to render it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Shown:
    """What head, foot and hand-written pages name; without a record that can be read, what stands for it."""

    name: str = "Bảng Vàng"
    address: str = "https://example.invalid/"
    description: str = ""
    trial: bool = False
    record: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the record as the templates know them."""
    contact: str = ""
    """Where to write, as HTML."""

    def as_json(self) -> bytes:
        """One line, for another process."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_json(cls, line: bytes) -> Self:
        """What another process wrote."""
        return cls(**json.loads(line))
