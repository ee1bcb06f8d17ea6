"""Addresses that tell a name: an id made of it, an old address that led to it. They go, and lead nowhere any more.

A minted id stays, for it says nothing: its address tells that an entry was removed, and nobody gets it again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bangvang.loading import Project
from bangvang.office.edits import Drop
from bangvang.office.record_text import as_given, edit_text
from bangvang.pages.addresses import ENGLISH
from bangvang.publishing.change_log import read_change_log, write_change_log
from bangvang.publishing.ledger import read_ledger, write_ledger
from bangvang.records import KINDS, Redirect, is_minted
from bangvang.removal.names import Names

_PEOPLE = f"/{KINDS['honouree'].url}/"


def new_ids(ids: Collection[str], mint: Callable[[], str]) -> dict[str, str]:
    """Under which id each is known as removed: one that may tell a name gives way to one that tells nothing."""
    return {id: id if is_minted(id) else mint() for id in ids}


def redirects_without(project: Project, names: Names) -> dict[str, bytes | None]:
    """The list of old addresses without those that tell the name, if there are such."""
    telling = [one for one in project.loaded if isinstance(one.record, Redirect) and _tells(one.record, names)]
    if not telling:
        return {}
    path = telling[0].path
    listed = sum(one.path == path for one in project.loaded)
    if len(telling) == listed:
        return {path: None}
    edits = [Drop(one.loc) for one in reversed(telling)]
    return {path: edit_text((project.root / path).read_bytes(), edits, as_given).data}


def forget_addresses(root: Path, becomes: Mapping[str, str], names: Names) -> None:
    """The ledger and the change log without what tells the name; raises Damaged where one of them cannot be read."""
    ledger = read_ledger(root)
    known = {
        moved: line
        for address, line in ledger.items()
        if not names.are_in(moved := _moved(address, becomes)) and not _is_english(address, becomes)
    }
    if known != ledger:
        write_ledger(root, known)
    log = read_change_log(root)
    told = tuple(
        replace(
            publication,
            changes=tuple(
                change._replace(url=moved, title="" if names.are_in(change.title) else change.title)
                for change in publication.changes
                if not names.are_in(moved := _moved(change.url, becomes))
            ),
        )
        for publication in log
    )
    if told != log:
        write_change_log(root, told)


def _tells(redirect: Redirect, names: Names) -> bool:
    return any(names.are_in(text) for text in (redirect.from_, redirect.to, redirect.reason or ""))


def _moved(address: str, becomes: Mapping[str, str]) -> str:
    """The address with the id that tells nothing."""
    return "/".join(_steps(address, becomes))


def _steps(address: str, becomes: Mapping[str, str]) -> Iterator[str]:
    before = ""
    for step in address.split("/"):
        yield becomes.get(step, step) if f"/{before}/" == _PEOPLE else step
        before = step


def _is_english(address: str, becomes: Mapping[str, str]) -> bool:
    """English pages of somebody whose id told a name: there is none of a removal that could take its place."""
    return address.startswith(f"/{ENGLISH}") and any(becomes.get(step, step) != step for step in address.split("/"))
