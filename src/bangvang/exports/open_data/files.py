"""The files of the open data under /du-lieu/v1/, in groups that change together: their addresses never change."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from bangvang.exports.groups import Group, Note, noted
from bangvang.exports.open_data.dictionary import dictionary_files
from bangvang.exports.open_data.gathering import PEOPLE, Gathering, columns_of, short
from bangvang.exports.open_data.package import catalogue, data_package
from bangvang.exports.open_data.publications import change_files, last_days
from bangvang.exports.open_data.schemas import schemas
from bangvang.exports.open_data.tables import Row, Table
from bangvang.pages.changes import Publication
from bangvang.pages.open_data import FORMS, capital
from bangvang.pages.page import OPEN_DATA
from bangvang.records import KINDS, OPEN_KINDS, Kind
from bangvang.records.english import KINDS_IN_ENGLISH
from bangvang.records.honour_columns import HONOUR_COLUMNS, HONOURS, HONOURS_IN_ENGLISH, HONOURS_TITLE

_HASHED = "b/"
LASTING = f"{OPEN_DATA}{_HASHED}"
"""Where copies stand whose names hold their content's hash, for whoever keeps what was fetched."""
_SCHEMAS = "schema/"
INDEX = "index.json"


def open_data_groups(gathering: Gathering, log: Sequence[Publication], world: str) -> Iterator[Group]:
    """All files but the index; `world` stands for all facts of the records and the log."""
    site, days = gathering.answers.site, last_days(log)
    for kind in OPEN_KINDS:
        yield Group(f"table {kind.name}", gathering.key(kind), partial(_of_kind, gathering, kind))
    yield Group("fixed", gathering.engine, _fixed)
    if site is not None:
        key = short(repr((gathering.engine, site.model_dump_json(), days)))
        yield Group("package", key, partial(_package, gathering, days))
    leaving = gathering.leaving
    changes = partial(_below, partial(change_files, gathering.answers, leaving, log))
    yield Group("changes", short(f"{gathering.engine} {gathering.answers.day} {world}"), changes)


def index_file(notes: Mapping[str, Note], log: Sequence[Publication]) -> bytes:
    """The index: every file of many records, and where those of single records are named."""
    days = last_days(log)
    below = {path.removeprefix(OPEN_DATA): note for path, note in notes.items() if path.startswith(OPEN_DATA)}
    kinds = [kind for kind in OPEN_KINDS if kind.is_folder]
    files = [
        _told(path, below[path], below, days)
        for path in sorted(below)
        if path.partition("/")[0] not in {*(kind.name for kind in kinds), _HASHED.rstrip("/"), "thay-doi"}
    ]
    records = [{"kind": kind.name, "label": KINDS[kind.name].label, "index": f"{kind.name}/{INDEX}"} for kind in kinds]
    updated = max(days.values()).isoformat() if days else None
    return _json({"version": 1, "updated": updated, "files": files, "records": records})


def _told(path: str, note: Note, below: Mapping[str, Note], days: Mapping[str, date]) -> dict[str, Any]:
    entry: dict[str, Any] = {"path": path, "bytes": note.size, "sha256": note.sha256}
    table = below.get(f"{path.partition('.')[0].removesuffix('-excel')}{FORMS['jsonl']}")
    if table is not None:
        entry["rows"] = table.lines
    day = days.get(_kind_of(path.partition(".")[0]))
    if day is not None:
        entry["updated"] = day.isoformat()
    copy = _copy(path, note)
    return entry | ({"immutable": copy} if copy in below else {})


def _kind_of(name: str) -> str:
    """The kind of record whose changes change a file."""
    own = name.removesuffix("-excel")
    return "decision" if own == HONOURS else own


def _copy(path: str, note: Note) -> str:
    """The name of a file's copy for good."""
    name, dot, end = path.partition(".")
    return f"{_HASHED}{name}.{note.sha256[:16]}{dot}{end}"


def _tables(gathering: Gathering, kind: Kind) -> tuple[list[Table], Mapping[str, str]]:
    """The table of a kind, with the honours beside the people; and the records with a file of their own."""
    found = gathering.rows(kind)
    tables = [_table(kind, found.rows)]
    if kind.name == PEOPLE:
        tables.append(_honours(found.honours))
    return tables, found.single


def _table(kind: Kind, rows: list[Row]) -> Table:
    return Table(kind.name, capital(kind.label), KINDS_IN_ENGLISH[kind.name], columns_of(kind), rows)


def _honours(rows: list[Row]) -> Table:
    return Table(HONOURS, HONOURS_TITLE, HONOURS_IN_ENGLISH, HONOUR_COLUMNS, rows)


def _empty_tables() -> list[Table]:
    """All tables, for whoever needs only their titles and columns."""
    return [_honours([]), *(_table(kind, []) for kind in OPEN_KINDS)]


def _of_kind(gathering: Gathering, kind: Kind) -> dict[str, bytes]:
    """A kind's table in all forms, copies for good, a file for each record that is a file of data/, and their list."""
    tables, single = _tables(gathering, kind)
    files: dict[str, bytes] = {}
    for table in tables:
        for path, data in table.files().items():
            files[path] = data
            if not path.endswith("-excel.csv"):
                files[_copy(path, noted(data))] = data
    listed = []
    for id, line in single.items():
        data = files[f"{kind.name}/{id}.json"] = f"{line}\n".encode()
        note = noted(data)
        listed.append({"id": id, "bytes": note.size, "sha256": note.sha256})
    if kind.is_folder:
        told = {"kind": kind.name, "path": f"{kind.name}/{{id}}.json", "records": listed}
        files[f"{kind.name}/{INDEX}"] = _json(told)
    return _below(files.items)


def _fixed() -> dict[str, bytes]:
    """What depends on the engine alone."""
    files = {f"{_SCHEMAS}{name}.schema.json": _json(schema) for name, schema in schemas()}
    for name, text in dictionary_files(_empty_tables()):
        files[name] = text.encode()
    return _below(files.items)


def _package(gathering: Gathering, days: Mapping[str, date]) -> dict[str, bytes]:
    """What describes the tables to programs."""
    site, tables = gathering.answers.site, _empty_tables()
    assert site is not None
    package = data_package(site, tables, max(days.values(), default=None))
    touched = {name: days[kind] for name in (HONOURS, *days) if (kind := _kind_of(name)) in days}
    catalog = catalogue(site, OPEN_DATA, tables, touched)
    return _below({"datapackage.json": _json(package), "catalog.jsonld": _json(catalog)}.items)


def _below(files: Any) -> dict[str, bytes]:
    """Files under their paths in the site."""
    return {OPEN_DATA + path: data for path, data in files()}


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
