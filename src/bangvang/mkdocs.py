"""The adapter to MkDocs: its events, and nothing that the engine knows."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from bangvang.assets import asset_names

__all__ = ["on_config"]

PACKAGE = Path(__file__).parent


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put our templates under the office's overrides and over Material."""
    config.theme.dirs.insert(1, str(PACKAGE / "templates"))
    config.extra["bv"] = {"assets": asset_names()}
    return config
