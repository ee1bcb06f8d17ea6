"""Buckets: things with paths, shared out into small files; a file that grows too large splits in two where it stands.

A bucket holds everything whose path begins with its own bits. The directory says which buckets there are and under
which hash each is kept; neighbours share a hash, so that the directory of ten thousand files stays small.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

_HASH_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_HASH_LENGTH = 4
_MOST_IN_ONE = 1_500
"""A longer directory is shared out."""
_SHARE = 100
"""Buckets of one of its parts."""


class Item(NamedTuple):
    """Something to be filed."""

    path: int
    size: int
    key: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How one tree is filed."""

    name: str
    bits: int
    """Of a path."""
    limit: int
    """A bucket larger than this splits."""
    together: int = 1
    """So many neighbours at most share one hash."""


@dataclass(frozen=True, slots=True)
class Node:
    """A run of items below one prefix; without children it is a bucket."""

    prefix: int
    """The bits of the prefix after a leading one."""
    start: int
    stop: int
    buckets: int = 1
    """Those below that hold anything."""
    children: tuple[Node, ...] = ()

    def leaves(self) -> Iterator[Node]:
        """The buckets below that hold anything."""
        if not self.children and self.buckets:
            yield self
        for child in self.children:
            yield from child.leaves()


class Filed(NamedTuple):
    """Files by path, and the directory that leads to them."""

    files: dict[str, bytes]
    directory: dict[str, str]


def grow(plan: Plan, items: Sequence[Item]) -> Node:
    """The tree over items sorted by path."""
    paths = [item.path for item in items]
    before = [0]
    for item in items:
        before.append(before[-1] + item.size)

    def node(prefix: int, depth: int, start: int, stop: int) -> Node:
        if start == stop:
            return Node(prefix, start, stop, 0)
        if before[stop] - before[start] <= plan.limit or depth == plan.bits or paths[start] == paths[stop - 1]:
            return Node(prefix, start, stop)
        second = prefix << 1 | 1
        middle = bisect_left(paths, (second ^ (2 << depth)) << (plan.bits - depth - 1), start, stop)
        children = (node(prefix << 1, depth + 1, start, middle), node(second, depth + 1, middle, stop))
        return Node(prefix, start, stop, children[0].buckets + children[1].buckets, children)

    return node(1, 0, 0, len(items))


def file_buckets(plan: Plan, root: Node, content: Callable[[Node], bytes]) -> Filed:
    """Every bucket's file; a directory too long for one file is shared out itself."""
    files: dict[str, bytes] = {}
    hashes: list[str] = []
    for group in _groups(root, plan.together):
        data = {leaf.prefix: content(leaf) for leaf in group}
        mark = fingerprint(b"\n".join(data.values()))
        hashes.append(mark)
        for prefix, written in data.items():
            files[f"{plan.name}/{base36(prefix)}.{mark}.json"] = written
    if plan.together > 1 or root.buckets <= _MOST_IN_ONE:
        return Filed(files, {"shape": shape(root), "hashes": "".join(hashes)})
    return _shared_out(plan, root, files, hashes)


def _shared_out(plan: Plan, root: Node, files: dict[str, bytes], hashes: Sequence[str]) -> Filed:
    """Directories of some buckets each, and one that leads to them."""
    marks: list[str] = []
    done = 0
    for below in _subtrees(root, _SHARE):
        known = hashes[done : done + below.buckets]
        done += below.buckets
        data = json.dumps({"shape": shape(below), "hashes": "".join(known)}, separators=(",", ":")).encode()
        marks.append(fingerprint(data))
        files[f"{plan.name}/d{base36(below.prefix)}.{marks[-1]}.json"] = data
    return Filed(files, {"shape": shape(root, _SHARE), "hashes": "".join(marks)})


def shape(node: Node, most: int = 0) -> str:
    """The tree from the left: 1 where it splits, 0 at a bucket, 2 at nothing, 3 at a directory of its own."""
    if not node.buckets:
        return "2"
    if node.buckets <= most:
        return "3"
    if not node.children:
        return "0"
    return "1" + "".join([shape(child, most) for child in node.children])


def _groups(node: Node, together: int) -> Iterator[list[Node]]:
    """Neighbouring buckets that share a hash."""
    for below in _subtrees(node, together):
        yield list(below.leaves())


def _subtrees(node: Node, most: int) -> Iterator[Node]:
    """The largest subtrees of so many buckets at most."""
    if not node.buckets:
        return
    if node.buckets <= most or not node.children:
        yield node
        return
    for child in node.children:
        yield from _subtrees(child, most)


def fingerprint(data: bytes) -> str:
    """Four letters that tell two versions of a file apart."""
    return base36(int.from_bytes(sha256(data).digest()[:8], "big")).zfill(_HASH_LENGTH)[-_HASH_LENGTH:]


def base36(number: int) -> str:
    """As JavaScript's toString(36) writes it."""
    letters = []
    while True:
        number, rest = divmod(number, 36)
        letters.append(_HASH_LETTERS[rest])
        if not number:
            return "".join(reversed(letters))
