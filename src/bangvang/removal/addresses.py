"""Addresses that tell a name: an id made of it, an old address that led to it. They go, and lead nowhere any more.

A minted id stays, for it says nothing: its address tells that an entry was removed, and nobody gets it again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from bangvang.loading import Loaded, Project
from bangvang.office.edits import Drop, Edit, Put
from bangvang.office.record_text import as_given, edit_text
from bangvang.publishing.change_log import read_change_log, write_change_log
from bangvang.publishing.ledger import read_ledger, write_ledger
from bangvang.records import KINDS, Redirect, is_minted
from bangvang.vietnamese import Names

_PEOPLE = f"/{KINDS['honouree'].url}/"


def new_ids(ids: Collection[str], mint: Callable[[], str]) -> dict[str, str]:
    """Under which id each is known as removed: one that may tell a name gives way to one that tells nothing."""
    return {id: id if is_minted(id) else mint() for id in ids}


def telling_names(names: Iterable[str], becomes: Mapping[str, str]) -> Names:
    """What an address may not hold: the names, and ids that were given up because they may tell one."""
    return Names((*names, *(old for old, new in becomes.items() if old != new)))


def redirects_without(project: Project, becomes: Mapping[str, str], telling: Names) -> dict[str, bytes | None]:
    """The list of old addresses without those that tell the name, if there are such; the others lead to the notice."""
    loaded = [one for one in project.loaded if isinstance(one.record, Redirect)]
    edits = [edit for one in reversed(loaded) for edit in _edits(one, becomes, telling)]
    if not edits:
        return {}
    path = loaded[0].path
    if sum(isinstance(edit, Drop) and len(edit.path) == 1 for edit in edits) == len(loaded):
        return {path: None}
    return {path: edit_text((project.root / path).read_bytes(), edits, as_given).data}


def _edits(loaded: Loaded, becomes: Mapping[str, str], telling: Names) -> Iterator[Edit]:
    redirect = loaded.record
    assert isinstance(redirect, Redirect)
    if telling.are_in(redirect.from_):
        yield Drop(loaded.loc)
        return
    if (to := _moved(redirect.to, becomes)) != redirect.to:
        yield Put((*loaded.loc, "to"), to)
    if redirect.reason and telling.are_in(redirect.reason):
        yield Drop((*loaded.loc, "reason"))


def forget_addresses(root: Path, becomes: Mapping[str, str], telling: Names) -> None:
    """The ledger and the change log without what tells the name; raises Damaged where one of them cannot be read."""
    ledger = read_ledger(root)
    known = {moved: line for address, line in ledger.items() if not telling.are_in(moved := _moved(address, becomes))}
    if known != ledger:
        write_ledger(root, known)
    log = read_change_log(root)
    told = tuple(
        publication._replace(
            changes=tuple(
                change._replace(url=moved, title="" if telling.are_in(change.title) else change.title)
                for change in publication.changes
                if not telling.are_in(moved := _moved(change.url, becomes))
            ),
        )
        for publication in log
    )
    if told != log:
        write_change_log(root, told)


def _moved(address: str, becomes: Mapping[str, str]) -> str:
    """The address with the id that tells nothing."""
    return "/".join(_steps(address, becomes))


def _steps(address: str, becomes: Mapping[str, str]) -> Iterator[str]:
    before = ""
    for step in address.split("/"):
        yield becomes.get(step, step) if f"/{before}/" == _PEOPLE else step
        before = step
