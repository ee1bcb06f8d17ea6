"""The id of a new record: one that says nothing for the living, one that speaks for everything else."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Container, Mapping
from typing import Any

from pydantic import ValidationError

from bangvang.clock import today
from bangvang.office.edits import Data
from bangvang.office.fields import fields_of
from bangvang.records import Kind, Part, Subject, is_reserved
from bangvang.records.honouree import Honouree
from bangvang.registry import counts_as_living
from bangvang.vietnamese import slug

_MAX_SLUG = 60


def proposed_id(kind: Kind, answers: Mapping[str, Any], taken: Container[str], mint: Callable[[], str]) -> str:
    """A free id for a record with these answers."""
    if kind.model is Honouree:
        return honouree_id(answers, taken, mint)
    return _speaking_id(_said(kind, answers), kind.name, taken)


def honouree_id(answers: Mapping[str, Any], taken: Container[str], mint: Callable[[], str]) -> str:
    """Of somebody living it says nothing; a collective's may speak."""
    return mint() if _is_living(answers) else _speaking_id(str(answers.get("name") or ""), "honouree", taken)


def with_own_id(kind: Kind, tree: dict[str, Data], taken: Container[str], mint: Callable[[], str]) -> dict[str, Data]:
    """An entry of a vocabulary that nobody gave an id gets one of its name."""
    wants = kind.is_list and not tree.get("id") and any(field.key == "id" for field in fields_of(kind.model))
    said = tree.get("name") or tree.get("short")
    return {"id": proposed_id(kind, tree, taken, mint), **tree} if wants and said else tree


def with_row_ids(
    model: type[Part], tree: dict[str, Data], taken: Collection[str], mint: Callable[[], str]
) -> dict[str, Data]:
    """With an id for every new row of a list of honourees: no clerk should have to think one up."""
    given = set(taken)
    filled = dict(tree)
    for field in fields_of(model):
        rows = tree.get(field.key)
        if field.is_table and isinstance(rows, list) and any(one.key == "id" and one.required for one in field.fields):
            filled[field.key] = [_with_id(row, given, mint) for row in rows]
    return filled


def _with_id(row: Data, given: set[str], mint: Callable[[], str]) -> Data:
    if not isinstance(row, dict) or row.get("id") or not row.get("name"):
        return row
    id = honouree_id(row, given, mint)
    given.add(id)
    return {"id": id, **row}


def _speaking_id(said: str, otherwise: str, taken: Container[str]) -> str:
    base = _whole_words(slug(said)) or otherwise
    number = 1
    id = base
    while id in taken or is_reserved(id):
        number += 1
        id = f"{base}-{number}"
    return id


def _whole_words(said: str) -> str:
    """As many as an address bears; of one endless word its beginning."""
    if len(said) <= _MAX_SLUG:
        return said
    return said[: _MAX_SLUG + 1].rpartition("-")[0] or said[:_MAX_SLUG]


def _said(kind: Kind, answers: Mapping[str, Any]) -> str:
    """What an id that may speak is made from."""
    number = str(answers.get("number") or "")
    year = str(answers.get("date") or "")[:4]
    if kind.name == "decision":
        return f"qd {number.split('/')[0]} {answers.get('issuer') or ''} {year}"
    if kind.name == "document" and number:
        return f"{number} {year}" if year not in number else number
    return str(answers.get("name") or answers.get("title") or answers.get("short") or kind.name)


def _is_living(answers: Mapping[str, Any]) -> bool:
    """Who cannot be judged counts as living: an id must not tell a name by mistake."""
    try:
        subject = Subject.model_validate(
            {key: answers[key] for key in ("kind", "name", "living", "born", "died") if key in answers}
        )
    except ValidationError:
        return True
    return counts_as_living(subject, today(os.environ))
