"""The rules of the house: who may import whom, how long a file may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
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


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (
                f"{node.module}.{alias.name}" for alias in node.names if f"{node.module}.{alias.name}" in MODULES
            )


def _top_level_imports(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from ([name for name in names if name in MODULES] or [node.module])


@pytest.mark.parametrize("name", MODULES)
def test_only_the_adapter_knows_mkdocs(name: str) -> None:
    """The shell can be changed without touching what the engine knows."""
    if name != "bangvang.mkdocs":
        assert not [used for used in _imports(MODULES[name]) if used.split(".")[0] in ("mkdocs", "material")]


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
    for name, path in MODULES.items():
        if name.split(".")[1:2] == [layer]:
            used = {module.split(".")[1] for module in _imports(path) if module.startswith("bangvang.")}
            assert used <= allowed, name


def test_no_module_imports_itself_around_a_corner() -> None:
    """No circles of imports; a package's own face counts as part of it."""
    graph = {
        name: [used for used in _top_level_imports(path) if used in MODULES and used != name]
        for name, path in MODULES.items()
    }
    assert circles(graph, lambda name: graph[name]) == []


@pytest.mark.parametrize("name", MODULES)
def test_a_file_stays_short_enough_to_read(name: str) -> None:
    """Over 500 lines two nouns share a room."""
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is_for(name: str) -> None:
    """A reader guesses the file before searching."""
    assert name.endswith("__main__") or ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("bangvang.records.")])
def test_no_record_defers_its_annotations(name: str) -> None:
    """Pydantic would compile every one of them from text when a command starts: a third more time for all records."""
    assert "__future__" not in _imports(MODULES[name])
