"""The files of the open data under /du-lieu/v1/: their addresses never change within the version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from bangvang.exports.open_data.dictionary import dictionary_files
from bangvang.exports.open_data.gathering import Gathered, Kept, columns_of, gather
from bangvang.exports.open_data.package import catalogue, data_package
from bangvang.exports.open_data.publications import change_files, last_days
from bangvang.exports.open_data.schemas import schemas
from bangvang.exports.open_data.tables import Table
from bangvang.pages.answers import Answers
from bangvang.pages.changes import Publication
from bangvang.pages.open_data import capital
from bangvang.pages.page import OPEN_DATA
from bangvang.records import KINDS, OPEN_KINDS
from bangvang.records.english import KINDS_IN_ENGLISH
from bangvang.records.honour_columns import HONOUR_COLUMNS, HONOURS, HONOURS_IN_ENGLISH, HONOURS_TITLE

_HASHED = "b/"
LASTING = f"{OPEN_DATA}{_HASHED}"
"""Where copies stand whose names hold their content's hash, for whoever keeps what was fetched."""
_SCHEMAS = "schema/"
_INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class OpenData:
    """All files below the folder, by path, and how much could not leave."""

    files: Mapping[str, bytes]
    records: int
    left_out: int


def open_data(answers: Answers, log: Sequence[Publication], kept: Kept, engine: str) -> OpenData:
    """The whole set; `kept` is what was made the last time, and is brought up to date."""
    gathered = gather(answers, kept, engine)
    tables = _tables(gathered)
    days = last_days(log)
    if not kept.fixed:
        kept.fixed = dict(_fixed(tables))
    files: dict[str, bytes] = {}
    for table in tables:
        files |= table.files()
    files |= kept.fixed
    if answers.site is not None:
        files["datapackage.json"] = _json(data_package(answers.site, tables, max(days.values(), default=None)))
        files["catalog.jsonld"] = _json(catalogue(answers.site, OPEN_DATA, tables, days))
    bulk, hashed = _bulk(files, days)
    files |= hashed
    files |= dict(change_files(answers, gathered, log))
    files |= dict(_single(gathered, days))
    files[_INDEX] = _json(_index(bulk, gathered, days))
    return OpenData(files, sum(map(len, gathered.rows.values())), gathered.left_out)


def _tables(gathered: Gathered) -> list[Table]:
    table = Table(HONOURS, HONOURS_TITLE, HONOURS_IN_ENGLISH, HONOUR_COLUMNS, gathered.honours)
    kinds = (
        Table(
            kind.name,
            capital(kind.label),
            KINDS_IN_ENGLISH[kind.name],
            columns_of(kind),
            gathered.rows[kind.name],
        )
        for kind in OPEN_KINDS
    )
    return [table, *kinds]


def _fixed(tables: Iterable[Table]) -> Iterator[tuple[str, bytes]]:
    """What depends on the engine alone."""
    for name, schema in schemas():
        yield f"{_SCHEMAS}{name}.schema.json", _json(schema)
    for name, text in dictionary_files(tables):
        yield name, text.encode()


def _bulk(files: Mapping[str, bytes], days: Mapping[str, date]) -> tuple[list[dict[str, Any]], dict[str, bytes]]:
    """What the index says of each file, and the copies under names that hold a hash."""
    told, copies = [], {}
    for path, data in sorted(files.items()):
        digest = sha256(data).hexdigest()
        name, dot, end = path.partition(".")
        entry: dict[str, Any] = {"path": path, "bytes": len(data), "sha256": digest}
        day = days.get(_kind_of(name))
        if day is not None:
            entry["updated"] = day.isoformat()
        if end in ("csv", "jsonl") and not path.endswith("-excel.csv"):
            entry["immutable"] = f"{_HASHED}{name}.{digest[:16]}{dot}{end}"
            copies[entry["immutable"]] = data
        told.append(entry)
    return told, copies


def _kind_of(name: str) -> str:
    """The kind of record whose changes change a file."""
    own = name.rpartition("/")[2].removesuffix("-excel")
    return "decision" if own == HONOURS else own


def _single(gathered: Gathered, days: Mapping[str, date]) -> Iterator[tuple[str, bytes]]:
    """A file for each record that is a file of data/, and a list of them for each kind."""
    for kind, records in gathered.single.items():
        listed = []
        for id, line in records.items():
            data = f"{line}\n".encode()
            yield f"{kind}/{id}.json", data
            listed.append({"id": id, "bytes": len(data), "sha256": sha256(data).hexdigest()})
        yield f"{kind}/{_INDEX}", _json({"kind": kind, "path": f"{kind}/{{id}}.json", "records": listed})


def _index(bulk: list[dict[str, Any]], gathered: Gathered, days: Mapping[str, date]) -> dict[str, Any]:
    return {
        "version": 1,
        "updated": max(days.values()).isoformat() if days else None,
        "files": bulk,
        "records": [
            {"kind": kind, "label": KINDS[kind].label, "count": len(records), "index": f"{kind}/{_INDEX}"}
            for kind, records in gathered.single.items()
        ],
    }


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
