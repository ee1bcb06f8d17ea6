"""Old addresses that lead to new ones: those the office wrote down, and those of ids that were merged.

Each becomes a plain page at the old address, and a line in the settings of every web server. A list that nobody
stands on any more, such as a letter of the alphabet, leads to the list above it until it fills again: by a page
alone, for browsers never forget what a server calls permanent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bangvang.exports.address import base_path, decoded
from bangvang.exports.redirect_pages import redirect_file, redirect_page, redirect_problems
from bangvang.exports.servers import ServerFiles, server_files
from bangvang.loading import Loaded, read_positions
from bangvang.pages.english.addresses import vietnamese_of
from bangvang.problem import Problem
from bangvang.publishing.error import StagingError
from bangvang.publishing.ledger import Ledger
from bangvang.publishing.memory import MadePage
from bangvang.publishing.names import require_portable
from bangvang.publishing.written import written_title
from bangvang.records import KINDS, Loc, Redirect
from bangvang.registry import Registry

_CHECK = "redirect"
_PAGE = "index.html"
_PEOPLE = KINDS["honouree"].url

Move = tuple[str, str]
"""An old address and the new one, from the site's root."""


class Lead(NamedTuple):
    """One old address, where it leads, and the place in the data that says so."""

    old: str
    new: str
    by: Loaded
    loc: Loc

    @property
    def move(self) -> Move:
        """Only from where to where."""
        return self.old, self.new


class _Fault(NamedTuple):
    """What is wrong with one of them, and with which of its fields: from or to."""

    field: str
    what: str
    remedy: str


def site_redirects(registry: Registry, pages: Collection[str]) -> tuple[Lead, ...]:
    """Everything that leads on: written lines first, then merged ids whose new page stands."""
    written = [
        Lead(loaded.record.from_, loaded.record.to, loaded, loaded.loc)
        for loaded in registry.by_kind["redirect"].values()
        if isinstance(loaded.record, Redirect)
    ]
    said = {(lead.old, lead.new) for lead in written}
    merged = [lead for lead in _merged(registry) if lead.new[1:] in pages and (lead.old, lead.new) not in said]
    return (*written, *merged)


def redirect_faults(root: Path, leads: Sequence[Lead], pages: Collection[str], files: Collection[str]) -> list[Problem]:
    """What is wrong with them, beside the live pages and other files of the site; placed in the data."""
    if not leads:
        return []
    told = [
        (leads[problem.place], _Fault(problem.field, problem.what, problem.remedy))
        for problem in redirect_problems([lead.move for lead in leads], [*pages, *files])
    ]
    first: dict[tuple[str, Loc], Problem] = {}
    for lead, fault in (*told, *_about_merged(leads), *_about_files(leads, pages, files)):
        first.setdefault((lead.by.path, lead.loc), _placed(root, lead, fault))
    return sorted(first.values(), key=lambda problem: problem.order)


def emptied_lists(ledger: Ledger, pages: Collection[str], moves: Iterable[Move]) -> list[Move]:
    """Lists of the ledger that hold nobody now, each with the nearest list above it; `moves` are known already.

    What is told in English no more leads to where it is told in Vietnamese.
    """
    known = {old for old, _ in moves}
    return [
        (address, f"/{_above(address[1:], pages)}")
        for address, line in ledger.items()
        if not line.content and address.endswith("/") and address[1:] not in pages and address not in known
    ]


