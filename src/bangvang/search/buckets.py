"""Buckets: things with paths, shared out into small files; a file that grows too large splits in two where it stands.

A bucket holds everything whose path begins with its own bits. The directory says which buckets there are and under
which hash each is kept; neighbours share a hash, so that the directory of ten thousand files stays small.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
Put = Callable[[str, bytes], T]
"""Takes a file by path as soon as it is made, and gives what is to be known of it."""
_HASH_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_HASH_LENGTH = 4


class Plan(NamedTuple):
    """How one tree is filed."""

    name: str
    bits: int
    """Of a path."""
    limit: int
    """A bucket larger than this splits."""
    hashes: int
    """About so many stand in the directory, which stays small: neighbours share them."""

    def together(self, buckets: int) -> int:
        """How many neighbours share a hash at most."""
        count = 1
        while buckets > count * self.hashes:
            count *= 2
        return count


class Node(NamedTuple):
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


class Group(NamedTuple):
    """Buckets that share a hash, as they were filed."""

    mark: str
    prefixes: tuple[int, ...]


@dataclass(slots=True)
class Filed(Generic[T]):
    """Files by path, and what leads to them."""

    directory: dict[str, str | int]
    groups: dict[int, Group]
    """By the prefix that the buckets share."""
    files: dict[str, T] = field(default_factory=dict)
    """Those that were written anew, and what is known of them."""
    kept: list[str] = field(default_factory=list)
    """Those that stand as they did."""


def grow(plan: Plan, paths: Sequence[int], sizes: Sequence[int]) -> Node:
    """The tree over items sorted by path."""
    before = [0]
    for size in sizes:
        before.append(before[-1] + size)

    def node(prefix: int, depth: int, start: int, stop: int) -> Node:
        if start == stop:
            return Node(prefix, start, stop, 0)
        if before[stop] - before[start] <= plan.limit or depth == plan.bits or paths[start] == paths[stop - 1]:
            return Node(prefix, start, stop)
        second = prefix << 1 | 1
        middle = bisect_left(paths, (second ^ (2 << depth)) << (plan.bits - depth - 1), start, stop)
        children = (node(prefix << 1, depth + 1, start, middle), node(second, depth + 1, middle, stop))
        return Node(prefix, start, stop, children[0].buckets + children[1].buckets, children)

    return node(1, 0, 0, len(paths))


def file_buckets(
    plan: Plan,
    root: Node,
    content: Callable[[int, int], bytes],
    put: Put[T],
    before: dict[int, Group] | None = None,
    touched: Sequence[int] = (),
) -> Filed[T]:
    """Put all buckets. `before` is how they were filed when only what lies at the touched paths was different."""
    together = plan.together(root.buckets)
    filed: Filed[T] = Filed({}, {})
    for below in _subtrees(root, together):
        leaves = list(below.leaves())
        prefixes = tuple(leaf.prefix for leaf in leaves)
        old = before.get(below.prefix) if before is not None else None
        if old is not None and old.prefixes == prefixes and not _is_touched(plan, below.prefix, touched):
            filed.groups[below.prefix] = old
            filed.kept += [bucket_path(plan, prefix, old.mark) for prefix in prefixes]
            continue
        data = [content(leaf.start, leaf.stop) for leaf in leaves]
        mark = fingerprint(b"\n".join(data))
        filed.groups[below.prefix] = Group(mark, prefixes)
        for prefix, written in zip(prefixes, data, strict=True):
            path = bucket_path(plan, prefix, mark)
            filed.files[path] = put(path, written)
    marks = "".join(group.mark for group in filed.groups.values())
    filed.directory = {"shape": shape(root), "hashes": marks, "together": together}
    return filed


def bucket_path(plan: Plan, prefix: int, mark: str) -> str:
    """Where a bucket stands."""
    return file_path(plan.name, prefix, mark)


def file_path(folder: str, number: int, mark: str) -> str:
    """The path of a file that is known by a number; behind an x none looks like a name that Windows keeps: aux, con."""
    return f"{folder}/x{base36(number)}.{mark}.json"


def _is_touched(plan: Plan, prefix: int, touched: Sequence[int]) -> bool:
    depth = prefix.bit_length() - 1
    first = (prefix ^ (1 << depth)) << (plan.bits - depth)
    place = bisect_left(touched, first)
    return place < len(touched) and touched[place] < first + (1 << (plan.bits - depth))


def shape(node: Node) -> str:
    """The tree from the left: 1 where it splits, 0 at a bucket, 2 at nothing."""
    if not node.buckets:
        return "2"
    if not node.children:
        return "0"
    return "1" + "".join([shape(child) for child in node.children])


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
