"""The change log: what each publication added, changed and took back, kept for the archivist and for /nhat-ky/.

It tells addresses and kinds; titles only where they name nobody, and not beyond the removal of a record.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bangvang.pages.changes import ADDED, CHANGED, RESTORED, URL, Change, Publication
from bangvang.publishing.contents import LIST, Content, kind_of_folder
from bangvang.publishing.kept_json import KeptFile, drop_kept, put_kept
from bangvang.publishing.ledger import GONE, REMOVED, Ledger, read_ledger

FILE = "data/changes.json"
_OWN_PAGES = f"/{URL}"


def read_change_log(root: Path) -> tuple[Publication, ...]:
    """All publications, the oldest first; raises Damaged."""
    file = KeptFile(root, FILE)
    content = file.content()
    if content is None:
        return ()
    try:
        return tuple(_publication(entry) for entry in content)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise file.refuse("tệp không phải là nhật ký các lần công bố") from None


def last_day(root: Path) -> date | None:
    """The latest day on which anything is known to have been published; raises Damaged."""
    known = [publication.day for publication in read_change_log(root)]
    return max([*known, *(line.first for line in read_ledger(root).values())], default=None)


def write_change_log(root: Path, log: Sequence[Publication]) -> None:
    """Replace the log, whole or not at all; an empty one is no file."""
    if log:
        put_kept(root, FILE, change_log_text(log))
    else:
        drop_kept(root, FILE)


def change_log_text(log: Sequence[Publication]) -> str:
    """The log as it stands in its file: one changed address a line."""
    return "[\n" + ",\n".join(_text(publication) for publication in log) + ("\n" if log else "") + "]\n"


def finished(log: Sequence[Publication], base: str) -> tuple[Publication, ...]:
    """The log without a publication that was interrupted: the ledger still is what it started from."""
    return tuple(log[:-1] if log and log[-1].base == base else log)


def changes(before: Ledger, after: Ledger, found: Mapping[str, Content]) -> tuple[Change, ...]:
    """What lies between two states of the ledger; `found` is what stands at the addresses now."""
    changed = []
    for address in sorted(after):
        what = _what(before, after, address)
        if what and not address.startswith(_OWN_PAGES):
            content = found.get(address, Content("", "", ""))
            changed.append(Change(what, content.kind or _kind(address), address, content.title))
    return tuple(changed)


def forgetting(log: Sequence[Publication], ledger: Ledger) -> tuple[Publication, ...]:
    """The log without the titles of what was removed by right."""
    removed = {address for address, line in ledger.items() if line.content == REMOVED}
    return tuple(
        publication._replace(
            changes=tuple(
                change._replace(title="") if change.url in removed else change for change in publication.changes
            ),
        )
        for publication in log
    )


def _what(before: Ledger, after: Ledger, address: str) -> str | None:
    content = after[address].content
    known = before.get(address)
    if known is None:
        return None if content in GONE else ADDED
    if known.content == content:
        return None
    if content in GONE:
        return content
    if known.content in GONE:
        return RESTORED
    return CHANGED if known.content and content else None


def _kind(address: str) -> str:
    """Of an address that only leads on: its folder tells."""
    return kind_of_folder(address) or LIST


def _text(publication: Publication) -> str:
    head = {"day": publication.day.isoformat(), "base": publication.base}
    lines = [json.dumps(_fields(change), ensure_ascii=False) for change in publication.changes]
    body = ",\n".join(lines)
    return f'{json.dumps(head)[:-1]}, "changes": [\n{body}\n]}}'


def _fields(change: Change) -> dict[str, str]:
    return {name: value for name, value in change._asdict().items() if value}


def _publication(entry: Any) -> Publication:
    rows = tuple(
        Change(_word(row["what"]), _word(row["kind"]), _word(row["url"]), _word(row.get("title", "")))
        for row in entry["changes"]
    )
    return Publication(date.fromisoformat(entry["day"]), rows, _word(entry["base"]))


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
