"""Shared vectors: a test marked `vectors(file, name)` runs once for each entry of that list, as `case`.

The browser side runs the same files.
"""

import json
from pathlib import Path

import pytest

_VECTORS = Path(__file__).parent.parent / "data" / "vectors"


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known under strict markers."""
    config.addinivalue_line("markers", "vectors(file, name): run for each entry of a list of shared vectors")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Turn each entry of the named list into one test."""
    marker = metafunc.definition.get_closest_marker("vectors")
    if marker is None:
        return
    file, name = marker.args
    cases = json.loads((_VECTORS / file).read_text(encoding="utf-8"))[name]
    metafunc.parametrize("case", cases, ids=[f"{name}-{place}" for place in range(len(cases))])
