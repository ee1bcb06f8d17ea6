"""The rules of the house: who may import whom, how long a file may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import bangvang
from bangvang.registry import circles

PACKAGE = Path(bangvang.__file__).parent
MODULES = {
    ".".join(("bangvang", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
LAYERS = (
    "vietnamese",
    "records",
    "loading",
    "registry",
    "frozen",
    "checking",
    "pages",
    "search",
    "cards",
    "exports",
    "publishing",
    "book",
    "archive",
    "preview",
    "office",
    "removal",
)
"""Lowest first: a package imports only from those before it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules ask of a module."""

    imports: frozenset[str]
    top_level_imports: tuple[str, ...]
    lines: int
    purpose: str | None


@cache
def _facts() -> dict[str, Facts]:
    """Of every module, each parsed once."""
    return {name: _facts_of(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def _facts_of(text: str) -> Facts:
    tree = ast.parse(text)
    return Facts(
        frozenset(_imports(tree)), tuple(_top_level_imports(tree)), len(text.splitlines()), ast.get_docstring(tree)
    )


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (
                f"{node.module}.{alias.name}" for alias in node.names if f"{node.module}.{alias.name}" in MODULES
            )


def _top_level_imports(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from ([name for name in names if name in MODULES] or [node.module])


def test_only_the_adapter_knows_mkdocs() -> None:
    """The shell can be changed without touching what the engine knows."""
    shells = {"mkdocs", "material"}
    knowing = {name for name, facts in _facts().items() if shells & {used.split(".")[0] for used in facts.imports}}
    assert knowing == {"bangvang.mkdocs"}


BASE = {
    "fonts",
    "spreadsheet",
    "problem",
    "verdict",
    "workers",
    "clock",
    "assets",
    "template_cache",
    "whole_file",
    "yaml_writer",
    "sealed",
    "remembered",
    "signatures",
    "zip_faults",
}
"""What every layer may use."""


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_from_below(layer: str) -> None:
    """Data flows one way: files, records, registry, pages."""
    allowed = {*LAYERS[: LAYERS.index(layer) + 1], *BASE}
    for name, facts in _facts().items():
        if name.split(".")[1:2] == [layer]:
            used = {module.split(".")[1] for module in facts.imports if module.startswith("bangvang.")}
            assert used <= allowed, name


def test_no_module_imports_itself_around_a_corner() -> None:
    """No circles of imports; a package's own face counts as part of it."""
    graph = {
        name: [used for used in facts.top_level_imports if used in MODULES and used != name]
        for name, facts in _facts().items()
    }
    assert circles(graph, lambda name: graph[name]) == []


def test_every_file_stays_short_enough_to_read() -> None:
    """Over 500 lines two nouns share a room."""
    assert {name: facts.lines for name, facts in _facts().items() if facts.lines > 500} == {}


def test_every_module_says_what_it_is_for() -> None:
    """A reader guesses the file before searching."""
    assert [name for name, facts in _facts().items() if not (name.endswith("__main__") or facts.purpose)] == []


def test_no_record_defers_its_annotations() -> None:
    """Pydantic would compile every one of them from text when a command starts: a third more time for all records."""
    of_records = {name: facts for name, facts in _facts().items() if name.startswith("bangvang.records.")}
    assert [name for name, facts in of_records.items() if "__future__" in facts.imports] == []
