"""A file as it was parsed: what the records are made of, and by what its facts are known."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from bangvang.loading.outline import Outline
from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import Tree, read_tree
from bangvang.records import TOLD


class Parsed(NamedTuple):
    """What is kept of a file beside its name."""

    facts: str
    """Equal facts, equal records but for the wording of what they tell."""
    tree: bytes
    """As JSON."""
    good_as: str = ""
    """The kind of whose records it is known to be a good one."""
    outlines: tuple[Outline, ...] = ()
    """Of the record, or of each entry of a list, where it is good."""


def content_key(data: bytes) -> str:
    """The name under which the parsed form of these bytes is kept; processors have this hash built in."""
    return hashlib.sha256(data).hexdigest()[:32]


def parsed(key: str, data: bytes) -> Parsed:
    """What the bytes that have this key come to; raises `Unreadable`."""
    tree = read_tree(decode(data))
    return Parsed(_facts(key, tree), _as_json(tree))


def _facts(key: str, tree: Tree) -> str:
    if not isinstance(tree, dict) or TOLD.isdisjoint(tree):
        return key
    return content_key(_as_json(tree | {name: "" for name in TOLD if isinstance(tree.get(name), str)}))


def _as_json(tree: Tree) -> bytes:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()