def redirect_pages(
    address: str, moves: Iterable[Move], pages: Mapping[str, MadePage], written: Path
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the page at each old address; `written` is the folder of the hand-written pages."""
    for old, new in moves:
        path = _file(old)
        if path is not None:
            yield path, redirect_page(address, old, new, _title(new, pages, written))


def server_settings(address: str, moves: Iterable[Move], policy: str) -> ServerFiles:
    """Settings for web servers: some belong into the site, some are for a person to put in place."""
    return server_files(policy, moves, base_path(address))


def redirect_paths(moves: Iterable[Move]) -> set[str]:
    """The files that only lead on."""
    return {path for old, _ in moves if (path := _file(old)) is not None}


def _above(url: str, pages: Collection[str]) -> str:
    """The same in Vietnamese, or the nearest page up the path; the home page at last."""
    full = vietnamese_of(url)
    if full is not None and full in pages:
        return full
    while url:
        url = url.rstrip("/").rpartition("/")[0]
        url = f"{url}/" if url else ""
        if url in pages:
            break
    return url


def _merged(registry: Registry) -> Iterator[Lead]:
    """An id under `same_as` leads to whoever the records were merged into, however long the chain."""
    for loaded in registry.by_kind["honouree"].values():
        for place, old in enumerate(loaded.outline.same_as):
            new = registry.merged_ids.get(old)
            if new is not None:
                yield Lead(f"/{_PEOPLE}/{old}/", f"/{_PEOPLE}/{new}/", loaded, ("same_as", place))


def _file(old: str) -> str | None:
    """The file at an old address; None where only a server can answer, for want of a name that every disk can hold."""
    path = redirect_file(old)
    if path is not None:
        try:
            require_portable(path)
        except StagingError:
            return None
    return path


def _title(new: str, pages: Mapping[str, MadePage], written: Path) -> str:
    url = decoded(new).lstrip("/").removesuffix(_PAGE)
    made = pages.get(url)
    if made is not None:
        return made.title
    try:
        html = (written / f"{url}{_PAGE}").read_text(encoding="utf-8") if not url or url.endswith("/") else ""
    except (OSError, UnicodeDecodeError):
        html = ""
    return written_title(html) or new


def _about_merged(leads: Sequence[Lead]) -> Iterator[tuple[Lead, _Fault]]:
    """A written line that contradicts a merger, or that leads to an id which was merged since."""
    merged = {lead.old: lead for lead in leads if lead.by.kind == "honouree"}
    for lead in leads:
        if lead.by.kind == "honouree":
            continue
        if same := merged.get(lead.old):
            what = f"địa chỉ {lead.old} đã dẫn đến {same.new} vì mã này nằm trong same_as của {same.by.path}"
            yield lead, _Fault("from", what, "Bỏ dòng này, hoặc bỏ mã ấy khỏi same_as.")
        elif further := merged.get(lead.new):
            what = f"{lead.new} đã nhập vào {further.new}"
            yield lead, _Fault("to", what, f"Viết thẳng địa chỉ cuối cùng: to: {further.new}")


def _about_files(
    leads: Sequence[Lead], pages: Collection[str], files: Collection[str]
) -> Iterator[tuple[Lead, _Fault]]:
    """Where no page can stand: two addresses that only capitals tell apart, and a file in the way of a folder."""
    taken = {f"{url}{_PAGE}".lower() for url in pages} | {path.lower() for path in files}
    folders = {folder for path in taken for folder in _folders(path)}
    exact = {f"{url}{_PAGE}" for url in pages} | set(files)
    for lead in leads:
        path = _file(lead.old)
        if path is None or path in exact:
            continue
        folded = path.lower()
        if folded in taken:
            what = f"địa chỉ cũ {lead.old} chỉ khác chữ hoa, chữ thường với một địa chỉ đang dùng"
            yield lead, _Fault("from", what, "Bỏ dòng này: nhiều máy chủ coi hai địa chỉ ấy là một.")
        elif folded in folders or any(folder in taken for folder in _folders(folded)):
            what = f"địa chỉ cũ {lead.old} vướng một tệp khác của trang"
            remedy = "Sửa lại địa chỉ cũ cho đúng như trên thanh địa chỉ, hoặc bỏ dòng này."
            yield lead, _Fault("from", what, remedy)
        else:
            exact.add(path)
            taken.add(folded)
            folders.update(_folders(folded))


def _folders(path: str) -> list[str]:
    return [path[:end] for end, letter in enumerate(path) if letter == "/"]


def _placed(root: Path, lead: Lead, fault: _Fault) -> Problem:
    loc = (*lead.loc, fault.field) if lead.by.kind == "redirect" else lead.loc
    positions = read_positions(root, lead.by.path)
    line, column = positions.of_value(loc) if positions else (1, 1)
    return Problem(lead.by.path, line, column, fault.what, fault.remedy, _CHECK)
