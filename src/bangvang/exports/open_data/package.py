"""What describes the data to programs: a Frictionless data package, and a catalogue in DCAT."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bangvang.exports.open_data.dictionary import meaning
from bangvang.exports.open_data.tables import Table
from bangvang.pages.open_data import FORMS
from bangvang.records import Site
from bangvang.records.columns import Column
from bangvang.records.honour_columns import HONOURS

MEDIA_TYPES = {"csv": "text/csv", "jsonl": "application/jsonl", "json": "application/json"}
_PARTIAL = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_GUARD = "A text cell that begins with = + - @ stands behind an apostrophe, which is no part of the text."
_IANA = "https://www.iana.org/assignments/media-types/"


def data_package(site: Site, tables: Iterable[Table], day: date | None) -> dict[str, Any]:
    """datapackage.json: each table as CSV, with the schema of its columns."""
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "bang-vang",
        "title": f"{site.name}: dữ liệu mở",
        "description": site.description,
        "homepage": f"{site.address}du-lieu/",
        "version": "1",
        "licenses": _licences(site),
        "contributors": [{"title": site.owner.name, "role": "publisher"}],
        "keywords": ["thi đua", "khen thưởng", "gương người tốt, việc tốt", "emulation", "awards"],
        "resources": [_resource(table) for table in tables],
    }
    if day is not None:
        package["created"] = f"{day.isoformat()}T00:00:00+07:00"
    return {key: value for key, value in package.items() if value}


def catalogue(site: Site, folder: str, tables: Iterable[Table], days: Mapping[str, date]) -> dict[str, Any]:
    """catalog.jsonld: the tables as datasets, each form of one as a distribution."""
    root = f"{site.address}{folder}"
    return {
        "@context": _CONTEXT,
        "@id": f"{root}catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": {"@language": "vi", "@value": f"{site.name}: dữ liệu mở"},
        "dct:description": {"@language": "vi", "@value": site.description},
        "dct:language": "vi",
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": site.owner.name},
        "foaf:homepage": {"@id": f"{site.address}du-lieu/"},
        **_terms(site),
        "dcat:dataset": [_dataset(site, root, table, days.get(table.name)) for table in tables],
    }


def _licences(site: Site) -> list[dict[str, str]]:
    return [{"title": site.licence.name, "path": site.licence.url}] if site.licence else []


def _terms(site: Site) -> dict[str, Any]:
    if site.licence is None:
        return {}
    return {"dct:license": {"@id": site.licence.url}, "dct:rights": site.licence.attribution}


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    schema["primaryKey"] = table.columns[0].key
    if table.name == HONOURS:
        schema["foreignKeys"] = [
            {"fields": key, "reference": {"resource": resource, "fields": "record_id"}}
            for key, resource in (("honouree", "honouree"), ("decision", "decision"), ("award", "award"))
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}{FORMS['csv']}",
        "title": table.title,
        "description": f"{table.title_en}. {_GUARD}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": column.key,
        "type": column.sort,
        "title": column.title,
        "description": f"{meaning(column)} ({column.title_en}.)".strip(),
    }
    rules: dict[str, Any] = {"enum": list(column.values)} if column.values else {}
    if column.partial and not column.many:
        rules["pattern"] = _PARTIAL
    return said | ({"constraints": rules} if rules else {})


def _dataset(site: Site, root: str, table: Table, day: date | None) -> dict[str, Any]:
    modified = {"dct:modified": {"@type": "xsd:date", "@value": day.isoformat()}} if day else {}
    return {
        "@id": f"{site.address}du-lieu/#{table.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": table.name,
        "dct:title": [
            {"@language": "vi", "@value": table.title},
            {"@language": "en", "@value": table.title_en},
        ],
        "dcat:landingPage": {"@id": f"{site.address}du-lieu/#{table.name}"},
        **modified,
        **_terms(site),
        "dcat:distribution": [
            _distribution(root, f"{table.name}{end}", end.rpartition(".")[2]) for end in FORMS.values()
        ],
    }


def _distribution(root: str, file: str, form: str) -> dict[str, Any]:
    return {
        "@id": f"{root}{file}",
        "@type": "dcat:Distribution",
        "dct:title": file,
        "dcat:downloadURL": {"@id": f"{root}{file}"},
        "dcat:mediaType": {"@id": f"{_IANA}{MEDIA_TYPES[form]}"},
    }
