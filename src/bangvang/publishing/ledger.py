"""The ledger: every address ever published, since when, and a digest of what stood there at the last publication.

It names nobody: addresses of living people are codes, and a digest tells only whether something has changed.
One address a line, sorted, so that two versions compare line by line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from bangvang.publishing.kept_json import KeptFile, put_kept

FILE = "data/ledger.json"
WITHDRAWN, REMOVED, MOVED = "withdrawn", "removed", "moved"
"""In place of a digest: a tombstone stands there, a removal notice, or a page that leads on."""
GONE = frozenset({WITHDRAWN, REMOVED, MOVED})


class LedgerLine(NamedTuple):
    """One address."""

    first: date
    """The day of its first publication."""
    content: str = ""
    """Empty where changes are not followed, as for lists."""
    trial: bool = False
    """Published only while the site was a trial: once it is real, nothing is owed to such an address."""


Ledger = Mapping[str, LedgerLine]


def read_ledger(root: Path) -> dict[str, LedgerLine]:
    """The ledger of a project, empty before the first publication; raises Damaged."""
    file = KeptFile(root, FILE)
    content = file.content()
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise file.refuse("tệp không phải là sổ địa chỉ đã công bố")
    return {address: _line(file, address, fields) for address, fields in content.items()}


def write_ledger(root: Path, ledger: Ledger) -> None:
    """Replace the ledger, whole or not at all."""
    put_kept(root, FILE, ledger_text(ledger))


def ledger_text(ledger: Ledger) -> str:
    """The ledger as it stands in its file."""
    lines = [f"{json.dumps(address, ensure_ascii=False)}: {_fields(ledger[address])}" for address in sorted(ledger)]
    return "{\n" + ",\n".join(lines) + ("\n" if lines else "") + "}\n"


def ledger_digest(ledger: Ledger) -> str:
    """A name for just this state of the ledger."""
    return blake2b(ledger_text(ledger).encode(), digest_size=8).hexdigest()


def binding(ledger: Ledger, *, trial: bool) -> dict[str, LedgerLine]:
    """The addresses that must go on leading somewhere, on a site that is, or is no longer, a trial."""
    return {address: line for address, line in ledger.items() if trial or not line.trial}


def updated(ledger: Ledger, contents: Mapping[str, str], day: date, *, trial: bool) -> dict[str, LedgerLine]:
    """The ledger after a publication of these addresses; what is not among them has become a page that leads on."""
    after = {
        address: line._replace(content=line.content and MOVED)
        for address, line in ledger.items()
        if address not in contents
    }
    for address, content in contents.items():
        known = ledger.get(address) or LedgerLine(day, trial=trial)
        after[address] = known._replace(content=content)
    return after


def _fields(line: LedgerLine) -> str:
    fields: dict[str, object] = {"first": line.first.isoformat()}
    if line.content:
        fields["content"] = line.content
    if line.trial:
        fields["trial"] = True
    return json.dumps(fields)


def _line(file: KeptFile, address: str, fields: Any) -> LedgerLine:
    try:
        content = fields.get("content", "")
        line = LedgerLine(date.fromisoformat(fields["first"]), content, fields.get("trial") is True)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise file.refuse(f"dòng của địa chỉ {address} không có ngày công bố đúng dạng", address) from None
    if not address.startswith("/") or not isinstance(content, str):
        raise file.refuse(f"“{address}” không phải là một dòng của sổ địa chỉ", address)
    return line
