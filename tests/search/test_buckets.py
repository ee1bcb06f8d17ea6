"""Files that split where they stand, and the directory that leads to them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.publishing.names import require_portable
from bangvang.search.buckets import Filed, Node, Plan, base36, file_buckets, file_path, grow, shape
from bangvang.search.packing import packed

BITS = 12
PATHS = st.lists(st.integers(0, (1 << BITS) - 1), max_size=120).map(sorted)


def _as_it_is(path: str, data: bytes) -> bytes:
    return data


def _filed(plan: Plan, paths: list[int]) -> tuple[Node, Filed[bytes]]:
    root = grow(plan, paths, [1] * len(paths))
    return root, file_buckets(plan, root, lambda start, stop: packed(paths[start:stop]), _as_it_is)


def _found(filed: Filed[bytes], plan: Plan, path: int) -> bytes | None:
    """The file of a path as the browser finds it: along the shape, counting hashes."""
    told, together = str(filed.directory["shape"]), int(filed.directory["together"])
    read = _read(iter(told))
    _mark(read, iter(range(10**6)), together, None)
    bits, prefix = bin(path)[2:].zfill(plan.bits), 1
    for bit in bits:
        if "children" not in read:
            break
        read, prefix = read["children"][int(bit)], prefix << 1 | int(bit)
    if not read["buckets"]:
        return None
    mark = str(filed.directory["hashes"])[4 * read["hash"] : 4 * read["hash"] + 4]
    return filed.files[file_path(plan.name, prefix, mark)]


def _read(symbols):  # type: ignore[no-untyped-def]
    symbol = next(symbols)
    if symbol != "1":
        return {"buckets": int(symbol == "0")}
    children = [_read(symbols), _read(symbols)]
    return {"children": children, "buckets": sum(child["buckets"] for child in children)}


def _mark(node, hashes, together, shared):  # type: ignore[no-untyped-def]
    if not node["buckets"]:
        return
    if shared is None and (node["buckets"] <= together or "children" not in node):
        shared = next(hashes)
    for child in node.get("children", ()):
        _mark(child, hashes, together, shared)
    node["hash"] = shared


@given(PATHS, st.integers(1, 20), st.sampled_from([1, 2, 10, 5000]))
def test_the_directory_leads_every_path_to_the_file_that_holds_it(paths: list[int], limit: int, hashes: int) -> None:
    """Whatever the tree looks like, and however many share a hash."""
    plan = Plan("x", BITS, limit, hashes)
    _, filed = _filed(plan, paths)
    for path in paths:
        data = _found(filed, plan, path)
        assert data is not None
        assert path in json.loads(data)


@given(PATHS, st.integers(1, 20))
def test_files_hold_no_more_than_their_limit_unless_one_path_does(paths: list[int], limit: int) -> None:
    """A file stays as small as its content lets it."""
    root = grow(Plan("x", BITS, limit, 1), paths, [1] * len(paths))
    for leaf in root.leaves():
        some = paths[leaf.start : leaf.stop]
        assert len(some) <= limit or len(set(some)) == 1


@given(PATHS, PATHS, st.integers(1, 20), st.sampled_from([3, 5000]))
def test_what_is_filed_again_after_a_change_equals_what_is_filed_anew(
    paths: list[int], more: list[int], limit: int, hashes: int
) -> None:
    """Files that were not touched are only named."""
    plan = Plan("x", BITS, limit, hashes)
    _, before = _filed(plan, paths)
    changed = sorted(paths + more)
    root = grow(plan, changed, [1] * len(changed))
    again = file_buckets(
        plan, root, lambda start, stop: packed(changed[start:stop]), _as_it_is, before.groups, sorted(set(more))
    )
    _, anew = _filed(plan, changed)
    assert {**{path: before.files[path] for path in again.kept}, **again.files} == anew.files
    assert again.directory == anew.directory


def test_the_directory_of_a_large_tree_holds_few_hashes() -> None:
    """Neighbours share them, so that whoever looks for one name need not load thousands."""
    paths = list(range(1 << BITS))
    root, filed = _filed(Plan("x", BITS, 1, 100), paths)
    assert shape(root).count("0") == len(paths) == len(filed.files)
    assert 50 <= len(str(filed.directory["hashes"])) // 4 <= 100


@pytest.mark.parametrize("word", ["aux", "con", "nul", "prn", "com1", "lpt9"])
def test_no_number_makes_a_name_that_windows_keeps(word: str) -> None:
    """The tree of a large site comes to the bucket that base 36 calls aux, and its build was refused there."""
    number = int(word, 36)
    assert base36(number) == word
    require_portable(file_path("t", number, "ab12"))
