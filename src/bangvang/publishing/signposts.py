"""Signposts: what stands in a site beside its pages so that every address leads somewhere, and safely.

Pages at old addresses, and settings for web servers with the redirects and the security policy.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from bangvang.problem import Problem
from bangvang.publishing.error import writing
from bangvang.publishing.frame import Frame
from bangvang.publishing.memory import MadePage
from bangvang.publishing.policy import inspect_frame
from bangvang.publishing.redirects import (
    emptied_lists,
    redirect_faults,
    redirect_pages,
    server_settings,
    site_redirects,
)
from bangvang.publishing.vanished import binding_ledger
from bangvang.registry import Registry


class Signposts(NamedTuple):
    """All of them, or the reasons why the site cannot have them."""

    site: Mapping[str, bytes]
    """Files of the site."""
    beside: Mapping[str, bytes]
    """Files of the project, for a person to put into a server's settings."""
    problems: tuple[Problem, ...]


def signposts(
    root: Path, address: str, registry: Registry, frame: Frame, pages: Mapping[str, MadePage], files: Collection[str]
) -> Signposts:
    """The signposts of a site with these pages and other files; raises Damaged where the ledger cannot be read."""
    leads = site_redirects(registry, pages)
    inspection = inspect_frame(root, frame)
    problems = (*redirect_faults(root, leads, pages, files), *inspection.problems)
    if problems:
        return Signposts({}, {}, problems)
    moves = [lead.move for lead in leads]
    settings = server_settings(address, moves, inspection.policy)
    moves += emptied_lists(binding_ledger(root, registry), pages, moves)
    site = dict(redirect_pages(address, moves, pages, frame.site))
    return Signposts(site | dict(settings.site), settings.beside, ())


def put_snippets(root: Path, snippets: Mapping[str, bytes]) -> None:
    """Write what no server reads by itself into the project, where it is found and is not public."""
    for path, data in snippets.items():
        target = root / path
        with writing(target):
            if not target.is_file() or target.read_bytes() != data:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
